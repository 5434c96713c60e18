"""How a flow is protected is read of the words of a protocol where they say it for sure, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.loading.importing.protocols import CLEAR, PLAIN, SPOKEN, TLS, TUNNEL, transport_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("HTTPS", "tls"),
        ("https://", "tls"),
        ("HTTPS/TLS 1.3", "tls-1.3"),
        ("HTTPS (TLS 1.2)", "tls-1.2"),
        ("TLS 1.2", "tls-1.2"),
        ("TLSv1.2", "tls-1.2"),
        ("TLS 1.2+", "tls"),
        ("TLS 1.2 or higher", "tls"),
        ("TLS 1.2/1.3", "tls"),
        ("TLS 1.2, TLS 1.3", "tls"),
        ("WSS", "tls"),
        ("Secure WebSocket", "tls"),
        ("SSL/TLS", "tls"),
        ("mutual TLS", "tls"),
        ("gRPC/mTLS", "tls"),
        ("gRPC over TLS 1.3", "tls-1.3"),
        ("REST over HTTPS", "tls"),
        ("HTTPS 443", "tls"),
        ("HTTP over TLS", "tls"),
        ("HTTP/2 over TLS", "tls"),
        ("HTTP/3", "tls"),
        ("TCP/TLS", "tls"),
        ("SQL via TLS", "tls"),
        ("SSH", "vpn"),
        ("SQL over SSH tunnel", "vpn"),
        ("HTTP over VPN", "vpn"),
        ("HTTPS over VPN", "tls"),
        ("HTTP", "none"),
        (" http ", "none"),
        ("WS", "none"),
        ("HTTP (unencrypted)", "none"),
        ("TCP, plain text", "none"),
    ],
)
def test_what_the_words_say_for_sure_is_read(text: str, word: str) -> None:
    assert transport_of(text) == word


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "TCP",
            "TCP/443",
            "HTTP/2",
            "HTTP/1.1",
            "HTTP/S",
            "HTTP(S)",
            "HTTP/HTTPS",
            "HTTP, HTTPS",
            "HTTP or HTTPS",
        ),
        *(
            "HTTP/TLS",
            "WS/WSS",
            "HTTPS/SSH",
            "HTTPS (optional)",
            "no TLS",
            "not HTTPS",
            "TLS?",
            "HTTPS planned",
            "STARTTLS",
        ),
        *(
            "SSL 3.0",
            "TLS 9",
            "TLS 1.7",
            "SQL",
            "Bluetooth",
            "encrypted",
            "HTTP API",
            "HTTP 443",
            "unencrypted HTTPS",
        ),
        *("gRPC", "MQTT", "REST", "sans HTTPS", "HTTPSX", "ahttps", "https-ish"),
    ],
)
def test_what_they_do_not_say_is_left_open(text: str) -> None:
    assert not transport_of(text)


ENCRYPTED = [
    "https",
    "wss",
    "tls",
    "ssl",
    "mtls",
    "ftps",
    "ldaps",
    "imaps",
    "pop3s",
    "smtps",
    "mqtts",
    "amqps",
    "grpcs",
    "dtls",
    "quic",
    "http/3",
]
TUNNELS = ["ssh", "sftp", "scp", "vpn", "ipsec", "wireguard", "openvpn"]
IN_CLEAR = ["http", "ws", "ftp", "telnet"]
OVER_ANYTHING = [
    "tcp",
    "udp",
    "ip",
    "tcp/ip",
    "grpc",
    "rest",
    "restful",
    "json",
    "xml",
    "soap",
    "graphql",
    "odata",
    "api",
    "sql",
    "jdbc",
    "odbc",
    "tds",
    "mqtt",
    "amqp",
    "smtp",
    "imap",
    "pop3",
    "ldap",
    "kafka",
    "redis",
    "http/1.1",
    "http/2",
    "websocket",
    "websockets",
    "rpc",
    "json-rpc",
    "protobuf",
    "oauth2",
    "tunnel",
]


@pytest.mark.parametrize("protocol", ENCRYPTED)
def test_a_protocol_that_is_encrypted_is_alone_and_over_others(protocol: str) -> None:
    assert (
        transport_of(protocol)
        == transport_of(protocol.upper())
        == transport_of(f"rest over {protocol}")
        == "tls"
    )


@pytest.mark.parametrize("protocol", TUNNELS)
def test_a_protocol_that_is_a_tunnel_is_alone_and_around_others(protocol: str) -> None:
    assert transport_of(protocol) == transport_of(f"sql over {protocol}") == "vpn"


@pytest.mark.parametrize("protocol", IN_CLEAR)
def test_a_protocol_in_clear_is_so_alone_and_not_inside_another(protocol: str) -> None:
    assert transport_of(protocol) == "none"
    assert transport_of(f"{protocol} over tls") == "tls"
    assert transport_of(f"{protocol}/tls") == ""
    assert transport_of(f"{protocol} tcp") == ""


@pytest.mark.parametrize("protocol", OVER_ANYTHING)
def test_what_is_spoken_over_anything_says_nothing_of_what_it_is_spoken_over(protocol: str) -> None:
    assert transport_of(protocol) == ""
    assert transport_of(f"{protocol} over tls") == "tls"
    assert transport_of(f"{protocol}, unencrypted") == "none"


@pytest.mark.parametrize(
    "words", ["unencrypted", "plaintext", "cleartext", "en clair", "non chiffré", "plain text", "clear-text"]
)
def test_words_that_say_that_nothing_is_encrypted(words: str) -> None:
    assert transport_of(words) == transport_of(f"tcp, {words}") == "none"
    assert transport_of(f"tls, {words}") == ""


@pytest.mark.parametrize(
    "between",
    ["over", "on", "on top of", "with", "via", "using", "through", "sur", "avec", "par", "+", "(", "["],
)
def test_what_stands_between_two_layers(between: str) -> None:
    closed = {"(": ")", "[": "]"}.get(between, "")
    assert transport_of(f"http {between} tls{closed}") == "tls"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("tls 1.0", "tls-1.0"),
        ("tls 1.1", "tls-1.1"),
        ("tls_1.2", "tls-1.2"),
        ("tls-1.3", "tls-1.3"),
        ("tls 1", "tls-1.0"),
        ("tls 1.4", ""),
        ("ssl 3.0", ""),
        ("tls 1.2 or later", "tls"),
        ("tls 1.2 ou plus", "tls"),
        ("tls 1.2 and 1.3", "tls"),
        ("https port 8443", "tls"),
        ("tls over vpn", "tls"),
        ("tls/vpn", ""),
        ("tls vpn", ""),
        ("pigeon over tls", ""),
    ],
)
def test_a_version_counts_where_no_other_will_do(text: str, word: str) -> None:
    assert transport_of(text) == word


@given(
    st.lists(st.sampled_from(sorted({*TLS, *TUNNEL, *SPOKEN})), min_size=1, max_size=4),
    st.sampled_from([" ", "/", ", ", " over "]),
)
def test_no_text_without_a_word_for_clear_text_is_in_clear(words: list[str], between: str) -> None:
    assert transport_of(between.join(words)) != "none"


@given(
    st.lists(st.sampled_from(sorted({*CLEAR, *PLAIN, *SPOKEN})), min_size=1, max_size=4),
    st.sampled_from([" ", "/", ", ", " over "]),
)
def test_no_text_without_a_word_for_encryption_is_encrypted(words: list[str], between: str) -> None:
    assert transport_of(between.join(words)) in ("", "none")


@given(st.text(max_size=60))
def test_any_text_is_read_or_left_open(text: str) -> None:
    assert transport_of(text) in ("", "none", "vpn", "tls", "tls-1.0", "tls-1.1", "tls-1.2", "tls-1.3")
    assert not transport_of(f"{text} qqq")

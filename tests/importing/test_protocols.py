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

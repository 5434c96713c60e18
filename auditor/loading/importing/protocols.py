"""How a flow is protected by the protocol that a model names in words of its own: read by a small grammar, where nothing is guessed.

A text is read word by word; one word that is not known makes the whole say nothing. A word for clear text counts alone, or where
the text says that nothing is encrypted: beside others it names what is spoken, not how it is protected.
"""

from __future__ import annotations

import re
from typing import Final

TLS: Final = frozenset(
    {
        *(
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
        ),
        *("dtls", "quic", "http/3"),
    }
)
TUNNEL: Final = frozenset({"ssh", "sftp", "scp", "vpn", "ipsec", "wireguard", "openvpn"})
CLEAR: Final = frozenset({"http", "ws", "ftp", "telnet"})
#: What is spoken over any protection, or none.
SPOKEN: Final = frozenset(
    {
        *(
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
        ),
        *("sql", "jdbc", "odbc", "tds", "mqtt", "amqp", "smtp", "imap", "pop3", "ldap", "kafka", "redis"),
        *("http/1.1", "http/2", "websocket", "websockets", "rpc", "json-rpc", "protobuf", "oauth2", "tunnel"),
    }
)
#: What says that nothing is encrypted.
PLAIN: Final = frozenset({"unencrypted", "plaintext", "cleartext", "en clair", "non chiffré"})
#: A version, and whether it is said to be one of several.
_VERSION: Final = re.compile(
    r"(tls|ssl)[ _-]?v?[ ]?([0-9](?:\.[0-9])?)"
    r"((?: ?(?:/|,|&|and|or|et|ou) ?(?:tls)? ?v?1\.[0-3])*(?: ?(?:\+|or (?:higher|later|newer|above)|ou plus))?)(?![0-9.])"
)
_PHRASES: Final = (
    (re.compile(r"\bsecure web ?sockets?\b"), "wss"),
    (re.compile(r"\bmutual tls\b"), "mtls"),
    (re.compile(r"\b(?:plain|clear)[ -]text\b"), "plaintext"),
    (re.compile(r"\bhttp ?(?:/|v| ) ?3(?:\.0)?\b(?!\.)"), "http/3"),
    (re.compile(r"\bhttp ?(?:/|v| ) ?2(?:\.0)?\b(?!\.)"), "http/2"),
    (re.compile(r"\bhttp ?(?:/|v| ) ?1\.[01]\b"), "http/1.1"),
)
_WORD: Final = re.compile(r"http/[0-9.]+|tcp/ip|en clair|non chiffré|[^\s/,;:+()\[\]]+|[/,;:+()\[\]]")
_PORT: Final = re.compile(r"(?:port|[0-9]{2,5})\Z")
_LAYERS: Final = frozenset(
    {
        "over",
        "on",
        "top",
        "of",
        "with",
        "via",
        "using",
        "through",
        "sur",
        "avec",
        "par",
        "+",
        "(",
        ")",
        "[",
        "]",
    }
)
_BETWEEN: Final = frozenset({"/", ",", ";", ":", *_LAYERS})


def transport_of(protocol: str) -> str:
    """Give the word for how a flow is protected that a text says for sure: `tls`, one of its versions, `vpn` or `none`; else nothing."""
    text = " ".join(protocol.lower().split())
    for phrase, word in _PHRASES:
        text = phrase.sub(word, text)
    versions = _VERSION.findall(text)
    words = _WORD.findall(_VERSION.sub(r"\1", text))
    named = {word for word in words if word not in _BETWEEN and not _PORT.match(word)}
    clear, plain, tls, tunnel = (named & kind for kind in (CLEAR, PLAIN, TLS, TUNNEL))
    if not named or named - CLEAR - PLAIN - TLS - TUNNEL - SPOKEN:
        return ""
    if plain or (clear and not tls and not tunnel):
        return "none" if not tls and not tunnel and (plain or words == [*clear]) else ""
    if not (tls or tunnel):
        return ""
    layered = "/" not in words and not _LAYERS.isdisjoint(words)
    if (clear or (tls and tunnel)) and not layered:
        return ""
    return _version_of(versions) if tls else "vpn"


def _version_of(versions: list[tuple[str, str, str]]) -> str:
    """Give TLS, with its version where one is named and no other will do."""
    stated = {number if "." in number else f"{number}.0" for _, number, _ in versions}
    if any(name == "ssl" for name, _, _ in versions):
        return ""
    if any(number not in ("1.0", "1.1", "1.2", "1.3") for number in stated):
        return ""
    return f"tls-{stated.pop()}" if len(stated) == 1 and not any(more for _, _, more in versions) else "tls"

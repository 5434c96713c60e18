"""How a flow is protected by the protocol that a model names in words of its own."""

from __future__ import annotations

from typing import Final

TLS: Final = frozenset({"https", "wss", "tls", "ssl", "mtls", "ftps", "ldaps"})
TUNNEL: Final = frozenset({"ssh", "sftp", "scp"})
CLEAR: Final = frozenset({"http", "ws", "ftp", "telnet"})


def transport_of(protocol: str) -> str:
    """Give `tls`, `vpn` or `none` where a text is the name of one protocol and nothing else, empty for any other text."""
    word = protocol.strip().lower()
    if word in TLS:
        return "tls"
    if word in TUNNEL:
        return "vpn"
    return "none" if word in CLEAR else ""

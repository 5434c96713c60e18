"""Addresses and hosts of captures: parted, normalised, and of which site and which registrable domain they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

import publicsuffixlist

#: Schemes that reach another machine.
SENT_BY: Final = frozenset({"http", "https", "ws", "wss"})
ADDRESS: Final = re.compile(
    r"\s*([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#\\]*))?([^?#]*)(?:\?([^#]*))?", re.DOTALL
)
HOST: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\Z")
#: How many hosts are remembered.
MOST_KEPT: Final = 20_000
END_OF_ICANN: Final = "// ===END ICANN DOMAINS===\n"
VERSION: Final = re.compile(rb"//\s*VERSION:\s*(\d{4}-\d\d-\d\d)")


class Address(NamedTuple):
    """A URL as far as captures need it; `host` is empty where it has none that is sound."""

    scheme: str
    host: str
    path: str
    query: str


def parted(url: str) -> Address | None:
    """Give the parts of a URL, None where it has no scheme."""
    found = ADDRESS.match(url)
    if found is None:
        return None
    scheme, place, path, query = found.groups()
    return Address(scheme.lower(), host_of(place or ""), path, query or "")


@lru_cache(MOST_KEPT)
def host_of(place: str) -> str:
    """Give the host of the authority of a URL, in lower case and ASCII, without user, port, and last dot; empty where unsound."""
    host = place.rpartition("@")[2]
    if host.startswith("["):
        return _address(host[1:].partition("]")[0])
    host = unquote(host.partition(":")[0]).rstrip(".").lower()
    if not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            return ""
    return host if len(host) <= 253 and HOST.match(host) else ""


def _address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        return ""


@lru_cache(MOST_KEPT)
def is_address(host: str) -> bool:
    """Tell whether a host is an IP address."""
    return bool(_address(host))


@cache
def _lists() -> tuple[publicsuffixlist.PublicSuffixList, publicsuffixlist.PublicSuffixList]:
    """Give the whole list, and its ICANN part; what is beside the rules, and what is ASCII already, is not looked at twice."""
    text = Path(publicsuffixlist.PSLFILE).read_text(encoding="utf-8")
    icann, _, private = (_rules(part) for part in text.partition(END_OF_ICANN))
    return (
        publicsuffixlist.PublicSuffixList([*icann, *private], accept_encoded_idn=False),
        publicsuffixlist.PublicSuffixList(icann, accept_encoded_idn=False),
    )


def _rules(text: str) -> list[str]:
    """Give the rules of a part of the list, one that is not ASCII as hosts have it."""
    rules = [line for line in text.splitlines() if line and not line.startswith("//")]
    return [line if line.isascii() else line.encode("idna").decode() for line in rules]


@lru_cache(MOST_KEPT)
def site_of(host: str) -> str:
    """Give the site of a host, by the whole public suffix list: `a.github.io` and `b.github.io` are two."""
    return host if is_address(host) else _lists()[0].privatesuffix(host) or host


@lru_cache(MOST_KEPT)
def domain_of(host: str) -> str:
    """Give the registrable domain of a host, by the ICANN part of the public suffix list."""
    return host if is_address(host) else _lists()[1].privatesuffix(host) or host


def lies_in(host: str, domain: str) -> bool:
    """Tell whether a host is `domain`, or lies below it."""
    return host == domain or host.endswith(f".{domain}")


@cache
def list_day() -> str:
    """Give the day of the public suffix list that is used."""
    with Path(publicsuffixlist.PSLFILE).open("rb") as stream:
        found = VERSION.search(stream.read(4096))
    return found[1].decode() if found else ""


def host_like(text: str) -> str:
    """Give the host that a text is, or the host of the URL it is, empty where it is neither."""
    text = text.strip()
    address = parted(text)
    if address is not None and address.scheme in SENT_BY:
        return address.host
    host = named_host(text)
    return host if "." in host and not host[-1].isdigit() else ""


def named_host(text: str) -> str:
    """Give the host that a text names by itself, empty where it is an address of mail, of a page, or anything else."""
    text = text.strip()
    return "" if "@" in text or "/" in text or " " in text else host_of(text)

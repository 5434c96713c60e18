"""Consent strings written bit by bit, after the specification of IAB Tech Lab."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from datetime import UTC, datetime

DAY = int(datetime(2025, 10, 5, tzinfo=UTC).timestamp() * 10)


def number(value: int, size: int) -> str:
    """Give a number as bits."""
    return f"{value:0{size}b}"


def field(numbers: Sequence[int], size: int) -> str:
    """Give numbers from 1 as a field of bits."""
    return "".join("1" if each in numbers else "0" for each in range(1, size + 1))


def vendors(numbers: Sequence[int], *, ranges: bool = False) -> str:
    """Give vendors as a field of bits, or as ranges of one number each."""
    most = max(numbers, default=0)
    if not ranges:
        return number(most, 16) + "0" + field(numbers, most)
    return number(most, 16) + "1" + number(len(numbers), 12) + "".join("0" + number(n, 16) for n in numbers)


def segment(bits: str) -> str:
    """Give bits as base64url, filled up with zeros."""
    bits += "0" * (-len(bits) % 8)
    data = int(bits or "0", 2).to_bytes(len(bits) // 8, "big")
    return urlsafe_b64encode(data).decode().rstrip("=")


def consent_string(
    *,
    consent: Sequence[int] = (),
    interest: Sequence[int] = (),
    disclosed: Sequence[int] | None = None,
    ranges: bool = False,
    cmp: int = 300,
    version: int = 2,
    own: bool = True,
    rest: str = "",
) -> str:
    """Give a consent string; `own` tells whether it is of one site alone, `rest` are the bits of the restrictions."""
    core = number(version, 6) + number(DAY, 36) * 2 + number(cmp, 12) + number(1, 12) + number(1, 6)
    core += number(4, 6) + number(13, 6) + number(412, 12) + number(5, 6) + f"{own:d}0" + field([1], 12)
    core += field([1, 3], 24) + field([2], 24) + "0" + number(5, 6) + number(17, 6)
    core += vendors(consent, ranges=ranges) + vendors(interest, ranges=ranges) + (rest or number(0, 12))
    made = segment(core)
    if disclosed is not None:
        made += "." + segment(number(1, 3) + vendors(disclosed, ranges=ranges))
    return made

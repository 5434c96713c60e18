"""Consent strings of IAB Europe's framework, version 2: bits in base64url, segments joined by dots.

Read after the specification "Transparency and Consent String" of IAB Tech Lab.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.text.problems import consent_strings as words

#: How the first character of a string tells its version.
OLD: Final = "B"
NEW: Final = "C"
#: A consent platform has a number from 2 up; the list gives 1 to nobody.
FIRST_CMP: Final = 2
DISCLOSED: Final = 1
#: How long a string may be: a range takes 33 bits, and no list needs more of them than it has vendors.
LONGEST: Final = 400_000
_START: Final = datetime(1970, 1, 1, tzinfo=UTC)


class BadString(Exception):
    """A text is no consent string, or a broken one; `why` says why."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


class Restriction(Struct, frozen=True):
    """A restriction by the publisher: a purpose, of a type, for vendors from one number to another."""

    purpose: int
    type: int
    vendors: list[tuple[int, int]]


class ConsentString(Struct, frozen=True, kw_only=True):
    """What a consent string says; purposes and vendors by their numbers, `disclosed` None where it has no such segment."""

    created: str
    cmp: int
    screen: int
    language: str
    list_version: int
    policy: int
    service_specific: bool
    special_features: list[int]
    purposes_consent: list[int]
    purposes_interest: list[int]
    country: str
    vendors_consent: frozenset[int]
    vendors_interest: frozenset[int]
    restrictions: list[Restriction]
    disclosed: frozenset[int] | None

    def shown(self) -> frozenset[int]:
        """Give the vendors shown to the visitor: those disclosed, else those with consent or a claim of legitimate interest."""
        if self.disclosed is not None:
            return self.disclosed
        return self.vendors_consent | self.vendors_interest


class _Bits:
    """Reads a segment bit by bit. Raises BadString past its end."""

    def __init__(self, segment: str) -> None:
        try:
            data = urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
        except (binascii.Error, ValueError):
            raise BadString(words.NOT_BASE64()) from None
        self._data = data
        self._at = 0
        self.where = words.CORE

    def number(self, size: int) -> int:
        """Give the number that the next `size` bits hold."""
        end = self._at + size
        if end > 8 * len(self._data):
            raise BadString(words.CUT(where=self.where))
        held = int.from_bytes(self._data[self._at // 8 : (end + 7) // 8], "big")
        self._at = end
        return held >> (-end % 8) & ((1 << size) - 1)

    def set_of(self, size: int) -> list[int]:
        """Give the numbers, from 1, of the next `size` bits that are set."""
        field = self.number(size)
        return [at for at in range(1, size + 1) if field >> (size - at) & 1]

    def letters(self) -> str:
        """Give two letters."""
        return "".join(
            chr(65 + number) if number < 26 else "?" for number in (self.number(6), self.number(6))
        )

    def vendors(self, where: Bilingual) -> frozenset[int]:
        """Give a set of vendors, written as a field of bits or as ranges."""
        self.where = where
        most = self.number(16)
        if not self.number(1):
            return frozenset(self.set_of(most))
        return frozenset(number for first, last in self.ranges() for number in range(first, last + 1))

    def ranges(self) -> list[tuple[int, int]]:
        """Give vendors written as ranges, those that meet as one."""
        count = self.number(12)
        found: list[tuple[int, int]] = []
        for _ in range(count):
            several = self.number(1)
            first = self.number(16)
            last = self.number(16) if several else first
            if not 0 < first <= last:
                raise BadString(words.BAD_RANGE(where=self.where))
            found.append((first, last))
        return _merged(found)


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def read_consent_string(text: str) -> ConsentString:
    """Give what a consent string says. Raises BadString."""
    core, *others = text.strip().split(".")
    if len(text) > LONGEST or not core or not all(each and _is_base64(each) for each in (core, *others)):
        raise BadString(words.NOT_BASE64())
    if core.startswith(OLD):
        raise BadString(words.VERSION_1())
    bits = _Bits(core)
    version = bits.number(6)
    if version != 2:
        raise BadString(words.OTHER_VERSION(version=version))
    disclosed = [found for each in others if (found := _disclosed(each)) is not None]
    return _core(bits, disclosed[0] if disclosed else None)


def is_consent_string(text: str) -> bool:
    """Tell whether a text is a consent string and nothing else."""
    if not text.startswith(NEW):
        return False
    try:
        read_consent_string(text)
    except BadString:
        return False
    return True


def _is_base64(segment: str) -> bool:
    return segment.isascii() and segment.replace("-", "a").replace("_", "a").isalnum()


def _core(bits: _Bits, disclosed: frozenset[int] | None) -> ConsentString:
    created = bits.number(36)
    bits.number(36)
    cmp = bits.number(12)
    if cmp < FIRST_CMP:
        raise BadString(words.NO_PLATFORM(number=cmp))
    bits.number(12)
    screen, language = bits.number(6), bits.letters().lower()
    version, policy = bits.number(12), bits.number(6)
    specific = bool(bits.number(1))
    bits.number(1)
    features, consent, interest = bits.set_of(12), bits.set_of(24), bits.set_of(24)
    bits.number(1)
    country = bits.letters()
    by_consent = bits.vendors(words.BY_CONSENT)
    by_interest = bits.vendors(words.BY_INTEREST)
    return ConsentString(
        created=_day(created),
        cmp=cmp,
        screen=screen,
        language=language,
        list_version=version,
        policy=policy,
        service_specific=specific,
        special_features=features,
        purposes_consent=consent,
        purposes_interest=interest,
        country=country,
        vendors_consent=by_consent,
        vendors_interest=by_interest,
        restrictions=_restrictions(bits),
        disclosed=disclosed,
    )


def _restrictions(bits: _Bits) -> list[Restriction]:
    bits.where = words.RESTRICTIONS
    return [Restriction(bits.number(6), bits.number(2), bits.ranges()) for _ in range(bits.number(12))]


def _disclosed(segment: str) -> frozenset[int] | None:
    bits = _Bits(segment)
    return bits.vendors(words.DISCLOSED) if bits.number(3) == DISCLOSED else None


def _day(tenths: int) -> str:
    return (_START + timedelta(milliseconds=100 * tenths)).date().isoformat()

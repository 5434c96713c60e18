"""Dates as readers say them, in both languages."""

from __future__ import annotations

import re
from typing import Final

from auditor.model.bilingual import Bilingual

MONTHS: Final = Bilingual(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "January February March April May June July August September October November December",
)
FIRST_OF_MONTH: Final = Bilingual("1er", "1")
_ISO: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?")


def in_words(date: str) -> Bilingual:
    """Give a date of the Gregorian calendar in words: `1 November 2019`, `July 2019`, `2019`; other words as they are."""
    if not _ISO.fullmatch(date):
        return Bilingual(date, date)
    parts = date.split("-")
    return Bilingual(_said(parts, MONTHS.fr, FIRST_OF_MONTH.fr), _said(parts, MONTHS.en, FIRST_OF_MONTH.en))


def _said(parts: list[str], months: str, first: str) -> str:
    month = f"{months.split()[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return month
    return f"{first if parts[2] == '01' else parts[2].lstrip('0')} {month}"

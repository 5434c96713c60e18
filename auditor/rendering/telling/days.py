"""Dates as readers say them."""

from __future__ import annotations

from auditor.rendering.words import Say
from auditor.text.telling import FIRST_OF_MONTH, MONTHS


def spoken_date(date: str, say: Say) -> str:
    """Give a date of the Gregorian calendar in words: `1 November 2019`, `July 2019`, `2019`; other words as they are."""
    parts = date.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) == 1:
        return date
    month = say(MONTHS).split()[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    day = say(FIRST_OF_MONTH) if parts[2] == "01" else parts[2].lstrip("0")
    return f"{day} {month} {parts[0]}"

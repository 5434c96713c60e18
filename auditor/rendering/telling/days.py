"""Dates as readers say them."""

from __future__ import annotations

from auditor.rendering.words import Say, pick
from auditor.text.days import in_words


def spoken_date(date: str, say: Say) -> str:
    """Give a date of the Gregorian calendar in words: `1 November 2019`, `July 2019`, `2019`; other words as they are."""
    return pick(in_words(date), say.lang)

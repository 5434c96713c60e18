"""Whole numbers in texts that strangers wrote."""

from __future__ import annotations

from typing import Final
from unicodedata import decimal

#: Of more digits no number of a case is, and Python reads no more than 4,300.
MOST_DIGITS: Final = 15
#: The age in years above which none is meant.
OLDEST: Final = 120


def is_count(text: str) -> bool:
    """Tell whether a text is one to `MOST_DIGITS` of the digits 0 to 9: what other alphabets write is no part of an id."""
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS


def in_latin_digits(text: str) -> str:
    """Give a number that is written in the digits of another alphabet in the digits 0 to 9, any other text as it is."""
    return "".join(str(decimal(sign)) for sign in text) if text.isdecimal() else text


def whole(text: str) -> int | None:
    """Give the whole number that a text states in the digits 0 to 9; None where it states none, or one of more than `MOST_DIGITS`."""
    return int(text) if is_count(text.removeprefix("-")) else None


def age(text: str) -> int | None:
    """Give the age in years that a text states; None where it states none, or one above `OLDEST`."""
    years = whole(text)
    return years if years is not None and 0 <= years <= OLDEST else None

"""Validity of dated facts, where a date may be a year, a month or a day."""

from __future__ import annotations

from datetime import date


def is_day(text: str) -> bool:
    """Tell whether a year, a month or a day written as a date exists; a word such as unknown is none."""
    try:
        parts = [int(part) for part in text.split("-")]
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


def first_day(day: str) -> str:
    """Give the first day that `day` can mean."""
    return day + ("-01-01", "", "", "-01", "", "", "")[len(day) - 4] if 4 <= len(day) < 10 else day


def last_day(day: str) -> str:
    """Give the last day that `day` can mean; the 31st stands for the end of any month."""
    return day + ("-12-31", "", "", "-31", "", "", "")[len(day) - 4] if 4 <= len(day) < 10 else day


def holds(since: str, until: str, day: str) -> bool:
    """Tell whether a fact valid from `since` to `until` (either may be empty or unknown) holds on `day`."""
    begun = since in ("", "unknown") or first_day(since) <= last_day(day)
    return begun and (until in ("", "unknown") or last_day(until) > first_day(day))

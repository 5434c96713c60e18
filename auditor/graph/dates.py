"""Validity of dated facts, where a date may be a year, a month or a day."""

from __future__ import annotations


def first_day(date: str) -> str:
    """Give the first day that `date` can mean."""
    return date + ("-01-01", "", "", "-01", "", "", "")[len(date) - 4] if 4 <= len(date) < 10 else date


def last_day(date: str) -> str:
    """Give the last day that `date` can mean; the 31st stands for the end of any month."""
    return date + ("-12-31", "", "", "-31", "", "", "")[len(date) - 4] if 4 <= len(date) < 10 else date


def holds(since: str, until: str, day: str) -> bool:
    """Tell whether a fact valid from `since` to `until` (either may be empty or unknown) holds on `day`."""
    begun = since in ("", "unknown") or first_day(since) <= last_day(day)
    return begun and (until in ("", "unknown") or last_day(until) > first_day(day))

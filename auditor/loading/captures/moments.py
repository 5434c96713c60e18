"""Moments as captures write them, and as they are told: in UTC, to the millisecond."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any


def seconds(text: Any) -> float | None:
    """Give the seconds since 1970 of a moment (ISO 8601; UTC where no zone is told), None where it is none."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def told(moment: float | None) -> str:
    """Give seconds since 1970 as a moment in UTC (ISO 8601), empty for None and for what no calendar holds."""
    if moment is None:
        return ""
    try:
        made = datetime.fromtimestamp(moment, UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return made.isoformat(timespec="milliseconds").replace("+00:00", "Z")

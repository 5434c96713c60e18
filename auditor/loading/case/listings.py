"""What the knowledge base holds of participation in the Data Privacy Framework, as dated facts of an organisation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from auditor.graph.transfer_grounds import DESIGNATED
from auditor.model.dates import first_day, last_day
from auditor.model.participation import Participation

#: The part of the framework that the adequacy decision is about.
EU_US: Final = "eu-us"


def listings(periods: Iterable[Participation]) -> dict[str, Any]:
    """Give the periods in which an organisation is on the list (`dpf`) and what its entry covers (`dpf_covers`).

    Only what is verified settles a day; what others say, and every day of which nobody speaks, stays a question.
    """
    listed: list[dict[str, Any]] = []
    covered: list[dict[str, Any]] = []
    for period in periods:
        since, until = last_day(period.since), _day_after(period.until or period.as_of)
        elsewhere = bool(period.scope) and EU_US not in period.scope
        if period.status != "verified" or elsewhere or since >= until:
            continue
        known = "declared" if period.basis == "own-statement" else "documented"
        frame = {
            "since": since,
            "until": until,
            "known": known,
            "source": period.source,
            "as_of": period.as_of,
        }
        listed.append({"value": "true" if period.state == "active" else "false", **frame})
        limits = [*period.covers, *([DESIGNATED] if period.only else [])]
        if limits:
            covered.append({"value": limits, **frame})
    rows = {"dpf": listed, "dpf_covers": covered}
    return {name: found for name, found in rows.items() if found}


def _day_after(last: str) -> str:
    """Give the day after the last for which a period speaks, on which it holds no more."""
    return (date.fromisoformat(first_day(last)) + timedelta(days=1)).isoformat()

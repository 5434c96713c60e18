"""What begins or turns after the date of a case: nothing is found of it yet, although it may be so on the day of the check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from msgspec import Struct

from auditor.model.case.document import Case
from auditor.model.dates import first_day, last_day
from auditor.model.materials import Materials
from auditor.model.result.findings import Finding
from auditor.model.scalars import Value
from auditor.model.vocabulary import UNKNOWN

#: Sections of which nothing holds on one day only: what is cited, and what might be.
ASIDE: Final = frozenset({"sources", "scenarios"})


class Later(Struct, frozen=True):
    """What begins after the date of a case, or turns then, as a fact in several periods does: its first day, by its address.

    `changed` did not do so on that day at an earlier revision, `steady` did.
    """

    changed: dict[str, str]
    steady: dict[str, str]


def begins_later(then: Materials, now: Materials) -> Later:
    """Give all that begins or turns after the date of the case, and by the day of the check where there is one."""
    earlier = _days(then.case)
    end = last_day(now.today) if now.today else ""
    found = Later({}, {})
    for route, days in _days(now.case).items():
        later = [
            day for day in days if first_day(day) > last_day(now.as_of) and (not end or first_day(day) <= end)
        ]
        if later:
            part = found.steady if earlier.get(route) == days else found.changed
            part[route] = min(later, key=first_day)
    return found


def _days(case: Case) -> dict[str, tuple[str, ...]]:
    """Give the days on which entries begin, and on which their facts begin or end."""
    found: dict[str, tuple[str, ...]] = {}
    for section in case.__struct_fields__:
        entries = getattr(case, section)
        if section in ASIDE or not isinstance(entries, dict):
            continue
        for name, entry in entries.items():
            for field in entry.__struct_fields__:
                days = _days_of(field, getattr(entry, field))
                if days:
                    found[f"{section}.{name}.{field.rstrip('_')}"] = days
    return found


def _days_of(field: str, value: Any) -> tuple[str, ...]:
    if field == "since":
        return (value,) if isinstance(value, str) and value not in ("", UNKNOWN) else ()
    items = value if isinstance(value, list) else (value,)
    days = (day for item in items if isinstance(item, Value) for day in (item.since, item.until))
    return tuple(day for day in days if day not in ("", UNKNOWN))


def beginning(later: Iterable[str], failing: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    """Give, for each address of a first day, which of the `failing` findings rest on what begins then."""
    rested = [(f"F-{finding.fingerprint}", _entries(finding)) for finding in failing]
    found = {route: tuple(name for name, entries in rested if _entry(route) in entries) for route in later}
    return {route: names for route, names in found.items() if names}


def _entry(route: str) -> str:
    return route.rpartition(".")[0]


def _entries(finding: Finding) -> frozenset[str]:
    """Give the entries of the case that a finding rests on, by their address."""
    stated = (".".join(fact.fact.split(".")[:2]) for fact in finding.proof)
    about = (f"{finding.about}s.{name}" for name in (finding.subject.id, *finding.subjects))
    return frozenset((*stated, *about, *(f"flows.{hop.flow}" for hop in finding.path)))

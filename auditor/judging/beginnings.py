"""What begins after the date of a case: nothing is found of it yet, although it may run on the day of the check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.model.case.document import Case
from auditor.model.dates import first_day, last_day
from auditor.model.materials import Materials
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import UNKNOWN


def begins_later(then: Materials, now: Materials) -> dict[str, str]:
    """Give, by its address, the first day of all that begins after the date of the case, and by the day of the check where there is one.

    What began on that very day at the earlier revision too is no change, and left out.
    """
    earlier = _first_days(then.case)
    end = last_day(now.today) if now.today else ""
    return {
        route: since
        for route, since in _first_days(now.case).items()
        if earlier.get(route) != since
        and first_day(since) > last_day(now.as_of)
        and (not end or first_day(since) <= end)
    }


def _first_days(case: Case) -> dict[str, str]:
    found: dict[str, str] = {}
    for section in case.__struct_fields__:
        entries = getattr(case, section)
        if section == "sources" or not isinstance(entries, dict):
            continue
        for name, entry in entries.items():
            since = getattr(entry, "since", "")
            if isinstance(since, str) and since not in ("", UNKNOWN):
                found[f"{section}.{name}.since"] = since
    return found


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

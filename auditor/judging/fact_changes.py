"""Which facts two cases state differently, by their address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from msgspec import to_builtins

from auditor.judging.proof import value_words
from auditor.model.case import Case
from auditor.model.comparison import FactChange
from auditor.model.result import Finding
from auditor.model.vocabulary import UNKNOWN

#: Parts of a case that are no facts: what might be; and of its head, what it is called, which packs apply, for which date.
ASIDE: Final = frozenset({"scenarios"})
HEAD: Final = frozenset({"id", "title", "note", "policies", "gate", "as_of"})


def fact_changes(before: Case, after: Case) -> list[FactChange]:
    """Give every fact that differs, in order of address; of an entity that appears or goes, the entity alone."""
    old, new = (
        {name: part for name, part in to_builtins(case).items() if name not in ASIDE and isinstance(part, dict)}
        for case in (before, after)
    )
    for head in (old.get("case", {}), new.get("case", {})):
        for name in HEAD & set(head):
            del head[name]
    changes: list[FactChange] = []
    for section in sorted({*old, *new}):
        entries, others = old.get(section, {}), new.get(section, {})
        for name in sorted({*entries, *others}):
            _differ(f"{section}.{name}", entries.get(name), others.get(name), changes)
    return changes


def touching(changes: Sequence[FactChange], findings: Iterable[Finding | None]) -> list[FactChange]:
    """Give the changes of facts that the findings rest on, or for want of which they cannot be shown; those of the head, always."""
    routes = {route for finding in findings if finding is not None for route in _routes(finding)}
    return [
        change for change in changes if change.fact.startswith("case.") or any(_related(change.fact, route) for route in routes)
    ]


def _differ(route: str, old: Any, new: Any, changes: list[FactChange]) -> None:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and "value" not in old and "value" not in new:
        for name in sorted({*old, *new}):
            _differ(f"{route}.{name}", old.get(name), new.get(name), changes)
        return
    changes.append(FactChange(route, _words(old), _words(new)))


def _words(value: Any) -> str:
    if value is None:
        return UNKNOWN
    if isinstance(value, dict) and "value" in value:
        return _words(value["value"])
    return "stated" if isinstance(value, dict) else value_words(value)


def _routes(finding: Finding) -> Iterable[str]:
    yield from (fact.fact for fact in finding.proof)
    yield from finding.missing
    yield from (f"flows.{hop.flow}" for hop in finding.path)
    yield from (f"{section}.{finding.culprit}" for section in ("hosts", "organisations", "activities", "claims", "questions"))


def _related(first: str, second: str) -> bool:
    return first == second or first.startswith(f"{second}.") or second.startswith(f"{first}.")

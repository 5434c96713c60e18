"""Which facts two cases state differently, by their address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import to_builtins

from auditor.judging.proof import value_words
from auditor.model.case.document import Case
from auditor.model.comparison import FactChange
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import UNKNOWN

#: Parts of a case that are no facts: what might be; and of its head, what it is called, which packs apply, for which date.
ASIDE: Final = frozenset({"scenarios"})
HEAD: Final = frozenset({"id", "title", "note", "policies", "gate", "as_of"})


class FactChanges:
    """Every fact that two cases state differently; of an entity that appears or goes, the entity alone."""

    def __init__(self, before: Case, after: Case) -> None:
        self.all = _changes(before, after)
        self._of_head = [change for change in self.all if change.fact.startswith("case.")]
        self._at: dict[str, FactChange] = {change.fact: change for change in self.all}
        self._below: dict[str, list[FactChange]] = defaultdict(list)
        for change in self.all:
            for route in _upwards(change.fact):
                self._below[route].append(change)

    def touching(self, findings: Iterable[Finding | None]) -> list[FactChange]:
        """Give those that the findings rest on, or for want of which they cannot be shown; those of the head, always."""
        routes = (route for finding in findings if finding is not None for route in _routes(finding))
        found = {change.fact: change for change in (*self._of_head, *self.at(routes))}
        return [found[fact] for fact in sorted(found)]

    def at(self, routes: Iterable[str]) -> Iterator[FactChange]:
        """Give those at the addresses `routes`, below them, and of what they are part of."""
        for route in routes:
            yield from self._below.get(route, ())
            yield from (self._at[step] for step in _upwards(route) if step in self._at)


def _upwards(route: str) -> Iterator[str]:
    """Give a route and those around it: hosts.aws.keys, hosts.aws, hosts."""
    while route:
        yield route
        route = route.rpartition(".")[0]


def _changes(before: Case, after: Case) -> list[FactChange]:
    old, new = (
        {
            name: part
            for name, part in to_builtins(case).items()
            if name not in ASIDE and isinstance(part, dict)
        }
        for case in (before, after)
    )
    changes: list[FactChange] = []
    for head in (old.get("case", {}), new.get("case", {})):
        for name in HEAD & set(head):
            del head[name]
    for section in sorted({*old, *new}):
        entries, others = old.get(section, {}), new.get(section, {})
        for name in sorted({*entries, *others}):
            _differ(f"{section}.{name}", entries.get(name), others.get(name), changes)
    return changes


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
    yield from (
        f"{section}.{finding.culprit}"
        for section in ("hosts", "organisations", "activities", "claims", "questions")
    )

"""Which facts two cases state differently, by their address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import UNSET, Struct

from auditor.judging.proof import value_words
from auditor.model.brief import kind_of
from auditor.model.case.certificates import Certificate
from auditor.model.case.document import Case
from auditor.model.comparison import FactChange
from auditor.model.materials import certificate_words, certificates
from auditor.model.result.findings import Finding
from auditor.model.scalars import Share, Value, Version, Words
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: Parts of a case that are no facts: what might be; and of its head, what it is called, which packs apply, for which date.
ASIDE: Final = frozenset({"scenarios"})
HEAD: Final = frozenset({"id", "title", "note", "policies", "gate", "as_of"})
#: What an entry says of how all that it states is known, and from where.
SUPPORT: Final = frozenset({"known", "source", "status"})
#: What is one fact, whatever its parts: a word with its own source and period, a text, bounds.
WHOLE: Final = (Value, Version, Words, Share)
#: What is written where nothing is said.
NOTHING: Final[tuple[Any, ...]] = (None, UNSET, "", [], {})


class FactChanges:
    """Every fact that two cases state differently; of an entity that appears or goes, the entity alone.

    A fact that is known otherwise, or from elsewhere, is among them, with the same words before and after. `left_open` are the
    facts that say that they are not known, of which nothing was written: its absence may have said something.
    """

    def __init__(self, before: Case, after: Case) -> None:
        self.all: list[FactChange] = []
        self.left_open: list[str] = []
        self._field: dict[str, str] = {}
        for section in sorted(set(before.__struct_fields__) - ASIDE):
            parts = getattr(before, section), getattr(after, section)
            if all(isinstance(part, (dict, Struct)) for part in parts):
                self._differ(section, *parts)
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

    def supported_otherwise(self) -> Iterator[str]:
        """Give the addresses of the entries and facts that say otherwise how they are known, or from where."""
        for change in self.all:
            if self.field(change.fact) in SUPPORT:
                yield change.fact.rpartition(".")[0]
            elif change.before == change.after:
                yield change.fact

    def field(self, route: str) -> str:
        """Give the field that is at the end of an address; empty where an entry or a key is, whatever it is called."""
        return self._field.get(route, "")

    def at(self, routes: Iterable[str]) -> Iterator[FactChange]:
        """Give those at the addresses `routes`, below them, and of what they are part of."""
        for route in routes:
            yield from self._below.get(route, ())
            yield from (self._at[step] for step in _upwards(route) if step in self._at)

    def _differ(self, route: str, old: Any, new: Any) -> None:
        """Add what differs between `old` and `new`, which are at `route`: part by part where both have parts."""
        if old == new:
            return
        parts = _parts(old), _parts(new)
        if parts[0] is None or parts[1] is None:
            change = FactChange(route, _words(old), _words(new))
            self.all.append(change)
            if old in NOTHING and change.after in UNSETTLED:
                self.left_open.append(route)
            return
        for name in sorted({*parts[0], *parts[1]} - (HEAD if route == "case" else set())):
            below = f"{route}.{name}"
            if isinstance(old, Struct):
                self._field[below] = name
            self._differ(below, parts[0].get(name), parts[1].get(name))


def _upwards(route: str) -> Iterator[str]:
    """Give a route and those around it: hosts.aws.keys, hosts.aws, hosts."""
    while route:
        yield route
        route = route.rpartition(".")[0]


def _parts(value: Any) -> dict[str, Any] | None:
    """Give what has an address of its own within `value`, without what is left out; None of what is one fact."""
    if isinstance(value, list) and any(isinstance(item, Certificate) for item in value):
        return dict(certificates(value))
    if isinstance(value, Struct) and not isinstance(value, WHOLE):
        kind = kind_of(value)
        fields = zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True)
        value = {written: getattr(value, field) for written, field in fields}
    if not isinstance(value, dict):
        return None
    return {name: part for name, part in value.items() if part not in NOTHING}


def _words(value: Any) -> str:
    """Give a fact as one line: with its period and what each source says, without how it is known."""
    if value in NOTHING:
        return UNKNOWN
    if isinstance(value, list):
        return ", ".join(map(_words_of_item, value))
    if isinstance(value, Share):
        return _words(value.value) if value.value else f"{value.min or 0} – {value.max or 100}"
    if isinstance(value, Certificate):
        return certificate_words(value)
    if not isinstance(value, (*WHOLE, Struct)) or isinstance(value, Words):
        return value_words(value)
    if not isinstance(value, Value):
        return "stated"
    if value.versions:
        return f"{UNKNOWN} ({' / '.join(_words(version.value) for version in value.versions)})"
    word = _words(value.value)
    dated = (value.since or value.until) and word not in UNSETTLED
    return f"{word} ({value.since or '…'} – {value.until or '…'})" if dated else word


def _words_of_item(item: Any) -> str:
    """Give one of several values; of one that has parts but no address, its parts."""
    parts = None if isinstance(item, Certificate) else _parts(item)
    if parts is None:
        return _words(item)
    return " ".join(f"{name} {_words(part)}" for name, part in parts.items())


def _routes(finding: Finding) -> Iterable[str]:
    yield from (fact.fact for fact in finding.proof)
    yield from finding.missing
    yield from (f"flows.{hop.flow}" for hop in finding.path)
    yield from (
        f"{section}.{finding.culprit}"
        for section in ("hosts", "organisations", "activities", "claims", "questions")
    )

"""What findings rest on: facts of the case, the successions that they need, and the instruments in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, TypeVar

from msgspec import UNSET
from msgspec.structs import replace

from auditor.graph.access_laws import has_lapsed
from auditor.judging.confidence_text import footing
from auditor.judging.proof import place, value_words
from auditor.model.case.agreements import Agreement
from auditor.model.case.ownership import Ownership
from auditor.model.dates import holds
from auditor.model.evidence import Routes
from auditor.model.materials import Fact, Materials, several
from auditor.model.result.findings import ProofFact
from auditor.model.result.shown import NOT_MADE
from auditor.model.scalars import Share, Words
from auditor.model.vocabulary import KNOWN_OF_STATUS, UNKNOWN

#: By what premises are looked up: an address, or several.
Key = TypeVar("Key")


class Premises:
    """The premises that facts give, each made once: thousands of findings rest on the same, some on thousands.

    Where they are not `shown`, they have neither a value in words nor a place.
    """

    def __init__(self, materials: Materials, *, shown: bool = True) -> None:
        self._materials = materials
        self._successors = _successors(materials)
        self._untold = _Made(self._settled)
        self._told = _Made(self._worded)
        self._footings: _Made[Routes] = _Made(lambda facts: tuple(footing(self.untold(facts))))
        self.shown = shown

    def of(self, routes: Iterable[str]) -> list[ProofFact]:
        """Give the settled facts among `routes`, each once, in the order of the reasoning, with any succession they need."""
        return self.told(routes) if self.shown else self.untold(routes)

    def told(self, routes: Iterable[str]) -> list[ProofFact]:
        """Give the same with their values in words and their places."""
        return _each(self._told, routes)

    def untold(self, routes: Iterable[str]) -> list[ProofFact]:
        """Give the same without."""
        return _each(self._untold, routes)

    def footing(self, shown_by: Iterable[Routes]) -> list[ProofFact]:
        """Give those by which something says what it rests on, of lists of facts that show it.

        Thousands of findings rest on one long list besides a few facts of their own, so that its footing is worked out once.
        """
        return footing(
            chain.from_iterable(
                self._untold[facts[0]] if len(facts) == 1 else self._footings[facts] for facts in shown_by
            )
        )

    def _settled(self, route: str) -> tuple[ProofFact, ...]:
        fact = self._materials.fact(route)
        steps = self._successions(fact) if self._successors else ()
        return tuple(
            ProofFact(fact=each.route, value=NOT_MADE, known=each.known, source=each.source, place=NOT_MADE)
            for each in (fact, *steps)
            if not each.unsettled
        )

    def _successions(self, fact: Fact) -> list[Fact]:
        """Give the facts by which a successor stands for an organisation that a fact names and that has ended."""
        section, _, name = fact.route.partition(".")
        entity = getattr(self._materials.case, section).get(name) if fact.value == "stated" else None
        named = (
            (*several(entity.from_), *several(entity.to))
            if section == "flows" and entity is not None
            else _words_of(fact.value)
        )
        found: dict[str, None] = {}
        for word in named:
            while word in self._successors and word not in found:
                found[word] = None
                word = self._successors[word]  # noqa: PLW2901
        return [self._materials.fact(f"organisations.{word}.succeeded_by") for word in found]

    def _worded(self, route: str) -> tuple[ProofFact, ...]:
        materials = self._materials
        return tuple(
            replace(
                premise,
                value=_value(materials, materials.fact(premise.fact)),
                place=place(materials, premise.fact),
            )
            for premise in self._untold[route]
        )


class _Made(dict[Key, tuple[ProofFact, ...]]):
    """Premises, made when they are first asked for."""

    def __init__(self, make: Callable[[Key], tuple[ProofFact, ...]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> tuple[ProofFact, ...]:
        made = self[key] = self._make(key)
        return made


def _each(made: Mapping[str, tuple[ProofFact, ...]], routes: Iterable[str]) -> list[ProofFact]:
    return list({fact.fact: fact for of_one in map(made.__getitem__, routes) for fact in of_one}.values())


def instrument_premises(materials: Materials, names: Iterable[str]) -> list[ProofFact]:
    """Give the instruments in force as premises, with the text that says so; one that lapsed shows nothing."""
    laws = materials.knowledge.instruments
    return [
        ProofFact(
            f"instruments.{name}", laws[name].cite, KNOWN_OF_STATUS[laws[name].status], laws[name].official
        )
        for name in dict.fromkeys(names)
        if not has_lapsed(laws[name], materials.as_of)
    ]


def _value(materials: Materials, fact: Fact) -> str:
    """Give the value of a fact in words; for a whole entity, what it says in short."""
    if fact.value != "stated":
        return value_words(fact.value)
    section, _, name = fact.route.partition(".")
    entity = getattr(materials.case, section).get(name)
    if isinstance(entity, Ownership):
        return " ".join(
            part for part in (f"{entity.owner} > {entity.of}", _share(entity), entity.since) if part
        )
    if section == "flows" and entity is not None:
        return f"{value_words(entity.from_)} > {value_words(entity.to)}"
    return entity.is_ if isinstance(entity, Agreement) else "stated"


def _share(link: Ownership) -> str:
    stated = link.votes if link.votes is not UNSET else link.shares
    if isinstance(stated, Share):
        return stated.value or f"{stated.min or 0} – {stated.max or 100} %"
    return " ".join(said for said in (link.kind, stated) if isinstance(said, str) and said != UNKNOWN)


def _successors(materials: Materials) -> dict[str, str]:
    """Give what stands on the date of the case for each organisation that has ended."""
    return {
        name: entry.succeeded_by
        for name, entry in materials.case.organisations.items()
        if entry.ends and entry.succeeded_by and not holds("", entry.ends, materials.as_of)
    }


def _words_of(value: Any) -> list[str]:
    if isinstance(value, Words):
        return []
    return [value] if isinstance(value, str) else [word for word in value if isinstance(word, str)]

"""Who holds which places in an activity: who operates them, and who the machines below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import Final

from msgspec import Struct

from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.model.evidence import distinct

_END: Final = attrgetter("b")


class Standing(Struct, frozen=True, gc=False):
    """An organisation that operates a place, and by which facts; `over` is who stands above it, where it operates a machine below."""

    who: str
    head: str
    facts: tuple[str, ...]
    over: str = ""


#: Who operates a place, and who operates the machines below it.
OfPlace = tuple[Sequence[Standing], Sequence[Standing]]


class PlacesHeld(Struct, frozen=True):
    """Of legal persons in an activity: a hop and the facts that show each, whose host it receives from or runs below, and its hops."""

    shown: dict[str, tuple[Hop, tuple[str, ...]]]
    hops: dict[str, tuple[Hop, ...]]
    above: dict[str, tuple[str, ...]]


class Holders:
    """Who holds the places of an estate, looked up once for each place."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._of_place: Callable[[str], OfPlace] = cache(partial(_of_place, estate))
        self._names_at: Callable[[str], tuple[str, ...]] = cache(partial(_names_at, estate))

    @cached_property
    def places_of(self) -> dict[str, list[str]]:
        """The places that each legal person holds, or runs a machine below."""
        found: dict[str, list[str]] = defaultdict(list)
        for place in (*self.estate.case.hosts, *self.estate.case.organisations):
            for who in set(map(self.estate.head, self._names_at(place))):
                found[who].append(place)
        return dict(found)

    def names(self, sheet: ActivityIndex) -> set[str]:
        """Give the organisations that hold a place in an activity, and the legal persons that they are."""
        return set().union(*map(self._names_at, _places(sheet)))

    def places_held(self, sheet: ActivityIndex, wanted: AbstractSet[str]) -> PlacesHeld:
        """Note who of those `wanted` holds a place of `sheet`, and from whom it has the data; people count as the empty name."""
        shown: dict[str, tuple[Hop, tuple[str, ...]]] = {}
        hops: dict[str, dict[str, Hop]] = defaultdict(dict)
        above: dict[str, set[str]] = defaultdict(set)
        held = self._held(sheet, wanted)
        for hop in sheet.hops:
            if hop.a not in held and hop.b not in held:
                continue
            over = self.estate.head(self.estate.operator(hop.a))
            at_b, below_b = held.get(hop.b, ((), ()))
            at_a, below_a = held.get(hop.a, ((), ()))
            for end, listed in ((hop.b, at_b), (hop.a, at_a), (hop.a, below_a), (hop.b, below_b)):
                for each in listed:
                    above[each.head].add(each.over or over)
                    shown.setdefault(each.head, (hop, each.facts))
                    if end == hop.b:
                        hops[each.head][hop.id] = hop
        return PlacesHeld(
            shown=shown,
            hops={who: tuple(found.values()) for who, found in hops.items()},
            above={who: tuple(sorted(found)) for who, found in above.items()},
        )

    def _held(self, sheet: ActivityIndex, wanted: AbstractSet[str]) -> dict[str, OfPlace]:
        """Give the places that those `wanted` hold, at least those of `sheet`: who operates each, and who the machines below."""
        found: dict[str, OfPlace] = {}
        held = [self.places_of.get(who, ()) for who in wanted]
        few = sum(map(len, held)) < len(sheet.hops)
        for place in chain.from_iterable(held) if few else _places(sheet):
            standing, under = self._of_place(place)
            at = [each for each in standing if each.head in wanted]
            below = [each for each in under if each.head in wanted] if under else under
            if at or below:
                found[place] = at, below
        return found


def _places(sheet: ActivityIndex) -> set[str]:
    return set(map(_END, sheet.hops)).union(sheet.leaving())


def _of_place(estate: Estate, place: str) -> OfPlace:
    """Give who operates a place, if somebody named does, and the machines below: the same for all flows that begin or end there."""
    facts = (f"hosts.{place}.operator",) if place in estate.case.hosts else ()
    return _named(estate, estate.operator(place), facts), list(_under(estate, place))


def _under(estate: Estate, place: str) -> Iterator[Standing]:
    """Give who operates the machines below a place."""
    upper = place
    for machine in estate.machines(place):
        facts = (f"hosts.{upper}.runs_on", f"hosts.{machine}.operator")
        over = estate.head(estate.operator(upper))
        yield from _named(estate, estate.operator(machine), facts, over)
        upper = machine


def _named(estate: Estate, who: str, facts: tuple[str, ...], over: str = "") -> list[Standing]:
    named = who in estate.case.organisations
    return [Standing(who=who, head=estate.head(who), facts=facts, over=over)] if named else []


def _names_at(estate: Estate, place: str) -> tuple[str, ...]:
    """Give those who hold a place or run a machine below it, and the legal persons that they are."""
    operators = map(estate.operator, (place, *estate.machines(place)))
    named = [who for who in operators if who in estate.case.organisations]
    return distinct((*named, *map(estate.head, named)))

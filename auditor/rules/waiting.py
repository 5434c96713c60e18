"""What waits for each missing fact: facts for which the same waits are listed together, however many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from auditor.model.columns import rows_by_value
from auditor.model.vocabulary import Severity, gravity
from auditor.rules.open_matches import Listed
from auditor.rules.own_facts import OwnFacts

#: From how many addresses on a list is counted where they recur.
MOST_UNCOUNTED: Final = 1 << 12


class Way(Struct, frozen=True, cache_hash=True):
    """How a match of a rule waits for facts: as grave as it could be, for so many facts, worth asking about or not.

    `shown` tells that it breaks the rule whatever they are, and that they only decide how grave that is.
    """

    rule: str
    severity: Severity
    distance: int
    live: bool
    shown: bool


class Waiting(Struct, frozen=True, eq=False):
    """What waits for a missing fact, which the question on `field` asks for: rules, the gravest it could come to, and how many matches.

    `live_points` are those worth asking about, `dormant_points` the others; `distance` is the fewest facts missing to one of them.
    `undecided` tells that a live one waits to be decided, `shown` that the fact decides how grave something established is, `asked` that
    somebody asked for it already.
    """

    field: str
    rules: frozenset[str] = frozenset()
    severity: Severity | None = None
    live_points: int = 0
    dormant_points: int = 0
    distance: int = 0
    undecided: bool = False
    shown: bool = False
    asked: bool = False

    @property
    def live(self) -> bool:
        """Whether the fact is worth asking for."""
        return self.live_points > 0 or self.asked

    @property
    def points(self) -> int:
        """How many points wait for the fact: the live ones, of a fact for which only dormant ones wait those."""
        return self.live_points or self.dormant_points

    def and_with(self, way: Way, matches: int) -> Waiting:
        """Give the same with so many matches more that wait in one way."""
        return Waiting(
            field=self.field,
            rules=self.rules | {way.rule},
            severity=graver(self.severity, way.severity),
            live_points=self.live_points + (matches if way.live else 0),
            dormant_points=self.dormant_points + (0 if way.live else matches),
            distance=min(self.distance or way.distance, way.distance),
            undecided=self.undecided or (way.live and not way.shown),
            shown=self.shown or way.shown,
            asked=self.asked,
        )


def graver(first: Severity | None, second: Severity | None) -> Severity | None:
    """Give the graver of two severities, of which either may be missing."""
    if first is None or second is None:
        return first or second
    return second if gravity(second) > gravity(first) else first


#: A kind of facts, where they stand in entries that are listed in place of them, and a way in which matches wait for them.
_Place = tuple[str, str, Way]


class MissingFacts:
    """How many matches wait in each way for each fact: addresses are listed by their kind and the way, and counted many at a time.

    Where they recur they are counted as lists grow, as a count takes more than the address of what comes once. Of facts that stand at one
    place of thousands of entries, the entries are listed. What is missing to thousands of matches alike, such as a fact on each activity
    whose data is kept, is counted as one.
    """

    def __init__(self) -> None:
        self._listed: dict[_Place, list[str]] = {}
        self._counted: dict[_Place, Counter[str]] = {}
        self._together: dict[_Place, Counter[Listed]] = {}

    def add(self, way: Way, facts: Mapping[str, Sequence[str]], together: Sequence[Listed] = ()) -> None:
        """Add matches that wait in one way: the facts of all of them by kind, and those that each shares with many."""
        for kind, more in facts.items():
            path, addresses = (more.path, more.entries) if type(more) is OwnFacts else ("", more)
            listed = self._listed.setdefault((kind, path, way), [])
            listed += addresses
            if len(listed) > MOST_UNCOUNTED:
                self._count((kind, path, way), before=len(listed) - len(more))
        for many, matches in Counter(together).items() if together else ():
            for kind in many.of_kind:
                self._together.setdefault((kind, "", way), Counter())[many] += matches

    def waited_for(self) -> dict[Waiting, Sequence[str]]:
        """Give the facts by what waits for them."""
        places: dict[str, dict[_Place, None]] = defaultdict(dict)
        for place in (*self._listed, *self._together):
            places[place[0]][place] = None
        found: dict[Waiting, Sequence[str]] = {}
        for kind, of_kind in places.items():
            counts = {place: self._counts(place) for place in of_kind}
            path = _one_path(counts)
            for each, listed in _of_kind(kind, counts, path).items():
                found[each] = OwnFacts(listed, path) if path else listed
        return found

    def copy(self) -> MissingFacts:
        """Give the same, to which more may be added."""
        made = MissingFacts()
        made._listed = {key: [*listed] for key, listed in self._listed.items()}
        made._counted = {key: counts.copy() for key, counts in self._counted.items()}
        made._together = {key: counts.copy() for key, counts in self._together.items()}
        return made

    def _count(self, place: _Place, *, before: int) -> None:
        """Count the addresses of a list each time that it has doubled, and keep it where most of them come once."""
        listed = self._listed[place]
        if len(listed).bit_length() == before.bit_length():
            return
        if 2 * len(set(listed)) < len(listed):
            self._counted.setdefault(place, Counter()).update(listed)
            listed.clear()

    def _counts(self, place: _Place) -> Mapping[str, int]:
        """Give how many matches wait in one way for each fact of a kind, or of each entry that is listed in place of it."""
        listed = self._listed.get(place, ())
        if place not in self._counted and place not in self._together:
            once = dict.fromkeys(listed, 1)
            if len(once) == len(listed):
                return once
        counts = Counter(self._counted.get(place))
        counts.update(listed)
        for many, matches in self._together.get(place, {}).items():
            counts.update(dict.fromkeys(many.of_kind[place[0]], matches))
        return counts


def _one_path(counts: Mapping[_Place, Mapping[str, int]]) -> str:
    """Give where all facts of a kind stand in their entries; nothing where they stand at several places, or no entries are listed."""
    paths = {path for _, path, _ in counts if path}
    path = paths.pop() if len(paths) == 1 else ""
    addresses = chain.from_iterable(of_place for place, of_place in counts.items() if not place[1])
    return path if path and all(address.endswith(f".{path}") for address in addresses) else ""


def _of_kind(
    kind: str, counts: Mapping[_Place, Mapping[str, int]], one_path: str
) -> dict[Waiting, list[str]]:
    """Give the facts of a kind by what waits for them, or their entries where all of them stand at one path."""
    ways = [
        (way, _facts(of_place, path, one_path), [*of_place.values()])
        for (_, path, way), of_place in counts.items()
    ]
    if len(set().union(*[facts for _, facts, _ in ways])) == sum(map(len, counts.values())):
        return _each_in_one_way(Waiting(kind), ways)
    waiting: dict[str, Waiting] = {}
    none_yet = Waiting(kind)
    for way, facts, counted in ways:
        with_more: dict[tuple[Waiting, int], Waiting] = {}
        for fact, matches in zip(facts, counted, strict=True):
            before = waiting.get(fact, none_yet)
            after = with_more.get((before, matches))
            if after is None:
                after = with_more[before, matches] = before.and_with(way, matches)
            waiting[fact] = after
    found: dict[Waiting, list[str]] = {}
    for fact, each in waiting.items():
        found.setdefault(each, []).append(fact)
    return found


def _each_in_one_way(
    none_yet: Waiting, ways: Iterable[tuple[Way, list[str], list[int]]]
) -> dict[Waiting, list[str]]:
    """Give facts by what waits for them where matches wait for each in one way only: in which, the facts, and how many for each."""
    return {
        none_yet.and_with(way, matches): [facts[row] for row in rows]
        for way, facts, counted in ways
        for matches, rows in rows_by_value(counted).items()
    }


def _facts(listed: Iterable[str], path: str, one_path: str) -> list[str]:
    """Give the facts that are listed, or whose entries are where they stand at a `path`; their entries where all stand at one path."""
    if path == one_path:
        return [*listed]
    if path:
        return [*OwnFacts([*listed], path)]
    return [address.removesuffix(f".{one_path}") for address in listed]

"""What waits for each missing fact: facts for which the same waits are listed together, however many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from auditor.model.vocabulary import Severity, gravity
from auditor.rules.open_matches import Listed

#: How many addresses of facts wait to be counted at a time.
MOST_UNCOUNTED: Final = 1 << 14


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


def _each_with_more(way: Way) -> Callable[[Waiting, int], Waiting]:
    """Give what gives the same with so many matches more that wait in one way, each once."""
    return cache(lambda waiting, matches: waiting.and_with(way, matches))


def graver(first: Severity | None, second: Severity | None) -> Severity | None:
    """Give the graver of two severities, of which either may be missing."""
    if first is None or second is None:
        return first or second
    return second if gravity(second) > gravity(first) else first


class MissingFacts:
    """How many matches wait in each way for each fact: addresses are listed by their kind and the way, and counted many at a time.

    What is missing to thousands of matches alike, such as a fact on each activity whose data is kept, is counted as one.
    """

    def __init__(self) -> None:
        self._uncounted: dict[tuple[str, Way], list[str]] = {}
        self._together: dict[Way, Counter[Listed]] = {}
        self._counted: dict[str, dict[Way, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def add(self, way: Way, facts: Mapping[str, Sequence[str]], together: Sequence[Listed] = ()) -> None:
        """Add matches that wait in one way: the facts of all of them by kind, and those that each shares with many."""
        for kind, more in facts.items():
            listed = self._uncounted.setdefault((kind, way), [])
            listed += more
            if len(listed) > MOST_UNCOUNTED:
                self._count(kind, way, listed)
        if together:
            self._together.setdefault(way, Counter()).update(together)

    def waited_for(self) -> dict[Waiting, list[str]]:
        """Give the facts by what waits for them."""
        found: dict[Waiting, list[str]] = {}
        for kind, ways in self._all_counted().items():
            waiting: dict[str, Waiting] = {}
            none_yet = Waiting(kind)
            for way, counts in ways.items():
                with_more = _each_with_more(way)
                for fact, matches in counts.items():
                    waiting[fact] = with_more(waiting.get(fact, none_yet), matches)
            for fact, each in waiting.items():
                found.setdefault(each, []).append(fact)
        return found

    def copy(self) -> MissingFacts:
        """Give the same, to which more may be added."""
        made = MissingFacts()
        for kind, ways in self._all_counted().items():
            made._counted[kind].update({way: counts.copy() for way, counts in ways.items()})
        return made

    def _all_counted(self) -> Mapping[str, Mapping[Way, Counter[str]]]:
        """Give the counts by kind, way and fact."""
        for (kind, way), listed in self._uncounted.items():
            self._count(kind, way, listed)
        for way, alike in self._together.items():
            for together, matches in alike.items():
                for kind, facts in together.of_kind.items():
                    self._counted[kind][way].update(dict.fromkeys(facts, matches))
        self._together.clear()
        return self._counted

    def _count(self, kind: str, way: Way, listed: list[str]) -> None:
        self._counted[kind][way].update(listed)
        listed.clear()

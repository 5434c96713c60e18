"""What waits for each missing fact: facts for which the same waits are listed together, however many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from auditor.model.vocabulary import Severity, gravity
from auditor.rules.open_matches import Listed

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


#: A kind of facts, and a way in which matches wait for them.
_KindAndWay = tuple[str, Way]


class MissingFacts:
    """How many matches wait in each way for each fact: addresses are listed by their kind and the way, and counted many at a time.

    Where they recur they are counted as lists grow, as a count takes more than the address of what comes once. What is missing to
    thousands of matches alike, such as a fact on each activity whose data is kept, is counted as one.
    """

    def __init__(self) -> None:
        self._listed: dict[_KindAndWay, list[str]] = {}
        self._counted: dict[_KindAndWay, Counter[str]] = {}
        self._together: dict[_KindAndWay, Counter[Listed]] = {}

    def add(self, way: Way, facts: Mapping[str, Sequence[str]], together: Sequence[Listed] = ()) -> None:
        """Add matches that wait in one way: the facts of all of them by kind, and those that each shares with many."""
        for kind, more in facts.items():
            listed = self._listed.setdefault((kind, way), [])
            listed += more
            if len(listed) > MOST_UNCOUNTED:
                self._count(kind, way, before=len(listed) - len(more))
        for many, matches in Counter(together).items() if together else ():
            for kind in many.of_kind:
                self._together.setdefault((kind, way), Counter())[many] += matches

    def waited_for(self) -> dict[Waiting, list[str]]:
        """Give the facts by what waits for them."""
        ways: dict[str, dict[Way, None]] = defaultdict(dict)
        for kind, way in (*self._listed, *self._together):
            ways[kind][way] = None
        found: dict[Waiting, list[str]] = {}
        for kind, of_kind in ways.items():
            waiting: dict[str, Waiting] = {}
            none_yet = Waiting(kind)
            for way in of_kind:
                with_more: dict[tuple[Waiting, int], Waiting] = {}
                for fact, matches in self._counts(kind, way).items():
                    before = waiting.get(fact, none_yet)
                    after = with_more.get((before, matches))
                    if after is None:
                        after = with_more[before, matches] = before.and_with(way, matches)
                    waiting[fact] = after
            for fact, each in waiting.items():
                found.setdefault(each, []).append(fact)
        return found

    def copy(self) -> MissingFacts:
        """Give the same, to which more may be added."""
        made = MissingFacts()
        made._listed = {key: [*listed] for key, listed in self._listed.items()}
        made._counted = {key: counts.copy() for key, counts in self._counted.items()}
        made._together = {key: counts.copy() for key, counts in self._together.items()}
        return made

    def _count(self, kind: str, way: Way, *, before: int) -> None:
        """Count the addresses of a list each time that it has doubled, and keep it where most of them come once."""
        listed = self._listed[kind, way]
        if len(listed).bit_length() == before.bit_length():
            return
        counts = Counter(listed)
        if 2 * len(counts) < len(listed):
            self._counted.setdefault((kind, way), Counter()).update(counts)
            listed.clear()

    def _counts(self, kind: str, way: Way) -> Counter[str]:
        """Give how many matches wait in one way for each fact of a kind."""
        counts = Counter(self._counted.get((kind, way)))
        counts.update(self._listed.get((kind, way), ()))
        for many, matches in self._together.get((kind, way), {}).items():
            counts.update(dict.fromkeys(many.of_kind[kind], matches))
        return counts

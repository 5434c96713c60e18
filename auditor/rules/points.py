"""The open points of a rule, many at a time: they are put together by their keys where any two of them may be of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import astuple, replace

from auditor.model.vocabulary import Severity, gravity


class Point(Struct, frozen=True, eq=False):
    """An open point of a rule as it is counted, which is what its witness is: the gravest match, to which the fewest facts are missing.

    `ceiling` is how grave it could be, `distance` how many facts are missing, `asked` by which questions; `gates` tells whether it may
    fail a build. A point is `live` where one of its matches is. It is `tied` where matches differ that could be its witness, and
    `unsure` where it depends on how well it is known whether it counts.
    """

    rule: str
    ceiling: Severity
    distance: int
    asked: frozenset[str]
    gates: bool
    live: bool
    unsure: bool
    tied: bool = False

    def and_with(self, other: Point) -> Point:
        """Give what both come to as one point."""
        order = gravity(other.ceiling) - gravity(self.ceiling) or self.distance - other.distance
        witness = self if order <= 0 else other
        differ = (self.asked, self.gates) != (other.asked, other.gates)
        unsure = witness.unsure if order else self.unsure or other.unsure
        tied = witness.tied if order else self.tied or other.tied or differ
        return replace(witness, live=self.live or other.live, unsure=unsure, tied=tied)


class Points:
    """The open points of a rule by their keys; of those that are alike there is one object, however many there are.

    What is added is listed. Most keys are those of one match, or of matches that are alike: then points are counted without a look-up of
    each key, and by their keys only where one is asked for.
    """

    def __init__(self) -> None:
        self._alike: dict[tuple[object, ...], Point] = {}
        self._joined: dict[tuple[Point, Point], Point] = {}
        self._by_key: dict[str, Point] = {}
        self._added: list[tuple[Sequence[str], Point]] = []
        self._counts: Counter[Point] | None = None

    def one(self, point: Point) -> Point:
        """Give the one object for all points that are alike."""
        return self._alike.setdefault(astuple(point), point)

    def add(self, keys: Sequence[str], point: Point) -> None:
        """Add a point for each of some keys."""
        self._added.append((keys, point))
        self._counts = None

    @property
    def by_key(self) -> Mapping[str, Point]:
        """What the points of each key come to."""
        for keys, point in self._added:
            again = () if self._by_key.keys().isdisjoint(keys) else self._by_key.keys() & keys
            both = {key: self._both(self._by_key[key], point) for key in again}
            self._by_key |= dict.fromkeys(keys, point)
            self._by_key |= both
        self._added = []
        return self._by_key

    @property
    def counts(self) -> Counter[Point]:
        """How many there are of each."""
        if self._counts is None:
            self._counts = self._counted()
        return self._counts

    @property
    def tied(self) -> Iterable[str]:
        """The keys of the live points of which several matches could be the witness."""
        if not any(point.tied and point.live for point in self.counts):
            return ()
        return (key for key, point in self._by_key.items() if point.tied and point.live)

    def settle(self, key: str, point: Point) -> None:
        """Have the point of a key be the one that its witness comes to."""
        self._by_key[key] = point
        self._counts = None

    def copy(self) -> Points:
        """Give the same, to which more may be added."""
        made = Points()
        made._alike = dict(self._alike)
        made._by_key = dict(self._by_key)
        made._added = [*self._added]
        return made

    def _counted(self) -> Counter[Point]:
        if not self._by_key:
            keys: dict[Point, set[str]] = {}
            for some, point in self._added:
                keys.setdefault(point, set()).update(some)
            counts = Counter({point: len(of_one) for point, of_one in keys.items()})
            if len(keys) < 2 or len(set().union(*keys.values())) == counts.total():
                return counts
        return Counter(self.by_key.values())

    def _both(self, known: Point, more: Point) -> Point:
        if known is more:
            return known
        found = self._joined.get((known, more))
        if found is None:
            found = self._joined[known, more] = self.one(known.and_with(more))
        return found

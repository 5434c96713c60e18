"""What rules come to, counted while they are held against subjects: by rule, by open point, and by missing fact.

Of tens of thousands of subjects something is not stated that a rule asks for. What most formats show of that is how many points are
open, and a question on each missing fact. So of such a subject nothing is kept but what it adds here: to the open point of its rule and
culprit, and its missing facts to those for which something waits in the same way. Points that are alike are one object, however many
there are, and so is what waits for facts for which the same waits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import UNSET, Struct
from msgspec.structs import astuple, replace

from auditor.model.policy import Rule
from auditor.model.result.findings import PointsTold
from auditor.model.vocabulary import Severity, gravity
from auditor.rules.open_matches import AskedAlike, Asking, OpenMatches
from auditor.rules.patterns import Pattern
from auditor.rules.severity import SeverityRange
from auditor.rules.waiting import MissingFacts, Waiting, Way


class Judged(Struct):
    """How many subjects a rule applied to, and how many of them it could decide: established or excluded.

    `broken` counts the matches that break it, `open` those of which that is open, `live` those of them that are worth asking about.
    `subjects` are those it applied to, where they were to be listed.
    """

    applicable: int = 0
    decided: int = 0
    broken: int = 0
    open: int = 0
    live: int = 0
    subjects: list[str] | None = None

    def add(self, subjects: int, *, decided: bool) -> None:
        """Count so many subjects that the rule applies to."""
        self.applicable += subjects
        self.decided += subjects if decided else 0


class Point(Struct, frozen=True, eq=False):
    """An open point of a rule as it is counted, which is what its witness is: the gravest match, to which the fewest facts are missing.

    `ceiling` is how grave it could be, `distance` how many facts are missing, `asked` by which questions; `gates` tells whether it may
    fail a build. A point is `live` where one of its matches is. It is `unsure` where matches differ that could be its witness.
    """

    rule: str
    ceiling: Severity
    distance: int
    asked: frozenset[str]
    gates: bool
    live: bool
    unsure: bool

    def and_with(self, other: Point) -> Point:
        """Give what both come to as one point."""
        order = gravity(other.ceiling) - gravity(self.ceiling) or self.distance - other.distance
        witness = self if order <= 0 else other
        differ = (self.asked, self.gates) != (other.asked, other.gates)
        unsure = witness.unsure if order else self.unsure or other.unsure or differ
        return replace(witness, live=self.live or other.live, unsure=unsure)


class Tally:
    """What rules come to in an estate. Rules `gating` may fail a build, whatever they say of that themselves."""

    def __init__(self, gating: Collection[str] = ()) -> None:
        #: How many subjects each rule applies to, by its id.
        self.judged: dict[str, Judged] = {}
        self._gating = frozenset(gating)
        self._asking = Asking()
        self._missing = MissingFacts()
        self._facts: Mapping[Waiting, Sequence[str]] | None = None
        #: The open points of each rule by their keys, and how many of each there are where none will be told by its key.
        self._points: dict[str, dict[str, Point]] = {}
        self._keyless: dict[str, Counter[Point]] = {}
        self._broken: dict[str, set[str]] = {}
        self._supposed: set[str] = set()
        self._kinds: dict[str, dict[tuple[object, ...], Point]] = {}
        self._joined: dict[tuple[Point, Point], Point] = {}

    def add_open(self, rule: Rule, found: Pattern, matches: OpenMatches) -> None:
        """Count matches of which it is open whether they break the rule, which comes to what was `found` for all of them."""
        judged = self.judged[rule.id]
        judged.open += len(matches.keys)
        judged.live += sum(matches.live)
        for alike in self._asking.alike(matches):
            self._add_points(rule, alike.keys, self._point(rule, found, alike))
            way = Way(rule.id, found.grave.ceiling, alike.distance, alike.live, shown=False)
            self._missing.add(way, alike.facts, alike.together)
        self._facts = None
        if judged.open and rule.kind == "what-if":
            self._supposed.add(rule.id)

    def add_broken(self, rule: Rule, matches: Sequence[tuple[str, SeverityRange]]) -> None:
        """Count matches that break the rule, each by its key; facts may decide how grave it is, as grave for all of them."""
        self.judged[rule.id].broken += len(matches)
        self._broken.setdefault(rule.id, set()).update([key for key, _ in matches])
        decided = [(key, grave) for key, grave in matches if grave.missing]
        if not decided:
            return
        deciding = OpenMatches(
            keys=[key for key, _ in decided],
            missing=[[grave.missing for _, grave in decided]],
            live=[True] * len(decided),
        )
        for alike in self._asking.alike(deciding):
            way = Way(rule.id, decided[0][1].ceiling, alike.distance, live=True, shown=True)
            self._missing.add(way, alike.facts, alike.together)
        self._facts = None

    @property
    def facts(self) -> Mapping[Waiting, Sequence[str]]:
        """The missing facts, by what waits for them."""
        if self._facts is None:
            self._facts = self._missing.waited_for()
        return self._facts

    def tells(self, rule: str, key: str, told: PointsTold) -> bool:
        """Tell whether what the matches of a rule and a key come to is told of its own, where of open points those of `told` are.

        Where not all are, it still is where a match breaks the rule or the rule only supposes; and so is a live point of a rule that is
        broken elsewhere, as what to do is told along with that, and one that does not count the same whatever stands for it.
        """
        broken = self._broken.get(rule, ())
        if told == "all" or rule in self._supposed or key in broken:
            return True
        point = self._points.get(rule, {}).get(key)
        return point is not None and point.live and (told == "live" or bool(broken) or point.unsure)

    def may_tell(self, rule: str, told: PointsTold) -> bool:
        """Tell whether any open point of a rule may be told of its own."""
        if told == "all" or rule in self._supposed or rule in self._broken:
            return True
        return any(
            point.live and (told == "live" or point.unsure) for point in self._kinds.get(rule, {}).values()
        )

    def forget_keys(self, rule: str, told: PointsTold) -> None:
        """Keep of the open points of a rule, all of which were added, how many there are of each, unless some of them are told."""
        if rule in self._points and not self.may_tell(rule, told):
            self._keyless[rule] = Counter(self._points.pop(rule).values())

    def untold(self, told: PointsTold) -> Counter[Point]:
        """Give the open points that are not told of their own, and how many there are of each."""
        found: Counter[Point] = Counter()
        for counts in self._keyless.values():
            found.update(counts)
        for rule, points in self._points.items():
            if self.may_tell(rule, told):
                found.update(point for key, point in points.items() if not self.tells(rule, key, told))
            else:
                found.update(points.values())
        return found

    def copy(self) -> Tally:
        """Give a tally with the same, to which further rules may add."""
        made = Tally(self._gating)
        made.judged = dict(self.judged)
        made._missing = self._missing.copy()
        made._points = {rule: dict(points) for rule, points in self._points.items()}
        made._keyless = dict(self._keyless)
        made._broken = {rule: set(keys) for rule, keys in self._broken.items()}
        made._supposed = set(self._supposed)
        made._kinds = {rule: dict(kinds) for rule, kinds in self._kinds.items()}
        return made

    def _add_points(self, rule: Rule, keys: Sequence[str], point: Point) -> None:
        """Add points that are alike, each by its key, to those that are there."""
        points = self._points.setdefault(rule.id, {})
        again = () if points.keys().isdisjoint(keys) else points.keys() & keys
        both = {key: self._both(points[key], point) for key in again}
        points.update(dict.fromkeys(keys, point))
        points.update(both)

    def _point(self, rule: Rule, found: Pattern, alike: AskedAlike) -> Point:
        own = rule.id in self._gating
        unsure = found.gates and not own and rule.gate_confidence is not UNSET
        what = (found.grave.ceiling, alike.count, alike.kinds, found.gates or own, alike.live, unsure)
        return self._one(rule.id, *what)

    def _one(self, rule: str, *what: Any) -> Point:
        """Give the one object for all points of a rule that are alike."""
        kinds = self._kinds.setdefault(rule, {})
        found = kinds.get(what)
        if found is None:
            found = kinds[what] = Point(rule, *what)
        return found

    def _both(self, known: Point, more: Point) -> Point:
        if known is more:
            return known
        found = self._joined.get((known, more))
        if found is None:
            found = self._joined[known, more] = self._one(*astuple(known.and_with(more)))
        return found


class NoTally(Tally):
    """Counts no match: of a state that is held against another, the matches are all that is looked at."""

    def add_open(self, rule: Rule, found: Pattern, matches: OpenMatches) -> None:
        """Count nothing."""

    def add_broken(self, rule: Rule, matches: Sequence[tuple[str, SeverityRange]]) -> None:
        """Count nothing."""

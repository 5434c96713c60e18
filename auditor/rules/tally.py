"""What rules come to, counted while they are held against subjects: by rule, by open point, and by missing fact.

Of tens of thousands of subjects something is not stated that a rule asks for. What most formats show of that is how many points are
open, and a question on each missing fact. So of such a subject nothing is kept but what it adds here: to the open point of its rule and
culprit, and to what waits for each fact that is missing to it. Points that are alike are one object, however many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from msgspec import UNSET, Struct
from msgspec.structs import astuple, replace

from auditor.model.evidence import Routes
from auditor.model.policy import Rule
from auditor.model.result.findings import PointsTold
from auditor.model.vocabulary import Severity, gravity
from auditor.rules.patterns import Pattern
from auditor.rules.questions import fact_route, kind_of
from auditor.rules.severity import SeverityRange


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

    def add(self, subject: str, *, decided: bool) -> None:
        """Count a subject that the rule applies to."""
        self.applicable += 1
        self.decided += decided
        if self.subjects is not None:
            self.subjects.append(subject)


class Waiting(Struct):
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

    def add(self, rule: str, severity: Severity, distance: int, *, live: bool) -> None:
        """Add a match of a rule, as grave as it could be, to which so many facts are missing."""
        if live:
            self.live_points += 1
        else:
            self.dormant_points += 1
        if rule not in self.rules:
            self.rules = _with(self.rules, rule)
        if self.severity != severity:
            self.severity = graver(self.severity, severity)
        if not self.distance or distance < self.distance:
            self.distance = distance


@lru_cache(maxsize=4096)
def _with(rules: frozenset[str], rule: str) -> frozenset[str]:
    """Add a rule to others; thousands of facts share the few sets that there are."""
    return rules | {rule}


def graver(first: Severity | None, second: Severity | None) -> Severity | None:
    """Give the graver of two severities, of which either may be missing."""
    if first is None or second is None:
        return first or second
    return second if gravity(second) > gravity(first) else first


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
        #: What waits for each missing fact, by its address.
        self.facts: dict[str, Waiting] = {}
        self._gating = frozenset(gating)
        self._points: dict[str, dict[str, Point]] = {}
        self._broken: dict[str, set[str]] = {}
        self._supposed: set[str] = set()
        self._kinds: dict[str, dict[tuple[object, ...], Point]] = {}
        self._joined: dict[tuple[Point, Point], Point] = {}

    def add_open(self, rule: Rule, key: str, found: Pattern, missing: Routes, *, live: bool) -> None:
        """Count a match of which it is open whether it breaks the rule, as the facts at `missing` decide."""
        judged, ceiling, asked = self.judged[rule.id], found.grave.ceiling, []
        judged.open += 1
        judged.live += live
        routes = dict.fromkeys(map(fact_route, missing))
        for route in routes:
            waiting = self._waiting(route)
            waiting.add(rule.id, ceiling, len(routes), live=live)
            if live:
                waiting.undecided = True
            asked.append(waiting.field)
        if rule.kind == "what-if":
            self._supposed.add(rule.id)
        own = rule.id in self._gating
        unsure = found.gates and not own and rule.gate_confidence is not UNSET
        gates = found.gates or own
        point = self._alike(rule.id, ceiling, len(missing), frozenset(asked), gates, live, unsure)
        points = self._points.setdefault(rule.id, {})
        known = points.get(key)
        points[key] = point if known is None else self._both(known, point)

    def add_broken(self, rule: Rule, key: str, grave: SeverityRange) -> None:
        """Count a match that breaks the rule; facts may decide how grave that is."""
        self.judged[rule.id].broken += 1
        self._broken.setdefault(rule.id, set()).add(key)
        routes = dict.fromkeys(map(fact_route, grave.missing))
        for route in routes:
            waiting = self._waiting(route)
            waiting.add(rule.id, grave.ceiling, len(routes), live=True)
            waiting.shown = True

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

    def untold(self, told: PointsTold) -> Counter[Point]:
        """Give the open points that are not told of their own, and how many there are of each."""
        if told == "all":
            return Counter()
        return Counter(
            point
            for rule, points in self._points.items()
            for key, point in points.items()
            if not self.tells(rule, key, told)
        )

    def copy(self) -> Tally:
        """Give a tally with the same, to which further rules may add."""
        made = Tally(self._gating)
        made.judged = dict(self.judged)
        made.facts = {route: replace(waiting) for route, waiting in self.facts.items()}
        made._points = {rule: dict(points) for rule, points in self._points.items()}
        made._broken = {rule: set(keys) for rule, keys in self._broken.items()}
        made._supposed = set(self._supposed)
        return made

    def _waiting(self, route: str) -> Waiting:
        found = self.facts.get(route)
        if found is None:
            found = self.facts[route] = Waiting(kind_of(route))
        return found

    def _alike(self, rule: str, *what: Any) -> Point:
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
            found = self._joined[known, more] = self._alike(*astuple(known.and_with(more)))
        return found

"""What rules come to, counted while they are held against subjects: by rule, by open point, and by missing fact.

Of tens of thousands of subjects something is not stated that a rule asks for. What most formats show of that is how many points are
open, and a question on each missing fact. So of such a subject nothing is kept but what it adds here: to the open point of its rule and
culprit, and its missing facts to those for which something waits in the same way. Points that are alike are one object, however many
there are, and so is what waits for facts for which the same waits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import UNSET, Struct

from auditor.model.policy import Rule
from auditor.model.result.findings import PointsTold
from auditor.rules.open_matches import AskedAlike, Asking, OpenMatches
from auditor.rules.patterns import Pattern
from auditor.rules.points import Point, Points
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
        self._points: dict[str, Points] = {}
        self._keyless: dict[str, Counter[Point]] = {}
        self._broken: dict[str, set[str]] = {}
        self._supposed: set[str] = set()

    def add_open(self, rule: Rule, found: Pattern, matches: OpenMatches) -> None:
        """Count matches of which it is open whether they break the rule, which comes to what was `found` for all of them."""
        judged = self.judged[rule.id]
        judged.open += len(matches.keys)
        judged.live += sum(matches.live)
        points = self._points.setdefault(rule.id, Points())
        for alike in self._asking.alike(matches):
            points.add(alike.keys, points.one(self._point(rule, found, alike)))
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
        broken elsewhere, as what to do is told along with that, and one of which it depends on how well it is known whether it counts.
        """
        broken = self._broken.get(rule, ())
        if told == "all" or rule in self._supposed or key in broken:
            return True
        point = self._points[rule].by_key.get(key) if rule in self._points else None
        return point is not None and point.live and (told == "live" or bool(broken) or point.unsure)

    def may_tell(self, rule: str, told: PointsTold) -> bool:
        """Tell whether any open point of a rule may be told of its own."""
        if told == "all" or rule in self._supposed or rule in self._broken:
            return True
        points = self._points[rule].counts if rule in self._points else ()
        return any(point.live and (told == "live" or point.unsure) for point in points)

    def tied(self, rule: str, told: PointsTold) -> frozenset[str]:
        """Give the keys of the live points of a rule that are not told, and of which several matches could be the witness."""
        tied = self._points[rule].tied if rule in self._points else ()
        return frozenset(key for key in tied if not self.tells(rule, key, told))

    def settle(self, rule: Rule, found: Pattern, witness: OpenMatches) -> None:
        """Have a point count as its witness does, which is one match of which the rule comes to what was `found`."""
        points, (key,), (alike,) = self._points[rule.id], witness.keys, self._asking.alike(witness)
        points.settle(key, points.one(self._point(rule, found, alike)))

    def forget_keys(self, rule: str, told: PointsTold) -> None:
        """Keep of the open points of a rule, all of which were added, how many there are of each, unless some of them are told."""
        if rule in self._points and not self.may_tell(rule, told):
            self._keyless[rule] = self._points.pop(rule).counts

    def untold(self, told: PointsTold) -> Counter[Point]:
        """Give the open points that are not told of their own, and how many there are of each."""
        found: Counter[Point] = Counter()
        for counts in self._keyless.values():
            found.update(counts)
        for rule, points in self._points.items():
            if self.may_tell(rule, told):
                each = points.by_key.items()
                found.update(point for key, point in each if not self.tells(rule, key, told))
            else:
                found.update(points.counts)
        return found

    def copy(self) -> Tally:
        """Give a tally with the same, to which further rules may add."""
        made = Tally(self._gating)
        made.judged = dict(self.judged)
        made._missing = self._missing.copy()
        made._points = {rule: points.copy() for rule, points in self._points.items()}
        made._keyless = dict(self._keyless)
        made._broken = {rule: set(keys) for rule, keys in self._broken.items()}
        made._supposed = set(self._supposed)
        return made

    def _point(self, rule: Rule, found: Pattern, alike: AskedAlike) -> Point:
        """Give the open point of a rule to which matches come that are asked about alike."""
        own = rule.id in self._gating
        return Point(
            rule=rule.id,
            ceiling=found.grave.ceiling,
            distance=alike.count,
            asked=alike.kinds,
            gates=found.gates or own,
            live=alike.live,
            unsure=found.gates and not own and rule.gate_confidence is not UNSET,
        )


class NoTally(Tally):
    """Counts no match: of a state that is held against another, the matches are all that is looked at."""

    def add_open(self, rule: Rule, found: Pattern, matches: OpenMatches) -> None:
        """Count nothing."""

    def add_broken(self, rule: Rule, matches: Sequence[tuple[str, SeverityRange]]) -> None:
        """Count nothing."""

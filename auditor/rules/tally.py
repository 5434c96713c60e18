"""What rules come to, counted while they are held against subjects: by rule, by open point, and by missing fact.

Of tens of thousands of subjects something is not stated that a rule asks for. What most formats show of that is how many points are
open, and a question on each missing fact. So of such a subject nothing is kept but what it adds here: to the open point of its rule and
culprit, and its missing facts to those for which something waits in the same way. Points that are alike are one object, however many
there are, and so is what waits for facts for which the same waits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, Final

from msgspec import UNSET, Struct
from msgspec.structs import astuple, replace

from auditor.model.evidence import Routes
from auditor.model.policy import Rule
from auditor.model.result.findings import PointsTold
from auditor.model.vocabulary import Severity, gravity
from auditor.rules.patterns import Pattern
from auditor.rules.questions import VOTES, fact_route, kind_of, parted
from auditor.rules.severity import SeverityRange

#: From how many facts on that a field names they are taken to be named for other subjects too.
MANY: Final = 32
#: How many such lists of facts are told apart.
MOST_MANY: Final = 256
#: Of how many facts their kind is kept.
MOST_KINDS: Final = 1 << 15
#: How many addresses of facts wait to be counted at a time.
MOST_UNCOUNTED: Final = 1 << 16


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

    def add(self, subjects: Iterable[str], *, decided: bool) -> None:
        """Count subjects that the rule applies to."""
        names = list(subjects)
        self.applicable += len(names)
        if decided:
            self.decided += len(names)
        if self.subjects is not None:
            self.subjects += names


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


class _Listed(Struct, frozen=True, eq=False):
    """Facts that a field names for many subjects alike, as one object: themselves, to look them up, and their kinds."""

    facts: Routes
    among: frozenset[str]
    fields: tuple[str, ...]


class _Asked(Struct, frozen=True):
    """The facts that decide a match, those that it shares with many apart; `alike` is what it is told apart from other matches by.

    That is how many facts are missing, how many are asked for, as one of two on a holding may stand for both, and of which kinds they are.
    """

    alike: tuple[int, int, tuple[str, ...]]
    facts: Routes
    together: _Listed | None = None


class _Waiting(Struct):
    """Matches of a rule that wait alike: what each comes to as a point, and the facts of all of them."""

    point: Point
    facts: list[str] = []
    together: list[_Listed] = []


class _Missing:
    """How many matches wait in each way for each fact: addresses are listed by the way, and counted many at a time.

    What is missing to thousands of matches alike, such as a fact on each activity whose data is kept, is counted as one.
    """

    def __init__(self) -> None:
        self._uncounted: dict[Way, list[str]] = {}
        self._together: dict[Way, Counter[_Listed]] = {}
        self._counted: dict[Way, Counter[str]] = {}

    def add(self, way: Way, facts: Collection[str], together: Collection[_Listed]) -> None:
        """Add matches that wait in one way: the facts of all of them, and those that each shares with many."""
        listed = self._uncounted.setdefault(way, [])
        listed += facts
        if len(listed) > MOST_UNCOUNTED:
            self._count(way, listed)
        if together:
            self._together.setdefault(way, Counter()).update(together)

    def counted(self) -> Mapping[Way, Counter[str]]:
        """Give the counts by way and fact."""
        for way, listed in self._uncounted.items():
            self._count(way, listed)
        for way, alike in self._together.items():
            counts = self._counted[way]
            for together, matches in alike.items():
                counts.update(dict.fromkeys(together.facts, matches))
        self._together.clear()
        return self._counted

    def copy(self) -> _Missing:
        """Give the same, to which more may be added."""
        made = _Missing()
        made._counted = {way: counts.copy() for way, counts in self.counted().items()}
        return made

    def _count(self, way: Way, listed: list[str]) -> None:
        self._counted.setdefault(way, Counter()).update(listed)
        listed.clear()


class _Fields(dict[str, str]):
    """The kind of each fact, which the question on it asks for; worked out once for what stands alike in all entries of a section."""

    def __init__(self) -> None:
        super().__init__()
        self._alike: dict[tuple[str, str], str] = {}

    def __missing__(self, route: str) -> str:
        section, _, path = parted(route)
        found = self._alike.get((section, path))
        if found is None:
            found = kind_of(route)
            if path:
                self._alike[section, path] = found
        if len(self) >= MOST_KINDS:
            self.clear()
        self[route] = found
        return found


#: What is open of a rule for a subject: the key of its point, the facts that decide it as each field names them, and whether it is
#: worth asking about.
OpenMatch = tuple[str, Sequence[Routes], bool]


class Tally:
    """What rules come to in an estate. Rules `gating` may fail a build, whatever they say of that themselves."""

    def __init__(self, gating: Collection[str] = ()) -> None:
        #: How many subjects each rule applies to, by its id.
        self.judged: dict[str, Judged] = {}
        self._gating = frozenset(gating)
        self._fields = _Fields()
        self._missing = _Missing()
        #: Lists of facts that many are decided by, and the same by the identity of each list, which saves comparing thousands of facts.
        self._many: dict[Routes, _Listed] = {}
        self._same: dict[int, _Listed] = {}
        self._facts: Mapping[Waiting, Sequence[str]] | None = None
        self._points: dict[str, dict[str, Point]] = {}
        self._broken: dict[str, set[str]] = {}
        self._supposed: set[str] = set()
        self._kinds: dict[str, dict[tuple[object, ...], Point]] = {}
        self._joined: dict[tuple[Point, Point], Point] = {}

    def add_open(self, rule: Rule, found: Pattern, matches: Iterable[OpenMatch]) -> None:
        """Count matches of which it is open whether they break the rule, which comes to what was `found` for all of them."""
        judged = self.judged[rule.id]
        points = self._points.setdefault(rule.id, {})
        waiting: dict[tuple[tuple[int, int, tuple[str, ...]], bool], _Waiting] = {}
        before: Sequence[Routes] = ()
        asked = self._asked(())
        for key, missing, live in matches:
            judged.open += 1
            judged.live += live
            if missing != before:
                before, asked = missing, self._asked(missing)
            alike = waiting.get((asked.alike, live))
            if alike is None:
                point = self._point(rule, found, asked, live=live)
                alike = waiting[asked.alike, live] = _Waiting(point)
            alike.facts += asked.facts
            if asked.together is not None:
                alike.together.append(asked.together)
            other = points.get(key)
            points[key] = alike.point if other is None else self._both(other, alike.point)
        for ((_, distance, _), live), alike in waiting.items():
            way = Way(rule.id, found.grave.ceiling, distance, live, shown=False)
            self._missing.add(way, alike.facts, alike.together)
        self._facts = None
        if judged.open and rule.kind == "what-if":
            self._supposed.add(rule.id)

    def add_broken(self, rule: Rule, matches: Sequence[tuple[str, SeverityRange]]) -> None:
        """Count matches that break the rule, each by its key; facts may decide how grave it is."""
        self.judged[rule.id].broken += len(matches)
        self._broken.setdefault(rule.id, set()).update([key for key, _ in matches])
        alike: dict[int, list[SeverityRange]] = defaultdict(list)
        for _, grave in matches:
            if grave.missing:
                alike[id(grave)].append(grave)
        for graves in alike.values():
            asked, count = self._asked([graves[0].missing]), len(graves)
            way = Way(rule.id, graves[0].ceiling, asked.alike[1], live=True, shown=True)
            together = [] if asked.together is None else [asked.together] * count
            self._missing.add(way, asked.facts * count, together)
            self._facts = None

    @property
    def facts(self) -> Mapping[Waiting, Sequence[str]]:
        """The missing facts, by what waits for them."""
        if self._facts is None:
            self._facts = self._waited_for()
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

    def untold(self, told: PointsTold) -> Counter[Point]:
        """Give the open points that are not told of their own, and how many there are of each."""
        found: Counter[Point] = Counter()
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
        made._broken = {rule: set(keys) for rule, keys in self._broken.items()}
        made._supposed = set(self._supposed)
        made._kinds = {rule: dict(kinds) for rule, kinds in self._kinds.items()}
        return made

    def _waited_for(self) -> dict[Waiting, list[str]]:
        waiting: dict[str, Waiting] = {}
        none_yet = cache(Waiting)
        for way, counts in self._missing.counted().items():
            with_more = _each_with_more(way)
            for fact, matches in counts.items():
                waiting[fact] = with_more(waiting.get(fact) or none_yet(self._fields[fact]), matches)
        found: dict[Waiting, list[str]] = {}
        for fact, each in waiting.items():
            found.setdefault(each, []).append(fact)
        return found

    def _asked(self, missing: Sequence[Routes]) -> _Asked:
        """Tell apart what is missing to many alike; each fact counts once."""
        if len(missing) == 1 and len(missing[0]) == 1:
            field = self._fields[missing[0][0]]
            return _Asked((1, 1, (field,)), missing[0] if field != VOTES else (fact_route(missing[0][0]),))
        if max(map(len, missing), default=0) > MANY:
            for facts in missing:
                listed = self._listed(facts) if len(facts) > MANY else None
                if listed is not None:
                    return self._asked_besides(listed, missing)
        each = tuple(dict.fromkeys(chain.from_iterable(missing)))
        fields = tuple(map(self._fields.__getitem__, each))
        facts = tuple(dict.fromkeys(map(fact_route, each))) if VOTES in fields else each
        return _Asked((len(each), len(facts), fields), facts)

    def _asked_besides(self, listed: _Listed, missing: Sequence[Routes]) -> _Asked:
        rest = [facts for facts in missing if facts is not listed.facts]
        own = tuple(
            [route for route in dict.fromkeys(chain.from_iterable(rest)) if route not in listed.among]
        )
        count = len(listed.facts) + len(own)
        fields = (*listed.fields, *[self._fields[route] for route in own])
        return _Asked((count, count, fields), own, listed)

    def _listed(self, facts: Routes) -> _Listed | None:
        """Give facts by which many may be decided alike, with their kinds.

        Nothing of those on holdings, of which two may stand for one, and of further ones where they differ for too many subjects.
        """
        found = self._same.get(id(facts))
        if found is None or found.facts is not facts:
            found = self._many.get(facts)
        if found is None:
            if len(self._many) >= MOST_MANY:
                return None
            fields = tuple(dict.fromkeys(self._fields[route] for route in facts))
            found = self._many[facts] = self._same[id(facts)] = _Listed(facts, frozenset(facts), fields)
        return None if VOTES in found.fields else found

    def _point(self, rule: Rule, found: Pattern, asked: _Asked, *, live: bool) -> Point:
        own = rule.id in self._gating
        unsure = found.gates and not own and rule.gate_confidence is not UNSET
        count, _, fields = asked.alike
        what = (found.grave.ceiling, count, frozenset(fields), found.gates or own, live, unsure)
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

"""Matches of a rule with subjects of a class of which it is open whether they break it, in columns, told apart by what is asked for.

The same fields are open for all of a class, so the facts that are missing to thousands of its subjects are mostly of the same few kinds. So
facts are taken column by column: of what kind they are is told at one look at a column. Subject by subject is looked at only where a
fact may be missing twice, where one asked for stands for several, or where a field names a long list of facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from auditor.model.columns import rows_by_value
from auditor.model.evidence import Routes
from auditor.rules.own_facts import OwnColumn
from auditor.rules.questions import VOTES, fact_route, kind_of, kind_of_all, parted

#: From how many facts on that a field names they are taken to be named for other subjects too.
MANY: Final = 32
#: How many such lists of facts are told apart.
MOST_MANY: Final = 256
#: Of fewer matches no column is looked at.
FEW: Final = 8
#: Of how many facts their kind is kept.
MOST_KINDS: Final = 1 << 15
#: The kinds of the facts that a field names; nothing of a long list.
_Kinds = tuple[str, ...] | None


class OpenMatches(Struct, frozen=True):
    """Matches in columns: the key of the point of each, field by field the facts that decide it, and whether it is worth asking about."""

    keys: Sequence[str]
    missing: Sequence[Sequence[Routes]]
    live: Sequence[bool]

    def part(self, rows: Sequence[int]) -> OpenMatches:
        """Give those in some rows."""
        if rows == range(len(self.keys)):
            return self
        return OpenMatches(
            [self.keys[row] for row in rows],
            [_some(column, rows) for column in self.missing],
            [self.live[row] for row in rows],
        )


class Listed(Struct, frozen=True, eq=False):
    """Facts that a field names for many subjects alike, as one object: themselves, to look them up, and by kind."""

    facts: Routes
    among: frozenset[str]
    of_kind: Mapping[str, Sequence[str]]


class AskedAlike(Struct, frozen=True):
    """Matches to which as many facts are missing, of the same kinds, and which are worth asking about or not.

    `count` is how many facts are missing to each, `distance` how many are asked for, as one of two on a holding may stand for both.
    `facts` are those of all matches by their kind, besides the lists that each shares with many, which are `together`.
    """

    keys: Sequence[str]
    live: bool
    count: int
    distance: int
    kinds: frozenset[str]
    facts: Mapping[str, Sequence[str]]
    together: list[Listed] = []


class Asking:
    """Tells what is asked for to decide matches."""

    def __init__(self) -> None:
        self._kinds = _KindsOfFacts()
        #: Lists of facts that many are decided by, and the same by the identity of each list, which saves comparing thousands of facts.
        self._many: dict[Routes, Listed] = {}
        self._same: dict[int, Listed] = {}

    def alike(self, matches: OpenMatches) -> Iterator[AskedAlike]:
        """Part matches by what is asked for."""
        if len(matches.keys) < FEW:
            yield from self._one_by_one(matches)
            return
        kinds = list(map(self._of_each, matches.missing))
        apart = [of_each for of_each in kinds if len(of_each) > 1]
        told = list(zip(matches.live, *apart, strict=True)) if apart else matches.live
        for rows in rows_by_value(told).values():
            first = rows[0]
            of_one = [of_each[first if len(of_each) > 1 else 0] for of_each in kinds]
            yield from self._of_kinds(matches.part(rows), of_one, live=matches.live[first])

    def _of_kinds(self, matches: OpenMatches, kinds: Sequence[_Kinds], *, live: bool) -> Iterator[AskedAlike]:
        """Give matches with facts of the same kinds in each column; where no two kinds are the same, no fact is missing twice."""
        columns: list[Sequence[Routes]] = []
        facts: dict[str, Sequence[str]] = {}
        for column, of_one in zip(matches.missing, kinds, strict=True):
            if column in columns:
                continue
            if of_one is None or VOTES in of_one or len({*of_one, *facts}) < len(of_one) + len(facts):
                yield from self._one_by_one(matches)
                return
            columns.append(column)
            if type(column) is OwnColumn:
                facts[of_one[0]] = column.facts
            else:
                facts |= {kind: [routes[at] for routes in column] for at, kind in enumerate(of_one)}
        yield AskedAlike(
            keys=matches.keys,
            live=live,
            count=len(facts),
            distance=len(facts),
            kinds=frozenset(facts),
            facts=facts,
        )

    def _one_by_one(self, matches: OpenMatches) -> Iterable[AskedAlike]:
        """Give the same subject by subject, each of its facts once."""
        found: dict[tuple[object, bool], tuple[AskedAlike, list[str], dict[str, list[str]]]] = {}
        asked: _Asked | None = None
        before: list[Routes] = []
        for key, live, *missing in zip(matches.keys, matches.live, *matches.missing, strict=True):
            if asked is None or missing != before:
                before, asked = missing, self._asked(missing)
            if (asked.alike, live) not in found:
                count, distance, kinds = asked.alike
                keys, of_kind = list[str](), defaultdict[str, list[str]](list)
                made = AskedAlike(keys, live, count=count, distance=distance, kinds=kinds, facts=of_kind)
                found[asked.alike, live] = made, keys, of_kind
            alike, of_alike, listed = found[asked.alike, live]
            of_alike.append(key)
            for fact in asked.facts:
                listed[self._kinds[fact]].append(fact)
            if asked.together is not None:
                alike.together.append(asked.together)
        return [alike for alike, _, _ in found.values()]

    def _of_each(self, column: Sequence[Routes]) -> Sequence[_Kinds]:
        """Give the kinds of the facts that a field names for each of some subjects, once where they are the same for all."""
        if type(column) is OwnColumn:
            return [(kind_of(column.facts[0]),)]
        distinct = set(column)
        if set(map(len, distinct)) == {1}:
            kind = kind_of_all([route for (route,) in distinct])
            if kind is not None:
                return [(kind,)]
        return [self._of(facts) for facts in column]

    def _of(self, facts: Routes) -> _Kinds:
        return tuple(map(self._kinds.__getitem__, facts)) if len(facts) <= MANY else None

    def _asked(self, missing: Sequence[Routes]) -> _Asked:
        """Tell apart what is missing to many alike; each fact counts once."""
        for facts in missing:
            listed = self._listed(facts) if len(facts) > MANY else None
            if listed is not None:
                return self._asked_besides(listed, missing)
        each = tuple(dict.fromkeys(chain.from_iterable(missing)))
        kinds = frozenset(map(self._kinds.__getitem__, each))
        facts = tuple(dict.fromkeys(map(fact_route, each))) if VOTES in kinds else each
        return _Asked((len(each), len(facts), kinds), facts)

    def _asked_besides(self, listed: Listed, missing: Sequence[Routes]) -> _Asked:
        rest = [facts for facts in missing if facts is not listed.facts]
        own = tuple(
            [route for route in dict.fromkeys(chain.from_iterable(rest)) if route not in listed.among]
        )
        count = len(listed.facts) + len(own)
        kinds = frozenset([*listed.of_kind, *[self._kinds[route] for route in own]])
        return _Asked((count, count, kinds), own, listed)

    def _listed(self, facts: Routes) -> Listed | None:
        """Give facts by which many may be decided alike, with their kinds.

        Nothing of those on holdings, of which two may stand for one, and of further ones where they differ for too many subjects.
        """
        found = self._same.get(id(facts))
        if found is None or found.facts is not facts:
            found = self._many.get(facts)
        if found is None:
            if len(self._many) >= MOST_MANY:
                return None
            of_kind: dict[str, list[str]] = defaultdict(list)
            for route in facts:
                of_kind[self._kinds[route]].append(route)
            found = self._many[facts] = self._same[id(facts)] = Listed(facts, frozenset(facts), of_kind)
        return None if VOTES in found.of_kind else found


def _some(column: Sequence[Routes], rows: Sequence[int]) -> Sequence[Routes]:
    """Give what stands in some rows of a column."""
    return column.part(rows) if type(column) is OwnColumn else [column[row] for row in rows]


class _Asked(Struct, frozen=True):
    """The facts that decide a match, those that it shares with many apart.

    `alike` is what it is told apart from other matches by: how many facts are missing, how many are asked for, and of which kinds.
    """

    alike: tuple[int, int, frozenset[str]]
    facts: Routes
    together: Listed | None = None


class _KindsOfFacts(dict[str, str]):
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

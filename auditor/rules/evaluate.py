"""Hold an estate against rules: every subject of every rule, with a three-valued outcome and its reasons.

What is open is counted (`auditor/rules/tally.py`). A match of its own is made of what breaks a rule, and of what is open where that is told.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, islice, repeat
from operator import and_, methodcaller, or_
from typing import Any, Final

from msgspec.structs import replace

from auditor.graph.derive import Derived
from auditor.graph.on_the_day import of_entity
from auditor.model.evidence import Routes
from auditor.model.policy import Rule
from auditor.model.result.findings import PointsTold
from auditor.model.vocabulary import NONE
from auditor.rules.duty import Bearers, Bearing, Keys, PutTo, keys_of
from auditor.rules.language.compile import Compiled
from auditor.rules.matches import Evaluation, Match, in_order
from auditor.rules.open_matches import OpenMatches
from auditor.rules.own_facts import OwnColumn
from auditor.rules.patterns import Pattern
from auditor.rules.readers import Readers, SubjectFields
from auditor.rules.rule_sets import FEW_SUBJECTS, Met, Rules, RulesOfKind, SubjectClass
from auditor.rules.severity import SeverityRange
from auditor.rules.subject_table import Stated, SubjectTable
from auditor.rules.subjects import SUBJECTS, Subject
from auditor.rules.tally import Judged, NoTally, Tally
from auditor.rules.witness import Candidate, Foremost, Weakness

#: Whether a fact is one of those that are missing only where it is written that they are not known: without them an entry goes on, and was
#: no attempt.
GOES_ON: Final = methodcaller("endswith", (".until", ".attempted"))
#: How many subjects are told apart by class at a time, once there are many.
AT_A_TIME: Final = 1024
#: The rows of a table in which the subjects of each class stand.
_Parts = list[tuple[SubjectClass, "array[int]"]]
#: Kinds of subjects of which a capture alone raises questions: what the page sends, and to whom.
ASKED_OF: Final = frozenset({"hop", "recipient"})


def evaluate(
    derived: Derived,
    rules: Rules,
    subjects: Collection[str] = SUBJECTS.keys(),
    *,
    listing: bool = False,
    points_told: PointsTold = "all",
    compared: Collection[str] = (),
    after: Evaluation | None = None,
) -> Evaluation:
    """Hold the rules about `subjects` against all of their subjects in the estate; `listing` lists those they applied to.

    All that is open is counted. There are matches of it as far as it is told, and of subjects that are `compared` with those of another
    state of all of it. What is found is added to what an evaluation came to before, which this one comes `after`.
    """
    tally = Tally(derived.estate.case.case.gate) if after is None else after.tally.copy()
    about = rules.about(subjects)
    tally.judged |= {id_: Judged(subjects=[] if listing else None) for ids in about.values() for id_ in ids}
    before = () if after is None else after.matches
    told: dict[str, PointsTold] = {name: "all" if name in compared else points_told for name in about}
    return Evaluation(in_order([*before, *_met(derived, rules, told, tally)]), tally)


def matches_of(derived: Derived, rules: Rules, subjects: Collection[str]) -> list[Match]:
    """Give all matches of the rules about `subjects`, open ones included, in order; nothing of them is counted."""
    about = rules.about(subjects)
    tally = NoTally()
    tally.judged = {id_: Judged() for ids in about.values() for id_ in ids}
    return in_order(_met(derived, rules, dict.fromkeys(about, "all"), tally))


def _met(derived: Derived, rules: Rules, told: Mapping[str, PointsTold], tally: Tally) -> Iterator[Match]:
    """Give the matches of the rules about each kind of subjects, with the open points that are told of it."""
    stated, bearers = Stated(derived), Bearers(derived)
    for name, points in told.items():
        meeting = _Meeting(SUBJECTS[name], derived, stated=stated, bearers=bearers, tally=tally)
        yield from meeting.matches(rules.held(name), points)


class _Meeting:
    """Rules about one kind of subjects meet those of an estate, and all that they come to is counted in `tally`."""

    def __init__(
        self, kind: Subject[Any], derived: Derived, *, stated: Stated, bearers: Bearers, tally: Tally
    ) -> None:
        self._kind = kind
        self._derived = derived
        self._stated = stated
        self._tally = tally
        self._readers = Readers(kind, derived)
        self._bearers = bearers

    def matches(self, rules: RulesOfKind, told: PointsTold) -> list[Match]:
        """Give the matches of rules with the subjects of their kind: those that break a rule, and those open ones that are told."""
        classes = Counter[SubjectClass]()
        parted: list[_Parts] = []
        found: list[Match] = []
        for table in self._tables():
            parts: _Parts = []
            for of_class, alike in rules.parted(table, many=bool(parted)):
                classes[of_class] += len(alike)
                parts.append((of_class, array("H", alike.rows)))
                if of_class.met or not self._alike:
                    found.extend(self._counted(of_class, alike, told=told == "all"))
                alike.forget()
            parted.append(parts)
        for of_class, count in classes.items() if self._alike else ():
            for compiled in of_class.kept:
                self._tally.judged[compiled.rule.id].add(count, decided=True)
        if told == "all":
            return found
        self._settle_ties(rules, parted, [match for match in found if not match.established], told)
        certain = [m for m in found if m.established or self._tally.tells(m.rule.id, m.key, told)]
        found = [*certain, *self._told_of(parted, told)]
        for compiled in rules.compiled:
            self._tally.forget_keys(compiled.rule.id, told)
        return found

    @cached_property
    def _alike(self) -> bool:
        """Whether each rule counts for all subjects of a class: somebody bears its duty under the one regime, and nobody lists them."""
        listed = any(judged.subjects is not None for judged in self._tally.judged.values())
        return self._derived.regimes.single not in ("", NONE) and not listed

    def _tables(self) -> Iterator[SubjectTable]:
        """Give the subjects, some at a time."""
        subjects, most = iter(self._kind.each(self._derived)), FEW_SUBJECTS
        while some := list(islice(subjects, most)):
            yield SubjectTable(self._derived, self._readers, self._stated, some)
            most = AT_A_TIME

    def _counted(self, of_class: SubjectClass, alike: SubjectTable, *, told: bool) -> Iterator[Match]:
        """Count what rules come to for subjects of a class, and give the matches: those that are open where they are `told`."""
        borne = _Borne(self._bearers, alike, told=told)
        for compiled in () if self._alike else of_class.kept:
            self._applies(compiled.rule, alike, borne.keys(compiled).subjects, decided=True)
        for met in of_class.met:
            if not met.open:
                yield from self._broken(met, alike, borne.by(met.compiled))
                continue
            live = self._open(met, alike, borne.keys(met.compiled))
            if told:
                yield from self._matches(met, alike, borne.by(met.compiled), live)

    def _open(self, met: Met, alike: SubjectTable, keys: Keys) -> list[bool]:
        """Count what is open of a rule for subjects of a class, by their keys, and give for each whether that is worth asking about."""
        missing = list(map(alike.column_of, met.pattern.truth.missing))
        live = self._live(met.pattern, alike, missing)
        matches = OpenMatches(keys.each, missing, live)
        if keys.rows != range(len(alike)):
            matches = replace(OpenMatches(alike.ids, missing, live).part(keys.rows), keys=keys.each)
        self._applies(met.rule, alike, keys.subjects, decided=False)
        self._tally.add_open(met.rule, met.pattern, matches)
        return live

    def _matches(
        self, met: Met, alike: SubjectTable, borne: Iterable[Bearing], live: Iterable[bool]
    ) -> Iterator[Match]:
        """Give the matches of a rule with subjects of a class of which it is open whether they break it."""
        told = zip(alike.facts(met.pattern.truth.missing), live, strict=True)
        each = zip(alike.each, borne, met.graves(alike), told, strict=True)
        for fields, put_to, grave, (missing, asked) in each:
            for put in put_to:
                yield _match(met, fields, put, grave=grave, live=asked, missing=missing)

    def _broken(self, met: Met, alike: SubjectTable, borne: Sequence[Bearing]) -> Iterator[Match]:
        """Count what a rule comes to for subjects of a class that breaks it, and give the matches."""
        doubts = list(map(self._doubt, alike.subjects))
        sure = [bool(put_to) and not doubt for doubt, put_to in zip(doubts, borne, strict=True)]
        graves = met.graves(alike)
        each = zip(compress(alike.ids, sure), compress(borne, sure), compress(graves, sure), strict=True)
        self._applies(met.rule, alike, [*compress(range(len(alike)), sure)], decided=True)
        self._tally.add_broken(
            met.rule, [(put.key or id_, grave) for id_, put_to, grave in each for put in put_to]
        )
        each_told = zip(alike.each, borne, graves, doubts, strict=True)
        for row, (fields, put_to, grave, doubt) in enumerate(each_told):
            live = bool(put_to and doubt) and self._in_doubt(met, alike.part([row]), put_to, doubt)
            for put in put_to:
                yield _match(met, fields, put, grave=grave, live=live, missing=doubt)

    def _in_doubt(self, met: Met, alone: SubjectTable, put_to: Bearing, doubt: Sequence[Routes]) -> bool:
        """Count a subject that breaks a rule if it is there and a regime applies, and tell whether that is worth asking about."""
        (id_,) = alone.ids
        missing = [[facts] for facts in doubt]
        (live,) = self._live(met.pattern, alone, missing)
        self._applies(met.rule, alone, [0], decided=False)
        for put in put_to:
            self._tally.add_open(met.rule, met.pattern, OpenMatches([put.key or id_], missing, [live]))
        return live

    def _told_of(self, parted: Sequence[_Parts], told: PointsTold) -> Iterator[Match]:
        """Give what is open for all of a class and told, which depends on what others came to."""
        telling = {id_ for id_ in self._tally.judged if self._tally.may_tell(id_, told)}
        for met, alike in self._open_again(parted, telling):
            yield from self._told(met, alike, told)

    def _open_again(
        self, parted: Sequence[_Parts], rules: Container[str]
    ) -> Iterator[tuple[Met, SubjectTable]]:
        """Give what is open of some rules for subjects of a class, once more."""
        again = {
            of_class: [met for met in of_class.met if met.open and met.rule.id in rules]
            for of_class in {of_class for parts in parted for of_class, _ in parts}
        }
        if not any(again.values()):
            return
        for table, parts in zip(self._tables(), parted, strict=True):
            for of_class, rows in parts:
                if again[of_class]:
                    alike = table.part(rows)
                    for met in again[of_class]:
                        yield met, alike

    def _settle_ties(
        self, rules: RulesOfKind, parted: Sequence[_Parts], doubted: Iterable[Match], told: PointsTold
    ) -> None:
        """Have the points that are not told count as their witnesses do, where several matches could be that and are asked about otherwise.

        Of those `doubted` there are matches already.
        """
        tied = {
            compiled.rule.id: keys
            for compiled in rules.compiled
            if (keys := self._tally.tied(compiled.rule.id, told))
        }
        foremost = Foremost()
        for match in doubted if tied else ():
            if match.key in tied.get(match.rule.id, ()):
                foremost.add(match.rule.id, match.key, match)
        for met, alike in self._open_again(parted, tied):
            for key, candidate in self._candidates(met, alike, tied[met.rule.id]):
                foremost.add(met.rule.id, key, candidate)
        rule_of = {compiled.rule.id: compiled.rule for compiled in rules.compiled}
        for id_, key, witness in foremost.witnesses(Weakness(self._derived.estate.materials)):
            missing = [[facts] for facts in witness.open]
            self._tally.settle(rule_of[id_], witness.pattern, OpenMatches([key], missing, [True]))

    def _candidates(
        self, met: Met, alike: SubjectTable, keys: Container[str]
    ) -> Iterator[tuple[str, Candidate]]:
        """Give the open matches of a rule with subjects of a class that have one of some keys, each with it."""
        keyed = self._bearers.keys_of_each(alike, met.rule.culprit, met.compiled.group)
        keys_of: dict[int, list[str]] = {}
        for key, row in zip(keyed.each, keyed.rows, strict=True):
            if key in keys:
                keys_of.setdefault(row, []).append(key)
        some = alike.part([*keys_of])
        missing = some.facts(met.pattern.truth.missing)
        each = zip(some.ids, some.subjects, missing, keys_of.values(), strict=True)
        for id_, subject, facts, of_one in each:
            made = Candidate(id_, met.pattern, SubjectFields(self._readers, subject), facts)
            for key in of_one:
                yield key, made

    def _told(self, met: Met, alike: SubjectTable, told: PointsTold) -> Iterator[Match]:
        """Give the matches of an open rule with subjects of a class, as far as they are told."""
        borne = [
            tuple([put for put in put_to if self._tally.tells(met.rule.id, put.key or id_, told)])
            for id_, put_to in zip(
                alike.ids, self._bearers.of_each(alike, met.rule.culprit, met.compiled.group), strict=True
            )
        ]
        some = alike.part([row for row, put_to in enumerate(borne) if put_to])
        live = self._live(met.pattern, some, list(map(some.column_of, met.pattern.truth.missing)))
        yield from self._matches(met, some, filter(None, borne), live)

    def _applies(self, rule: Rule, alike: SubjectTable, rows: Sequence[int], *, decided: bool) -> None:
        """Count the subjects of a class that a rule applies to, which stand in some rows."""
        judged = self._tally.judged[rule.id]
        judged.add(len(rows), decided=decided)
        if judged.subjects is not None:
            judged.subjects += [alike.ids[row] for row in rows]

    def _doubt(self, subject: Any) -> Sequence[Routes]:
        """Give the facts that would tell whether a subject that breaks a rule is there and a regime applies to it; none where that is so."""
        estate, kind = self._derived.estate, self._kind
        there = estate.unsure_end(of_entity(kind.route(subject))) if estate.day.lapsing else ()
        applies = self._derived.regimes.applies(kind.activities(self._derived, subject)).missing
        return tuple(filter(None, (there, applies)))

    def _live(self, found: Pattern, alike: SubjectTable, missing: Sequence[Sequence[Routes]]) -> list[bool]:
        """Tell whether it is worth asking about what is open: something that the rule forbids is shown by what somebody stated.

        So it is where all that is missing is whether the subject is still there, or ever was: then nothing else is in doubt, and
        somebody wrote that this is not known.
        """
        live = [False] * len(alike)
        for route in alike.read_first(found.shown):
            live = list(map(or_, live, alike.stated(route)))
            if all(live):
                break
        else:
            live = list(map(or_, live, _go_on(missing, len(alike))))
        if self._kind.name not in ASKED_OF and any(alike.pages):
            return [asked and not page for asked, page in zip(live, alike.pages, strict=True)]
        return live


class _Borne:
    """Who bears the duties of rules for subjects of a class, told once for all rules that put theirs to the same.

    Where what is open is `told`, so is who bears the duty, and keys are read off that.
    """

    def __init__(self, bearers: Bearers, alike: SubjectTable, *, told: bool) -> None:
        self._bearers = bearers
        self._alike = alike
        self._told = told
        self._by: dict[tuple[str, tuple[str, ...]], Sequence[Bearing]] = {}
        self._keys: dict[tuple[str, tuple[str, ...]], Keys] = {}

    def by(self, compiled: Compiled) -> Sequence[Bearing]:
        """Give, for each, who bears the duty of a rule."""
        told_by = compiled.rule.culprit, compiled.group
        if told_by not in self._by:
            self._by[told_by] = self._bearers.of_each(self._alike, *told_by)
        return self._by[told_by]

    def keys(self, compiled: Compiled) -> Keys:
        """Give what tells apart the findings of a rule, one for each who bears its duty."""
        told_by = compiled.rule.culprit, compiled.group
        if told_by not in self._keys:
            self._keys[told_by] = (
                keys_of(self.by(compiled), self._alike)
                if self._told
                else self._bearers.keys_of_each(self._alike, *told_by)
            )
        return self._keys[told_by]


def _match(
    met: Met,
    fields: SubjectFields,
    put: PutTo,
    *,
    grave: SeverityRange,
    live: bool,
    missing: Sequence[Routes],
) -> Match:
    id_ = fields.id
    return Match(
        compiled=met.compiled,
        pattern=met.pattern,
        id=id_,
        fields=fields,
        open=missing,
        duty=put.duty,
        culprit=put.culprit or id_,
        key=put.key or id_,
        grave=grave,
        live=live,
    )


def _go_on(missing: Sequence[Sequence[Routes]], count: int) -> list[bool]:
    """Tell, for each of `count` subjects, whether all that is missing is whether it is still there, or ever was."""
    found = [bool(missing)] * count
    ends: Iterable[bool]
    for column in missing:
        if type(column) is OwnColumn:
            ends = repeat(GOES_ON(f".{column.facts.path}"), count)
        else:
            ends = [not facts or (GOES_ON(facts[0]) and all(map(GOES_ON, facts))) for facts in column]
        found = list(map(and_, found, ends))
        if not any(found):
            break
    return found

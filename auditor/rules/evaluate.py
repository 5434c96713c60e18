"""Hold an estate against rules: every subject of every rule, with a three-valued outcome and its reasons.

What is open is counted (`auditor/rules/tally.py`). A match of its own is made of what breaks a rule, and of what is open where that is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from itertools import chain, islice
from typing import Any, Final

from msgspec.structs import replace

from auditor.graph.derive import Derived
from auditor.model.evidence import TRUE, Answer, Routes, conjunction
from auditor.model.result.findings import PointsTold
from auditor.model.vocabulary import NONE
from auditor.rules.duty import Bearers, Bearing, PutTo
from auditor.rules.language.condition import Get
from auditor.rules.matches import Evaluation, Match, in_order
from auditor.rules.patterns import Pattern, own, parts
from auditor.rules.readers import Readers
from auditor.rules.rule_sets import Met, Rules, RulesOfKind, SubjectClass
from auditor.rules.severity import SeverityRange
from auditor.rules.still_there import is_there
from auditor.rules.subjects import SUBJECTS, Subject
from auditor.rules.tally import Judged, OpenMatch, Tally

#: The frame of all facts of a case, and none of them.
FRAME: Final = "case."
#: Fields of which nothing is missing unless it is written that they are not known: without them an entry goes on, and was no attempt.
GOING_ON: Final = (".until", ".attempted")
#: How many subjects are told apart by class at a time.
AT_A_TIME: Final = 1024
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
    stated, bearers = _Stated(derived), Bearers(derived)
    matches: list[Match] = [] if after is None else list(after.matches)
    for name in about:
        meeting = _Meeting(SUBJECTS[name], derived, stated=stated, bearers=bearers, tally=tally)
        matches.extend(meeting.matches(rules.held(name), "all" if name in compared else points_told))
    return Evaluation(in_order(matches), tally)


class _Stated:
    """Which facts somebody stated, each looked up once; an entry of the case is stated as such."""

    def __init__(self, derived: Derived) -> None:
        self._materials = derived.estate.materials
        self._entries = self._materials.entries
        self._known: dict[str, bool] = {}

    def any_of(self, routes: Iterable[str]) -> bool:
        for route in routes:
            section, _, name = route.partition(".")
            if name in self._entries.get(section, ()) or self._is(route):
                return True
        return False

    def _is(self, route: str) -> bool:
        found = self._known.get(route)
        if found is None:
            fact = self._materials.fact(route)
            found = fact.stated and not fact.unsettled and not route.startswith(FRAME)
            self._known[route] = found
        return found


class _At:
    """A subject that rules are held against: its fields, and the page that alone shows it."""

    __slots__ = ("_id", "_kind", "get", "page", "subject")

    def __init__(self, kind: Subject[Any], subject: Any, get: Get, page: str) -> None:
        self._kind = kind
        self._id = ""
        self.subject = subject
        self.get = get
        self.page = page

    @property
    def id(self) -> str:
        """Its name."""
        if not self._id:
            self._id = self._kind.id(self.subject)
        return self._id


class _Meeting:
    """Rules about one kind of subjects meet those of an estate, and all that they come to is counted in `tally`."""

    def __init__(
        self, kind: Subject[Any], derived: Derived, *, stated: _Stated, bearers: Bearers, tally: Tally
    ) -> None:
        self._kind = kind
        self._derived = derived
        self._stated = stated
        self._tally = tally
        self._readers = Readers(kind, derived)
        self._bearers = bearers

    def matches(self, rules: RulesOfKind, told: PointsTold) -> list[Match]:
        """Give the matches of rules with the subjects of their kind: those that break a rule, and those open ones that are told."""
        classes: list[SubjectClass] = []
        found: list[Match] = []
        subjects = iter(self._kind.each(self._derived))
        while some := list(islice(subjects, AT_A_TIME)):
            for of_class, alike in self._by_class(rules, some, classes).items():
                found.extend(self._counted(of_class, alike, proven=told == "all"))
        for of_class, count in Counter(classes).items() if self._alike else ():
            for compiled in of_class.kept:
                self._tally.judged[compiled.rule.id].applicable += count
                self._tally.judged[compiled.rule.id].decided += count
        if told == "all":
            return found
        certain = [m for m in found if m.established or self._tally.tells(m.rule.id, m.key, told)]
        return [*certain, *self._told_of(classes, told)]

    def _by_class(
        self, rules: RulesOfKind, subjects: Iterable[Any], classes: list[SubjectClass]
    ) -> dict[SubjectClass, list[_At]]:
        """Add the class of each of `subjects` to `classes`, and give those of which more is to be said than their class."""
        found: dict[SubjectClass, list[_At]] = {}
        many = len(classes) >= AT_A_TIME
        for subject in subjects:
            fields = self._readers.of(subject)
            of_class = rules.of(fields, by_side=many)
            classes.append(of_class)
            if of_class.met or not self._alike:
                found.setdefault(of_class, []).append(self._at(subject, fields.__getitem__))
        return found

    @cached_property
    def _alike(self) -> bool:
        """Whether each rule counts for all subjects of a class: somebody bears its duty under the one regime, and nobody lists them."""
        listed = any(judged.subjects is not None for judged in self._tally.judged.values())
        return self._derived.regimes.single not in ("", NONE) and not listed

    def _at(self, subject: Any, get: Get) -> _At:
        captured = self._derived.captured
        page = captured.page(self._kind.route(subject), self._kind.id(subject)) if captured.any else ""
        return _At(self._kind, subject, get, page)

    def _counted(self, of_class: SubjectClass, alike: Sequence[_At], *, proven: bool) -> Iterator[Match]:
        """Count what rules come to for subjects of a class, and give the matches.

        Where a rule is open for all of a class, what shows it is looked up only where it is to be `proven`.
        """
        bearing = cache(partial(self._bearing, alike))
        for compiled in () if self._alike else of_class.kept:
            for at, put_to in zip(alike, bearing(compiled.rule.culprit, compiled.group), strict=True):
                if put_to:
                    self._tally.judged[compiled.rule.id].add(at, decided=True)
        for met in of_class.met:
            borne = zip(alike, bearing(met.rule.culprit, met.compiled.group), strict=True)
            if met.open and not proven:
                self._tally.add_open(met.rule, met.pattern, self._open(met, borne))
            else:
                yield from self._met(met, borne)

    def _bearing(self, alike: Iterable[_At], culprit: str, group: tuple[str, ...]) -> list[Bearing]:
        """Give who bears the duties of rules that put them to the same, for each of some subjects."""
        return [self._bearers.of(culprit, group, at.get, page=at.page) for at in alike]

    def _open(self, met: Met, borne: Iterable[tuple[_At, Bearing]]) -> Iterator[OpenMatch]:
        """Give what is open of a rule for subjects of a class, without what shows it."""
        judged = self._tally.judged[met.rule.id]
        for at, put_to in borne:
            if put_to:
                judged.add(at, decided=False)
                missing = parts(met.pattern.truth.missing, at.get)
                live = self._live(met.pattern, missing, at)
                yield from ((put.key or at.id, missing, live) for put in put_to)

    def _met(self, met: Met, borne: Iterable[tuple[_At, Bearing]]) -> Iterator[Match]:
        """Count what a rule comes to for subjects of a class, each by itself, and give the matches."""
        judged = self._tally.judged[met.rule.id]
        waiting: list[OpenMatch] = []
        for at, put_to in borne:
            if not put_to:
                continue
            stands = self._stands(met.pattern, at)
            decided = bool(met.pattern.truth.value and stands.value)
            judged.add(at, decided=decided)
            live = False
            if decided:
                grave = self._grave(met.pattern, at)
                for put in put_to:
                    self._tally.add_broken(met.rule, put.key or at.id, grave)
            else:
                missing = parts(met.pattern.truth.missing, at.get) or [stands.missing]
                live = self._live(met.pattern, missing, at)
                waiting += [(put.key or at.id, missing, live) for put in put_to]
            yield from (self._match(met, put, stands, at=at, live=live) for put in put_to)
        if waiting:
            self._tally.add_open(met.rule, met.pattern, waiting)

    def _told_of(self, classes: Sequence[SubjectClass], told: PointsTold) -> Iterator[Match]:
        """Give what is open for all of a class and told, which depends on what others came to."""
        telling = {
            of_class: [met for met in of_class.met if met.open and self._tally.may_tell(met.rule.id, told)]
            for of_class in set(classes)
        }
        if not any(telling.values()):
            return
        for subject, of_class in zip(self._kind.each(self._derived), classes, strict=True):
            if telling[of_class]:
                at = self._at(subject, self._readers.of(subject).__getitem__)
                for met in telling[of_class]:
                    yield from self._told(met, at, told)

    def _told(self, met: Met, at: _At, told: PointsTold) -> Iterator[Match]:
        """Give the matches of an open rule with a subject, as far as they are told."""
        bearing = self._bearers.of(met.rule.culprit, met.compiled.group, at.get, page=at.page)
        put_to = [put for put in bearing if self._tally.tells(met.rule.id, put.key or at.id, told)]
        if put_to:
            live = self._live(met.pattern, parts(met.pattern.truth.missing, at.get), at)
            yield from (self._match(met, put, TRUE, at=at, live=live) for put in put_to)

    def _stands(self, found: Pattern, at: _At) -> Answer:
        """Tell whether a subject that breaks a rule is there and a regime applies to it; where that is open, more would not settle it."""
        if not found.truth.value:
            return TRUE
        there = is_there(self._derived.estate, self._kind.route(at.subject))
        return conjunction(
            (there, self._derived.regimes.applies(self._kind.activities(self._derived, at.subject)))
        )

    def _live(self, found: Pattern, missing: Iterable[Routes], at: _At) -> bool:
        """Tell whether it is worth asking about what is open: something that the rule forbids is shown by what somebody stated.

        So it is where all that is missing is whether the subject is still there, or ever was: then nothing else is in doubt, and
        somebody wrote that this is not known.
        """
        asked = not at.page or self._kind.name in ASKED_OF
        if not asked:
            return False
        if self._stated.any_of(chain.from_iterable(parts(found.shown, at.get))):
            return True
        return any(missing) and all(route.endswith(GOING_ON) for facts in missing for route in facts)

    def _grave(self, found: Pattern, at: _At) -> SeverityRange:
        grave = found.grave
        return replace(grave, missing=own(grave.missing, at.get)) if grave.missing else grave

    def _match(self, met: Met, put: PutTo, stands: Answer, *, at: _At, live: bool) -> Match:
        return Match(
            compiled=met.compiled,
            pattern=met.pattern,
            subject=at.subject,
            id=at.id,
            get=at.get,
            stands=stands,
            duty=put.duty,
            culprit=put.culprit or at.id,
            key=put.key or at.id,
            grave=self._grave(met.pattern, at),
            live=live,
        )

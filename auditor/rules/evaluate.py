"""Hold an estate against rules: every subject of every rule, with a three-valued outcome and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.derive import Derived
from auditor.graph.estate import Estate
from auditor.model.evidence import Answer, FieldValue, Routes, conjunction
from auditor.model.policy import Policy, Rule
from auditor.model.vocabulary import NONE
from auditor.rules.classes import Classes, Reader
from auditor.rules.duty import Duty, borne, under, word_of
from auditor.rules.language.compile import Compiled, compile_rule, lists_on
from auditor.rules.language.condition import Get
from auditor.rules.law_in_place import in_place, of_the_state
from auditor.rules.patterns import Pattern, each_own, own, pattern
from auditor.rules.severity import SeverityRange
from auditor.rules.still_there import as_far_as_there, is_there
from auditor.rules.subjects import SUBJECTS, Subject

#: How many sets of rules are kept for further estates, and up to how many classes of subjects each may have met.
MOST_KEPT: Final = 4
MOST_CLASSES: Final = 2_000
#: Up to so many classes, subjects are told apart for all rules of their kind at once.
MOST_TOGETHER: Final = 256
#: The frame of all facts of a case, and none of them.
FRAME: Final = "case."
#: What tells findings on what captures show apart, besides the page: the state in which it was seen.
APART: Final = frozenset({"consent_state"})
#: Kinds of subjects of which a capture alone raises questions: what the page sends, and to whom.
ASKED_OF: Final = frozenset({"hop", "recipient"})


class Match(Struct, frozen=True, kw_only=True):
    """A rule met a subject, whose `id` this is: `truth` is yes (established) or unknown (an open point).

    `duty` tells who bears the duty and under which regime; `culprit` is who bears it as it is told, `key` what tells the findings
    of the rule apart: the culprit, and the values by which the rule groups. `grave` is how grave it is, `pattern` what the rule
    comes to for all subjects of the class. `live` tells of an open point whether it is worth asking: the rule applies for
    certain, or something it forbids is shown, by a fact that somebody stated.
    """

    compiled: Compiled
    pattern: Pattern
    subject: Any
    id: str
    truth: Answer
    duty: Duty
    culprit: str
    key: str
    grave: SeverityRange
    live: bool

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.compiled.rule

    @property
    def kind(self) -> Subject[Any]:
        """The kind of subject the rule speaks of."""
        return SUBJECTS[self.compiled.rule.for_]

    @property
    def gates(self) -> bool:
        """Whether it may fail a build."""
        return self.pattern.gates

    @property
    def missing(self) -> Routes:
        """The facts that would settle it: whether it holds where that is open, else how grave it is."""
        return self.truth.missing if self.truth.value is None else self.grave.missing


class Judged(Struct):
    """How many subjects a rule applied to, and how many of them it could decide: established or excluded.

    `subjects` are those it applied to, where they were to be listed.
    """

    applicable: int = 0
    decided: int = 0
    subjects: list[str] | None = None


class Evaluation(Struct, frozen=True):
    """Every match of every rule, in order of rule, key and subject, and per rule how much could be judged."""

    matches: list[Match]
    judged: dict[str, Judged]

    @property
    def applied(self) -> frozenset[tuple[str, str]]:
        """The rules and subjects that applied to one another, where subjects were listed."""
        return frozenset((rule, name) for rule, found in self.judged.items() for name in found.subjects or ())

    def with_more(self, other: Evaluation) -> Evaluation:
        """Give this evaluation with that of further rules."""
        return Evaluation(
            sorted([*self.matches, *other.matches], key=_order), {**self.judged, **other.judged}
        )


class Rules:
    """The rules of policies as the words of an estate have them read, and the classes of subjects that they met so far.

    A rule is compiled once it is held against subjects of its kind.
    """

    def __init__(self, estate: Estate) -> None:
        self.policies = estate.materials.policies
        self._taxonomy = estate.taxonomy
        self._lists = lists_on(estate.materials.knowledge, estate.as_of)
        self._about: dict[str, list[tuple[Rule, Policy]]] = {}
        for policy in self.policies:
            for rule in policy.rules:
                self._about.setdefault(rule.for_, []).append((rule, policy))
        self._held: dict[str, _RulesOfKind] = {}

    @property
    def classes(self) -> int:
        """How many classes of subjects they met."""
        return sum(rules.classes for rules in self._held.values())

    def are_of(self, estate: Estate) -> bool:
        """Tell whether they are those of another estate too, and its categories of data and the lists of its day the same."""
        return (
            estate.materials.policies == self.policies
            and estate.taxonomy.broader == self._taxonomy.broader
            and estate.taxonomy.unplaced == self._taxonomy.unplaced
            and lists_on(estate.materials.knowledge, estate.as_of) == self._lists
        )

    def about(self, subjects: Collection[str]) -> dict[str, list[str]]:
        """Give the ids of the rules about each of `subjects` that any rule is about."""
        return {kind: [rule.id for rule, _ in told] for kind, told in self._about.items() if kind in subjects}

    def held(self, kind: str) -> _RulesOfKind:
        """Give the rules about a kind of subject, ready to be held against them."""
        found = self._held.get(kind)
        if found is None:
            found = self._held[kind] = _RulesOfKind(
                [
                    compile_rule(rule, policy, self._taxonomy, self._lists)
                    for rule, policy in self._about[kind]
                ]
            )
        return found


class SharedRules:
    """The rules of the estates that were judged last, for those that have them read the same.

    A survey of ten thousand sites meets the same classes of subjects again and again.
    """

    def __init__(self) -> None:
        self._known: list[Rules] = []

    def of(self, estate: Estate) -> Rules:
        """Give the rules of an estate; those that met very many classes are left, as such an estate is like no other."""
        kept = [rules for rules in self._known if rules.classes <= MOST_CLASSES]
        found = next((rules for rules in kept if rules.are_of(estate)), None) or Rules(estate)
        self._known = [found, *(rules for rules in kept if rules is not found)][:MOST_KEPT]
        return found


SHARED: Final = SharedRules()


def evaluate(
    derived: Derived,
    rules: Rules,
    subjects: Collection[str] = SUBJECTS.keys(),
    *,
    listing: bool = False,
) -> Evaluation:
    """Hold the rules about `subjects` against all of their subjects in the estate; `listing` lists those they applied to."""
    about = rules.about(subjects)
    judged = {id_: Judged(subjects=[] if listing else None) for ids in about.values() for id_ in ids}
    stated = _Stated(derived)
    matches: list[Match] = []
    for name in about:
        meeting = _Meeting(SUBJECTS[name], derived, stated, judged)
        matches.extend(meeting.matches(rules.held(name)))
    return Evaluation(sorted(matches, key=_order), judged)


def cited(derived: Derived, match: Match) -> tuple[str, ...]:
    """Give the texts that the rule cites here: those of `law_when` once it is established, those of one State where it may apply."""
    law = match.pattern.law_established if match.truth.value else match.pattern.law
    law = in_place(law, derived, match.kind, match.subject, who=match.duty.who)
    return under(match.duty.regime, law, derived.estate.materials.knowledge)


def formerly(derived: Derived, match: Match) -> tuple[tuple[str, str, str], ...]:
    """Give the keys that the finding had in earlier versions of the rule, each with its rule and kind."""
    if not match.compiled.former:
        return ()
    get = Readers(match.kind, derived).of(match.subject).get
    return tuple(
        (rule, kind, "+".join(word_of(get(field)) for field in fields) or match.id)
        for rule, kind, fields in match.compiled.former
    )


def _order(match: Match) -> tuple[str, str, str]:
    return match.compiled.rule.id, match.key, match.id


class _Stated:
    """Which facts somebody stated, each looked up once."""

    def __init__(self, derived: Derived) -> None:
        self._materials = derived.estate.materials
        self._known: dict[str, bool] = {}

    def any_of(self, routes: Iterable[str]) -> bool:
        return any(self._is(route) for route in routes)

    def _is(self, route: str) -> bool:
        found = self._known.get(route)
        if found is None:
            fact = self._materials.fact(route)
            found = fact.stated and not fact.unsettled and not route.startswith(FRAME)
            self._known[route] = found
        return found


class _Class:
    """What all rules about a kind come to for a class of subjects: those that it keeps to, and those that it breaks or may break."""

    __slots__ = ("kept", "met")

    def __init__(self, found: Iterable[tuple[Compiled, Pattern]]) -> None:
        applying = [(compiled, come_to) for compiled, come_to in found if come_to.applies]
        self.kept = tuple(compiled for compiled, come_to in applying if come_to.kept)
        self.met = tuple((compiled, come_to) for compiled, come_to in applying if not come_to.kept)


class _RulesOfKind:
    """The rules about a kind of subjects: what they come to is worked out once for all subjects whose fields hold the same.

    A rule has classes of its own, by the fields that it reads, and all rules together have classes by those that any of them
    reads: mostly a handful, so that a subject is told by one look. Where they are very many, as where a rule reads what no two
    subjects share, each rule is held by itself.
    """

    def __init__(self, compiled: Sequence[Compiled]) -> None:
        self._each = [(one, Classes(partial(pattern, one))) for one in compiled]
        self._all = Classes(lambda get: self._one_by_one(Reader(get)))

    @property
    def classes(self) -> int:
        """How many classes of subjects the rules met, each counted by itself."""
        return sum(patterns.count for _, patterns in self._each)

    def of(self, reader: Reader) -> _Class:
        """Give what the rules come to for the subject that `reader` reads."""
        return self._all.of(reader) if self._all.count < MOST_TOGETHER else self._one_by_one(reader)

    def _one_by_one(self, reader: Reader) -> _Class:
        return _Class((compiled, patterns.of(reader)) for compiled, patterns in self._each)


class Readers(dict[str, Callable[[Any], FieldValue]]):
    """How each field of a kind of subjects is read in an estate: open where it rests on an entity that may be gone."""

    def __init__(self, kind: Subject[Any], derived: Derived) -> None:
        super().__init__()
        self._kind = kind
        self._derived = derived

    def __missing__(self, name: str) -> Callable[[Any], FieldValue]:
        field, estate = self._kind.fields[name], self._derived.estate
        read: Callable[[Any], FieldValue] = partial(field.read, self._derived)
        if field.kind == "country":
            read = _after(read, partial(of_the_state, estate.materials.knowledge))
        if estate.day.lapsing:
            read = _after(read, partial(as_far_as_there, estate))
        self[name] = read
        return read

    def of(self, subject: Any) -> Reader:
        """Give the fields of a subject."""
        return Reader(lambda name: self[name](subject))


def _after(
    read: Callable[[Any], FieldValue], then: Callable[[FieldValue], FieldValue]
) -> Callable[[Any], FieldValue]:
    return lambda subject: then(read(subject))


class _Meeting:
    """Rules about one kind of subjects meet those of an estate; `judged` counts to how many each applies and could be decided."""

    def __init__(
        self, kind: Subject[Any], derived: Derived, stated: _Stated, judged: Mapping[str, Judged]
    ) -> None:
        self._kind = kind
        self._derived = derived
        self._stated = stated
        self._judged = judged
        self._readers = Readers(kind, derived)

    def matches(self, rules: _RulesOfKind) -> Iterator[Match]:
        """Give the matches of rules with the subjects of their kind."""
        sizes: dict[_Class, int] = {}
        for subject in self._kind.each(self._derived):
            reader = self._readers.of(subject)
            found = rules.of(reader)
            sizes[found] = sizes.get(found, 0) + 1
            if found.met or not self._alike:
                yield from self._of(subject, found, reader.get)
        if self._alike:
            for found, count in sizes.items():
                for compiled in found.kept:
                    self._judged[compiled.rule.id].applicable += count
                    self._judged[compiled.rule.id].decided += count

    @cached_property
    def _alike(self) -> bool:
        """Whether each rule counts for all subjects of a class: somebody bears its duty under the one regime, and nobody lists them."""
        listed = any(judged.subjects is not None for judged in self._judged.values())
        return self._derived.regimes.single not in ("", NONE) and not listed

    def _of(self, subject: Any, found: _Class, get: Get) -> Iterator[Match]:
        name = self._kind.id(subject)
        for compiled in () if self._alike else found.kept:
            if borne(compiled.rule, self._derived, get):
                self._counted(compiled, name).decided += 1
        for compiled, come_to in found.met:
            duties = borne(compiled.rule, self._derived, get)
            if not duties:
                continue
            met = self._met(subject, name, (compiled, come_to), get)
            self._counted(compiled, name).decided += met.truth.value is not None
            if met.truth.value is not False:
                yield from (self._put_to(duty, met, get) for duty in duties)

    def _counted(self, compiled: Compiled, name: str) -> Judged:
        """Count that a rule applies to a subject."""
        judged = self._judged[compiled.rule.id]
        judged.applicable += 1
        if judged.subjects is not None:
            judged.subjects.append(name)
        return judged

    def _met(self, subject: Any, name: str, ruled: tuple[Compiled, Pattern], get: Get) -> _Met:
        compiled, found = ruled
        kind, derived = self._kind, self._derived
        truth, grave = found.truth, found.grave
        truth = Answer(value=truth.value, proof=own(truth.proof, get), missing=own(truth.missing, get))
        if truth.value:
            there = is_there(derived.estate, kind.route(subject))
            truth = conjunction((truth, there, derived.regimes.applies(kind.activities(derived, subject))))
        page = derived.captured.page(kind.route(subject), name) if derived.captured.any else ""
        asked = truth.value is None and (not page or kind.name in ASKED_OF)
        return _Met(
            compiled=compiled,
            pattern=found,
            subject=subject,
            name=name,
            truth=truth,
            grave=replace(grave, missing=own(grave.missing, get)) if grave.missing else grave,
            live=asked and self._stated.any_of(each_own(found.shown, get)),
            page=page,
        )

    def _put_to(self, duty: Duty, met: _Met, get: Get) -> Match:
        """Give the match as it is put to one who bears the duty; on what only captures show, one finding for each page."""
        compiled, page = met.compiled, met.page
        who = _not_called(self._derived, duty.who) if page else duty.who
        by = [field for field in compiled.group if not page or field in APART]
        parts = (*_seen_from(page), who, *(word_of(get(field)) for field in by))
        key = "+".join(filter(None, parts)) or met.name
        return Match(
            compiled=compiled,
            pattern=met.pattern,
            subject=met.subject,
            id=met.name,
            truth=met.truth,
            duty=duty,
            culprit=who or page or key,
            key=key,
            grave=met.grave,
            live=met.live,
        )


class _Met(NamedTuple):
    """A rule and a subject that it met: what the class comes to, what holds of the subject itself, and the page that shows it."""

    compiled: Compiled
    pattern: Pattern
    subject: Any
    name: str
    truth: Answer
    grave: SeverityRange
    live: bool
    page: str


def _not_called(derived: Derived, who: str) -> str:
    """Give who bears a duty without those that captures alone show."""
    return "+".join(each for each in who.split("+") if not derived.captured.is_called(each))


def _seen_from(page: str) -> tuple[str, ...]:
    return ("captured", page) if page else ()

"""Hold an estate against rules: every subject of every rule, with a three-valued outcome and its reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.derive import Derived
from auditor.graph.estate import Estate
from auditor.model.evidence import Answer, FieldValue, Routes, conjunction
from auditor.model.policy import Policy, Rule
from auditor.rules.classes import Classes, Reader
from auditor.rules.duty import Duty, borne, under, word_of
from auditor.rules.language.compile import Compiled, compile_rule, lists_on
from auditor.rules.language.condition import Get
from auditor.rules.law_in_place import in_place, of_the_state
from auditor.rules.patterns import Pattern, own, pattern
from auditor.rules.severity import SeverityRange
from auditor.rules.still_there import as_far_as_there, is_there
from auditor.rules.subjects import SUBJECTS, Subject

#: How many sets of rules are kept for further estates, and up to how many classes of subjects each may have met.
MOST_KEPT: Final = 4
MOST_CLASSES: Final = 2_000
#: The frame of all facts of a case, and none of them.
FRAME: Final = "case."
#: What tells findings on what captures show apart, besides the page: the state in which it was seen.
APART: Final = frozenset({"consent_state"})
#: Kinds of subjects of which a capture alone raises questions: what the page sends, and to whom.
ASKED_OF: Final = frozenset({"hop", "recipient"})


class Match(Struct, frozen=True, kw_only=True):
    """A rule met a subject: `truth` is yes (established) or unknown (an open point).

    `culprit` is who bears the duty, `key` what tells the findings of the rule apart: the culprit, and the values by which the
    rule groups. `former` are the keys that the finding had in earlier versions of the rule, each with its rule and kind.
    `grave` is how grave it is. `live` tells of an open point whether it is worth asking: the rule applies for certain, or
    something it forbids is shown, by a fact that somebody stated. `law` are the texts the rule cites here, those of
    `law_when` once the match is established, those of one State where it may apply.
    """

    rule: Rule
    subject: Any
    truth: Answer
    culprit: str
    key: str
    grave: SeverityRange
    live: bool
    gates: bool
    law: tuple[str, ...]
    former: tuple[tuple[str, str, str], ...] = ()

    @property
    def kind(self) -> Subject[Any]:
        """The kind of subject the rule speaks of."""
        return SUBJECTS[self.rule.for_]

    @property
    def id(self) -> str:
        """The id of the subject."""
        return self.kind.id(self.subject)

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
        self._held: dict[str, list[_Held]] = {}

    @property
    def classes(self) -> int:
        """How many classes of subjects they met."""
        return sum(held.patterns.count for rules in self._held.values() for held in rules)

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

    def held(self, kind: str) -> list[_Held]:
        """Give the rules about a kind of subject, ready to be held against them."""
        found = self._held.get(kind)
        if found is None:
            found = self._held[kind] = [
                _Held(compile_rule(rule, policy, self._taxonomy, self._lists))
                for rule, policy in self._about[kind]
            ]
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
    matches = [
        match
        for name in about
        for subject in SUBJECTS[name].each(derived)
        for match in _matches(rules.held(name), judged, subject, stated)
    ]
    return Evaluation(sorted(matches, key=_order), judged)


def _order(match: Match) -> tuple[str, str, str]:
    return match.rule.id, match.key, match.id


class _Stated:
    """Which facts somebody stated, each looked up once."""

    def __init__(self, derived: Derived) -> None:
        self.derived = derived
        self._materials = derived.estate.materials
        self._known: dict[str, bool] = {}

    def any_of(self, routes: Routes) -> bool:
        return any(self._is(route) for route in routes)

    def _is(self, route: str) -> bool:
        found = self._known.get(route)
        if found is None:
            fact = self._materials.fact(route)
            found = fact.stated and not fact.unsettled and not route.startswith(FRAME)
            self._known[route] = found
        return found


class _Held:
    """A rule as it is held against subjects: what it comes to is worked out once for all subjects whose fields hold the same."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.patterns = Classes(lambda get: pattern(compiled, get))


def _matches(
    rules: Sequence[_Held], judgements: Mapping[str, Judged], subject: Any, stated: _Stated
) -> Iterator[Match]:
    derived, kind = stated.derived, SUBJECTS[rules[0].compiled.rule.for_]
    reader = Reader(_read_by(kind, derived, subject))
    get = reader.get
    for held in rules:
        compiled, found = held.compiled, held.patterns.of(reader)
        duties = list(borne(compiled.rule, derived, get)) if found.applies else ()
        if not duties:
            continue
        judged = judgements[compiled.rule.id]
        judged.applicable += 1
        if judged.subjects is not None:
            judged.subjects.append(kind.id(subject))
        if found.kept:
            judged.decided += 1
            continue
        truth = Answer(
            value=found.truth.value, proof=own(found.truth.proof, get), missing=own(found.truth.missing, get)
        )
        if truth.value:
            there = is_there(derived.estate, kind.route(subject))
            truth = conjunction((truth, there, derived.regimes.applies(kind.activities(derived, subject))))
        judged.decided += truth.value is not None
        if truth.value is False:
            continue
        met = _Met(
            compiled=compiled,
            pattern=found,
            subject=subject,
            truth=truth,
            get=get,
            page=derived.captured.page(kind.route(subject), kind.id(subject)),
        )
        asked = truth.value is None and (not met.page or kind.name in ASKED_OF)
        live = asked and stated.any_of(own(found.shown, get))
        grave = found.grave
        if grave.missing:
            grave = replace(grave, missing=own(grave.missing, get))
        yield from (_put_to(duty, derived, met, grave=grave, live=live) for duty in duties)


class _Met(NamedTuple):
    """A rule and a subject that it met: what the class comes to, what holds of the subject itself, and the page that shows it."""

    compiled: Compiled
    pattern: Pattern
    subject: Any
    truth: Answer
    get: Get
    page: str


def _put_to(duty: Duty, derived: Derived, met: _Met, *, grave: SeverityRange, live: bool) -> Match:
    """Give the match as it is put to one who bears the duty; on what only captures show, one finding for each page."""
    compiled, subject, get, page = met.compiled, met.subject, met.get, met.page
    kind = SUBJECTS[compiled.rule.for_]
    name = kind.id(subject)
    law = met.pattern.law_established if met.truth.value else met.pattern.law
    law = in_place(law, derived, kind, subject, who=duty.who)
    who = _not_called(derived, duty.who) if page else duty.who
    by = [field for field in compiled.group if not page or field in APART]
    key = "+".join(filter(None, (*_seen_from(page), who, *(word_of(get(field)) for field in by)))) or name
    return Match(
        rule=compiled.rule,
        subject=subject,
        truth=met.truth,
        culprit=who or page or key,
        key=key,
        grave=grave,
        live=live,
        gates=met.pattern.gates,
        law=under(duty.regime, law, derived.estate.materials.knowledge),
        former=tuple(
            (rule, kind, "+".join(word_of(get(field)) for field in fields) or name)
            for rule, kind, fields in compiled.former
        ),
    )


def _not_called(derived: Derived, who: str) -> str:
    """Give who bears a duty without those that captures alone show."""
    return "+".join(each for each in who.split("+") if not derived.captured.is_called(each))


def _seen_from(page: str) -> tuple[str, ...]:
    return ("captured", page) if page else ()


def _read_by(kind: Subject[Any], derived: Derived, subject: Any) -> Get:
    """Give the function that reads a field of a subject, open where it rests on an entity that may be gone."""

    def read(name: str) -> FieldValue:
        field = kind.fields[name]
        value: FieldValue = field.read(derived, subject)
        if field.kind == "country":
            value = of_the_state(derived.estate.materials.knowledge, value)
        return as_far_as_there(derived.estate, value)

    return read

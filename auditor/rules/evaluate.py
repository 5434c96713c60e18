"""Hold an estate against rules: every subject of every rule, with a three-valued outcome and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from msgspec import UNSET, Struct

from auditor.graph.derive import Derived
from auditor.model.evidence import (
    FALSE,
    Answer,
    FieldValue,
    Routes,
    conjunction,
    distinct,
    negation,
)
from auditor.model.law import Knowledge
from auditor.model.policy import Policy, Rule
from auditor.model.vocabulary import SEVERITY_ORDER, Severity
from auditor.rules.duty import borne, under, word_of
from auditor.rules.language.condition import Test, Vocabulary, compile_condition
from auditor.rules.subjects import SUBJECTS, Subject

WORST_FIRST: Final[tuple[Severity, ...]] = tuple(reversed(SEVERITY_ORDER))
#: Severity of what is told for information only: nothing raises it.
INFO: Final[Severity] = "info"
#: The highest severity of a weighed rule.
CAP: Final[Severity] = "high"
#: The field of a subject that holds the categories by which a weighed rule is raised.
DATA_FIELDS: Final = ("data", "keeps")


class Match(Struct, frozen=True, kw_only=True):
    """A rule met a subject: `truth` is True (established) or None (cannot be shown).

    `culprit` is who bears the duty, `key` what tells the findings of the rule apart: the culprit, and the values by which the
    rule groups. `former` are the keys that the finding had in earlier versions of the rule, each with its rule and kind.
    `severity` is the first rung not excluded, `shown` the first rung that holds for certain: they differ where an
    unknown fact decides. `law` are the texts the rule cites here, those of `law_when` once the match is established.
    `spare` counts the steps that the cap took from the severity.
    """

    rule: Rule
    subject: Any
    truth: Answer
    culprit: str
    key: str
    severity: Severity
    shown: Severity
    gates: bool
    rung_missing: Routes
    law: tuple[str, ...]
    spare: int = 0
    former: tuple[tuple[str, str, str], ...] = ()

    @property
    def kind(self) -> Subject[Any]:
        """The kind of subject the rule speaks of."""
        return SUBJECTS[self.rule.for_]

    @property
    def id(self) -> str:
        """The id of the subject."""
        return self.kind.id(self.subject)


class Compiled(Struct, frozen=True, kw_only=True):
    """A rule ready to be held against subjects."""

    rule: Rule
    when: Test
    breach: Test
    unless: Test | None
    ladder: tuple[tuple[Severity, Test | None], ...]
    gate: Test | bool
    group: tuple[str, ...]
    former: tuple[tuple[str, str, tuple[str, ...]], ...]
    law_when: tuple[tuple[str, Test], ...]
    raises: tuple[Test, ...]


def lists_on(knowledge: Knowledge, day: str) -> dict[str, tuple[str, ...]]:
    """Give the named lists that hold on `day`: `@eu`, `@eea`, `@adequate` (decisions that cover a whole country)."""
    adequate = {
        decision.country
        for decision in knowledge.adequacy.values()
        if decision.whole == "true"
        and decision.since <= day
        and not any(end and end <= day for end in (decision.until, decision.invalid))
    }
    return {
        "eu": tuple(sorted(c for c in knowledge.eu if knowledge.in_eu(c, day))),
        "eea": tuple(sorted(c for c in knowledge.eea if knowledge.in_eea(c, day))),
        "adequate": tuple(sorted(adequate)),
    }


def compile_rule(
    rule: Rule, policy: Policy, derived: Derived, dated: Mapping[str, tuple[str, ...]]
) -> Compiled:
    """Compile a rule that was checked before, with the named lists that hold on the date of the case."""
    fields = SUBJECTS[rule.for_].fields
    lists = {**dated, **{name: tuple(items) for name, items in policy.lists.items()}}
    scope = Vocabulary(
        derived.estate.above, lists, {name: declared.kind for name, declared in fields.items()}
    )
    if isinstance(rule.forbid, Mapping):
        breach = compile_condition(rule.forbid, scope)
    else:
        required = compile_condition({} if rule.require is UNSET else rule.require, scope)
        breach = lambda get: negation(required(get))  # noqa: E731
    rungs: dict[str, Any] = {rule.severity: "else"} if isinstance(rule.severity, str) else rule.severity
    ladder = tuple(
        (severity, None if rungs[severity] == "else" else compile_condition(rungs[severity], scope))
        for severity in WORST_FIRST
        if severity in rungs
    )
    gate = rule.gate == "true" if isinstance(rule.gate, str) else compile_condition(rule.gate, scope)
    unless = compile_condition(rule.unless, scope) if rule.unless else None
    former = tuple(
        (key.rule or rule.id, rule.for_ if key.for_ is UNSET else key.for_, _fields(key.group))
        for key in rule.formerly
    )
    law_when = tuple(
        (reference, compile_condition(rule.law_when[reference], scope)) for reference in rule.law_when
    )
    raises: tuple[Test, ...] = ()
    if rule.weighed == "true":
        data = next(name for name in DATA_FIELDS if name in fields)
        raises = (compile_condition({data: "special"}, scope), compile_condition({"scale": "large"}, scope))
    return Compiled(
        rule=rule,
        when=compile_condition(rule.when, scope),
        breach=breach,
        unless=unless,
        ladder=ladder,
        gate=gate,
        group=_fields(rule.group),
        former=former,
        law_when=law_when,
        raises=raises,
    )


def evaluate(
    derived: Derived, policies: Iterable[Policy], subjects: Collection[str] = SUBJECTS.keys()
) -> list[Match]:
    """Give every match, established or not to be shown, of the rules about `subjects`, in order of rule and subject."""
    matches: list[Match] = []
    dated = lists_on(derived.estate.materials.knowledge, derived.estate.as_of)
    for policy in policies:
        for rule in policy.rules:
            if rule.for_ not in subjects:
                continue
            compiled = compile_rule(rule, policy, derived, dated)
            matches.extend(_matches(compiled, derived))
    return sorted(matches, key=in_order)


def in_order(match: Match) -> tuple[str, str, str]:
    """Sort by rule, key and subject."""
    return match.rule.id, match.key, match.id


def _matches(compiled: Compiled, derived: Derived) -> Iterator[Match]:
    subject_kind = SUBJECTS[compiled.rule.for_]
    for subject in subject_kind.each(derived):
        get = _reader(subject_kind, derived, subject)
        duties = list(borne(compiled.rule, derived, get))
        truth = _outcome(compiled, get) if duties else FALSE
        if truth.value is not False:
            severity, shown, rung_missing = _severity(compiled, get)
            spare = 0
            if compiled.raises:
                severity, shown, rung_missing, spare = _weighed(
                    compiled, get=get, severity=severity, shown=shown, missing=rung_missing
                )
            gates = compiled.gate if isinstance(compiled.gate, bool) else compiled.gate(get).value is True
            name = subject_kind.id(subject)
            law = tuple(compiled.rule.law)
            if truth.value:
                law += tuple(reference for reference, test in compiled.law_when if test(get).value is True)
            for duty in duties:
                apart = [
                    *([duty.who] if duty.who else []),
                    *(word_of(get(field)) for field in compiled.group),
                ]
                key = "+".join(apart) or name
                yield Match(
                    rule=compiled.rule,
                    subject=subject,
                    truth=truth,
                    culprit=duty.who or key,
                    key=key,
                    severity=severity,
                    shown=shown,
                    gates=gates,
                    rung_missing=rung_missing,
                    law=under(duty.regime, law, derived.estate.materials.knowledge),
                    spare=spare,
                    former=tuple(
                        (rule, kind, "+".join(word_of(get(field)) for field in fields) or name)
                        for rule, kind, fields in compiled.former
                    ),
                )


def _reader(kind: Subject[Any], derived: Derived, subject: Any) -> Callable[[str], FieldValue]:
    known: dict[str, FieldValue] = {}

    def get(name: str) -> FieldValue:
        found = known.get(name)
        if found is None:
            found = known[name] = kind.fields[name].read(derived, subject)
        return found

    return get


def _outcome(compiled: Compiled, get: Callable[[str], FieldValue]) -> Answer:
    when = compiled.when(get)
    if when.value is False:
        return FALSE
    breach = compiled.breach(get)
    if breach.value is False:
        return FALSE
    parts = [when, breach]
    if compiled.unless is not None:
        parts.append(negation(compiled.unless(get)))
    return conjunction(parts)


def _severity(compiled: Compiled, get: Callable[[str], FieldValue]) -> tuple[Severity, Severity, Routes]:
    first: Severity | None = None
    missing: dict[str, None] = {}
    for severity, test in compiled.ladder:
        truth = None if test is None else test(get)
        if truth is None or truth.value is True:
            return first or severity, severity, tuple(missing)
        if truth.value is None:
            first = first or severity
            missing.update(dict.fromkeys(truth.missing))
    last = compiled.ladder[-1][0]
    return first or last, last, tuple(missing)


def _weighed(
    compiled: Compiled, get: Callable[[str], FieldValue], severity: Severity, shown: Severity, missing: Routes
) -> tuple[Severity, Severity, Routes, int]:
    """Raise by one for data of art. 9 and by one for a large scale; what is not known raises, until it is shown."""
    truths = [test(get) for test in compiled.raises]
    most = sum(truth.value is not False for truth in truths)
    least = sum(truth.value is True for truth in truths)
    top = SEVERITY_ORDER.index(CAP)
    raised, spare = _raised(severity, most, top)
    open_ = (
        tuple(route for truth in truths if truth.value is None for route in truth.missing)
        if severity != INFO
        else ()
    )
    return raised, _raised(shown, least, top)[0], distinct((*missing, *open_)), spare


def _raised(severity: Severity, steps: int, top: int) -> tuple[Severity, int]:
    if severity == INFO:
        return severity, 0
    place = SEVERITY_ORDER.index(severity) + steps
    return SEVERITY_ORDER[min(place, top)], max(0, place - top)


def lowered(severity: Severity, spare: int) -> Severity:
    """Give the severity one step lower, unless the cap took that step already."""
    return severity if spare else SEVERITY_ORDER[max(0, SEVERITY_ORDER.index(severity) - 1)]


def _fields(group: str | list[str]) -> tuple[str, ...]:
    return (group,) if isinstance(group, str) else tuple(group)

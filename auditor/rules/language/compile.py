"""A rule compiled once per policy: its conditions as functions of a field reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from msgspec import UNSET, Struct

from auditor.graph.taxonomy import Taxonomy
from auditor.model.evidence import negation
from auditor.model.law import Knowledge
from auditor.model.policy import Policy, Rule
from auditor.model.vocabulary import SEVERITY_ORDER, Severity
from auditor.rules.language.condition import Test, Vocabulary, compile_condition
from auditor.rules.subjects import SUBJECTS

WORST_FIRST: Final[tuple[Severity, ...]] = tuple(reversed(SEVERITY_ORDER))
#: The field of a subject that holds the categories by which a weighed rule is raised.
DATA_FIELDS: Final = ("data", "keeps")


class Compiled(Struct, frozen=True, kw_only=True):
    """A rule ready to be held against subjects.

    `breach_parts` are the conditions that the breach is made of, each by itself: one that a stated fact shows makes the
    rule worth asking about.
    """

    rule: Rule
    when: Test
    breach: Test
    breach_parts: tuple[Test, ...]
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
    rule: Rule, policy: Policy, taxonomy: Taxonomy, dated: Mapping[str, tuple[str, ...]]
) -> Compiled:
    """Compile a rule that was checked before, with the categories of a case and the named lists that hold on its date."""
    fields = SUBJECTS[rule.for_].fields
    lists = {**dated, **{name: tuple(items) for name, items in policy.lists.items()}}
    scope = Vocabulary(
        taxonomy.above,
        lists,
        {name: declared.kind for name, declared in fields.items()},
        taxonomy.unplaced,
    )
    breach, breach_parts = _breach(rule, scope)
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
        breach_parts=breach_parts,
        unless=unless,
        ladder=ladder,
        gate=gate,
        group=_fields(rule.group),
        former=former,
        law_when=law_when,
        raises=raises,
    )


def _breach(rule: Rule, scope: Vocabulary) -> tuple[Test, tuple[Test, ...]]:
    """Give the test of what the rule forbids, or of the opposite of what it requires, and its conditions one by one."""
    if isinstance(rule.forbid, Mapping):
        parts = tuple(compile_condition({name: wanted}, scope) for name, wanted in rule.forbid.items())
        return compile_condition(rule.forbid, scope), parts
    required = {} if rule.require is UNSET else rule.require
    parts = tuple(_opposite(compile_condition({name: wanted}, scope)) for name, wanted in required.items())
    return _opposite(compile_condition(required, scope)), parts


def _opposite(test: Test) -> Test:
    return lambda get: negation(test(get))


def _fields(group: str | list[str]) -> tuple[str, ...]:
    return (group,) if isinstance(group, str) else tuple(group)

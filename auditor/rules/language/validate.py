"""What is wrong with a policy beyond its shape: unknown fields, words, operators, lists, slots and citations.

A typo is an error with a place, never a rule that silently does not fire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import UNSET, UnsetType

from auditor.errors import Wrong
from auditor.model.bilingual import Bilingual
from auditor.model.dates import is_day
from auditor.model.law import Knowledge
from auditor.model.policy import Policy, Rule
from auditor.model.scalars import Text, Words
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, SEVERITY_ORDER
from auditor.rules.language.condition import COMPARISONS, DATINGS, JOINERS, OPERATORS
from auditor.rules.language.wording_lint import Overclaim, overclaims, suspects
from auditor.rules.subjects import SUBJECTS, Field, Subject
from auditor.text.grammar import enumerated, how
from auditor.text.problems import policies as words
from auditor.text.problems.hints import ONE_OF
from auditor.text.problems.suggestion import allowed, category, nearest, term

Route = tuple[str | int, ...]

RULE_ID: Final = re.compile(r"^([a-z0-9-]+/)?[A-Z]{3}-[0-9]{3}\Z")
SLOT: Final = re.compile(r"\{([^{}]*)\}")
#: The slot for the documents that a finding rests on.
SOURCES: Final = "sources"
#: Templates of a rule that may also name the documents the finding rests on.
TELLS_SOURCES: Final = ("proof_sentence", "action")
CAPPED: Final = frozenset({"exposure", "transfer", "question"})
NUMBER: Final = re.compile(r"^[0-9]+(\.[0-9]+)?\Z")
DAY: Final = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
LIST_NAMES: Final = ("eu", "eea", "adequate")


def problems(policy: Policy, knowledge: Knowledge | None = None) -> list[Wrong]:
    """Give everything that is wrong, by its route inside the policy."""
    found: list[Wrong] = []
    for index, rule in enumerate(policy.rules):
        found.extend(wrong.below("rules", index) for wrong in _rule(rule, policy, knowledge))
    found.extend(_overclaimed(policy))
    known = {rule.id for rule in policy.rules}
    for index, example in enumerate(policy.tests):
        named = (*example.expect, *example.unknown, *example.silent)
        found.extend(
            Wrong(("tests", index), words.UNKNOWN_RULE_OF_TEST(rule=name), nearest(name, sorted(known)))
            for name in named
            if name not in known
        )
    return found


def _rule(rule: Rule, policy: Policy, knowledge: Knowledge | None) -> Iterator[Wrong]:
    subject = SUBJECTS[rule.for_]
    if not RULE_ID.match(rule.id):
        yield Wrong(("id",), words.NOT_A_RULE_ID(rule=rule.id), words.RULE_ID_HINT())
    if (rule.forbid is UNSET) == (rule.require is UNSET):
        yield Wrong((), words.ONE_OF_TWO(rule=rule.id))
    for name in ("when", "forbid", "require", "unless"):
        condition = getattr(rule, name)
        if condition is not UNSET:
            yield from _condition(condition, subject, policy, (name,))
    yield from _severity(rule, subject, policy)
    if not isinstance(rule.gate, str):
        yield from _condition(rule.gate, subject, policy, ("gate",))
    yield from _keys(rule, subject)
    if rule.weighed == "true" and (
        "scale" not in subject.fields or not {"data", "keeps"} & set(subject.fields)
    ):
        yield Wrong(("weighed",), words.NOT_WEIGHED(subject=subject.name))
    for index, name in enumerate(rule.joins):
        if not RULE_ID.match(name):
            yield Wrong(("joins", index), words.NOT_A_RULE_ID(rule=name), words.RULE_ID_HINT())
    yield from _slots(rule, subject)
    for reference, condition in rule.law_when.items():
        yield from _condition(condition, subject, policy, ("law_when", reference))
    if knowledge is not None:
        cited: list[tuple[Route, str]] = [
            (("law", index), reference) for index, reference in enumerate(rule.law)
        ]
        cited += [(("law_when", reference), reference) for reference in rule.law_when]
        for at, reference in cited:
            if reference.partition(".")[0] not in knowledge.law:
                hint = nearest(reference.partition(".")[0], knowledge.law)
                yield Wrong(at, words.NO_SUCH_TEXT(name=reference), hint, key=at[0] == "law_when")


def _keys(rule: Rule, subject: Subject[Any]) -> Iterator[Wrong]:
    """Report fields that no subject of the kind has, among those that make the culprit and tell findings apart."""
    if rule.culprit and rule.culprit not in subject.fields:
        hint = nearest(rule.culprit, subject.fields)
        yield Wrong(("culprit",), words.UNKNOWN_FIELD(field=rule.culprit), hint)
    groups: list[tuple[Route, str | list[str]]] = [(("group",), rule.group)]
    groups += [(("formerly", index, "group"), key.group) for index, key in enumerate(rule.formerly)]
    for at, group in groups:
        for index, name in enumerate([group] if isinstance(group, str) else group):
            if name not in subject.fields:
                yield Wrong((*at, index), words.UNKNOWN_FIELD(field=name), nearest(name, subject.fields))


def _overclaimed(policy: Policy) -> Iterator[Wrong]:
    """Report words that claim too much, in what readers will see of the pack."""
    texts: list[tuple[Route, Text, bool]] = [(("title",), policy.title, False)]
    for index, rule in enumerate(policy.rules):
        own = (((name,), getattr(rule, name)) for name in ("title", "why", "remedy", "mistaken_when"))
        written = ((("rules", index, *route), text) for route, text in (*own, *_templates(rule)))
        texts.extend((route, text, rule.kind == "transfer") for route, text in written)
    texts.extend(
        (("tests", index, "name"), example.name, False) for index, example in enumerate(policy.tests)
    )
    spelt = [(route, said, transfer) for at, text, transfer in texts for route, said in _languages(at, text)]
    among = suspects(said for _, said, _ in spelt)
    for route, said, transfer in spelt if among else []:
        yield from _too_much(route, said, among, transfer=transfer)


def _languages(at: Route, text: Text) -> Iterator[tuple[Route, str]]:
    if isinstance(text, Words):
        yield from (((*at, "fr"), text.fr), ((*at, "en"), text.en))
    else:
        yield at, text


def _too_much(at: Route, text: str, among: list[Overclaim], *, transfer: bool) -> Iterator[Wrong]:
    for word, instead in overclaims(text, among, transfer=transfer):
        yield Wrong(at, words.OVERCLAIM(words=word), words.SAY_RATHER(words=instead))


def _severity(rule: Rule, subject: Subject[Any], policy: Policy) -> Iterator[Wrong]:
    rungs = {rule.severity: "else"} if isinstance(rule.severity, str) else rule.severity
    for rung, condition in rungs.items():
        if rung not in SEVERITY_ORDER:
            at = ("severity",) if isinstance(rule.severity, str) else ("severity", rung)
            hint = allowed(rung, SEVERITY_ORDER)
            yield Wrong(at, words.UNKNOWN_SEVERITY(word=rung), hint, key=True)
        elif rule.kind in CAPPED and rung == "critical":
            yield Wrong(("severity", rung), words.NEVER_ABOVE_HIGH(kind=rule.kind))
        if isinstance(condition, Mapping):
            yield from _condition(condition, subject, policy, ("severity", rung))
        elif condition != "else":
            yield Wrong(("severity", rung), words.RUNG())
    if "else" not in rungs.values():
        yield Wrong(("severity",), words.NO_LAST_RUNG())
        return
    reached = [
        SEVERITY_ORDER.index(r)
        for r, condition in rungs.items()
        if condition == "else" and r in SEVERITY_ORDER
    ]
    last = min(reached, default=0)
    for rung in rungs:
        if rung in SEVERITY_ORDER and SEVERITY_ORDER.index(rung) < last:
            yield Wrong(("severity", rung), words.RUNG_NOT_REACHED(rung=rung))


def _condition(
    condition: Mapping[str, Any], subject: Subject[Any], policy: Policy, at: Route
) -> Iterator[Wrong]:
    for name, wanted in condition.items():
        here = (*at, name)
        if name == "any_of":
            if not isinstance(wanted, list) or not all(isinstance(part, Mapping) for part in wanted):
                yield Wrong(here, words.ANY_OF())
                continue
            if not wanted:
                yield Wrong(here, words.EMPTY_LIST())
            for index, part in enumerate(wanted):
                yield from _condition(part, subject, policy, (*here, index))
        elif name == "not":
            if isinstance(wanted, Mapping):
                yield from _condition(wanted, subject, policy, here)
            else:
                yield Wrong(here, words.NOT_TAKES())
        elif name not in subject.fields:
            hint = nearest(name, (*subject.fields, *JOINERS))
            yield Wrong(here, words.UNKNOWN_FIELD_OF(subject=subject.name, field=name), hint, key=True)
        else:
            yield from _wanted(wanted, subject=subject, declared=subject.fields[name], policy=policy, at=here)


def _wanted(
    wanted: Any, subject: Subject[Any], declared: Field[Any], policy: Policy, at: Route
) -> Iterator[Wrong]:
    if not isinstance(wanted, Mapping):
        yield from _literals(wanted, declared, policy, at)
        return
    if not wanted:
        yield Wrong(at, words.OPERATOR_EXPECTED(), ONE_OF(words=", ".join(OPERATORS)))
    for operator, argument in wanted.items():
        here = (*at, operator)
        if operator not in OPERATORS:
            yield Wrong(here, words.UNKNOWN_OPERATOR(word=operator), nearest(operator, OPERATORS), key=True)
        elif operator in COMPARISONS:
            if declared.kind != "number":
                hint = _dated() if declared.kind == "date" else None
                yield Wrong(here, words.COMPARES_NUMBERS(word=operator), hint)
            elif not NUMBER.match(str(argument)):
                yield Wrong(here, words.NUMBER_EXPECTED(text=str(argument)))
        elif operator in DATINGS:
            if declared.kind != "date":
                yield Wrong(here, words.COMPARES_DATES(word=operator))
            elif not (isinstance(argument, str) and DAY.match(argument) and is_day(argument)):
                yield Wrong(here, words.DAY_EXPECTED(text=str(argument)), words.DAY_HINT())
        elif operator == "same_as":
            if not isinstance(argument, str) or argument not in subject.fields:
                said = words.UNKNOWN_FIELD_OF(subject=subject.name, field=str(argument))
                yield Wrong(here, said, nearest(str(argument), subject.fields))
        elif isinstance(argument, Mapping):
            yield from _wanted(argument, subject=subject, declared=declared, policy=policy, at=here)
        else:
            yield from _literals(argument, declared, policy, here)


def _literals(wanted: Any, declared: Field[Any], policy: Policy, at: Route) -> Iterator[Wrong]:
    if declared.kind == "date":
        yield Wrong(at, words.NOT_MET_EXACTLY(), _dated())
        return
    if wanted == []:
        yield Wrong(at, words.EMPTY_LIST())
    for number, item in enumerate(wanted if isinstance(wanted, list) else [wanted]):
        place = (*at, number) if isinstance(wanted, list) else at
        if not isinstance(item, str):
            yield Wrong(place, words.WORDS_EXPECTED())
        elif declared.kind == "number":
            if not NUMBER.match(item):
                yield Wrong(place, words.NUMBER_EXPECTED(text=item))
        elif item.startswith("@"):
            if item[1:] not in (*policy.lists, *LIST_NAMES):
                hint = nearest(item[1:], (*policy.lists, *LIST_NAMES))
                yield Wrong(place, words.UNKNOWN_LIST(name=item), hint)
        else:
            held = _allowed(declared)
            if held and item not in held and item != "none":
                yield Wrong(place, words.NEVER_HOLDS(word=item), _near(item, declared))


def _allowed(declared: Field[Any]) -> tuple[str, ...]:
    if declared.kind == "category":
        return tuple(CATEGORIES)
    if declared.kind == "term":
        return tuple(ACTIVITY_TERMS)
    return declared.words


def _slots(rule: Rule, subject: Subject[Any]) -> Iterator[Wrong]:
    """Give what is wrong with the slots of the templates that a finding fills."""
    for route, template in _templates(rule):
        allowed_here = (*subject.slots, *((SOURCES,) if route[0] in TELLS_SOURCES else ()))
        texts = (template,) if isinstance(template, str) else (template.fr, template.en)
        used = [_used(text) for text in texts if text]
        for name in sorted(set().union(*used)):
            if name not in allowed_here:
                said = words.UNKNOWN_SLOT(subject=subject.name, name=name)
                yield Wrong(route, said, nearest(name, allowed_here))
        if isinstance(template, Words) and len({frozenset(names) for names in used}) > 1:
            yield Wrong(route, words.SLOTS_DIFFER())


def _templates(rule: Rule) -> Iterator[tuple[Route, Text]]:
    yield ("message",), rule.message
    yield ("headline",), rule.headline
    yield ("proof_sentence",), rule.proof_sentence
    if not isinstance(rule.action, UnsetType):
        for name in rule.action.__struct_fields__:
            yield ("action", name), getattr(rule.action, name)


def _used(text: str) -> set[str]:
    """Give the slots of a text; one that asks for a form that no word has is given with what it asks for."""
    split = (slot.partition(":") for slot in SLOT.findall(text))
    return {name if not colon or how(spec) else f"{name}{colon}{spec}" for name, colon, spec in split}


def _near(word: str, declared: Field[Any]) -> Bilingual | None:
    if declared.kind == "category":
        return category(word)
    return term(word) if declared.kind == "term" else allowed(word, declared.words)


def _dated() -> Bilingual:
    operators = list(DATINGS)
    listed = Bilingual(enumerated(operators, "ou"), enumerated(operators, "or"))
    return words.DATED_WITH(words=listed)

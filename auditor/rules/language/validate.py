"""What is wrong with a policy beyond its shape: unknown fields, words, operators, lists, slots and citations.

A typo is an error with a place, never a rule that silently does not fire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from msgspec import UNSET

from auditor.model.dates import is_day
from auditor.model.law import Knowledge
from auditor.model.policy import Policy, Rule
from auditor.model.scalars import Text, Words
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, SEVERITY_ORDER
from auditor.rules.language.condition import COMPARISONS, DATINGS, JOINERS, OPERATORS
from auditor.rules.language.wording_lint import Overclaim, overclaims, suspects
from auditor.rules.subjects import SUBJECTS, Field, Subject

Route = tuple[str | int, ...]
Found = tuple[Route, str, str]

RULE_ID: Final = re.compile(r"^([a-z0-9-]+/)?[A-Z]{3}-[0-9]{3}$")
SLOT: Final = re.compile(r"\{([^{}:]*)(?::(de|à|que))?\}")
#: A slot with a colon and anything but a word that French contracts with.
MISMADE: Final = re.compile(r"\{([^{}:]*:(?!(?:de|à|que)\})[^{}]*)\}")
CAPPED: Final = frozenset({"exposure", "transfer", "question"})
NUMBER: Final = re.compile(r"^[0-9]+(\.[0-9]+)?$")
DAY: Final = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
DATED_HINT: Final = f"a date is compared with {' or '.join(DATINGS)}"
LIST_NAMES: Final = ("eu", "eea", "adequate")
EMPTY: Final = "an empty list is met by nothing"


def problems(policy: Policy, knowledge: Knowledge | None = None) -> list[Found]:
    """Give every problem as (route inside the policy, message, hint)."""
    found: list[Found] = []
    for index, rule in enumerate(policy.rules):
        found.extend(
            ((*("rules", index), *route), message, hint)
            for route, message, hint in _rule(rule, policy, knowledge)
        )
    found.extend(_overclaimed(policy))
    known = {rule.id for rule in policy.rules}
    for index, example in enumerate(policy.tests):
        named = (*example.expect, *example.unknown, *example.silent)
        found.extend(
            (("tests", index), f"the test names a rule this pack does not have: {name}", _near(name, known))
            for name in named
            if name not in known
        )
    return found


def _rule(rule: Rule, policy: Policy, knowledge: Knowledge | None) -> Iterator[Found]:
    subject = SUBJECTS[rule.for_]
    if not RULE_ID.match(rule.id):
        yield (
            ("id",),
            f"not a rule id: {rule.id}",
            "three capitals, a dash and three digits, as in TRN-001, or org/TRN-001",
        )
    if (rule.forbid is UNSET) == (rule.require is UNSET):
        yield (), f"{rule.id} must have exactly one of forbid and require", ""
    for name in ("when", "forbid", "require", "unless"):
        condition = getattr(rule, name)
        if condition is not UNSET:
            yield from _condition(condition, subject, policy, (name,))
    yield from _severity(rule, subject, policy)
    if not isinstance(rule.gate, str):
        yield from _condition(rule.gate, subject, policy, ("gate",))
    for name in [rule.group] if isinstance(rule.group, str) else rule.group:
        if name not in subject.fields:
            yield ("group",), f"unknown field: {name}", _near(name, subject.fields)
    if rule.weighed == "true" and (
        "scale" not in subject.fields or not {"data", "keeps"} & set(subject.fields)
    ):
        yield ("weighed",), f"{subject.name} has no scale or no data by which a rule could be weighed", ""
    for index, name in enumerate(rule.joins):
        if not RULE_ID.match(name):
            yield ("joins", index), f"not a rule id: {name}", ""
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
                yield (
                    at,
                    f"no such text of law: {reference}",
                    _near(reference.partition(".")[0], knowledge.law),
                )


def _overclaimed(policy: Policy) -> Iterator[Found]:
    """Report words that claim too much, in what readers will see of the pack."""
    texts: list[tuple[Route, Text, bool]] = [(("title",), policy.title, False)]
    for index, rule in enumerate(policy.rules):
        own = (("rules", index, name) for name in ("title", "message", "why", "remedy", "mistaken_when"))
        texts.extend((route, getattr(rule, str(route[-1])), rule.kind == "transfer") for route in own)
    texts.extend(
        (("tests", index, "name"), example.name, False) for index, example in enumerate(policy.tests)
    )
    spelt = [
        (route, words, transfer) for at, text, transfer in texts for route, words in _languages(at, text)
    ]
    among = suspects(words for _, words, _ in spelt)
    for route, words, transfer in spelt if among else []:
        yield from _too_much(route, words, among, transfer=transfer)


def _languages(at: Route, text: Text) -> Iterator[tuple[Route, str]]:
    if isinstance(text, Words):
        yield from (((*at, "fr"), text.fr), ((*at, "en"), text.en))
    else:
        yield at, text


def _too_much(at: Route, text: str, among: list[Overclaim], *, transfer: bool) -> Iterator[Found]:
    for word, instead in overclaims(text, among, transfer=transfer):
        yield at, f"this claims more than facts and law carry: {word}", f"say rather: {instead}"


def _severity(rule: Rule, subject: Subject[Any], policy: Policy) -> Iterator[Found]:
    rungs = {rule.severity: "else"} if isinstance(rule.severity, str) else rule.severity
    for rung, condition in rungs.items():
        if rung not in SEVERITY_ORDER:
            yield ("severity",), f"unknown severity: {rung}", _near(rung, SEVERITY_ORDER)
        elif rule.kind in CAPPED and rung == "critical":
            yield ("severity", rung), f"a rule of kind {rule.kind} is never above high", ""
        if isinstance(condition, Mapping):
            yield from _condition(condition, subject, policy, ("severity", rung))
        elif condition != "else":
            yield ("severity", rung), "a rung is a condition or `else`", ""
    if "else" not in rungs.values():
        yield ("severity",), "the ladder has no last rung: one must be `else`", ""
        return
    reached = [
        SEVERITY_ORDER.index(r)
        for r, condition in rungs.items()
        if condition == "else" and r in SEVERITY_ORDER
    ]
    last = min(reached, default=0)
    for rung in rungs:
        if rung in SEVERITY_ORDER and SEVERITY_ORDER.index(rung) < last:
            yield (
                ("severity", rung),
                f"this rung is never reached: {rung} is milder than the one that is `else`",
                "",
            )


def _condition(
    condition: Mapping[str, Any], subject: Subject[Any], policy: Policy, at: Route
) -> Iterator[Found]:
    for name, wanted in condition.items():
        here = (*at, name)
        if name == "any_of":
            if not isinstance(wanted, list) or not all(isinstance(part, Mapping) for part in wanted):
                yield here, "any_of takes a list of conditions", ""
                continue
            if not wanted:
                yield here, EMPTY, ""
            for index, part in enumerate(wanted):
                yield from _condition(part, subject, policy, (*here, index))
        elif name == "not":
            if isinstance(wanted, Mapping):
                yield from _condition(wanted, subject, policy, here)
            else:
                yield here, "not takes a condition", ""
        elif name not in subject.fields:
            yield here, f"unknown field of {subject.name}: {name}", _near(name, (*subject.fields, *JOINERS))
        else:
            yield from _wanted(wanted, subject=subject, declared=subject.fields[name], policy=policy, at=here)


def _wanted(
    wanted: Any, subject: Subject[Any], declared: Field[Any], policy: Policy, at: Route
) -> Iterator[Found]:
    if not isinstance(wanted, Mapping):
        yield from _literals(wanted, declared, policy, at)
        return
    if not wanted:
        yield at, "an operator was expected", f"one of: {', '.join(OPERATORS)}"
    for operator, argument in wanted.items():
        here = (*at, operator)
        if operator not in OPERATORS:
            yield here, f"unknown operator: {operator}", _near(operator, OPERATORS)
        elif operator in COMPARISONS:
            if declared.kind != "number":
                hint = DATED_HINT if declared.kind == "date" else ""
                yield here, f"{operator} compares numbers, and this field holds none", hint
            elif not NUMBER.match(str(argument)):
                yield here, f"a number was expected: {argument}", ""
        elif operator in DATINGS:
            if declared.kind != "date":
                yield here, f"{operator} compares dates, and this field holds none", ""
            elif not (isinstance(argument, str) and DAY.match(argument) and is_day(argument)):
                yield here, f"a day was expected: {argument}", "year, month and day, as in 2026-05-16"
        elif operator == "same_as":
            if not isinstance(argument, str) or argument not in subject.fields:
                yield (
                    here,
                    f"unknown field of {subject.name}: {argument}",
                    _near(str(argument), subject.fields),
                )
        elif isinstance(argument, Mapping):
            yield from _wanted(argument, subject=subject, declared=declared, policy=policy, at=here)
        else:
            yield from _literals(argument, declared, policy, here)


def _literals(wanted: Any, declared: Field[Any], policy: Policy, at: Route) -> Iterator[Found]:
    if declared.kind == "date":
        yield at, "a date is not a word to be met exactly", DATED_HINT
        return
    if wanted == []:
        yield at, EMPTY, ""
    for item in wanted if isinstance(wanted, list) else [wanted]:
        if not isinstance(item, str):
            yield at, "a word or a list of words was expected", ""
        elif declared.kind == "number":
            if not NUMBER.match(item):
                yield at, f"a number was expected: {item}", ""
        elif item.startswith("@"):
            if item[1:] not in (*policy.lists, *LIST_NAMES):
                yield at, f"unknown list: {item}", _near(item[1:], (*policy.lists, *LIST_NAMES))
        else:
            allowed = _allowed(declared)
            if allowed and item not in allowed and item != "none":
                yield (
                    at,
                    f"this field never holds {item}",
                    _near(item, allowed) or f"one of: {', '.join(allowed)}",
                )


def _allowed(declared: Field[Any]) -> tuple[str, ...]:
    if declared.kind == "category":
        return tuple(CATEGORIES)
    if declared.kind == "term":
        return tuple(ACTIVITY_TERMS)
    return declared.words


def _slots(rule: Rule, subject: Subject[Any]) -> Iterator[Found]:
    texts = (rule.message,) if isinstance(rule.message, str) else (rule.message.fr, rule.message.en)
    used = [{name for name, _ in SLOT.findall(text)} | set(MISMADE.findall(text)) for text in texts if text]
    for name in sorted(set().union(*used)):
        if name not in subject.slots:
            yield ("message",), f"unknown slot of {subject.name}: {name}", _near(name, subject.slots)
    if isinstance(rule.message, Words) and len({frozenset(names) for names in used}) > 1:
        yield ("message",), "the two languages do not use the same slots", ""


def _near(word: str, among: Any) -> str:
    close = get_close_matches(str(word), [str(item) for item in among], n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else ""

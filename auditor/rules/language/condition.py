"""The condition language: mappings read as *and*, literals and lists as *any of*, a few operators, three values.

A condition is compiled once per rule into a function of a field reader; nothing is ever evaluated as code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from auditor.model.dates import first_day, last_day
from auditor.model.evidence import (
    TRUE,
    Answer,
    Bounds,
    Choice,
    FieldValue,
    Selection,
    conjunction,
    disjunction,
    negation,
)
from auditor.model.vocabulary import ACTIVITY_TERMS, NONE, ancestors

Get = Callable[[str], FieldValue]
Test = Callable[[Get], Answer]
Above = Callable[[str], frozenset[str]]

COMPARISONS: Final[dict[str, Callable[[float, float], bool]]] = {
    "at_least": lambda value, bar: value >= bar,
    "at_most": lambda value, bar: value <= bar,
    "above": lambda value, bar: value > bar,
    "below": lambda value, bar: value < bar,
}
#: Comparisons of a date, from its first to its last possible day, with a day: whether it holds for sure, and at best.
DATINGS: Final[dict[str, Callable[[str, str, str], tuple[bool, bool]]]] = {
    "from": lambda first, last, bar: (first >= bar, last >= bar),
    "before": lambda first, last, bar: (last < bar, first < bar),
}
#: Every operator: on which fields, and what it asks.
OPERATORS: Final[dict[str, tuple[str, str]]] = {
    "not": ("anything", "the value is none of these"),
    "only": ("lists", "every element is one of these"),
    "at_least": ("numbers", "the number or more"),
    "at_most": ("numbers", "the number or less"),
    "above": ("numbers", "more than the number"),
    "below": ("numbers", "less than the number"),
    "from": ("dates", "that day or later; unknown where a year or a month reaches over that day"),
    "before": ("dates", "earlier than that day; unknown where a year or a month reaches over that day"),
    "same_as": ("single words", "the same word as in another field"),
}
JOINERS: Final = ("any_of", "not")


class Vocabulary(Struct, frozen=True):
    """What conditions are read against: broader categories, named lists, which fields hold categories or terms, and which categories nobody placed."""

    above: Above
    lists: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    unplaced: frozenset[str] = frozenset()


Matcher = Callable[[str, tuple[str, ...]], bool | None]


def compile_condition(condition: Mapping[str, Any], scope: Vocabulary) -> Test:
    """Give the test that `condition` states; an empty condition always holds. It must have been checked before."""
    tests = [_entry(name, wanted, scope) for name, wanted in condition.items()]
    if not tests:
        return lambda get: TRUE
    if len(tests) == 1:
        return tests[0]
    return lambda get: conjunction(test(get) for test in tests)


def _entry(name: str, wanted: Any, scope: Vocabulary) -> Test:
    if name == "any_of":
        parts = [compile_condition(part, scope) for part in wanted]
        return lambda get: disjunction(part(get) for part in parts)
    if name == "not":
        inner = compile_condition(wanted, scope)
        return lambda get: negation(inner(get))
    return _field(name, wanted, scope)


def _field(name: str, wanted: Any, scope: Vocabulary) -> Test:
    if isinstance(wanted, Mapping):
        tests = [_operator(name, operator, argument, scope) for operator, argument in wanted.items()]
        return tests[0] if len(tests) == 1 else lambda get: conjunction(test(get) for test in tests)
    return _membership(name, wanted, scope, is_any_of)


def _membership(
    name: str,
    wanted: Any,
    scope: Vocabulary,
    holds: Callable[[FieldValue, tuple[str, ...], Matcher], Answer],
) -> Test:
    """Give the test that a field is, or its elements are, among the words wanted, as `holds` tells."""
    kind = scope.kinds.get(name, "word")
    matches, options = _matcher(scope, kind), tuple(literals(wanted, scope.lists))
    if kind == "category" and scope.unplaced:
        return lambda get: _placing(holds(get(name), options, matches), get(name), scope)
    return lambda get: holds(get(name), options, matches)


def _operator(name: str, operator: str, argument: Any, scope: Vocabulary) -> Test:
    if operator == "not":
        inner = _field(name, argument, scope)
        return lambda get: negation(inner(get))
    if operator == "only":
        return _membership(name, argument, scope, every_is)
    if operator == "same_as":
        return lambda get: same(get(name), get(argument))
    if operator in DATINGS:
        return lambda get: dated(get(name), operator, argument)
    compare, bar = COMPARISONS[operator], float(argument)
    return lambda get: compares(get(name), compare, bar)


def literals(wanted: Any, lists: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give the words of a literal or a list, with named lists (`@eea`) spelt out."""
    for item in wanted if isinstance(wanted, list) else [wanted]:
        if item.startswith("@"):
            yield from lists[item[1:]]
        else:
            yield item


def _matcher(scope: Vocabulary, kind: str) -> Matcher:
    if kind == "category":
        return lambda value, options: _below(value, options, scope)
    if kind == "term":
        return lambda value, options: not ancestors(value, ACTIVITY_TERMS).isdisjoint(options)
    return lambda value, options: value in options


def _below(value: str, options: tuple[str, ...], scope: Vocabulary) -> bool | None:
    """Match a category with all below it; a broader one than asked might be meant, or not, as one that nobody placed."""
    above = scope.above(value)
    if not above.isdisjoint(options):
        return True
    if not above.isdisjoint(scope.unplaced):
        return None
    return None if any(value in scope.above(option) for option in options) else False


def _placing(answer: Answer, value: FieldValue, scope: Vocabulary) -> Answer:
    """Give `answer`, which also waits for the kind of each category that nobody placed."""
    if answer.value is not None or not isinstance(value, Selection):
        return answer
    listed = (*value.sure, *value.maybe)
    unplaced = [name for item in listed for name in sorted(scope.above(item) & scope.unplaced)]
    routes = tuple(f"data.{name}.is" for name in dict.fromkeys(unplaced))
    return Answer(value=None, proof=answer.proof, missing=(*value.missing, *routes)) if routes else answer


def is_any_of(value: FieldValue, options: tuple[str, ...], matches: Matcher) -> Answer:
    """Tell whether the value is one of `options`; of a list, whether some element is."""
    if isinstance(value, Bounds):
        return disjunction(
            compares(value, lambda number, bar: number == bar, float(option)) for option in options
        )
    if isinstance(value, Choice):
        answers = {matches(option, options) for option in value.options}
        if not value.anything and len(answers) == 1 and None not in answers:
            return Answer(value=answers.pop(), proof=value.proof)
        return Answer(value=None, proof=value.proof, missing=value.missing or value.proof)
    return _some(value, options, matches)


def _some(value: Selection, options: tuple[str, ...], matches: Matcher) -> Answer:
    if NONE in options and not value.sure and not value.maybe and not value.open:
        return Answer(value=True, proof=value.proof)
    answers = [matches(item, options) for item in value.sure]
    if True in answers:
        return Answer(value=True, proof=value.proof)
    emptied = NONE in options and not value.sure and bool(value.maybe)
    doubtful = (
        value.open
        or None in answers
        or emptied
        or any(matches(item, options) is not False for item in value.maybe)
    )
    return (
        Answer(value=None, proof=value.proof, missing=value.missing or value.proof)
        if doubtful
        else Answer(value=False, proof=value.proof)
    )


def every_is(value: FieldValue, options: tuple[str, ...], matches: Matcher) -> Answer:
    """Tell whether every element is one of `options`."""
    if not isinstance(value, Selection):
        return is_any_of(value, options, matches)
    answers = [matches(item, options) for item in value.sure]
    if False in answers:
        return Answer(value=False, proof=value.proof)
    doubtful = (
        value.open or None in answers or any(matches(item, options) is not True for item in value.maybe)
    )
    return (
        Answer(value=None, proof=value.proof, missing=value.missing or value.proof)
        if doubtful
        else Answer(value=True, proof=value.proof)
    )


def compares(value: FieldValue, compare: Callable[[float, float], bool], bar: float) -> Answer:
    """Tell whether a number compares so with `bar`, whatever it may be between its bounds."""
    if not isinstance(value, Bounds):
        return Answer(value=None, proof=value.proof, missing=value.missing or value.proof)
    low, high = compare(value.low, bar), compare(value.high, bar)
    return (
        Answer(value=low, proof=value.proof)
        if low == high
        else Answer(value=None, proof=value.proof, missing=value.missing or value.proof)
    )


def dated(value: FieldValue, operator: str, bar: str) -> Answer:
    """Tell whether a date lies from the day `bar` on, or before it; a year or a month may reach over that day."""
    unknown = Answer(value=None, proof=value.proof, missing=value.missing or value.proof)
    if not isinstance(value, Choice) or value.anything:
        return unknown
    answers = {
        answer for day in value.options for answer in DATINGS[operator](first_day(day), last_day(day), bar)
    }
    return Answer(value=answers.pop(), proof=value.proof) if len(answers) == 1 else unknown


def same(first: FieldValue, second: FieldValue) -> Answer:
    """Tell whether two fields hold the same single word."""
    proof, missing = (*first.proof, *second.proof), (*first.missing, *second.missing)
    if (
        isinstance(first, Choice)
        and isinstance(second, Choice)
        and not first.anything
        and not second.anything
    ):
        if len(first.options) == len(second.options) == 1:
            return Answer(value=first.options == second.options, proof=proof)
        if set(first.options).isdisjoint(second.options):
            return Answer(value=False, proof=proof)
    return Answer(value=None, proof=proof, missing=missing or proof)

"""What a condition says of a value, whatever its kind: yes, no, or open, with the facts that show it and those that would settle it."""

from __future__ import annotations

import operator
from typing import Any

import pytest

from auditor.model.evidence import Bounds, Choice, Selection
from auditor.rules.language.condition import compares, dated, every_is, is_any_of, same
from tests.own_rules import Tree, found, rule

AT, ASKED = ("flows.f.a",), ("flows.f.b",)


def meets(value: str, options: tuple[str, ...]) -> bool | None:
    """A word that is met as it is written; of `perhaps` nobody can say."""
    return None if value == "perhaps" else value in options


def word(*options: str, anything: bool = False, missing: tuple[str, ...] = ASKED) -> Choice:
    return Choice(options=options, anything=anything, proof=AT, missing=missing)


def several(
    *sure: str, maybe: tuple[str, ...] = (), more: bool = False, missing: tuple[str, ...] = ASKED
) -> Selection:
    return Selection(sure=sure, maybe=maybe, open=more, proof=AT, missing=missing)


def number(low: float, high: float, missing: tuple[str, ...] = ASKED) -> Bounds:
    return Bounds(low=low, high=high, proof=AT, missing=missing)


def told(answer: Any) -> tuple[Any, ...]:
    return answer.value, answer.proof, answer.missing


YES, NO, OPEN = (True, AT, ()), (False, AT, ()), (None, AT, ASKED)


@pytest.mark.parametrize(
    ("value", "options", "expected"),
    [
        (word("x"), ("x", "y"), YES),
        (word("z"), ("x", "y"), NO),
        (word("x", "y"), ("x", "y"), YES),
        (word("x", "z"), ("x", "y"), OPEN),
        (word("perhaps"), ("x",), OPEN),
        (word(anything=True), ("x",), OPEN),
        (word("x", anything=True), ("x",), OPEN),
        (word("x", "z", missing=()), ("x",), (None, AT, AT)),
        (several("x", "z"), ("x",), YES),
        (several("z"), ("x",), NO),
        (several(), ("x",), NO),
        (several(more=True), ("x",), OPEN),
        (several("z", maybe=("x",)), ("x",), OPEN),
        (several("z", maybe=("w",)), ("x",), NO),
        (several("z", maybe=("perhaps",)), ("x",), OPEN),
        (several("perhaps"), ("x",), OPEN),
        (several("x", more=True), ("x",), YES),
        (several(), ("none",), YES),
        (several("z"), ("none",), NO),
        (several(maybe=("z",)), ("none",), OPEN),
        (several("z", maybe=("w",)), ("none",), NO),
        (several(more=True), ("none",), OPEN),
        (several(more=True, missing=()), ("x",), (None, AT, AT)),
        (number(2, 2), ("2",), (True, AT, ())),
        (number(2, 2), ("1", "2"), (True, AT, ())),
        (number(3, 3), ("2",), (False, AT, ())),
    ],
)
def test_a_value_is_one_of_several_words(value: Any, options: tuple[str, ...], expected: Any) -> None:
    assert told(is_any_of(value, options, meets)) == expected


@pytest.mark.parametrize(
    ("value", "options", "expected"),
    [
        (several("x", "y"), ("x", "y"), YES),
        (several("x", "z"), ("x", "y"), NO),
        (several(), ("x",), YES),
        (several("x", more=True), ("x",), OPEN),
        (several("x", maybe=("x",)), ("x",), YES),
        (several("x", maybe=("z",)), ("x",), OPEN),
        (several("x", "perhaps"), ("x",), OPEN),
        (several("z", more=True), ("x",), NO),
        (several("x", more=True, missing=()), ("x",), (None, AT, AT)),
        (word("x"), ("x",), YES),
        (word("z"), ("x",), NO),
    ],
)
def test_every_element_of_a_list_is_one_of_several_words(
    value: Any, options: tuple[str, ...], expected: Any
) -> None:
    assert told(every_is(value, options, meets)) == expected


@pytest.mark.parametrize(
    ("value", "compare", "expected"),
    [
        (number(5, 9), operator.ge, YES),
        (number(1, 4), operator.ge, NO),
        (number(4, 5), operator.ge, OPEN),
        (number(4, 5, missing=()), operator.ge, (None, AT, AT)),
        (number(5, 5), operator.gt, NO),
        (word("5"), operator.ge, OPEN),
        (word("5", missing=()), operator.ge, (None, AT, AT)),
    ],
)
def test_a_number_lies_on_a_side_of_a_bar_where_both_its_bounds_do(
    value: Any, compare: Any, expected: Any
) -> None:
    assert told(compares(value, compare, 5)) == expected


@pytest.mark.parametrize(
    ("value", "way", "expected"),
    [
        (word("2020-05-01"), "from", YES),
        (word("2020-04-30"), "from", NO),
        (word("2020"), "from", OPEN),
        (word("2021"), "from", YES),
        (word("2019"), "from", NO),
        (word("2020-04-30"), "before", YES),
        (word("2020-05-01"), "before", NO),
        (word("2020-05"), "before", NO),
        (word("2019", "2021"), "before", OPEN),
        (word("2018", "2019"), "before", YES),
        (word(anything=True), "before", OPEN),
        (word(), "before", OPEN),
        (several("2019"), "before", OPEN),
        (word("2020", missing=()), "before", (None, AT, AT)),
    ],
)
def test_a_date_lies_from_a_day_on_or_before_it_where_all_of_it_does(
    value: Any, way: str, expected: Any
) -> None:
    assert told(dated(value, way, "2020-05-01")) == expected


BOTH, WANTED = (*AT, *AT), (*ASKED, *ASKED)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (word("x"), word("x"), (True, BOTH, ())),
        (word("x"), word("y"), (False, BOTH, ())),
        (word("x", "y"), word("x"), (None, BOTH, WANTED)),
        (word("x", "y"), word("z"), (False, BOTH, ())),
        (word("x", "y"), word("x", "y"), (None, BOTH, WANTED)),
        (word("x"), word(anything=True), (None, BOTH, WANTED)),
        (word(anything=True), word("x"), (None, BOTH, WANTED)),
        (word("x"), several("x"), (None, BOTH, WANTED)),
        (several("x"), word("x"), (None, BOTH, WANTED)),
        (word("x", "y", missing=()), word("x", missing=()), (None, BOTH, BOTH)),
    ],
)
def test_two_fields_hold_the_same_word_where_each_holds_one(first: Any, second: Any, expected: Any) -> None:
    assert told(same(first, second)) == expected


# how grave

CASE: Tree = {
    "people": {"people": {"country": "FR"}},
    "organisations": {"shop": {"country": "FR"}},
    "activities": {"sales": {"people": "people", "data": "contact", "controller": "shop"}},
    "hosts": {"store": {"operator": "shop"}},
}


def grave(severity: Any, **flow: str) -> tuple[str, str, list[str]]:
    stated = {"for": "sales", "from": "people", "to": "store", **flow}
    (finding,) = found(
        {**CASE, "flows": {"f": stated}}, rule(severity=severity, forbid={"embedded": "false"})
    )
    return finding.severity, finding.severity_if_open, list(finding.missing)


LADDER = {"high": {"content": "none"}, "medium": {"transport": "none"}, "low": "else"}


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ({"content": "none", "transport": "tls"}, ("high", "high", [])),
        ({"content": "encrypted", "transport": "none"}, ("medium", "medium", [])),
        ({"content": "encrypted", "transport": "tls"}, ("low", "low", [])),
        ({"content": "unknown", "transport": "tls"}, ("low", "high", ["flows.f.content"])),
        ({"content": "unknown", "transport": "none"}, ("medium", "high", ["flows.f.content"])),
        ({"content": "encrypted", "transport": "unknown"}, ("low", "medium", ["flows.f.transport"])),
        (
            {"content": "unknown", "transport": "unknown"},
            ("low", "high", ["flows.f.content", "flows.f.transport"]),
        ),
        ({"content": "none", "transport": "unknown"}, ("high", "high", [])),
    ],
)
def test_a_finding_is_as_grave_as_the_first_rung_that_holds_and_may_be_as_grave_as_one_that_is_open(
    flow: dict[str, str], expected: tuple[str, str, list[str]]
) -> None:
    assert grave(LADDER, **flow) == expected

"""Dates in the language of rules: on or after a day, before it, and unknown where a partial date reaches over it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.evidence import Choice
from auditor.model.policy import Policy, Rule
from auditor.model.scalars import Words
from auditor.rules.language.condition import COMPARISONS, DATINGS, OPERATORS, dated
from auditor.rules.language.read_back import sentence
from auditor.rules.language.validate import problems
from auditor.rules.subjects import SUBJECTS

DAY = "2026-05-16"


def rule(**condition: Any) -> Rule:
    return Rule(
        id="TST-001",
        title=Words("essai", "test"),
        kind="gap",
        about="flow",
        for_="host",
        severity="low",
        message="{host}",
        why="",
        law=["gdpr.32"],
        forbid=condition,
    )


def wrong_with(**condition: Any) -> list[tuple[str, str]]:
    found = problems(Policy(policy="test", title="test", rules=[rule(**condition)]))
    return [(wrong.message.en, wrong.hint.en if wrong.hint else "") for wrong in found]


@pytest.mark.parametrize(
    ("value", "on_or_after"),
    [
        ("2026-05-15", False),
        ("2026-05-16", True),
        ("2026-05-17", True),
        ("2026-05", None),
        ("2026", None),
        ("2026-06", True),
        ("2027", True),
        ("2026-04", False),
        ("2025", False),
    ],
)
def test_a_date_lies_on_or_after_a_day_before_it_or_over_it(value: str, on_or_after: bool | None) -> None:
    date = Choice(options=(value,), proof=("there",))
    assert dated(date, "from", DAY).value is on_or_after
    assert dated(date, "before", DAY).value is (None if on_or_after is None else not on_or_after)


def test_what_is_unknown_stays_so_with_the_fact_to_ask() -> None:
    for operator in ("from", "before"):
        truth = dated(Choice(missing=("here",), anything=True), operator, DAY)
        assert (truth.value, truth.missing) == (None, ("here",))
        either = dated(Choice(options=("2020", "2030"), missing=("here",)), operator, DAY)
        assert (either.value, either.missing) == (None, ("here",))


days = st.dates().map(lambda day: day.isoformat())


@given(days, days, st.sampled_from([4, 7]))
def test_a_partial_date_answers_only_what_each_of_its_days_answers(day: str, bar: str, length: int) -> None:
    whole, partial = (dated(Choice(options=(text,)), "from", bar).value for text in (day, day[:length]))
    assert partial is None or partial == whole


@given(days, days)
def test_from_and_before_part_the_calendar(day: str, bar: str) -> None:
    first, second = (dated(Choice(options=(day,)), operator, bar).value for operator in ("from", "before"))
    assert {first, second} == {True, False}


@pytest.mark.parametrize("name", sorted(SUBJECTS))
def test_every_subject_knows_the_date_of_the_case(name: str) -> None:
    assert SUBJECTS[name].fields["as_of"].kind == "date"


@pytest.mark.parametrize(
    ("condition", "message", "hint"),
    [
        ({"as_off": {"from": DAY}}, "unknown field of host: as_off", "did you mean as_of?"),
        ({"as_of": {"form": DAY}}, "unknown operator: form", "did you mean from?"),
        ({"as_of": {"from": "2026-02-30"}}, "a day was expected: 2026-02-30", "2026-05-16"),
        ({"as_of": {"before": "2026"}}, "a day was expected: 2026", "2026-05-16"),
        ({"as_of": {"below": "2026"}}, "below compares numbers", "from or before"),
        ({"as_of": DAY}, "a date is not a word", "from or before"),
        ({"level": {"from": DAY}}, "from compares dates", ""),
    ],
)
def test_a_slip_in_a_date_is_an_error_with_a_hint(condition: dict[str, Any], message: str, hint: str) -> None:
    ((said, hinted),) = wrong_with(**condition)
    assert message in said
    assert hint in hinted


def test_a_dated_condition_is_accepted_and_reads_as_a_sentence() -> None:
    dated_rule = rule(as_of={"from": DAY, "before": "2026-09-26"})
    assert wrong_with(**dated_rule.forbid) == []  # type: ignore[arg-type]
    said = sentence(dated_rule)
    for text, date, before, first, last in (
        (said.en, "the date of the case", "before", "16 May 2026", "26 September 2026"),
        (said.fr, "la date du cas", "avant le", "16 mai 2026", "26 septembre 2026"),
    ):
        assert date in text
        assert text.index(first) < text.index(f"{before} {last}")


def test_every_operator_is_explained() -> None:
    assert {*COMPARISONS, *DATINGS} < set(OPERATORS)
    assert all(on and asks for on, asks in OPERATORS.values())

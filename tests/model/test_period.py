from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.period import HOURS, MONTHS, Period, longer, period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 months", Period(months=3)),
        ("13 mois", Period(months=13)),
        ("un an", Period(months=12)),
        ("a year", Period(months=12)),
        ("1 an et 6 mois", Period(months=18)),
        ("90-days", Period(hours=90 * 24)),
        ("2 semaines", Period(hours=14 * 24)),
        ("24 hours", Period(hours=24)),
        ("Up to 3  Months", Period(months=3)),
        ("jusqu’à 5 ans", Period(months=60)),
        ("5 years after leaving", Period(months=60, start="leaving")),
        ("5 ans après le départ", Period(months=60, start="le départ")),
        ("P1Y6M", Period(months=18)),
        ("P90D", Period(hours=90 * 24)),
        ("unlimited", Period(endless=True)),
        ("illimitée", Period(endless=True)),
    ],
)
def test_periods_are_read(text: str, expected: Period) -> None:
    assert period(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "mois",
        "P",
        "as long as needed",
        "6 to 12 months",
        "5 years, then archived",
        "a few months",
        "1 year and",
    ],
)
def test_what_cannot_be_read_is_no_period(text: str) -> None:
    assert period(text) is None


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("13 months", "1 year", True),
        ("12 months", "1 year", False),
        ("400 days", "1 year", True),
        ("30 days", "1 month", None),
        ("6 months", "5 years after leaving", None),
        ("6 years after leaving", "5 years after leaving", True),
        ("unlimited", "30 years", True),
        ("30 years", "unlimited", False),
        ("unlimited", "unlimited", False),
        ("unlimited", "5 years after leaving", True),
    ],
)
def test_periods_compared(first: str, second: str, answer: bool | None) -> None:
    one, other = period(first), period(second)
    assert one is not None
    assert other is not None
    assert longer(one, other) is answer


PERIODS = st.builds(
    Period,
    months=st.integers(0, 600),
    hours=st.integers(0, 20000),
    start=st.sampled_from(["", "leaving"]),
    endless=st.booleans(),
)


@given(PERIODS, PERIODS)
def test_no_two_periods_are_each_longer_than_the_other(first: Period, second: Period) -> None:
    assert not (longer(first, second) and longer(second, first))
    assert not longer(first, first)


@given(PERIODS, PERIODS, PERIODS)
def test_longer_is_transitive(first: Period, second: Period, third: Period) -> None:
    if longer(first, second) and longer(second, third) and first.start == third.start:
        assert longer(first, third)


@given(st.text(max_size=30))
def test_any_text_is_read_or_not(text: str) -> None:
    found = period(text)
    assert found is None or found.endless or found.months >= 0


@given(st.integers(1, 99), st.sampled_from([*MONTHS, *HOURS]))
def test_a_number_and_a_unit_are_a_period(count: int, unit: str) -> None:
    found = period(f"{count} {unit}{'' if unit == 'mois' else 's'}")
    assert found == Period(months=count * MONTHS.get(unit, 0), hours=count * HOURS.get(unit, 0))

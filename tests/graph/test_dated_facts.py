"""Facts that hold for a time: from their first day on, no longer on the day they end, and wherever a partial date may mean so."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import Refused
from tests.own_rules import Tree, matches, rule


def in_force(as_of: str, dates: Tree) -> bool:
    """Tell whether a flow with these dates is there on the date of the case; another is, so that the case is never empty."""
    flow = {"for": "booking", "from": "patient", "to": "clinic", "data": "contact"}
    tree = {
        "case": {"as_of": as_of},
        "people": {"patient": {}},
        "organisations": {"clinic": {"country": "FR"}},
        "activities": {"booking": {"people": "patient", "data": "contact", "controller": "clinic"}},
        "flows": {"dated": {**flow, **dates}, "always": flow},
    }
    names = {match.id for match in matches(tree, rule())}
    assert names <= {"dated", "always"}
    assert "always" in names
    return "dated" in names


@pytest.mark.parametrize(
    ("as_of", "dates", "there"),
    [
        ("2024-05-16", {}, True),
        ("2024-05-16", {"since": "2024-05-15"}, True),
        ("2024-05-16", {"since": "2024-05-16"}, True),
        ("2024-05-16", {"since": "2024-05-17"}, False),
        ("2024-05-16", {"since": "2024-05"}, True),
        ("2024-05-16", {"since": "2024-06"}, False),
        ("2024-05-16", {"since": "2024"}, True),
        ("2024-05-16", {"since": "2025"}, False),
        ("2024-05-16", {"since": "unknown"}, True),
        ("2024-05-16", {"until": "2024-05-17"}, True),
        ("2024-05-16", {"until": "2024-05-16"}, False),
        ("2024-05-16", {"until": "2024-05-15"}, False),
        ("2024-05-16", {"until": "2024-05"}, True),
        ("2024-05-31", {"until": "2024-05"}, False),
        ("2024-05-16", {"until": "2024-04"}, False),
        ("2024-05-16", {"until": "2024"}, True),
        ("2024-05-16", {"until": "2023"}, False),
        ("2024-12-30", {"until": "2024"}, True),
        ("2024-12-31", {"until": "2024"}, False),
        ("2024-05-16", {"until": "unknown"}, True),
        ("2024-05-16", {"since": "2024-05-16", "until": "2024-05-17"}, True),
        ("2024-05-16", {"since": "2024-05-17", "until": "2024-05-18"}, False),
        ("2024-05-16", {"since": "2024-05-14", "until": "2024-05-15"}, False),
        ("2024-05", {"since": "2024-05-31"}, True),
        ("2024-05", {"since": "2024-06-01"}, False),
        ("2024-05", {"until": "2024-05-01"}, False),
        ("2024-05", {"until": "2024-05-02"}, True),
        ("2024", {"since": "2024-12-31"}, True),
        ("2024", {"since": "2025-01-01"}, False),
        ("2024", {"until": "2024-01-01"}, False),
        ("2024", {"until": "2024-01-02"}, True),
    ],
)
def test_a_dated_flow_is_there_from_its_first_day_and_not_on_its_last(
    as_of: str, dates: Tree, there: bool
) -> None:
    assert in_force(as_of, dates) is there


@pytest.mark.parametrize(
    ("as_of", "country"),
    [
        ("2022-09-29", "GB"),
        ("2022-09-30", "US"),
        ("2024-01-01", "US"),
        ("2025-01-01", "unknown"),
        ("2021-12-31", "unknown"),
        ("2022-01-01", "GB"),
    ],
)
def test_the_country_of_an_organisation_is_that_of_the_date_of_the_case(as_of: str, country: str) -> None:
    countries = [
        {"value": "GB", "since": "2022-01-01", "until": "2022-09-30"},
        {"value": "US", "since": "2022-09-30", "until": "2025-01-01"},
    ]
    tree = {
        "case": {"as_of": as_of},
        "organisations": {"host": {"country": countries, "parent": "none"}},
        "hosts": {"store": {"operator": "host", "keeps": "contact"}},
    }
    assert [match.culprit for match in matches(tree, rule(for_="organisation", group="country"))] == [country]


@pytest.mark.parametrize("wrong", ["2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-04-31"])
@pytest.mark.parametrize("where", ["since", "until"])
def test_a_day_that_does_not_exist_is_refused(wrong: str, where: str) -> None:
    with pytest.raises(Refused):
        in_force("2024-05-16", {where: wrong})


@pytest.mark.parametrize("right", ["2024-02-29", "2024-12", "2024-01", "2024", "2024-04-30"])
def test_a_day_a_month_or_a_year_that_exists_is_read(right: Any) -> None:
    assert in_force("2025-01-01", {"since": right}) is True

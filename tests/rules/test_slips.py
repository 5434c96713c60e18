"""Conditions that could never mean what they say are refused with their place, before any case is read."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import Refused
from tests.own_rules import pack, rule


@pytest.mark.parametrize(
    ("about", "condition", "message"),
    [
        ("dataset", {"copies": "two"}, "a number was expected: two"),
        ("dataset", {"copies": ["1", "two"]}, "a number was expected: two"),
        ("dataset", {"copies": "@eea"}, "a number was expected: @eea"),
        ("dataset", {"copies": {"not": "two"}}, "a number was expected: two"),
        ("dataset", {"copies": {"at_least": "two"}}, "a number was expected: two"),
        ("dataset", {"copies": "none"}, "a number was expected: none"),
        ("dataset", {"copies": []}, "an empty list is met by nothing"),
        ("hop", {"transport": []}, "an empty list is met by nothing"),
        ("hop", {"transport": {"not": []}}, "an empty list is met by nothing"),
        ("hop", {"transport": {"only": []}}, "an empty list is met by nothing"),
        ("hop", {"any_of": []}, "an empty list is met by nothing"),
        ("hop", {"not": {"any_of": []}}, "an empty list is met by nothing"),
        ("hop", {"transport": {}}, "an operator was expected"),
        ("hop", {"transport": {"same_as": ["content"]}}, "unknown field of hop: \\['content'\\]"),
        ("hop", {"transport": {"same_as": "contents"}}, "unknown field of hop: contents"),
        ("hop", {"transport": {"at_least": "2"}}, "at_least compares numbers"),
        ("hop", {"any_of": {"transport": "tls"}}, "any_of takes a list of conditions"),
        ("hop", {"any_of": ["transport"]}, "any_of takes a list of conditions"),
        ("hop", {"not": "transport"}, "not takes a condition"),
    ],
)
@pytest.mark.parametrize("part", ["when", "forbid", "unless"])
def test_a_condition_that_nothing_could_meet_as_written_is_refused(
    part: str, about: str, condition: dict[str, Any], message: str
) -> None:
    with pytest.raises(Refused, match=message):
        pack(rule(for_=about, **{part: condition}))


@pytest.mark.parametrize(
    "condition", [{"copies": "2"}, {"copies": ["1", "2.5"]}, {"copies": {"not": ["1", "2"]}}]
)
def test_numbers_may_be_met_exactly(condition: dict[str, Any]) -> None:
    assert pack(rule(for_="dataset", forbid=condition)).rules[0].forbid == condition


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        ({"any_off": [{"transport": "tls"}]}, "did you mean any_of?"),
        ({"nott": {"transport": "tls"}}, "did you mean not?"),
        ({"transprot": "tls"}, "did you mean transport?"),
        ({"transport": {"nott": "tls"}}, "did you mean not?"),
    ],
)
def test_a_word_of_the_language_written_wrongly_is_proposed_rightly(
    condition: dict[str, Any], hint: str
) -> None:
    with pytest.raises(Refused) as refused:
        pack(rule(forbid=condition))
    assert [problem.hint and problem.hint.en for problem in refused.value.problems] == [hint]

"""Which parts of two states make a finding what it is: one alone, each of several, or only together."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from auditor.judging.comparison import cause, says
from tests.judging.test_small_answers import one

FOUND, GONE = one(), None


def swapped(*enough: set[str]) -> Any:
    """Give the findings of each choice of parts: the finding is there where the parts hold one of `enough`."""

    def findings(parts: frozenset[str]) -> Any:
        there = any(each <= parts for each in enough)
        return {FOUND.fingerprint: FOUND} if there else {}

    return findings


@pytest.mark.parametrize(
    ("parts", "enough", "expected"),
    [
        (["facts"], [{"facts"}], (["facts"], "alone")),
        (["facts", "date"], [{"facts"}], (["facts"], "alone")),
        (["facts", "date"], [{"date"}], (["date"], "alone")),
        (["facts", "date"], [{"facts"}, {"date"}], (["facts", "date"], "each")),
        (["facts", "date"], [{"facts", "date"}], (["facts", "date"], "together")),
        (["facts", "date", "policies"], [{"facts", "date"}], (["facts", "date"], "together")),
        (["facts", "date", "policies"], [{"facts"}, {"policies"}], (["facts", "policies"], "each")),
        (["facts", "date", "policies"], [{"facts", "date"}, {"date", "policies"}], (["date"], "together")),
        (["facts", "date", "policies"], [{"facts", "date"}, {"date", "policies"}, {"facts", "policies"}], (["facts", "date", "policies"], "together")),
    ],
)  # fmt: skip
def test_the_cause_of_a_finding_is_the_parts_without_which_it_is_not(
    parts: list[Any], enough: list[set[str]], expected: tuple[list[str], str]
) -> None:
    found = cause(FOUND.fingerprint, says(FOUND), parts, swapped(*enough))
    assert (list(found.parts), found.how) == expected


def test_a_state_that_cannot_be_judged_shows_no_cause() -> None:
    found = cause(FOUND.fingerprint, says(FOUND), ["facts", "date"], lambda parts: None)
    assert (list(found.parts), found.how) == (["facts", "date"], "together")


def test_every_choice_of_parts_is_asked_about_once_at_most() -> None:
    asked: list[frozenset[str]] = []

    def findings(parts: Any) -> Any:
        asked.append(parts)
        return {}

    cause(FOUND.fingerprint, says(FOUND), ["facts", "date", "policies"], findings)
    possible = {
        frozenset(each) for size in (1, 2) for each in combinations(("facts", "date", "policies"), size)
    }
    assert len(asked) == len(set(asked))
    assert set(asked) <= possible

"""Participation in the Data Privacy Framework: for which days somebody speaks, and for which nobody does."""

from __future__ import annotations

import pytest

from auditor.api.read import knowledge_base
from auditor.errors import Refused
from auditor.loading.knowledge.as_of import known_on
from auditor.loading.knowledge.layers import load_knowledge
from auditor.model.participation import participations_on

KNOWN = knowledge_base()
#: Organisations that were inactive in November 2023 and made their statement only later: what is said of a day before, between, after.
RETURNED = ("linkedin", "x-corp", "reddit", "pinterest", "zoom", "vimeo")
FILE = """auditor: "1"
knowledge: own
as_of: 2026-11-26
sources:
  none: {{kind: note, title: none, publisher: none}}
  notice: {{kind: own-document, title: Notice, publisher: A, date: 2026-08-01}}
  list: {{kind: note, title: List, publisher: B, date: 2026-08-01}}
countries: {{US: {{fr: États-Unis, en: United States}}, FR: {{fr: France, en: France}}}}
organisations:
  a: {{name: A, country: {country}, is: [ai], source: notice, as_of: 2026-08-01, status: verified}}
dpf:
  {who}:
    - {{state: active, basis: {basis}, since: 2024-03-01, {more}source: notice, as_of: 2026-08-01, status: verified}}
"""


def states(organisation: str, day: str) -> list[str]:
    return [period.state for period in participations_on(KNOWN.dpf[organisation], day)]


@pytest.mark.parametrize("organisation", RETURNED)
def test_nobody_calls_it_active_on_the_day_on_which_it_stood_as_inactive(organisation: str) -> None:
    assert states(organisation, "2023-11-02") == ["inactive"]
    newest = max(period.as_of for period in KNOWN.dpf[organisation] if period.state == "active")
    assert states(organisation, newest) == ["active"]


def test_an_own_statement_speaks_from_the_first_day_it_was_seen_to_the_newest_and_no_further() -> None:
    told = [states("aws-inc", day) for day in ("2023-08-10", "2023-08-11", "2026-05-18", "2026-05-19")]
    assert told == [[], ["active"], ["active"], []]


def test_a_month_that_the_statement_covers_in_part_is_left_open() -> None:
    assert (states("aws-inc", "2023-08"), states("aws-inc", "2023-09")) == ([], ["active"])


def test_two_texts_that_contradict_each_other_are_both_given() -> None:
    assert states("teads-holding", "2023-11-02") == ["inactive", "active"]


def test_what_has_no_day_speaks_for_none() -> None:
    assert states("google-llc", "2026-11-23") == []


def test_only_an_own_document_makes_it_verified() -> None:
    periods = [period for listed in KNOWN.dpf.values() for period in listed]
    assert len(periods) >= 50
    assert {p.basis for p in periods if p.status == "verified"} == {"own-statement"}
    assert sum(p.basis == "own-statement" for p in periods) == 24


def test_that_employees_are_covered_is_nowhere_taken_for_granted() -> None:
    assert not [name for name, listed in KNOWN.dpf.items() for period in listed if "hr" in period.covers]


def test_on_an_earlier_day_the_statement_was_seen_up_to_that_day_and_later_ones_not_at_all() -> None:
    earlier = known_on(KNOWN, "2024-01-15")
    assert [(p.state, p.as_of) for p in earlier.dpf["linkedin"]] == [("inactive", "2023-11-02")]
    assert [p.as_of for p in earlier.dpf["aws-inc"]] == ["2024-01-15"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"who": "b"}, "no such organisation: b"),
        ({"country": "FR"}, "only organisations of the United States"),
        ({"basis": "reported"}, "what somebody else says to have read"),
        ({"more": "until: 2026-09-01, "}, "until 2026-09-01 lies after as_of 2026-08-01"),
        ({"more": "state: lapsed, "}, "state"),
    ],
)
def test_a_period_that_cannot_be_is_refused(changed: dict[str, str], said: str) -> None:
    with pytest.raises(Refused) as refused:
        written({"country": "US", "who": "a", "basis": "own-statement", "more": ""} | changed)
    assert said in " ".join(problem.message.en for problem in refused.value.problems)


def written(parts: dict[str, str]) -> None:
    load_knowledge([("own.yaml", FILE.format(**parts).encode())])


def test_a_period_that_can_be_is_read() -> None:
    written({"country": "US", "who": "a", "basis": "own-statement", "more": "covers: [hr], "})

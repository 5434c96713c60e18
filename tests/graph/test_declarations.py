"""Whether a notice or the record names who receives data, with the facts that show it and those that would settle it."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.graph.access_laws import has_lapsed
from auditor.model.law import Instrument, Knowledge
from tests.graph.test_roles import derived
from tests.rules.test_small_fields import Tree, changed


def said(answer: Any) -> tuple[Any, ...]:
    return answer.value, answer.proof, answer.missing


def notice(**stated: Any) -> Tree:
    return {"n": {"by": "shop", "for": "sales", **stated}}


LIST, RECORD = "notices.n.recipients", "activities.sales.recipients"
PROCESSORS, IS, NOTICE = "activities.sales.processors", "organisations.cloud.is", "activities.sales.notice"


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        ("cloud", (True, (LIST,), ())),
        (["far", "cloud"], (True, (LIST,), ())),
        ("far", (False, (LIST,), ())),
        ("none", (False, (LIST,), ())),
        (["far", "unknown"], (None, (), (LIST,))),
        ("unknown", (None, (), (LIST,))),
    ],
)
def test_a_notice_tells_of_whom_it_lists(
    knowledge: Knowledge, recipients: Any, expected: tuple[Any, ...]
) -> None:
    made = derived(changed(notices=notice(recipients=recipients)), knowledge)
    assert said(made.recipients.declarations.told("cloud", "sales")) == expected


@pytest.mark.parametrize(
    ("cloud", "expected"),
    [
        ({"is": "hosting"}, (True, (LIST,), ())),
        ({"is": "ads"}, (False, (LIST,), ())),
        ({"is": "unknown"}, (None, (LIST,), (IS,))),
    ],
)
def test_a_category_means_those_who_are_of_it_and_perhaps_those_of_whom_nobody_says(
    knowledge: Knowledge, cloud: Tree, expected: tuple[Any, ...]
) -> None:
    made = derived(changed(organisations={"cloud": cloud}, notices=notice(recipients="hosting")), knowledge)
    assert said(made.recipients.declarations.told("cloud", "sales")) == expected


def test_whoever_gives_a_notice_is_told_of_by_it(knowledge: Knowledge) -> None:
    made = derived(changed(notices=notice(by="cloud", recipients="none")), knowledge)
    assert said(made.recipients.declarations.told("cloud", "sales")) == (True, ("notices.n.by",), ())


def test_where_there_is_no_notice_of_the_controller_it_is_asked_for(knowledge: Knowledge) -> None:
    none = derived(changed(), knowledge).recipients.declarations
    assert said(none.told("cloud", "sales")) == (None, (), (NOTICE,))
    other = derived(changed(notices=notice(by="far", recipients="none")), knowledge).recipients.declarations
    assert said(other.told("cloud", "sales")) == (False, (LIST,), ())
    assert said(other.told("cloud", "sales", "shop")) == (None, (), (NOTICE,))
    own = derived(changed(notices=notice(recipients="none")), knowledge).recipients.declarations
    assert said(own.told("cloud", "sales", "shop")) == (False, (LIST,), ())


def test_a_notice_of_which_nobody_says_what_it_is_for_may_tell_of_anybody(knowledge: Knowledge) -> None:
    placed = notice(recipients="none")
    unplaced = {"m": {"by": "shop", "for": "unknown", "recipients": "none"}}
    made = derived(changed(notices={**placed, **unplaced}), knowledge).recipients.declarations
    assert made.unplaced == ("notices.m.for",)
    assert said(made.told("cloud", "sales")) == (None, (LIST,), ("notices.m.for",))
    named = derived(changed(notices={**notice(recipients="cloud"), **unplaced}), knowledge)
    assert said(named.recipients.declarations.told("cloud", "sales")) == (True, (LIST,), ())


@pytest.mark.parametrize(
    ("sales", "expected"),
    [
        ({"recipients": "cloud", "processors": "none"}, (True, (RECORD,), ())),
        ({"recipients": "none", "processors": "cloud"}, (True, (PROCESSORS,), ())),
        ({"recipients": "none", "processors": "none"}, (False, (RECORD, PROCESSORS), ())),
        ({"recipients": "unknown", "processors": "none"}, (None, (PROCESSORS,), (RECORD,))),
        ({"recipients": "none", "processors": ["far", "unknown"]}, (None, (RECORD,), (PROCESSORS,))),
        ({"recipients": "cloud", "processors": "unknown"}, (True, (RECORD,), ())),
    ],
)
def test_the_record_names_recipients_and_processors(
    knowledge: Knowledge, sales: Tree, expected: tuple[Any, ...]
) -> None:
    made = derived(changed(activities={"sales": sales}), knowledge)
    assert said(made.recipients.declarations.recorded("cloud", "sales")) == expected


@pytest.mark.parametrize(
    ("recipients", "sales", "expected"),
    [
        ("cloud", {"recipients": "none", "processors": "none"}, (True, (LIST,), ())),
        ("none", {"recipients": "cloud", "processors": "none"}, (True, (RECORD,), ())),
        ("none", {"recipients": "none", "processors": "none"}, (False, (LIST, RECORD, PROCESSORS), ())),
        ("unknown", {"recipients": "none", "processors": "none"}, (None, (RECORD, PROCESSORS), (LIST,))),
        ("none", {"recipients": "unknown", "processors": "none"}, (None, (LIST, PROCESSORS), (RECORD,))),
    ],
)
def test_who_receives_is_declared_by_a_notice_or_by_the_record(
    knowledge: Knowledge, recipients: Any, sales: Tree, expected: tuple[Any, ...]
) -> None:
    made = derived(changed(activities={"sales": sales}, notices=notice(recipients=recipients)), knowledge)
    assert said(made.recipients.declarations.declared("cloud", "sales")) == expected


def test_an_organisation_may_be_meant_by_its_id_and_by_all_that_it_is(knowledge: Knowledge) -> None:
    made = derived(changed(), knowledge).recipients.declarations
    assert {"cloud", "provider"} <= made.words("cloud")
    assert made.words("unknown") == frozenset()
    assert "provider" not in made.words("shop")


@pytest.mark.parametrize(
    ("until", "day", "lapsed"),
    [
        ("2024-01-01", "2024-01-01", True),
        ("2024-01-02", "2024-01-01", False),
        ("2023-12-31", "2024-01-01", True),
        ("2023", "2024-01-01", True),
        ("2024", "2024-01-01", False),
        ("", "2024-01-01", False),
    ],
)
def test_a_law_has_lapsed_once_its_last_day_has_come(until: str, day: str, *, lapsed: bool) -> None:
    law = Instrument(country="US", title="Law", cite="L", kind="access", until=until)
    assert has_lapsed(law, day) is lapsed

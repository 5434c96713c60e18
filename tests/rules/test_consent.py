"""Consent to an activity, one fact at a time: who gives it, from which age, at what cost, and what shows or would settle that."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from tests.rules.test_accountability import told
from tests.rules.test_small_fields import Tree, changed, field

BY, AGE, PEOPLE = "activities.sales.consent.by", "activities.sales.consent.age", "activities.sales.people"


def consent(knowledge: Knowledge, name: str, stated: Tree, people: Any = "people", **more: Any) -> Any:
    """What a field says of an activity with this consent, of these people."""
    given = {"people": {"people": {"country": "FR"}, "guest": {"country": "FR"}}, **more}
    sales = {"consent": stated, "people": people, **given.pop("sales", {})}
    return told(field(knowledge, changed(activities={"sales": sales}, **given), "activity", name, "sales"))


@pytest.mark.parametrize(
    ("stated", "people", "expected"),
    [
        ({"by": "people"}, "people", ("true", (BY,), ())),
        ({"by": "people"}, ["guest", "people"], ("true", (BY,), ())),
        ({"by": "shop"}, "people", ("false", (BY,), ())),
        ({"by": "guest"}, "people", ("false", (BY,), ())),
        ({"by": "guest"}, ["people", "unknown"], (None, (BY,), (PEOPLE,))),
        ({"by": "people"}, ["people", "unknown"], ("true", (BY,), ())),
        ({"by": "shop"}, ["people", "unknown"], ("false", (BY,), ())),
        ({"by": "shop"}, "unknown", ("false", (BY,), ())),
        ({"by": "guest"}, "unknown", (None, (BY,), (PEOPLE,))),
        ({"by": "unknown"}, "people", (None, (), (BY,))),
        ({}, "people", (None, (), (BY,))),
    ],
)
def test_consent_is_that_of_the_people_where_one_of_them_gives_it(
    knowledge: Knowledge, stated: Tree, people: Any, expected: Any
) -> None:
    assert consent(knowledge, "consent_by_people", stated, people) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"own": "true"}, ("true", ("activities.sales.consent.own",), ())),
        ({"own": "false", "by": "people"}, ("false", ("activities.sales.consent.own",), ())),
        ({"by": "people"}, ("true", (BY,), ())),
        ({"by": "shop"}, (None, (), ("activities.sales.consent.own",))),
        ({"own": "unknown", "by": "guest"}, (None, (), ("activities.sales.consent.own",))),
        ({}, (None, (), ("activities.sales.consent.own",))),
    ],
)
def test_a_box_is_the_persons_own_as_stated_else_where_the_person_gives_consent(
    knowledge: Knowledge, stated: Tree, expected: Any
) -> None:
    assert consent(knowledge, "consent_own", stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"by": "shop", "parental": "true"}, ("false", (BY,), ())),
        ({"by": "guest", "parental": "true"}, ("true", ("activities.sales.consent.parental",), ())),
        ({"by": "people", "parental": "false"}, ("false", ("activities.sales.consent.parental",), ())),
        ({"by": "unknown", "parental": "true"}, ("true", ("activities.sales.consent.parental",), ())),
        ({"by": "people"}, (None, (), ("activities.sales.consent.parental",))),
        ({}, (None, (), ("activities.sales.consent.parental",))),
    ],
)
def test_no_organisation_represents_a_person_and_of_people_it_is_as_stated(
    knowledge: Knowledge, stated: Tree, expected: Any
) -> None:
    assert consent(knowledge, "consent_represented", stated) == expected


@pytest.mark.parametrize(
    ("age", "entry", "expected"),
    [
        # Below thirteen no law of a State may go; from sixteen on none need be asked (GDPR art. 8(1)).
        ("12", {"country": "unknown"}, ("true", (AGE,), ())),
        ("16", {"country": "unknown"}, ("false", (AGE,), ())),
        ("13", {"country": "unknown"}, (None, (), ("people.people.country",))),
        ("15", {"country": "unknown"}, (None, (), ("people.people.country",))),
        # France: fifteen (law of 6 January 1978, art. 45).
        ("14", {"country": "FR"}, ("true", (AGE, "people.people.country"), ())),
        ("15", {"country": "FR"}, ("false", (AGE, "people.people.country"), ())),
        # What nobody checked is asked, not taken.
        ("14", {"country": "AT"}, (None, (), ("people.people.consent_age",))),
        ("14", {"country": "US"}, (None, (), ("people.people.consent_age",))),
        ("14", {"country": "AT", "consent_age": "14"}, ("false", (AGE, "people.people.consent_age"), ())),
        ("13", {"country": "AT", "consent_age": "14"}, ("true", (AGE, "people.people.consent_age"), ())),
        ("14", {"country": "FR", "consent_age": "13"}, ("false", (AGE, "people.people.consent_age"), ())),
        ("unknown", {"country": "FR"}, (None, (), (AGE,))),
    ],
)
def test_a_child_is_too_young_below_the_age_that_the_law_where_it_lives_sets(
    knowledge: Knowledge, age: str, entry: Tree, expected: Any
) -> None:
    tree = changed(people={"people": entry}, activities={"sales": {"consent": {"age": age}}})
    assert told(field(knowledge, tree, "activity", "consent_too_young", "sales")) == expected


@pytest.mark.parametrize(
    ("guest", "people", "expected"),
    [
        (
            {"consent_age": "13"},
            ["people", "guest"],
            ("true", (AGE, "people.people.country", "people.guest.consent_age"), ()),
        ),
        ({"consent_age": "13"}, ["guest"], ("false", (AGE, "people.guest.consent_age"), ())),
        ({"consent_age": "13"}, ["guest", "unknown"], (None, (), (PEOPLE,))),
        ({"country": "AT"}, ["people", "guest"], ("true", (AGE, "people.people.country"), ())),
        ({"country": "AT"}, ["guest"], (None, (), ("people.guest.consent_age",))),
        ({}, "unknown", (None, (), (PEOPLE,))),
    ],
)
def test_one_kind_of_people_that_is_too_young_is_enough_and_all_must_be_old_enough(
    knowledge: Knowledge, guest: Tree, people: Any, expected: Any
) -> None:
    tree = changed(
        people={"people": {"country": "FR"}, "guest": guest},
        activities={"sales": {"consent": {"age": "14"}, "people": people}},
    )
    assert told(field(knowledge, tree, "activity", "consent_too_young", "sales")) == expected


@pytest.mark.parametrize(
    ("stated", "flow", "expected"),
    [
        (
            {"refusal": "free"},
            {"refusal": "bars-service"},
            ("free", ("activities.sales.consent.refusal",), ()),
        ),
        ({}, {"refusal": "bars-service"}, ("bars-service", ("flows.f.refusal",), ())),
        ({"refusal": "unknown"}, {"refusal": "bars-service"}, ("bars-service", ("flows.f.refusal",), ())),
        ({}, {"refusal": "harder"}, (None, (), ("activities.sales.consent.refusal",))),
        (
            {},
            {"refusal": "bars-service", "attempted": "unknown"},
            (None, (), ("activities.sales.consent.refusal",)),
        ),
        ({}, {}, (None, (), ("activities.sales.consent.refusal",))),
    ],
)
def test_what_a_refusal_costs_is_as_stated_else_as_a_flow_that_surely_bars_the_service_shows(
    knowledge: Knowledge, stated: Tree, flow: Tree, expected: Any
) -> None:
    assert consent(knowledge, "consent_refusal", stated, flows={"f": flow}) == expected


NEEDED = "activities.sales.necessary"


@pytest.mark.parametrize(
    ("necessary", "flow", "expected"),
    [
        ("false", {}, ("true", (NEEDED,), ())),
        ("true", {"exempt": "none"}, ("false", (NEEDED,), ())),
        ("unknown", {"exempt": "none"}, ("true", ("flows.f.exempt",), ())),
        ("unknown", {"exempt": "none", "attempted": "unknown"}, (None, (), (NEEDED,))),
        ("unknown", {"exempt": "unknown"}, (None, (), (NEEDED,))),
        ("unknown", {}, (None, (), (NEEDED,))),
    ],
)
def test_consent_goes_beyond_a_service_as_stated_else_where_a_tracker_is_not_exempt(
    knowledge: Knowledge, necessary: str, flow: Tree, expected: Any
) -> None:
    found = consent(knowledge, "beyond_service", {}, sales={"necessary": necessary}, flows={"f": flow})
    assert found == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("people", ((("FR",), False), ("people.people.country",), ())),
        (["people", "guest"], ((("FR", "AT"), False), ("people.people.country", "people.guest.country"), ())),
        ("unknown", (((), True), (), (PEOPLE,))),
        (
            ["people", "nomad"],
            ((("FR",), True), ("people.people.country", "people.nomad.country"), ("people.nomad.country",)),
        ),
    ],
)
def test_where_people_live_is_told_of_each_kind_of_them(
    knowledge: Knowledge, people: Any, expected: Any
) -> None:
    tree = changed(
        people={"guest": {"country": "AT"}, "nomad": {"country": "unknown"}},
        activities={"sales": {"people": people}},
    )
    assert told(field(knowledge, tree, "activity", "people_country", "sales")) == expected

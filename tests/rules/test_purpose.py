"""Whether a flow has a purpose of its own, and whether people are told of it: with the facts that show and settle each."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from auditor.rules.addressees import Addressees
from tests.graph.test_roles import derived
from tests.rules.test_accountability import told
from tests.rules.test_small_fields import Tree, changed, field

OWN, RECORD = ("flows.f.purpose",), "activities.sales.purpose"
LIST, NOTICE = "notices.n.purposes", "activities.sales.notice"


def hop(knowledge: Knowledge, name: str, flow: Tree, **sections: Any) -> tuple[Any, ...]:
    return told(field(knowledge, changed(flows={"f": flow}, **sections), "hop", name, "f"))


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ({}, ("false", (), ())),
        ({"purpose": "none"}, ("false", (), ())),
        ({"purpose": "ads"}, ("true", OWN, ())),
        ({"purpose": "unknown"}, (None, (), OWN)),
        ({"purpose": "not-produced"}, (None, (), OWN)),
    ],
)
def test_a_flow_has_a_purpose_of_its_own_where_it_states_one(
    knowledge: Knowledge, flow: Tree, expected: tuple[Any, ...]
) -> None:
    assert hop(knowledge, "own_purpose", flow) == expected


@pytest.mark.parametrize(
    ("purpose", "record", "notices", "expected"),
    [
        ("ads", "ads", {}, ("true", (RECORD,), ())),
        ("ads", "Ads", {}, ("true", (RECORD,), ())),
        ("ads", "orders", {}, (None, (RECORD,), (NOTICE,))),
        ("ads", "unknown", {}, (None, (), (RECORD, NOTICE))),
        ("ads", "orders", {"purposes": "ads"}, ("true", (LIST,), ())),
        ("ads", "orders", {"purposes": ["orders", "ads"]}, ("true", (LIST,), ())),
        ("ads", "orders", {"purposes": "orders"}, ("false", (RECORD, LIST), ())),
        ("ads", "orders", {"purposes": ["orders", "unknown"]}, (None, (RECORD,), (LIST,))),
        ("ads", "unknown", {"purposes": "orders"}, (None, (LIST,), (RECORD,))),
        ("unknown", "orders", {"purposes": "orders"}, (None, (), OWN)),
    ],
)
def test_people_are_told_of_a_purpose_that_the_record_or_a_notice_lists(
    knowledge: Knowledge, purpose: str, record: str, notices: Tree, expected: tuple[Any, ...]
) -> None:
    sections: Tree = {"activities": {"sales": {"purpose": record}}}
    if notices:
        sections["notices"] = {"n": {"by": "shop", "for": "sales", **notices}}
    assert hop(knowledge, "purpose_told", {"purpose": purpose}, **sections) == expected


def test_what_a_transfer_carries_is_sure_perhaps_or_asked_for(knowledge: Knowledge) -> None:
    sections: Tree = {"organisations": {"cloud": {"country": "IN"}}}

    def carries(flow: Tree, **more: Any) -> tuple[Any, ...]:
        tree = changed(**sections, flows={"f": {"from": "shop", **flow}}, **more)
        value = field(knowledge, tree, "transfer", "carries")
        return value.sure, value.maybe, value.missing, value.open

    assert carries({}) == (("contact",), (), (), False)
    wide = {"sales": {"data": ["contact", "health"]}}
    assert carries({"data": "contact"}, activities=wide) == (("contact",), (), (), False)
    assert carries({}, activities=wide) == (("contact", "health"), (), (), False)
    assert carries({"data": ["unknown"]}, activities=wide) == (
        (),
        ("contact", "health"),
        ("flows.f.data",),
        False,
    )


@pytest.mark.parametrize(
    ("route", "who"),
    [
        ("organisations.cloud.country", "cloud"),
        ("hosts.store.at_rest", "cloud"),
        ("activities.sales.retention", "shop"),
        ("flows.f.content", "shop"),
        ("notices.n.purposes", "far"),
        ("agreements.shop>cloud.signed", "shop"),
        ("ownership.far>cloud.votes", "cloud"),
        ("people.people.country", "shop"),
    ],
)
def test_a_fact_is_asked_of_whoever_answers_for_what_it_is_about(
    knowledge: Knowledge, route: str, who: str
) -> None:
    tree = changed(notices={"n": {"by": "far", "for": "sales"}})
    tree["agreements"] = [{"between": ["shop", "cloud"], "is": "processing"}]
    tree["ownership"] = [{"owner": "far", "of": "cloud", "votes": "30"}]
    assert Addressees(derived(tree, knowledge).estate.case).of(route) == who


@pytest.mark.parametrize(
    ("cloud", "who"),
    [
        ({}, "cloud"),
        ({"kind": "class"}, "shop"),
        ({"kind": "group"}, "shop"),
        ({"name": "unknown"}, "shop"),
        ({"name": "Cloud"}, "cloud"),
    ],
)
def test_only_who_can_be_written_to_is_asked(knowledge: Knowledge, cloud: Tree, who: str) -> None:
    tree = changed(organisations={"cloud": cloud})
    assert Addressees(derived(tree, knowledge).estate.case).of("hosts.store.at_rest") == who


def test_a_question_that_was_put_is_put_to_the_same_again(knowledge: Knowledge) -> None:
    asked = {"q": {"to": "far", "settles": ["hosts.store.at_rest"]}}
    addressees = Addressees(derived(changed(questions=asked), knowledge).estate.case)
    assert addressees.of("hosts.store.at_rest") == "far"
    assert addressees.of("hosts.store.keys") == "cloud"


def test_of_several_controllers_the_one_that_the_case_is_about_is_asked_first(knowledge: Knowledge) -> None:
    tree = changed(activities={"sales": {"controller": ["far", "shop"]}})
    assert Addressees(derived(tree, knowledge).estate.case).of("activities.sales.retention") == "far"
    tree["case"] = {"id": "small", "as_of": "2024-01-01", "about": "shop"}
    made = derived(tree, knowledge).estate.case
    assert Addressees(made).of("activities.sales.retention") == "shop"
    nobody = changed(hosts={"store": {"operator": "unknown"}})
    assert Addressees(derived(nobody, knowledge).estate.case).of("hosts.store.at_rest") == "shop"

"""Whether data handed to an organisation of a group that reaches abroad is kept from there, and by which facts."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.graph.affiliates import Affiliates
from auditor.model.law import Knowledge
from tests.graph.test_roles import derived

Tree = dict[str, Any]


def affiliates(
    knowledge: Knowledge, firm: Tree, links: list[Tree] | None = None, **flows: Tree
) -> Affiliates:
    """The groups of a case in which `shop` sends the data of its customers to `firm`."""
    tree = {
        "people": {"people": {}},
        "organisations": {
            "shop": {"country": "FR", "parent": "none"},
            "firm": {"country": "IE", "parent": "none", **firm},
            "top": {"country": "US", "parent": "none"},
            "other": {"country": "US", "parent": "none"},
            "nobody-knows-where": {"country": "unknown", "parent": "none"},
            "in-adequate-country": {"country": "CH", "parent": "none"},
            "in-the-union": {"country": "FR", "parent": "none"},
            "below-abroad": {"country": "IN", "parent": "firm"},
            "below-in-the-union": {"country": "FR", "parent": "firm"},
            "below-in-adequate-country": {"country": "CH", "parent": "firm"},
            "below-nobody-knows-where": {"country": "unknown", "parent": "firm"},
            "below-as-assumed": {"country": {"value": "IN", "known": "assumed"}, "parent": "firm"},
        },
        "activities": {"sales": {"people": "people", "data": "contact", "controller": "shop"}},
        "flows": {"first": {"for": "sales", "from": "shop", "to": "firm", "content": "none"}, **flows},
        "ownership": links or [],
    }
    return derived(tree, knowledge).affiliates


@pytest.mark.parametrize(
    ("firm", "abroad"),
    [
        ({"parent": "top"}, True),
        ({}, False),
        ({"country": "US", "parent": "top"}, False),
        ({"country": "unknown", "parent": "top"}, False),
        ({"parent": "unknown"}, None),
        ({"parent": "nobody-knows-where"}, None),
        ({"parent": "in-adequate-country"}, False),
        ({"parent": "in-the-union"}, False),
        ({"country": "none", "parent": "top"}, False),
    ],
)
def test_a_group_reaches_abroad_where_who_controls_its_member_of_the_union_is_there(
    knowledge: Knowledge, firm: Tree, abroad: bool | None
) -> None:
    found = affiliates(knowledge, firm).abroad("firm")
    assert found.value is abroad
    if abroad is False:
        assert found.proof == ("organisations.firm.country",)
    if abroad is None:
        assert found.proof == ("organisations.firm.country",)
        assert set(found.missing) & {
            "organisations.firm.parent",
            "organisations.nobody-knows-where.country",
        }
    if abroad:
        assert found.proof == (
            "organisations.firm.country",
            "organisations.firm.parent",
            "organisations.top.country",
        )


def test_an_owner_abroad_that_may_control_leaves_it_open_by_that_link(knowledge: Knowledge) -> None:
    link = [{"owner": "top", "of": "firm", "votes": {"max": "60"}}]
    found = affiliates(knowledge, {}, link).abroad("firm")
    assert found.value is None
    assert "ownership.top>firm" in found.missing


@pytest.mark.parametrize(
    ("access", "kept"),
    [
        ({"access_from": "none"}, True),
        ({"access_from": "IE"}, True),
        ({"access_from": ["IE", "US"]}, False),
        ({"access_from": "unknown"}, None),
        ({}, None),
        ({"access_from": "CH"}, True),
        ({"access_from": ["CH", "IN"]}, False),
        ({"access_from": ["IE", "unknown"]}, None),
        ({"access_from": ["IN", "unknown"]}, False),
    ],
)
def test_data_is_kept_from_abroad_where_access_is_said_to_be_from_the_union_alone(
    knowledge: Knowledge, access: Tree, kept: bool | None
) -> None:
    found = affiliates(knowledge, {"parent": "top", **access}).kept("firm", "sales")
    route = ("organisations.firm.access_from",)
    assert found.value is kept
    assert (found.missing if kept is None else found.proof) == route


@pytest.mark.parametrize(
    ("to", "kept"),
    [
        ("top", True),
        ("other", None),
        ("below-abroad", True),
        ("below-in-the-union", None),
        ("below-in-adequate-country", None),
        ("below-nobody-knows-where", None),
        ("below-as-assumed", None),
    ],
)
def test_a_flow_described_to_the_group_abroad_is_judged_by_itself(
    knowledge: Knowledge, to: str, kept: bool | None
) -> None:
    onward = {"for": "sales", "from": "firm", "to": to, "content": "none"}
    found = affiliates(knowledge, {"parent": "top"}, onward=onward).kept("firm", "sales")
    assert found.value is kept
    if kept:
        assert found.proof == ("flows.onward",)


def test_a_described_flow_to_the_group_abroad_goes_before_what_is_said_of_access(
    knowledge: Knowledge,
) -> None:
    onward = {"for": "sales", "from": "firm", "to": "top", "content": "none"}
    found = affiliates(knowledge, {"parent": "top", "access_from": "US"}, onward=onward)
    assert found.kept("firm", "sales").value is True
    alone = affiliates(knowledge, {"parent": "top", "access_from": "US"})
    assert (alone.kept("firm", "sales").value, alone.kept("firm", "sales").proof) == (
        False,
        ("organisations.firm.access_from",),
    )


def test_of_a_recipient_that_nobody_describes_the_list_of_recipients_is_asked(knowledge: Knowledge) -> None:
    found = affiliates(knowledge, {}).kept("unknown", "sales")
    assert (found.value, found.missing) == (None, ("activities.sales.recipients",))

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
    ],
)
def test_data_is_kept_from_abroad_where_access_is_said_to_be_from_the_union_alone(
    knowledge: Knowledge, access: Tree, kept: bool | None
) -> None:
    found = affiliates(knowledge, {"parent": "top", **access}).kept("firm", "sales")
    route = ("organisations.firm.access_from",)
    assert found.value is kept
    assert (found.missing if kept is None else found.proof) == route


@pytest.mark.parametrize(("to", "kept"), [("top", True), ("other", None)])
def test_a_flow_described_to_the_group_abroad_is_judged_by_itself(
    knowledge: Knowledge, to: str, kept: bool | None
) -> None:
    onward = {"for": "sales", "from": "firm", "to": to, "content": "none"}
    found = affiliates(knowledge, {"parent": "top"}, onward=onward).kept("firm", "sales")
    assert found.value is kept
    if kept:
        assert found.proof == ("flows.onward",)

"""What is only possible: customers nobody shows to feed a host, pages nobody names, scopes and places nobody vouches for."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.loading.case.load import case_of
from auditor.model.materials import Materials, Nowhere
from tests.oracle.estates import KNOWLEDGE

Tree = dict[str, Any]
BASE: Tree = {
    "people": {"people": {}},
    "organisations": {
        "shop": {"country": "FR", "parent": "none", "known": "documented"},
        "firm": {"country": "FR", "parent": "mother", "is": "crm", "known": "documented"},
        "mother": {"country": "JP", "parent": "none", "known": "documented"},
        "cloud": {"country": "FR", "parent": "none", "is": "cloud", "known": "documented"},
    },
    "activities": {
        "work": {"people": "people", "data": "contact", "controller": "shop", "processors": ["firm", "cloud"]}
    },
    "hosts": {
        "app": {"operator": "firm"},
        "store": {"operator": "cloud", "keeps": "contact", "at_rest": "plain"},
    },
    "flows": {"save": {"for": "work", "from": "app", "to": "store", "content": "none"}},
    "agreements": [{"between": ["firm", "cloud"], "is": "hosting"}],
}


def derived(changes: dict[str, Any]) -> Derived:
    tree = copy.deepcopy(BASE)
    for route, value in changes.items():
        section, name, field = route.split(".")
        if value is None:
            tree[section][name].pop(field)
        else:
            tree[section][name][field] = value
    case, _ = case_of(tree, KNOWLEDGE)
    return derive(build(Materials(case, KNOWLEDGE, (), "2024-01-01", Nowhere())))


def levels(changes: dict[str, Any], custodian: str = "firm") -> list[tuple[str, int, int, tuple[str, ...]]]:
    return [
        (e.state, e.low, e.high, e.missing)
        for e in derived(changes).exposures.all
        if e.custodian == custodian
    ]


def test_who_may_feed_a_host_may_be_its_customer() -> None:
    assert levels({}) == [("JP", 3, 3, ())]
    assert levels({"hosts.app.operator": None}) == [("JP", 0, 3, ("hosts.app.operator",))]
    assert levels({"hosts.app.operator": "shop"}) == []


@pytest.mark.parametrize(
    ("scopes", "low"),
    [
        ({"firm": "true"}, 2),
        ({"mother": "true"}, 2),
        ({"mother": "false"}, 3),
        ({"mother": {"value": "true", "known": "declared"}}, 3),
        ({}, 3),
    ],
)
def test_a_partial_decision_lowers_for_who_is_shown_within_it(scopes: Tree, low: int) -> None:
    changes = {f"organisations.{name}.in_scope": value for name, value in scopes.items()}
    assert [found[1:3] for found in levels(changes)] == [(low, low)]


def test_another_who_may_bring_in_the_same_state_is_in_scope_too_or_nothing_is_lowered() -> None:
    tree = copy.deepcopy(BASE)
    tree["organisations"]["mother"]["in_scope"] = "true"
    tree["organisations"]["grandmother"] = {"country": "JP", "parent": "none", "known": "documented"}
    tree["organisations"]["mother"]["parent"] = "grandmother"
    case, _ = case_of(tree, KNOWLEDGE)
    found = derive(build(Materials(case, KNOWLEDGE, (), "2024-01-01", Nowhere())))
    assert [(e.low, e.high) for e in found.exposures.all if e.custodian == "firm"] == [(3, 3)]


@pytest.mark.parametrize("field", ["presence", "access_from"])
def test_a_place_nobody_vouches_for_is_only_possible(field: str) -> None:
    place = f"organisations.cloud.{field}"
    assert levels({place: "JP"}, "cloud") == [("JP", 2, 2, ())]
    assert levels({place: {"value": "JP", "known": "assumed"}}, "cloud") == [("JP", 0, 2, (place,))]


def test_a_flow_that_says_when_it_loads_is_embedded_by_somebody() -> None:
    tree = copy.deepcopy(BASE)
    tree["flows"]["button"] = {"for": "work", "from": "people", "to": "mother", "loads": "at-once"}
    case, _ = case_of(tree, KNOWLEDGE)
    (pair,) = derive(build(Materials(case, KNOWLEDGE, (), "2024-01-01", Nowhere()))).joint.all
    assert (pair.first, pair.second, pair.jointly.value) == ("unknown", "mother", None)
    assert "flows.button.embedded_in" in pair.jointly.missing


def test_below_somebody_of_unknown_role_the_place_in_the_chain_is_open() -> None:
    found = derived({"activities.work.controller": None, "activities.work.processors": None})
    tree = copy.deepcopy(BASE)
    del tree["agreements"], tree["activities"]["work"]["controller"], tree["activities"]["work"]["processors"]
    case, _ = case_of(tree, KNOWLEDGE)
    open_ = derive(build(Materials(case, KNOWLEDGE, (), "2024-01-01", Nowhere()))).roles.of("cloud", "work")
    assert open_.tier.options == ("direct", "sub")
    assert "agreements.firm>cloud.signed" in open_.tier.missing
    assert open_.role.proof == ("flows.save", "hosts.store.operator")
    assert found.roles.of("cloud", "work").tier.options == ("direct", "sub")

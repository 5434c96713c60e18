"""A scenario laid over a case and over the knowledge base: what is set, added and removed, and what is refused at its place."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.loading.case.scenarios import Unresolved, changed, overlay
from auditor.model.case.scenarios import Scenario
from tests.own_rules import KNOWLEDGE

Tree = dict[str, Any]
CASE: Tree = {
    "case": {"id": "small"},
    "organisations": {"shop": {"country": "FR", "name": "Shop"}, "far": {"country": "IN"}},
    "hosts": {"store": {"operator": "shop", "certified": {"hds": {"until": "2025"}}}},
    "agreements": {"shop>far": {"between": ["shop", "far"], "is": "processing"}},
    "scenarios": {"s": {"title": "S"}},
}


def scenario(**fields: Any) -> Scenario:
    return Scenario(title="S", source="plan", **fields)


def laid(**fields: Any) -> Tree:
    return overlay(CASE, scenario(**fields))


def vouched(value: Any) -> Tree:
    return {"value": value, "known": "documented", "source": "plan"}


def test_a_scenario_leaves_the_case_as_it_is_and_takes_the_scenarios_away() -> None:
    before = repr(CASE)
    assert laid() == {section: part for section, part in CASE.items() if section != "scenarios"}
    laid(set={"organisations.far.country": "FR"}, remove=["hosts.store"])
    assert repr(CASE) == before


def test_what_is_set_is_vouched_for_by_the_scenario() -> None:
    made = laid(set={"organisations.far.country": "FR", "organisations.shop.name": "Other"})
    assert made["organisations"]["far"]["country"] == vouched("FR")
    assert made["organisations"]["shop"] == {"country": "FR", "name": vouched("Other")}


def test_a_value_that_says_how_it_is_known_is_set_as_it_is() -> None:
    stated = {"value": "FR", "known": "declared"}
    assert laid(set={"organisations.far.country": stated})["organisations"]["far"]["country"] == stated


def test_a_field_within_a_field_is_set_and_the_others_stay() -> None:
    made = laid(set={"hosts.store.certified.hds.since": "2020"})
    assert made["hosts"]["store"]["certified"]["hds"] == {"until": "2025", "since": vouched("2020")}
    assert CASE["hosts"]["store"]["certified"] == {"hds": {"until": "2025"}}
    made = laid(set={"hosts.store.keys.more": "x"})
    assert made["hosts"]["store"]["keys"] == {"more": vouched("x")}


def test_what_is_removed_is_an_entry_or_a_field_of_one() -> None:
    assert "far" not in laid(remove=["organisations.far"])["organisations"]
    assert laid(remove=["organisations.shop.name"])["organisations"]["shop"] == {"country": "FR"}
    assert laid(remove=["organisations.far.name"])["organisations"]["far"] == {"country": "IN"}


def test_what_is_added_is_vouched_for_where_it_may_be() -> None:
    made = laid(
        add={
            "organisations": {"new": {"country": "DE"}},
            "agreements": [{"between": ["shop", "new"], "is": "joint"}],
        }
    )
    assert made["organisations"]["new"] == {"known": "documented", "source": "plan", "country": "DE"}
    assert set(made["organisations"]) == {"shop", "far", "new"}
    assert made["agreements"]["shop>new"]["is"] == "joint"
    own = {"organisations": {"new": {"country": "DE", "known": "declared"}}}
    assert laid(add=own)["organisations"]["new"]["known"] == "declared"
    assert laid(add={"flows": {"f": {"from": "shop"}}})["flows"]["f"]["from"] == "shop"


@pytest.mark.parametrize(
    ("fields", "route", "hint"),
    [
        ({"set": {"organisation.far.country": "FR"}}, ("set", "organisation.far.country"), "organisations"),
        ({"set": {"organisations.fra.country": "FR"}}, ("set", "organisations.fra.country"), "far"),
        ({"set": {"organisations.far.contry": "FR"}}, ("set", "organisations.far.contry"), "country"),
        ({"set": {"organisations.far": "FR"}}, ("set", "organisations.far"), ""),
        ({"remove": ["organisations.fra"]}, ("remove", 0), "far"),
        ({"remove": ["hosts.store", "organisations.fra.name"]}, ("remove", 1), "far"),
        ({"remove": ["nowhere.x"]}, ("remove", 0), ""),
    ],
)
def test_a_change_of_what_is_not_there_is_refused_at_its_place_with_the_nearest(
    fields: Tree, route: tuple[Any, ...], hint: str
) -> None:
    with pytest.raises(Unresolved) as refused:
        laid(**fields)
    (wrong,) = refused.value.wrong
    assert wrong.route == route
    assert hint in (wrong.hint.en if wrong.hint else "")
    assert bool(wrong.hint) is bool(hint)


def test_every_change_of_what_is_not_there_is_told_at_once() -> None:
    with pytest.raises(Unresolved) as refused:
        laid(set={"organisations.fra.country": "FR", "x.y.z": "1"}, remove=["organisations.fra"])
    assert [wrong.route for wrong in refused.value.wrong] == [
        ("set", "organisations.fra.country"),
        ("set", "x.y.z"),
        ("remove", 0),
    ]


# the law


def test_a_scenario_of_facts_leaves_the_knowledge_as_it_is() -> None:
    assert (
        changed(KNOWLEDGE, scenario(set={"organisations.far.country": "FR"}, remove=["hosts.store"]))
        is KNOWLEDGE
    )


def test_a_decision_is_moved_or_taken_away() -> None:
    name, decision = next((name, each) for name, each in KNOWLEDGE.adequacy.items() if each.country)
    moved = changed(KNOWLEDGE, scenario(set={f"adequacy.{name}.until": "2020-01-01"}))
    assert moved.adequacy[name].until == "2020-01-01"
    assert moved.adequacy[name].since == decision.since
    gone = changed(KNOWLEDGE, scenario(remove=[f"adequacy.{name}"]))
    assert set(gone.adequacy) == set(KNOWLEDGE.adequacy) - {name}
    assert name in KNOWLEDGE.adequacy


@pytest.mark.parametrize(
    ("fields", "route"),
    [
        ({"set": {"adequacy.none-such.until": "2020-01-01"}}, ("set", "adequacy.none-such.until")),
        ({"remove": ["instruments.none-such"]}, ("remove", 0)),
        ({"remove": ["hosts.store", "problematic.none-such"]}, ("remove", 1)),
    ],
)
def test_a_change_of_law_that_is_not_there_is_refused(fields: Tree, route: tuple[Any, ...]) -> None:
    with pytest.raises(Unresolved) as refused:
        changed(KNOWLEDGE, scenario(**fields))
    assert [wrong.route for wrong in refused.value.wrong] == [route]


def test_of_a_law_no_field_is_removed_and_none_set_to_what_it_cannot_be() -> None:
    name = next(iter(KNOWLEDGE.adequacy))
    for fields in ({"remove": [f"adequacy.{name}.until"]}, {"set": {f"adequacy.{name}.nothing": "x"}}):
        with pytest.raises(Unresolved):
            changed(KNOWLEDGE, scenario(**fields))  # type: ignore[arg-type]

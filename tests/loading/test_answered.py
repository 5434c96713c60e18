"""Answers laid on a case: what they fill, what stands beside what the case states, and what they may not change."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.errors import Refused
from auditor.loading.case.load import load_case
from auditor.model.materials import plain
from tests.own_rules import KNOWLEDGE

Tree = dict[str, Any]


def case(answers: dict[str, Tree], **sections: Tree) -> Any:
    """A small case on which forms are laid, each with its facts."""
    tree: Tree = {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "small", "as_of": "2024-01-01"},
        "sources": {
            "form-a": {"title": "A", "kind": "note"},
            "form-b": {"title": "B", "kind": "note"},
            "file": {"title": "F", "kind": "note"},
        },
        "people": {"people": {"country": "FR"}},
        "organisations": {"shop": {"country": "FR"}, "cloud": {"country": "FR"}},
        "activities": {"sales": {"people": "people", "data": "contact", "controller": "shop"}},
        "hosts": {"store": {"operator": "cloud", **sections.pop("store", {})}},
        "flows": {"f": {"for": "sales", "from": "people", "to": "store", "content": "none"}},
        "answers": {form: {"form": form, "facts": facts} for form, facts in answers.items()},
        **sections,
    }
    return load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE)


def fact(value: Any, form: str = "form-a", **more: Any) -> Tree:
    return {"value": value, "known": "declared", "source": f"{form}#1", **more}


def shown(value: Any) -> Any:
    """What a field holds: its value, and its source where it says one."""
    if isinstance(value, list):
        return [shown(each) for each in value]
    source = getattr(value, "source", "")
    return (plain(value), source) if source else plain(value)


def at_rest(loaded: Any) -> Any:
    return shown(loaded.case.hosts["store"].at_rest)


ROUTE = "hosts.store.at_rest"


@pytest.mark.parametrize(
    "there", [{}, {"at_rest": "unknown"}, {"at_rest": "not-produced"}, {"at_rest": {"value": "unknown"}}]
)
def test_an_answer_fills_what_the_case_leaves_open(there: Tree) -> None:
    loaded = case({"form-a": {ROUTE: fact("encrypted")}}, store=there)
    assert at_rest(loaded) == ("encrypted", "form-a#1")
    assert loaded.overrides == ()


def test_an_answer_that_agrees_is_a_further_source() -> None:
    loaded = case(
        {"form-a": {ROUTE: fact("encrypted")}}, store={"at_rest": {"value": "encrypted", "source": "file"}}
    )
    value = loaded.case.hosts["store"].at_rest
    assert (shown(value), list(value.also)) == (("encrypted", "file"), ["form-a#1"])
    assert loaded.overrides == ()


def test_an_answer_that_differs_changes_nothing_and_is_told() -> None:
    loaded = case({"form-a": {ROUTE: fact("none")}}, store={"at_rest": "encrypted"})
    assert at_rest(loaded) == "encrypted"
    assert [(each.route, each.knowledge, each.case, each.by) for each in loaded.overrides] == [
        (ROUTE, "none", "encrypted", "answer")
    ]


def versions(*values: str, **more: Any) -> Tree:
    made = [{"value": value, "source": f"file#{number}"} for number, value in enumerate(values)]
    return {"value": "unknown", "known": "declared", "source": "form-a#1", "versions": made, **more}


def test_an_answer_that_holds_what_the_case_states_as_a_version_leaves_it_open() -> None:
    loaded = case({"form-a": {ROUTE: versions("encrypted", "none")}}, store={"at_rest": "encrypted"})
    value = loaded.case.hosts["store"].at_rest
    assert plain(value) == "unknown"
    assert [each.value for each in value.versions] == ["encrypted", "none"]
    assert loaded.overrides == ()


@pytest.mark.parametrize(
    "cited", [{"source": "form-a"}, {"source": "form-a#3"}, {"source": "file", "also": ["form-a"]}]
)
def test_a_case_that_cites_the_form_has_settled_what_it_says(cited: Tree) -> None:
    loaded = case(
        {"form-a": {ROUTE: versions("encrypted", "none")}}, store={"at_rest": {"value": "encrypted", **cited}}
    )
    assert plain(loaded.case.hosts["store"].at_rest) == "encrypted"
    assert len(loaded.overrides) == 1


def test_two_answers_that_differ_are_versions_of_which_none_is_shown() -> None:
    loaded = case({"form-b": {ROUTE: fact("none", "form-b")}, "form-a": {ROUTE: fact("encrypted")}})
    value = loaded.case.hosts["store"].at_rest
    assert plain(value) == "unknown"
    assert [(each.value, each.source) for each in value.versions] == [
        ("encrypted", "form-a#1"),
        ("none", "form-b#1"),
    ]
    assert loaded.overrides == ()


@pytest.mark.parametrize("first", ["unknown", "not-produced"])
def test_of_two_answers_the_one_that_says_something_counts(first: str) -> None:
    loaded = case({"form-a": {ROUTE: fact(first)}, "form-b": {ROUTE: fact("none", "form-b")}})
    assert at_rest(loaded) == ("none", "form-b#1")


def test_a_list_that_was_not_complete_keeps_what_was_known_beside_what_is_new() -> None:
    sections = {
        "activities": {"sales": {"people": "people", "data": ["contact", "unknown"], "controller": "shop"}}
    }
    route = "activities.sales.processors"
    sections["activities"]["sales"]["processors"] = {"value": ["cloud", "unknown"], "source": "file"}
    loaded = case({"form-a": {route: fact(["cloud", "shop"])}}, **sections)
    assert shown(loaded.case.activities["sales"].processors) == [("cloud", "file"), (["shop"], "form-a#1")]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        (["cloud"], ["cloud"]),
        ("none", ["cloud"]),
        (["cloud", "none"], ["cloud"]),
    ],
)
def test_an_answer_that_adds_nobody_closes_a_list(answer: Any, kept: list[str]) -> None:
    sales = {"people": "people", "data": "contact", "controller": "shop", "processors": ["cloud", "unknown"]}
    loaded = case({"form-a": {"activities.sales.processors": fact(answer)}}, activities={"sales": sales})
    found = shown(loaded.case.activities["sales"].processors)
    assert [each[0] if isinstance(each, tuple) else each for each in found] == kept


def test_an_answer_that_knows_nothing_leaves_a_list_open() -> None:
    sales = {"people": "people", "data": "contact", "controller": "shop", "processors": ["cloud", "unknown"]}
    loaded = case({"form-a": {"activities.sales.processors": fact("unknown")}}, activities={"sales": sales})
    assert loaded.case.activities["sales"].processors == ["cloud", "unknown"]


def test_an_answer_makes_an_agreement_of_which_nothing_else_is_known() -> None:
    loaded = case({"form-a": {"agreements.shop>cloud.module": fact("2")}})
    agreement = loaded.case.agreements["shop>cloud"]
    assert (list(agreement.between), agreement.is_, plain(agreement.signed)) == (
        ["shop", "cloud"],
        "processing",
        "unknown",
    )
    assert plain(agreement.complete) == "unknown"
    assert shown(agreement.module) == ("2", "form-a#1")


def test_an_answer_makes_a_holding() -> None:
    loaded = case({"form-a": {"ownership.shop>cloud.votes": fact("60")}})
    link = loaded.case.ownership["shop>cloud"]
    assert (link.owner, link.of) == ("shop", "cloud")


@pytest.mark.parametrize(
    "route", ["hosts.nowhere.at_rest", "activities.none.data", "agreements.shop.module", "hosts.store"]
)
def test_an_answer_on_what_the_case_does_not_have_is_refused_at_its_place(route: str) -> None:
    with pytest.raises(Refused) as refused:
        case({"form-a": {route: fact("x")}})
    assert any(route in problem.message.en for problem in refused.value.problems)


def test_a_field_within_a_field_may_be_answered() -> None:
    loaded = case({"form-a": {"agreements.shop>cloud.points.documented-instructions": fact("true")}})
    assert shown(loaded.case.agreements["shop>cloud"].points["documented-instructions"])[0] == "true"

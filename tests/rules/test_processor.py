"""What the fields of processors, of questions and of scenarios say, with the facts that show and settle each."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from tests.own_rules import matches, one, rule
from tests.rules.test_accountability import told
from tests.rules.test_small_fields import Tree, changed, field

PROCESSING: Tree = {"between": ["shop", "cloud"], "is": "processing"}
AGREEMENT = "agreements.shop>cloud"


def processor(
    knowledge: Knowledge, name: str, agreement: Tree | None = None, **sections: Any
) -> tuple[Any, ...]:
    sections.setdefault("activities", {"sales": {"processors": "cloud"}})
    tree = changed(**sections)
    tree["agreements"] = [] if agreement is None else [{**PROCESSING, **agreement}]
    return told(field(knowledge, tree, "processor", name, "cloud:sales"))


@pytest.mark.parametrize("name", ["authorised", "exit_clause", "switching", "needs_clear"])
def test_what_a_contract_says_is_told_by_it(knowledge: Knowledge, name: str) -> None:
    route = (f"{AGREEMENT}.{name}",)
    assert processor(knowledge, name, {name: "true"}) == ("true", route, ())
    assert processor(knowledge, name, {name: "false"}) == ("false", route, ())
    assert processor(knowledge, name, {name: "unknown"}) == (None, (), route)
    assert processor(knowledge, name, {}) == (None, (), route)


def test_what_processors_may_do_with_data_for_themselves_is_told_by_the_contract(
    knowledge: Knowledge,
) -> None:
    route = (f"{AGREEMENT}.allows_own_use",)
    assert processor(knowledge, "allowed_use", {"allows_own_use": "true"}) == ("true", route, ())
    assert processor(knowledge, "human_review", {"human_review": "on-instruction"}) == (
        "on-instruction",
        (f"{AGREEMENT}.human_review",),
        (),
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("exit_clause", True),
        ("switching", True),
        ("allowed_use", True),
        ("authorised", False),
        ("needs_clear", False),
    ],
)
def test_what_only_a_contract_can_say_is_not_there_where_it_is_not_signed(
    knowledge: Knowledge, name: str, written: bool
) -> None:
    found = processor(knowledge, name, {"signed": "false"})
    if written:
        assert found == ("false", (f"{AGREEMENT}.signed",), ())
    else:
        assert found == (None, (), (f"{AGREEMENT}.{name}",))


def test_without_a_contract_what_it_would_say_is_asked(knowledge: Knowledge) -> None:
    value, proof, missing = processor(knowledge, "exit_clause")
    assert (value, proof) == (None, ())
    assert missing


@pytest.mark.parametrize(
    ("cloud", "expected"),
    [
        ({"name": "Cloud", "kind": "company"}, ("true", ("organisations.cloud.country",), ())),
        ({"kind": "unknown"}, (None, (), ("organisations.cloud.name",))),
        ({"kind": "class"}, (None, (), ("organisations.cloud.name",))),
        ({"kind": "group"}, (None, (), ("organisations.cloud.name",))),
        ({"name": "unknown"}, (None, (), ("organisations.cloud.name",))),
        ({"name": "Cloud", "country": "unknown"}, (None, (), ("organisations.cloud.country",))),
        (
            {"name": "unknown", "country": "unknown"},
            (None, (), ("organisations.cloud.name", "organisations.cloud.country")),
        ),
    ],
)
def test_a_processor_is_identified_by_its_name_and_its_country(
    knowledge: Knowledge, cloud: Tree, expected: tuple[Any, ...]
) -> None:
    assert processor(knowledge, "identity", {}, organisations={"cloud": cloud}) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("cloud", ("true", ("activities.sales.own_use",), ())),
        (["cloud", "unknown"], ("true", ("activities.sales.own_use",), ())),
        ("none", ("false", ("activities.sales.own_use",), ())),
        ("far", ("false", ("activities.sales.own_use",), ())),
        (["far", "unknown"], (None, (), ("activities.sales.own_use",))),
        ("unknown", (None, (), ("activities.sales.own_use",))),
    ],
)
def test_a_processor_uses_data_for_itself_where_it_is_said_to(
    knowledge: Knowledge, stated: Any, expected: tuple[Any, ...]
) -> None:
    sales = {"sales": {"processors": "cloud", "own_use": stated}}
    assert processor(knowledge, "own_use", {}, activities=sales) == expected


def test_who_entrusts_data_to_a_processor_and_where_they_are(knowledge: Knowledge) -> None:
    controller = "activities.sales.controller"
    assert processor(knowledge, "engaging", {}) == ((("shop",), False), (controller,), ())
    assert processor(knowledge, "clients_country", {}) == (
        (("FR",), False),
        (controller, "organisations.shop.country"),
        (),
    )
    assert processor(knowledge, "clients_country", {}, organisations={"shop": {"country": "unknown"}}) == (
        ((), True),
        (controller, "organisations.shop.country"),
        ("organisations.shop.country",),
    )


def test_the_data_of_a_processor_are_those_that_reach_it_else_those_of_its_activity(
    knowledge: Knowledge,
) -> None:
    sales = {"sales": {"processors": "cloud", "data": ["contact", "health"]}}
    carried = {"f": {"data": "contact"}}
    assert processor(knowledge, "data", {}, activities=sales, flows=carried) == (
        (("contact",), False),
        ("activities.sales",),
        (),
    )
    elsewhere = {"f": {"to": "far", "from": "shop"}}
    (sure, more), _, _ = processor(knowledge, "data", {}, activities=sales, flows=elsewhere)
    assert (set(sure), more) == ({"contact", "health"}, False)


# questions


def question(knowledge: Knowledge, name: str, **stated: Any) -> tuple[Any, ...]:
    asked = {"q": {"to": "far", "text": "Why?", "asked": "2023-12-01", **stated}}
    return told(field(knowledge, changed(questions=asked), "question", name, "q"))


@pytest.mark.parametrize(
    ("name", "stated", "expected"),
    [
        ("asked", {}, ("true", ("questions.q.asked",), ())),
        ("asked", {"asked": "unknown"}, (None, (), ("questions.q.asked",))),
        ("answered", {"answered": "true"}, ("true", ("questions.q.answered",), ())),
        ("answered", {"answered": "false"}, ("false", ("questions.q.answered",), ())),
        ("answered", {"answered": "unknown"}, (None, (), ("questions.q.answered",))),
        ("answered", {}, (None, (), ("questions.q.answered",))),
        ("to", {}, ("far", ("questions.q",), ())),
        ("to", {"to": "shop"}, ("shop", ("questions.q",), ())),
    ],
)
def test_a_question_was_put_and_answered_as_is_stated(
    knowledge: Knowledge, name: str, stated: Tree, expected: tuple[Any, ...]
) -> None:
    assert question(knowledge, name, **stated) == expected


def test_the_kind_of_whom_a_question_was_put_to_is_that_of_the_organisation(knowledge: Knowledge) -> None:
    asked = {"q": {"to": "far", "asked": "2023-12-01"}}
    tree = changed(organisations={"far": {"kind": "company"}}, questions=asked)
    assert told(field(knowledge, tree, "question", "to_kind", "q")) == (
        "company",
        ("organisations.far.kind",),
        (),
    )


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ({}, "1 January 2024"),
        ({"date": "2023-12-24"}, "24 December 2023"),
        ({"date": "2025-01-01"}, "1 January 2024"),
        ({"date": "unknown"}, "1 January 2024"),
    ],
)
def test_a_question_is_said_to_be_open_on_the_last_day_that_somebody_vouches_for(
    source: Tree, day: str
) -> None:
    tree = changed(
        questions={
            "q": {
                "to": "far",
                "text": "Why?",
                "asked": "2023-12-01",
                "answered": {"value": "false", "source": "file"},
            }
        }
    )
    tree["sources"] = {"file": {"title": "File", "kind": "note", **source}}
    told_ = one(
        tree,
        rule(
            about="document",
            for_="question",
            kind="question",
            forbid={"answered": "false"},
            message="On {as_of}.",
        ),
    )
    assert told_.message.en == f"On {day}."


# scenarios


def scenario(condition: Tree, changes: Tree, **sections: Any) -> list[tuple[Any, ...]]:
    """What a condition says of a scenario, where it is met or may be."""
    tree = changed(**sections)
    tree["scenarios"] = {"s": {"title": "S", **changes}}
    asked = rule(kind="what-if", for_="scenario", about="ownership", forbid=condition)
    return [(match.established or None, match.proof, match.unsettled) for match in matches(tree, asked)]


MET = [(True, ("scenarios.s",), ())]


@pytest.mark.parametrize(
    ("changes", "sections"),
    [
        ({"set": {"organisations.far.country": "FR"}}, ("organisations",)),
        ({"remove": ["flows.f"]}, ("flows",)),
        (
            {"set": {"hosts.store.operator": "far"}, "remove": ["organisations.far.is"]},
            ("hosts", "organisations"),
        ),
    ],
)
def test_a_scenario_changes_the_sections_that_its_addresses_name(
    changes: Tree, sections: tuple[str, ...]
) -> None:
    for section in ("organisations", "hosts", "flows", "activities"):
        assert scenario({"changes": section}, changes) == (MET if section in sections else []), section


@pytest.mark.parametrize(
    ("changes", "loses"),
    [
        ({"set": {"organisations.far.dpf": "false"}}, ("certificate",)),
        ({"set": {"organisations.far.privacy_shield": "false"}}, ("certificate",)),
        ({"set": {"organisations.far.in_scope": "false"}}, ("certificate",)),
        ({"remove": ["adequacy.us-dpf"]}, ("adequacy",)),
        ({"remove": ["flows.f"]}, ()),
        ({"set": {"organisations.far.country": "FR"}}, ()),
    ],
)
def test_a_scenario_loses_a_certificate_or_a_decision(changes: Tree, loses: tuple[str, ...]) -> None:
    for word in ("certificate", "adequacy"):
        assert scenario({"loses": word}, changes) == (MET if word in loses else []), word


def test_a_scenario_takes_away_the_decision_on_a_country() -> None:
    changes = {"remove": ["adequacy.us-dpf"]}
    assert scenario({"decisions_on": "US"}, changes) == MET
    assert scenario({"decisions_on": "CH"}, changes) == []


def test_a_scenario_worsens_nothing_for_sure_while_a_host_is_of_nobody_known() -> None:
    changes = {"set": {"organisations.far.country": "FR"}}
    assert scenario({"worsens": "true"}, changes) == []
    assert scenario({"worsens": "false"}, changes) == MET
    nobody = {"store": {"operator": "unknown"}}
    found = [(None, ("scenarios.s",), ("hosts.store.operator",))]
    assert scenario({"worsens": "true"}, changes, hosts=nobody) == found
    assert scenario({"worsens": "false"}, changes, hosts=nobody) == found

"""What the fields of a request from a page say, one fact at a time: with the facts that show and settle each."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from tests.rules.test_accountability import told
from tests.rules.test_small_fields import Tree, changed, field

PAGE: Tree = {"page": {"operator": "shop", "kind": "application"}}
F = "flows.f"


def hop(knowledge: Knowledge, name: str, flow: Tree | None = None, **sections: Any) -> tuple[Any, ...]:
    """What a field says of a request of an element in a page of the shop."""
    sections = {"hosts": PAGE, **sections}
    if "page" not in sections["hosts"]:
        sections["hosts"] = {**PAGE, **sections["hosts"]}
    tree = changed(**sections, flows={"f": {"embedded_in": "page", **(flow or {})}})
    return told(field(knowledge, tree, "hop", name, "f"))


def stated(name: str, value: str | None) -> tuple[Any, ...]:
    route = (f"{F}.{name}",)
    return (value, route, ()) if value else (None, (), route)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("loads", ("at-once", "click", "consent", "never")),
        ("refusal", ("free", "harder", "bars-service")),
        ("reads_terminal", ("true", "false")),
        ("step", ("booking", "search", "account", "browsing")),
        ("identifier", ("true", "false")),
        ("consent_first", ("true", "false")),
        ("compatible", ("true", "false")),
    ],
)
def test_what_is_stated_of_a_request_is_what_its_field_says(
    knowledge: Knowledge, name: str, words: tuple[str, ...]
) -> None:
    for word in words:
        assert hop(knowledge, name, {name: word}) == stated(name, word), word
    if name != "identifier":
        assert hop(knowledge, name, {name: "unknown"}) == stated(name, None)


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ({"trigger": "load"}, ("at-once", (f"{F}.trigger",), ())),
        ({"trigger": "load", "loads": "consent"}, ("consent", (f"{F}.loads",), ())),
        ({"trigger": "click", "known": "observed"}, ("click", (f"{F}.trigger",), ())),
        ({"trigger": "submit", "known": "documented"}, ("click", (f"{F}.trigger",), ())),
        ({"trigger": "click", "known": "declared"}, (None, (), (f"{F}.loads",))),
        ({"trigger": "load", "known": "declared"}, ("at-once", (f"{F}.trigger",), ())),
        ({"trigger": "schedule"}, (None, (), (f"{F}.loads",))),
        ({}, (None, (), (f"{F}.loads",))),
    ],
)
def test_when_an_element_loads_is_as_stated_else_as_what_sets_it_off_shows(
    knowledge: Knowledge, flow: Tree, expected: tuple[Any, ...]
) -> None:
    assert hop(knowledge, "loads", flow) == expected


def test_device_data_hold_an_identifier_unless_it_is_denied(knowledge: Knowledge) -> None:
    assert hop(knowledge, "identifier", {}) == ("true", (F,), ())
    assert hop(knowledge, "identifier", {"identifier": "false"}) == stated("identifier", "false")
    assert hop(knowledge, "identifier", {"embedded_in": "", "data": "contact"}) == stated("identifier", None)


@pytest.mark.parametrize(
    ("flow", "sales", "expected"),
    [
        ({"referrer": "sent"}, {}, ("true", (f"{F}.referrer",), ())),
        ({"referrer": "stripped"}, {}, ("false", (f"{F}.referrer",), ())),
        ({"referrer": "unknown"}, {}, (None, (), (f"{F}.referrer",))),
        ({}, {}, (None, (), (f"{F}.referrer",))),
        ({"data": "page-address"}, {}, ("true", (f"{F}.data",), ())),
        ({"data": ["contact", "page-address"], "referrer": "stripped"}, {}, ("true", (f"{F}.data",), ())),
        ({"embedded_in": ""}, {"data": "page-address"}, ("true", ("activities.sales.data",), ())),
        ({"embedded_in": ""}, {"data": "contact"}, (None, (), (f"{F}.referrer",))),
        ({"embedded_in": "", "data": "contact"}, {"data": "page-address"}, (None, (), (f"{F}.referrer",))),
        ({}, {"data": "page-address"}, (None, (), (f"{F}.referrer",))),
    ],
)
def test_the_address_of_the_page_goes_along_as_data_or_by_the_referrer(
    knowledge: Knowledge, flow: Tree, sales: Tree, expected: tuple[Any, ...]
) -> None:
    assert hop(knowledge, "address", flow, activities={"sales": sales}) == expected


OPERATOR = ("hosts.store.operator",)


@pytest.mark.parametrize(
    ("flow", "store", "receiver", "contract"),
    [
        ({}, {}, ("cloud", OPERATOR, ()), ("true", ("agreements.shop>cloud",), ())),
        ({"to": "cloud"}, {}, ("cloud", (F,), ()), ("true", ("agreements.shop>cloud",), ())),
        ({"to": "far"}, {}, ("far", (F,), ()), ("false", (), ())),
        ({}, {"operator": "unknown"}, (None, (), OPERATOR), (None, (), OPERATOR)),
    ],
)
def test_who_receives_a_request_and_whether_by_contract(
    knowledge: Knowledge, flow: Tree, store: Tree, receiver: tuple[Any, ...], contract: tuple[Any, ...]
) -> None:
    signed = [{"between": ["shop", "cloud"], "is": "processing"}]
    sections: Tree = {"hosts": {"store": store}, "agreements": signed}
    assert hop(knowledge, "receiver", flow, **sections) == receiver
    assert hop(knowledge, "under_contract", flow, **sections) == contract


@pytest.mark.parametrize(
    ("agreement", "bound"),
    [
        ({"between": ["shop", "cloud"], "is": "processing"}, True),
        ({"between": ["shop", "cloud"], "is": "processing", "signed": "unknown"}, True),
        ({"between": ["shop", "cloud"], "is": "processing", "signed": "false"}, False),
        ({"between": ["shop", "cloud"], "is": "hosting"}, False),
        ({"between": ["cloud", "shop"], "is": "processing"}, False),
        ({"between": ["far", "cloud"], "is": "processing"}, False),
    ],
)
def test_a_receiver_processes_by_an_agreement_with_who_arranges_or_controls(
    knowledge: Knowledge, agreement: Tree, *, bound: bool
) -> None:
    value, _, _ = hop(knowledge, "under_contract", agreements=[agreement])
    assert value == ("true" if bound else "false")


@pytest.mark.parametrize(
    ("flow", "page", "arranger", "country"),
    [
        ({}, {}, ("shop", (), ()), ("FR", ("organisations.shop.country",), ())),
        (
            {"arranged_by": "far"},
            {},
            ("far", (f"{F}.arranged_by",), ()),
            ("IN", ("organisations.far.country",), ()),
        ),
        ({"arranged_by": "unknown"}, {}, ("shop", (), ()), ("FR", ("organisations.shop.country",), ())),
        (
            {"arranged_by": "none"},
            {},
            ("shop", (f"{F}.arranged_by",), ()),
            ("FR", ("organisations.shop.country",), ()),
        ),
        (
            {},
            {"operator": "unknown"},
            (None, (), ("hosts.page.operator",)),
            (None, (), ("hosts.page.operator",)),
        ),
        ({"embedded_in": ""}, {}, ("cloud", (), ()), ("FR", ("organisations.cloud.country",), ())),
    ],
)
def test_who_arranges_a_request_is_whom_it_names_else_who_runs_the_page(
    knowledge: Knowledge, flow: Tree, page: Tree, arranger: tuple[Any, ...], country: tuple[Any, ...]
) -> None:
    hosts = {"page": {**PAGE["page"], **page}}
    assert hop(knowledge, "arranger", flow, hosts=hosts) == arranger
    assert hop(knowledge, "arranger_country", flow, hosts=hosts) == country


STATE = (f"{F}.consent_state",)


@pytest.mark.parametrize(
    ("state", "consent_state", "after", "first"),
    [
        ("accepted", ("accepted", STATE, ()), ("false", STATE, ()), ("true", STATE, ())),
        ("refused", ("refused", STATE, ()), ("true", STATE, ()), ("false", STATE, ())),
        ("before-choice", ("before-choice", STATE, ()), ("false", STATE, ()), ("false", STATE, ())),
        ("none-offered", ("none-offered", STATE, ()), ("false", STATE, ()), ("false", STATE, ())),
        ("unknown", (None, (), ()), (None, (), STATE), (None, (), (f"{F}.consent_first",))),
        (None, (None, (), ()), ("false", (), ()), (None, (), (f"{F}.consent_first",))),
    ],
)
def test_the_state_of_consent_tells_whether_it_was_taken_first(
    knowledge: Knowledge, state: str | None, consent_state: Any, after: Any, first: Any
) -> None:
    flow = {"consent_state": state} if state else {}
    assert hop(knowledge, "consent_state", flow) == consent_state
    assert hop(knowledge, "after_refusal", flow) == after
    assert hop(knowledge, "consent_first", flow) == first


IS = "organisations.cloud.is"


@pytest.mark.parametrize(
    ("flow", "cloud", "never", "exempt"),
    [
        (
            {"exempt": "strictly-necessary"},
            {"is": "cloud"},
            "false",
            ("strictly-necessary", (f"{F}.exempt",), ()),
        ),
        ({"exempt": "strictly-necessary"}, {"is": "ads"}, "true", ("none", (IS,), ())),
        ({"exempt": "none"}, {"is": "cloud"}, "false", ("none", (f"{F}.exempt",), ())),
        (
            {"exempt": "audience-measurement"},
            {"is": "cloud"},
            "false",
            ("audience-measurement", (f"{F}.exempt", "organisations.shop.country"), ()),
        ),
    ],
)
def test_an_exemption_holds_unless_who_receives_is_never_exempt(
    knowledge: Knowledge, flow: Tree, cloud: Tree, never: str, exempt: tuple[Any, ...]
) -> None:
    parties = {"organisations": {"cloud": cloud}}
    assert hop(knowledge, "never_exempt", flow, **parties)[0] == never
    assert hop(knowledge, "exempt", flow, **parties) == exempt


def test_an_exemption_is_open_while_nobody_says_what_who_receives_is(knowledge: Knowledge) -> None:
    nobody = {"organisations": {"cloud": {"is": "unknown"}}}
    assert hop(knowledge, "never_exempt", {}, **nobody) == (None, (), (IS,))
    value, proof, missing = hop(knowledge, "exempt", {"exempt": "strictly-necessary"}, **nobody)
    assert (value, proof, missing) == (None, (f"{F}.exempt",), (IS,))


def test_measuring_an_audience_is_exempt_by_the_law_of_some_states_only(knowledge: Knowledge) -> None:
    measured = {"exempt": "audience-measurement"}
    elsewhere = {"organisations": {"shop": {"country": "DE"}}}
    value, proof, missing = hop(knowledge, "exempt", measured, **elsewhere)
    assert (value, proof, missing) == (None, (f"{F}.exempt",), (f"{F}.exempt",))
    unsaid = {"organisations": {"shop": {"country": "unknown"}}}
    assert hop(knowledge, "exempt", measured, **unsaid) == (
        None,
        (f"{F}.exempt",),
        ("organisations.shop.country",),
    )

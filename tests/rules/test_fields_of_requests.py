"""What fields say of what a person's device is made to do: the address sent along, who arranges, who receives, what is never exempt."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from tests.rules.test_small_fields import Tree, changed, field, said


def shown(knowledge: Knowledge, flow: Tree, name: str, **sections: Tree) -> Any:
    """What a field says of a flow that an element of a page of the shop makes a browser send."""
    hosts = {"page": {"operator": "shop", "keeps": "none"}, **sections.pop("hosts", {})}
    tree = changed(hosts=hosts, flows={"f": {"embedded_in": "page", **flow}}, **sections)
    return field(knowledge, tree, "hop", name, "f")


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ({"data": "contact", "referrer": "stripped"}, ("false", ("flows.f.referrer",), ())),
        ({"data": "contact", "referrer": "sent"}, ("true", ("flows.f.referrer",), ())),
        ({"data": "page-address", "referrer": "stripped"}, ("true", ("flows.f.data",), ())),
        ({"data": ["unknown", "contact"]}, (None, (), ("flows.f.referrer",))),
    ],
)
def test_the_page_address_goes_along_as_data_of_the_flow_or_by_the_referrer(
    knowledge: Knowledge, flow: Tree, expected: tuple[Any, ...]
) -> None:
    sales = {"sales": {"data": ["contact", "page-address"]}}
    assert said(shown(knowledge, flow, "address", activities=sales)) == expected


@pytest.mark.parametrize(
    ("flow", "agreement", "expected"),
    [
        ({}, {}, ("true", ("agreements.shop>cloud",), ())),
        ({}, {"signed": "false"}, ("false", (), ())),
        ({}, {"is": "hosting"}, ("false", (), ())),
        ({"to": "dark"}, {}, (None, (), ("hosts.dark.operator",))),
        ({"to": "unknown"}, {}, (None, (), ("flows.f.to",))),
        ({"attempted": "unknown"}, {}, (None, (), ("flows.f.attempted",))),
    ],
)
def test_a_receiver_is_under_contract_by_an_agreement_and_asked_about_while_it_or_the_sending_is_open(
    knowledge: Knowledge, flow: Tree, agreement: Tree, expected: tuple[Any, ...]
) -> None:
    tree = changed(hosts={"dark": {"operator": "unknown"}}, flows={"f": flow})
    tree["agreements"] = [{"between": ["shop", "cloud"], "is": "processing", **agreement}]
    assert said(field(knowledge, tree, "hop", "under_contract", "f")) == expected


@pytest.mark.parametrize(
    ("country", "expected", "anything"),
    [
        ("FR", ("FR", ("organisations.shop.country",), ()), False),
        ("unknown", (None, (), ("organisations.shop.country",)), True),
    ],
)
def test_the_country_of_who_arranges_may_be_any_while_nobody_says(
    knowledge: Knowledge, country: str, expected: tuple[Any, ...], *, anything: bool
) -> None:
    value = shown(knowledge, {}, "arranger_country", organisations={"shop": {"country": country}})
    assert said(value) == expected
    assert value.anything is anything


@pytest.mark.parametrize(
    ("cloud", "expected"),
    [
        ({"is": "ads"}, ("true", ("organisations.cloud.is",), ())),
        ({"is": "support"}, ("false", ("organisations.cloud.is",), ())),
        ({"is": "unknown"}, (None, (), ("organisations.cloud.is",))),
    ],
)
def test_what_is_never_exempt_is_told_by_what_a_third_party_is(
    knowledge: Knowledge, cloud: Tree, expected: tuple[Any, ...]
) -> None:
    assert said(shown(knowledge, {}, "never_exempt", organisations={"cloud": cloud})) == expected


@pytest.mark.parametrize(
    ("exempt", "is_", "expected"),
    [
        ("none", "unknown", ("none", ("flows.f.exempt",), ())),
        ("strictly-necessary", "support", ("strictly-necessary", ("flows.f.exempt",), ())),
        ("strictly-necessary", "unknown", (None, ("flows.f.exempt",), ("organisations.cloud.is",))),
        ("strictly-necessary", "ads", ("none", ("organisations.cloud.is",), ())),
    ],
)
def test_an_exemption_is_open_while_nobody_says_what_a_third_party_is(
    knowledge: Knowledge, exempt: str, is_: str, expected: tuple[Any, ...]
) -> None:
    parties = {"cloud": {"is": is_}}
    assert said(shown(knowledge, {"exempt": exempt}, "exempt", organisations=parties)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("mailbox", "mailbox", ("true", ("flows.f",), ())),
        ("mailbox", "application", ("false", ("flows.f",), ())),
        ("application", "application", ("false", ("flows.f",), ())),
        ("mailbox", "unknown", (None, (), ("hosts.in.kind",))),
        ("unknown", "unknown", (None, (), ("hosts.out.kind", "hosts.in.kind"))),
        ("application", "unknown", ("false", ("flows.f",), ())),
    ],
)
def test_a_sending_from_mailbox_to_mailbox_is_mail(
    knowledge: Knowledge, first: str, second: str, expected: tuple[Any, ...]
) -> None:
    hosts = {"out": {"operator": "shop", "kind": first}, "in": {"operator": "cloud", "kind": second}}
    tree = changed(hosts=hosts, flows={"f": {"from": "out", "to": "in"}})
    assert said(field(knowledge, tree, "hop", "mail", "f")) == expected


def test_who_sends_is_who_runs_the_place_or_the_people_themselves(knowledge: Knowledge) -> None:
    tree = changed(flows={"f": {"from": "store", "to": "far"}})
    assert said(field(knowledge, tree, "hop", "sender", "f")) == ("cloud", ("flows.f",), ())
    assert said(field(knowledge, changed(), "hop", "sender", "f")) == ("people", ("flows.f",), ())

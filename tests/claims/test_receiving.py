"""Who counts as a recipient: whoever a flow brings data to, not the people, nor the claimant where the data is its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result.document import Result
from tests.claims.test_kinds import verdict
from tests.conftest import Tree

Judge = Callable[..., Result]


def shop(says: Tree, **more: Any) -> Tree:
    """A shop in Portugal that says who receives what it knows of its customers."""
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "shop", "as_of": "2024-04-01", "about": "shop", "policies": ["claims"]},
        "people": {"buyer": {"title": "Buyers"}},
        "organisations": {
            "shop": {"name": "Loja", "country": "PT"},
            "tracker": {"name": "Tracker Inc.", "country": "US", "is": "ads"},
            "helper": {"name": "Helper Lda", "country": "PT", "is": "support"},
            **more.pop("organisations", {}),
        },
        "activities": {
            "sale": {
                "people": "buyer",
                "data": "contact",
                "controller": "shop",
                "processors": "helper",
                **more.pop("sale", {}),
            }
        },
        "hosts": {"site": {"title": "the site", "operator": "shop"}, **more.pop("hosts", {})},
        "claims": {"said": {"by": "shop", "quote": "as said", "says": says}},
        **more,
    }


PIXEL = {
    "title": "pixel",
    "for": "sale",
    "from": "buyer",
    "to": "tracker",
    "data": "contact",
    "embedded_in": "site",
    "referrer": "sent",
}
ALSO = "Tracker also receives contact details, device data (IP address, browser) and page address."
ALONE = {"only-recipients": {"who": "helper"}}


def test_an_element_of_a_page_that_sends_to_somebody_else_contradicts(judge: Judge) -> None:
    result = judge(shop(ALONE, flows={"pixel": PIXEL}))
    assert verdict(result).message.en == ALSO
    (finding,) = [f for f in result.findings if f.rule == "CLM-007"]
    assert (finding.outcome, finding.culprit) == ("established", "said")
    assert [step.flow for step in finding.path] == ["pixel"]


@pytest.mark.parametrize("referrer", ["stripped", "unknown", "not-produced"])
def test_the_page_address_is_not_said_to_be_received_where_nobody_shows_it(
    judge: Judge, referrer: str
) -> None:
    message = verdict(judge(shop(ALONE, flows={"pixel": {**PIXEL, "referrer": referrer}}))).message.en
    assert message == "Tracker also receives contact details and device data (IP address, browser)."


@pytest.mark.parametrize(
    ("referrer", "expected"),
    [("sent", "contradicted"), ("stripped", "supported"), ("unknown", "unproven"), (None, "unproven")],
)
def test_a_claim_about_the_page_address_stands_on_the_referrer(
    judge: Judge, referrer: str | None, expected: str
) -> None:
    pixel = {name: value for name, value in PIXEL.items() if name != "referrer"}
    pixel |= {} if referrer is None else {"referrer": referrer}
    told = shop(
        {"never-to": {"who": "ads", "data": "page-address"}},
        sale={"data": ["contact", "page-address"], "recipients": "none"},
        flows={"pixel": pixel},
    )
    claim = verdict(judge(told))
    assert claim.verdict == expected
    assert claim.missing == (["flows.pixel.referrer"] if expected == "unproven" else [])


@pytest.mark.parametrize("known", ["alleged", "inferred"])
def test_what_others_say_or_follows_contradicts_nothing(judge: Judge, known: str) -> None:
    result = judge(shop(ALONE, flows={"pixel": {**PIXEL, "known": known}}))
    assert verdict(result).verdict == "unproven"
    assert not [f for f in result.findings if f.rule == "CLM-007" and f.outcome == "established"]


def test_an_end_that_is_only_inferred_is_no_stronger_than_that(judge: Judge) -> None:
    pixel = {**PIXEL, "to": {"value": "tracker", "known": "inferred"}}
    assert verdict(judge(shop(ALONE, flows={"pixel": pixel}))).verdict == "unproven"


def test_a_flow_that_ended_or_was_stopped_brings_nothing(judge: Judge) -> None:
    for gone in ({"until": "2023-12-31"}, {"attempted": True}):
        claim = verdict(
            judge(shop(ALONE, flows={"pixel": {**PIXEL, **gone}, "help": {**PIXEL, "to": "helper"}}))
        )
        assert claim.verdict == "unproven"
        assert "Tracker" not in claim.message.en


def test_the_claimant_and_the_people_do_not_count(judge: Judge) -> None:
    keeps = {"site": {"title": "the site", "operator": "shop", "keeps": "contact"}}
    back = {"for": "sale", "from": "site", "to": "buyer", "data": "contact"}
    claim = verdict(judge(shop(ALONE, hosts=keeps, sale={"recipients": "none"}, flows={"back": back})))
    assert claim.verdict == "supported"


def test_a_claimant_with_no_stated_part_in_it_does(judge: Judge) -> None:
    gives = {"for": "sale", "from": "buyer", "to": "site", "data": "contact", "known": "observed"}
    tree = shop(ALONE, sale={"controller": "unknown", "processors": "unknown"}, flows={"gives": gives})
    claim = verdict(judge(tree))
    assert (claim.verdict, claim.message.en) == (
        "contradicted",
        "Loja also receives contact details at the site.",
    )


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("ads", "contradicted"),
        ("provider", "inconsistent"),
        ("data-broker", "unproven"),
        ("bank", "unproven"),
    ],
)
def test_a_kind_of_recipients_is_excluded_with_the_kinds_below_it(
    judge: Judge, who: str, expected: str
) -> None:
    claim = verdict(judge(shop({"never-to": {"who": who}}, flows={"pixel": PIXEL})))
    assert claim.verdict == expected
    if expected == "contradicted":
        assert claim.message.en == ALSO.replace(" also", ", an advertising service,")


def test_a_register_without_flows_names_who_receives(judge: Judge) -> None:
    claim = verdict(judge(shop({"only-recipients": {"who": "bank"}})))
    assert (claim.verdict, claim.message.en) == ("contradicted", "Helper also receives contact details.")


def test_a_host_that_nobody_is_said_to_operate_is_asked_for_its_operator(judge: Judge) -> None:
    flow = {**PIXEL, "to": "box"}
    result = judge(
        shop(ALONE, flows={"pixel": flow}, hosts={"box": {"title": "a box", "operator": "unknown"}})
    )
    said = verdict(result)
    assert said.verdict == "unproven"
    assert "hosts.box.operator" in said.missing
    assert "flows.pixel.to" not in said.missing
    nowhere = verdict(judge(shop(ALONE, flows={"pixel": {**PIXEL, "to": "unknown"}})))
    assert "flows.pixel.to" in nowhere.missing

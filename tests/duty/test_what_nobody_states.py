"""What nobody states becomes a question; what is known of a list with an open end is established as far as it goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result.document import Result
from tests.duty.small_case import Tree, asked, case, put_to

Judge = Callable[..., Result]
CLEAR = {"transport": "tls", "content": "none"}


def sent_to(country: str, day: str = "2025-03-01", **flow: str) -> Tree:
    """A European firm that sends data to somebody in a third country."""
    return case(
        {"firm": {"country": "SI"}, "far": {"country": country}},
        {
            "orders": {
                "people": "client",
                "data": "contact",
                "controller": "firm",
                "processors": "far",
                "recipients": "none",
            }
        },
        head={"as_of": day},
        flows={"out": {"for": "orders", "from": "firm", "to": "far", **CLEAR, **flow}},
    )


@pytest.mark.parametrize("country", ["BD", "KE", "EG"])
def test_a_transfer_without_a_word_on_its_tool_is_asked(judge: Judge, country: str) -> None:
    result = judge(sent_to(country))
    assert put_to(result, "XFR-001") == []
    assert asked(result, "XFR-001")["firm out:far"] == ["flows.out.tool", "flows.out.derogation"]
    assert put_to(judge(sent_to(country, tool="none", derogation="none")), "XFR-001") == ["firm"]


@pytest.mark.parametrize("dpf", [None, "unknown", "false"])
def test_an_importer_nobody_says_is_listed_is_asked_about(judge: Judge, dpf: str | None) -> None:
    tree = sent_to("US", tool="none", derogation="none")
    if dpf is not None:
        tree["organisations"]["far"]["dpf"] = dpf
    result = judge(tree)
    if dpf == "false":
        assert put_to(result, "XFR-002") == ["firm"]
    else:
        assert asked(result, "XFR-002") == {"firm out:far": ["organisations.far.dpf"]}


@pytest.mark.parametrize(
    ("stated", "open_"), [("device", ["device", "unknown"]), ("contact", ["unknown", "contact"])]
)
def test_more_that_may_go_along_never_turns_a_finding_into_a_question(
    judge: Judge, stated: str, open_: list[str]
) -> None:
    tree = case(
        {"site": {"country": "CZ"}, "net": {"country": "IE", "is": "social-network"}},
        {
            "visits": {
                "people": "client",
                "data": ["device", "contact", "health"],
                "controller": "site",
                "processors": "none",
                "recipients": "none",
            }
        },
        hosts={"page": {"operator": "site", "keeps": "none"}},
        flows={"tag": {"for": "visits", "from": "page", "to": "net", "data": stated, **CLEAR}},
        notices={"told": {"by": "site", "for": "visits", "recipients": "none"}},
    )
    (known,) = [f for f in judge(tree).findings if f.rule == "TPS-002"]
    tree["flows"]["tag"]["data"] = open_
    (feared,) = [f for f in judge(tree).findings if f.rule == "TPS-002"]
    assert (known.outcome, known.severity) == (feared.outcome, feared.severity) == ("established", "medium")
    assert (known.severity_if_open, feared.severity_if_open) == ("medium", "high")
    assert "flows.tag.data" in feared.missing


@pytest.mark.parametrize(
    ("section", "name", "field"),
    [
        ("flows", "tag", "identifier"),
        ("flows", "tag", "loads"),
        ("flows", "tag", "consent_state"),
        ("flows", "tag", "regular"),
        ("flows", "tag", "paid"),
        ("hosts", "page", "short_task"),
        ("organisations", "net", "access_from"),
        ("organisations", "net", "run_from"),
        ("organisations", "site", "duties"),
        ("activities", "visits", "alone"),
        ("activities", "visits", "transfers"),
        ("notices", "told", "retention"),
    ],
)
def test_a_fact_written_as_unknown_says_what_an_absent_one_says(
    judge: Judge, section: str, name: str, field: str
) -> None:
    tree: dict[str, Any] = case(
        {"site": {"country": "FR"}, "net": {"country": "IE", "is": "cloud"}},
        {
            "visits": {
                "people": "client",
                "data": ["device", "health"],
                "controller": "site",
                "processors": "none",
                "recipients": "none",
                "care": "true",
            }
        },
        hosts={"page": {"operator": "net", "keeps": "health", "kept_for": "2 days"}},
        flows={
            "tag": {"for": "visits", "from": "client", "to": "net", "embedded_in": "page", "trigger": "click"}
        },
        notices={"told": {"by": "site", "for": "visits", "recipients": "none", "kept_for": "1 year"}},
    )
    absent = judge(tree)
    tree[section][name][field] = "unknown"
    written = judge(tree)
    assert [(f.fingerprint, f.outcome, f.severity, f.missing) for f in absent.findings] == [
        (f.fingerprint, f.outcome, f.severity, f.missing) for f in written.findings
    ]


@pytest.mark.parametrize(("country", "state"), [("LU", "CN"), ("KY", "RU")])
def test_being_run_from_a_state_is_a_way_its_law_may_reach(judge: Judge, country: str, state: str) -> None:
    tree = case(
        {
            "buyer": {"country": "FR", "parent": "none"},
            "host": {"country": "IE", "parent": "top"},
            "top": {"country": country, "run_from": state, "parent": "none"},
        },
        {"list": {"people": "client", "data": "identity", "controller": "buyer", "processors": "host"}},
        hosts={"store": {"operator": "host", "keeps": "identity", "location": "IE", "runs_on": "none"}},
        flows={"save": {"for": "list", "from": "buyer", "to": "store", **CLEAR}},
    )
    result = judge(tree)
    assert put_to(result, "CTL-003") == []
    (found,) = [f for f in result.findings if f.rule == "CTL-003"]
    assert f"store:host:{state}" in found.subjects
    assert found.severity_if_open == "high"

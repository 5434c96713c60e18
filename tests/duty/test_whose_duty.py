"""The finding is put to whoever bears the duty, one for each of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from auditor.model.result.document import Result
from tests.duty.small_case import Tree, asked, case, put_to

Judge = Callable[..., Result]
CLEAR = {"transport": "tls", "content": "none"}


def two_shops(told: object) -> Tree:
    """Two firms that each send data of their own clients to one network, and what each notice says of it."""
    return case(
        {"north": {"country": "NL"}, "south": {"country": "PT"}, "net": {"country": "IE", "is": "ads"}},
        {
            "letters": {"people": "client", "data": ["contact", "health"], "controller": "north"},
            "parcels": {"people": "client", "data": ["contact", "health"], "controller": "south"},
        },
        flows={
            "one": {"for": "letters", "from": "north", "to": "net", "data": ["contact", "health"]},
            "two": {"for": "parcels", "from": "south", "to": "net", "data": ["contact", "health"]},
        },
        notices={
            "of-north": {"by": "north", "for": "letters", "recipients": told, "gives": {"net": "contact"}},
            "of-south": {"by": "south", "for": "parcels", "recipients": told, "gives": {"net": "contact"}},
        },
    )


@pytest.mark.parametrize(("told", "rule"), [("net", "TPS-005"), ("none", "TPS-002")])
def test_two_controllers_get_two_findings(judge: Judge, told: str, rule: str) -> None:
    assert put_to(judge(two_shops(told)), rule) == ["north", "south"]


def test_each_joint_controller_answers_for_its_own_notice(judge: Judge) -> None:
    tree = two_shops("none")
    tree["activities"]["letters"]["controller"] = ["north", "south"]
    del tree["activities"]["parcels"], tree["flows"]["two"], tree["notices"]["of-south"]
    result = judge(tree)
    assert put_to(result, "TPS-002") == ["north"]
    assert list(asked(result, "TPS-002")) == ["south net:letters"]


@pytest.mark.parametrize(("sender", "relay", "country"), [("PL", "PL", "VN"), ("IT", "CH", "MA")])
def test_who_arranges_a_call_is_the_exporter_and_never_the_relay(
    judge: Judge, sender: str, relay: str, country: str
) -> None:
    tree = case(
        {"hotline": {"country": sender}, "carrier": {"country": relay}, "agents": {"country": country}},
        {"calls": {"people": "client", "data": "contact", "controller": "hotline", "processors": "agents"}},
        flows={
            "night": {
                "for": "calls",
                "from": "client",
                "through": "carrier",
                "to": "agents",
                "tool": "none",
                "derogation": "none",
                "arranged_by": "hotline",
            }
        },
    )
    assert put_to(judge(tree), "XFR-001") == ["hotline"]
    del tree["flows"]["night"]["arranged_by"]
    assert put_to(judge(tree), "XFR-001") == []
    assert all(name.startswith("hotline ") for name in asked(judge(tree), "XFR-001"))


@pytest.mark.parametrize("country", ["PH", "MX"])
def test_remote_access_through_a_processor_is_for_the_controller_to_tell(judge: Judge, country: str) -> None:
    tree = case(
        {"firm": {"country": "BE"}, "suite": {"country": "NL"}, "desk": {"country": country}},
        {
            "pay": {
                "people": "client",
                "data": "employment",
                "controller": "firm",
                "processors": "suite",
                "recipients": "none",
            }
        },
        hosts={"app": {"operator": "suite", "location": "NL", "runs_on": "none"}},
        flows={
            "enter": {"for": "pay", "from": "firm", "to": "app", **CLEAR},
            "help": {"for": "pay", "from": "app", "to": "desk", "access": "remote", "tool": "scc", **CLEAR},
        },
        notices={"told": {"by": "firm", "for": "pay", "recipients": "suite", "transfers": "false"}},
    )
    result = judge(tree)
    assert put_to(result, "XFR-004") == ["firm"]
    (finding,) = [f for f in result.findings if f.rule == "XFR-004"]
    cited = {law.ref for law in finding.law}
    assert "gdpr.30.2.c" in cited
    assert "hds.29" not in cited
    tree["activities"]["pay"]["transfers"] = "none"
    (graver,) = [f for f in judge(tree).findings if f.rule == "XFR-004"]
    assert (finding.severity, graver.severity) == ("medium", "high")


@pytest.mark.parametrize("signed", ["false", None])
def test_one_finding_for_two_who_decide_together_with_the_path_that_proves_it(
    judge: Judge, signed: str | None
) -> None:
    agreement = {"between": ["zine", "adnet"], "is": "joint"}
    tree = case(
        {"zine": {"country": "ES"}, "adnet": {"country": "LT", "is": "ads"}},
        {"ads": {"people": "client", "data": "device", "controller": ["zine", "adnet"], "joint": "joint"}},
        hosts={"page": {"operator": "zine"}},
        flows={
            "a-said": {
                "for": "ads",
                "from": "client",
                "to": "adnet",
                "embedded_in": "page",
                "known": "alleged",
            },
            "b-seen": {
                "for": "ads",
                "from": "client",
                "to": "adnet",
                "embedded_in": "page",
                "loads": "at-once",
            },
        },
        agreements=[{**agreement, "signed": signed}] if signed else [],
    )
    result = judge(tree)
    assert put_to(result, "ROL-001") == (["adnet+zine"] if signed else [])
    assert len([f for f in result.findings if f.rule == "ROL-001"]) == 1
    tree["activities"]["ads"]["joint"] = "unknown"
    (finding,) = [f for f in judge(tree).findings if f.rule == "ROL-001"]
    assert {step.flow for step in finding.path} <= {"b-seen"}


def test_whom_a_tracker_is_put_to_is_whom_it_is_asked(judge: Judge) -> None:
    tree = case(
        {"town": {"country": "AT", "kind": "public-body"}, "net": {"country": "IE", "is": "social-network"}},
        {"page": {"people": "client", "data": "device", "controller": "town", "processors": "none"}},
        head={"about": "town"},
        hosts={"fans": {"operator": "net"}},
        flows={
            "cookies": {
                "for": "page",
                "from": "client",
                "to": "net",
                "embedded_in": "fans",
                "reads_terminal": "true",
                "loads": "at-once",
                "exempt": "none",
                "arranged_by": "net",
            }
        },
    )
    result = judge(tree)
    assert list(asked(result, "CON-002")) == ["net cookies"]
    to = {fact.to for q in result.questions if q.field == "flows.consent_first" for fact in q.facts}
    assert to == {"net"}


@pytest.mark.parametrize("names", [("one.example", "two.example"), ("a.test", "b.test", "c.test")])
def test_each_host_without_operator_is_a_recipient_of_its_own(judge: Judge, names: tuple[str, ...]) -> None:
    hosts = {f"h{number}": {"domains": [name]} for number, name in enumerate(names)}
    tree = case(
        {"shop": {"country": "EE"}},
        {
            "site": {
                "people": "client",
                "data": "device",
                "controller": "shop",
                "processors": "none",
                "recipients": "none",
            }
        },
        hosts={"page": {"operator": "shop"}, **hosts},
        flows={
            f"to-{host}": {
                "for": "site",
                "from": "client",
                "to": host,
                "embedded_in": "page",
                "trigger": "load",
            }
            for host in hosts
        },
        notices={"told": {"by": "shop", "for": "site", "recipients": "none"}},
    )
    result = judge(tree)
    assert asked(result, "TPS-002") == {f"shop {host}:site": [f"hosts.{host}.operator"] for host in hosts}


def test_the_same_element_before_a_choice_and_after_a_refusal_is_two_findings(judge: Judge) -> None:
    flow = {
        "for": "site",
        "from": "client",
        "to": "net",
        "embedded_in": "page",
        "reads_terminal": "true",
        "exempt": "none",
    }
    tree = case(
        {"shop": {"country": "EE"}, "net": {"country": "IE", "is": "analytics"}},
        {"site": {"people": "client", "data": "device", "controller": "shop", "processors": "none"}},
        hosts={"page": {"operator": "shop"}},
        flows={
            "before": {**flow, "consent_state": "before-choice"},
            "after": {**flow, "consent_state": "refused"},
            "agreed": {**flow, "consent_state": "accepted", "refusal": "free"},
        },
    )
    found = [f for f in judge(tree).findings if f.rule == "CON-002" and f.outcome == "established"]
    assert sorted((f.subject.id, f.severity) for f in found) == [("after", "high"), ("before", "medium")]
    assert len({f.fingerprint for f in found}) == 2


def test_an_element_of_which_no_state_is_told_keeps_its_fingerprint(judge: Judge) -> None:
    flow = {
        "for": "site",
        "from": "client",
        "to": "net",
        "embedded_in": "page",
        "reads_terminal": "true",
        "exempt": "none",
    }
    tree = case(
        {"shop": {"country": "EE"}, "net": {"country": "IE", "is": "analytics"}},
        {"site": {"people": "client", "data": "device", "controller": "shop", "processors": "none"}},
        hosts={"page": {"operator": "shop"}},
        flows={"tag": {**flow, "consent_first": "false"}},
    )
    (finding,) = [f for f in judge(tree).findings if f.rule == "CON-002"]
    assert finding.fingerprint in finding.formerly


def test_an_exception_and_a_link_of_before_still_find_what_is_now_put_to_others(judge: Judge) -> None:
    from auditor.judging.findings import fingerprint

    before = fingerprint("TPS-002", "recipient", "net")
    found = [f for f in judge(two_shops("none")).findings if f.rule == "TPS-002"]
    assert [f.formerly for f in found] == [[before], [before]]
    assert all(f.is_named(before[:8]) and not f.is_named("") for f in found)

"""A rule held against subjects: which it meets, how grave it is, what gates it, which texts it cites, what makes one culprit."""

from __future__ import annotations

from typing import Any

import pytest

from tests.own_rules import Tree, found, matches, one, rule


def sent(**flow: Any) -> Tree:
    """A case with one flow between two organisations, documented."""
    return {
        "known": "documented",
        "people": {"patient": {}},
        "organisations": {"clinic": {"country": "FR"}, "relay": {"country": "DE"}},
        "activities": {
            "booking": {"people": "patient", "data": "contact", "controller": "clinic", "processors": "none"}
        },
        "hosts": {"page": {"operator": "clinic"}, "edge": {"operator": "relay"}},
        "flows": {"book": {"for": "booking", "from": "page", "to": "edge", "data": "contact", **flow}},
    }


def kept(**activity: Any) -> Tree:
    """A case with one activity, whose contacts are kept at a store."""
    return {
        "known": "documented",
        "people": {"patient": {}},
        "organisations": {"clinic": {"country": "FR", "parent": "none"}},
        "activities": {
            "booking": {
                "people": "patient",
                "data": "contact",
                "controller": "clinic",
                "scale": "small",
                **activity,
            }
        },
        "hosts": {
            "store": {"operator": "clinic", "keeps": activity.get("data", "contact"), "location": "FR"}
        },
    }


YES, NO, OPEN = {"transport": "tls"}, {"transport": "none"}, {"content": "none"}
FLOW = {"transport": "tls", "content": "unknown", "refusal": "unknown", "step": "search"}


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ({"forbid": YES}, True),
        ({"forbid": NO}, False),
        ({"forbid": OPEN}, None),
        ({"require": NO}, True),
        ({"require": YES}, False),
        ({"require": OPEN}, None),
        ({"when": YES, "forbid": YES}, True),
        ({"when": NO, "forbid": YES}, False),
        ({"when": OPEN, "forbid": YES}, None),
        ({"when": OPEN, "forbid": NO}, False),
        ({"when": NO, "forbid": OPEN}, False),
        ({"forbid": YES, "unless": YES}, False),
        ({"forbid": YES, "unless": NO}, True),
        ({"forbid": YES, "unless": OPEN}, None),
        ({"when": OPEN, "forbid": YES, "unless": YES}, False),
        ({"when": OPEN, "forbid": OPEN, "unless": NO}, None),
    ],
)
def test_a_rule_meets_what_its_conditions_hold_for_and_nothing_excepts(
    parts: Tree, value: bool | None
) -> None:
    outcomes = {True: ["established"], None: ["cannot-be-shown"], False: []}
    assert [finding.outcome for finding in found(sent(**FLOW), rule(**parts))] == outcomes[value]


def test_what_shows_a_rule_and_what_it_hangs_on_are_those_of_all_its_conditions() -> None:
    shown = one(sent(**FLOW), rule(when={"step": "search"}, forbid=YES, unless={"carries": "health"}))
    assert [fact.fact for fact in shown.proof] == ["flows.book.step", "flows.book.transport", "flows.book"]
    assert shown.missing == []
    asked = one(sent(**FLOW), rule(when={"step": "search"}, forbid=OPEN, unless={"refusal": "free"}))
    assert [fact.fact for fact in asked.proof] == ["flows.book.step"]
    assert asked.missing == ["flows.book.content", "flows.book.refusal"]


@pytest.mark.parametrize(
    ("ladder", "floor", "ceiling", "missing"),
    [
        ({"high": YES, "low": "else"}, "high", "high", []),
        ({"high": NO, "low": "else"}, "low", "low", []),
        ({"high": OPEN, "low": "else"}, "low", "high", ["flows.book.content"]),
        ({"low": "else", "high": YES}, "high", "high", []),
        (
            {"critical": NO, "high": OPEN, "medium": YES, "low": "else"},
            "medium",
            "high",
            ["flows.book.content"],
        ),
        (
            {"critical": OPEN, "high": {"refusal": "free"}, "low": "else"},
            "low",
            "critical",
            ["flows.book.content", "flows.book.refusal"],
        ),
        ({"critical": YES, "high": OPEN, "low": "else"}, "critical", "critical", []),
        ({"high": OPEN, "medium": "else"}, "medium", "high", ["flows.book.content"]),
        ("info", "info", "info", []),
        ("critical", "critical", "critical", []),
    ],
)
def test_a_severity_goes_from_the_gravest_rung_that_holds_to_the_gravest_that_is_not_excluded(
    ladder: Any, floor: str, ceiling: str, missing: list[str]
) -> None:
    finding = one(sent(**FLOW), rule(forbid=YES, severity=ladder))
    assert (finding.severity, finding.severity_if_open, finding.missing) == (floor, ceiling, missing)


def test_what_cannot_be_shown_tells_what_it_would_come_to_and_asks_only_for_what_decides() -> None:
    finding = one(sent(**FLOW), rule(forbid=OPEN, severity={"high": {"refusal": "free"}, "low": "else"}))
    assert (finding.outcome, finding.severity, finding.severity_if_open) == (
        "cannot-be-shown",
        "none",
        "high",
    )
    assert finding.missing == ["flows.book.content"]


@pytest.mark.parametrize(
    ("severity", "facts", "floor", "ceiling", "missing"),
    [
        ("low", {}, "low", "low", []),
        ("low", {"data": "health"}, "medium", "medium", []),
        ("low", {"scale": "large"}, "medium", "medium", []),
        ("low", {"data": "health", "scale": "large"}, "high", "high", []),
        ("medium", {"data": "health", "scale": "large"}, "high", "high", []),
        ("high", {"data": "health", "scale": "large"}, "high", "high", []),
        ("info", {"data": "health", "scale": "large"}, "info", "info", []),
        ("info", {"data": "health", "scale": "unknown"}, "info", "info", []),
        ("low", {"scale": "unknown"}, "low", "medium", ["activities.booking.scale"]),
        ("low", {"data": "health", "scale": "unknown"}, "medium", "high", ["activities.booking.scale"]),
        ("high", {"scale": "unknown"}, "high", "high", []),
    ],
)
@pytest.mark.parametrize(("about", "field"), [("activity", "data"), ("host", "keeps")])
def test_a_weighed_severity_is_raised_by_sensitive_data_and_by_a_large_scale_up_to_a_cap(
    about: str, field: str, severity: str, facts: Tree, floor: str, ceiling: str, missing: list[str]
) -> None:
    weighed = rule(for_=about, weighed="true", severity=severity, forbid={field: "personal"})
    finding = one(kept(**facts), weighed)
    assert (finding.severity, finding.severity_if_open, finding.missing) == (floor, ceiling, missing)
    plain = one(kept(**facts), {**weighed, "weighed": "false"})
    assert (plain.severity, plain.severity_if_open, plain.missing) == (severity, severity, [])


@pytest.mark.parametrize(
    ("severity", "facts", "told"),
    [
        ("medium", {}, "low"),
        ("low", {}, "info"),
        ("info", {}, "info"),
        ("medium", {"data": "health"}, "medium"),
        ("medium", {"data": "health", "scale": "large"}, "high"),
        ("high", {"data": "health"}, "high"),
        ("high", {}, "medium"),
    ],
)
@pytest.mark.parametrize("known", ["alleged", "inferred", "assumed"])
def test_a_weighed_severity_is_lowered_by_a_weak_premise_unless_the_cap_did_so(
    known: str, severity: str, facts: Tree, told: str
) -> None:
    tree = kept(**facts)
    tree["hosts"]["store"]["location"] = {"value": "FR", "known": known}
    weighed = rule(for_="host", weighed="true", severity=severity, when={"location": "FR"})
    finding = one(tree, weighed)
    assert (finding.severity, finding.severity_if_open) == (told, told)
    assert one(tree, {**weighed, "weighed": "false"}).severity == severity


@pytest.mark.parametrize("known", ["documented", "observed", "declared"])
def test_a_weighed_severity_is_not_lowered_by_what_is_declared_or_better_known(known: str) -> None:
    tree = kept()
    tree["hosts"]["store"]["location"] = {"value": "FR", "known": known}
    assert (
        one(tree, rule(for_="host", weighed="true", severity="medium", when={"location": "FR"})).severity
        == "medium"
    )


def test_what_the_cap_took_from_the_ceiling_is_not_spared_from_the_floor() -> None:
    tree = kept(data="health")
    tree["hosts"]["store"] |= {"location": {"value": "FR", "known": "alleged"}, "at_rest": "unknown"}
    ladder = {"high": {"at_rest": "none"}, "low": "else"}
    finding = one(tree, rule(for_="host", weighed="true", severity=ladder, when={"location": "FR"}))
    assert (finding.severity, finding.severity_if_open, finding.missing) == (
        "low",
        "high",
        ["hosts.store.at_rest"],
    )


def test_what_a_rung_and_the_scale_hang_on_is_asked_for_together() -> None:
    tree = kept(scale="unknown")
    tree["hosts"]["store"]["at_rest"] = "unknown"
    ladder = {"medium": {"at_rest": "none"}, "low": "else"}
    finding = one(tree, rule(for_="host", weighed="true", severity=ladder, when={"location": "FR"}))
    assert (finding.severity, finding.severity_if_open) == ("low", "high")
    assert finding.missing == ["hosts.store.at_rest", "activities.booking.scale"]


def test_a_weighed_severity_with_an_open_scale_and_a_weak_premise_is_lowered_at_both_ends() -> None:
    tree = kept(scale="unknown")
    tree["hosts"]["store"]["location"] = {"value": "FR", "known": "alleged"}
    finding = one(tree, rule(for_="host", weighed="true", severity="medium", when={"location": "FR"}))
    assert (finding.severity, finding.severity_if_open) == ("low", "medium")


@pytest.mark.parametrize(
    ("gate", "gates"),
    [("true", True), ("false", False), (YES, True), (NO, False), (OPEN, False), ({}, True)],
)
def test_a_gate_is_a_yes_a_no_or_a_condition_that_holds_for_certain(gate: Any, gates: bool) -> None:
    assert one(sent(**FLOW), rule(forbid=YES, gate=gate)).gate is gates


@pytest.mark.parametrize(
    ("forbid", "condition", "cited"),
    [
        (YES, YES, ["gdpr.32", "gdpr.5"]),
        (YES, NO, ["gdpr.32"]),
        (YES, OPEN, ["gdpr.32"]),
        (OPEN, YES, ["gdpr.32"]),
    ],
)
def test_a_text_with_a_condition_is_cited_where_the_finding_is_established_and_the_condition_holds(
    forbid: Tree, condition: Tree, cited: list[str]
) -> None:
    finding = one(sent(**FLOW), rule(forbid=forbid, law=["gdpr.32"], law_when={"gdpr.5": condition}))
    assert [citation.ref for citation in finding.law] == cited


def two_stores(**second: Any) -> Tree:
    tree = kept()
    tree["hosts"] |= {
        "vault": {"operator": "clinic", "keeps": ["contact", "image"], "location": "FR", **second},
    }
    return tree


@pytest.mark.parametrize(
    ("group", "culprits"),
    [
        ([], {"store": ["store"], "vault": ["vault"]}),
        ("location", {"FR": ["store", "vault"]}),
        (["location"], {"FR": ["store", "vault"]}),
        ("keeps", {"contact": ["store"], "contact,image": ["vault"]}),
        (["location", "keeps"], {"FR+contact": ["store"], "FR+contact,image": ["vault"]}),
        ("at_rest", {"unknown": ["store", "vault"]}),
        ("kind", {"application": ["store", "vault"]}),
        ("level", {"0": ["store", "vault"]}),
    ],
)
def test_subjects_with_the_same_words_in_the_fields_of_a_group_are_one_culprit(
    group: Any, culprits: Tree
) -> None:
    made = found(two_stores(at_rest="unknown"), rule(for_="host", group=group))
    assert {finding.culprit: finding.subjects for finding in made} == culprits


def test_a_word_that_may_be_one_of_several_is_an_unknown_culprit() -> None:
    assert one(sent(network="unknown"), rule(group="network")).culprit == "unknown"
    assert one(sent(network="public"), rule(group="network")).culprit == "public"


def test_a_rule_about_facts_is_not_met_twice_where_the_case_has_a_scenario() -> None:
    tree = two_stores()
    tree["scenarios"] = {"moved": {"title": "Moved", "set": {"hosts.store.location": "DE"}}}
    told = [
        (match.rule.id[-3:], match.id)
        for match in matches(tree, rule(1, for_="host"), rule(2, for_="scenario"))
    ]
    assert told == [("001", "store"), ("001", "vault"), ("002", "moved")]


def test_matches_come_in_order_of_rule_culprit_and_subject_whatever_the_order_of_the_rules() -> None:
    rules = [rule(2, for_="host", group="location"), rule(1, for_="host"), rule(3, for_="activity")]
    tree = two_stores()
    tree["hosts"]["annex"] = {"operator": "clinic", "keeps": "contact", "location": "DE"}
    told = [(match.rule.id[-3:], match.culprit, match.id) for match in matches(tree, *rules)]
    assert told == [
        ("001", "annex", "annex"),
        ("001", "store", "store"),
        ("001", "vault", "vault"),
        ("002", "DE", "annex"),
        ("002", "FR", "store"),
        ("002", "FR", "vault"),
        ("003", "booking", "booking"),
    ]

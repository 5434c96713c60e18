"""Findings of several rules about one place: told as one where a rule says so, and never in a chain that loses one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from auditor.model.result.findings import Finding
from tests.own_rules import Tree, found, result, rule


def stores(**second: Any) -> Tree:
    return {
        "known": "documented",
        "organisations": {"clinic": {"country": "FR", "parent": "none"}},
        "hosts": {
            "store": {"operator": "clinic", "keeps": "contact", "location": "FR"},
            "vault": {"operator": "clinic", "keeps": "image", "location": "DE", **second},
        },
    }


def at(place: str, number: int, joins: Sequence[int] = (), **parts: Any) -> Tree:
    where = {"store": "FR", "vault": "DE"}[place]
    named = [f"own/TST-{other:03}" for other in joins]
    return rule(number, for_="host", when={"location": where}, joins=named, **parts)


def leads(findings: Sequence[Finding]) -> dict[str, str]:
    """Give, by the number of its rule, the number of the rule each joined finding is told with."""
    rules = {finding.fingerprint: finding.rule for finding in findings}
    told = {finding.rule[-3:]: rules[finding.joined][-3:] for finding in findings if finding.joined}
    reasons = {reason.rule[-3:]: finding.rule[-3:] for finding in findings for reason in finding.also}
    assert told == reasons
    return told


def test_a_finding_is_told_with_that_of_a_rule_it_joins_at_the_same_place() -> None:
    lead, joined = found(stores(), at("store", 1), at("store", 2, [1], title="Second", message="At {host}."))
    assert (lead.rule, lead.joined, joined.rule, joined.joined) == (
        "own/TST-001",
        "",
        "own/TST-002",
        lead.fingerprint,
    )
    assert joined.also == []
    (reason,) = lead.also
    assert (reason.rule, reason.fingerprint, reason.severity) == (
        joined.rule,
        joined.fingerprint,
        joined.severity,
    )
    assert (reason.title, reason.message) == (joined.title, joined.message)


@pytest.mark.parametrize("severities", [("low", "high"), ("high", "low")])
def test_which_one_leads_hangs_on_who_joins_whom_and_not_on_which_is_graver(
    severities: tuple[str, str],
) -> None:
    first, second = severities
    made = found(stores(), at("store", 1, severity=first), at("store", 2, [1], severity=second))
    assert leads(made) == {"002": "001"}
    assert {reason.severity for finding in made for reason in finding.also} == {second}


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ([at("store", 1), at("store", 2)], {}),
        ([at("store", 1), at("vault", 2, [1])], {}),
        ([at("store", 2, [1])], {}),
        ([at("store", 1), at("store", 2, [3])], {}),
        ([at("store", 1), at("store", 2, [3, 1])], {"002": "001"}),
        ([at("store", 1), at("store", 2, [1]), at("store", 3, [1])], {"002": "001", "003": "001"}),
        ([at("store", 1), at("vault", 3), at("store", 2, [1, 3])], {"002": "001"}),
        ([at("vault", 1), at("store", 3), at("store", 2, [1, 3])], {"002": "003"}),
    ],
)
def test_what_is_elsewhere_or_not_named_is_not_joined(rules: list[Tree], told: dict[str, str]) -> None:
    assert leads(found(stores(), *rules)) == told


@pytest.mark.parametrize(
    ("joins", "told"),
    [
        ({1: [2], 2: [1]}, {}),
        ({1: [1]}, {}),
        ({1: [2], 2: [3], 3: []}, {"002": "003"}),
        ({1: [2, 3], 2: [3], 3: []}, {"001": "003", "002": "003"}),
        ({1: [2, 3], 2: [1, 3], 3: []}, {"001": "003", "002": "003"}),
        ({1: [2], 2: [3], 3: [1]}, {}),
        ({3: [2], 2: [1], 1: []}, {"002": "001"}),
        ({1: [4], 2: [], 4: [9]}, {}),
    ],
)
def test_no_finding_is_told_with_one_that_may_itself_be_told_with_another(
    joins: dict[int, list[int]], told: dict[str, str]
) -> None:
    made = result(stores(), *(at("store", number, others) for number, others in joins.items()))
    assert leads(made.findings) == told
    assert all(not finding.joined or not finding.also for finding in made.findings)
    assert made.summary.established == {"low": len(joins) - len(told)}


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ({}, {}, True),
        ({"kind": "what-if"}, {"kind": "what-if"}, True),
        ({"kind": "what-if"}, {}, False),
        ({}, {"kind": "what-if"}, False),
        ({"forbid": {"at_rest": "none"}}, {}, False),
        ({}, {"forbid": {"at_rest": "none"}}, False),
        ({"forbid": {"at_rest": "none"}}, {"forbid": {"at_rest": "none"}}, False),
    ],
)
def test_only_what_is_shown_alike_is_told_as_one(first: Tree, second: Tree, joined: bool) -> None:
    tree = stores()
    tree["hosts"]["store"]["at_rest"] = "unknown"
    made = found(tree, at("store", 1, **first), at("store", 2, [1], **second))
    assert len(made) == 2
    assert leads(made) == ({"002": "001"} if joined else {})


def test_a_hypothesis_told_with_another_is_counted_once() -> None:
    made = result(stores(), at("store", 1, kind="what-if"), at("store", 2, [1], kind="what-if"))
    assert (made.summary.hypothetical, made.summary.established) == (1, {})


def test_a_culprit_at_several_places_joins_what_is_at_one_of_them() -> None:
    everywhere = rule(2, for_="host", group="at_rest", joins=["own/TST-001"])
    assert leads(found(stores(), at("vault", 1), everywhere)) == {"002": "001"}
    assert leads(found(stores(), at("store", 1), everywhere)) == {"002": "001"}


def test_a_culprit_is_at_the_places_that_are_shown_and_not_at_those_that_only_may_be() -> None:
    tree = stores(at_rest="unknown")
    tree["hosts"]["store"]["at_rest"] = "none"
    partly = rule(2, for_="host", group="scale", forbid={"at_rest": "none"}, joins=["own/TST-001"])
    assert leads(found(tree, at("vault", 1), partly)) == {}
    assert leads(found(tree, at("store", 1), partly)) == {"002": "001"}

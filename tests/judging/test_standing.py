"""How a finding stands to what was known before: new, known, or worse, in a baseline and against the case as it was."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.api.assess import assess
from auditor.judging.baseline_status import known
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.own_rules import Tree, held, rule

CLEAR = rule(
    forbid={"transport": "none"}, group="receiver", severity={"high": {"step": "search"}, "low": "else"}
)
FIRST = {
    "for": "booking",
    "from": "page",
    "to": "edge",
    "data": "contact",
    "transport": "none",
    "step": "booking",
}


def sent(**flows: Tree) -> Tree:
    """A case with flows to one relay; each is as the first, save for what is said of it."""
    return {
        "known": "documented",
        "people": {"patient": {}},
        "organisations": {
            "clinic": {"country": "FR"},
            "relay": {"country": "DE", "name": "Relay"},
            "other": {"country": "FR"},
        },
        "activities": {
            "booking": {"people": "patient", "data": ["contact", "health"], "controller": "clinic"}
        },
        "hosts": {
            "page": {"operator": "clinic"},
            "site": {"operator": "other"},
            "edge": {"operator": "relay"},
        },
        "flows": {name: {**FIRST, **flow} for name, flow in flows.items()},
    }


def against(before: Tree, after: Tree, *, baseline: bool = False) -> Result:
    """Give the result of a case held against what it was, or against a baseline of it, which holds findings alone."""
    then = held(before, CLEAR)
    return assess(
        held(after, CLEAR), before=known("base", assess(then).findings, then=None if baseline else then)
    )


def standing(before: Tree, after: Tree, *, baseline: bool = False) -> str | None:
    (finding,) = against(before, after, baseline=baseline).findings
    return finding.standing


def documented_as(known_: str) -> Tree:
    return {"transport": {"value": "none", "known": known_}}


@pytest.mark.parametrize("baseline", [True, False])
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": {}}, {"a": {}}, "known"),
        ({}, {"a": {}}, "new"),
        ({"a": {}}, {"a": {}, "b": {}}, "worse"),
        ({"a": {}, "b": {}}, {"a": {}}, "known"),
        ({"a": {}, "b": {}}, {"b": {}, "a": {}}, "known"),
        ({"a": {}}, {"b": {}}, "worse"),
        ({"a": {}}, {"a": {"step": "search"}}, "worse"),
        ({"a": {"step": "search"}}, {"a": {}}, "known"),
        ({"a": documented_as("alleged")}, {"a": {}}, "worse"),
        ({"a": documented_as("observed")}, {"a": {}}, "worse"),
        ({"a": {}}, {"a": documented_as("alleged")}, "known"),
        ({"a": {"transport": "unknown"}}, {"a": {}}, "new"),
        ({"a": {}}, {"a": {"transport": "unknown"}}, None),
    ],
)
def test_a_finding_is_worse_where_it_is_graver_surer_or_of_further_subjects(
    before: Tree, after: Tree, expected: str | None, baseline: bool
) -> None:
    assert standing(sent(**before), sent(**after), baseline=baseline) == expected


def with_country(country: str) -> Tree:
    tree = sent(a={})
    tree["organisations"]["relay"]["country"] = country
    return tree


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (sent(a={}), sent(a={"data": "health"})),
        (sent(a={}), sent(a={"data": ["contact", "health"]})),
        (sent(a={}), sent(a={"from": "site"})),
        (with_country("DE"), with_country("US")),
    ],
)
def test_further_data_or_parties_are_worse_where_the_case_as_it_was_is_there_to_tell(
    before: Tree, after: Tree
) -> None:
    assert standing(before, after) == "worse"
    assert standing(before, after, baseline=True) == "known"


def test_less_data_is_no_worse() -> None:
    assert standing(sent(a={"data": ["contact", "health"]}), sent(a={"data": "contact"})) == "known"


def gate(result: Result) -> tuple[int, bool]:
    return result.summary.gate.failing, result.summary.gate.passed


def test_what_is_known_fails_nothing_and_what_is_worse_does() -> None:
    grave = {"step": "search"}
    assert gate(against(sent(a=grave), sent(a=grave))) == (0, True)
    assert gate(against(sent(a=grave), sent(a=grave, b=grave))) == (1, False)
    assert gate(against(sent(), sent(a=grave))) == (1, False)


def test_what_is_gone_is_named_and_what_stays_is_counted() -> None:
    two = sent(a={}, b={"to": "site"})
    compared = against(two, sent(a={})).summary.gate.compared
    assert compared is not None
    (before, after) = (assess(held(tree, CLEAR)).findings for tree in (two, sent(a={})))
    gone = {finding.fingerprint for finding in before} - {finding.fingerprint for finding in after}
    assert (compared.against, compared.known) == ("base", 1)
    assert compared.gone == [f"F-{name}" for name in sorted(gone)]
    assert len(gone) == 1


def test_without_anything_before_a_finding_stands_nowhere() -> None:
    findings: list[Finding] = assess(held(sent(a={}), CLEAR)).findings
    assert [finding.standing for finding in findings] == [None]


@pytest.mark.parametrize(
    ("least", "facts", "counts"),
    [
        ("declared", "declared", True),
        ("declared", "alleged", False),
        ("documented", "observed", False),
        ("assumed", "assumed", True),
    ],
)
@pytest.mark.parametrize(
    ("bar", "grave"), [("low", True), ("high", True), ("critical", False), ("never", False)]
)
def test_what_fails_a_build_is_grave_and_certain_enough(
    least: Any, facts: str, counts: bool, bar: str, grave: bool
) -> None:
    made = assess(
        held(sent(a={"step": "search", **documented_as(facts)}), CLEAR), fail_on=bar, min_confidence=least
    )
    assert gate(made) == (int(counts and grave), not (counts and grave))
    assert made.summary.gate.unsure == int(not counts and grave)


@pytest.mark.parametrize(("facts", "told"), [("alleged", True), ("declared", False), ("observed", False)])
def test_a_fact_that_is_known_less_well_than_before_does_not_silence_a_finding(
    facts: str, told: bool
) -> None:
    grave = {"step": "search"}
    made = against(sent(a=grave), sent(a={**grave, **documented_as(facts)}))
    assert [(change.rule, change.before) for change in made.loosened] == (
        [("own/TST-001", f"flows.a.transport documented → {facts}")] if told else []
    )
    assert made.summary.gate.passed is not told
    assert against(sent(a=grave), sent(a={**grave, **documented_as(facts)}), baseline=True).loosened == []

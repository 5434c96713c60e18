"""The undeclared recipients of the captured pages and only they, what differs between states, and that a complete notice ends it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from auditor.model.result.document import Result
from tests.clinic.__main__ import CAPTURES
from tests.clinic.facts import facts
from tests.clinic.visit import STATES
from tests.conftest import ROOT, Tree, tree_of

CASE = CAPTURES.parent
TRUTH: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "clinic" / "truth.yaml").read_text("utf-8"))
UNDECLARED = {one["who"] for one in TRUTH["domains"].values() if one["class"] == "undeclared"}


@pytest.fixture
def tree() -> Tree:
    """The hand-written part of the case, with the facts of the three captures."""
    captures = {
        state: json.loads((CAPTURES / f"{state}.har").read_text("utf-8"))["log"]["entries"]
        for state in STATES
    }
    made = {**tree_of(CASE), "flows": {}}
    who = {name: one["who"] for name, one in TRUTH["domains"].items() if one["who"] != "none"}
    seen = facts(captures, who)
    made["sources"] |= seen["sources"]
    made["flows"] = {
        name: {"known": "observed", "source": "visit", **flow} for name, flow in seen["flows"].items()
    }
    return made


def established(result: Result, rule: str) -> set[str]:
    """Give what the established findings of a rule are about: an organisation, or a state and an organisation."""
    return {
        name.partition(":")[0]
        for finding in result.findings
        if (finding.rule, finding.outcome) == (rule, "established")
        for name in finding.subjects
    }


def test_the_undeclared_recipients_and_only_they(judge: Callable[..., Result], tree: Tree) -> None:
    result = judge(tree)
    assert established(result, "TPS-002") == UNDECLARED
    assert established(result, "TPS-003") == set(TRUTH["not_seen"])


def test_a_complete_notice_ends_it(judge: Callable[..., Result], tree: Tree) -> None:
    complete = tree["scenarios"]["notice-completed"]["set"]["notices.privacy.recipients"]
    tree["notices"]["privacy"]["recipients"] = complete
    assert established(judge(tree), "TPS-002") == set()


@pytest.mark.parametrize("named", sorted(UNDECLARED))
def test_a_notice_that_names_one_more_ends_it_for_that_one(
    judge: Callable[..., Result], tree: Tree, named: str
) -> None:
    tree["notices"]["privacy"]["recipients"].append(named)
    assert established(judge(tree), "TPS-002") == UNDECLARED - {named}


def test_what_differs_between_states_is_told(judge: Callable[..., Result], tree: Tree) -> None:
    result = judge(tree)
    assert established(result, "TPS-001") == {"before-choice-open-plan", "before-choice-social-share"}
    assert established(result, "CON-002") == {"before-choice-social-share", "refused-nova-ads"}
    (refused,) = [f for f in result.findings if f.rule == "CON-002" and f.subjects == ["refused-nova-ads"]]
    assert (refused.severity, refused.outcome) == ("high", "established")
    assert "although the person refused." in refused.message.en
    assert "alors que la personne a refusé." in refused.message.fr


def test_what_was_only_attempted_accuses_nobody(judge: Callable[..., Result], tree: Tree) -> None:
    told = [
        finding
        for finding in judge(tree).findings
        if finding.outcome == "established" and any("ad-block" in name for name in finding.subjects)
    ]
    assert told == []

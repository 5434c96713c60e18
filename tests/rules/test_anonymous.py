"""What a case calls anonymous is asked about by the test of recital 26, and never passes in silence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.read import knowledge_base
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding


def using(data: str, **entries: Any) -> dict[str, Any]:
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "x", "as_of": "2026-11-26", "about": "shop"},
        "people": {"visitor": {"country": "DE"}},
        "organisations": {"shop": {"country": "DE", "parent": "none"}},
        "data": entries,
        "activities": {"stats": {"people": "visitor", "data": data, "controller": "shop"}},
    }


def found(result: Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == "ANO-001"]


@pytest.mark.parametrize(
    ("tree", "route"),
    [
        (using("anonymous"), "data.anonymous.re_identifiable"),
        (using("tally", tally={"is": "anonymous"}), "data.tally.re_identifiable"),
        (
            using("tally", tally={"is": "anonymous", "re_identifiable": "unknown"}),
            "data.tally.re_identifiable",
        ),
    ],
)
def test_what_is_called_anonymous_is_asked_about(
    tree: dict[str, Any], route: str, judge: Callable[..., Result]
) -> None:
    result = judge(tree)
    (point,) = found(result)
    assert (point.outcome, point.live, point.missing) == ("cannot-be-shown", True, [route])
    (asked,) = [question for question in result.questions if "ANO-001" in question.rules]
    for words in (asked.question.fr, asked.question.en):
        assert "26" in words
    assert "by whom" in asked.question.en


@pytest.mark.parametrize("known", [{"re_identifiable": True}, {"pseudonymised": True}, {"hashed": True}])
def test_it_is_found_where_people_can_be_found_again(
    known: dict[str, Any], judge: Callable[..., Result]
) -> None:
    (finding,) = found(judge(using("tally", tally={"is": "anonymous", **known})))
    assert (finding.outcome, finding.severity, finding.culprit) == ("established", "medium", "shop")


def test_it_is_settled_by_the_answer_alone(judge: Callable[..., Result]) -> None:
    assert found(judge(using("tally", tally={"is": "anonymous", "re_identifiable": False}))) == []
    assert len(found(judge(using("tally", tally={"is": "anonymous", "aggregated": True})))) == 1


def test_the_judgment_on_it_is_not_called_verified() -> None:
    assert knowledge_base().law["c-413-23"].status == "unverified"

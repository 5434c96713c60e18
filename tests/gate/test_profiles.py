"""For whom a result is shown: what is left out is counted, and what fails is the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.publish import publish
from auditor.judging.profile import viewed
from auditor.model.profile import PROFILES
from auditor.model.result.document import Result

Auditor = Callable[..., Any]


def test_the_gate_sees_established_findings_of_gating_rules(reference: Result) -> None:
    shown = viewed(reference, "gate")
    assert [f.rule for f in shown.findings] == ["CLM-001"]
    assert (shown.questions, shown.claims) == ([], [])
    assert shown.view is not None
    assert shown.view.findings == len(reference.findings) - 1
    assert shown.summary == reference.summary
    assert "not shown" in publish(reference, "text", "en", profile="gate").decode()


def test_a_newsroom_reads_claims_and_questions_first_and_everything(reference: Result) -> None:
    text = publish(reference, "text", "fr", profile="newsroom").decode()
    marks = ["Ce qui est affirmé", "Que demander", "Et si", "(CLM-001)"]
    details = text.partition("\n\n")[2]
    assert [details.index(mark) for mark in marks] == sorted(map(details.index, marks))
    shown = viewed(reference, "newsroom")
    assert shown.findings == reference.findings
    assert sorted(text.splitlines()) == sorted(publish(reference, "text", "fr").decode().splitlines())


@pytest.mark.parametrize("name", PROFILES)
def test_programs_read_the_whole_and_the_verdict_is_one(
    reference: Result, auditor: Auditor, name: str
) -> None:
    assert publish(reference, "json", "en", profile=name) == publish(reference, "json", "en")  # type: ignore[arg-type]
    done = auditor("check", "flows/doctolib-2019", "--profile", name)
    assert done.returncode == 1
    assert done.stdout.rstrip().splitlines()[-1].startswith("Findings: 10")
    whole = json.loads(publish(reference, "json", "en"))
    assert whole["view"] is None


def test_the_page_says_what_it_leaves_out(reference: Result) -> None:
    page = publish(reference, "html", "fr", profile="gate").decode()
    assert "Vue «" in page

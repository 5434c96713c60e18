"""What fails a gate: findings at or above the bar, open points where that is asked, too little decided, and what was lost."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from auditor.judging.gate import Counted, Threshold, failing, open_failing, summary, undecided
from auditor.model.result.findings import PointsCounted
from auditor.model.result.gate import JudgedCount
from auditor.model.vocabulary import bar_of
from tests.judging.test_small_answers import one

JUDGED = JudgedCount(applicable=10, decided=8, live=2, dormant=0, waits_for=1)


def finding(**fields: Any) -> Any:
    """An established finding of high severity, save what is said otherwise."""
    told = {
        "outcome": "established",
        "severity": "high",
        "severity_if_open": "high",
        "gate": True,
        "standing": None,
        "accepted": None,
        "joined": False,
        "live": False,
        "withheld": False,
    }
    made = {name: value for name, value in {**told, **fields}.items() if name in one().__struct_fields__}
    return replace(one(), **made)


def open_point(**fields: Any) -> Any:
    return finding(**{"outcome": "cannot-be-shown", "severity": "none", "live": True, **fields})


@pytest.mark.parametrize(
    ("fields", "bar", "fails"),
    [
        ({}, "high", True),
        ({}, "medium", True),
        ({}, "critical", False),
        ({}, "never", False),
        ({"severity": "critical"}, "critical", True),
        ({"severity": "low"}, "high", False),
        ({"gate": False}, "high", False),
        ({"outcome": "cannot-be-shown"}, "high", False),
        ({"outcome": "hypothetical"}, "high", False),
        ({"standing": "known"}, "high", False),
        ({"standing": "new"}, "high", True),
        ({"standing": "worse"}, "high", True),
        ({"confidence": "declared"}, "high", True),
        ({"confidence": "alleged"}, "high", False),
        ({"confidence": "documented"}, "high", True),
    ],
)
def test_a_finding_fails_that_is_shown_grave_enough_and_not_known(
    fields: dict[str, Any], bar: str, *, fails: bool
) -> None:
    assert bool(failing([finding(**fields)], bar, "declared")) is fails
    passed = summary(
        Counted(findings=[finding(**fields)], questions=(), claims=(), judged=JUDGED), Threshold(fail_on=bar)
    ).gate
    assert passed.passed is not fails
    assert passed.failing == fails


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({"severity": "low", "severity_if_open": "high"}, True),
        ({"severity": "low", "severity_if_open": "medium"}, False),
        ({"severity": "high", "severity_if_open": "high"}, False),
        ({"severity": "low", "severity_if_open": "high", "gate": False}, False),
        ({"outcome": "cannot-be-shown", "severity": "none", "severity_if_open": "high", "live": True}, True),
        (
            {"outcome": "cannot-be-shown", "severity": "none", "severity_if_open": "high", "live": False},
            False,
        ),
        ({"outcome": "hypothetical", "severity": "low", "severity_if_open": "high"}, False),
    ],
)
def test_what_could_yet_reach_the_bar_is_counted_as_undecided(
    fields: dict[str, Any], *, counted: bool
) -> None:
    made = [finding(**fields)]
    whole = summary(Counted(findings=made, questions=(), claims=(), judged=JUDGED), Threshold())
    assert whole.gate.undecided == counted
    assert bool(undecided(made, PointsCounted(), bar_of("high"))) is counted


@pytest.mark.parametrize(
    ("fields", "bar", "fails"),
    [
        ({}, "high", True),
        ({}, "critical", False),
        ({}, "never", False),
        ({"severity_if_open": "medium"}, "high", False),
        ({"severity_if_open": "medium", "withheld": True}, "high", True),
        ({"severity_if_open": "low", "withheld": True}, "high", False),
        ({"live": False}, "high", False),
        ({"outcome": "established"}, "high", False),
    ],
)
def test_a_live_open_point_fails_where_that_is_asked_and_a_withheld_one_a_step_earlier(
    fields: dict[str, Any], bar: str, *, fails: bool
) -> None:
    threshold = Threshold(fail_on="never", fail_on_open=bar)
    made = [open_point(**fields)]
    assert bool(open_failing(made, threshold)) is fails
    gate = summary(Counted(findings=made, questions=(), claims=(), judged=JUDGED), threshold).gate
    assert (gate.open_failing, gate.passed) == (int(fails), not fails)
    assert gate.opened == ([f"F-{made[0].fingerprint}"] if fails else [])


@pytest.mark.parametrize(
    ("decided", "least", "passes"), [(79, 80, False), (80, 80, True), (81, 80, True), (0, 0, True)]
)
def test_a_gate_fails_where_less_is_decided_than_must_be(decided: int, least: int, *, passes: bool) -> None:
    counted = Counted(findings=(), questions=(), claims=(), judged=JUDGED, decided=decided)
    assert summary(counted, Threshold(min_decided=least)).gate.passed is passes


@pytest.mark.parametrize(
    ("stale", "bar", "passes"), [(0, "high", True), (1, "high", False), (1, "never", True)]
)
def test_an_exception_that_is_over_fails_unless_nothing_does(stale: int, bar: str, *, passes: bool) -> None:
    counted = Counted(findings=(), questions=(), claims=(), judged=JUDGED, stale=stale)
    gate = summary(counted, Threshold(fail_on=bar)).gate
    assert (gate.passed, gate.exceptions) == (passes, stale)


def test_a_summary_counts_what_is_shown_open_and_supposed() -> None:
    made = [
        finding(severity="critical"),
        finding(),
        finding(),
        open_point(),
        finding(outcome="hypothetical"),
    ]
    whole = summary(Counted(findings=made, questions=(), claims=(), judged=JUDGED), Threshold())
    assert whole.established == {"critical": 1, "high": 2}
    assert list(whole.established) == ["critical", "high"]
    assert (whole.cannot_be_shown, whole.hypothetical, whole.questions, whole.accepted) == (1, 1, 0, 0)
    assert whole.judged == JUDGED
    assert whole.gate.compared is None
    assert (whole.gate.fail_on, whole.gate.min_confidence, whole.gate.decided) == ("high", "declared", 100)

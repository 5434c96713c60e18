"""In the teaching case on transfers, replacing any single fact by `unknown` leaves a finding or asks a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from auditor.judging.open_points import open_facts
from auditor.model.result.document import Result
from tests.conftest import ROOT, tree_of
from tests.reference.test_unknown import silenced

DATES = ("2020-06-01", "2021-06-01", "2023-09-01")


@pytest.mark.parametrize("day", DATES)
def test_unknown_never_silences_a_transfer(judge: Callable[..., Result], day: str) -> None:
    tree = tree_of(ROOT / "flows" / "transfer-three-dates")
    tree.update({section: tree.get(section, []) for section in ("ownership",)})
    tree.update({section: tree.get(section, {}) for section in ("notices", "questions")})
    tried, silent = silenced(judge, tree, day)
    assert [(f.rule, f.culprit, stated) for stated, f in silent if f.kind != "what-if"] == []
    assert tried > 15


@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("field", ["tool", "derogation"])
def test_a_ground_left_out_is_asked(judge: Callable[..., Result], day: str, field: str) -> None:
    tree = tree_of(ROOT / "flows" / "transfer-three-dates")
    stated = judge(tree, day)
    del tree["flows"]["signing-up"][field]
    result = judge(tree, day)
    rules = {
        f.rule for f in stated.findings if "signing-up:mail-inc" in f.subjects and f.outcome == "established"
    }
    asked = {
        rule
        for point in open_facts(result.questions)
        if point.fact == f"flows.signing-up.{field}"
        for rule in point.rules
    }
    assert rules <= asked

"""Formats that only count open points show the same whether their words and proof were worked out or not."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given, settings

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.model.profile import PROFILES
from auditor.model.result.document import Result
from auditor.model.result.findings import OpenQuestion, PointsTold
from auditor.model.result.shown import Shown
from auditor.rendering.formats import FORMATS
from tests.conftest import ROOT, materials
from tests.judging.test_weighed import made_of
from tests.reference.test_any_case import CASES as ANY_CASE

CASES = sorted(folder.name for folder in (ROOT / "flows").iterdir() if (folder / "case.yaml").is_file())
COUNTING = [name for name in FORMATS.names() if FORMATS.load(name).shown.points == "none"]


def test_the_formats_that_people_read_line_by_line_only_count_open_points() -> None:
    assert {"text", "markdown", "concise"} <= set(COUNTING)
    assert not {"json", "sarif", "junit", "html"} & set(COUNTING)


@pytest.mark.parametrize("case", CASES)
def test_what_is_shown_is_the_same_whether_open_points_are_told_or_counted(case: str) -> None:
    read = materials([ROOT / "flows" / case])
    told, counted = assess(read), assess(read, shown=Shown("none"))
    assert told.summary == counted.summary
    for name in COUNTING:
        for lang in ("fr", "en"):
            for profile in PROFILES:
                shown = [publish(result, name, lang, profile=profile) for result in (told, counted)]
                assert shown[0] == shown[1], (name, lang, profile)


def test_an_open_point_that_may_fail_the_gate_is_told_in_any_case() -> None:
    read = materials([ROOT / "flows" / "doctolib-2019"])
    told = assess(read, fail_on_open="high")
    assert told == assess(read, fail_on_open="high", shown=Shown("none"))
    assert any(f.outcome == "cannot-be-shown" and f.proof for f in told.findings)


def test_counted_open_points_hold_neither_words_nor_proof() -> None:
    counted = assess(materials([ROOT / "flows" / "doctolib-2019"]), shown=Shown("none"))
    points = [f for f in counted.findings if f.outcome == "cannot-be-shown"]
    assert points
    assert all(not (f.message.en or f.proof or f.law) for f in points)
    assert all(f.message.en and f.proof for f in counted.findings if f.outcome == "established")
    assert counted.counted.count + len(points) == counted.summary.cannot_be_shown


def test_a_result_that_tells_all_counts_nothing_apart() -> None:
    told = assess(materials([ROOT / "flows" / "doctolib-2019"]))
    assert told.counted.count == 0
    assert (type(told), {type(question) for question in told.questions}) == (Result, {OpenQuestion})


@pytest.mark.slow
@settings(max_examples=60)
@given(ANY_CASE)
def test_any_case_is_shown_the_same(case: dict[str, Any]) -> None:
    read = made_of(case)
    told, live, counted = (assess(read, shown=Shown(points)) for points in get_args(PointsTold))
    assert told.summary == counted.summary == live.summary
    assert live.findings == [f for f in told.findings if f.outcome != "cannot-be-shown" or f.live]
    for name in COUNTING:
        for profile in PROFILES:
            shown = [publish(result, name, "en", profile=profile) for result in (told, counted)]
            assert shown[0] == shown[1], (name, profile)

"""What each format shows of a result: of what it does not show, no table is made, and its bytes are those of the whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.cli.output import shown
from auditor.judging.baseline_status import Before, known
from auditor.model.materials import Nowhere
from auditor.model.profile import PROFILES
from auditor.model.result.document import CountedResult, Result
from auditor.model.result.shown import NOT_MADE, TABLES, WHOLE, Shown, in_any
from auditor.rendering.formats import FORMATS
from tests.conftest import ROOT, materials
from tests.judging.test_weighed import made_of
from tests.reference.test_any_case import CASES as ANY_CASE

CASES = sorted(folder.name for folder in (ROOT / "flows").iterdir() if (folder / "case.yaml").is_file())
PARTIAL = [name for name in FORMATS.names() if FORMATS.load(name).shown != WHOLE]


@cache
def whole(case: str) -> Result:
    return assess(materials([ROOT / "flows" / case]))


@cache
def partly(case: str, shown: Shown) -> Result:
    return assess(materials([ROOT / "flows" / case]), shown=shown)


def test_only_the_page_and_the_whole_result_show_every_table() -> None:
    assert [name for name in FORMATS.names() if FORMATS.load(name).shown.tables == TABLES] == ["html", "json"]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", PARTIAL)
def test_a_format_shows_the_same_where_only_its_own_tables_are_made(name: str, case: str) -> None:
    part = partly(case, FORMATS.load(name).shown)
    for lang in ("fr", "en"):
        for profile in PROFILES:
            assert publish(part, name, lang, profile=profile) == publish(
                whole(case), name, lang, profile=profile
            )


@pytest.mark.parametrize(
    ("name", "table"),
    [(name, table) for name in PARTIAL for table in sorted(FORMATS.load(name).shown.tables)],
)
def test_a_format_asks_for_no_table_that_it_never_reads(name: str, table: str) -> None:
    def show_all() -> None:
        for case in CASES:
            publish(replace(whole(case), **{table: NOT_MADE}), name, "en")

    with pytest.raises((TypeError, AttributeError), match=r"NotMade|not asked for"):
        show_all()


@pytest.mark.parametrize("case", CASES)
def test_open_points_are_only_counted_against_a_baseline_too_and_all_is_shown_the_same(case: str) -> None:
    read = materials([ROOT / "flows" / case])
    for before in (
        known("baseline.yaml", whole(case).findings[1:]),
        Before(against="baseline.yaml", findings={}),
    ):
        told = assess(read, before=before)
        for name in PARTIAL:
            format_ = FORMATS.load(name)
            part = assess(read, before=before, shown=format_.shown)
            assert isinstance(part, CountedResult) == (format_.shown.points == "none")
            assert part.summary == told.summary
            assert publish(part, name, "en") == publish(told, name, "en"), name


@pytest.mark.slow
@settings(max_examples=40)
@given(ANY_CASE)
def test_any_case_is_shown_the_same(case: dict[str, Any]) -> None:
    read = made_of(case)
    all_of_it = assess(read)
    for name in PARTIAL:
        part = assess(read, shown=FORMATS.load(name).shown)
        assert part.summary == all_of_it.summary
        assert publish(part, name, "en") == publish(all_of_it, name, "en"), name


def test_tables_that_are_shown_are_those_of_the_whole_result() -> None:
    for table in sorted(TABLES):
        alone = partly("doctolib-2019", Shown("all", frozenset({table})))
        assert getattr(alone, table) == getattr(whole("doctolib-2019"), table)
        assert all(getattr(alone, other) is NOT_MADE for other in TABLES - {table})


def test_a_table_that_was_not_asked_for_is_never_read_as_empty() -> None:
    part = partly("doctolib-2019", Shown("none", frozenset()))
    for read in (list, len, bool, sorted, msgspec.json.encode):
        with pytest.raises(TypeError):
            read(part.flows)
    with pytest.raises(TypeError):
        msgspec.json.encode(part)


SHOW_PREMISES = [name for name in PARTIAL if FORMATS.load(name).shown.premises]


def test_the_formats_that_hold_all_premises_show_them() -> None:
    assert SHOW_PREMISES == ["sarif"]


@pytest.mark.parametrize("name", SHOW_PREMISES)
def test_a_format_that_shows_premises_never_takes_those_that_are_not_told_for_empty(name: str) -> None:
    def show_all() -> None:
        for case in CASES:
            publish(partly(case, replace(FORMATS.load(name).shown, premises=False)), name, "en")

    with pytest.raises((TypeError, AttributeError), match=r"NotMade|not asked for"):
        show_all()


@pytest.mark.parametrize("case", CASES)
def test_of_premises_that_are_not_shown_it_is_told_at_most_how_they_are_known_and_where_from(
    case: str,
) -> None:
    part = partly(case, Shown(tables=frozenset(), premises=False))
    for found, told in zip(part.findings, whole(case).findings, strict=True):
        assert replace(found, proof=[]) == replace(told, proof=[])
        if found.proof is NOT_MADE:
            assert "observed" not in (told.confidence, *(step.known for step in told.path))
            continue
        assert [(fact.fact, fact.known, fact.source) for fact in found.proof] == [
            (fact.fact, fact.known, fact.source) for fact in told.proof
        ]
        for fact in found.proof if found.place is not None else ():
            assert fact.place is NOT_MADE or fact.fact.startswith("instruments.")
    assert part.questions == whole(case).questions


def test_a_premise_that_is_not_told_cannot_be_said() -> None:
    listed, unmade = [], []
    for case in CASES:
        for found in partly(case, Shown(tables=frozenset(), premises=False)).findings:
            (unmade if found.proof is NOT_MADE else listed).append(found)
    premise = next(fact for found in listed for fact in found.proof if fact.place is NOT_MADE)
    for said in (premise.value, unmade[0].proof):
        for read in (str, bool, len, "{}".format, msgspec.json.encode):
            with pytest.raises(TypeError):
                read(said)


def test_premises_are_told_of_what_stands_in_no_file_as_it_is_shown_where_the_first_of_them_stands() -> None:
    nowhere = replace(materials([ROOT / "flows" / "doctolib-2019"]), places=Nowhere())
    of_no_file = assess(nowhere, shown=Shown(tables=frozenset(), premises=False)).findings
    assert of_no_file
    assert all(isinstance(fact.value, str) for found in of_no_file for fact in found.proof)


def test_flows_are_named_where_a_finding_leads_along_them() -> None:
    part = partly("doctolib-2019", Shown("none", frozenset()))
    walked = {f"flows.{step.flow}" for finding in part.findings for step in finding.path}
    named = {name for name in whole("doctolib-2019").names if name.startswith("flows.")}
    assert walked & named <= part.names.keys() < whole("doctolib-2019").names.keys()


def test_several_formats_show_together_what_any_of_them_shows() -> None:
    text, some = Shown("none", frozenset({"captures"})), Shown("live", frozenset({"flows"}))
    assert in_any([text]) == text
    assert in_any([text, some]) == Shown("live", frozenset({"captures", "flows"}))
    assert in_any([text, WHOLE]) == in_any([WHOLE, some]) == WHOLE
    assert in_any([replace(text, in_full=False)]) == replace(text, in_full=False)
    assert in_any([replace(text, in_full=False), text]) == text


def test_the_summary_of_a_job_adds_what_it_shows_where_annotations_are_wanted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    alone = FORMATS.load("github").shown
    assert shown([("github", None)]) == alone
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert shown([("github", None)]) == in_any([alone, FORMATS.load("markdown").shown]) != alone
    assert shown([("concise", None)]) == FORMATS.load("concise").shown

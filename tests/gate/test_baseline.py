"""Baselines: what was there does not fail, what is new or worse does, and none grows by itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.baseline import rewritten
from auditor.errors import Refused
from auditor.judging.baseline_status import known, placed, standing
from auditor.judging.gate import failing
from auditor.loading.baseline_files import load_baseline, written
from auditor.model.baseline import BaselineEntry, BaselineFile
from auditor.model.result.findings import Finding
from tests.conftest import ROOT, materials

Auditor = Callable[..., Any]
SECOND = (
    "  again: {for: analysis, from: ward, to: archive, transport: none, content: none, network: public}\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "case"))


@pytest.fixture(scope="module")
def finding() -> Finding:
    return next(f for f in assess(materials([ROOT / "flows" / "plaintext-hop"])).findings if f.gate)


def test_from_adoption_to_the_last_fix(case: Path, auditor: Auditor) -> None:
    file, source = case / "baseline.yaml", case / "case.yaml"
    first = auditor("baseline", str(case))
    assert (first.returncode, first.stdout.splitlines()[-1]) == (0, "+1/-0")
    kept = file.read_text(encoding="utf-8")
    check = ("check", str(case), "--baseline", str(file), "--format", "json")
    assert auditor("check", str(case)).returncode == 1
    known_result = auditor(*check)
    assert known_result.returncode == 0
    assert json.loads(known_result.stdout)["summary"]["gate"]["compared"]["known"] == 1

    text = source.read_text(encoding="utf-8")
    source.write_text(
        "# a comment that moves every line\n" + text.replace("\nflows:\n", f"\nflows:\n{SECOND}"),
        encoding="utf-8",
    )
    worse = auditor(*check)
    assert worse.returncode == 1
    states = {f["subject"]["id"]: f["standing"] for f in json.loads(worse.stdout)["findings"] if f["gate"]}
    assert states == {"results": "known", "again": "new"}

    refused = auditor("baseline", str(case))
    assert (refused.returncode, refused.stdout.splitlines()[-1]) == (1, "+1/-0")
    assert "--accept-new" in refused.stderr
    assert file.read_text(encoding="utf-8") == kept
    assert auditor("baseline", str(case), "--accept-new").returncode == 0
    assert auditor(*check).returncode == 0

    source.write_text(text, encoding="utf-8")
    stale = auditor(*check)
    assert stale.returncode == 0
    assert len(json.loads(stale.stdout)["summary"]["gate"]["compared"]["gone"]) == 1
    assert "Findings gone" in auditor(*check[:-2]).stdout
    shrunk = auditor("baseline", str(case))
    assert (shrunk.returncode, shrunk.stdout.splitlines()[-1]) == (0, "+0/-1")
    assert file.read_text(encoding="utf-8") == kept


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "known"),
        ({"severity": "critical"}, "worse"),
        ({"severity": "low"}, "known"),
        ({"subjects": ["results", "another"]}, "worse"),
        ({"fingerprint": "0" * 16}, "new"),
        ({"outcome": "cannot-be-shown"}, None),
    ],
)
def test_standing(finding: Finding, changed: dict[str, Any], expected: str | None) -> None:
    assert standing(replace(finding, **changed), known("then", [finding])) == expected


def test_one_that_is_shown_better_is_worse_and_one_that_was_accepted_is_new(finding: Finding) -> None:
    alleged = replace(finding, confidence="alleged")
    assert standing(finding, known("then", [alleged])) == "worse"
    assert standing(alleged, known("then", [finding])) == "known"
    accepted = replace(finding, accepted=object())  # type: ignore[arg-type]
    assert standing(finding, known("then", [accepted])) == "new"
    (again,) = placed([finding], known("then", [accepted]))
    assert failing([again], "high", "declared") == [again]


def test_a_baseline_has_no_lines_and_is_sorted(finding: Finding, tmp_path: Path) -> None:
    result = assess(materials([ROOT / "flows" / "doctolib-2019"]))
    data = rewritten(result, tmp_path / "none.yaml").data
    read = load_baseline("baseline.yaml", data)
    assert [(e.rule, e.finding) for e in read.baseline] == sorted((e.rule, e.finding) for e in read.baseline)
    assert {e.finding for e in read.baseline} == {
        f"F-{f.fingerprint}" for f in result.findings if f.outcome == "established"
    }
    assert b".yaml" not in data
    assert rewritten(result, tmp_path / "none.yaml").data == data


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("auditor: 1\ncase: x\nbaselin: []\n", "unknown key: baselin"),
        ("auditor: 1\ncase: x\n", "the key baseline is missing"),
        (
            "auditor: 1\ncase: x\nbaseline: [{finding: F-1, rule: a, severity: high, confidence: declared, subjects: []}]\n",
            "not the id",
        ),
        ("", "mapping"),
        ("a: [", "not YAML"),
    ],
)
def test_a_broken_baseline_is_refused(text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        load_baseline("baseline.yaml", text.encode())


def test_odd_names_are_written_so_that_they_read_back() -> None:
    odd = ["a:b>c", "x # y", 'say "no"', "- {", "é", ""]
    entry = BaselineEntry("F-" + "0" * 16, "own/TRN-001", "high", "declared", odd)
    made = BaselineFile("1", "case", [entry])
    assert load_baseline("x", written(made)) == made
    assert load_baseline("x", written(BaselineFile("1", "case", []))).baseline == []


def test_the_baseline_of_another_case_is_refused(case: Path, auditor: Auditor) -> None:
    auditor("baseline", str(case))
    other = auditor("check", "flows/undeclared-widget", "--baseline", str(case / "baseline.yaml"))
    assert (other.returncode, "is the baseline of plaintext-hop" in other.stderr) == (2, True)
    assert auditor("check", str(case), "--baseline", str(case / "none.yaml")).returncode == 2

"""Every case under flows/ that states what it must say, date by date, says it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from auditor.api.assess import assess
from auditor.api.read import all_policies
from auditor.errors import Refused
from auditor.judging.finding_scope import JOINTS
from auditor.loading.files.document import read
from auditor.loading.files.folder import yaml_files
from auditor.model.case.expected import Expected
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import ROOT, materials


def expectations(folder: Path) -> list[Expected]:
    parts = [read(path, data).value for path, data in yaml_files([folder])]
    return [msgspec.convert(item, Expected) for part in parts for item in part.get("expected", [])]


def cases() -> Iterator[tuple[Path, Expected]]:
    for folder in sorted({file.parent for file in (ROOT / "flows").rglob("expected.yaml")}):
        for expected in expectations(folder):
            yield folder, expected


@cache
def judged(folder: Path, as_of: str) -> Result:
    return assess(materials([folder], as_of=as_of))


def names_of(finding: Finding) -> set[str]:
    parts = (part for name in (finding.culprit, *finding.subjects) for part in JOINTS.split(name))
    return {finding.culprit, *parts, *finding.subjects}


def is_told(finding: Finding) -> bool:
    """Tell whether a finding is more than an open point of which nothing is said."""
    return finding.outcome != "cannot-be-shown" or finding.live


def differences(result: Result, expected: Expected) -> list[str]:
    wrong: list[str] = []
    for outcome, wanted in (
        ("established", expected.expect),
        ("cannot-be-shown", expected.unknown),
        ("hypothetical", expected.hypothetical),
    ):
        for rule, names in wanted.items():
            found = [f for f in result.findings if f.rule == rule and f.outcome == outcome and is_told(f)]
            wrong += [
                f"{rule} is not {outcome} for {name}"
                for name in names
                if not any(name in names_of(f) for f in found)
            ]
            wrong += [
                f"{rule} is {outcome} for {f.culprit} too" for f in found if names_of(f).isdisjoint(names)
            ]
    wrong += [
        f"{f.rule} is {f.outcome} for {f.culprit}"
        for f in result.findings
        if f.rule in expected.silent and is_told(f)
    ]
    if expected.complete == "true":
        others = [f for f in result.findings if f.outcome == "established" and f.rule not in expected.expect]
        wrong += [f"{f.rule} is established for {f.culprit} besides" for f in others]
    return wrong


def test_a_typo_in_what_is_expected_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        "auditor: 1\ncase: {id: a, as_of: 2024-01-01}\npeople: {person: {}}\n", "utf-8"
    )
    (tmp_path / "expected.yaml").write_text(
        "auditor: 1\nexpected:\n  - {as_of: 2024-01-01, expects: {}}\n", "utf-8"
    )
    with pytest.raises(Refused) as refused:
        materials([tmp_path])
    (problem,) = refused.value.problems
    assert (problem.path.rpartition("/")[2], problem.line) == ("expected.yaml", 3)
    assert "expects" in problem.message.en


EXPECTED = list(cases())


@pytest.mark.parametrize(
    ("folder", "expected"), EXPECTED, ids=lambda x: x.name if isinstance(x, Path) else x.as_of
)
def test_the_case_says_what_it_states(folder: Path, expected: Expected) -> None:
    known = {rule.id for policy in all_policies() for rule in policy.rules}
    assert {*expected.expect, *expected.unknown, *expected.hypothetical, *expected.silent} <= known
    assert differences(judged(folder, expected.as_of), expected) == []


def test_a_case_that_says_otherwise_is_told() -> None:
    folder = ROOT / "flows" / "opt-out-box"
    result = judged(folder, "2024-03-01")
    right = Expected(
        as_of="2024-03-01", expect={"CON-001": ["newsletter"]}, silent=["CON-003"], complete="true"
    )
    assert differences(result, right) == []
    for wrong in (
        Expected(as_of="2024-03-01", expect={"CON-001": ["newsletter", "other"]}),
        Expected(as_of="2024-03-01", expect={"CON-001": ["other"]}),
        Expected(as_of="2024-03-01", expect={"CON-001": []}),
        Expected(as_of="2024-03-01", unknown={"CON-001": ["newsletter"]}),
        Expected(as_of="2024-03-01", silent=["CON-001"]),
        Expected(as_of="2024-03-01", complete="true"),
    ):
        assert differences(result, wrong)

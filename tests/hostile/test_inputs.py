"""Documented words, odd settings, odd results and odd tests of packs: a question or a refusal with its place, never a crash."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "x")
    return tmp_path / "x" / "case.yaml"


def change(case: Path, before: str, after: str) -> None:
    text = case.read_text(encoding="utf-8")
    assert before in text
    case.write_text(text.replace(before, after), encoding="utf-8")


def result(auditor: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(auditor("check", "x", "--fail-on", "never", "--format", "json").stdout)
    return found


def test_a_flow_for_an_unknown_activity_is_a_question(auditor: Run, case: Path) -> None:
    change(case, "for: analysis, from", "for: unknown, from")
    found = result(auditor)
    shown = {(f["rule"], f["outcome"]) for f in found["findings"] if "flows.results.for" in f["missing"]}
    assert ("TRN-001", "cannot-be-shown") in shown
    assert "flows.results.for" in [
        fact["fact"] for question in found["questions"] for fact in question["facts"]
    ]


@pytest.mark.parametrize("activities", ["unknown", "[analysis, unknown]", "[unknown]"])
def test_a_notice_for_an_unknown_activity_is_a_question(auditor: Run, case: Path, activities: str) -> None:
    change(case, "by: clinic-a, for: analysis", f"by: clinic-a, for: {activities}")
    questions = result(auditor)["questions"]
    assert "notices.leaflet.for" in [fact["fact"] for question in questions for fact in question["facts"]]


@pytest.mark.parametrize("word", ["none", '""'])
@pytest.mark.parametrize("of", ["for: analysis, from", "by: clinic-a, for: analysis"])
def test_a_flow_or_a_notice_for_nothing_is_refused(auditor: Run, case: Path, of: str, word: str) -> None:
    change(case, of, of.replace("for: analysis", f"for: {word}"))
    done = auditor("check", "x")
    assert (done.returncode, "no such activity" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "text",
    [
        "[tool.auditor]\na = " + "[" * 5000 + "]" * 5000,
        "[tool.auditor]\na = " + "{a=" * 5000 + "1" + "}" * 5000,
        f"[tool.auditor]\n{'.'.join(['a'] * 5000)} = 1",
        f"[tool.auditor]\nauditor = {'9' * 5000}",
        f"[tool.auditor]\nauditor = 0x{'f' * 6000}",
        "[tool.auditor]\nlang = nan",
        "[tool.auditor]\nlang = 1979-05-27",
        "tool.auditor = 3",
        "tool = 3",
        "[tool]\nauditor = 3",
        "[tool]\nauditor.nothing = 3",
        "tool = {auditor = {nothing = 1}}",
        "[[tool.auditor]]\nlang = 1",
        '[tool.auditor]\n"a\\nb" = 1',
    ],
    ids=lambda text: text[:40],
)
def test_odd_settings_are_refused_with_their_file(auditor: Run, case: Path, text: str) -> None:
    (case.parent / "pyproject.toml").write_text(text, encoding="utf-8")
    done = auditor("check", "x", "--fail-on", "never")
    assert (done.returncode, "x/pyproject.toml" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    "text", ['{"a":' * 100_000, "[" * 100_000, '{"tool": "\udc80"}', "", "{}"], ids=range(5)
)
@pytest.mark.parametrize("arguments", [("diff", "a.json", "a.json"), ("report", "x", "--earlier", "a.json")])
def test_odd_results_are_refused(
    auditor: Run, case: Path, tmp_path: Path, text: str, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "a.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = auditor(*arguments)
    assert (done.returncode, "a.json" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    "given",
    [
        *(
            "[]",
            "x",
            "{hosts: x}",
            "{hosts: [a]}",
            "{hosts: {a: x}}",
            "{ownership: {a: b}}",
            "{ownership: [x]}",
        ),
        *("{agreements: [{between: x}]}", "{agreements: [[a]]}", "{replies: [{by: [x]}]}", "{case: x}"),
        *("{case: {id: [x]}}", "{known: [a]}", "{scenarios: {a: x}}", "{nothing: such}", "{expected: 3}"),
    ],
)
def test_an_odd_case_in_the_tests_of_a_pack_is_refused_with_its_place(
    auditor: Run, tmp_path: Path, given: str
) -> None:
    head = (ROOT / "policies" / "roles.yaml").read_text(encoding="utf-8").partition("\ntests:\n")[0]
    own = head.replace("policy: roles", "policy: own").replace("- id: ", "- id: own/")
    text = f"{own}\ntests:\n  - name: {{fr: a, en: b}}\n    given: {given}\n"
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    done = auditor("test", "own.yaml")
    line = text.count("\n")
    assert (done.returncode, f"own.yaml:{line}:" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize("since", ["unknown", "2024-02-30", "none"])
def test_a_step_of_a_decision_without_a_day_is_refused_with_its_place(
    auditor: Run, case: Path, tmp_path: Path, since: str
) -> None:
    text = (
        "auditor: 1\nknowledge: own\nas_of: 2026-01-01\nlaw:\n  own:\n    short: {fr: a, en: b}\n    title: {fr: a, en: b}\n"
        "    official: https://example.org\n    id: a\n    since: 2020-01-01\n    status: unverified\n"
        f"    court: {{fr: a, en: b}}\n    history: [{{status: final, since: {since}}}]\n"
    )
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    done = auditor("check", "x", "--knowledge", "own.yaml")
    assert (done.returncode, "own.yaml:13:" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    "word", ["transport: none", "content: none", "network: public", "legal_basis: public-task"]
)
def test_an_empty_list_where_one_word_is_stated_is_refused_with_its_place(
    auditor: Run, case: Path, word: str
) -> None:
    change(case, word, f"{word.partition(':')[0]}: []")
    done = auditor("check", "x")
    assert (done.returncode, "at least 1" in done.stderr) == (2, True), done.stderr
    assert re.search(r"x/case.yaml:\d+:\d+: ", done.stderr)

"""Failing closed: what cannot be judged never exits 0, and never with a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.api.read import all_policies
from tests.conftest import REFERENCE, ROOT

GOOD = (ROOT / "flows" / "plaintext-hop" / "case.yaml").read_text(encoding="utf-8")


def auditor(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )


def test_findings_exit_1_and_never_exits_0() -> None:
    assert auditor("check", str(REFERENCE), "--fail-on", "high").returncode == 1
    assert auditor("check", str(REFERENCE), "--fail-on", "never").returncode == 0


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ({}, 3, "nothing to check"),
        ({"case.yaml": ""}, 3, "nothing to check"),
        ({"case.yaml": "auditor: 1\ncase: {id: empty, as_of: 2024-01-01}\n"}, 3, "nothing to check"),
        ({"case.yaml": "a: [1"}, 2, "this is not YAML"),
        (
            {"case.yaml": GOOD.replace("policies: [gdpr]", "policies: [gdpr]\n  gate: [TRN-101]")},
            2,
            "did you mean TRN-001?",
        ),
        ({"case.yaml": GOOD.replace("transport:", "transprot:")}, 2, "did you mean transport?"),
        ({"case.yaml": GOOD.replace("policies: [gdpr]", "policies: [gdrp]")}, 2, "did you mean gdpr?"),
        ({"case.yaml": GOOD.replace("auditor: 1", "auditor: 9")}, 2, "unsupported version"),
        ({"case.yaml": GOOD.replace("operator: lab-b", "operator: lab-c")}, 2, "did you mean lab-b?"),
        ({"case.yaml": GOOD.replace("2024-03-01", "2024-02-30")}, 2, "no such day"),
    ],
)
def test_what_cannot_be_judged(
    tmp_path: Path, written: dict[str, str], code: int, said: str, form: str
) -> None:
    for name, text in written.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = auditor("check", str(tmp_path), "--format", form)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_problems_show_line_column_and_caret(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(GOOD.replace("transport:", "transprot:"), encoding="utf-8")
    (tmp_path / "two.yaml").write_text("auditor: 1\nhosts: {other: {operater: clinic-a}}\n", encoding="utf-8")
    done = auditor("check", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "\none.yaml:23:" in f"\n{done.stderr}"
    assert "\ntwo.yaml:2:17: error: unknown key: operater" in done.stderr
    assert "  2 | hosts: {other: {operater: clinic-a}}\n    |                 ^^^^^^^^" in done.stderr
    assert "2 problems" in done.stderr


def test_missing_path() -> None:
    done = auditor("check", "no/such/folder")
    assert (done.returncode, "no such file or folder" in done.stderr) == (2, True)


def test_unknown_rule_and_other_usage() -> None:
    assert auditor("check", str(REFERENCE), "--rule", "TRN-999").returncode == 2
    assert auditor("check", str(REFERENCE), "--as-of", "2019-13-01").returncode == 2
    assert auditor("check", str(REFERENCE), "--fail-on", "always").returncode == 2
    assert auditor("check").returncode == 2
    assert auditor("nonsense").returncode == 2
    assert auditor("what-if", str(REFERENCE), "no-such-scenario").returncode == 2


@pytest.mark.parametrize("wrong", ["transprot: none", "transport: nothing", "transport: {at_leest: 3}"])
def test_a_typo_in_a_policy_is_an_error_with_a_place(tmp_path: Path, wrong: str) -> None:
    policy = tmp_path / "own.yaml"
    policy.write_text(
        "auditor: 1\npolicy: own\ntitle: own\nrules:\n"
        "  - {id: OWN-001, title: t, kind: gap, about: flow, for: hop, severity: low, message: m, why: w, law: [gdpr.5],\n"
        f"     forbid: {{{wrong}}}}}\n",
        encoding="utf-8",
    )
    done = auditor("check", str(REFERENCE), "--policy", str(policy))
    assert done.returncode == 2
    assert "own.yaml:6:" in done.stderr


def test_an_internal_error_is_4_and_short() -> None:
    program = (
        "import sys, auditor.api.assess as a\n"
        "def broken(*_, **__): raise RuntimeError('secret')\n"
        "a.assess = broken\n"
        f"sys.argv = ['auditor', 'check', {str(REFERENCE)!r}]\n"
        "from auditor.cli.main import main; main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 4
    assert "internal error (RuntimeError)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_starter_case_passes_its_own_check(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert auditor("init", str(folder)).returncode == 0
    done = auditor("check", str(folder), "--format", "json", "--fail-on", "low")
    assert done.returncode == 0, done.stdout
    assert [
        f for f in json.loads(done.stdout)["findings"] if f["outcome"] == "established" and f["kind"] == "gap"
    ] == []
    assert auditor("init", str(folder)).returncode == 2


def test_every_command_helps() -> None:
    for command in (
        "check",
        "report",
        "explain",
        "ask",
        "what-if",
        "rules",
        "test",
        "schema",
        "init",
        "version",
    ):
        done = auditor(command, "--help")
        assert done.returncode == 0
        assert "Usage" in done.stdout


def test_explaining_and_asking() -> None:
    rule = auditor("explain", "TRN-001", "--lang", "fr")
    assert rule.returncode == 0
    assert "Pour chaque étape d'un flux" in rule.stdout
    asked = auditor("ask", str(REFERENCE), "--lang", "fr")
    assert asked.returncode == 0
    assert asked.stdout.startswith("# Questions sur «")
    assert "AZNetwork" in asked.stdout
    result = json.loads(auditor("check", str(REFERENCE), "--format", "json").stdout)
    finding = next(f for f in result["findings"] if f["rule"] == "CTL-001")
    story = auditor("explain", f"F-{finding['fingerprint']}", str(REFERENCE))
    assert story.returncode == 0
    assert "Amazon.com holds control in the accounts" in story.stdout
    assert auditor("explain", "F-ffffffffffff", str(REFERENCE)).returncode == 2


def test_rules_and_version() -> None:
    listed = json.loads(auditor("rules", "--format", "json").stdout)
    assert [rule["id"] for rule in listed] == sorted(
        rule.id for pack in all_policies() for rule in pack.rules
    )
    assert auditor("version").stdout.startswith("auditor ")

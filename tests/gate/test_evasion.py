"""A change that makes a grave finding pass does so in the open: moved, dated back, doubted, or under an old acceptance."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.gate.test_history import change, commit, git

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--today", "2026-11-24")
POLICY = """\
auditor: 1
policy: own
title: {fr: Propres règles, en: Own rules}
rules:
  - id: own/CLR-001
    title: {fr: En clair, en: In clear}
    kind: gap
    about: flow
    for: hop
    when: {carries: personal}
    forbid: {transport: none, content: none}
    severity: high
    gate: true
    message: {fr: "{flow} est en clair.", en: "{flow} is in clear."}
    why: {fr: Lisible en chemin, en: Readable on the way}
    law: [gdpr.32.1.a]
tests:
  - {name: {fr: rien, en: nothing}, given: {}, silent: [own/CLR-001]}
"""


@pytest.fixture
def auditor(auditor: Run, tmp_path: Path) -> Run:
    return partial(auditor, cwd=tmp_path)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A repository whose main branch has the case with its one hop protected."""
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "flows" / "x")
    (path,) = (tmp_path / "flows" / "x").glob("*.yaml")
    change(path, "transport: none", "transport: tls-1.3")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.yaml").write_text(POLICY, encoding="utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "sound")
    return path


def bad(case: Path, known: str = "") -> None:
    """Take the protection of the hop away, as a fact known as said."""
    change(
        case,
        "transport: tls-1.3",
        f"transport: {{value: none, known: {known}}}" if known else "transport: none",
    )


def moved(root: Path, to: str) -> Path:
    (root / to).parent.mkdir(parents=True, exist_ok=True)
    git(root, "mv", "flows/x", to)
    (path,) = (root / to).glob("*.yaml")
    return path


def gate(auditor: Run, at: str, *arguments: str, since: str = "sound") -> tuple[int, dict[str, Any]]:
    done = auditor(
        *(
            "check",
            at,
            "--no-config",
            "--fail-on",
            "high",
            "--since",
            since,
            "--exceptions-from",
            since,
            *DAY,
        ),
        *("--format", "json", *arguments),
    )
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, json.loads(done.stdout)


def told(result: dict[str, Any]) -> set[tuple[str, str]]:
    return {(line["rule"], line["what"]["en"]) for line in result["loosened"]}


def test_what_is_bad_fails_and_what_is_untouched_passes(auditor: Run, case: Path) -> None:
    assert gate(auditor, "flows/x")[0] == 0
    bad(case)
    code, result = gate(auditor, "flows/x")
    assert (code, result["summary"]["gate"]["failing"], result["summary"]["gate"]["unsure"]) == (1, 1, 0)


@pytest.mark.parametrize("to", ["flows/y", "elsewhere/deep/y", "y"])
def test_a_case_that_moves_and_names_fewer_packs_is_loosened(
    auditor: Run, case: Path, tmp_path: Path, to: str
) -> None:
    path = moved(tmp_path, to)
    assert gate(auditor, to)[0] == 0
    bad(path)
    change(path, "policies: [gdpr]", "policies: [roles]")
    code, result = gate(auditor, to)
    assert ("TRN-001", "the rule is no longer applied") in told(result)
    assert code == 1


def test_a_case_that_takes_the_place_of_another_is_held_against_itself(
    auditor: Run, case: Path, tmp_path: Path
) -> None:
    other = tmp_path / "flows" / "y" / "case.yaml"
    other.parent.mkdir()
    text = case.read_text(encoding="utf-8")
    other.write_text(
        text.replace("id: plaintext-hop", "id: other").replace("[gdpr]", "[roles]"), encoding="utf-8"
    )
    commit(tmp_path, "two")
    bad(case)
    change(case, "policies: [gdpr]", "policies: [roles]")
    case.rename(other)
    code, result = gate(auditor, "flows/y", since="two")
    assert ("TRN-001", "the rule is no longer applied") in told(result)
    assert code == 1


def test_own_packs_are_compared_where_the_case_is_new(auditor: Run, case: Path, tmp_path: Path) -> None:
    path = moved(tmp_path, "flows/y")
    bad(path)
    change(path, "id: plaintext-hop", "id: renamed")
    change(path, "policies: [gdpr]", "policies: [roles]")
    change(tmp_path / "rules" / "own.yaml", "gate: true", 'gate: "false"')
    code, result = gate(auditor, "flows/y", "--policy", "rules")
    assert told(result) == {("own/CLR-001", "the rule may fail a build less often")}
    assert code == 1


def test_findings_of_a_case_that_moved_are_known(auditor: Run, case: Path, tmp_path: Path) -> None:
    bad(case)
    commit(tmp_path, "bad")
    moved(tmp_path, "flows/y")
    code, result = gate(auditor, "flows/y", since="bad")
    assert (code, [f["standing"] for f in result["findings"] if f["rule"] == "TRN-001"]) == (0, ["known"])


def test_a_case_that_is_dated_back_is_loosened(auditor: Run, case: Path, tmp_path: Path) -> None:
    change(case, "as_of: 2024-03-01", "as_of: 2017-03-01")
    code, result = gate(auditor, "flows/x")
    assert (code, told(result)) == (1, {("case.as_of", "the case is dated earlier than it was")})
    assert [(line["before"], line["after"]) for line in result["loosened"]] == [("2024-03-01", "2017-03-01")]
    assert gate(auditor, "flows/x", "--as-of", "2024-03-01")[0] == 0
    commit(tmp_path, "back")
    change(case, "as_of: 2017-03-01", "as_of: 2024-03-01")
    assert gate(auditor, "flows/x", since="back")[0] == 0
    assert auditor("diff", "sound", "back", "--case", "flows/x").returncode == 1


def test_a_fact_that_is_doubted_since_is_loosened(auditor: Run, case: Path) -> None:
    bad(case, "assumed")
    code, result = gate(auditor, "flows/x")
    assert (code, result["summary"]["gate"]["failing"], result["summary"]["gate"]["unsure"]) == (1, 0, 1)
    assert [(line["rule"], line["before"]) for line in result["loosened"]] == [
        ("TRN-001", "flows.results.transport documented → assumed")
    ]


def test_a_finding_that_is_doubted_since_is_loosened(auditor: Run, case: Path, tmp_path: Path) -> None:
    bad(case)
    commit(tmp_path, "bad")
    change(case, "known: documented", "known: assumed")
    code, result = gate(auditor, "flows/x", since="bad")
    assert ("TRN-001", "a finding no longer counts, as facts are known less well than before") in told(result)
    assert code == 1
    commit(tmp_path, "doubted")
    assert gate(auditor, "flows/x", since="doubted")[0] == 0
    assert auditor("diff", "bad", "doubted", "--case", "flows/x").returncode == 1


@pytest.mark.parametrize("form", ["text", "concise", "github", "gitlab", "junit", "markdown", "sarif"])
def test_what_is_not_counted_for_want_of_certainty_is_told(auditor: Run, case: Path, form: str) -> None:
    words = {
        "en": "Not counted, known less well than asked: 1",
        "fr": "Non comptés, moins bien connus que demandé : 1",
    }
    for lang, said in words.items():
        assert said not in auditor("check", "flows/x", "--format", form, "--lang", lang).stdout.replace(
            "\xa0", " "
        )
    bad(case, "assumed")
    for lang, said in words.items():
        done = auditor("check", "flows/x", "--format", form, "--lang", lang)
        assert done.returncode == 0
        assert said in done.stdout.replace("\xa0", " ").replace("\u202f", " ")


def test_what_the_rule_itself_asks_to_be_known_better_is_told_too(
    auditor: Run, case: Path, tmp_path: Path
) -> None:
    change(tmp_path / "rules" / "own.yaml", "gate: true", "gate: true\n    gate_confidence: observed")
    bad(case, "declared")
    result = json.loads(
        auditor("check", "flows/x", "--policy", "rules", "--rule", "own/CLR-001", "--format", "json").stdout
    )
    assert (result["summary"]["gate"]["failing"], result["summary"]["gate"]["unsure"]) == (0, 1)


WORSE = [
    ("lab-b: {name: Laboratory B, country: FR", "lab-b: {name: Laboratory B, country: US"),
    ("lab-b: {name: Laboratory B", "lab-b: {name: Genes Inc"),
    (
        "country: FR, parent: none, is: care-provider}\nactivities",
        "country: FR, parent: none, is: data-broker}\nactivities",
    ),
    ("is: health}", "is: genetic}"),
    ("data: [identity, test-result]", "data: [identity, genetic, test-result]"),
]


@pytest.mark.parametrize(("before", "after"), WORSE)
def test_a_known_finding_of_other_data_or_parties_is_worse(
    auditor: Run, case: Path, tmp_path: Path, before: str, after: str
) -> None:
    bad(case)
    commit(tmp_path, "bad")
    assert gate(auditor, "flows/x", since="bad")[0] == 0
    change(case, before, after)
    code, result = gate(auditor, "flows/x", since="bad")
    assert (code, [f["standing"] for f in result["findings"] if f["rule"] == "TRN-001"]) == (1, ["worse"])


def test_a_known_finding_of_less_data_is_known(auditor: Run, case: Path, tmp_path: Path) -> None:
    bad(case)
    commit(tmp_path, "bad")
    change(case, "data: [identity, test-result]", "data: [test-result]")
    assert gate(auditor, "flows/x", since="bad")[0] == 0


@pytest.mark.parametrize(("before", "after"), WORSE)
@pytest.mark.parametrize("written", [True, False])
def test_an_acceptance_is_of_the_facts_there_were(
    auditor: Run, case: Path, tmp_path: Path, before: str, after: str, written: bool
) -> None:
    bad(case)
    result = json.loads(auditor("check", "flows/x", "--format", "json").stdout)
    (finding,) = (f for f in result["findings"] if f["rule"] == "TRN-001")
    reason = (
        "--reason",
        "The laboratory moves to TLS in March",
        "--by",
        "DPO",
        "--on",
        "2026-11-24",
        "--until",
        "2027-03-01",
    )
    assert auditor("accept", f"F-{finding['fingerprint']}", "flows/x", *reason).returncode == 0
    exceptions = tmp_path / "flows" / "x" / "exceptions.yaml"
    assert "rests_on: " in exceptions.read_text(encoding="utf-8")
    if not written:
        text = exceptions.read_text(encoding="utf-8")
        exceptions.write_text(text.partition(", rests_on")[0] + "}\n", encoding="utf-8")
    commit(tmp_path, "accepted")
    assert auditor("check", "flows/x", *DAY).returncode == 0
    change(case, before, after)
    done = auditor("check", "flows/x", *DAY, "--format", "json")
    assert [line["state"] for line in json.loads(done.stdout)["exceptions"]] == [
        "outgrown" if written else "in-force"
    ]
    assert done.returncode == (1 if written else 0)


def test_lines_names_of_files_and_sources_do_not_touch_an_acceptance(
    auditor: Run, case: Path, tmp_path: Path
) -> None:
    bad(case)
    result = json.loads(auditor("check", "flows/x", "--format", "json").stdout)
    (finding,) = (f for f in result["findings"] if f["rule"] == "TRN-001")
    reason = (
        "--reason",
        "The laboratory moves to TLS in March",
        "--by",
        "DPO",
        "--on",
        "2026-11-24",
        "--until",
        "2027-03-01",
    )
    assert auditor("accept", f"F-{finding['fingerprint']}", "flows/x", *reason).returncode == 0
    case.write_text(f"# one line more\n{case.read_text(encoding='utf-8')}", encoding="utf-8")
    case.rename(case.with_name("another.yaml"))
    assert auditor("check", "flows/x", *DAY).returncode == 0

"""What machines that run checks read: valid by the official schema, complete, stable, and inert whatever the names."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.findings import Acceptance, Finding
from auditor.model.result.gate import ExceptionLine, PolicyChange
from auditor.rendering.formats import FORMATS
from auditor.rendering.markup import escaped
from tests.conftest import REFERENCE, ROOT, materials
from tests.rendering.ci.github_rules import problems

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
HOSTILE = (
    "x](http://evil) <img src=x>|`::error file=a::b%0A\n\x1b[31m\u0000 -- ]]> \u202e\U000e0041 @everyone"
)


def sarif(result: Result, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(
        publish(result, "sarif", "en", given=[REFERENCE.relative_to(ROOT)], **more)
    )
    return made


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_sarif_passes_the_official_schema_and_the_rules_of_code_scanning(
    reference: Result, lang: str
) -> None:
    log = json.loads(publish(reference, "sarif", lang, given=[REFERENCE.relative_to(ROOT)]))
    assert list(Draft202012Validator(SCHEMA).iter_errors(log)) == []
    assert list(problems(log)) == []
    (run,) = log["runs"]
    assert len(run["results"]) == sum(f.outcome == "established" and not f.joined for f in reference.findings)
    assert run["properties"]["questions"] == sum(question.live for question in reference.questions)


def test_the_checker_sees_what_is_missing(reference: Result) -> None:
    log = sarif(reference)
    first = log["runs"][0]["results"][0]
    del first["locations"][0]["physicalLocation"]["region"]["endColumn"]
    first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "file:///a"
    log["runs"][0]["tool"]["driver"]["rules"][0]["help"] = {}
    assert len(list(problems(log))) >= 3


def test_a_path_is_a_code_flow_hop_by_hop(reference: Result) -> None:
    found = {f.fingerprint: f for f in reference.findings}
    with_path = 0
    for result in sarif(reference)["runs"][0]["results"]:
        path = found[result["partialFingerprints"]["auditor/v1"]].path
        steps = result["codeFlows"][0]["threadFlows"][0]["locations"] if path else []
        assert len(steps) == len(path)
        with_path += bool(path)
    assert with_path >= 2


def test_fingerprints_survive_comment_lines_and_another_order_of_files(
    reference: Result, tmp_path: Path
) -> None:
    case = tmp_path / "doctolib-2019"
    shutil.copytree(REFERENCE, case)
    for number, file in enumerate(sorted(case.glob("*.yaml"), reverse=True)):
        text = "# a comment\n" * 100 + file.read_text(encoding="utf-8")
        file.unlink()
        (case / f"{number}-{file.name}").write_text(text, encoding="utf-8")
    moved = assess(materials([case]))

    def prints(result: Result) -> list[tuple[str, str]]:
        log = json.loads(publish(result, "sarif", "en"))
        return sorted(
            (r["ruleId"], r["partialFingerprints"]["primaryLocationLineHash"])
            for r in log["runs"][0]["results"]
        )

    assert prints(moved) == prints(reference)
    assert [f.place and f.place.line for f in moved.findings] != [
        f.place and f.place.line for f in reference.findings
    ]


def with_one(result: Result, change: Callable[[Finding], Finding]) -> Result:
    return replace(result, findings=[change(result.findings[0]), *result.findings[1:]])


def test_accepted_findings_are_left_out_of_sarif_unless_asked_for(reference: Result) -> None:
    until = Acceptance("DPO", "2026-01-01", "2026-06-01", "known and being mended")
    accepted = with_one(reference, lambda f: replace(f, accepted=until))
    gone = reference.findings[0].fingerprint
    ids = [r["partialFingerprints"]["auditor/v1"] for r in sarif(accepted)["runs"][0]["results"]]
    assert gone not in ids
    kept = {
        r["partialFingerprints"]["auditor/v1"]: r
        for r in sarif(accepted, accepted=True)["runs"][0]["results"]
    }
    assert kept[gone]["suppressions"][0]["justification"] == "known and being mended"
    assert list(Draft202012Validator(SCHEMA).iter_errors(sarif(accepted, accepted=True))) == []


def test_junit_has_a_case_for_every_finding_and_for_every_pack_that_met_nothing(reference: Result) -> None:
    until = Acceptance("DPO", "2026-01-01", "2026-06-01", "known and being mended")
    known = replace(with_one(reference, lambda f: replace(f, accepted=until)), not_looked_at=[])
    root = ET.fromstring(publish(known, "junit", "en"))  # noqa: S314
    suites = {suite.get("name", "").partition(" ")[0]: suite for suite in root}
    met = {line.policy for line in reference.rules}
    quiet = set(reference.tool.policies) - met
    assert set(suites) == {line.id for line in reference.rules} | quiet
    assert all(suite.findall("testcase") for suite in suites.values())
    established = sum(f.outcome == "established" for f in reference.findings)
    assert len(root.findall(".//failure")) == established - 1 == int(root.get("failures", ""))
    assert len(root.findall(".//error")) == sum(f.outcome == "cannot-be-shown" for f in reference.findings)
    assert [s.get("message") for s in root.findall(".//skipped")] == [
        "DPO, 2026-06-01: known and being mended"
    ]


def test_junit_of_a_case_in_which_nothing_was_met_is_tests_that_passed(reference: Result) -> None:
    met_nothing = replace(reference, findings=[], rules=[], not_looked_at=[])
    root = ET.fromstring(publish(met_nothing, "junit", "en"))  # noqa: S314
    assert [suite.get("name") for suite in root] == reference.tool.policies
    assert (root.get("tests"), root.get("failures")) == (str(len(reference.tool.policies)), "0")
    assert not root.findall(".//testcase/*")


def test_only_rules_that_met_something_have_a_line(reference: Result) -> None:
    assert [line.id for line in reference.rules] == sorted(line.id for line in reference.rules)
    found = {finding.rule for finding in reference.findings}
    asking = {rule for question in reference.questions for rule in question.rules}
    assert {line.id for line in reference.rules} == found | asking
    assert all(line.established + line.cannot_be_shown + line.hypothetical for line in reference.rules)


def test_gitlab_fingerprints_are_unique_and_paths_relative(reference: Result) -> None:
    entries = json.loads(publish(reference, "gitlab", "en", given=[REFERENCE.relative_to(ROOT)]))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) > 0
    for entry in entries:
        assert (ROOT / entry["location"]["path"]).is_file()
        assert entry["location"]["lines"]["begin"] >= 1
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")


def test_annotations_are_ten_at_most_with_a_last_one_that_counts(reference: Result) -> None:
    many = replace(
        reference, findings=[replace(f, outcome="established", joined="") for f in reference.findings]
    )
    lines = publish(many, "github", "en").decode().splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 10
    assert str(len(many.findings) - 9) in commands[-1]
    assert all("line=" in line for line in commands[:-1])


def test_what_is_told_along_with_a_finding_is_in_its_message_and_never_passes_in_junit(
    reference: Result,
) -> None:
    joined = [f for f in reference.findings if f.joined and f.outcome == "established"]
    assert joined
    for finding in joined:
        mark = f"F-{finding.fingerprint} ({finding.rule})"
        for form in ("sarif", "github", "gitlab"):
            assert mark in publish(reference, form, "en").decode()
        suite = (
            publish(reference, "junit", "en")
            .decode()
            .partition(f'<testsuite name="{finding.rule} ')[2]
            .partition(">")[0]
        )
        assert 'failures="1"' in suite


@pytest.mark.parametrize("form", [form for form in FORMATS.names() if form not in ("text", "json")])
def test_what_else_makes_the_gate_fail_is_in_every_format(reference: Result, form: str) -> None:
    lapsed = ExceptionLine(
        "expired", "F-0123456789abcdef", "TRN-001", {}, "Jo", "2026-01-01", "2026-02-01", "why", []
    )
    loose = PolicyChange("TRN-009", Bilingual("supprimée", "taken away"))
    text = publish(replace(reference, exceptions=[lapsed], loosened=[loose]), form, "en").decode()
    assert "expired" in text.replace("\\", "")
    assert "TRN-009" in text.replace("\\", "")
    held = replace(lapsed, state="in-force")
    told = publish(replace(reference, exceptions=[held]), form, "en").decode()
    assert ("0123456789abcdef" in told) is FORMATS.load(form).for_people


def test_sarif_says_what_is_new(reference: Result) -> None:
    found = sarif(replace(reference, findings=[replace(f, standing="worse") for f in reference.findings]))
    assert {result["baselineState"] for result in found["runs"][0]["results"]} == {"updated"}
    assert list(Draft202012Validator(SCHEMA).iter_errors(found)) == []


def test_names_of_strangers_stay_text(reference: Result) -> None:
    def hostile(finding: Finding) -> Finding:
        both = replace(finding.title, fr=HOSTILE, en=HOSTILE)
        return replace(finding, title=both, message=both, why=both)

    result = with_one(reference, hostile)
    log = json.loads(publish(result, "sarif", "en"))
    assert list(Draft202012Validator(SCHEMA).iter_errors(log)) == []
    assert "](http" not in log["runs"][0]["results"][0]["message"]["text"]
    assert ET.fromstring(publish(result, "junit", "en")) is not None  # noqa: S314
    commands = publish(result, "github", "en").decode().splitlines()
    assert sum("::error" in line[:8] for line in commands) == sum(
        f.severity == "high" for f in result.findings[:10]
    )
    comment = publish(result, "markdown", "en").decode()
    assert "<img" not in comment
    assert "](http" not in comment
    assert "@everyone" not in comment
    for form in ("text", "concise", "github", "markdown"):
        assert "\x1b[31m" not in publish(result, form, "en").decode(), form
    for form in FORMATS.names():
        if form != "json":
            assert not {"\u202e", "\U000e0041"} & set(publish(result, form, "en").decode()), form


def test_markdown_escapes_every_mark() -> None:
    assert escaped("[a](b) <c> *d* `e` | #") == "\\[a\\]\\(b\\) &lt;c&gt; \\*d\\* \\`e\\` \\| \\#"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "auditor", *arguments]
    env = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, env=env)


def test_several_formats_in_one_run(tmp_path: Path) -> None:
    outputs = [f"{form}:{tmp_path / form}" for form in FORMATS.names()]
    done = run(
        "check",
        "flows/doctolib-2019",
        "--format",
        "concise",
        *(x for out in outputs for x in ("--output", out)),
    )
    assert done.returncode == 1
    assert "CLM-001" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == set(FORMATS.names())
    for form in ("json", "sarif", "gitlab"):
        json.loads((tmp_path / form).read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", FORMATS.names())
def test_the_exit_code_is_the_same_for_every_format(form: str) -> None:
    assert run("check", "flows/doctolib-2019", "--format", form).returncode == 1
    assert run("check", "flows/doctolib-2019", "--format", form, "--fail-on", "never").returncode == 0
    assert run("check", "flows", "--format", form).returncode != 0


@pytest.mark.parametrize("output", ["sarif:", "pdf:audit.pdf"])
def test_an_output_that_cannot_be_is_refused(output: str) -> None:
    assert run("check", "flows/doctolib-2019", "--output", output).returncode == 2


def test_annotations_fill_the_summary_of_the_job(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    done = run("check", "flows/doctolib-2019", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert "CLM\\-001" in summary.read_text(encoding="utf-8")


@pytest.mark.parametrize("before", ["", "Results of "])
def test_a_break_of_a_line_brings_no_command_to_its_beginning(reference: Result, before: str) -> None:
    title = before + "::error::owned " * 20
    case = replace(reference.case, title=Bilingual(title, title))
    shown = publish(replace(reference, case=case), "text", "en").decode().splitlines()
    assert not [line for line in shown if line.lstrip().startswith("::")]
    first, second, *_ = shown
    assert first.startswith(before or "./::error::owned")
    assert second.startswith(":\N{REPLACEMENT CHARACTER}error::owned ")

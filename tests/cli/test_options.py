"""The commands that read a case take the same options in the same words, and the short ones that people type."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from auditor.api.request import Request
from auditor.cli.arguments import app
from auditor.cli.commands import COMMANDS
from auditor.cli.groups import names
from auditor.cli.help import text_of
from auditor.cli.options import CaseOptions, ExceptionOptions, GateOptions, KnownOptions, request
from auditor.cli.settings import configurable
from tests.conftest import ROOT
from tests.running import run_here

CASE = "flows/plaintext-hop"
READING = [name for name, command in app().commands.items() if configurable(command.params)]  # type: ignore[arg-type]
#: What each command takes to be run on a case.
ASKED = {
    "check": (CASE, "--fail-on", "never"),
    "report": (CASE,),
    "explain": ("TRN-001", CASE),
    "ask": (CASE,),
    "what-if": (CASE,),
    "diff": (CASE, CASE),
    "export": ("register", CASE),
    "graph": (CASE,),
    "baseline": (CASE,),
    "bundle": ("create", CASE),
}


def test_every_module_with_a_command_is_listed() -> None:
    commands = {
        path.stem.replace("_", "-")
        for path in (ROOT / "auditor" / "cli").glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == "run"
    }
    assert commands - set(COMMANDS) == set(), "list these in auditor.cli.commands.COMMANDS"
    assert set(COMMANDS) - commands == set(), "no module of auditor.cli has the run of these"


@pytest.mark.parametrize("name", READING)
def test_what_reads_a_case_takes_the_shared_options(name: str) -> None:
    options = {option for parameter in app([name]).commands[name].params for option in parameter.opts}
    shared = {"--as-of", "--policy", "--knowledge", "--knowledge-date", "--config", "--no-config", "--lang"}
    assert shared | {"-q", "--quiet", "-v", "--verbose", "-o", "--out", "--output", "--exceptions"} <= options
    assert ("--format" in options) == ("-f" in options)


def test_an_option_is_declared_alike_wherever_it_is_taken() -> None:
    told: dict[tuple[str, str], set[str]] = {}
    for name in READING:
        for parameter in app([name]).commands[name].params:
            if f"--{str(parameter.name).replace('_', '-')}" not in (
                "--baseline",
                "--exceptions",
                "--out",
                "--form",
            ):
                key = (str(parameter.opts[0]), str(parameter.param_type_name))
                told.setdefault(key, set()).add(text_of(name, str(parameter.name)).en)
    assert {key: helps for key, helps in told.items() if key[1] == "option" and len(helps) > 1} == {
        ("--lang", "option"): {"The language of what is shown.", "One language instead of both."},
        ("--since", "option"): {
            "Fail only on what is new or worse than in this git revision, or on rules loosened since.",
            "The folder of an earlier survey; tell what changed since.",
            "Add to the log of the record what this earlier state said otherwise: a folder or a git revision.",
        },
        ("--on", "option"): {"When it was approved.", "The day on which they are sent."},
    }


def test_every_field_of_a_request_is_filled_by_an_option() -> None:
    groups = (CaseOptions, ExceptionOptions, GateOptions, KnownOptions)
    offered = {name for group in groups for name in names(group)}
    beside = {"paths", "rules", "lang", "profile"}
    assert set(Request.__struct_fields__) == (offered & set(Request.__struct_fields__)) | beside
    assert offered - set(Request.__struct_fields__) == {"config", "no_config", "quiet", "verbose"}


def test_a_request_holds_what_is_asked() -> None:
    case = CaseOptions(as_of=["2024"], policies=[Path("a")], knowledge=[Path("b")], knowledge_date="2025")
    excepted = ExceptionOptions(exceptions=Path("e"), exceptions_from="main", today="2026-01-02")
    known = KnownOptions(baseline=Path("k"), baseline_from="main")
    assert request([Path("c")], case, excepted, known, rules=["TRN-001"]) == Request(
        paths=(Path("c"),),
        as_of=("2024",),
        policies=(Path("a"),),
        knowledge=(Path("b"),),
        knowledge_date="2025",
        exceptions=Path("e"),
        exceptions_from="main",
        today="2026-01-02",
        baseline=Path("k"),
        baseline_from="main",
        rules=("TRN-001",),
    )


@pytest.mark.parametrize("name", sorted(ASKED))
def test_quiet_says_nothing_and_changes_no_exit_code(
    name: str, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    to = ("-o", str(tmp_path / "out")) if name in ("report", "baseline", "bundle") else ()
    loud = run_here(capfd, name, *ASKED[name], *to)
    quiet = run_here(capfd, name, *ASKED[name], *to, "-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (loud.returncode, "", "")
    assert loud.stdout or name == "what-if"


def test_quiet_still_tells_errors(capfd: pytest.CaptureFixture[str]) -> None:
    done = run_here(capfd, "ask", "flows/none", "-q")
    assert (done.returncode, done.stdout, "no such file or folder" in done.stderr) == (2, "", True)


@pytest.mark.parametrize("name", sorted(ASKED))
def test_verbose_says_what_was_read(name: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    to = ("-o", str(tmp_path / "out")) if name in ("report", "baseline", "bundle") else ()
    said = run_here(capfd, name, *ASKED[name], *to, "-v").stderr.splitlines()
    assert said[0] == "auditor: no settings found"
    assert "auditor: read: plaintext-hop/case.yaml" in said
    assert said[-1] == "auditor: packs: gdpr, gdpr-consent, gdpr-data"


@pytest.mark.parametrize("option", ["-o", "--out", "--output"])
@pytest.mark.parametrize("name", sorted(set(ASKED) - {"what-if"}))
def test_a_file_is_written_by_any_of_its_words(
    name: str, option: str, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shown = run_here(capfd, name, *ASKED[name]).stdout if name not in ("report", "baseline", "bundle") else ""
    done = run_here(capfd, name, *ASKED[name], option, str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out").exists()
    if shown:
        assert (tmp_path / "out").read_bytes().decode() == shown


def test_short_options_are_the_long_ones(capfd: pytest.CaptureFixture[str]) -> None:
    short = run_here(capfd, "check", CASE, "-f", "json")
    assert json.loads(short.stdout)["schema"] == "auditor.result/2"
    assert short.stdout == run_here(capfd, "check", CASE, "--format", "json").stdout


def test_an_earlier_result_is_no_revision(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    done = run_here(capfd, "report", CASE, "--since", "result.json", "--out", str(tmp_path / "out"))
    assert (done.returncode, "--earlier" in done.stderr, (tmp_path / "out").exists()) == (2, True, False)

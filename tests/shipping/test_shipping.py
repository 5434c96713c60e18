"""What is shipped for continuous integration: hooks, an action, a template, a container, and the commands of the docs."""

from __future__ import annotations

import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.shipping.conftest import BIN, environment
from tests.shipping.test_templates import action, template

pytestmark = pytest.mark.slow

SNIPPET = re.compile(r"```sh\n(.*?)```", re.DOTALL)
PINNED = re.compile(r"@[0-9a-f]{40}( |$)")


def commands(page: Path) -> list[str]:
    lines = [
        line for block in SNIPPET.findall(page.read_text(encoding="utf-8")) for line in block.splitlines()
    ]
    return [line for line in lines if line.startswith("auditor ")]


def test_the_commands_of_the_docs_run(tree: Path) -> None:
    found = commands(ROOT / "docs" / "ci.md")
    assert len(found) >= 3
    for line in found:
        done = subprocess.run(
            shlex.split(line), cwd=tree, env=environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (line, done.stderr)
    assert {path.name for path in (tree / "out").iterdir()} >= {
        "auditor.sarif",
        "auditor.xml",
        "code-quality.json",
        "comment.md",
    }


def test_every_step_of_the_action_is_pinned_and_takes_inputs_by_environment() -> None:
    steps = action()["runs"]["steps"]
    for line in (ROOT / "action.yml").read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert PINNED.search(line.split("uses:")[1].strip().partition(" #")[0] + " "), line
    assert all("${{" not in step.get("run", "") for step in steps)


@pytest.mark.parametrize(
    ("fail_on", "since", "code"), [("high", "", 1), ("never", "", 0), ("high", "HEAD", 0)]
)
def test_the_step_of_the_action_that_checks(tree: Path, fail_on: str, since: str, code: int) -> None:
    (step,) = [step for step in action()["runs"]["steps"] if step.get("id") == "check"]
    inputs = {
        "PATHS": "flows/plaintext-hop",
        "FAIL_ON": fail_on,
        "MIN_CONFIDENCE": "declared",
        "FAIL_ON_OPEN": "never",
        "MIN_DECIDED": "0",
        "CHOSEN_LANG": "en",
        "RUNNER_TEMP": str(tree),
        "MORE": "--rule TRN-001",
        "SINCE": since,
        "GITHUB_OUTPUT": str(tree / "output"),
        "GITHUB_STEP_SUMMARY": str(tree / "summary"),
    }
    assert set(step["env"]) <= set(inputs)
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(
        script, cwd=tree, env=environment(**inputs), capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert "::error" in done.stdout
    (sarif,) = tree.glob("auditor.*/auditor.sarif")
    assert (tree / "output").read_text(encoding="utf-8") == f"sarif={sarif}\n"
    assert "TRN-001" in (tree / "summary").read_text(encoding="utf-8").replace("\\", "")


@pytest.mark.parametrize("since", ["", "HEAD"])
def test_a_change_cannot_exempt_itself_by_the_action_nor_the_template(tree: Path, since: str) -> None:
    case = tree / "flows" / "plaintext-hop"
    more = (case / "case.yaml").read_text(encoding="utf-8").replace("  results:", "  results-again:", 1)
    (case / "case.yaml").write_text(more, encoding="utf-8")
    text = "auditor: 1\nexceptions:\n  - {rule: TRN-001, scope: {flow: [results-again, results]}, reason: we accept all of this,"
    (case / "exceptions.yaml").write_text(
        f"{text} approved_by: me, approved_on: 2026-11-01, expires: 2027-01-01}}\n", "utf-8"
    )
    (case / "auditor.yaml").write_text("auditor: 1\nfail-on: never\n", encoding="utf-8")
    (step,) = [step for step in action()["runs"]["steps"] if step.get("id") == "check"]
    inputs = {
        "PATHS": "flows/plaintext-hop\n",
        "FAIL_ON": "high",
        "MIN_CONFIDENCE": "declared",
        "FAIL_ON_OPEN": "never",
        "MIN_DECIDED": "0",
        "CHOSEN_LANG": "en",
    }
    inputs |= {"RUNNER_TEMP": str(tree), "MORE": "", "SINCE": since, "GITHUB_OUTPUT": str(tree / "output")}
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(
        script, cwd=tree, env=environment(**inputs), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, (done.stdout, done.stderr)
    _, job = template()
    chosen = {
        "AUDITOR_PATHS": "flows/plaintext-hop",
        "AUDITOR_FAIL_ON": "high",
        "AUDITOR_MIN_CONFIDENCE": "declared",
        "AUDITOR_FAIL_ON_OPEN": "never",
        "AUDITOR_MIN_DECIDED": "0",
    }
    chosen["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = since
    line = ["sh", "-c", job["script"][0]]
    assert (
        subprocess.run(line, cwd=tree, env=environment(**chosen), capture_output=True, check=False).returncode
        == 1
    )


def test_the_action_takes_paths_on_several_lines(tree: Path) -> None:
    (step,) = [step for step in action()["runs"]["steps"] if step.get("id") == "check"]
    reading = [line.strip() for line in step["run"].splitlines() if "PATHS" in line or "#paths" in line]
    script = "\n".join([*reading, 'printf "%s|" "${paths[@]}"'])
    for paths, code, read in (("a\nb c\n", 0, "a|b|c|"), (" \n", 2, "")):
        done = subprocess.run(
            ["bash", "-c", script], env=environment(PATHS=paths), capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (code, read)


def test_the_hooks_run_as_pre_commit_would(tree: Path) -> None:
    hooks = {
        hook["id"]: hook
        for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    for hook, arguments in (("auditor-check", ["flows/customer-held-key"]), ("auditor-test", ["policies"])):
        command = [*shlex.split(hooks[hook]["entry"]), *arguments]
        done = subprocess.run(
            command, cwd=tree, env=environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (hook, done.stdout, done.stderr)
        assert hooks[hook]["pass_filenames"] is False


def test_the_container_has_what_it_copies() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            for name in line.split()[1:-1]:
                assert (ROOT / name).exists(), name
                assert f"!{name}" in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("words", "at", "completed"), [("auditor ch", 1, "check"), ("auditor check --format sar", 3, "sarif")]
)
def test_shells_complete_commands_and_words(words: str, at: int, completed: str) -> None:
    asked = environment(_AUDITOR_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(at))
    done = subprocess.run([BIN / "auditor"], env=asked, capture_output=True, text=True, check=False)
    assert completed in done.stdout.split()


def test_nothing_is_said_of_progress_where_no_terminal_listens() -> None:
    done = subprocess.run(
        [BIN / "auditor", "check", "flows/plaintext-hop", "--fail-on", "never"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""


def test_long_work_says_what_it_does_on_a_terminal() -> None:
    program = (
        "from auditor.cli import progress\n"
        "progress.PATIENCE = 0.01\n"
        "from auditor.text import command_line\n"
        "from threading import Event\n"
        "with progress.working(command_line.JUDGING): Event().wait(0.2)\n"
    )
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", program], stderr=theirs, stdout=subprocess.DEVNULL, cwd=ROOT, check=False
    )
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "judging" in said
    assert said.endswith("\r")

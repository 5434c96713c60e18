"""The action, the template and the container: what they run is pinned, tried step by step, and nothing of the change is run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.shipping.conftest import BIN, environment

pytestmark = pytest.mark.slow

EXPRESSION = re.compile(r"\$\{\{ ([a-z._-]+) \}\}")
HOST = re.compile(r"https?://|\b[a-z0-9-]+\.(org|com|io|net|dev)\b")
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
IMAGE = re.compile(r"[a-z]+:[a-z0-9.-]+@sha256:[0-9a-f]{64}")
INPUT = re.compile(r"\$\[\[ inputs\.([a-z-]+) \]\]")
STRANGE = ("pip", "hatchling", "msgspec", "auditor", "sitecustomize")


def action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return found


def template() -> tuple[dict[str, Any], dict[str, Any]]:
    head, jobs = yaml.safe_load_all((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    return head["spec"]["inputs"], jobs["auditor"]


def workflows(folder: Path) -> list[Path]:
    """Write the workflows that the pages show, with an owner and a commit, and give their files."""
    found = []
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            if "jobs:" in block:
                file = folder / ".github" / "workflows" / f"{page.stem}-{len(found)}.yml"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(block.replace("COMMIT", "0" * 40), encoding="utf-8")
                found.append(file)
    return found


def zizmor(*paths: Path, persona: str = "pedantic") -> subprocess.CompletedProcess[str]:
    command = [BIN / "zizmor", "--offline", "--no-config", "--no-progress", "--persona", persona, *paths]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_an_auditor_of_workflows_finds_nothing(tmp_path: Path) -> None:
    shutil.copy(ROOT / "action.yml", tmp_path / "action.yml")
    shown = workflows(tmp_path)
    assert shown
    for done in (zizmor(tmp_path / "action.yml"), zizmor(*shown, persona="regular")):
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0", "v5"),
        ('sh "$SOURCE/ci/install.sh"', "sh ${{ inputs.paths }}"),
    ],
)
def test_an_auditor_of_workflows_would_find_what_is_not_pinned_or_is_run(
    tmp_path: Path, before: str, after: str
) -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "action.yml").write_text(text.replace(before, after), encoding="utf-8")
    assert zizmor(tmp_path / "action.yml").returncode > 10


def test_everything_that_the_program_needs_is_installed_by_its_hash() -> None:
    """What is pinned is what uv.lock says: `tests/test_generated.py` compares the file with its export."""
    entries = (ROOT / "ci" / "requirements.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    assert all(re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)
    named = {entry.partition("==")[0] for entry in entries}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    assert {re.split(r"[<>=]", each)[0] for each in needed} <= named


@pytest.mark.parametrize("name", ["ci/requirements.txt", "ci/install.sh", "ci/gitlab.yml", "Containerfile"])
def test_no_host_is_named(name: str) -> None:
    assert HOST.search((ROOT / name).read_text(encoding="utf-8")) is None


def resolved(step: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
    """Give the environment of a step, its expressions put in."""
    return {name: EXPRESSION.sub(lambda m: given[m[1]], text) for name, text in step.get("env", {}).items()}


def strangers(tree: Path) -> Path:
    """Put modules into a tree that tell when they are run, and give the file that they would tell it in."""
    told = tree.parent / f"{tree.name}-run"
    for name in STRANGE:
        (tree / f"{name}.py").write_text(f"open({str(told)!r}, 'a').write({name!r})\n", encoding="utf-8")
    return told


def run_action(tree: Path, python: Path, program: Path, **chosen: str) -> tuple[int, str, Path]:
    """Run the steps of the action as a runner does; give the exit code, its outputs and its temporary folder."""
    temporary = tree.parent / f"{tree.name}-temp"
    temporary.mkdir(exist_ok=True)
    defaults = {name: field.get("default", "") for name, field in action()["inputs"].items()}
    given = {f"inputs.{name}": text for name, text in {**defaults, **chosen}.items()}
    given["github.action_path"] = str(program)
    outputs = temporary / "outputs"
    outputs.touch()
    files = {"GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(temporary / "summary")}
    code = 0
    for step in action()["runs"]["steps"]:
        if "run" in step:
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=tree,
                env=environment(python, RUNNER_TEMP=str(temporary), **files, **resolved(step, given)),
                capture_output=True,
                text=True,
                check=False,
            )
            code = done.returncode
            assert code in (0, 1, 2, 3), done.stderr
            if code:
                break
    return code, outputs.read_text(encoding="utf-8"), temporary


def test_the_action_runs_in_a_clean_python_and_nothing_of_the_change_is_run(
    tree: Path, clean: Path, program: Path
) -> None:
    told = strangers(tree)
    (tree / "auditor.sarif").write_text("stale", encoding="utf-8")
    code, outputs, temporary = run_action(tree, clean, program, paths="flows/plaintext-hop")
    assert (code, told.exists()) == (1, False)
    sarif = Path(outputs.removeprefix("sarif=").strip())
    assert sarif.is_relative_to(temporary)
    assert "TRN-001" in {rule["ruleId"] for rule in json.loads(sarif.read_bytes())["runs"][0]["results"]}
    assert "TRN-001" in (temporary / "summary").read_text(encoding="utf-8").replace("\\", "")
    (tree / "flows" / "plaintext-hop" / "case.yaml").write_text("auditor: [", encoding="utf-8")
    (temporary / "outputs").unlink()
    assert run_action(tree, clean, program, paths="flows/plaintext-hop")[:2] == (2, "")


def test_the_template_is_pinned_and_says_what_it_takes() -> None:
    inputs, job = template()
    text = (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8")
    assert IMAGE.fullmatch(job["image"])
    assert set(INPUT.findall(text)) == set(inputs)
    assert re.fullmatch(inputs["commit"]["regex"], "0" * 40)
    assert not re.fullmatch(inputs["commit"]["regex"], "main")
    assert "$[[" not in "".join([*job["before_script"], *job["script"]]), "inputs are no code"
    reports = set(job["artifacts"]["reports"].values())
    assert set(shlex.split(job["before_script"][0])[2:]) == reports, "what a change brings is removed first"
    assert reports == set(re.findall(r"--output [a-z]+:(\S+)", job["script"][0]))


def run_template(tree: Path, python: Path, program: Path, base: str) -> tuple[int, str]:
    """Run the job of the template as a runner does; give the exit code and what it said."""
    inputs, job = template()
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=program, capture_output=True, text=True, check=True
    )
    server = f"file://{program.parents[1]}"
    given = {name: field.get("default", "") for name, field in inputs.items() if field}
    given |= {"project": "OWNER/auditor", "commit": commit.stdout.strip(), "paths": "flows/plaintext-hop"}
    chosen = {
        name: INPUT.sub(lambda m: given[m[1]], text).replace("$CI_SERVER_URL", server)
        for name, text in job["variables"].items()
    }
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join([*job["before_script"], *job["script"]])],
        cwd=tree,
        env=environment(python, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, **chosen),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(("base", "code"), [("", 1), ("origin/main", 0)])
def test_the_template_runs_in_a_clean_python_and_nothing_of_the_change_is_run(
    tree: Path, clean: Path, program: Path, base: str, code: int
) -> None:
    reports = template()[1]["artifacts"]["reports"].values()
    told = strangers(tree)
    (tree / "auditor.xml").symlink_to("flows/plaintext-hop/case.yaml")
    (tree / "gl-code-quality-report.json").write_text("stale", encoding="utf-8")
    assert run_template(tree, clean, program, base)[0] == code
    assert not told.exists()
    assert all((tree / file).is_file() and not (tree / file).is_symlink() for file in reports)
    (tree / "flows" / "plaintext-hop" / "case.yaml").write_text("auditor: [", encoding="utf-8")
    assert run_template(tree, clean, program, base)[0] == 2
    assert not any((tree / file).exists() for file in reports)


def build(root: Path) -> tuple[list[str], int]:
    """Follow the steps of the Containerfile below `root`, as an engine would; give its entry point and its user."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    work, user, entry = root, 0, []
    for line in text.splitlines():
        word, _, rest = line.partition(" ")
        if word == "FROM":
            assert IMAGE.fullmatch(rest.partition(" AS ")[0])
        elif word == "WORKDIR":
            work = root / rest.strip("/")
            work.mkdir(parents=True, exist_ok=True)
        elif word == "COPY" and not rest.startswith("--from="):
            *names, to = rest.split()
            for name in names:
                if (ROOT / name).is_dir():
                    shutil.copytree(ROOT / name, work / to, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(ROOT / name, work / to)
        elif word == "COPY":
            _, there, here = rest.split()
            assert (root / there.strip("/")).is_dir()
            assert there == here, "its paths are written into it"
        elif word == "RUN":
            run = rest.replace("/opt/", f"{root}/opt/")
            done = subprocess.run(
                ["sh", "-c", run], cwd=work, env=environment(), capture_output=True, check=False
            )
            assert done.returncode == 0, done.stderr
        elif word == "USER":
            user = int(rest.partition(":")[0])
        elif word == "ENTRYPOINT":
            entry = [step.replace("/opt/", f"{root}/opt/") for step in json.loads(rest)]
        else:
            assert not line or line.startswith("#"), line
    return entry, user


def as_user(user: int) -> list[str]:
    """Give what runs a command as a user who may write nothing; who may read all, as this Python may lie in a home."""
    if os.getuid():
        return []
    read = "+dac_read_search"
    ids = [f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    return [
        "/usr/bin/setpriv",
        *ids,
        f"--inh-caps=-all,{read}",
        f"--ambient-caps={read}",
        f"--bounding-set=-all,{read}",
    ]


def test_the_container_runs_as_nobody_on_a_tree_that_it_may_not_write_from_compiled_code(
    tmp_path: Path,
) -> None:
    entry, user = build(tmp_path)
    assert user > 0
    shutil.rmtree(tmp_path / "src")
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "work" / "x")
    made = set(tmp_path.rglob("*.pyc"))
    done = subprocess.run(
        [
            *as_user(user),
            Path(entry[0]).with_name("python"),
            "-v",
            *entry,
            "check",
            "x",
            "--format",
            "concise",
        ],
        cwd=tmp_path / "work",
        env={"PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "TRN-001" in done.stdout) == (1, True), done.stderr[-2000:]
    read = re.findall(r"# code object from '?(\S+?)'?$", done.stderr, re.MULTILINE)
    ours = [path for path in read if "site-packages/auditor/" in path]
    assert len(ours) > 50
    assert all(path.endswith(".pyc") for path in ours)
    assert set(tmp_path.rglob("*.pyc")) == made, "nothing is compiled when it runs"

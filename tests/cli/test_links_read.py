"""Nothing is read through a link that a repository holds and that leads out of it, by any command, whatever names it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.cli.arguments import app
from auditor.cli.commands import COMMANDS
from auditor.cli.settings import configurable
from tests.conftest import ROOT
from tests.running import run_here

SECRET = "hunter2"  # noqa: S105
CASE = "flows/case"
#: How each command is asked; what stands in braces is an argument that names a file.
ASKED = {
    "check": ("{paths}",),
    "report": ("{paths}", "--out", "written"),
    "explain": ("TRN-001", "{paths}"),
    "ask": ("{paths}",),
    "answers": ("{files}", "--by", "somebody", "--on", "2026-11-01", "--case", CASE),
    "what-if": ("{path}",),
    "diff": ("{base}", "{head}"),
    "accept": (
        "F-83",
        "{path}",
        *["--until", "2027-01-01", "--reason", "reviewed", "--by", "somebody", "--on", "2026-11-01"],
    ),
    "baseline": ("{path}", "--baseline", "written.yaml"),
    "bundle": ("create", "{paths}", "--out", "written.zip"),
    "capture": ("show", "{files}"),
    "export": ("register", "{paths}"),
    "import": ("{files}", "--into", "written"),
    "survey": ("{paths}", "--out", "written", "--workers", "1"),
    "graph": ("{paths}",),
    "rules": (),
    "test": ("{policies}",),
    "knowledge": ("check", "{what}"),
    "schema": ("case",),
    "init": ("{folder}",),
    "version": (),
}
#: Arguments that are texts, as they may name other things than files.
TEXTS = {("diff", "base"), ("diff", "head"), ("knowledge", "what")}
#: What is read otherwise than asked above.
OTHERWISE = {
    ("bundle", "withheld"): ("verify", "made.zip", "--withheld", "{}"),
    ("bundle", "paths"): ("verify", "{}"),
    ("capture", "out"): ("show", "seen.txt", "--out", "{}"),
    ("capture", "into"): ("import", "seen.txt", "--site", "a.example", "--into", "{}"),
    ("capture", "verify"): ("verify", CASE, "{}"),
    ("ask", "record"): (CASE, "--as", "text", "--all", "--on", "2026-11-01", "--record", "{}"),
    ("answers", "papers"): (
        "record.csv",
        *["--by", "somebody", "--on", "2026-11-01", "--case", CASE, "--attach", "1={}"],
    ),
    ("import", "out"): ("record.csv", "--into", "written", "--output", "{}"),
    ("import", "into"): ("record.csv", "--into", "{}"),
    ("init", "documents"): ("new", "--from", "{}"),
    ("init", "workbook"): ("--workbook", "{}"),
    ("capture", "dns"): ("show", "seen.txt", "--dns", "{}"),
    ("explain", "policies"): ("TRN-001", "--policy", "{}"),
    ("diff", "case"): ("HEAD", "HEAD", "--case", "{}"),
    ("knowledge", "knowledge"): ("search", "amazon", "--knowledge", "{}"),
}
LINKS = ("LINK-OUT.yaml", "linked", "linked/secret.yaml", "linked/../outside/secret.yaml")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a case, a link to a file outside and one to a folder outside."""
    root = tmp_path_factory.mktemp("links") / "repository"
    outside = root.parent / "outside"
    shutil.copytree(ROOT / "flows" / "plaintext-hop", root / CASE)
    outside.mkdir()
    (outside / "secret.yaml").write_text(f"password: [{SECRET}\n", encoding="utf-8")
    (outside / "result.json").write_text(f'{{"password": "{SECRET}"\n', encoding="utf-8")
    (root / "LINK-OUT.yaml").symlink_to(outside / "secret.yaml")
    (root / "LINK-OUT.json").symlink_to(outside / "result.json")
    (root / "linked").symlink_to(outside)
    (root / "record.csv").write_bytes((ROOT / "tests" / "importing" / "small.csv").read_bytes())
    (root / "seen.txt").write_text("a.tracker.example\n", encoding="utf-8")
    for words in ("init -q", "add .", "-c user.name=a -c user.email=a@b commit -q -m a"):
        subprocess.run(["git", *words.split()], cwd=root, check=True, capture_output=True)
    return root


def named_files() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every option and argument of every command that names a file, and the arguments that give it a link, `{}`."""
    for name, command in app().commands.items():
        for parameter in command.params:
            if parameter.type.name != "path" and (name, parameter.name) not in TEXTS:
                continue
            own = f"{{{parameter.name}}}"
            asked = tuple(word if not word.startswith("{") or word == own else CASE for word in ASKED[name])
            if parameter.param_type_name == "argument":
                yield name, str(parameter.name), tuple("{}" if word == own else word for word in asked)
            elif (name, parameter.name) not in OTHERWISE:
                long = max(parameter.opts, key=len)
                kept = asked[: asked.index(long)] if long in asked else asked
                yield name, str(parameter.name), (*kept, long, "{}")
    for (name, parameter), asked in OTHERWISE.items():
        yield name, f"{parameter}, otherwise", asked


FILES = list(named_files())


def test_every_command_is_asked() -> None:
    assert set(ASKED) == set(COMMANDS), "say how the command is asked, so that its files are tried"


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize(
    ("name", "asked"), [(n, a) for n, _, a in FILES], ids=[f"{n} {p}" for n, p, _ in FILES]
)
def test_a_link_out_of_the_repository_is_refused(
    repository: Path, capfd: pytest.CaptureFixture[str], name: str, asked: tuple[str, ...], link: str
) -> None:
    if "made.zip" in asked and not (repository / "made.zip").exists():
        assert run_here(capfd, "bundle", "create", CASE, "-o", "made.zip", cwd=repository).returncode == 0
    before = {path: path.read_bytes() for path in (repository.parent / "outside").iterdir()}
    done = run_here(capfd, name, *(word.replace("{}", link) for word in asked), cwd=repository)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert SECRET not in done.stdout + done.stderr
    # git knows names alone: to it, `linked/../outside` is a folder of the repository, which it does not have
    assert "a link" in done.stderr or ("HEAD" in asked and "no such file or folder in HEAD" in done.stderr)
    assert {path: path.read_bytes() for path in (repository.parent / "outside").iterdir()} == before


@pytest.mark.parametrize(
    "asked",
    [
        ("diff", "LINK-OUT.json", "LINK-OUT.json"),
        ("report", CASE, "--out", "w", "--earlier", "LINK-OUT.json"),
    ],
)
def test_a_result_that_is_a_link_out_is_refused(
    repository: Path, capfd: pytest.CaptureFixture[str], asked: tuple[str, ...]
) -> None:
    done = run_here(capfd, *asked, cwd=repository)
    assert (done.returncode, SECRET in done.stdout + done.stderr) == (2, False)
    assert "a link that leads out of the repository" in done.stderr


READING = [name for name, command in app().commands.items() if configurable(command.params)]  # type: ignore[arg-type]
FOUND = [(name, file) for name in READING for file in ("auditor.yaml", "pyproject.toml", "exceptions.yaml")]


@pytest.mark.parametrize(("name", "beside"), [*FOUND, ("baseline", "baseline.yaml")])
def test_what_is_found_beside_a_case_and_leads_out_is_refused(
    repository: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path, name: str, beside: str
) -> None:
    root = tmp_path / "repository"
    shutil.copytree(repository, root, symlinks=True)
    outside = tmp_path / "secret"
    outside.write_text(f"[tool.auditor]\npassword: [{SECRET}\n", encoding="utf-8")
    (root / CASE / beside).symlink_to(outside)
    asked = [CASE if word.startswith("{") else word for word in ASKED[name]]
    done = run_here(capfd, name, *(asked[:1] if beside == "baseline.yaml" else asked), cwd=root)
    assert (done.returncode, SECRET in done.stdout + done.stderr) == (2, False), done.stderr
    assert "a link that leads out of the repository" in done.stderr

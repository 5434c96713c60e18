"""Results are written whole or not at all, nowhere that a link or git leads to, and none that is stale is left."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.api import writing
from auditor.errors import NotWritten, UsageRefused
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "x")
    (tmp_path / ".git" / "hooks").mkdir(parents=True)
    (tmp_path / ".git" / "config").write_text("[core]\n", encoding="utf-8")
    return tmp_path / "x"


def test_what_was_there_keeps_its_permissions_and_nothing_is_left_beside(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_bytes(b"old")
    file.chmod(0o640)
    writing.write(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


def test_a_new_file_has_the_permissions_that_the_system_gives(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    writing.write(tmp_path / "deep" / "result.json", b"new")
    usual = (tmp_path / "usual").stat().st_mode
    assert (tmp_path / "deep" / "result.json").stat().st_mode == usual


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writing.write(pipe, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "result.json"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritten, match="No space left on device"):
        writing.write(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


@pytest.mark.parametrize("output", [".git/hooks/pre-commit", ".GIT/config", "x/../.git/config"])
def test_nothing_is_written_into_the_folder_of_git(
    auditor: Run, case: Path, tmp_path: Path, output: str
) -> None:
    done = auditor("check", "x", "--fail-on", "never", "--output", f"json:{output}")
    assert (done.returncode, "the folder of git" in done.stderr) == (2, True)
    assert (tmp_path / ".git" / "config").read_text(encoding="utf-8") == "[core]\n"
    assert not (tmp_path / ".git" / "hooks" / "pre-commit").exists()
    assert not (tmp_path / ".GIT").exists()


def _established(auditor: Run) -> str:
    """Give the id of a finding that can be accepted."""
    found = json.loads(auditor("check", "x", "--format", "json").stdout)["findings"]
    return next(f"F-{each['fingerprint']}" for each in found if each["outcome"] == "established")


def _writing_to(file: Path, finding: str) -> dict[str, tuple[str, ...]]:
    """Give what makes each command write to `file`, a French report."""
    return {
        "check": ("x", "--fail-on", "never", "--output", f"json:{file}"),
        "graph": ("x", "--out", str(file)),
        "report": ("x", "--fail-on", "never", "--lang", "fr", "--out", str(file.parent)),
        "bundle": ("create", "x", "--out", str(file)),
        "baseline": ("x", "--baseline", str(file), "--accept-new"),
        "accept": (
            *(finding, "x", "--exceptions", str(file), "--until", "2027-01-01", "--on", "2026-11-01"),
            *("--reason", "long enough to be one", "--by", "DPO"),
        ),
    }


@pytest.mark.parametrize("target", [".git/config", ".git/hooks/pre-commit", "x/case.yaml", "nothing-yet"])
@pytest.mark.parametrize("command", ["check", "graph", "report", "bundle", "baseline", "accept"])
def test_nothing_is_written_through_a_link_in_the_repository(
    auditor: Run, case: Path, tmp_path: Path, target: str, command: str
) -> None:
    link = tmp_path / "out" / "report.fr.html"
    link.parent.mkdir()
    link.symlink_to(tmp_path / target)
    there = tmp_path / target
    before = there.read_bytes() if there.is_file() else None
    done = auditor(command, *_writing_to(link, _established(auditor))[command])
    assert done.returncode == 2, done.stderr
    assert link.is_symlink()
    assert (there.read_bytes() if there.is_file() else None) == before


def test_a_link_outside_of_repositories_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    writing.write(tmp_path / "link" / "result.json", b"new")
    assert (tmp_path / "there" / "result.json").read_bytes() == b"new"


@pytest.mark.parametrize("broken", ["case", "settings", "folder", "arguments"])
def test_a_result_of_before_is_removed_where_the_case_cannot_be_judged(
    auditor: Run, case: Path, tmp_path: Path, broken: str
) -> None:
    stale = tmp_path / "auditor.sarif"
    stale.write_text("{}", encoding="utf-8")
    at = "x"
    if broken == "case":
        next(case.glob("*.yaml")).write_text("auditor: [", encoding="utf-8")
    elif broken == "settings":
        (case / "auditor.yaml").write_text("nothing: such", encoding="utf-8")
    elif broken == "folder":
        at = "nowhere"
    more = ("--as-of", "yesterday") if broken == "arguments" else ()
    done = auditor("check", at, "--format", "github", "--output", "sarif:auditor.sarif", *more)
    assert done.returncode == 2
    assert not stale.exists()


def test_nothing_but_an_output_of_its_own_is_removed(auditor: Run, case: Path, tmp_path: Path) -> None:
    link = tmp_path / "auditor.sarif"
    link.symlink_to(tmp_path / ".git" / "config")
    assert auditor("check", "nowhere", "--output", "sarif:auditor.sarif").returncode == 2
    assert (link.is_symlink(), (tmp_path / ".git" / "config").is_file()) == (True, True)


def test_the_folder_of_git_is_no_place_for_results_by_any_name(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / ".git")
    with pytest.raises(UsageRefused):
        writing.write(tmp_path / "link" / "config", b"new")
    assert list((tmp_path / ".git").iterdir()) == []

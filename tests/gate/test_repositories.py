"""Whose branches a gate compares with: those of the repository it runs in, never those of what a change brought in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.gate.test_history import commit, git

Run = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--no-config", "--fail-on", "high", "--today", "2026-11-24", "--format", "concise")
GATE = ("check", "flows/x", *DAY, "--since", "main", "--exceptions-from", "main")
FILE = ("-c", "protocol.file.allow=always")


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    """A repository whose main protects the hop, on a branch that does not."""
    root = tmp_path / "repository"
    shutil.copytree(ROOT / "flows" / "plaintext-hop", root / "flows" / "x")
    case = root / "flows" / "x" / "case.yaml"
    bad = case.read_text(encoding="utf-8")
    assert bad.count("transport: none") == 1
    case.write_text(bad.replace("transport: none", "transport: tls-1.3"), encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root, "protected")
    git(root, "checkout", "-q", "-b", "change")
    case.write_text(bad, encoding="utf-8")
    commit(root, "bare")
    return root


def swallowed(root: Path, where: str) -> None:
    """Replace a folder of the repository by a submodule whose own main has the very same, finding included."""
    other = root.parent / f"other-{where.replace('/', '-')}"
    shutil.copytree(root / where, other)
    git(other, "init", "-q", "-b", "main")
    commit(other, "elsewhere")
    git(root, "rm", "-rq", where)
    git(root, *FILE, "submodule", "--quiet", "add", str(other), where)
    commit(root, "swallowed")


def test_a_change_that_loses_protection_fails(auditor: Run, protected: Path) -> None:
    assert auditor(*GATE, cwd=protected).returncode == 1


@pytest.mark.parametrize("where", ["flows/x", "flows"])
def test_a_submodule_does_not_say_what_was_known(auditor: Run, protected: Path, where: str) -> None:
    swallowed(protected, where)
    for cwd, case in ((protected, "flows/x"), (protected.parent, "repository/flows/x"), (protected / "flows/x", ".")):
        for option in ("--since", "--exceptions-from"):
            done = auditor("check", case, *DAY, option, "main", cwd=cwd)
            assert (done.returncode, done.stdout) == (2, ""), (cwd, option)
            assert "another repository" in done.stderr or "submodule" in done.stderr


def test_a_link_to_a_submodule_does_not_either(auditor: Run, protected: Path) -> None:
    shutil.copytree(protected / "flows", protected / "vendor")
    swallowed(protected, "flows/x")
    (protected / "linked").symlink_to("flows/x")
    (protected / "around").symlink_to("flows")
    commit(protected, "linked")
    for case in ("linked", "around/x"):
        for cwd in (protected, protected.parent):
            path = os.path.relpath(protected / case, cwd)
            assert auditor("check", path, *DAY, "--since", "main", cwd=cwd).returncode == 2


def test_a_case_reached_through_a_link_is_refused(auditor: Run, protected: Path) -> None:
    (protected / "short").symlink_to("flows/x")
    done = auditor("check", "short", *DAY, "--since", "main", cwd=protected)
    assert (done.returncode, "leads through a link" in done.stderr) == (2, True)


def test_work_trees_of_one_repository_go_on_working(auditor: Run, protected: Path) -> None:
    git(protected, "worktree", "add", "-q", "inside", "protected")
    git(protected, "worktree", "add", "-q", "../beside", "bare")
    assert auditor(*GATE, cwd=protected / "inside").returncode == 0
    assert auditor(*GATE, cwd=protected.parent / "beside").returncode == 1
    away = ("check", "../beside/flows/x", *DAY, "--since", "main")
    assert auditor(*away, cwd=protected).returncode == 1
    assert auditor("check", "repository/flows/x", *DAY, "--since", "main", cwd=protected.parent).returncode == 1


def test_a_clone_of_another_repository_is_not_taken_for_this_one(auditor: Run, protected: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(protected), "clone")
    done = auditor("check", "../clone/flows/x", *DAY, "--since", "HEAD", cwd=protected)
    assert (done.returncode, "another repository" in done.stderr) == (2, True)

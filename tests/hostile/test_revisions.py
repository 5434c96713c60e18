"""A name of a revision that somebody else may have taken gives no base to compare with."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.running import run_here

Run = Callable[..., subprocess.CompletedProcess[str]]


def git(root: Path, *words: str) -> str:
    named = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always")
    done = subprocess.run(["git", *named, *words], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def auditor(capfd: pytest.CaptureFixture[str], clone: Path) -> Run:
    return partial(run_here, capfd, "check", "flows/x", "--no-config", "--fail-on", "high", cwd=clone)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone whose branch makes a sound case bad; origin/main is the sound one."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    shutil.copytree(ROOT / "flows" / "plaintext-hop", origin / "flows" / "x")
    (case,) = (origin / "flows" / "x").glob("*.yaml")
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("transport: none", "transport: tls-1.3"), encoding="utf-8")
    git(origin, "init", "-q", "-b", "main")
    git(origin, "add", ".")
    git(origin, "commit", "-q", "-m", "sound")
    git(tmp_path, "clone", "-q", str(origin), "clone")
    (clone / "flows" / "x" / case.name).write_text(text, encoding="utf-8")
    git(clone, "checkout", "-q", "-b", "change")
    git(clone, "commit", "-q", "-a", "-m", "bad")
    return clone


@pytest.mark.parametrize(
    "name",
    [
        "origin/main",
        "main",
        "refs/heads/main",
        "heads/main",
        "remotes/origin/main",
        "HEAD~1",
        "@~1",
        "origin",
    ],
)
def test_what_one_thing_is_called_is_the_base(auditor: Run, name: str) -> None:
    assert auditor("--since", name).returncode == 1


def test_a_full_id_is_the_base_whatever_is_called_alike(auditor: Run, clone: Path) -> None:
    base = git(clone, "rev-parse", "origin/main")
    git(clone, "tag", base, "HEAD")
    git(clone, "branch", base[:7], "HEAD")
    assert auditor("--since", base).returncode == 1


TAKEN = {
    "a tag": ("origin/main", ("tag", "origin/main", "HEAD")),
    "a local branch": ("origin/main", ("branch", "origin/main", "HEAD")),
    "a tag beside a branch": ("main", ("tag", "main", "HEAD")),
    "a tag beside its ancestor": ("main~0", ("tag", "main", "HEAD")),
    "a tag with a peel": ("main^{commit}", ("tag", "main", "HEAD")),
    "a branch in a folder": ("heads/main", ("branch", "heads/main", "HEAD")),
    "a reference at the root": ("main", ("update-ref", "refs/main", "HEAD")),
    "a remote's head": ("origin", ("tag", "origin", "HEAD")),
}


@pytest.mark.parametrize("option", ["--since", "--exceptions-from", "--baseline-from"])
@pytest.mark.parametrize("taken", TAKEN)
def test_a_name_that_something_else_bears_too_is_refused(
    auditor: Run, clone: Path, taken: str, option: str
) -> None:
    name, command = TAKEN[taken]
    git(clone, *command)
    done = auditor(option, name)
    assert (done.returncode, "names several revisions" in done.stderr) == (2, True)
    assert "the full id of the commit" in done.stderr


@pytest.mark.parametrize("command", [("tag", "origin/next", "HEAD"), ("branch", "origin/next", "HEAD")])
def test_a_tag_or_branch_called_as_a_remote_branch_that_was_not_fetched_is_refused(
    auditor: Run, clone: Path, command: tuple[str, ...]
) -> None:
    git(clone, *command)
    done = auditor("--since", "origin/next")
    assert (done.returncode, "looks like a remote branch and is none" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", ["{}", "v1.0-3-g{}"])
def test_a_branch_called_as_the_beginning_of_an_id_is_refused(auditor: Run, clone: Path, name: str) -> None:
    called = name.format(git(clone, "rev-parse", "origin/main")[:7])
    git(clone, "branch", called, "HEAD")
    done = auditor("--since", called)
    assert (done.returncode, "looks like the id of a commit and is none" in done.stderr) == (2, True)


def test_two_revisions_that_are_compared_are_held_to_it_too(
    capfd: pytest.CaptureFixture[str], clone: Path
) -> None:
    git(clone, "tag", "origin/main", "HEAD")
    done = run_here(capfd, "diff", "origin/main", "HEAD", "--case", "flows/x", cwd=clone)
    assert (done.returncode, "names several revisions" in done.stderr) == (2, True)

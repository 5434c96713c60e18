"""A command that is killed, or whose disk is full, leaves the old file or the new one, whole.

`KILLS` sets how often each command is killed (`make kills`); `COUNTS` names the file that what was found is written to.
"""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.kills import WRITERS, command, environment, killed, put, record, written
from tests.running import run_here

KILLS = int(os.environ.get("KILLS", "3"))
COUNTS = os.environ.get("COUNTS", "")
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", WRITERS)
def test_a_command_that_is_killed_leaves_old_files_or_new_ones(name: str, tmp_path: Path) -> None:
    found = killed(name, tmp_path, KILLS)
    if COUNTS:
        record(Path(COUNTS), name, found)
    assert found["else"] == 0, found
    assert found["old"] + found["new"] + found["some"] == KILLS


def before(name: str, root: Path) -> dict[str, bytes]:
    """Put a case and what stood where the command writes; give the latter."""
    writer = WRITERS[name]
    shutil.copytree(ROOT / "flows" / "plaintext-hop", root / "x")
    folder = root / writer.target
    names = [Path(word).name for word in writer.arguments if word.startswith(("OUT/", "sarif:OUT/"))]
    baseline = b"auditor: 1\ncase: plaintext-hop\nbaseline: []\n"
    old = dict.fromkeys(names or ["report.en.html"], baseline if name == "baseline" else writer.old)
    put(folder, old)
    return old


def small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))


@pytest.mark.parametrize("name", WRITERS)
def test_a_limit_on_the_size_of_files_leaves_old_files_whole(name: str, tmp_path: Path) -> None:
    old = before(name, tmp_path)
    done = subprocess.run(
        command(WRITERS[name]),
        cwd=tmp_path,
        capture_output=True,
        check=False,
        preexec_fn=small_files,
        env=environment(),
    )
    assert done.returncode == 2, done.stderr
    assert b"File too large" in done.stderr
    folder = tmp_path / WRITERS[name].target
    assert (written(folder), len(list(folder.iterdir()))) == (old, len(old))


@pytest.mark.parametrize("step", ["fsync", "open", "replace"])
@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_leaves_old_files_whole(
    name: str, step: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = before(name, tmp_path)
    true: Callable[..., object] = getattr(os, step)

    def full(*arguments: object, **more: object) -> object:
        if step != "open" or str(arguments[0]).endswith(".part"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return true(*arguments, **more)

    monkeypatch.setattr(os, step, full)
    done = run_here(capfd, *WRITERS[name].arguments, cwd=tmp_path)
    monkeypatch.undo()
    assert (done.returncode, "No space left on device" in done.stderr) == (2, True), done.stderr
    folder = tmp_path / WRITERS[name].target
    assert (written(folder), len(list(folder.iterdir()))) == (old, len(old))

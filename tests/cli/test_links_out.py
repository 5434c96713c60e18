"""Nothing is written through a link that a repository holds and that leads out of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.running import run_here


@pytest.mark.parametrize("linked", ["file", "folder"])
def test_an_output_through_a_link_out_of_the_repository_is_refused(
    linked: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tree, outside = tmp_path / "tree", tmp_path / "outside"
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tree / "plaintext-hop")
    (tree / ".git").mkdir()
    outside.mkdir()
    if linked == "folder":
        (tree / "out").symlink_to(outside)
    else:
        (tree / "out").mkdir()
        (tree / "out" / "result.json").symlink_to(outside / "result.json")
    done = run_here(
        capfd, "check", "plaintext-hop", "--fail-on", "never", "--output", "json:out/result.json", cwd=tree
    )
    assert done.returncode == 2
    assert "a link leads out of the repository" in done.stderr
    assert list(outside.iterdir()) == []
    inside = run_here(
        capfd, "check", "plaintext-hop", "--fail-on", "never", "--output", "json:in/result.json", cwd=tree
    )
    assert inside.returncode == 0

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = Path(sys.executable).parent
WHO = ("-c", "user.name=auditor", "-c", "user.email=auditor@example.org", "-c", "commit.gpgsign=false")
#: What the program is made of, as its own commit has it.
SOURCE = ("ci", "auditor", "policies", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


def environment(bin_folder: Path = BIN, **more: str) -> dict[str, str]:
    return {"PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": os.environ.get("HOME", "/"), **more}


def committed(folder: Path) -> Path:
    """Make a folder a repository with one commit that holds all of it."""
    for step in (["init", "--quiet"], ["add", "."], [*WHO, "commit", "--quiet", "--message", "before"]):
        subprocess.run(["git", *step], cwd=folder, env=environment(), capture_output=True, check=True)
    return folder


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a repository with cases and packs, and the branch that its change is proposed for."""
    for name in ("flows", "policies"):
        shutil.copytree(ROOT / name, tmp_path / name)
    committed(tmp_path)
    branch = ["update-ref", "refs/remotes/origin/main", "HEAD"]
    subprocess.run(["git", *branch], cwd=tmp_path, env=environment(), capture_output=True, check=True)
    return tmp_path


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository with what the program is made of, below the name that servers give it."""
    folder = tmp_path_factory.mktemp("server") / "OWNER" / "auditor.git"
    folder.mkdir(parents=True)
    for name in SOURCE:
        there = ROOT / name
        if there.is_dir():
            shutil.copytree(there, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(there, folder / name)
    return committed(folder)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the commands of a Python that nothing is installed for."""
    folder = tmp_path_factory.mktemp("python")
    venv.create(folder, with_pip=True)
    return folder / "bin"

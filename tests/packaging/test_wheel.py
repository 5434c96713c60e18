"""The wheel, installed in a clean environment, judges the reference case as the checkout does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REFERENCE, ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("auditor", "policies", "pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        where = ROOT / name
        if where.is_dir():
            shutil.copytree(where, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(where, source / name)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (made,) = (folder / "dist").glob("*.whl")
    return made


def test_what_the_program_reads_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"auditor/policies/{p.name}" for p in (ROOT / "policies").glob("*.yaml")} <= names
    html = ROOT / "auditor" / "rendering" / "html"
    assert {
        f"auditor/rendering/html/{p.name}" for p in html.iterdir() if p.suffix in (".j2", ".css", ".js")
    } <= names
    assert "auditor/py.typed" in names
    shared = [p for p in (ROOT / "auditor" / "knowledge").rglob("*") if p.suffix in (".yaml", ".json")]
    assert {p.relative_to(ROOT).as_posix() for p in shared} <= names
    assert {"auditor/knowledge/base.json", "auditor/knowledge/web/domains.yaml"} <= names
    assert not [name for name in names if name.startswith(("tests/", "flows/", "policies/"))]


def test_the_notices_of_others_are_in_the_wheel(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (notice,) = (name for name in archive.namelist() if name.endswith("/NOTICE"))
    text = archive.read(notice).decode()
    assert "third-party-web" in text
    assert "Copyright (c) 2019 Patrick Hulce" in text
    assert "Permission is hereby granted" in text


def test_the_program_installed_in_a_clean_environment_says_the_same(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "clean"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    quiet = ["--quiet", "--disable-pip-version-check", "--compile"]
    install = [python, "-m", "pip", "install", *quiet, str(wheel)]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (there,) = environment.glob("lib/*/site-packages/auditor")
    modules = list(there.rglob("*.py"))
    assert modules
    assert all(list(module.parent.glob(f"__pycache__/{module.stem}.*.pyc")) for module in modules)
    shutil.copytree(REFERENCE, tmp_path / "flows" / "doctolib-2019")
    arguments = ["check", "flows/doctolib-2019", "--format", "json"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    installed = subprocess.run(
        [environment / "bin" / "auditor", *arguments],
        cwd=tmp_path,
        env=kept,
        capture_output=True,
        check=False,
    )
    here = subprocess.run(
        [sys.executable, "-m", "auditor", *arguments], cwd=ROOT, capture_output=True, check=False
    )
    assert installed.returncode == here.returncode == 1, installed.stderr
    assert installed.stdout == here.stdout

"""The same inputs give the same bytes: hash seed, locale, time zone, directory and order of files do not matter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REFERENCE, ROOT

pytestmark = pytest.mark.slow


def run(folder: Path, *arguments: str, cwd: Path, **environment: str) -> bytes:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        capture_output=True,
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    del folder
    return done.stdout


def produced(base: Path, **environment: str) -> tuple[bytes, ...]:
    case = base / "case"
    result = run(case, "check", "case", "--format", "json", cwd=base, **environment)
    run(case, "report", "case", "--out", "out", cwd=base, **environment)
    return (result, *((base / "out" / f"report.{lang}.html").read_bytes() for lang in ("fr", "en")))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, ...]:
    base = tmp_path_factory.mktemp("first")
    shutil.copytree(REFERENCE, base / "case")
    return produced(base, PYTHONHASHSEED="0", LC_ALL="C", TZ="UTC")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "America/New_York"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "fr_FR.UTF-8", "TZ": "Europe/Paris"},
    ],
)
def test_same_bytes_whatever_the_environment(
    tmp_path: Path, first: tuple[bytes, ...], environment: dict[str, str]
) -> None:
    shutil.copytree(REFERENCE, tmp_path / "case")
    assert produced(tmp_path, **environment) == first


def without_files(result: bytes) -> dict[str, object]:
    import json

    def bare(node: object) -> object:
        if isinstance(node, dict):
            return {k: bare(v) for k, v in node.items() if k not in ("inputs", "place", "file")}
        return [bare(item) for item in node] if isinstance(node, list) else node

    found = bare(json.loads(result))
    assert isinstance(found, dict)
    return found


def test_same_verdict_whatever_the_order_of_files(tmp_path: Path, first: tuple[bytes, ...]) -> None:
    (tmp_path / "case").mkdir()
    for number, file in enumerate(sorted(REFERENCE.glob("*.yaml"), reverse=True)):
        shutil.copy(file, tmp_path / "case" / f"{number}.yaml")
    result = run(tmp_path, "check", "case", "--format", "json", cwd=tmp_path, PYTHONHASHSEED="7")
    assert without_files(result) == without_files(first[0])


def test_nothing_of_this_machine_is_in_a_result(first: tuple[bytes, ...]) -> None:
    for data in first:
        assert str(ROOT).encode() not in data
        assert b"/tmp/" not in data


def test_same_bytes_from_wherever_the_command_is_started(tmp_path: Path) -> None:
    shutil.copytree(REFERENCE, tmp_path / "a" / "case")
    shutil.copytree(REFERENCE, tmp_path / "b" / "c" / "case")
    first = run(tmp_path, "check", "a/case", "--format", "json", cwd=tmp_path)
    assert run(tmp_path, "check", str(tmp_path / "b" / "c" / "case"), "--format", "json", cwd=ROOT) == first
    assert run(tmp_path, "check", ".", "--format", "json", cwd=tmp_path / "a" / "case") == first
    shown = run(tmp_path, "check", ".", cwd=tmp_path / "a" / "case").decode()
    assert "--> claims-and-questions.yaml:" in shown

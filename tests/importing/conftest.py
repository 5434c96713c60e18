"""A desk at which records of processing are imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.loading.files.document import read
from tests.running import run_here


class Desk:
    """A folder with documents, and a case into which they go."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.case = folder / "case"
        self.capfd = capfd

    def put(self, name: str, data: bytes) -> str:
        """Put a document beside the case and give its name."""
        (self.folder / name).write_bytes(data)
        return name

    def hand(self, name: str, text: str) -> None:
        """Write a file of the case by hand."""
        self.case.mkdir(exist_ok=True)
        (self.case / name).write_text(text, encoding="utf-8")

    def run(self, *arguments: str, code: int | None = None) -> Any:
        """Run a command beside the case."""
        done = run_here(self.capfd, *arguments, cwd=self.folder)
        assert code is None or done.returncode == code, (done.returncode, done.stdout, done.stderr)
        return done

    def imported(self, name: str, *options: str, code: int = 0) -> Any:
        """Import a document and write."""
        return self.run("import", name, "--into", "case", "--write", *options, code=code)

    def data(self, name: str, *options: str) -> Any:
        """Give what importing a document would write, as data."""
        return json.loads(
            self.run("import", name, "--into", "case", "--format", "json", *options, code=0).stdout
        )

    def record(self, name: str, *options: str) -> Any:
        """Give the record of a document that would be imported."""
        return self.data(name, *options)["documents"][0]["record"]

    def facts(self, name: str = "register") -> Any:
        """Give what was imported as a tree."""
        file = self.case / "imports" / f"{name}.yaml"
        return read(name, file.read_bytes()).value

    def files(self) -> dict[str, bytes]:
        """Give every file of the case by its path."""
        return {
            file.relative_to(self.case).as_posix(): file.read_bytes()
            for file in sorted(self.case.rglob("*"))
            if file.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capfd)

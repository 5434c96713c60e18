"""A case into which captures are imported, and what comes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest  # noqa: TC002

from tests.captures.making import SITE, entry, har
from tests.running import run_here

CASE = """auditor: 1
case: {id: visit, as_of: 2026-03-01, about: clinic}
known: documented
organisations:
  clinic: {country: FR, name: Clinic}
people: {patient: {}}
activities: {site: {people: patient, data: device, controller: clinic, processors: none, recipients: none}}
hosts: {page: {operator: clinic, domains: [clinic.example], keeps: none, about: health}}
"""
NOTICE = "auditor: 1\nnotices: {privacy: {by: clinic, for: site, recipients: [%s], known: documented}}\n"
KNOWN = "https://www.google-analytics.com/collect"
NOBODY = "https://a.tracker.example/p"


class Desk:
    """A case in a folder and captures beside it."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.case = folder / "case"
        self.capfd = capfd
        self.case.mkdir()
        (self.case / "case.yaml").write_text(CASE, encoding="utf-8")

    def capture(self, *entries: Any, name: str = "visit.har", **changed: Any) -> Path:
        """Write a capture of the site and `entries`."""
        file = self.folder / name
        file.write_bytes(har(entry(), *entries, **changed))
        return file

    def run(self, *arguments: str) -> Any:
        """Run a command beside the case."""
        return run_here(self.capfd, *arguments, cwd=self.folder)

    def imported(self, *arguments: str, code: int = 0) -> Any:
        """Import into the case and write."""
        done = self.run("capture", "import", *arguments, "--into", "case", "--write")
        assert done.returncode == code, done.stderr
        return done

    def write(self, name: str, text: str) -> None:
        """Write a file of the case by hand."""
        (self.case / name).write_text(text, encoding="utf-8")

    def result(self) -> Any:
        """Give the result of a check."""
        done = self.run("check", "case", "--format", "json")
        assert done.returncode in (0, 1), done.stderr
        return json.loads(done.stdout)

    def file(self, name: str = "visit") -> str:
        """Give what was imported."""
        return (self.case / "captures" / f"{name}.yaml").read_text(encoding="utf-8")

    def facts(self, name: str = "visit") -> Any:
        """Give what was imported as a tree."""
        from auditor.loading.files.document import read

        return read(name, self.file(name).encode()).value


def of(result: Any, rule: str, outcome: str = "established") -> list[Any]:
    """Give the findings of a rule."""
    return [each for each in result["findings"] if each["rule"] == rule and each["outcome"] == outcome]


__all__ = ["CASE", "KNOWN", "NOBODY", "NOTICE", "SITE", "Desk", "of"]

"""Capture the pages anew and import them: writes flows/clinic-captures/captures/STATE.har and STATE.yaml."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from auditor.api.capture_import import How, planned, put_in
from auditor.model.imports import PlannedImport
from tests.clinic.visit import STATES, capture

CASE: Final = Path(__file__).resolve().parents[2] / "flows" / "clinic-captures"
CAPTURES: Final = CASE / "captures"


def imported(state: str, case: Path = CASE) -> list[PlannedImport]:
    """Give what importing the capture of a state into the case would write."""
    how = How(sites=["clinique.test"], state=state, activity="booking", people="patient")  # type: ignore[arg-type]
    return planned([CAPTURES / f"{state}.har"], case, how)


def main() -> None:
    """Write a capture for each state of consent, and its facts. Raises SystemExit where there is no Chromium."""
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("there is no chromium")
    with sync_playwright() as playwright:
        made = capture(playwright, program)
    shutil.rmtree(CAPTURES, ignore_errors=True)
    CAPTURES.mkdir()
    for state, har in made.items():
        (CAPTURES / f"{state}.har").write_bytes(har)
    for state in STATES:
        put_in(imported(state), CASE)


if __name__ == "__main__":
    main()

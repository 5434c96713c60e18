"""Capture the pages anew and import them: writes STATE.har, STATE.yaml and a list of hosts to flows/clinic-captures/captures."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from auditor.api.capture_import import How, planned, put_in
from auditor.model.imports import PlannedImport
from tests.clinic.visit import STATES, capture, listed

CASE: Final = Path(__file__).resolve().parents[2] / "flows" / "clinic-captures"
CAPTURES: Final = CASE / "captures"
#: What a second tool recorded of the visit after an agreement: hosts alone.
SECOND: Final = "accepted-hosts.txt"


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
        hosts = listed(playwright, program, STATES["accepted"])
    shutil.rmtree(CAPTURES, ignore_errors=True)
    CAPTURES.mkdir()
    for state, har in made.items():
        (CAPTURES / f"{state}.har").write_bytes(har)
    (CAPTURES / SECOND).write_bytes(hosts)
    for state in STATES:
        put_in(imported(state), CASE)


if __name__ == "__main__":
    main()

"""Capture the pages anew: writes flows/clinic-captures/captures/STATE.har."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from tests.clinic.visit import capture

CAPTURES: Final = Path(__file__).resolve().parents[2] / "flows" / "clinic-captures" / "captures"


def main() -> None:
    """Write a capture for each state of consent. Raises SystemExit where there is no Chromium."""
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("there is no chromium")
    with sync_playwright() as playwright:
        made = capture(playwright, program)
    CAPTURES.mkdir(parents=True, exist_ok=True)
    for state, har in made.items():
        (CAPTURES / f"{state}.har").write_bytes(har)


if __name__ == "__main__":
    main()

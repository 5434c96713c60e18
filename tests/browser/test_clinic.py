"""The committed captures of the teaching case are what its pages do in a browser."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.conftest import needed
from tests.clinic.__main__ import CAPTURES
from tests.clinic.visit import STATES, capture, told

pytestmark = pytest.mark.slow


def captured() -> dict[str, bytes]:
    """Visit the pages in a thread of its own, as a browser of other tests may have its loop in this one."""
    program = needed("chromium")
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_visited, program).result()


def _visited(program: str) -> dict[str, bytes]:
    with sync_playwright() as playwright:
        return capture(playwright, program)


def test_the_pages_still_do_what_is_committed() -> None:
    made = captured()
    assert list(made) == list(STATES)
    for state, har in made.items():
        committed = json.loads((CAPTURES / f"{state}.har").read_text("utf-8"))
        assert told(json.loads(har)) == told(committed), state

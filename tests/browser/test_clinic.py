"""The committed captures of the teaching case are what its pages do in a browser."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.conftest import needed
from tests.clinic.__main__ import CAPTURES
from tests.clinic.visit import STATES, capture, told

pytestmark = pytest.mark.slow


def test_the_pages_still_do_what_is_committed() -> None:
    program = needed("chromium")
    with sync_playwright() as playwright:
        made = capture(playwright, program)
    assert list(made) == list(STATES)
    for state, har in made.items():
        committed = json.loads((CAPTURES / f"{state}.har").read_text("utf-8"))
        assert told(json.loads(har)) == told(committed), state

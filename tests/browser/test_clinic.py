"""The committed captures of the teaching case are what its pages do in a browser."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

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


def addressed(made: list[dict[str, Any]], committed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give what was made with the committed address where the browser told none, as it may on a connection that it uses again."""
    known = [each["address"] for each in committed]
    return [
        {**each, "address": each["address"] or (known[number] if number < len(known) else "")}
        for number, each in enumerate(made)
    ]


def test_the_pages_still_do_what_is_committed() -> None:
    made = captured()
    assert list(made) == list(STATES)
    for state, har in made.items():
        committed = json.loads((CAPTURES / f"{state}.har").read_text("utf-8"))
        entries = told(committed)
        assert addressed(told(json.loads(har)), entries) == entries, state

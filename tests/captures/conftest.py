"""A desk with a case for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.captures.imports import Desk


@pytest.fixture
def desk(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capfd)

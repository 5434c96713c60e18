"""The command, run within the process of the tests, in the folder of each."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.running import run_here

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def auditor(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    return partial(run_here, capfd, cwd=tmp_path)

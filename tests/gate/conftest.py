from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial

import pytest

from tests.running import run_here

Auditor = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def auditor(capfd: pytest.CaptureFixture[str]) -> Auditor:
    """Run a command from the root of the project unless told otherwise; capitals set the environment."""
    return partial(run_here, capfd)

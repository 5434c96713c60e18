from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

Auditor = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def auditor() -> Auditor:
    """Run the program in a process of its own, from the root of the project unless told otherwise."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("AUDITOR_", "GIT_", "SOURCE_DATE"))}

    def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "auditor", *arguments],
            capture_output=True,
            text=True,
            cwd=cwd,
            env={**kept, "PYTHONPATH": str(ROOT), **environment},
            check=False,
        )

    return run

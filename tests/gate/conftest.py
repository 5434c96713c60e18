from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.cli import main
from tests.conftest import ROOT

Auditor = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def auditor(capfd: pytest.CaptureFixture[str]) -> Auditor:
    """Run a command in this process, from the root of the project unless told otherwise; capitals set the environment."""

    def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith(("AUDITOR_", "GIT_", "SOURCE_DATE"))]:
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.chdir(cwd)
            patch.setattr(sys, "argv", ["auditor", *arguments])
            capfd.readouterr()
            code = main._run()
            gc.enable()
        return subprocess.CompletedProcess(list(arguments), code, *capfd.readouterr())

    return run

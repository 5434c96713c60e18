"""Every command says what it takes, and those about a case take settings."""

from __future__ import annotations

import pytest

from auditor.cli.arguments import app
from auditor.cli.commands import COMMANDS
from auditor.cli.settings import configurable
from tests.running import run_here


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    done = run_here(capfd, name, "--help")
    assert done.returncode == 0
    assert f"auditor {name}" in done.stdout
    assert ("--no-config" in done.stdout) == configurable(app([name]).commands[name].params)  # type: ignore[arg-type]


def test_what_has_no_case_has_no_settings() -> None:
    commands = app().commands
    without = {name for name in COMMANDS if not configurable(commands[name].params)}  # type: ignore[arg-type]
    assert {"rules", "test", "schema", "init", "version"} <= without
    assert without.isdisjoint({"check", "report", "explain", "ask", "what-if", "diff", "accept", "baseline"})

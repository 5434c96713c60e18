"""Every command says what it takes, and those about a case take settings."""

from __future__ import annotations

import pytest

from auditor.cli.arguments import app
from auditor.cli.commands import COMMANDS
from auditor.cli.settings import configurable
from tests.running import run_here

CASE = "flows/doctolib-2019"


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


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ((CASE, "F-0fe0"), f"auditor explain F-0fe0 {CASE}"),
        ((CASE, "CLM-001"), f"auditor explain CLM-001 {CASE}"),
        ((CASE,), f"auditor explain F-… {CASE}"),
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_case_before_what_is_to_be_explained_is_told_in_order(
    given: tuple[str, ...], meant: str, lang: str, capfd: pytest.CaptureFixture[str]
) -> None:
    done = run_here(capfd, "explain", *given, "--lang", lang)
    assert done.returncode == 2
    assert meant in done.stderr


def test_what_is_neither_a_path_nor_a_rule_is_no_path(capfd: pytest.CaptureFixture[str]) -> None:
    assert "no such rule: CLM-01" in run_here(capfd, "explain", "CLM-01").stderr
    assert "no such file or folder" in run_here(capfd, "explain", "CLM-001", "nowhere").stderr

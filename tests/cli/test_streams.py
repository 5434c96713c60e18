"""Where nobody can read the verdict there is none: an output that is closed, full, or that its reader left."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

CASE = "flows/plaintext-hop"
COMMANDS = [
    ("check", CASE, "--fail-on", "never"),
    ("check", CASE, "--fail-on", "never", "--format", "json"),
    ("--version",),
    ("check", "--help"),
]


def shell(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = f'"$@" {redirection}'
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", script, "bash", sys.executable, "-m", "auditor", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize(
    ("redirection", "why"),
    [(">&-", "it is closed"), ("> /dev/full", "No space left on device"), ("| true", "Broken pipe")],
)
def test_an_output_that_takes_nothing_gives_no_verdict(
    redirection: str, why: str, arguments: tuple[str, ...]
) -> None:
    done = shell(redirection, *arguments)
    assert (done.returncode, done.stderr) == (2, f"auditor: cannot write standard output: {why}\n")


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full"])
def test_without_standard_error_the_exit_codes_are_the_same(redirection: str) -> None:
    assert shell(redirection, "check", "nowhere").returncode == 2
    done = shell(redirection, "check", CASE)
    assert (done.returncode, "error" in done.stdout) == (1, False)
    assert shell(redirection, "check", "nowhere").stdout == ""

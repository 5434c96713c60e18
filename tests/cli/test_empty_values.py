"""What an unset variable of a shell leaves is no value: nothing is given, and taking it for that would switch a gate off."""

from __future__ import annotations

import pytest

from tests.running import run_here

CASE = "flows/plaintext-hop"


@pytest.mark.parametrize("joined", [True, False])
@pytest.mark.parametrize(
    "option",
    [
        *(
            "--since",
            "--exceptions-from",
            "--baseline",
            "--baseline-from",
            "--today",
            "--exceptions",
            "--policy",
            "--knowledge",
        ),
        *("--as-of", "--knowledge-date", "--rule", "--output", "--config", "--fail-on"),
    ],
)
def test_an_option_that_is_given_and_empty_is_refused(
    capfd: pytest.CaptureFixture[str], option: str, joined: bool
) -> None:
    given = (f"{option}=",) if joined else (option, "")
    done = run_here(capfd, "check", CASE, "--fail-on", "never", *given)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{option} is given, and empty" in done.stderr


@pytest.mark.parametrize("arguments", [("",), (CASE, ""), ("--", "")])
def test_a_path_that_is_empty_is_not_the_current_folder(
    capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    done = run_here(capfd, "check", "--fail-on", "never", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is given, and empty" in done.stderr


@pytest.mark.parametrize(
    "name",
    [
        "TODAY",
        "EXCEPTIONS",
        "EXCEPTIONS_FROM",
        "BASELINE",
        "BASELINE_FROM",
        "POLICY",
        "KNOWLEDGE",
        "CONFIG",
        "FAIL_ON",
    ],
)
def test_a_variable_of_the_environment_that_is_empty_is_not_set(
    capfd: pytest.CaptureFixture[str], name: str
) -> None:
    plain = run_here(capfd, "check", CASE)
    done = run_here(capfd, "check", CASE, **{f"AUDITOR_{name}": ""})
    assert (done.returncode, done.stdout) == (1, plain.stdout)


@pytest.mark.parametrize("known", ["--baseline", "--baseline-from"])
def test_what_was_known_is_said_once(capfd: pytest.CaptureFixture[str], known: str) -> None:
    done = run_here(capfd, "check", CASE, "--since", "HEAD", known, "HEAD")
    assert (done.returncode, done.stdout, "exclude each other" in done.stderr) == (2, "", True)

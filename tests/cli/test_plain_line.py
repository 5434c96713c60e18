"""A plain line is read without the library that reads arguments: both read it alike, and the library alone reads any other."""

from __future__ import annotations

import os
from enum import Enum
from importlib import import_module
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from auditor.cli import arguments as library
from auditor.cli.commands import COMMANDS
from auditor.cli.parameters import REQUIRED, Parameter, parameters
from auditor.cli.plain_line import NotPlain, values, written
from auditor.errors import UsageRefused
from tests.running import run_here

TAKES = {name: parameters(import_module(module).run) for name, module in COMMANDS.items()}
ODD = (
    "",
    "-",
    "--",
    "-x",
    "--unknown",
    "--lang=",
    "a b",
    "=",
    "--out=x",
    "-q",
    "-h",
    "é",
    "5",
    "-5",
    "1_0",
    "００",
)


def words_of(parameter: Parameter) -> st.SearchStrategy[str]:
    """Words that a parameter takes, and some that it may not."""
    if parameter.declared.choices:
        taken: st.SearchStrategy[str] = st.sampled_from(parameter.declared.choices)
    elif issubclass(parameter.kind, Enum):
        taken = st.sampled_from([each.value for each in parameter.kind])
    elif parameter.kind is int:
        taken = st.integers(-3, 120).map(str)
    else:
        taken = st.sampled_from(["flows", "x", "2024-01-01", "a=b", "json:out.json", "Élan"])
    return st.one_of(taken, taken, taken, st.sampled_from(ODD))


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command and a line for it: mostly one that it takes."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    takes = TAKES[name]
    parts: list[list[str]] = []
    for parameter in takes:
        needed = parameter.default is REQUIRED
        if not needed and draw(st.integers(0, 5)):
            continue
        for _ in range(draw(st.integers(1, 2)) if parameter.several else 1):
            if not parameter.is_option:
                parts.append([draw(words_of(parameter))])
                continue
            option = draw(st.sampled_from(parameter.declared.names))
            if parameter.kind is bool:
                parts.append([option])
            else:
                word = draw(words_of(parameter))
                parts.append([f"{option}={word}"] if draw(st.booleans()) else [option, word])
    parts += [[odd] for odd in draw(st.lists(st.sampled_from(ODD), max_size=1))]
    return name, [word for part in draw(st.permutations(parts)) for word in part]


def by_the_library(name: str, line: list[str], patch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The values with which the library would run the command."""
    seen: dict[str, Any] = {}
    patch.setattr(library, "called_with", lambda run, takes, given: seen.update(given))
    read = library.Line([name, *line], "")
    read.sound()
    read.run("en", {})
    return seen


@settings(max_examples=300, deadline=None)
@given(lines())
def test_a_plain_line_is_read_as_the_library_reads_it(line: tuple[str, list[str]]) -> None:
    name, arguments = line
    words = written(TAKES[name], arguments, {})
    assume(words is not None)
    assert words is not None
    with pytest.MonkeyPatch.context() as patch:
        for variable in [each for each in os.environ if each.startswith("AUDITOR_")]:
            patch.delenv(variable)
        assert values(TAKES[name], words, {}) == by_the_library(name, arguments, patch)


@pytest.mark.parametrize(
    "line",
    [
        ["flows", "--lang", "fr"],
        ["flows", "-f", "json", "--output=sarif:out.sarif", "--out", "json:x.json", "-q"],
        ["--fail-on=never", "one", "two", "--as-of", "2024-01-01", "--as-of", "2025-01-01"],
        ["flows", "--min-decided", "50"],
    ],
)
def test_usual_lines_are_plain(line: list[str]) -> None:
    assert written(TAKES["check"], line, {}) is not None


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["flows", "--help"],
        ["flows", "--fail-on", "hgh"],
        ["flows", "--min-decided", "101"],
        ["flows", "--lang"],
        ["flows", "--quiet=yes"],
        ["flows", "--lang", "fr", "--lang", "en"],
        ["flows", "--baseline", "x", "--since", "y"],
        ["flows", "--policy", ""],
        ["--", "flows"],
        ["flows", "-qv"],
        ["flows", "-fjson"],
    ],
)
def test_what_is_wrong_or_unusual_is_left_to_the_library(line: list[str]) -> None:
    assert written(TAKES["check"], line, {}) is None


def test_a_variable_that_stands_for_an_option_is_left_to_the_library() -> None:
    assert written(TAKES["check"], ["flows"], {"AUDITOR_FAIL_ON": "low"}) is None
    assert written(TAKES["check"], ["flows", "--fail-on", "low"], {"AUDITOR_FAIL_ON": "high"}) is not None
    assert written(TAKES["check"], ["flows"], {"AUDITOR_FAIL_ON": ""}) is not None


def test_a_setting_that_an_option_does_not_take_is_left_to_the_library() -> None:
    words = written(TAKES["check"], ["flows"], {})
    assert words is not None
    assert values(TAKES["check"], words, {"fail_on": "low"})["fail_on"].value == "low"
    with pytest.raises(NotPlain):
        values(TAKES["check"], words, {"fail_on": "hgh"})
    with pytest.raises(NotPlain):
        values(TAKES["check"], words, {"config": ["one", "two"]})


def test_two_commands_in_one_process_each_speak_their_language(capfd: pytest.CaptureFixture[str]) -> None:
    french = run_here(capfd, "check", "no-such-folder", "--lang", "fr")
    english = run_here(capfd, "check", "no-such-folder")
    assert french.returncode == english.returncode == 2
    assert "aucun fichier ni dossier" in french.stderr
    assert "no such file or folder" in english.stderr


def test_the_library_says_what_is_wrong_with_a_line() -> None:
    with pytest.raises(UsageRefused):
        library.Line(["check", "flows", "--policy", ""], "").sound()

"""Help is in the language asked for, for every command, argument and option; so is what shells show while one types."""

from __future__ import annotations

import re

import pytest

from auditor.cli.arguments import app
from auditor.cli.commands import COMMANDS
from auditor.cli.help import text_of
from auditor.cli.language import after_command
from auditor.text import command_line as words
from auditor.text import commands
from auditor.text.parameters import PARAMETERS as TEXTS
from tests.running import run_here
from tests.text.languages import ENGLISH, FRENCH

#: What is typed as it is, in any language: options, choices, variables, names of parameters.
TYPED = re.compile(r"--?[\w-]+|<[^>]*>|\[[A-Z:]*\][A-Z]*|\{\w+\}|[A-Z_]{3,}|`[^`]*`|\b\w+\.(?:yaml|toml|zip)")
PARAMETERS = [
    ("", str(parameter.name))
    for parameter in app().params
    if parameter.param_type_name in ("option", "argument")
] + [(name, str(parameter.name)) for name in COMMANDS for parameter in app([name]).commands[name].params]


def plain(text: str) -> str:
    """What is said, on one line, with plain spaces."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.parametrize("arguments", [(), *((name,) for name in COMMANDS)])
@pytest.mark.parametrize("asked", [("--lang", "fr"), ("--lang=fr",), ()])
def test_help_in_french_has_no_english(
    arguments: tuple[str, ...], asked: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    environment = {} if asked else {"AUDITOR_LANG": "fr"}
    done = run_here(capfd, *arguments, *asked, "--help", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    said = TYPED.sub(" ", done.stdout)
    listed = re.sub(r"^  [a-z][\w-]*(?:\.\.\.)?  ", " ", said, flags=re.MULTILINE)
    assert ENGLISH.findall(listed) == []
    assert FRENCH.search(listed)
    command = commands.COMMANDS[arguments[0]] if arguments else words.PROGRAM
    assert plain(command.said("fr")) in plain(done.stdout)


def test_the_help_of_the_program_lists_the_commands_in_their_order() -> None:
    assert list(commands.COMMANDS) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_as_long_in_one_language_as_in_the_other(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    french, english = (run_here(capfd, name, "--help", "--lang", lang).stdout for lang in ("fr", "en"))
    options = re.compile(r"^  (--?[\w-]+)", re.MULTILINE)
    assert options.findall(french) == options.findall(english) != []
    assert FRENCH.findall(TYPED.sub(" ", english).lower()) == []


@pytest.mark.parametrize(("command", "parameter"), PARAMETERS)
def test_every_parameter_has_its_help(command: str, parameter: str) -> None:
    assert text_of(command, parameter), "give it a text in auditor/text/command_line.py"


def test_every_text_of_a_parameter_is_shown() -> None:
    shown = {id(text_of(command, parameter)) for command, parameter in PARAMETERS}
    left = {name for name, text in TEXTS.items() if id(text) not in shown}
    assert left == {"help"}
    assert set(commands.COMMANDS) == set(COMMANDS)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_shells_complete_in_the_language(lang: str, capfd: pytest.CaptureFixture[str]) -> None:
    asked = {
        "_AUDITOR_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "AUDITOR_LANG": lang,
    }
    shown = run_here(capfd, **asked, _TYPER_COMPLETE_ARGS="auditor ").stdout
    assert plain(commands.COMMANDS["rules"].said(lang)) in plain(shown)
    shown = run_here(capfd, **asked, _TYPER_COMPLETE_ARGS="auditor check --no-con").stdout
    assert plain(TEXTS["no_config"].said(lang)) in plain(shown)


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        (["--lang", "fr", "check", "case"], ["check", "--lang", "fr", "case"]),
        (["--lang=fr", "check"], ["check", "--lang=fr"]),
        (["--lang", "fr", "--help"], ["--lang", "fr", "--help"]),
        (["--lang", "fr"], []),
        (["--lang"], ["--lang"]),
        (["check", "--lang", "fr"], ["check", "--lang", "fr"]),
        ([], []),
    ],
)
def test_a_language_before_the_command_is_one_behind_it(arguments: list[str], read: list[str]) -> None:
    assert after_command(arguments) == read

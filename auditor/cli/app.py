"""The commands, and how their arguments are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

import typer
from typer import Abort
from typer._click.exceptions import ClickException, NoArgsIsHelpError

from auditor.cli.groups import spread
from auditor.cli.help import Command, Group, tell_shell
from auditor.cli.language import USUAL, after_command, asked_language
from auditor.cli.options import Lang, LangOption
from auditor.cli.output import quietly, stale_removed
from auditor.cli.settings import configurable, defaults, sound
from auditor.cli.standard_error import say
from auditor.errors import AuditorError, UsageRefused

if TYPE_CHECKING:
    from typer.core import TyperCommand, TyperGroup

#: Each command and the module whose `run` it is, imported when it is called or listed; a test names a module left out here.
COMMANDS: Final = {
    name: f"auditor.cli.{name.replace('-', '_')}"
    for name in (
        *(
            "check",
            "report",
            "explain",
            "ask",
            "answers",
            "what-if",
            "diff",
            "accept",
            "baseline",
            "bundle",
            "capture",
            "export",
            "survey",
        ),
        *("import", "graph", "rules", "test", "knowledge", "schema", "init", "version"),
    )
}

#: What asks for help.
HELP: Final = ("-h", "--help")
#: Set where a shell asks what may follow.
COMPLETING: Final = "_AUDITOR_COMPLETE"


def app(names: Collection[str] = COMMANDS) -> TyperGroup:
    """Give the application with the commands of `names`, all of them unless told otherwise; its help lists all in any case."""
    made = typer.Typer(
        name="auditor",
        cls=Group,
        no_args_is_help=True,
        add_completion=len(names) != 1,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings=_helping(),
    )
    # a callback keeps a lone command a command
    made.callback()(_program)
    for name in names:
        run = spread(import_module(COMMANDS[name]).run)
        made.command(name, cls=Command, context_settings=_helping())(run)
    return cast("TyperGroup", typer.main.get_command(made))


def _program(lang: LangOption = Lang.en) -> None:
    """Take the language before the command as well, for the help of the program."""


def _helping() -> dict[str, list[str]]:
    return {"help_option_names": list(HELP)}


def _needed(arguments: list[str]) -> Collection[str]:
    """Give the commands to import: the one that is called; none for the help of the program, which is made of texts alone."""
    first = arguments[:1]
    if COMPLETING not in os.environ and first and first[0] in HELP:
        return ()
    return first if first and first[0] in COMMANDS else COMMANDS


def _commands(group: TyperGroup) -> dict[str, TyperCommand]:
    return cast("dict[str, TyperCommand]", group.commands)


def call(arguments: list[str]) -> int:
    """Run one command and give its exit code. Raises what the command raises."""
    asked = asked_language(arguments, os.environ)
    arguments = after_command(arguments)
    language = ""
    try:
        group = app(_needed(arguments))
        if COMPLETING in os.environ:
            tell_shell(group, asked or USUAL)
        command = _commands(group).get(arguments[0]) if arguments else None
        given = {} if command is None else sound(command, arguments[0], arguments[1:])
        with stale_removed(given.get("output", ())), quietly("quiet" in given):
            if command is not None and configurable(command):
                set_there = defaults(command, arguments[0], arguments[1:], asked or USUAL)
                command.context_settings["default_map"] = set_there
                language = str(set_there.get("lang", ""))
            lang = asked or language or USUAL
            outcome = group(arguments, prog_name="auditor", standalone_mode=False, obj=lang)
    except AuditorError as error:
        error.lang = language
        raise
    except NoArgsIsHelpError as error:
        from auditor.text.problems.command_line import COMMAND_MISSING

        say(*error.format_message().splitlines())
        raise UsageRefused(COMMAND_MISSING()) from None
    except ClickException as error:
        from auditor.cli.usage_errors import refused

        raise refused(error, COMMANDS, arguments) from None
    except Abort:
        raise KeyboardInterrupt from None
    sys.stdout.flush()
    return outcome if isinstance(outcome, int) else 0

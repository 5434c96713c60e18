"""The commands, and how their arguments are read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

import typer
from typer import Abort
from typer._click.exceptions import ClickException, NoArgsIsHelpError

from auditor.cli.groups import spread
from auditor.cli.output import quietly, stale_removed
from auditor.cli.settings import configurable, defaults, sound
from auditor.cli.standard_error import say
from auditor.errors import AuditorError, UsageRefused

if TYPE_CHECKING:
    from typer.core import TyperCommand, TyperGroup

HELP = "Data-flow privacy audit: who sends which personal data where, held against dated law, with proof."

#: Each command and the module whose `run` it is, imported when it is called or listed; a test names a module left out here.
COMMANDS: Final = {
    name: f"auditor.cli.{name.replace('-', '_')}"
    for name in (
        *("check", "report", "explain", "ask", "what-if", "diff", "accept", "baseline", "bundle", "export"),
        *("graph", "rules", "test", "knowledge", "schema", "init", "version"),
    )
}


def app(names: Iterable[str] = COMMANDS) -> TyperGroup:
    """Give the application with the commands of `names`, all of them unless told otherwise."""
    made = typer.Typer(
        name="auditor",
        help=HELP,
        no_args_is_help=True,
        add_completion=names is COMMANDS,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings=_helping(),
    )
    # a callback keeps a lone command a command
    made.callback()(lambda: None)
    for name in names:
        made.command(name, context_settings=_helping())(spread(import_module(COMMANDS[name]).run))
    return cast("TyperGroup", typer.main.get_command(made))


def _helping() -> dict[str, list[str]]:
    return {"help_option_names": ["-h", "--help"]}


def _commands(group: TyperGroup) -> dict[str, TyperCommand]:
    return cast("dict[str, TyperCommand]", group.commands)


def call(arguments: list[str]) -> int:
    """Run one command and give its exit code. Raises what the command raises."""
    wanted = arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS
    language = ""
    try:
        group = app(wanted)
        command = _commands(group).get(arguments[0]) if arguments else None
        given = {} if command is None else sound(command, arguments[0], arguments[1:])
        with stale_removed(given.get("output", ())), quietly("quiet" in given):
            if command is not None and configurable(command):
                set_there = defaults(command, arguments[0], arguments[1:])
                command.context_settings["default_map"] = set_there
                language = str(set_there.get("lang", ""))
            outcome = group(arguments, standalone_mode=False)
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

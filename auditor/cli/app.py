"""The commands, and how their arguments are read."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer
from typer import Abort
from typer._click.exceptions import ClickException

from auditor.cli import commands
from auditor.errors import UsageRefused

HELP = "Data-flow privacy audit: who sends which personal data where, held against dated law, with proof."

COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("check", commands.check),
    ("report", commands.report),
    ("explain", commands.explain),
    ("ask", commands.ask),
    ("what-if", commands.what_if),
    ("rules", commands.rules),
    ("test", commands.test),
    ("schema", commands.schema),
    ("init", commands.init),
    ("version", commands.version),
)


def app() -> typer.Typer:
    """Give the application with all its commands."""
    made = typer.Typer(
        name="auditor",
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name, function in COMMANDS:
        made.command(name)(function)
    return made


def call(arguments: list[str]) -> int:
    """Run one command and give its exit code. Raises what the command raises."""
    try:
        outcome = app()(arguments, standalone_mode=False)
    except ClickException as error:
        raise UsageRefused(error.format_message(), "auditor --help lists the commands and their options") from None
    except Abort:
        raise KeyboardInterrupt from None
    sys.stdout.flush()
    return outcome if isinstance(outcome, int) else 0

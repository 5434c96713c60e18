"""The library that reads any line of arguments: it helps, it completes, and it says what is wrong with a line."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer import Abort
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer._types import TyperChoice

from auditor.cli.commands import COMMANDS, COMPLETING, HELP
from auditor.cli.help import Command, Group, tell_shell
from auditor.cli.language import USUAL
from auditor.cli.options import Lang, LangOption
from auditor.cli.parameters import REQUIRED, Parameter, called_with, parameters
from auditor.cli.plain_line import EXCLUSIVE
from auditor.cli.standard_error import say
from auditor.errors import UsageRefused

if TYPE_CHECKING:
    from typer.core import TyperCommand, TyperGroup


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
    made.callback()(_spread(_program))
    for name in names:
        run = _spread(import_module(COMMANDS[name]).run)
        made.command(name, cls=Command, context_settings=_helping())(run)
    return cast("TyperGroup", typer.main.get_command(made))


def _program(*, lang: LangOption = Lang.en) -> None:
    """Take the language before the command as well, for the help of the program."""


def _helping() -> dict[str, list[str]]:
    return {"help_option_names": list(HELP)}


def _spread(run: Callable[..., None]) -> Callable[..., None]:
    """Give `run` with what it takes as the library reads it: each option of a group a parameter of its own."""
    takes = parameters(run)

    def gathered(**given: Any) -> None:
        called_with(run, takes, given)

    signature = [_keyword(parameter) for parameter in takes]
    gathered.__doc__ = run.__doc__
    gathered.__annotations__ = {each.name: each.annotation for each in signature}
    gathered.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
    return gathered


def _keyword(parameter: Parameter) -> inspect.Parameter:
    declared = parameter.declared
    told: dict[str, Any] = {"show_default": declared.show_default}
    told |= {"metavar": declared.metavar} if declared.metavar else {}
    told |= {"click_type": TyperChoice(declared.choices)} if declared.choices else {}
    if parameter.is_option:
        told |= {"envvar": declared.envvar} if declared.envvar else {}
        made = typer.Option(*declared.names, min=declared.least, max=declared.most, **told)
    else:
        made = typer.Argument(**told)
    default = inspect.Parameter.empty if parameter.default is REQUIRED else parameter.default
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated.__class_getitem__((parameter.annotation, made)),  # type: ignore[attr-defined]
    )


def needed(arguments: list[str]) -> Collection[str]:
    """Give the commands to import: the one that is called; none for the help of the program, which is made of texts alone."""
    first = arguments[:1]
    if COMPLETING not in os.environ and first and first[0] in HELP:
        return ()
    return first if first and first[0] in COMMANDS else COMMANDS


class Line:
    """A line of arguments as the library reads it. What is wrong with it is raised as UsageRefused."""

    def __init__(self, arguments: list[str], asked: str) -> None:
        self._arguments = arguments
        self._group = app(needed(arguments))
        if COMPLETING in os.environ:
            tell_shell(self._group, asked or USUAL)
        commands = cast("dict[str, TyperCommand]", self._group.commands)
        self._command = commands.get(arguments[0]) if arguments else None

    def sound(self) -> dict[str, Any]:
        """Give the arguments by name as they are written, before they are read.

        Raises UsageRefused for an empty value, and for two that exclude each other.

        An empty value is what an unset variable of a shell leaves: taken for "not given" it would switch a gate off.
        """
        if self._command is None:
            return {}
        context = self._command.make_context(self._arguments[0], [], resilient_parsing=True)
        try:
            given, _, _ = self._command.make_parser(context).parse_args(self._arguments[1:])
        except ClickException as error:
            raise self._refused(error) from None
        for parameter in self._command.params:
            value = given.get(str(parameter.name))
            if value == "" or (isinstance(value, (list, tuple)) and "" in value):
                from auditor.text.problems.usage import EMPTY_HINT, GIVEN_EMPTY

                option = parameter.param_type_name == "option"
                said = parameter.opts[0] if option else str(parameter.human_readable_name)
                raise UsageRefused(GIVEN_EMPTY(name=said), EMPTY_HINT())
        for one, other in EXCLUSIVE:
            if one in given and other in given:
                from auditor.text.problems.usage import BOTH_BEFORE, EXCLUDE

                raise UsageRefused(
                    EXCLUDE(one=f"--{one.replace('_', '-')}", other=f"--{other}"), BOTH_BEFORE()
                )
        return given

    def given(self) -> Mapping[str, Any]:
        """Give the value of each parameter as far as it can be read."""
        if self._command is None:
            return {}
        name, *rest = self._arguments
        try:
            return self._command.make_context(name, rest, resilient_parsing=True).params
        except ClickException as error:
            raise self._refused(error) from None

    def run(self, lang: str, defaults: Mapping[str, Any]) -> int:
        """Run the command and give its exit code."""
        if self._command is not None:
            self._command.context_settings["default_map"] = dict(defaults)
        try:
            outcome = self._group(self._arguments, prog_name="auditor", standalone_mode=False, obj=lang)
        except NoArgsIsHelpError as error:
            from auditor.text.problems.command_line import COMMAND_MISSING

            say(*error.format_message().splitlines())
            raise UsageRefused(COMMAND_MISSING()) from None
        except ClickException as error:
            raise self._refused(error) from None
        except Abort:
            raise KeyboardInterrupt from None
        return outcome if isinstance(outcome, int) else 0

    def _refused(self, error: ClickException) -> UsageRefused:
        from auditor.cli.usage_errors import refused

        return refused(error, COMMANDS, self._arguments)

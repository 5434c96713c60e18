"""What the reader of arguments refuses, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
)

from auditor.errors import UsageRefused
from auditor.text.near_names import NearNames
from auditor.text.problems import command_line as words
from auditor.text.problems.suggestion import allowed, suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from typer._click.core import Parameter
    from typer._click.exceptions import ClickException

    from auditor.model.bilingual import Bilingual

#: What the reader of arguments says, as it is written in its source.
_CHOICE: Final = re.compile(r"^'(?P<value>.*)' is not one of ", re.DOTALL)
_NO_COMMAND: Final = re.compile(r"^No such command '(?P<value>.*)'\.", re.DOTALL)
_EXTRA: Final = re.compile(r"^Got unexpected extra arguments? \((?P<value>.*)\)$", re.DOTALL)


def refused(error: ClickException, commands: Collection[str], arguments: Sequence[str]) -> UsageRefused:
    """Give what is wrong with the arguments, with the help that goes with it."""
    if isinstance(error, NoSuchOption):
        hint = suggestion(error.option_name, NearNames(_options(error)))
        return UsageRefused(words.NO_OPTION(name=error.option_name), hint or _help(arguments))
    if isinstance(error, MissingParameter):
        return UsageRefused(_missing(error), _help(arguments))
    if isinstance(error, BadParameter) and error.param is not None:
        return _bad(error, error.param)
    if isinstance(error, BadOptionUsage):
        said = words.VALUE_MISSING if "requires" in error.message else words.TAKES_NO_VALUE
        return UsageRefused(said(name=error.option_name), _help(arguments))
    message = error.format_message()
    found = _NO_COMMAND.match(message)
    if found is not None:
        return UsageRefused(
            words.NO_COMMAND(name=found["value"]),
            suggestion(found["value"], NearNames(commands), closed=True),
        )
    found = _EXTRA.match(message)
    said_so = words.OTHER(words=message) if found is None else words.TOO_MANY(name=found["value"])
    return UsageRefused(said_so, _help(arguments))


def _bad(error: BadParameter, parameter: Parameter) -> UsageRefused:
    name = _name(parameter)
    found = _CHOICE.match(error.message)
    choices: Sequence[str] = [str(getattr(c, "value", c)) for c in getattr(parameter.type, "choices", ())]
    if found is None or not choices:
        return UsageRefused(words.BAD_VALUE(name=name), words.READER_SAYS(words=error.message))
    value = found["value"]
    return UsageRefused(words.BAD_CHOICE(name=name, value=value), allowed(value, tuple(choices)))


def _missing(error: MissingParameter) -> Bilingual:
    if error.param is None:
        return words.PARAMETER_MISSING(name=str(error.param_hint or ""))
    said = words.OPTION_MISSING if error.param.param_type_name == "option" else words.ARGUMENT_MISSING
    return said(name=_name(error.param))


def _name(parameter: Parameter) -> str:
    if parameter.param_type_name == "option":
        return parameter.opts[0]
    return str(parameter.human_readable_name).upper()


def _options(error: NoSuchOption) -> list[str]:
    if error.ctx is None:
        return []
    return sorted(
        name
        for parameter in error.ctx.command.params
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("--")
    )


def _help(arguments: Sequence[str]) -> Bilingual:
    command = next((argument for argument in arguments[:1] if not argument.startswith("-")), "")
    return words.HELP_OF(command=command) if command else words.HELP()

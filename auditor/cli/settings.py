"""Settings of a repository as defaults of a command: a flag comes first, then the environment, then the file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from auditor.cli.standard_error import told
from auditor.errors import UsageRefused
from auditor.text import command_line as words

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from auditor.model.bilingual import Bilingual

#: Names of settings that differ from those of the parameters they set.
PARAMETER: Final = {"format": "form"}
#: Settings that do not speak of all commands: the formats of others are others, and a report is in both languages.
ONLY: Final = {"format": ("check",)}
NOT: Final = {"lang": ("report",)}
#: The arguments that say where a case is.
CASES: Final = ("paths", "path", "case", "head")


def configurable(command: TyperCommand) -> bool:
    """Tell whether a command is about a case, and so has settings."""
    return any(parameter.name == "no_config" for parameter in command.params)


def defaults(command: TyperCommand, name: str, arguments: list[str], lang: str) -> dict[str, Any]:
    """Give what the settings set for a command; with `-v`, say in `lang` where they were found. Raises Refused."""
    given = command.make_context(name, list(arguments), resilient_parsing=True).params
    chosen, silent = given.get("config"), given.get("no_config")
    if silent:
        _tell(given, words.SETTINGS_OFF(), lang)
        return {}
    from auditor.api.settings import settings

    path, values = settings(_case(given), Path(chosen) if chosen else None)
    found_at = "" if path is None else Path(os.path.relpath(path)).as_posix()
    _tell(given, words.SETTINGS_READ(path=found_at) if found_at else words.SETTINGS_NONE(), lang)
    parameters = {str(parameter.name): parameter for parameter in command.params}
    found = {}
    for key, value in values.items():
        target = PARAMETER.get(key, key)
        if target not in parameters or name not in ONLY.get(key, (name,)) or name in NOT.get(key, ()):
            continue
        parameter = parameters[target]
        several = getattr(parameter, "multiple", False)
        found[target] = value[0] if isinstance(value, list) and not several and len(value) == 1 else value
    return found


def _case(given: dict[str, Any]) -> Path:
    """Give where the case is, as far as the arguments say; here, where they do not."""
    for name in CASES:
        value = given.get(name)
        first = value[0] if isinstance(value, (list, tuple)) and value else value
        if first and os.path.exists(first):  # noqa: PTH110
            return Path(first)
    return Path()


def _tell(given: dict[str, Any], line: Bilingual, lang: str) -> None:
    if given.get("verbose"):
        told(line, None, lang)


#: Options of which one at most may be given.
EXCLUSIVE: Final = (("baseline", "since"), ("baseline_from", "since"))


def sound(command: TyperCommand, name: str, arguments: list[str]) -> dict[str, Any]:
    """Give the arguments by name as they are written, before they are read.

    Raises UsageRefused for an empty value, and for two that exclude each other.

    An empty value is what an unset variable of a shell leaves: taken for "not given" it would switch a gate off.
    """
    context = command.make_context(name, [], resilient_parsing=True)
    given, _, _ = command.make_parser(context).parse_args(list(arguments))
    for parameter in command.params:
        value = given.get(str(parameter.name))
        if value == "" or (isinstance(value, (list, tuple)) and "" in value):
            from auditor.text.problems.usage import EMPTY_HINT, GIVEN_EMPTY

            option = parameter.param_type_name == "option"
            said = parameter.opts[0] if option else str(parameter.human_readable_name)
            raise UsageRefused(GIVEN_EMPTY(name=said), EMPTY_HINT())
    for one, other in EXCLUSIVE:
        if one in given and other in given:
            from auditor.text.problems.usage import BOTH_BEFORE, EXCLUDE

            raise UsageRefused(EXCLUDE(one=f"--{one.replace('_', '-')}", other=f"--{other}"), BOTH_BEFORE())
    return given

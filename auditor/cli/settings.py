"""Settings of a repository as defaults of a command: a flag comes first, then the environment, then the file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from auditor.cli.standard_error import told
from auditor.text import command_line as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.cli.parameters import Parameter
    from auditor.model.bilingual import Bilingual

#: Names of settings that differ from those of the parameters they set.
PARAMETER: Final = {"format": "form"}
#: Settings that do not speak of all commands: the formats of others are others, and a report is in both languages.
ONLY: Final = {"format": ("check",)}
NOT: Final = {"lang": ("report",)}
#: The arguments that say where a case is.
CASES: Final = ("paths", "path", "case", "head")


def configurable(takes: Iterable[Parameter]) -> bool:
    """Tell whether a command is about a case, and so has settings."""
    return any(parameter.name == "no_config" for parameter in takes)


def defaults(takes: Iterable[Parameter], name: str, given: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Give what the settings set for a command called `name`, by its parameters, where their values so far are those `given`.

    With `-v`, says in `lang` where they were found. Raises Refused.
    """
    chosen, silent = given.get("config"), given.get("no_config")
    if silent:
        _tell(given, words.SETTINGS_OFF(), lang)
        return {}
    from auditor.api.settings import settings

    path, values = settings(_case(given), Path(chosen) if chosen else None)
    found_at = "" if path is None else Path(os.path.relpath(path)).as_posix()
    _tell(given, words.SETTINGS_READ(path=found_at) if found_at else words.SETTINGS_NONE(), lang)
    several = {parameter.name: parameter.several for parameter in takes}
    found = {}
    for key, value in values.items():
        target = PARAMETER.get(key, key)
        if target not in several or name not in ONLY.get(key, (name,)) or name in NOT.get(key, ()):
            continue
        single = isinstance(value, list) and not several[target] and len(value) == 1
        found[target] = value[0] if single else value
    return found


def _case(given: Mapping[str, Any]) -> Path:
    """Give where the case is, as far as the arguments say; here, where they do not."""
    for name in CASES:
        value = given.get(name)
        first = value[0] if isinstance(value, (list, tuple)) and value else value
        if first and os.path.exists(first):  # noqa: PTH110
            return Path(first)
    return Path()


def _tell(given: Mapping[str, Any], line: Bilingual, lang: str) -> None:
    if given.get("verbose"):
        told(line, None, lang)

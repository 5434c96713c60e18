"""In which language errors are told, known before anything is read or imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

LANGUAGES: Final = ("fr", "en")
#: Where none is asked for.
USUAL: Final = "en"


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Give the language that `--lang` names anywhere in the arguments, else AUDITOR_LANG; empty where neither names one."""
    found = environment.get("AUDITOR_LANG", "")
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            given = value if equals else next(iter(arguments[place + 1 : place + 2]), "")
            found = given if given in LANGUAGES else found
    return found if found in LANGUAGES else ""

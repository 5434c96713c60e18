"""In which language the command line speaks, known before anything is read or imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typer._click import Context

LANGUAGES: Final = ("fr", "en")
#: Where none is asked for.
USUAL: Final = "en"
_SPOKEN: Final = ContextVar("spoken", default=USUAL)


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


def language_of(context: Context) -> str:
    """Give the language in which a command that is being read or run speaks."""
    return str(context.find_root().obj or USUAL)


def spoken() -> str:
    """Give the language in which the command that is running speaks."""
    return _SPOKEN.get()


def speak(lang: str) -> None:
    """Let the command that is running speak `lang`."""
    _SPOKEN.set(lang)


def after_command(arguments: Sequence[str]) -> list[str]:
    """Give the arguments with a language that is named before the command moved behind it, where commands take it.

    A language alone is as no argument.
    """
    place = 2 if arguments[:1] == ["--lang"] else 0
    place = 1 if arguments[:1] and arguments[0].startswith("--lang=") else place
    if not place or len(arguments) < place:
        return list(arguments)
    before, command, after = arguments[:place], arguments[place : place + 1], arguments[place + 1 :]
    if command and command[0].startswith("-"):
        return list(arguments)
    return [*command, *before, *after] if command else []

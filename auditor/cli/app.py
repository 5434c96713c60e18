"""Running the command that a line of arguments names."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from auditor.cli.commands import COMMANDS, COMPLETING
from auditor.cli.language import USUAL, after_command, asked_language, speak
from auditor.cli.output import Left, quietly, stale_removed
from auditor.cli.parameters import called_with, parameters
from auditor.cli.plain_line import NotPlain, values, written
from auditor.cli.settings import configurable, defaults
from auditor.errors import AuditorError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.cli.arguments import Line
    from auditor.cli.parameters import Parameter


def call(arguments: list[str]) -> int:
    """Run one command and give its exit code. Raises what the command raises."""
    asked = asked_language(arguments, os.environ)
    called = _Called(after_command(arguments), asked)
    speak(asked or USUAL)
    try:
        code = called.run()
    except AuditorError as error:
        error.lang = called.language
        raise
    except Left as left:
        code = left.code
    sys.stdout.flush()
    return code


class _Called:
    """The command that a line calls; `language` is the one that settings set, once they were read."""

    def __init__(self, arguments: list[str], asked: str) -> None:
        self._arguments = arguments
        self._asked = asked
        self.language = ""

    def run(self) -> int:
        """Run it and give its exit code: a plain line is read here, any other by the library, which says what is wrong with it."""
        name = self._arguments[0] if self._arguments else ""
        if name not in COMMANDS or COMPLETING in os.environ:
            return self._line().run(self._asked or USUAL, {})
        command = import_module(COMMANDS[name]).run
        takes = parameters(command)
        words = written(takes, self._arguments[1:], os.environ)
        if words is None:
            line = self._line()
            given = line.sound()
            with stale_removed(given.get("output", ())), quietly("quiet" in given):
                set_there = self._settings(takes, line.given())
                return line.run(self._speaking(), set_there)
        with stale_removed(words.get("output", ())), quietly("quiet" in words):
            set_there = self._settings(takes, values(takes, words, {}))
            try:
                made = values(takes, words, set_there)
            except NotPlain:
                return self._line().run(self._speaking(), set_there)
            self._speaking()
            called_with(command, takes, made)
        return 0

    def _settings(self, takes: list[Parameter], given: Mapping[str, Any]) -> dict[str, Any]:
        """Give what the settings of the case set for a command that is about one."""
        if not configurable(takes):
            return {}
        found = defaults(takes, self._arguments[0], given, self._asked or USUAL)
        self.language = str(found.get("lang", ""))
        return found

    def _speaking(self) -> str:
        """Give the language that is spoken from here on."""
        lang = self._asked or self.language or USUAL
        speak(lang)
        return lang

    def _line(self) -> Line:
        from auditor.cli.arguments import Line

        return Line(self._arguments, self._asked)

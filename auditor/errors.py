"""What can go wrong, as data: only the command line turns these into text and exit codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input, with the place a reader must look at.

    `path` is as files are cited in results, with forward slashes; `line` and `column` are 1-based and
    0 when no place inside the file can be given; `text` is the line of the file, `width` how many characters the caret
    underlines; `hint` is what may help (a near name, the other place of a name declared twice).
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    text: str = ""
    width: int = 1


class AuditorError(Exception):
    """Root of every error raised on purpose."""


class Refused(AuditorError):
    """The input or the request is invalid and no verdict can be given; carries every problem found. Exit code 2."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.message))


class UsageRefused(AuditorError):
    """The request itself makes no sense: an unknown rule, scenario, language or date. Exit code 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NothingToCheck(AuditorError):
    """There is no case where one was looked for. Exit code 3."""

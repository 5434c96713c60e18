"""What can go wrong, as data in both languages: only the command line turns these into text and exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from auditor.model.bilingual import Bilingual


class Wrong(NamedTuple):
    """One thing wrong with what was read, by the way that leads to it: steps of keys and positions, not yet a place.

    `key` tells that the key at the end of the route is wrong, not the value under it.
    """

    route: tuple[str | int, ...]
    message: Bilingual
    hint: Bilingual | None = None
    key: bool = False

    def below(self, *steps: str | int) -> Wrong:
        """Give the same, seen from further out: `steps` lead to where its route begins."""
        return self._replace(route=(*steps, *self.route))


class Problem(NamedTuple):
    """One thing wrong with the input, with the place a reader must look at.

    `path` is as files are cited in results, with forward slashes; `line` and `column` are 1-based and
    0 when no place inside the file can be given; `text` is the line of the file, `width` how many characters the caret
    underlines; `hint` is what may help (a near name, the other place of a name declared twice), None where nothing does.
    """

    path: str
    line: int
    column: int
    message: Bilingual
    hint: Bilingual | None = None
    text: str = ""
    width: int = 1


def at_file(path: str, message: Bilingual, hint: Bilingual | None = None) -> Problem:
    """Give a problem of a whole file."""
    return Problem(path=path, line=0, column=0, message=message, hint=hint)


class AuditorError(Exception):
    """Root of every error raised on purpose.

    `lang` is the language that the settings ask for, empty where they do not.
    """

    lang: str = ""


class Refused(AuditorError):
    """The input or the request is invalid and no verdict can be given; carries every problem found. Exit code 2."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.message.en for problem in problems))
        self.problems = sorted(set(problems), key=_order)


def _order(problem: Problem) -> tuple[str | int, ...]:
    return (
        *(problem.path, problem.line, problem.column),
        *(
            problem.message.en,
            problem.message.fr,
            problem.hint.en if problem.hint else "",
            problem.hint.fr if problem.hint else "",
            problem.text,
            problem.width,
        ),
    )


class UsageRefused(AuditorError):
    """The request itself makes no sense: an unknown rule, scenario, language or date. Exit code 2."""

    def __init__(self, message: Bilingual, hint: Bilingual | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class NotWritten(UsageRefused):
    """What was judged could not be written where it should go; what was there before is there still. Exit code 2."""


class NothingToCheck(AuditorError):
    """There is no case where one was looked for; `where` says where that was. Exit code 3."""

    def __init__(self, where: Bilingual) -> None:
        super().__init__(where.en)
        self.where = where

"""What is said on standard error: one line at a time, cleaned of what a terminal or a runner would obey."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from auditor.text.cleaned import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditor.errors import Problem
    from auditor.model.bilingual import Bilingual

#: How much of a line is shown around a caret, and how much of that stands before it.
SHOWN: Final = 160
BEFORE: Final = 60
#: How many problems of one file are told; the others are counted.
MOST_OF_FILE: Final = 20


def say(*lines: str) -> None:
    """Write each line that is not empty; what cannot be written is lost."""
    with suppress(OSError):
        for line in lines:
            if line:
                print(one_line(line), file=sys.stderr)


def told(message: Bilingual, hint: Bilingual | None, lang: str) -> None:
    """Say a line in `lang`, as why a request is refused, and what may help."""
    say(f"auditor: {in_language(message, lang)}")
    _hint(hint, lang)


def tell_problems(problems: Iterable[Problem], where: Callable[[str], str], lang: str) -> None:
    """Say the first problems of each file with their place, line and caret, and how many more there are.

    `where` turns a path as cited into one that opens.
    """
    from auditor.text.problems import command_line as words

    count: Counter[str] = Counter()
    for problem in problems:
        count[problem.path] += 1
        if count[problem.path] <= MOST_OF_FILE:
            _tell_problem(problem, where(problem.path), lang)
    for path, found in count.items():
        if found > MOST_OF_FILE:
            more = words.MORE_IN_FILE(count=found - MOST_OF_FILE, path=where(path))
            say(f"auditor: {in_language(more, lang)}")
    total = count.total()
    told_in_all = words.ONE_PROBLEM() if total == 1 else words.PROBLEMS(count=total)
    say(f"auditor: {in_language(told_in_all, lang)}")


def _tell_problem(problem: Problem, path: str, lang: str) -> None:
    from auditor.text.problems import command_line as words

    place = f"{path}:{problem.line}:{problem.column}: " if problem.line else f"{path}: " if path else ""
    heading = words.ERROR(message=problem.message)
    say(f"{place}{in_language(heading, lang)}")
    if problem.text:
        _excerpt(problem)
    _hint(problem.hint, lang)


def _excerpt(problem: Problem) -> None:
    """Show the line, or what of a long one stands around the caret."""
    start = 0 if len(problem.text) <= SHOWN else max(0, problem.column - 1 - BEFORE)
    head = "…" if start else ""
    shown = problem.text[start : start + SHOWN]
    tail = "…" if start + SHOWN < len(problem.text) else ""
    before = " " * (len(head) + problem.column - 1 - start)
    caret = "^" * max(1, min(problem.width, len(head + shown) - len(before)))
    number = str(problem.line)
    say(f"  {number} | {head}{shown}{tail}", f"  {' ' * len(number)} | {before}{caret}")


def _hint(hint: Bilingual | None, lang: str) -> None:
    if hint is not None:
        say(f"  = {in_language(hint, lang)}")


def in_language(text: Bilingual, lang: str) -> str:
    """Give a text in French or in English."""
    return text.fr if lang == "fr" else text.en

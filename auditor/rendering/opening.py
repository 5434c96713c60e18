"""The first screen of a result as lines: what, how sure, how much is open, what first, and what the check comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final

from auditor.model.result.document import Result
from auditor.model.result.telling_order import live_points
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.rendering.acceptance import verdict
from auditor.rendering.grades import graded, question_numbers
from auditor.rendering.markup import safe
from auditor.rendering.telling.headline import GRAVE, headline, known_tag
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.telling.short import addressee, first_step, ranked
from auditor.rendering.words import Say, pick
from auditor.rendering.wrapping import wrapped
from auditor.text import gate as gate_texts
from auditor.text import telling as texts
from auditor.text.grammar import enumerated

#: How many lines the first screen has, and how many of them its findings have at the least.
LINES: Final = 10
LEAST: Final = 3


def opening(result: Result, found: list[Lettered], say: Say, where: Callable[[str], str]) -> Iterator[str]:
    """Give the lines; `where` tells how the path of a file is shown."""
    head = list(_head(result, found, say))
    foot = list(_foot(result, found, say, where))
    room = max(LINES - len(head) - len(foot), LEAST)
    yield from (*head, *_letters(result, found, say, room), *foot)


def _head(result: Result, found: list[Lettered], say: Say) -> Iterator[str]:
    """Give the title with the day, the headline, and what was not looked at, which no finding may come before."""
    day = say(texts.ON_DATE, date=result.as_of)
    yield from wrapped(f"{pick(result.case.title, say.lang)} · {day}")
    if result.case.later is not None:
        yield safe(pick(result.case.later, say.lang))
    yield from wrapped(headline(result, found, say))
    for line in result.not_looked_at:
        yield from wrapped(pick(line.message, say.lang))
    yield ""


def _foot(result: Result, found: list[Lettered], say: Say, where: Callable[[str], str]) -> Iterator[str]:
    if result.summary.questions:
        yield from wrapped(_open(result, say))
    yield from wrapped(_first(result, found, say, where))
    yield from wrapped(verdict(result, say, found))
    if result.no_longer_shown or result.weakened_facts:
        yield from wrapped(_since(result, say))


def _since(result: Result, say: Say) -> str:
    """Give in one line how much a change takes away, which no finding tells."""
    compared = result.summary.gate.compared
    counts = (
        (gate_texts.SINCE_UNSHOWN, len(result.no_longer_shown)),
        (gate_texts.SINCE_FACTS, len(result.weakened_facts)),
    )
    parts = ", ".join(say(text, count=count) for text, count in counts if count)
    return say(gate_texts.SINCE, against="" if compared is None else compared.against, parts=parts)


def _letters(result: Result, found: list[Lettered], say: Say, room: int) -> Iterator[str]:
    """Give a line per letter while there is room, then the letters that are left."""
    numbers = question_numbers(result)
    column = 2 + max((len(group.letter) for group in found), default=0)
    used = 0
    for index, group in enumerate(found):
        first = group.first
        grave = say(texts.ACCEPTED) if first.accepted is not None else graded(first, numbers, say)
        said = f"{grave} · {pick(first.headline, say.lang)} · {say(known_tag(result, first))}"
        lines = list(wrapped(said, f"{group.letter:{column}}", " " * column))
        last = index == len(found) - 1
        if used + len(lines) > (room if last else room - 1):
            left = found[index:]
            letters = enumerated((one.letter for one in left), say(texts.AND))
            yield from wrapped(say(texts.LETTERS_BELOW, letters=letters, count=len(left)))
            return
        used += len(lines)
        yield from lines


def _open(result: Result, say: Say) -> str:
    counts = live_points(result)
    asked = ranked(result)
    whom = ""
    if asked:
        who, count = asked[0]
        whom = say(texts.OF_WHOM, who=addressee(result, who, say), count=count)
    grave = [
        say(texts.COULD_BE[severity], count=counts[severity])
        for severity in reversed(SEVERITY_ORDER)
        if severity in GRAVE and counts[severity]
    ]
    return say(
        texts.OPEN,
        points=counts.total(),
        questions=result.summary.questions,
        whom=whom,
        grave=say(texts.OPEN_GRAVE, parts=", ".join(grave)) if grave else "",
    )


def _first(result: Result, found: list[Lettered], say: Say, where: Callable[[str], str]) -> str:
    """Give what to do first, and the command that writes the letters that ask."""
    command = f" · auditor ask {_case(result, where)}" if result.summary.questions else ""
    return f"{first_step(result, found, say)}{command}"


def _case(result: Result, where: Callable[[str], str]) -> str:
    """Give the case as commands take it: its folder, or its only file."""
    files = [
        PurePosixPath(where(file.path)) for file in result.inputs if not file.path.startswith("knowledge/")
    ]
    if not files:
        return ""
    return str(
        files[0] if len(files) == 1 else min((file.parent for file in files), key=lambda p: len(p.parts))
    )

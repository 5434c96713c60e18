"""The open points as letters, one per addressee, ready to send."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from auditor.model.result import OpenPoint, Result
from auditor.rendering.markup import safe
from auditor.rendering.words import pick, speaker
from auditor.text import console as console_texts
from auditor.text import letters as letter_texts
from auditor.text import questions as question_texts


def letters(result: Result, lang: str) -> bytes:
    """Give one letter per addressee in `lang`, those with most questions first."""
    say = speaker(lang)
    groups: dict[str, list[OpenPoint]] = defaultdict(list)
    for point in result.questions:
        groups[point.to].append(point)
    if not groups:
        return (say(letter_texts.NONE) + "\n").encode()
    lines: list[str] = []
    for who, points in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.extend(_letter(result, lang, who, points))
    return ("\n".join(lines) + "\n").encode()


def _letter(result: Result, lang: str, who: str, points: list[OpenPoint]) -> Iterator[str]:
    say = speaker(lang)
    name = pick(result.names[who], lang) if who in result.names else who or say(question_texts.WHOM)
    yield safe(f"# {say(letter_texts.HEAD, who=name)}")
    yield ""
    title = safe(pick(result.case.title, lang))
    yield from say(letter_texts.OPENING, title=title, as_of=result.as_of).split("\n")
    yield ""
    for number, point in enumerate(points, 1):
        yield safe(f"{number}. {pick(point.question, lang)} [{point.fact}]")
        for asked in point.asked:
            told = question_texts.ASKED_ANSWERED if asked.answered == "true" else question_texts.ASKED_BEFORE
            yield safe(f"   ({say(told, date=asked.asked)})")
    yield ""
    yield say(letter_texts.CLOSING)
    yield ""
    yield say(console_texts.FOOTER, as_of=result.as_of)
    yield ""

"""The open points as letters, one per addressee, ready to send."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from auditor.model.result import OpenPoint, Result
from auditor.rendering.markup import safe
from auditor.rendering.words import pick, speaker


def letters(result: Result, lang: str) -> bytes:
    """Give one letter per addressee in `lang`, those with most questions first."""
    say = speaker(lang)
    groups: dict[str, list[OpenPoint]] = defaultdict(list)
    for point in result.questions:
        groups[point.to].append(point)
    if not groups:
        return (say("letter_none") + "\n").encode()
    lines: list[str] = []
    for who, points in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.extend(_letter(result, lang, who, points))
    return ("\n".join(lines) + "\n").encode()


def _letter(result: Result, lang: str, who: str, points: list[OpenPoint]) -> Iterator[str]:
    say = speaker(lang)
    name = pick(result.names[who], lang) if who in result.names else who or say("whom")
    yield safe(f"# {say('letter_head', who=name)}")
    yield ""
    yield from say("letter_open", title=pick(result.case.title, lang), as_of=result.as_of).split("\n")
    yield ""
    for number, point in enumerate(points, 1):
        yield safe(f"{number}. {pick(point.question, lang)} [{point.fact}]")
        for asked in point.asked:
            key = "asked_answered" if asked.answered == "true" else "asked_before"
            yield safe(f"   ({say(key, date=asked.asked)})")
    yield ""
    yield say("letter_close")
    yield ""
    yield say("footer", as_of=result.as_of)
    yield ""

"""The questions as letters, one per addressee, ready to send."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from auditor.model.asking import Asking
from auditor.model.profile import ProfileName
from auditor.model.result.findings import OpenFact
from auditor.rendering.markup import safe
from auditor.rendering.words import legal_name, pick, speaker
from auditor.text import console as console_texts
from auditor.text import letters as letter_texts
from auditor.text import questions as question_texts


def letters(asking: Asking, lang: str, profile: ProfileName) -> Iterator[str]:
    """Give the lines of one letter per addressee in `lang`, in the tone of `profile`; those with most questions first."""
    groups: dict[str, list[OpenFact]] = defaultdict(list)
    for answered in asking.questions:
        for fact in answered.question.facts:
            groups[fact.to].append(fact)
    for who, facts in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        yield from _letter(asking, lang, who, facts, profile=profile)


def _letter(
    asking: Asking, lang: str, who: str, facts: list[OpenFact], *, profile: ProfileName
) -> Iterator[str]:
    say = speaker(lang)
    known = legal_name(asking.names, who)
    name = who or say(question_texts.WHOM) if known is None else pick(known, lang)
    yield safe(f"### {say(letter_texts.HEAD, who=name)}")
    yield ""
    title = safe(pick(asking.title, lang))
    yield from say(letter_texts.OPENINGS[profile], title=title, as_of=asking.as_of).split("\n")
    yield ""
    before: dict[str, list[str]] = {}
    for fact in facts:
        told = before.setdefault(pick(fact.question, lang), [])
        for asked in fact.asked:
            text = question_texts.ASKED_ANSWERED if asked.answered == "true" else question_texts.ASKED_BEFORE
            told.append(f"   ({say(text, date=asked.asked)})")
    for number, (question, told) in enumerate(before.items(), 1):
        yield safe(f"{number}. {question}")
        yield from map(safe, dict.fromkeys(told))
    yield ""
    yield say(letter_texts.CLOSINGS[profile])
    yield ""
    yield say(console_texts.FOOTER, as_of=asking.as_of)
    yield ""

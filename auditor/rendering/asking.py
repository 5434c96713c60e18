"""The questions of a case: in short, then each with its subjects and what an answer would decide, then as letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from auditor.model.asking import Answered, AnswerEffect, Asking
from auditor.model.bilingual import Bilingual
from auditor.model.profile import ProfileName
from auditor.model.result.findings import OpenFact
from auditor.rendering.json import as_json
from auditor.rendering.letters import letters
from auditor.rendering.markup import safe
from auditor.rendering.telling.in_words import said_in_words
from auditor.rendering.words import Say, pick, speaker
from auditor.text import asking as texts
from auditor.text import questions as question_texts

#: With how many lines it opens, the heading and what is left out among them.
OPENING: Final = 15
#: How much of a question the opening shows.
WIDTH: Final = 150


def render_asking(asking: Asking, form: str, lang: str, profile: ProfileName = "dpo") -> bytes:
    """Give the questions as text, with letters in the tone of `profile`, or as json."""
    if form == "json":
        return as_json(asking)
    return ("\n".join(_Text(asking, lang, profile).lines()) + "\n").encode()


class _Text:
    def __init__(self, asking: Asking, lang: str, profile: ProfileName) -> None:
        self.profile = profile
        self.asking = asking
        self.lang = lang
        self.say: Say = speaker(lang)

    def lines(self) -> Iterator[str]:
        """Give the opening, the questions one by one, and the letters."""
        yield from self._opening()
        for answered in self.asking.questions:
            yield from (safe(line) for line in self._question(answered))
        if self.asking.questions:
            yield f"## {self.say(texts.LETTERS)}"
            yield ""
            yield from letters(self.asking, self.lang, self.profile)

    def _opening(self) -> Iterator[str]:
        asking, say = self.asking, self.say
        yield safe(f"# {say(texts.HEAD, title=pick(asking.title, self.lang), as_of=asking.as_of)}")
        questions = asking.questions
        if not questions:
            yield say(texts.NONE)
        room = OPENING - 1 - bool(asking.dormant)
        shown = questions if len(questions) <= room else questions[: room - 1]
        for answered in shown:
            asked = answered.question
            severity = f" [{say.word(asked.severity_if_open)}]" if asked.severity_if_open else ""
            said = pick(asked.facts[0].question, self.lang)
            said = said if len(said) <= WIDTH else f"{said[:WIDTH]}…"
            yield safe(
                f"Q{answered.number}{severity} × {len({pick(fact.subject, self.lang) for fact in asked.facts})} {said}"
            )
        if len(shown) < len(questions):
            yield say(texts.MORE, count=len(questions) - len(shown))
        if asking.dormant:
            yield say(texts.DORMANT, count=asking.dormant)
        yield ""

    def _question(self, answered: Answered) -> Iterator[str]:
        asked, say = answered.question, self.say
        yield f"## Q{answered.number} {pick(asked.question, self.lang)}"
        if asked.points and asked.severity_if_open:
            yield say(texts.HANGS, count=asked.points, severity=say.word(asked.severity_if_open))
        if asked.distance > 1:
            yield say(texts.MISSING_WITH, count=asked.distance)
        if answered.worst is not None and answered.best is not None:
            if answered.worst == answered.best:
                yield self._effect(texts.TRIED, answered.best)
            else:
                yield self._effect(texts.WORST, answered.worst)
                yield self._effect(texts.BEST, answered.best)
        yield f"{say.label(texts.SUBJECTS)}"
        yield from dict.fromkeys(self._subjects(asked.facts))
        yield ""

    def _subjects(self, facts: Sequence[OpenFact]) -> Iterator[str]:
        """Give of whom or what each fact is asked and whom to ask, and what was asked before."""
        say = self.say
        for fact in facts:
            before = [a for a in fact.asked if a.answered != "true"]
            told = f" · {say(question_texts.ASKED_BEFORE, date=before[0].asked)}" if before else ""
            held = f" · {say(question_texts.WITHHELD)}" if fact.withheld else ""
            yield f"  - {pick(fact.subject, self.lang)} → {self._name(fact.to)}{told}{held}"
            yield from (f"    {line}" for line in said_in_words([fact], say, name=self._name))

    def _effect(self, text: Bilingual, effect: AnswerEffect) -> str:
        return self.say(
            text,
            answer=pick(effect.answer, self.lang),
            established=effect.established,
            excluded=effect.excluded,
            open=effect.open,
            added=effect.added,
        )

    def _name(self, who: str) -> str:
        known = self.asking.names.get(who)
        return pick(known, self.lang) if known is not None else who or self.say(question_texts.WHOM)

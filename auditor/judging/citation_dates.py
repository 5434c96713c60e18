"""Where a decision stands on a day, and what must be said of the time of a text of law."""

from __future__ import annotations

from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, last_day
from auditor.model.law import Knowledge, LegalText, Step
from auditor.text import law as law_texts
from auditor.text.grammar import bilingual, filled
from auditor.text.vocabulary import DECISIONS


def timed(text: LegalText, as_of: str, known_by: str, article: str = "") -> Bilingual | None:
    """Return the remark on the time of `text`, or of an article of it, for facts of `as_of` (empty: no date), as known on a given day.

    That it came after the facts or was no longer in force, and where a decision stood then and stands since.
    """
    parts = []
    cited = text.at(article)
    if cited.since and _later(cited.since, as_of):
        parts.append(filled(law_texts.LATER_THAN_FACTS, day=cited.since))
    elif as_of and cited.until and last_day(cited.until) < first_day(as_of):
        said = law_texts.LAPSED if text.after == "unknown" else law_texts.NO_LONGER_IN_FORCE
        parts.append(filled(said, day=cited.until))
    parts.extend(_standing(text, as_of, known_by))
    if text.seen and text.open and not _later(text.seen, known_by):
        parts.append(filled(law_texts.LOOKED_AT, day=text.seen))
    return Bilingual(" ".join(p.fr for p in parts), " ".join(p.en for p in parts)) if parts else None


def year_if_later(since: str, as_of: str) -> str:
    """Give the year of the first day of a text, or of an article of it, that came after facts of `as_of`, else an empty text."""
    return since[:4] if since and _later(since, as_of) else ""


def contested(knowledge: Knowledge, known_by: str) -> dict[str, list[Bilingual]]:
    """Return what is pending, as known on a given day, by the text that it may end or change, with the day it was looked at."""
    found: dict[str, list[Bilingual]] = {}
    for text in knowledge.law.values():
        if text.bears_on and text.open and not _later(text.history[-1].since, known_by):
            said = filled(
                law_texts.MAY_CHANGE,
                text=bilingual(text.short),
                standing=DECISIONS[text.history[-1].status].in_sentence,
                day=text.seen or knowledge.as_of,
            )
            for name in text.bears_on:
                found.setdefault(name, []).append(said)
    return found


def _later(date: str, day: str) -> bool:
    return bool(day) and first_day(date) > last_day(day)


def _standing(text: LegalText, as_of: str, known_by: str) -> list[Bilingual]:
    steps = [step for step in text.history if not known_by or first_day(step.since) <= last_day(known_by)]
    then = [step for step in steps if as_of and first_day(step.since) <= last_day(as_of)]
    since = [step for step in steps if step not in then]
    said = []
    doubtful = "history" in text.unchecked or text.status == "unverified"
    if then:
        word = _word(then[-1], doubtful=doubtful)
        said.append(filled(law_texts.STOOD, day=as_of, standing=word))
    if len(since) == 1 and not then and since[0].since == text.since:
        word = _word(since[0], doubtful=doubtful)
        said.append(filled(law_texts.STANDS, standing=word))
    elif since:
        word = _word(since[-1], doubtful=doubtful)
        said.append(filled(law_texts.STANDS_SINCE, day=since[-1].since, standing=word))
    return said


def _word(step: Step, *, doubtful: bool) -> Bilingual:
    word = DECISIONS[step.status].in_sentence
    aside = [bilingual(step.note)] if step.note else []
    if doubtful:
        aside.append(law_texts.TO_BE_CHECKED)
    if not aside:
        return word
    note = Bilingual(" ; ".join(part.fr for part in aside), "; ".join(part.en for part in aside))
    return filled(law_texts.STANDING_WITH_NOTE, standing=word, note=note)

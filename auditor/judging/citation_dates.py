"""Where a decision stands on a day, and what must be said of the time of a text of law."""

from __future__ import annotations

from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, last_day
from auditor.model.law import LegalText, Step
from auditor.text import law as law_texts
from auditor.text.grammar import bilingual, filled
from auditor.text.vocabulary import DECISIONS


def timed(text: LegalText, as_of: str, known_by: str) -> Bilingual | None:
    """Return the remark on the time of `text` for facts of `as_of` (empty: no date), as known on a given day.

    That it came after the facts or was no longer in force, and where a decision stood then and stands since.
    """
    parts = []
    if as_of and text.since and first_day(text.since) > last_day(as_of):
        parts.append(filled(law_texts.LATER_THAN_FACTS, day=text.since))
    elif as_of and text.until and last_day(text.until) < first_day(as_of):
        parts.append(filled(law_texts.NO_LONGER_IN_FORCE, day=text.until))
    parts.extend(_standing(text, as_of, known_by))
    return Bilingual(" ".join(p.fr for p in parts), " ".join(p.en for p in parts)) if parts else None


def year_if_later(text: LegalText, as_of: str) -> str:
    """Give the year of a text that came after facts of `as_of`, else an empty text."""
    later = as_of and text.since and first_day(text.since) > last_day(as_of)
    return text.since[:4] if later else ""


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

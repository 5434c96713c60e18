"""Where a decision stands on a day, and what must be said of the time of a text of law."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, last_day
from auditor.model.law import LegalText, Standing, Step
from auditor.text.grammar import bilingual

WORDS: Final[dict[Standing, Bilingual]] = {
    "pending": Bilingual("non définitif", "not final"),
    "interim": Bilingual("en référé, provisoire", "interim"),
    "final": Bilingual("définitif", "final"),
    "appealed": Bilingual("frappé d'un recours", "under appeal"),
    "stayed": Bilingual("suspendu", "stayed"),
    "upheld": Bilingual("confirmé", "upheld"),
    "annulled": Bilingual("annulé", "annulled"),
    "revoked": Bilingual("rapporté", "revoked"),
    "closed": Bilingual("clos", "closed"),
}


def timed(text: LegalText, as_of: str, known_by: str) -> Bilingual | None:
    """Give what must be said of the time of `text` for facts of `as_of` (empty for no date), with what is known by a day.

    That it came after the facts or was no longer in force, and where a decision stood then and stands since.
    """
    parts = []
    if as_of and text.since and first_day(text.since) > last_day(as_of):
        parts.append(
            Bilingual(
                f"Texte du {text.since}, postérieur aux faits ; cité comme repère.",
                f"Text of {text.since}, later than the facts; cited as a benchmark.",
            )
        )
    elif as_of and text.until and last_day(text.until) < first_day(as_of):
        parts.append(
            Bilingual(
                f"N'est plus en vigueur depuis {text.until}.", f"No longer in force since {text.until}."
            )
        )
    parts.extend(_standing(text, as_of, known_by))
    return Bilingual(" ".join(p.fr for p in parts), " ".join(p.en for p in parts)) if parts else None


def _standing(text: LegalText, as_of: str, known_by: str) -> list[Bilingual]:
    steps = [step for step in text.history if not known_by or first_day(step.since) <= last_day(known_by)]
    then = [step for step in steps if as_of and first_day(step.since) <= last_day(as_of)]
    since = [step for step in steps if step not in then]
    said = []
    doubtful = "history" in text.unchecked or text.status == "unverified"
    if then:
        word = _word(then[-1], doubtful=doubtful)
        said.append(Bilingual(f"Au {as_of} : {word.fr}.", f"On {as_of}: {word.en}."))
    if len(since) == 1 and not then and since[0].since == text.since:
        word = _word(since[0], doubtful=doubtful)
        said.append(Bilingual(f"Statut : {word.fr}.", f"Status: {word.en}."))
    elif since:
        word = _word(since[-1], doubtful=doubtful)
        said.append(
            Bilingual(f"Depuis {since[-1].since} : {word.fr}.", f"Since {since[-1].since}: {word.en}.")
        )
    return said


def _word(step: Step, *, doubtful: bool) -> Bilingual:
    word = WORDS[step.status]
    aside = [bilingual(step.note)] if step.note else []
    if doubtful:
        aside.append(Bilingual("à vérifier", "to be checked"))
    if not aside:
        return word
    french, english = " ; ".join(part.fr for part in aside), "; ".join(part.en for part in aside)
    return Bilingual(f"{word.fr} ({french})", f"{word.en} ({english})")

"""What a case stands on, in a line: its day, the documents about its subject, and whether the subject was asked."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.model.vocabulary import OF_KNOWLEDGE
from auditor.rendering.telling.days import spoken_date
from auditor.rendering.words import Say, pick
from auditor.text import telling as texts


def provenance(result: Result, say: Say) -> str:
    """Give the line under the headline."""
    return " ".join((_day(result, say), _documents(result, say), *_asked(result, say)))


def _day(result: Result, say: Say) -> str:
    chosen = result.case.as_of_known == "assumed"
    return say(texts.SITUATION_CHOSEN if chosen else texts.SITUATION, date=spoken_date(result.as_of, say))


def _documents(result: Result, say: Say) -> str:
    own = [source for source in result.sources if not source.id.startswith(OF_KNOWLEDGE)]
    if not own:
        return say(texts.NO_SOURCE)
    first = pick(own[0].label, say.lang)
    return say(texts.SOURCES if len(own) > 1 else texts.ONE_SOURCE, count=len(own), source=first)


def _asked(result: Result, say: Say) -> tuple[str, ...]:
    about = result.case.about
    if about not in result.names:
        return ()
    who = pick(result.names[about], say.lang)
    if any(reply.by == about for reply in result.replies):
        return (say(texts.REPLIED, who=who),)
    put = [asked for asked in result.asked if asked.to == about]
    if not put:
        return (say(texts.NEVER_ASKED, who=who),)
    answered = any(asked.answered == "true" for asked in put)
    return (say(texts.ASKED_ANSWERED if answered else texts.ASKED_SILENT, who=who),)

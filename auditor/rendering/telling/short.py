"""A result in short: what was found, how sure that is, what to do first, whom to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rendering.grades import numbers_of, question_numbers
from auditor.rendering.telling.actions import ToDo
from auditor.rendering.telling.headline import known_tag
from auditor.rendering.telling.known import questions_said, sentence
from auditor.rendering.telling.letters import Lettered, called
from auditor.rendering.words import Say, pick
from auditor.text import telling as texts
from auditor.text.grammar import enumerated

#: How many findings, actions and addressees are named before the rest is counted.
NAMED: Final = 2
FIRST: Final = 3


class Short(Struct, frozen=True):
    """Four answers. `found` and `sure` have a sentence per letter; `more` counts the letters that are not named.

    `first` are actions; `decide` says, before the numbers of questions, what their answers decide.
    """

    found: Sequence[tuple[str, str]]
    sure: Sequence[tuple[str, str]]
    more: int
    first: Sequence[ToDo]
    decide: str
    deciding: Sequence[int]
    ask: Sequence[str]


def short(result: Result, found: list[Lettered], todo: Sequence[ToDo], say: Say) -> Short:
    """Give the four answers."""
    decide, deciding = _decide(result, found, say)
    return Short(
        found=[(group.letter, _found(group, say)) for group in found[:NAMED]],
        sure=[(group.letter, _sure(result, group, say)) for group in found[:NAMED]],
        more=max(len(found) - NAMED, 0),
        first=todo[:1],
        decide=decide,
        deciding=deciding,
        ask=addressees(result, say)[:FIRST],
    )


def addressees(result: Result, say: Say) -> list[str]:
    """Give whom to ask and how many questions, those with most first."""
    return [say(texts.ASK_WHO, who=addressee(result, who, say), count=count) for who, count in ranked(result)]


def ranked(result: Result) -> list[tuple[str, int]]:
    """Give by their ids whom live questions are for and how many of them, those with most first."""
    counts: Counter[str] = Counter()
    for question in result.questions:
        if question.live:
            counts.update({fact.to for fact in question.facts if fact.live and fact.to})
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def addressee(result: Result, identity: str, say: Say) -> str:
    """Name whom to ask."""
    known = result.names.get(identity)
    return identity if known is None else pick(known, say.lang)


def _decide(result: Result, found: list[Lettered], say: Say) -> tuple[str, list[int]]:
    """Give the questions that decide how far the first finding that may rise goes; without one, the weightiest question."""
    numbers = question_numbers(result)
    for group in found:
        asked = numbers_of(group.first.missing, numbers)
        if asked and group.first.severity != group.first.severity_if_open:
            return say(texts.DECIDE_HOW_FAR, letter=called(group, found, say), count=len(asked)), asked
    live = next((question for question in result.questions if question.live), None)
    if live is None:
        return "", []
    who = next((fact.to for fact in live.facts if fact.to), "")
    question = pick(live.question, say.lang)
    return say(texts.ASK_THIS, who=addressee(result, who, say), question=question) if who else question, [1]


def _found(group: Lettered, say: Say) -> str:
    said = sentence(pick(group.first.headline, say.lang))
    aside = say(texts.EXPOSURE_NO_TRANSFER) if group.first.kind == "exposure" else ""
    return f"{said} {aside}".strip()


def _sure(result: Result, group: Lettered, say: Say) -> str:
    first = group.first
    tag = _known(result, first, say)
    if first.severity == first.severity_if_open:
        return f"{tag}."
    numbers = question_numbers(result)
    asked = numbers_of(first.missing, numbers)
    if not asked:
        return f"{tag}."
    rises = say(
        texts.OPEN_ABOVE,
        floor=say.word(first.severity),
        ceiling=say.word(first.severity_if_open),
        questions=questions_said(asked, say),
    )
    return f"{tag}{say.apart}{rises}."


def _known(result: Result, finding: Finding, say: Say) -> str:
    """Give how a finding is known, with the documents that its weakest premises stand in."""
    tag = say(known_tag(result, finding))
    labels = {source.id: pick(source.label, say.lang) for source in result.sources}
    cited = [fact.source.partition("#")[0] for fact in finding.proof if fact.known == finding.confidence]
    found = list(dict.fromkeys(labels[source] for source in cited if labels.get(source)))
    if not found or len(found) > NAMED:
        return tag
    return say(texts.HOW_SURE, tag=tag, sources=enumerated(found, say(texts.AND)))

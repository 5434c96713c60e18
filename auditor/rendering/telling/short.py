"""A result in short: what was found, how sure that is, what to do first, whom to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rendering.grades import numbers_of, question_numbers
from auditor.rendering.telling.actions import ToDo, actions, by_rule
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
    """Four answers. `found` has a sentence per letter, `sure` one per way of knowing; `more` counts the letters that are not named.

    `first` is what to do about what is established, `question` the weightiest one, as it is put, which goes before the action
    where `asks_first`; `decide` says what its answer and those of the questions `deciding` decide.
    """

    found: Sequence[tuple[str, str]]
    sure: Sequence[tuple[str, str]]
    more: int
    first: Sequence[ToDo]
    asks_first: bool
    question: str
    decide: str
    deciding: Sequence[int]
    ask: Sequence[str]


def short(result: Result, found: list[Lettered], todo: Sequence[ToDo], say: Say) -> Short:
    """Give the four answers."""
    decide, deciding = _decide(result, found, say)
    return Short(
        found=[(group.letter, _found(group, say)) for group in found[:NAMED]],
        sure=_sure(result, found[:NAMED], say),
        more=max(len(found) - NAMED, 0),
        first=[action for action in todo if action.letters][:1],
        asks_first=not first_action(todo),
        question=_asked_first(result, say),
        decide=decide,
        deciding=deciding,
        ask=addressees(result, say)[:FIRST],
    )


def first_step(result: Result, found: list[Lettered], say: Say) -> str:
    """Give in one line the most urgent thing to do, else the first question."""
    todo = first_action(by_rule(actions(result, found, say), say))
    asked, who = first_question(result, say)
    if todo:
        what = say(texts.DO_FIRST, what=todo[0].what, who=todo[0].who)
    elif asked:
        what = say(texts.ASK_FIRST, who=who, questions="Q1") if who else asked
    else:
        what = say(texts.NOTHING_TO_DO)
    return say(texts.FIRST, what=what)


def first_action(todo: Sequence[ToDo]) -> Sequence[ToDo]:
    """Give the most urgent action if something established calls for it; what is only asked calls for an answer first."""
    return todo[:1] if todo and todo[0].letters else ()


def first_question(result: Result, say: Say) -> tuple[str, str]:
    """Give the first question, which is the weightiest, and whom it is for, each empty if there is none."""
    live = next((question for question in result.questions if question.live), None)
    if live is None:
        return "", ""
    who = next(filter(None, live.to), "")
    return pick(live.question, say.lang), addressee(result, who, say)


def addressees(result: Result, say: Say) -> list[str]:
    """Give whom to ask and how many questions, whoever is asked the weightiest first."""
    return [say(texts.ASK_WHO, who=addressee(result, who, say), count=count) for who, count in ranked(result)]


def ranked(result: Result) -> list[tuple[str, int]]:
    """Give by their ids whom live questions are for and how many of them, in the order of the numbers of questions."""
    counts: Counter[str] = Counter()
    for question in result.questions:
        if question.live:
            counts.update(filter(None, question.to))
    return list(counts.items())


def addressee(result: Result, identity: str, say: Say) -> str:
    """Name whom to ask."""
    known = result.names.get(identity)
    return identity if known is None else pick(known, say.lang)


def _decide(result: Result, found: list[Lettered], say: Say) -> tuple[str, list[int]]:
    """Give the questions that decide how far a finding goes, if the first question is one of them."""
    numbers = question_numbers(result)
    for group in found:
        asked = numbers_of(group.first.missing, numbers)
        if asked[:1] == [1] and group.first.severity != group.first.severity_if_open:
            return say(texts.DECIDE_HOW_FAR, letter=called(group, found, say), count=len(asked)), asked
    return "", []


def _asked_first(result: Result, say: Say) -> str:
    question, who = first_question(result, say)
    return say(texts.ASK_THIS, who=who, question=question) if who else question


def _found(group: Lettered, say: Say) -> str:
    said = sentence(pick(group.first.headline, say.lang))
    aside = say(texts.EXPOSURE_NO_TRANSFER) if group.first.kind == "exposure" else ""
    return f"{said} {aside}".strip()


def _sure(result: Result, found: list[Lettered], say: Say) -> list[tuple[str, str]]:
    """Give how sure each letter is, letters that are known alike together; without a finding, how far the facts reach."""
    by_sentence: dict[str, list[str]] = {}
    for group in found:
        by_sentence.setdefault(_how_sure(result, group.first, say), []).append(group.letter)
    sure = [(enumerated(letters, say(texts.AND)), said) for said, letters in by_sentence.items()]
    return sure or [("", _how_far(result, say))]


def _how_far(result: Result, say: Say) -> str:
    counts = result.summary.judged
    if not counts.applicable:
        return say(texts.NONE_APPLIED)
    said = texts.ENOUGH if counts.decided == counts.applicable else texts.NOT_ENOUGH
    return say(said, applicable=counts.applicable, decided=counts.decided)


def _how_sure(result: Result, first: Finding, say: Say) -> str:
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

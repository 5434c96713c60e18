"""What to ask and of whom, what waits for the answers, and what nobody has said anything of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.model.result.findings import Finding, OpenFact, OpenQuestion
from auditor.model.result.tables import AskedLine
from auditor.model.result.telling_order import ceiling_order, open_points
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.rendering.acceptance import judged
from auditor.rendering.html.view.wording import Cited, Wording
from auditor.rendering.telling.decides import decides
from auditor.rendering.telling.headline import SEVERAL
from auditor.rendering.telling.in_words import said_in_words
from auditor.rendering.words import pick, printable
from auditor.text import page as page_texts
from auditor.text import questions as question_texts

#: How many questions the page opens with; the others are folded.
OPENING: Final = 15
#: How many subjects of a question, and names of a kind of open points, are shown.
SUBJECTS: Final = 8
NAMES: Final = 10
FEWEST: Final = 3
#: Up to how many open points, and how many findings, each open point has its name on the page.
ALL: Final = 200


class Said(Struct, frozen=True):
    """What one source says of a fact on which sources differ; `written` is the language of the quote where it is the other one."""

    value: str
    known: str
    source: Cited
    quote: str
    written: str


class Asked(Struct, frozen=True, kw_only=True):
    """A question: its number, how grave it could be, what it decides, of what it is asked, and what was said of it."""

    number: int
    question: str
    severity: str
    decides: str
    before: Sequence[str]
    subjects: Sequence[str]
    more: int
    versions: Sequence[Said]


class Addressee(Struct, frozen=True):
    """Questions to one addressee; those beyond the opening ones are folded."""

    who: str
    count: int
    asked: Sequence[Asked]
    folded: Sequence[Asked]


class Waiting(Struct, frozen=True, kw_only=True):
    """The open points of one rule: what would be established, of whom, how grave then, and the questions they wait for."""

    rule: str
    would: str
    points: Sequence[tuple[str, str]]
    count: int
    severity: str
    questions: Sequence[int]


class Unstated(Struct, frozen=True):
    """A kind of fact that nobody stated, as a question, and how many there are."""

    question: str
    count: int


class Put(Struct, frozen=True):
    """Questions that the case says were put to somebody on a day, with the answer or its absence, and the source."""

    texts: Sequence[str]
    to: str
    date: str
    answer: str
    source: Cited


class Questions(Struct, frozen=True, kw_only=True):
    """All that is asked."""

    judged: str
    count: int
    addressees: Sequence[Addressee]
    waiting: Sequence[Waiting]
    waiting_points: int
    waiting_severities: str
    unstated: Sequence[Unstated]
    unstated_facts: int
    put: Sequence[Put]


def questions(words: Wording) -> Questions:
    """Give the questions by addressee, the weightiest addressee first, numbered as everywhere."""
    result = words.result
    live = [question for question in result.questions if question.live]
    dormant = [question for question in result.questions if not question.live]
    points = open_points(result.findings)
    return Questions(
        judged=judged(result, words.say),
        count=len(live),
        addressees=_by_addressee(words, live),
        waiting=_waiting(words, points),
        waiting_points=len(points),
        waiting_severities=_severities(words, points),
        unstated=[
            Unstated(printable(pick(one.facts[0].question, words.lang)), len(one.facts)) for one in dormant
        ],
        unstated_facts=sum(len(one.facts) for one in dormant),
        put=_put(words, result.asked),
    )


def _put(words: Wording, asked: Sequence[AskedLine]) -> list[Put]:
    """Give questions put before; those put together are one."""
    together: dict[tuple[str, str, str, str], list[str]] = {}
    for line in asked:
        key = (line.to, line.asked, line.answered, line.source)
        together.setdefault(key, []).append(printable(pick(line.text, words.lang)))
    return [
        Put(
            texts=texts,
            to=words.name(to),
            date=words.date(date),
            answer=words.say(page_texts.ANSWERED.get(answered, page_texts.ANSWER_NOT_KNOWN)),
            source=words.cited(source),
        )
        for (to, date, answered, source), texts in together.items()
    ]


def _by_addressee(words: Wording, live: Sequence[OpenQuestion]) -> list[Addressee]:
    groups: dict[str, list[tuple[int, OpenQuestion]]] = {}
    for number, question in enumerate(live, 1):
        groups.setdefault(_addressee(question), []).append((number, question))
    found = []
    for who, members in groups.items():
        asked = [_asked(words, question, number) for number, question in members]
        opening = [one for one in asked if one.number <= OPENING]
        folded = asked[len(opening) :]
        name = words.legal(who) if who else words.say(question_texts.WHOM)
        found.append(Addressee(name, len(members), opening, folded))
    return found


def _addressee(question: OpenQuestion) -> str:
    """Give whom most facts of a question are asked of, the first of them where as many are asked of several."""
    counts: dict[str, int] = {}
    for fact in question.facts:
        counts[fact.to] = counts.get(fact.to, 0) + 1
    return max(counts, key=lambda who: counts[who])


def _asked(words: Wording, question: OpenQuestion, number: int) -> Asked:
    text = pick(question.question, words.lang)
    subjects = list(dict.fromkeys(pick(fact.subject, words.lang) for fact in question.facts))
    brief = number > OPENING and words.total >= SEVERAL
    told = [] if brief or all(subject in text for subject in subjects) else subjects
    return Asked(
        number=number,
        question=printable(text),
        severity=question.severity_if_open or "",
        decides="" if brief else decides(question, words.lettered, words.say),
        before=_before(words, question.facts),
        subjects=[printable(subject) for subject in told[:SUBJECTS]],
        more=max(len(told) - SUBJECTS, 0),
        versions=[
            Said(
                value=words.name(version.value),
                known=words.say.word(version.known),
                source=words.cited(version.source),
                quote=printable(pick(version.quote, words.lang)),
                written=words.foreign(version.quote),
            )
            for fact in question.facts
            for version in fact.versions
        ],
    )


def _before(words: Wording, facts: Sequence[OpenFact]) -> list[str]:
    dates = {(asked.asked, asked.answered) for fact in facts for asked in fact.asked}
    said = [
        words.say(
            question_texts.ASKED_ANSWERED if answered == "true" else question_texts.ASKED_BEFORE,
            date=words.date(date),
        )
        for date, answered in sorted(dates)
    ]
    told = said_in_words(facts, words.say, name=words.name, date=words.date)
    return [
        *said,
        *told,
        *([words.say(question_texts.WITHHELD)] if any(fact.withheld for fact in facts) else []),
    ]


def _waiting(words: Wording, points: Sequence[Finding]) -> list[Waiting]:
    by_rule: dict[str, list[Finding]] = {}
    shown = len(points) if max(len(points), words.total) <= ALL else (FEWEST if words.brief else NAMES)
    for finding in sorted(points, key=ceiling_order):
        by_rule.setdefault(finding.rule, []).append(finding)
    return [
        Waiting(
            rule=rule,
            would=printable(pick(members[0].title, words.lang)),
            points=_named(words, members[:shown]),
            count=len(members),
            severity=members[0].severity_if_open,
            questions=words.questions(route for f in members for route in f.missing),
        )
        for rule, members in by_rule.items()
    ]


def _named(words: Wording, members: Sequence[Finding]) -> list[tuple[str, str]]:
    """Give whom points are of, by fingerprint; a hop that begins as the one before is named by its end."""
    found, before = [], ""
    for finding in members:
        name = words.culprit(finding)
        begin, arrow, end = name.rpartition(" → ")
        found.append(
            (finding.fingerprint, f"… → {end.removesuffix(')')}" if arrow and begin == before else name)
        )
        before = begin
    return found


def _severities(words: Wording, points: Sequence[Finding]) -> str:
    counts = dict.fromkeys(reversed(SEVERITY_ORDER), 0)
    for finding in points:
        counts[finding.severity_if_open] += 1
    return ", ".join(f"{count} {words.say.word(severity)}" for severity, count in counts.items() if count)

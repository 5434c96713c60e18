"""What is established: a card for each rule, with its further findings as lines; then what would be, if."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.model.comparison import Comparison
from auditor.model.result.document import ReplyLine
from auditor.model.result.findings import Citation, Finding, PathStep
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.rendering.acceptance import acceptance
from auditor.rendering.html.view.wording import Wording
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.words import pick, printable
from auditor.text import page as page_texts
from auditor.text import telling as telling_texts

#: How many further findings of a rule stand in its card, and from how many findings on a table of contents comes first.
LINES: Final = 20
CONTENTS: Final = 25
TAGGED: Final = {"critical": "bad", "high": "bad", "medium": "warn", "low": "warn"}


class Step(Struct, frozen=True):
    """A place on the path of the data, and the flow that leads on from it; `number` is 0 after the last place."""

    place: str
    operator: str
    grave: bool
    number: int
    flow: str


class Line(Struct, frozen=True, kw_only=True):
    """A finding in a line: whom it is of, how grave, how it is known, and the ids under which links find it."""

    fingerprint: str
    former: Sequence[str]
    who: str
    message: str
    graded: str
    known: str
    severity: str
    remarks: Sequence[str]


class Text(Struct, frozen=True):
    """A text of law as it is cited; `later` is the year of one that came after the facts, and `note` whether more is said of it."""

    cite: str
    url: str
    later: str
    note: bool


class Card(Struct, frozen=True, kw_only=True):
    """The gravest finding of a rule in full, and the others of the rule as lines; `left` are those that do not fit."""

    letter: str
    rule: str
    lead: Line
    title: str
    tag: str
    told_with: Sequence[Line]
    steps: Sequence[Step]
    rises: str
    proof: str
    premises: int
    mistaken: str
    why: str
    remedy: str
    law: Sequence[Text]
    replies: Sequence[ReplyLine]
    others: Sequence[Line]
    left: int


class Findings(Struct, frozen=True, kw_only=True):
    """The cards, the hypotheses, and how much there is of each."""

    cards: Sequence[Card]
    contents: bool
    total: int
    open_points: int
    severities: str
    hypotheses: Sequence[Line]
    scenarios: Sequence[Comparison]
    replies: Sequence[ReplyLine]


def findings(words: Wording) -> Findings:
    """Give what is established, by rule."""
    result = words.result
    counts = Counter(f.severity for group in words.lettered for f in group.findings)
    hypothetical = [f for f in result.findings if f.outcome == "hypothetical" and not f.joined]
    return Findings(
        cards=[_card(words, group) for group in words.lettered],
        contents=sum(counts.values()) >= CONTENTS,
        total=sum(counts.values()),
        open_points=sum(1 for f in result.findings if f.outcome == "cannot-be-shown" and f.live),
        severities=", ".join(
            f"{counts[severity]} {words.say.word(severity)}"
            for severity in reversed(SEVERITY_ORDER)
            if counts[severity]
        ),
        hypotheses=[line(words, finding) for finding in hypothetical[:LINES]],
        scenarios=words.report.scenarios,
        replies=[reply for reply in result.replies if not reply.to],
    )


def line(words: Wording, finding: Finding) -> Line:
    """Give a finding in a line."""
    return Line(
        fingerprint=finding.fingerprint,
        former=_free(words, finding),
        who=words.culprit(finding),
        message=printable(pick(finding.message, words.lang)),
        graded=words.graded(finding),
        known=words.tag(finding),
        severity=finding.severity,
        remarks=_remarks(words, finding),
    )


def _card(words: Wording, group: Lettered) -> Card:
    lead = group.first
    rest = group.findings[1:]
    return Card(
        letter=group.letter,
        rule=group.rule,
        lead=line(words, lead),
        title=printable(pick(lead.headline, words.lang)),
        tag=TAGGED.get(lead.severity, "warn" if lead.severity != lead.severity_if_open else ""),
        told_with=[_told_with(words, lead, number) for number in range(len(lead.also))],
        steps=_steps(words, lead.path),
        rises=_rises(words, lead),
        proof=printable(pick(lead.proof_sentence, words.lang)),
        premises=len(lead.proof),
        mistaken=printable(pick(lead.mistaken_when, words.lang)),
        why=printable(pick(lead.why, words.lang)),
        remedy=printable(pick(lead.remedy, words.lang)),
        law=[_text(words, cited) for cited in lead.law],
        replies=_replies(words, group),
        others=[line(words, finding) for finding in rest[:LINES]],
        left=max(len(rest) - LINES, 0),
    )


def _told_with(words: Wording, lead: Finding, number: int) -> Line:
    reason = lead.also[number]
    return Line(
        fingerprint=reason.fingerprint,
        former=(),
        who=printable(pick(reason.title, words.lang)),
        message=printable(pick(reason.message, words.lang)),
        graded=words.say.word(reason.severity),
        known="",
        severity=reason.severity,
        remarks=(),
    )


def _steps(words: Wording, path: Sequence[PathStep]) -> list[Step]:
    if not path:
        return []
    operators = {place.id: place.operator for place in words.result.places if place.kind == "host"}
    ends = [path[0].from_, *(hop.to for hop in path)]
    reads = ["no", *(hop.reads for hop in path)]
    return [
        Step(
            place=words.name(end),
            operator=words.name(operators[end]) if operators.get(end) else "",
            grave=reads[index] == "yes",
            number=words.flow_number.get(path[index].flow, 0) if index < len(path) else 0,
            flow=words.name(f"flows.{path[index].flow}") if index < len(path) else "",
        )
        for index, end in enumerate(ends)
    ]


def _rises(words: Wording, finding: Finding) -> str:
    """Say up to what a finding may rise, and which questions decide."""
    if finding.severity == finding.severity_if_open:
        return ""
    asked = words.questions(finding.missing)
    ceiling = words.say.word(finding.severity_if_open)
    if not asked:
        return words.say(page_texts.MAY_RISE, ceiling=ceiling)
    listed = ", ".join(f"Q{number}" for number in asked)
    return words.say(telling_texts.MAY_RISE_BY, ceiling=ceiling, questions=listed)


def _text(words: Wording, cited: Citation) -> Text:
    return Text(
        cite=printable(pick(cited.cite, words.lang)),
        url=cited.url,
        later=cited.later,
        note=cited.note is not None and bool(pick(cited.note, words.lang)),
    )


def _replies(words: Wording, group: Lettered) -> list[ReplyLine]:
    about = {group.rule, *(f.fingerprint for f in group.findings)}
    return [
        reply
        for reply in words.result.replies
        if not about.isdisjoint(target.removeprefix("F-") for target in reply.to)
    ]


def _free(words: Wording, finding: Finding) -> list[str]:
    """Give the former ids that lead to this finding and to no other."""
    return [name for name in finding.formerly if words.former_owner.get(name) == finding.fingerprint]


def _remarks(words: Wording, finding: Finding) -> list[str]:
    """Give what happened to a finding: accepted, new since, as in a baseline."""
    said = [acceptance(finding, words.say, words.result.today)]
    if finding.standing is not None:
        said.append(words.say(page_texts.STANDING_SINCE[finding.standing]))
    status = words.status.get(finding.fingerprint)
    if status is not None:
        said.append(words.say(page_texts.CHANGED_SINCE[status]))
    return [printable(text) for text in said if text]

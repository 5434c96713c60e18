"""What is established: a card for each rule, with its further findings as lines; then what would be, if."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.model.comparison import Comparison
from auditor.model.result.document import ReplyLine
from auditor.model.result.findings import Citation, Finding, PathStep
from auditor.model.result.telling_order import ceiling_order, open_points
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.rendering.acceptance import acceptance
from auditor.rendering.html.view.wording import Wording
from auditor.rendering.telling.headline import MANY, SEVERAL
from auditor.rendering.telling.known import after_if
from auditor.rendering.telling.letters import Lettered, is_single
from auditor.rendering.words import pick, printable
from auditor.text import page as page_texts
from auditor.text import telling as telling_texts

#: Up to how many findings each has its line; beyond, how many further ones have one, and how many of a rule at the most.
ALL: Final = 200
TOGETHER: Final = 100
LINES: Final = 20
#: How many of a rule have one where there are very many, and how many of those they are of are named then, in a card in full or not.
GRAVEST: Final = 2
WHO: Final = 20
WHO_BRIEFLY: Final = 3
#: How many findings of a hypothesis are named.
NAMED: Final = 3
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


class Share(Struct, frozen=True):
    """How many findings are of one severity, or of one organisation."""

    what: str
    count: int


class Supposed(Struct, frozen=True, kw_only=True):
    """A hypothesis of the case, or a finding about one: what it says, and what would come of it, in sentences."""

    ids: Sequence[str]
    title: str
    sentences: Sequence[str]


class Card(Struct, frozen=True, kw_only=True):
    """The gravest finding of a rule, in full or not, and the others of the rule as lines; `left` are those that do not fit.

    Where there are very many, `severities` and `culprits` count them all.
    """

    full: bool
    count: int
    severities: Sequence[Share]
    culprits: Sequence[Share]
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
    """The cards, the hypotheses, and how much there is of each; `judged` are rules that looked at something, where none found any."""

    cards: Sequence[Card]
    contents: bool
    many: bool
    single: bool
    judged: Sequence[str]
    total: int
    open_points: int
    severities: str
    supposed: Sequence[Supposed]
    replies: Sequence[ReplyLine]


def findings(words: Wording) -> Findings:
    """Give what is established, by rule."""
    result = words.result
    counts = Counter(f.severity for group in words.lettered for f in group.findings)
    total = words.total
    return Findings(
        cards=[_card(words, group) for group in words.lettered],
        contents=total >= SEVERAL,
        many=total >= MANY,
        single=is_single(words.lettered),
        judged=[] if total else [line.rule for line in result.judged if line.applicable],
        total=total,
        open_points=len(open_points(result.findings)),
        severities=", ".join(
            f"{counts[severity]} {words.say.word(severity)}"
            for severity in reversed(SEVERITY_ORDER)
            if counts[severity]
        ),
        supposed=_supposed(words),
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
    lines = _lines(words)
    many = words.total >= MANY
    return Card(
        full=group.letter in words.in_full,
        count=len(group.findings),
        severities=_by_severity(words, group) if many else [],
        culprits=_by_culprit(words, group) if many else [],
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
        mistaken=after_if(printable(pick(lead.mistaken_when, words.lang))),
        why=printable(pick(lead.why, words.lang)),
        remedy=printable(pick(lead.remedy, words.lang)),
        law=[_text(words, cited) for cited in lead.law],
        replies=_replies(words, group),
        others=[line(words, finding) for finding in rest[:lines]],
        left=max(len(rest) - lines, 0),
    )


def _lines(words: Wording) -> int:
    """Give how many further findings of a rule have a line: the more rules there are, the fewer."""
    if words.total <= ALL:
        return words.total
    each = TOGETHER // len(words.lettered) if words.total < MANY else 0
    return min(max(each, GRAVEST), LINES)


def _by_severity(words: Wording, group: Lettered) -> list[Share]:
    counts = Counter(finding.severity for finding in group.findings)
    return [Share(words.say.word(name), counts[name]) for name in reversed(SEVERITY_ORDER) if counts[name]]


def _by_culprit(words: Wording, group: Lettered) -> list[Share]:
    counts: Counter[str] = Counter()
    first: dict[str, Finding] = {}
    for finding in group.findings:
        counts[finding.culprit] += 1
        first.setdefault(finding.culprit, finding)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[
        : WHO if group.letter in words.in_full else WHO_BRIEFLY
    ]
    return [Share(words.culprit(first[culprit]), count) for culprit, count in ranked]


def _supposed(words: Wording) -> list[Supposed]:
    """Give the scenarios that were tried, each with the finding about it, then other hypothetical findings."""
    about: dict[str, list[Finding]] = {}
    for finding in words.result.findings:
        if finding.outcome == "hypothetical" and not finding.joined:
            about.setdefault(finding.culprit, []).append(finding)
    tried = [_scenario(words, one, about.pop(one.scenario, [])) for one in words.report.scenarios]
    rest = [finding for members in about.values() for finding in members][:LINES]
    return [*tried, *(_hypothetical(words, finding) for finding in rest)]


def _scenario(words: Wording, made: Comparison, about: Sequence[Finding]) -> Supposed:
    say = words.say
    told = [
        (page_texts.WOULD_APPEAR, made.appears),
        (page_texts.WOULD_GO, made.disappears),
        (page_texts.WOULD_CHANGE, [change.after for change in made.changed]),
    ]
    sentences = [say(text, count=len(found), which=_which(words, found)) for text, found in told if found]
    settled, opened = len(made.questions_settled), len(made.questions_opened)
    if settled:
        sentences.append(say(page_texts.WOULD_SETTLE, count=settled))
    if opened:
        sentences.append(say(page_texts.WOULD_ASK, count=opened))
    if not any(found for _, found in told):
        sentences.insert(0, say(page_texts.NO_FINDING_WOULD_CHANGE))
    ids = [identity for finding in about for identity in (finding.fingerprint, *_free(words, finding))]
    return Supposed(
        ids=ids,
        title=say(page_texts.IF_SCENARIO, title=printable(pick(made.title, words.lang))),
        sentences=[printable(one) for one in [*sentences, *_remedies(words, about)]],
    )


def _remedies(words: Wording, about: Sequence[Finding]) -> list[str]:
    texts = dict.fromkeys(pick(finding.remedy, words.lang) for finding in about)
    return [words.say(page_texts.TO_PREPARE, what=text) for text in texts]


def _which(words: Wording, found: Sequence[Finding]) -> str:
    """Name the gravest of some findings by what they say, each kind once."""
    ranked = sorted(found, key=ceiling_order)
    said = list(dict.fromkeys(pick(finding.headline, words.lang) for finding in ranked))
    more = len(said) - NAMED
    return words.say.apart.join(
        [*said[:NAMED], *([words.say(page_texts.MORE, count=more)] if more > 0 else [])]
    )


def _hypothetical(words: Wording, finding: Finding) -> Supposed:
    return Supposed(
        ids=[finding.fingerprint, *_free(words, finding)],
        title=printable(pick(finding.headline, words.lang)),
        sentences=[printable(pick(finding.message, words.lang))],
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

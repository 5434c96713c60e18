"""The values that the templates of the page show: one function makes each part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from itertools import chain
from typing import Final, TypeVar

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from auditor.model.across_dates import Cell, OnDate
from auditor.model.report import Report
from auditor.model.result.document import ReplyLine, Result, SourceLine
from auditor.model.result.findings import Finding, OpenQuestion, PathStep
from auditor.model.result.gate import ExceptionLine
from auditor.model.result.tables import ControlLine, ExposureLine, FlowLine, RecipientLine
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER
from auditor.rendering.acceptance import (
    acceptance,
    exception,
    gate_lines,
    judged,
    loosened_lines,
    no_longer_shown_lines,
    opened_lines,
    verdict,
    weakened_lines,
)
from auditor.rendering.across_dates import cell_words, gate_words
from auditor.rendering.annex import Sheet, impact_answers, register, transfer_starters
from auditor.rendering.drawing.layout import plan
from auditor.rendering.drawing.path import path_svg
from auditor.rendering.drawing.scene import scene
from auditor.rendering.drawing.svg import svg
from auditor.rendering.grades import graded, question_numbers
from auditor.rendering.whole_result import whole
from auditor.rendering.words import pick, printable, speaker
from auditor.text import findings as finding_texts
from auditor.text import parties as party_texts

KINDS: Final = ("gap", "transfer", "contradiction", "exposure", "fact", "question")
#: How many entries of a list a page shows; it says how many more there are, and where.
SHOWN: Final = 1000
#: How many questions the page opens with; the others are folded.
OPENING: Final = 15
#: How many sheets the annex shows, and how many entries of a row.
SHEETS: Final = 100
ROWS: Final = 200
#: How many findings have their path drawn; the others have it in words.
DRAWN: Final = 100

T = TypeVar("T")
#: The entries shown, and those that are not.
Cut = tuple[Sequence[T], Sequence[T]]


class Wording(Struct, frozen=True, kw_only=True):
    """The functions by which templates put ids, values and findings into words or drawings."""

    name: Callable[[str], str]
    country: Callable[[str], str]
    culprit: Callable[[Finding], str]
    worded: Callable[[str], str]
    crossed: Callable[[FlowLine], str]
    path_drawing: Callable[[list[PathStep]], Markup]
    acceptance: Callable[[Finding], str]
    exception: Callable[[ExceptionLine], str]
    ceiling: Callable[[Finding], str]
    graded: Callable[[Finding], str]
    on_date: Callable[[Cell], str]
    gate_on: Callable[[OnDate], str]


class FindingsPart(Struct, frozen=True, kw_only=True):
    """The findings: counted, by severity, which have their path drawn, and the former ids that links to them may hold."""

    established: list[Finding]
    groups: list[tuple[str, list[Finding]]]
    left_out: Counter[str]
    hypothetical: Cut[Finding]
    matrix: list[tuple[str, dict[str, int]]]
    kinds: list[str]
    severities: str
    premises: str
    drawn: set[str]
    anchors: dict[str, list[str]]
    status: dict[str, str]
    explained: dict[str, str]


class QuestionsPart(Struct, frozen=True, kw_only=True):
    """The questions, live ones first, the open points that hang on them, and the replies to each finding.

    `asked` are the live questions that the page opens with, `more` the others; `dormant` asks about what nothing is said of.
    """

    judged: str
    verdict: str
    unshown: Cut[Finding]
    asked: Sequence[OpenQuestion]
    more: Sequence[OpenQuestion]
    dormant: Sequence[OpenQuestion]
    says_more: Callable[[OpenQuestion], bool]
    replies: dict[str, list[ReplyLine]]


class FlowsPart(Struct, frozen=True, kw_only=True):
    """The drawing, the flow table, and who receives what."""

    flows: Cut[FlowLine]
    numbers: dict[str, int]
    recipients: Cut[RecipientLine]
    drawing: Markup | None
    wide: bool


class ControlPart(Struct, frozen=True, kw_only=True):
    """Who controls whom, who operates what, and the law that reaches it."""

    control: Cut[ControlLine]
    exposures: Cut[ExposureLine]
    operated: dict[str, list[str]]


class AnnexPart(Struct, frozen=True, kw_only=True):
    """The sheets for the data protection officer."""

    register: Cut[Sheet]
    impact: list[Sheet]
    transfers: Cut[Sheet]
    rows_shown: int


class MethodPart(Struct, frozen=True, kw_only=True):
    """What the result rests on, and how to get it again."""

    sources: Sequence[SourceLine]
    source_of: Callable[[str], SourceLine | None]
    packs: list[tuple[str, str]]
    loosened: list[str]
    lost: list[str]
    opened: list[str]
    weakened: list[str]
    digest: str


class PageModel(Struct, frozen=True, kw_only=True):
    """All that the templates of a report show."""

    report: Report
    result: Result
    wording: Wording
    findings: FindingsPart
    questions: QuestionsPart
    flows: FlowsPart
    control: ControlPart
    annex: AnnexPart
    method: MethodPart
    shown: int = SHOWN

    def context(self) -> dict[str, object]:
        """Return the names that templates use: the fields of every part, the report, its result and the length of lists."""
        parts: tuple[Struct, ...] = (
            *(self.wording, self.findings, self.questions, self.flows),
            *(self.control, self.annex, self.method),
        )
        fields = {name: getattr(part, name) for part in parts for name in part.__struct_fields__}
        return {"report": self.report, "result": self.result, "shown": self.shown, **fields}


def page_model(report: Report, lang: str) -> PageModel:
    """Return what the page of `report` shows in `lang` (fr or en)."""
    result = report.result
    return PageModel(
        report=report,
        result=result,
        wording=_wording(result, lang),
        findings=_findings(report, lang),
        questions=_questions(result, lang),
        flows=_flows(result, lang),
        control=ControlPart(
            control=_cut(result.control), exposures=_cut(result.exposures), operated=_operated(result)
        ),
        annex=AnnexPart(
            register=_cut(register(result, lang), SHEETS),
            impact=impact_answers(result, lang),
            transfers=_cut(transfer_starters(result, lang), SHEETS),
            rows_shown=ROWS,
        ),
        method=_method(report, lang),
    )


def _wording(result: Result, lang: str) -> Wording:
    numbers = question_numbers(result)
    return Wording(
        name=namer(result, lang),
        country=_country(result, lang),
        culprit=_culprit(result, lang),
        worded=_worded(result, lang),
        crossed=_crossed(result, lang),
        path_drawing=_path_drawing(result, lang),
        on_date=lambda cell: cell_words(cell, speaker(lang)),
        gate_on=lambda date: gate_words(date, speaker(lang)),
        acceptance=lambda finding: acceptance(finding, speaker(lang), result.today),
        exception=lambda line: exception(line, speaker(lang)),
        ceiling=lambda finding: graded(replace(finding, severity="none"), numbers, speaker(lang)),
        graded=lambda finding: graded(finding, numbers, speaker(lang)),
    )


def _of(result: Result, outcome: str) -> list[Finding]:
    """Return the findings of an outcome, without those that another finding tells along with it."""
    return [f for f in result.findings if f.outcome == outcome and not f.joined]


def _findings(report: Report, lang: str) -> FindingsPart:
    result, say = report.result, speaker(lang)
    established = _of(result, "established")
    first, left = _cut(established)
    groups = _grouped(first)
    hypothetical = _cut(_of(result, "hypothetical"))
    return FindingsPart(
        established=established,
        groups=groups,
        left_out=Counter(finding.rule for finding in left),
        hypothetical=hypothetical,
        matrix=_matrix(result.findings),
        kinds=[kind for kind in KINDS if any(f.kind == kind for f in established)],
        severities=", ".join(f"{count} × {say.word(severity)}" for severity, count in _counts(result)),
        premises=", ".join(f"{say.word(known)} {count}" for known, count in _premises(established)),
        drawn={finding.fingerprint for finding in first[:DRAWN]},
        anchors=_anchors(result.findings),
        status=_status(report),
        explained=_explained(chain(*(group for _, group in groups), hypothetical[0])),
    )


def _explained(shown: Iterable[Finding]) -> dict[str, str]:
    """Give, by fingerprint, the earlier finding of the page that says the same of why, of the law, what to do and when it errs."""
    first: list[Finding] = []
    found: dict[str, str] = {}
    for finding in shown:
        alike = (earlier for earlier in first if _reasons(earlier) == _reasons(finding))
        earlier = next(alike, None)
        if earlier is None:
            first.append(finding)
        else:
            found[finding.fingerprint] = earlier.fingerprint
    return found


def _reasons(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.why, finding.law, finding.remedy, finding.mistaken_when


def _anchors(findings: Sequence[Finding]) -> dict[str, list[str]]:
    """Give by fingerprint the former ones that lead to a finding, each to the first that had it."""
    taken = {finding.fingerprint for finding in findings}
    found: dict[str, list[str]] = {}
    for finding in findings:
        free = [name for name in finding.formerly if name not in taken]
        taken.update(free)
        found[finding.fingerprint] = free
    return found


def _questions(result: Result, lang: str) -> QuestionsPart:
    live = [question for question in result.questions if question.live]
    open_points = [finding for finding in _of(result, "cannot-be-shown") if finding.live]
    return QuestionsPart(
        judged=judged(result, speaker(lang)),
        verdict=" ".join((verdict(result, speaker(lang)), *gate_lines(result, speaker(lang)))),
        unshown=_cut(sorted(open_points, key=lambda finding: finding.rule)),
        asked=live[:OPENING],
        more=live[OPENING:],
        dormant=[question for question in result.questions if not question.live],
        says_more=lambda question: _says_more(question, lang),
        replies=_replies(result),
    )


def _says_more(question: OpenQuestion, lang: str) -> bool:
    """Tell whether the facts of a question say more than its text: a subject it does not name, whom else to ask, what was said."""
    text = pick(question.question, lang)
    return len({fact.to for fact in question.facts}) > 1 or any(
        fact.asked or fact.withheld or fact.versions or pick(fact.subject, lang) not in text
        for fact in question.facts
    )


def _flows(result: Result, lang: str) -> FlowsPart:
    drawn = plan(scene(result, lang)) if result.flows or result.places else None
    drawing = None if drawn is None else Markup(svg(drawn, speaker(lang)))  # noqa: S704  built of escaped names
    return FlowsPart(
        flows=_cut(result.flows),
        numbers={flow.id: flow.number for flow in result.flows},
        recipients=_cut(result.recipients),
        drawing=drawing,
        wide=drawn is not None and drawn.width > drawn.height,
    )


def _method(report: Report, lang: str) -> MethodPart:
    result = report.result
    sources = {source.id: source for source in _sources(result)}
    return MethodPart(
        sources=list(sources.values()),
        source_of=lambda cited: sources.get(cited.partition("#")[0]),
        packs=_packs(result),
        loosened=list(loosened_lines(result.loosened, speaker(lang), lang)),
        lost=list(no_longer_shown_lines(result.no_longer_shown, speaker(lang), lang)),
        opened=list(opened_lines(result, speaker(lang), lang)),
        weakened=list(weakened_lines(result.weakened_facts, speaker(lang))),
        digest=report.digest or sha256(whole(result)).hexdigest(),
    )


def _cut(entries: Sequence[T], limit: int = SHOWN) -> Cut[T]:
    return entries[:limit], entries[limit:]


def _sources(result: Result) -> list[SourceLine]:
    """Give the sources of the case, and those of the shared knowledge that something on the page cites."""
    cited = {fact.source for finding in result.findings for fact in finding.proof}
    links = (
        link for line in result.control for link in chain(line.holders, *(c.chain for c in line.controllers))
    )
    cited.update(link.source for link in links)
    cited.update(
        version.source for asked in result.questions for fact in asked.facts for version in fact.versions
    )
    cited.update(flow.source for flow in result.flows)
    cited.update(claim.source for claim in result.claims)
    cited.update(asked.source for asked in result.asked)
    named = {source.partition("#")[0] for source in cited}
    return [
        source for source in result.sources if source.id in named or not source.id.startswith("knowledge:")
    ]


def _premises(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    known = {fact.fact: fact.known for finding in findings for fact in finding.proof}
    counts = Counter(known.values())
    return [(word, counts[word]) for word in KNOWN_ORDER if counts[word]]


def _operated(result: Result) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in result.places:
        if place.kind == "host":
            found.setdefault(place.operator, []).append(place.id)
    return found


def _crossed(result: Result, lang: str) -> Callable[[FlowLine], str]:
    """Give the function that names the countries of whose law the ends of a flow are, in the order they are met."""
    named = _country(result, lang)
    countries = {place.id: place.country for place in result.places}

    def crossed(flow: FlowLine) -> str:
        met = (countries.get(end, "unknown") for end in (*flow.from_.split(", "), *flow.through, *flow.to))
        return ", ".join(named(code) for code in dict.fromkeys(met) if code) or "—"

    return crossed


def namer(result: Result, lang: str) -> Callable[[str], str]:
    """Give the function that names what an id means in `result`."""

    def name(identity: str) -> str:
        known = result.names.get(identity)
        if known is not None:
            return printable(pick(known, lang))
        bare = identity.rpartition(".")[2]
        return printable(speaker(lang).word(bare) if bare in ("unknown", "none", "not-produced") else bare)

    return name


def _culprit(result: Result, lang: str) -> Callable[[Finding], str]:
    name = namer(result, lang)
    quotes = {claim.id: printable(pick(claim.quote, lang)) for claim in result.claims}
    say = speaker(lang)

    def culprit(finding: Finding) -> str:
        if finding.subject.kind == "claim" and finding.culprit in quotes:
            return say(finding_texts.QUOTED, text=quotes[finding.culprit])
        if finding.subject.kind == "scenario":
            return name(f"scenarios.{finding.culprit}")
        return " + ".join(name(part) for part in finding.culprit.split("+"))

    return culprit


def _counts(result: Result) -> list[tuple[str, int]]:
    found = result.summary.established
    return [(severity, found[severity]) for severity in reversed(SEVERITY_ORDER) if found.get(severity)]


def _worded(result: Result, lang: str) -> Callable[[str], str]:
    """Give the function that puts the value of a fact into words: ids by their names, words of ours in the language."""
    say, name = speaker(lang), namer(result, lang)

    def one(word: str) -> str:
        known = next(
            (key for key in (word, f"data.{word}", f"countries.{word}") if key in result.names), None
        )
        return say.word(word) if known is None else name(known)

    def piece(text: str) -> str:
        return (
            " ".join("→" if word == ">" else one(word) for word in text.split(" "))
            if " > " in text
            else one(text)
        )

    return lambda value: ", ".join(piece(part) for part in value.split(", "))


def _country(result: Result, lang: str) -> Callable[[str], str]:
    name, say = namer(result, lang), speaker(lang)
    return lambda code: (
        name(f"countries.{code}") if f"countries.{code}" in result.names else say(party_texts.COUNTRY_UNKNOWN)
    )


def _path_drawing(result: Result, lang: str) -> Callable[[list[PathStep]], Markup]:
    say = speaker(lang)
    return lambda hops: Markup(path_svg(result, hops, lang, say))  # noqa: S704  built of escaped names


def _grouped(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.severity, []).append(finding)
    return list(groups.items())


def _matrix(findings: Sequence[Finding]) -> list[tuple[str, dict[str, int]]]:
    counts = Counter((f.severity, f.kind) for f in findings if f.outcome == "established" and not f.joined)
    return [
        (severity, {kind: counts[severity, kind] for kind in KINDS})
        for severity in reversed(SEVERITY_ORDER)
        if any(counts[severity, kind] for kind in KINDS)
    ]


def _replies(result: Result) -> dict[str, list[ReplyLine]]:
    found: dict[str, list[ReplyLine]] = {}
    for reply in result.replies:
        for target in reply.to:
            found.setdefault(target.removeprefix("F-"), []).append(reply)
    return found


def _status(report: Report) -> dict[str, str]:
    if report.since is None:
        return {}
    found = {finding.fingerprint: "new" for finding in report.since.new}
    found.update({change.after.fingerprint: "changed" for change in report.since.changed})
    return found


def _packs(result: Result) -> list[tuple[str, str]]:
    hashes = {
        file.path.removeprefix("policies/").removesuffix(".yaml"): file.sha256 for file in result.inputs
    }
    return [(name, hashes.get(name, "")) for name in result.tool.policies]

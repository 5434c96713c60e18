"""The transfer impact assessment: one for each exporter and importer, in six steps; what people must judge is left to them, with a question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.case.flows import Flow
from auditor.model.case.organisations import Organisation
from auditor.model.result.tables import TransferLine
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.book import Book, Page, Row, Titles
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.record.listing import contact_words
from auditor.rendering.exports.record.workbook import header
from auditor.rendering.exports.stated import Stated, joined
from auditor.rendering.words import pick
from auditor.text.papers import register as register_texts
from auditor.text.papers import transfer as texts

WIDTHS = (34, 38, 60, 50)
OPEN_COLUMN = 3


class Point(Struct, frozen=True):
    """A point of a step: what the case says of it, or the question to whoever must judge."""

    step: Bilingual
    label: Bilingual
    told: tuple[str, ...] = ()
    ask: Bilingual | None = None


class Assessment:
    """One exporter and importer, and the lines of their transfers."""

    def __init__(self, stated: Stated, derived: Derived, lines: list[TransferLine], *, blank: bool) -> None:
        self.stated = stated
        self.derived = derived
        self.lines = lines
        self.first = lines[0]
        self.say = stated.say
        self.case = stated.case
        self.absent = "" if blank else stated.say(register_texts.NOT_DECLARED)
        names = {line.flow for line in lines}
        self.flows = [flow for flow in stated.dossier.result.flows if flow.id in names]
        self.importer = self.case.organisations.get(self.first.importer, Organisation())

    @property
    def title(self) -> str:
        """Who sends to whom."""
        return f"{self.stated.party(self.first.exporter)} → {self.stated.party(self.first.importer)}"

    def rows(self) -> Iterator[Row]:
        """Give the rows: the step, the point, what the case says, what is to be filled in."""
        for point in self.points():
            told = joined(point.told)
            if point.ask is not None:
                yield [self.say(point.step), self.say(point.label), told, self.say(point.ask)]
            else:
                yield [self.say(point.step), self.say(point.label), told or self.absent, ""]

    def points(self) -> Iterator[Point]:
        """Give the points of every step in their order."""
        yield from self._before()
        yield from self._known()
        yield from self._tool()
        yield from self._law()
        yield Point(texts.MEASURES, texts.STATED_MEASURES, tuple(self._agreed("measures")))
        for label, ask in (
            (texts.TECHNICAL, texts.TECHNICAL_ASK),
            (texts.CONTRACTUAL, texts.CONTRACTUAL_ASK),
            (texts.ORGANISATIONAL, texts.ORGANISATIONAL_ASK),
        ):
            yield Point(texts.MEASURES, label, ask=ask)
        yield Point(texts.STEPS, texts.SIGNATURES, ask=texts.SIGNATURES_ASK)
        yield Point(texts.REVIEW, texts.DATE, ask=texts.DATE_ASK)
        yield Point(texts.REVIEW, texts.OWNER, ask=texts.OWNER_ASK)
        yield Point(texts.CONCLUSION, texts.DECISION, ask=texts.DECISION_ASK)
        yield Point(texts.CONCLUSION, texts.SIGNATURE, ask=texts.SIGNATURE_ASK)

    def _before(self) -> Iterator[Point]:
        certain = all(line.certain for line in self.lines)
        adequate = {each for line in self.lines for each in line.adequate}
        covered = texts.COVERED_YES if adequate == {"true"} else texts.COVERED_OPEN
        covered = texts.COVERED_NO if adequate == {"false"} else covered
        yield Point(
            texts.BEFORE, texts.CERTAIN, (self.say(texts.CERTAIN_YES if certain else texts.CERTAIN_NO),)
        )
        yield Point(texts.BEFORE, texts.WHO, (self.stated.party(self.first.exporter),))
        yield Point(texts.BEFORE, texts.COVERED, (self.say(covered),))

    def _known(self) -> Iterator[Point]:
        say, stated = self.say, self.stated
        result = stated.dossier.result
        activities = list(dict.fromkeys(line.activity for line in self.lines))
        roles = {line.role for line in result.recipients if line.recipient == self.first.importer} - UNSETTLED
        who = [
            stated.party(self.first.importer),
            self.derived.where(self.first),
            *map(say.word, sorted(roles)),
        ]
        special = {each for a in result.activities for each in a.special}
        data = list(dict.fromkeys(each for line in self.lines for each in line.data))
        marked = [
            f"{stated.named('data', each)} ({say(texts.SPECIAL)})"
            if each in special
            else stated.named("data", each)
            for each in data
        ]
        onward = [
            stated.party(t.importer) for t in result.transfers if t.onward and t.sender == self.first.importer
        ]
        people = [
            stated.named("people", each) for a in result.activities if a.id in activities for each in a.people
        ]
        told: dict[Bilingual, list[str]] = {
            texts.IMPORTER: [", ".join(who)],
            texts.CONTACT: [contact_words(stated, self.importer.contact, person=False)],
            texts.ONWARD: onward,
            texts.PURPOSE: [w for a in activities for w in stated.lines("activities", a, "purpose")],
            texts.PEOPLE: people,
            texts.DATA: marked,
            texts.FORMAT: list(self.derived.security(self.flows, ())),
            texts.ACCESS: self._of_flows("access"),
            texts.FREQUENCY: self._of_flows("frequency"),
            texts.VOLUME: [w for a in activities for w in stated.lines("activities", a, "scale")],
            texts.FLOWS: [f"{flow.number} · {stated.named('flows', flow.id)}" for flow in self.flows],
        }
        for label, lines in told.items():
            yield Point(texts.KNOW, label, tuple(lines))

    def _of_flows(self, field: str) -> list[str]:
        found: list[str] = []
        for line in self.flows:
            flow: Flow | None = self.case.flows.get(line.id)
            if flow is not None:
                found += [each.words for each in self.stated.of(field, getattr(flow, field), flow.source)]
        return list(dict.fromkeys(found))

    def _agreed(self, *fields: str) -> Iterator[str]:
        """Give fields of the agreements between exporter and importer."""
        for agreement in self.case.agreements.values():
            if set(agreement.between) == {self.first.exporter, self.first.importer}:
                told: list[str] = []
                for field in fields:
                    value: Any = getattr(agreement, field)
                    if field in ("since", "assessed_on"):
                        told += [self.stated.date(value)] if value else []
                    else:
                        told += [each.words for each in self.stated.of(field, value, agreement.source)]
                if told:
                    yield self.say.colon(self.say.word(agreement.is_)) + " " + ", ".join(told)

    def _tool(self) -> Iterator[Point]:
        grounds = dict.fromkeys(pick(line.ground, self.stated.lang) for line in self.lines)
        yield Point(texts.TOOL, texts.GROUND, tuple(grounds))
        papers = tuple(self._agreed("module", "clauses", "since", "document"))
        yield Point(texts.TOOL, texts.PAPER, papers)
        listed = [each.words for each in self.stated.of("dpf", self.importer.dpf, self.importer.source)]
        listed += [each.words for each in self.stated.of("dpf_covers", self.importer.dpf_covers)]
        yield Point(texts.TOOL, texts.FRAMEWORK, tuple(listed))

    def _law(self) -> Iterator[Point]:
        control = self.derived.control.get(self.first.importer)
        reach = (self.derived.reach(control),) if control is not None and control.reach else ()
        yield Point(texts.LAW, texts.REACH, reach)
        exposures = [
            f"{self.derived.name(e.host)}, {self.derived.country(e.state)}, "
            f"{self.derived.name(f'instruments.{e.instrument}')}, E{e.level.min}–E{e.level.max}"
            for e in self.stated.dossier.result.exposures
            if e.custodian == self.first.importer and e.level.max and e.state not in UNSETTLED
        ]
        if exposures:
            yield Point(texts.LAW, texts.EXPOSURE, tuple(exposures))
        yield Point(texts.LAW, texts.ASSESSED, tuple(self._agreed("assessment", "finds", "assessed_on")))
        yield Point(texts.LAW, texts.PRACTICE, ask=texts.PRACTICE_ASK)
        yield Point(texts.LAW, texts.REQUESTS, ask=texts.REQUESTS_ASK)


def assessments(dossier: Dossier, how: How) -> list[Assessment]:
    """Give an assessment for each exporter and importer, of the activities that are asked for."""
    stated, derived = Stated(dossier, how.lang), Derived(dossier.result, how.lang)
    groups: dict[tuple[str, str], list[TransferLine]] = {}
    for line in dossier.result.transfers:
        if not how.activities or line.activity in how.activities:
            groups.setdefault((line.exporter, line.importer), []).append(line)
    return [Assessment(stated, derived, lines, blank=how.blank) for _, lines in sorted(groups.items())]


def assessment_book(dossier: Dossier, how: How) -> Book:
    """Give a page for each assessment, after the list of them."""
    stated = Stated(dossier, how.lang)
    titles = Titles()
    listing = titles.free(stated.say(texts.LIST))
    made = [(titles.free(each.title), each) for each in assessments(dossier, how)]
    heads = [stated.say(each) for each in texts.HEADS]
    index = [[stated.say(texts.TITLE)], *([each.title] for _, each in made)]
    links = {(number, 0): title for number, (title, _) in enumerate(made, 1)}
    pages = [Page(listing, index, heads=frozenset([0]), links=links, widths=(60,))]
    pages += [
        Page(title, [heads, *each.rows()], heads=frozenset([0]), widths=WIDTHS, frozen=(1, 2))
        for title, each in made
    ]
    return Book(pages, header(dossier, stated, texts.TITLE))


def assessment_document(dossier: Dossier, how: How) -> bytes:
    """Give the assessments as a document to be filled in and signed: a part each, the steps as a table."""
    from auditor.rendering.exports.docx import Part, as_docx

    stated = Stated(dossier, how.lang)
    heads = tuple(stated.say(each) for each in texts.HEADS)
    parts = [Part(each.title, table=(heads, *map(tuple, each.rows()))) for each in assessments(dossier, how)]
    return as_docx(header(dossier, stated, texts.TITLE), parts)

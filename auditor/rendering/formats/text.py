"""What `auditor check` prints: plain lines that read the same in a terminal and in a log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.model.result.document import Result
from auditor.model.result.findings import Citation, Finding, OpenFact, OpenQuestion, PathStep, PlaceInFile
from auditor.rendering.acceptance import (
    acceptance,
    accepted_lines,
    counted,
    gate_lines,
    judged,
    loosened_lines,
    no_longer_shown_lines,
    opened_lines,
    verdict,
    weakened_lines,
)
from auditor.rendering.format import Format, Presentation
from auditor.rendering.grades import graded, question_numbers
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, pick, speaker
from auditor.text import console as console_texts
from auditor.text import findings as finding_texts
from auditor.text import gate as gate_texts
from auditor.text import questions as question_texts
from auditor.text import result as result_texts

COLOURS: Final = {"critical": "1;31", "high": "31", "medium": "33", "low": "36", "info": "34", "none": "35"}
#: How many questions are shown; `auditor ask` shows them all.
SHOWN: Final = 15


def text(result: Result, presentation: Presentation) -> bytes:
    """Give the whole result as text in one language, coloured by ANSI codes where asked."""
    return ("\n".join(_Page(result, presentation).lines()) + "\n").encode()


class _Page:
    def __init__(self, result: Result, presentation: Presentation) -> None:
        self.where = presentation.where
        self.result = result
        self.lang = presentation.lang
        self.colour = presentation.colour
        self.say: Say = speaker(presentation.lang)
        self.numbers = question_numbers(result)

    def lines(self) -> Iterator[str]:
        """Give the lines in order: what was not looked at, findings, hypotheses, open points, claims, counts."""
        result, say = self.result, self.say
        yield safe(f"{pick(result.case.title, self.lang)} · {result.as_of}")
        if result.case.later is not None:
            yield safe(pick(result.case.later, self.lang))
        yield from (safe(pick(line.message, self.lang)) for line in result.not_looked_at)
        yield ""
        sections = {
            "findings": self._established,
            "hypotheses": self._hypotheses,
            "claims": self._claims,
            "questions": self._open,
        }
        for name in sections if result.view is None else result.view.sections:
            yield from sections[name]()
        yield from (safe(line) for line in accepted_lines(result, say, self.lang, self.where))
        yield from (safe(line) for line in loosened_lines(result.loosened, say, self.lang))
        yield from (safe(line) for line in no_longer_shown_lines(result.no_longer_shown, say, self.lang))
        yield from (safe(line) for line in opened_lines(result, say, self.lang))
        yield from (safe(line) for line in weakened_lines(result.weakened_facts, say))
        yield from self._knowledge()
        yield from self._counts()

    def _established(self) -> Iterator[str]:
        for finding in self.result.findings:
            if finding.outcome == "established" and finding.accepted is None and not finding.joined:
                yield from self._finding(finding)

    def _hypotheses(self) -> Iterator[str]:
        hypotheses = [f for f in self.result.findings if f.outcome == "hypothetical" and not f.joined]
        if hypotheses:
            yield f"{self.say(console_texts.HYPOTHESES)}"
            for finding in hypotheses:
                yield safe(f"  {self._head(finding)}")
                yield safe(f"    {pick(finding.message, self.lang)}")
            yield ""

    def _head(self, finding: Finding) -> str:
        word = self._paint(graded(finding, self.numbers, self.say), COLOURS[finding.severity])
        return f"{word}[{finding.rule}] {pick(finding.title, self.lang)}"

    def _paint(self, words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.colour else words

    def _finding(self, finding: Finding) -> Iterator[str]:
        say, lang = self.say, self.lang
        yield f"{self._paint(graded(finding, self.numbers, say), COLOURS[finding.severity])}[{finding.rule}] {safe(pick(finding.title, lang))}"
        if finding.place is not None:
            yield from self._place(finding.place, COLOURS[finding.severity])
        yield safe(f"  {pick(finding.message, lang)}")
        for reason in finding.also:
            yield safe(f"  + [{reason.rule}] {pick(reason.title, lang)} · F-{reason.fingerprint}")
            yield safe(f"    {pick(reason.message, lang)}")
        if finding.path:
            yield f"  = {self.say.label(finding_texts.PATH)}"
            yield from self._path(finding.path)
        if finding.missing:
            yield safe(f"  = {self.say.label(finding_texts.MISSING)} {', '.join(finding.missing)}")
        yield safe(
            f"  = {self.say.label(finding_texts.LAW)} {'; '.join(self._law(law) for law in finding.law)}"
        )
        yield safe(f"  = {self.say.label(finding_texts.MISTAKEN)} {pick(finding.mistaken_when, lang)}")
        yield safe(f"  = {self.say.label(finding_texts.REMEDY)} {pick(finding.remedy, lang)}")
        if finding.was_accepted is not None:
            yield safe(
                f"  = {self.say.label(gate_texts.ACCEPTED_BEFORE)} {acceptance(finding, say, self.result.today)}"
            )
        if finding.standing is not None:
            yield f"  = {self.say.label(finding_texts.STANDING)} {say(finding_texts.STANDINGS[finding.standing])}"
        yield f"  = {self.say.label(finding_texts.CONFIDENCE)} {say.word(finding.confidence)} · {self.say.label(finding_texts.ID)} F-{finding.fingerprint}"
        yield ""

    def _law(self, law: Citation) -> str:
        """Give a citation, with what must be said of its time; the mechanism of an instrument is told in full reports."""
        timed = law.note is not None and law.ref.islower()
        return pick(law.cite, self.lang) + (
            f" ({pick(law.note, self.lang)})" if timed and law.note is not None else ""
        )

    def _place(self, place: PlaceInFile, code: str) -> Iterator[str]:
        yield safe(f"  --> {self.where(place.file)}:{place.line}:{place.column}")
        if place.text:
            number = str(place.line)
            yield safe(f"  {number} | {place.text}")
            caret = self._paint("^" * place.width, code)
            yield f"  {' ' * len(number)} | {' ' * (place.column - 1)}{caret}"

    def _path(self, path: list[PathStep]) -> Iterator[str]:
        yield safe(f"      {self._name(path[0].from_)}")
        for hop in path:
            protected = f"{self.say(finding_texts.TRANSPORT)} {self.say.word(hop.transport)}, {self.say(finding_texts.CONTENT)} {self.say.word(hop.content)}"
            yield safe(f"      │ {hop.flow} ({protected}, {self.say.word(hop.known)})")
            reads = "" if hop.reads == "no" else f" ({self.say(finding_texts.READS[hop.reads])})"
            yield safe(f"      ▼ {self._name(hop.to)}{reads}")

    def _name(self, name: str) -> str:
        known = self.result.names.get(name)
        return pick(known, self.lang) if known is not None else name

    def _claims(self) -> Iterator[str]:
        if not self.result.claims:
            return
        yield self.say(console_texts.CLAIMS)
        for claim in self.result.claims:
            quote = pick(claim.quote, self.lang)
            yield safe(
                f"  {self.say.colon(self.say.word(claim.verdict))} {self._name(claim.by)}, {self.say(finding_texts.QUOTED, text=quote)} ({claim.source or '—'})"
            )
            if claim.verdict != "not-checkable":
                yield safe(f"    {pick(claim.message, self.lang)}")
        yield ""

    def _open(self) -> Iterator[str]:
        live = [question for question in self.result.questions if question.live]
        dormant = len(self.result.questions) - len(live)
        if not live and not dormant:
            return
        say = self.say
        yield say(question_texts.OPEN, count=len(live))
        for number, asked in enumerate(live[:SHOWN], 1):
            yield safe(f"  Q{number} {pick(asked.question, self.lang)}")
            yield safe(f"    {self._hanging(asked)}")
            yield from (safe(line) for fact in asked.facts for line in self._versions(fact))
        if len(live) > SHOWN:
            yield f"  {say(question_texts.MORE_QUESTIONS, count=len(live) - SHOWN)}"
        if dormant:
            yield f"  {say(question_texts.DORMANT, count=dormant)}"
        yield ""

    def _hanging(self, asked: OpenQuestion) -> str:
        say = self.say
        live = [fact for fact in asked.facts if fact.live]
        whom = dict.fromkeys(self._name(fact.to) or say(question_texts.WHOM) for fact in live)
        parts = [say(question_texts.ASK, who=", ".join(whom))]
        if len(live) > 1:
            parts.append(say(question_texts.TIMES, count=len(live)))
        if asked.rules:
            severity = f" ({say.word(asked.severity_if_open)})" if asked.severity_if_open else ""
            parts.append(f"{say.label(question_texts.HANGS)} {', '.join(asked.rules)}{severity}")
        before = {(a.asked, a.answered) for fact in live for a in fact.asked}
        parts.extend(
            say(
                question_texts.ASKED_BEFORE if answered != "true" else question_texts.ASKED_ANSWERED,
                date=date,
            )
            for date, answered in sorted(before)
        )
        if any(fact.withheld for fact in live):
            parts.append(say(question_texts.WITHHELD))
        return " · ".join(parts)

    def _versions(self, fact: OpenFact) -> Iterator[str]:
        for version in fact.versions:
            place = (
                f" --> {self.where(version.place.file)}:{version.place.line}"
                if version.place is not None
                else ""
            )
            yield f"    = {self._name(version.value)} ({self.say.word(version.known)}) · {version.source}{place}"

    def _knowledge(self) -> Iterator[str]:
        """Tell what replaces facts of the knowledge base, and up to which day it was used."""
        result = self.result
        if result.overrides:
            yield self.say(console_texts.OVERRIDES)
            for line in result.overrides:
                yield safe(
                    f"  {line.fact}: {line.knowledge or '—'} → {line.case or '—'} ({self.say(console_texts.OVERRIDDEN_BY[line.by])})"
                )
            yield ""
        if result.tool.knowledge_date:
            yield self.say(result_texts.KNOWN_UP_TO, date=result.tool.knowledge_date)
            yield ""

    def _counts(self) -> Iterator[str]:
        say = self.say
        yield judged(self.result, say)
        yield verdict(self.result, say)
        yield from (safe(line) for line in gate_lines(self.result, say))
        view = self.result.view
        if view is not None and (view.findings or view.questions or view.claims):
            yield say(
                console_texts.LEFT_OUT,
                profile=view.profile,
                findings=view.findings,
                questions=view.questions,
                claims=view.claims,
            )
        yield say(console_texts.FOOTER, as_of=self.result.as_of)
        yield counted(self.result, say)


FORMAT = Format(render=text, media_type="text/plain", suffix=".txt", for_people=True)

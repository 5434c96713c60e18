"""What every format for machines shares: which findings stand, where they are, how grave and how sure they are in a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result import FAILING, Finding, PathStep, PlaceInFile, Result
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.rendering.acceptance import counted, exception, loosening, verdict
from auditor.rendering.format import Presentation
from auditor.rendering.words import Say, pick, printable, speaker
from auditor.text import findings as finding_texts
from auditor.text import gate as gate_texts


@dataclass(frozen=True, slots=True)
class CiView:
    """A result to be shown in `lang`; `where` turns the path of a file as it is cited into one below the current folder."""

    result: Result
    lang: str
    where: Callable[[str], str]

    @classmethod
    def of(cls, result: Result, presentation: Presentation) -> CiView:
        """Return the view of `result` in the language and with the paths of `presentation`."""
        return cls(result, presentation.lang, presentation.where)

    @property
    def say(self) -> Say:
        """The words of the interface."""
        return speaker(self.lang)

    def pick(self, text: Bilingual) -> str:
        """Give a text in the language of the report, without characters that cannot be seen."""
        return printable(pick(text, self.lang))

    def established(self) -> list[Finding]:
        """Give what is established and nobody accepted, the gravest first; what another finding tells along with it is left out."""
        return [
            f
            for f in self.result.findings
            if f.outcome == "established" and f.accepted is None and not f.joined
        ]

    def accepted(self) -> list[Finding]:
        """Give what is established and somebody accepted."""
        return [f for f in self.result.findings if f.outcome == "established" and f.accepted is not None]

    def open(self) -> list[Finding]:
        """Give what cannot be shown."""
        return [f for f in self.result.findings if f.outcome == "cannot-be-shown" and not f.joined]

    def joined(self) -> list[Finding]:
        """Give what is established and told along with another finding on the same subject."""
        return [
            f for f in self.result.findings if f.outcome == "established" and f.joined and f.accepted is None
        ]

    def message(self, finding: Finding) -> str:
        """Give the message of a finding, and those of what is told along with it."""
        others = (
            f"{self.pick(reason.message)} ({reason.rule}, F-{reason.fingerprint})" for reason in finding.also
        )
        return "\n".join((self.pick(finding.message), *others))

    def reasons(self) -> list[tuple[str, PlaceInFile | None]]:
        """Give what makes the gate fail besides findings, in words and with its place: exceptions that hold no more, rules loosened."""
        say = self.say
        lapsed = [line for line in self.result.exceptions if line.state in FAILING]
        return [
            *((printable(exception(line, say, self.where)), line.place) for line in lapsed),
            *((printable(loosening(change, self.lang)), None) for change in self.result.loosened),
        ]

    def name(self, of: str) -> str:
        """Give the name of an end of a flow."""
        known = self.result.names.get(of)
        return of if known is None else self.pick(known)

    def place(self, finding: Finding) -> PlaceInFile | None:
        """Give where a finding is written, or else the first fact of its proof that is."""
        return finding.place or next((fact.place for fact in finding.proof if fact.place is not None), None)

    def uri(self, place: PlaceInFile | None) -> str:
        """Give the path of the file, relative and with forward slashes; the first input where the place is not known."""
        cited = place.file if place is not None else next((i.path for i in self.result.inputs), "")
        return self.where(cited).replace("\\", "/")

    def line(self, finding: Finding) -> int:
        """Give the line of a finding, the first where it is written nowhere."""
        place = self.place(finding)
        return place.line if place is not None else 1

    def hop(self, hop: PathStep) -> str:
        """Give one step of a path in words."""
        say = self.say
        protected = f"{say(finding_texts.TRANSPORT)} {say.word(hop.transport)}, {say(finding_texts.CONTENT)} {say.word(hop.content)}"
        return f"{self.name(hop.from_)} → {self.name(hop.to)} ({hop.flow}: {protected})"

    def counted(self) -> str:
        """Give the counts in one line, as the text ends with."""
        return counted(self.result, self.say)

    def gate(self) -> str:
        """Give in one line whether the gate is passed."""
        return " ".join(filter(None, (verdict(self.result, self.say), self.unsure())))

    def unsure(self) -> str:
        """Give how many findings are grave enough but not known well enough to fail; empty where none is."""
        count = self.result.summary.gate.unsure
        return self.say(gate_texts.UNSURE, count=count) if count else ""


def places(finding: Finding) -> dict[str, PlaceInFile]:
    """Give the place of every fact of the proof that is written in a file, by its address."""
    return {fact.fact: fact.place for fact in finding.proof if fact.place is not None}


def end_column(place: PlaceInFile) -> int:
    """Give the column after the last character underlined, 1-based."""
    return place.column + max(place.width, 1)


SEVERITY_RANK: Final = {name: rank for rank, name in enumerate(SEVERITY_ORDER)}


def by_rule(findings: list[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Give the findings of each rule, rules in order of their id."""
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    yield from sorted(rules.items())

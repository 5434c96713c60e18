"""What the formats for machines share: the findings to show, their places, and words for severity and certainty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding, PathStep, PlaceInFile, ProofFact
from auditor.model.result.gate import FAILING, NoLongerShown, WeakenedFact
from auditor.rendering.acceptance import (
    counted,
    exception,
    gate_lines,
    judged,
    loosening,
    lost_facts,
    open_point,
    opened,
    questions_by_fact,
    too_few_decided,
    verdict,
    weakened,
)
from auditor.rendering.format import Presentation
from auditor.rendering.grades import graded, question_numbers
from auditor.rendering.telling.cited import cited
from auditor.rendering.telling.headline import known_tag
from auditor.rendering.telling.protection import protection
from auditor.rendering.telling.whom import whom
from auditor.rendering.words import Say, pick, printable, speaker
from auditor.text import gate as gate_texts
from auditor.text.telling import TAGS

#: Where the files of the knowledge base are cited.
KNOWLEDGE = "knowledge/"


@dataclass(frozen=True)
class CiView:
    """A result to be shown in `lang`; `where` turns the cited path of a file into one that opens from the current folder."""

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

    @cached_property
    def _asked(self) -> dict[str, str]:
        return questions_by_fact(self.result, self.lang)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return question_numbers(self.result)

    def pick(self, text: Bilingual) -> str:
        """Give a text in the language of the report, without characters that cannot be seen."""
        return printable(pick(text, self.lang))

    def not_looked_at(self) -> list[str]:
        """Give what the case holds that was not looked at on its date, a sentence for each kind."""
        return [self.pick(line.message) for line in self.result.not_looked_at]

    def established(self) -> list[Finding]:
        """Return the established findings that nobody accepted, gravest first, without those told as part of another."""
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
        return [f for f in self.result.findings if f.outcome == "cannot-be-shown"]

    def joined(self) -> list[Finding]:
        """Give what is established and told along with another finding on the same subject."""
        return [
            f for f in self.result.findings if f.outcome == "established" and f.joined and f.accepted is None
        ]

    def message(self, finding: Finding) -> str:
        """Give the message of a finding, and those of what is told along with it."""
        others = (
            f"{self.pick(reason.message)} F-{reason.fingerprint} ({reason.rule})" for reason in finding.also
        )
        return "\n".join((self.pick(finding.message), *others))

    def reasons(self) -> list[tuple[str, PlaceInFile | None]]:
        """Give what makes the gate fail besides findings, in words and with its place.

        Exceptions that hold no more, rules loosened, findings no longer shown or to come, open points, too few decided.
        """
        say = self.say
        lapsed = [line for line in self.result.exceptions if line.state in FAILING]
        return [
            *((printable(exception(line, say, self.where)), line.place) for line in lapsed),
            *((printable(loosening(change, self.lang)), None) for change in self.result.loosened),
            *((self._lost(line), line.place) for line in self.result.no_longer_shown if line.fails),
            *(self._weakened(line) for line in self.result.weakened_facts if line.beginning),
            *(self._open_point(finding) for finding in opened(self.result)),
            *((words, None) for words in too_few_decided(self.result, say)),
        ]

    def told(self) -> list[tuple[str, PlaceInFile | None]]:
        """Give what a change does to known findings and fails nothing, in words and with its place: a reviewer must know it."""
        return [
            *((self._lost(line), line.place) for line in self.result.no_longer_shown if not line.fails),
            *(self._weakened(line) for line in self.result.weakened_facts if not line.beginning),
        ]

    def _weakened(self, line: WeakenedFact) -> tuple[str, PlaceInFile | None]:
        return printable(weakened(line, self.say)), line.place

    def _open_point(self, finding: Finding) -> tuple[str, PlaceInFile | None]:
        words = open_point(finding, self.graded(finding), self.say, self._asked)
        return printable(words), self.place(finding)

    def _lost(self, line: NoLongerShown) -> str:
        facts = lost_facts(line, self.say)
        return printable(f"{self.pick(line.title)} · {line.finding} ({line.rule}). {facts}")

    def graded(self, finding: Finding) -> str:
        """Give how grave a finding is, up to what, and which questions decide."""
        return graded(finding, self._numbers, self.say)

    def judged(self) -> str:
        """Give in one line how far the case could be judged."""
        return judged(self.result, self.say)

    def name(self, of: str) -> str:
        """Give the name of an end of a flow, or of a flow."""
        known = self.result.names.get(of)
        return self.say.word(of.rpartition(".")[2]) if known is None else self.pick(known)

    def headline(self, finding: Finding) -> str:
        """Give a finding as one sentence about the case; an open point of which nothing is said by the title of its rule."""
        return self.pick(finding.headline) or self.pick(finding.title)

    def tag(self, finding: Finding) -> str:
        """Give how a finding is known."""
        return self.say(known_tag(self.result, finding))

    def premise(self, fact: ProofFact) -> str:
        """Give a premise: what it says, how it is known and by which document; one that no clause tells, by its address."""
        clause = self.result.clauses.get(fact.fact)
        said = f"{fact.fact}: {fact.value}" if clause is None else self.pick(clause)
        source = f"; {cited(self.result, fact.source, self.say)}" if fact.source else ""
        return printable(f"{said} ({self.say(TAGS[fact.known])}{source})")

    def questions(self, finding: Finding) -> str:
        """Give the questions that settle an open point, a line each."""
        return printable("\n".join(dict.fromkeys(self._asked.get(route, route) for route in finding.missing)))

    def culprit(self, finding: Finding) -> str:
        """Name whom a finding is of: a claim by its quote, a scenario by its title."""
        return printable(whom(self.result, finding, self.say))

    def place(self, finding: Finding) -> PlaceInFile | None:
        """Give where a finding is written, or else the first fact of its proof that is."""
        return finding.place or next((fact.place for fact in finding.proof if fact.place is not None), None)

    def uri(self, place: PlaceInFile | None) -> str:
        """Give the path of the file, relative and with forward slashes; the first file of the case where the place is not known."""
        read = sorted((i.path for i in self.result.inputs), key=lambda path: path.startswith(KNOWLEDGE))
        cited = place.file if place is not None else next(iter(read), "")
        return self.where(cited).replace("\\", "/")

    def line(self, finding: Finding) -> int:
        """Give the line of a finding, the first where it is written nowhere."""
        place = self.place(finding)
        return place.line if place is not None else 1

    def hop(self, hop: PathStep) -> str:
        """Give one step of a path in words."""
        flow = self.name(f"flows.{hop.flow}")
        how = protection(hop.transport, hop.content, self.say)
        return printable(f"{self.name(hop.from_)} → {self.name(hop.to)} ({flow}). {how}")

    def counted(self) -> str:
        """Give the counts in one line, as the text ends with."""
        return counted(self.result, self.say)

    def gate(self) -> str:
        """Give in one line what the gate stopped, and what is not decided."""
        return " ".join((verdict(self.result, self.say), *gate_lines(self.result, self.say)))

    def undecided(self) -> str:
        """Give how far the case was judged and what is not decided that would fail; empty where all that would is."""
        return (
            f"{verdict(self.result, self.say)} {self.judged()}" if self.result.summary.gate.undecided else ""
        )

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


def by_rule(findings: list[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Give the findings of each rule, rules in order of their id."""
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    yield from sorted(rules.items())

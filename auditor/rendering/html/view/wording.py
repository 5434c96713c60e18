"""How ids, values, sources and facts of a result read on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.report import Report
from auditor.model.result.document import Result, SourceLine
from auditor.model.result.findings import Finding, ProofFact
from auditor.rendering.grades import graded, numbers_of, question_numbers
from auditor.rendering.telling.days import spoken_date
from auditor.rendering.telling.headline import GRAVE, SEVERAL, captured, known_tag
from auditor.rendering.telling.known import sentence
from auditor.rendering.telling.letters import Lettered, letter_of, lettered
from auditor.rendering.telling.whom import titled, whom
from auditor.rendering.words import Say, legal_name, pick, printable, speaker
from auditor.text import page as page_texts
from auditor.text import parties as party_texts
from auditor.text import telling as telling_texts
from auditor.text.written_in import written_in

#: How many rows a table of reference has, and how many beside many findings.
ROWS: Final = 60
FEWER: Final = 20
#: How many cards are told in full where findings are few; where there are many, and about how many characters they may have together.
FEW: Final = 10
FULL: Final = 25
ROOM: Final = 4_500
#: Beyond how many findings cards have the less room, and a line no link of its own.
BRIEFLY: Final = 100
BRIEF_ROOM: Final = 1_000
OF_A_TEXT: Final = 150
OF_A_PREMISE: Final = 180


class Cited(Struct, frozen=True):
    """A source as a link of the page: its label, and the anchor of its line, empty where it has none."""

    label: str
    anchor: str


class Wording(Struct, frozen=True, dict=True):
    """The words of one report in one language, looked up once and shared by all sections."""

    report: Report
    lang: str

    @property
    def result(self) -> Result:
        """The result that is told."""
        return self.report.result

    @cached_property
    def say(self) -> Say:
        """The voice of the language."""
        return speaker(self.lang)

    @cached_property
    def lettered(self) -> list[Lettered]:
        """What is established, under its letters."""
        return lettered(self.result)

    @cached_property
    def letter_of(self) -> dict[str, str]:
        """The letter under which each established finding, and each that is told with one, stands, by fingerprint."""
        return letter_of(self.result)

    @cached_property
    def total(self) -> int:
        """How many findings are established."""
        return sum(len(group.findings) for group in self.lettered)

    @property
    def rows(self) -> int:
        """How many rows a table of reference has."""
        return ROWS if self.total < SEVERAL else FEWER

    @property
    def brief(self) -> bool:
        """Tell whether findings are so many that each is told as briefly as can be."""
        return self.total > BRIEFLY

    @cached_property
    def in_full(self) -> frozenset[str]:
        """The letters told in full: the first where findings are few; else the first of those that are critical or high, while they fit."""
        if self.total < SEVERAL:
            return frozenset(group.letter for group in self.lettered[:FEW])
        room, found = BRIEF_ROOM if self.brief else ROOM, list[str]()
        for group in self.lettered[:FULL]:
            room -= _length(group.first)
            if group.first.severity not in GRAVE or (found and room < 0):
                break
            found.append(group.letter)
        return frozenset(found)

    @cached_property
    def question_of(self) -> dict[str, int]:
        """The number of the live question for each missing fact."""
        return question_numbers(self.result)

    @cached_property
    def flow_number(self) -> dict[str, int]:
        """The number of each flow, by its id."""
        return {flow.id: flow.number for flow in self.result.flows}

    @cached_property
    def former_owner(self) -> dict[str, str]:
        """The finding to which each former id leads: the first that had it, unless one has it now."""
        taken = {finding.fingerprint: "" for finding in self.result.findings}
        for finding in self.result.findings:
            for name in finding.formerly:
                taken.setdefault(name, finding.fingerprint)
        return taken

    @cached_property
    def status(self) -> dict[str, str]:
        """What became of findings since the earlier result, by fingerprint: new or changed."""
        since = self.report.since
        if since is None:
            return {}
        found = {finding.fingerprint: "new" for finding in since.new}
        return found | {change.after.fingerprint: "changed" for change in since.changed}

    @cached_property
    def shown_flows(self) -> frozenset[int]:
        """The numbers of the flows that have a row."""
        return frozenset(flow.number for flow in self.result.flows[: self.rows])

    @cached_property
    def sources(self) -> dict[str, SourceLine]:
        """The documents, by id."""
        return {source.id: source for source in self.result.sources}

    def name(self, identity: str) -> str:
        """Give what readers see instead of an id."""
        known = self.result.names.get(identity)
        if known is not None:
            return printable(pick(known, self.lang))
        bare = identity.rpartition(".")[2]
        unsettled = bare in ("unknown", "none", "not-produced")
        return printable(self.say.word(bare) if unsettled else bare)

    def legal(self, identity: str) -> str:
        """Give the name of an organisation with its legal form."""
        known = legal_name(self.result.names, identity)
        return self.name(identity) if known is None else printable(pick(known, self.lang))

    def names(self, identities: Iterable[str], section: str = "") -> str:
        """Give names as an enumeration, a dash where there are none."""
        return ", ".join(self.name(f"{section}{identity}") for identity in identities) or "—"

    def country(self, code: str) -> str:
        """Give the name of a country."""
        known = f"countries.{code}" in self.result.names
        return self.name(f"countries.{code}") if known else self.say(party_texts.COUNTRY_UNKNOWN)

    def date(self, day: str) -> str:
        """Give a date in words."""
        return printable(spoken_date(day, self.say))

    def worded(self, value: str) -> str:
        """Give the value of a fact in words: ids by their names, words of ours in the language."""
        return ", ".join(self._piece(part) for part in value.split(", "))

    def _piece(self, text: str) -> str:
        if " > " not in text:
            return self._one(text)
        return " ".join("→" if word == ">" else self._one(word) for word in text.split(" "))

    def _one(self, word: str) -> str:
        keys = (word, f"data.{word}", f"countries.{word}")
        known = next((key for key in keys if key in self.result.names), None)
        return printable(self.say.word(word)) if known is None else self.name(known)

    def cited(self, source: str) -> Cited:
        """Give a source as a link to its line, with the place in the document."""
        name, _, fragment = source.partition("#")
        line = self.sources.get(name)
        if line is None:
            return Cited(self.say(page_texts.NO_DOCUMENT), "")
        label = pick(line.label, self.lang)
        return Cited(printable(f"{label}, {fragment}" if fragment else label), f"S-{line.id}")

    def premise(self, fact: ProofFact) -> str:
        """Give a premise as a sentence; without a clause, its value in words."""
        clause = self.result.clauses.get(fact.fact)
        return printable(sentence(self.worded(fact.value) if clause is None else pick(clause, self.lang)))

    def known(self, fact: ProofFact) -> str:
        """Give how a fact is known, as a tag."""
        machine = fact.known == "observed" and captured(self.result, [fact])
        return self.say(telling_texts.CAPTURED if machine else telling_texts.TAGS[fact.known])

    def tag(self, finding: Finding) -> str:
        """Give how a finding is known, as a tag."""
        return self.say(known_tag(self.result, finding))

    def graded(self, finding: Finding) -> str:
        """Give the severity of a finding with its ceiling and the questions that decide."""
        return graded(finding, self.question_of, self.say)

    def questions(self, routes: Iterable[str]) -> list[int]:
        """Give the numbers of the questions that ask for facts, in order."""
        return numbers_of(routes, self.question_of)

    def culprit(self, finding: Finding) -> str:
        """Name whom a finding is of: a claim by its quote, a scenario by its title."""
        quoted = finding.subject.kind in ("claim", "question", "scenario")
        if quoted or all(titled(self.result, part) is not None for part in finding.culprit.split("+")):
            return printable(whom(self.result, finding, self.say))
        return self.subject(finding.subject.id)

    def subject(self, identity: str) -> str:
        """Name the subject of a finding: a hop as its flow and ends, a recipient with its activity."""
        parts = identity.split(":")
        ends = [" → ".join(self._titled(end) for end in part.split(">")) for part in parts]
        return f"{ends[0]} ({', '.join(ends[1:])})" if len(ends) > 1 else ends[0]

    def _titled(self, identity: str) -> str:
        known = titled(self.result, identity)
        return self.name(identity) if known is None else printable(pick(known, self.lang))

    def foreign(self, text: Bilingual) -> str:
        """Give the language of a text that was given in one language only, where it is the other one; else nothing."""
        found = written_in(text.fr) if text.fr == text.en else ""
        return "" if found == self.lang else found


def _length(finding: Finding) -> int:
    """Give about how many characters a card in full has, with its premises in the annex."""
    texts = (finding.message, finding.why, finding.remedy, finding.mistaken_when, finding.proof_sentence)
    words = sum(len(text.fr) for text in texts)
    return words + OF_A_TEXT * len(finding.law) + OF_A_PREMISE * len(finding.proof)


#: Makes what a section shows.
Maker = Callable[[Wording], Struct]

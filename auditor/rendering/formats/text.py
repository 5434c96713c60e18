"""What `auditor check` prints: the first screen of the page as lines, then the details in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.findings import Citation, Finding, OpenFact, OpenQuestion, PlaceInFile
from auditor.model.result.shown import Shown
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
from auditor.rendering.grades import graded, numbers_of, question_numbers
from auditor.rendering.markup import safe
from auditor.rendering.opening import opening
from auditor.rendering.telling.cited import cited
from auditor.rendering.telling.decides import decides
from auditor.rendering.telling.headline import known_tag, step_tag
from auditor.rendering.telling.in_words import said_in_words
from auditor.rendering.telling.known import sentence
from auditor.rendering.telling.letters import Lettered, lettered
from auditor.rendering.telling.protection import known_words, protection
from auditor.rendering.words import Say, pick, speaker
from auditor.rendering.wrapping import wrapped
from auditor.text import console as console_texts
from auditor.text import findings as finding_texts
from auditor.text import gate as gate_texts
from auditor.text import questions as question_texts
from auditor.text import result as result_texts
from auditor.text import telling as telling_texts
from auditor.text.cleaned import lines
from auditor.text.grammar import both, side_by_side

COLOURS: Final = {"critical": "1;31", "high": "31", "medium": "33", "low": "36", "info": "34", "none": "35"}
#: How many questions are shown; `auditor ask` shows them all.
SHOWN: Final = 15
#: How many changed facts are shown; those that touch a known finding come first.
CHANGES: Final = 40
#: So many to ask are all named, of more than that the first few; `auditor ask` names who is asked what.
ALL_NAMED: Final = 8
NAMED: Final = 5
INDENT: Final = "   "


def text(result: Result, presentation: Presentation) -> bytes:
    """Give the whole result as text in one language, coloured by ANSI codes where asked."""
    return (lines("\n".join(_Page(result, presentation).lines())) + "\n").encode()


class _Page:
    def __init__(self, result: Result, presentation: Presentation) -> None:
        self.where = presentation.where
        self.result = result
        self.lang = presentation.lang
        self.colour = presentation.colour
        self.say: Say = speaker(presentation.lang)
        self.numbers = question_numbers(result)
        self.found = lettered(result)

    def lines(self) -> Iterator[str]:
        """Give the first screen, then findings, hypotheses, claims, what is asked, what the check counts besides, and the counts."""
        result, say = self.result, self.say
        yield from opening(result, self.found, say, self.where)
        yield ""
        if result.view is None or "findings" in result.view.sections:
            yield from self._received()
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
        yield from (safe(line) for line in weakened_lines(result.weakened_facts, say, CHANGES))
        yield from self._knowledge()
        yield from self._counts()

    def _received(self) -> Iterator[str]:
        """Give whom captures show, by state of consent."""
        if self.result.captures is None:
            return
        from auditor.rendering.captures.columns import aligned
        from auditor.rendering.captures.matrix import ON_A_SCREEN, matrix
        from auditor.text import received as received_texts

        table = matrix(self.result, self.say, ON_A_SCREEN)
        if table is None:
            return
        yield self.say(received_texts.SECTION["matrix"])
        yield from (f"{INDENT}{safe(line)}" for line in aligned([table.heads, *table.lines]))
        if table.left:
            yield f"{INDENT}{self.say(received_texts.MORE, count=table.left)}"
        yield from wrapped(self.say(received_texts.SECTION["not_gone"]), INDENT)
        yield ""

    # what is established ------------------------------------------------------------------------------------------------

    def _established(self) -> Iterator[str]:
        for group in self.found:
            told = [finding for finding in group.findings if finding.accepted is None]
            if told:
                yield from self._group(group, told)

    def _group(self, group: Lettered, told: list[Finding]) -> Iterator[str]:
        first = told[0]
        column = " " * (len(group.letter) + 2)
        yield from wrapped(pick(first.headline, self.lang), f"{group.letter}  ", column)
        yield from self._finding(first)
        if len(told) > 1:
            yield f"{INDENT}{self.say.colon(self.say(finding_texts.ALIKE, count=len(told) - 1))}"
            for finding in told[1:]:
                yield from self._alike(finding)
        yield from self._rule(first)
        yield ""

    def _finding(self, finding: Finding) -> Iterator[str]:
        lang = self.lang
        yield from self._tagged(finding)
        if finding.place is not None:
            yield from self._place(finding.place, COLOURS[finding.severity])
        yield from wrapped(pick(finding.message, lang), INDENT)
        for reason in finding.also:
            yield from self._labelled(finding_texts.TOLD_WITH, pick(reason.message, lang))
        yield from self._path(finding)
        if pick(finding.proof_sentence, lang):
            yield from self._labelled(finding_texts.PROOF, pick(finding.proof_sentence, lang))
        yield from self._waits_for(finding)
        yield from self._mistaken(finding)
        if finding.was_accepted is not None:
            yield from self._labelled(
                gate_texts.ACCEPTED_BEFORE, acceptance(finding, self.say, self.result.today)
            )
        if finding.standing is not None:
            yield from self._labelled(
                finding_texts.STANDING, self.say(finding_texts.STANDINGS[finding.standing])
            )
        yield from self._labelled(finding_texts.CITE, self._cite(finding))

    def _tagged(self, finding: Finding) -> Iterator[str]:
        grave = self._paint(graded(finding, self.numbers, self.say), COLOURS[finding.severity])
        yield f"{INDENT}{self.say.label(finding_texts.SEVERITY)} {grave} · {self.say(known_tag(self.result, finding))}"

    def _alike(self, finding: Finding) -> Iterator[str]:
        """Give a further finding of the same rule, which says what is its own."""
        spot = ""
        if finding.place is not None:
            spot = f" · {self.where(finding.place.file)}:{finding.place.line}:{finding.place.column}"
        grave = graded(finding, self.numbers, self.say)
        tag = self.say(known_tag(self.result, finding))
        yield from wrapped(pick(finding.message, self.lang), f"{INDENT}- ", f"{INDENT}  ")
        yield from wrapped(f"{grave} · {tag} · {self._cite(finding)}{spot}", f"{INDENT}  ")
        if finding.was_accepted is not None:
            yield from wrapped(acceptance(finding, self.say, self.result.today), f"{INDENT}  ")

    def _rule(self, finding: Finding) -> Iterator[str]:
        """Give what is said once for all findings of a rule: why, what to do, what would settle it, by which texts."""
        lang = self.lang
        yield from self._labelled(finding_texts.WHY, pick(finding.why, lang))
        yield from self._labelled(finding_texts.REMEDY, pick(finding.remedy, lang))
        if finding.action is not None and pick(finding.action.evidence, lang):
            yield from self._labelled(finding_texts.EVIDENCE, pick(finding.action.evidence, lang))
        if finding.law:
            yield from self._labelled(
                finding_texts.LAW,
                pick(side_by_side([both(self._law(law)) for law in finding.law]), self.lang),
            )

    def _labelled(self, label: Bilingual, words: str) -> Iterator[str]:
        if words:
            yield from wrapped(f"{self.say.label(label)} {words}", INDENT)

    def _mistaken(self, finding: Finding) -> Iterator[str]:
        if pick(finding.mistaken_when, self.lang):
            yield from wrapped(
                f"{self.say(finding_texts.MISTAKEN)} {pick(finding.mistaken_when, self.lang)}", INDENT
            )

    def _waits_for(self, finding: Finding) -> Iterator[str]:
        """Give the questions that decide how grave a finding is."""
        asked = numbers_of(finding.missing, self.numbers)
        if asked:
            yield f"{INDENT}{self.say.label(finding_texts.WAITS_FOR)}"
        for number in asked:
            question = pick(self._live[number - 1].question, self.lang)
            yield from wrapped(f"Q{number} {question}", f"{INDENT}  ")

    @cached_property
    def _live(self) -> list[OpenQuestion]:
        return [question for question in self.result.questions if question.live]

    def _cite(self, finding: Finding) -> str:
        told = [f"F-{reason.fingerprint} ({reason.rule})" for reason in finding.also]
        return ", ".join((f"F-{finding.fingerprint} ({finding.rule})", *told))

    def _law(self, law: Citation) -> str:
        """Give a citation; a text that came after the facts says so."""
        later = f" ({self.say(finding_texts.LATER, year=law.later)})" if law.later else ""
        return pick(law.cite, self.lang) + later

    def _paint(self, words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.colour else words

    def _place(self, place: PlaceInFile, code: str) -> Iterator[str]:
        yield safe(f"{INDENT}--> {self.where(place.file)}:{place.line}:{place.column}")
        if place.text:
            number = str(place.line)
            yield safe(f"{INDENT}{number} | {place.text}")
            caret = self._paint("^" * place.width, code)
            yield f"{INDENT}{' ' * len(number)} | {' ' * (place.column - 1)}{caret}"

    def _path(self, finding: Finding) -> Iterator[str]:
        path = finding.path
        if not path:
            return
        say, step = self.say, f"{INDENT}  "
        yield f"{INDENT}{say.label(finding_texts.PATH)}"
        yield from wrapped(self._name(path[0].from_), step)
        for hop in path:
            flow = self._name(f"flows.{hop.flow}")
            how = f"{protection(hop.transport, hop.content, say)} {sentence(say(step_tag(self.result, finding, hop)))}"
            yield from wrapped(f"{flow} · {how}", f"{step}│ ")
            reads = "" if hop.reads == "no" else f" ({say(finding_texts.READS[hop.reads])})"
            yield from wrapped(f"{self._name(hop.to)}{reads}", f"{step}▼ ", f"{step}  ")

    def _name(self, name: str) -> str:
        known = self.result.names.get(name)
        if known is not None:
            return pick(known, self.lang)
        return self.say.word(name.rpartition(".")[2])

    # hypotheses, claims, questions ----------------------------------------------------------------------------------------

    def _hypotheses(self) -> Iterator[str]:
        hypotheses = [f for f in self.result.findings if f.outcome == "hypothetical" and not f.joined]
        if hypotheses:
            yield self.say(console_texts.HYPOTHESES)
            for finding in hypotheses:
                yield from wrapped(pick(finding.headline, self.lang), "  ")
                yield from wrapped(pick(finding.message, self.lang), "    ")
                cite = f"{graded(finding, self.numbers, self.say)} · {self._cite(finding)}"
                yield from wrapped(cite, "    ")
            yield ""

    def _claims(self) -> Iterator[str]:
        if not self.result.claims:
            return
        say = self.say
        yield say(console_texts.CLAIMS)
        for claim in self.result.claims:
            quote = say(finding_texts.QUOTED, text=pick(claim.quote, self.lang))
            source = f" ({cited(self.result, claim.source, say)})" if claim.source else ""
            yield from wrapped(
                f"{say.colon(f'{self._name(claim.by)}, {quote}{source}')} {say.word(claim.verdict)}.", "  "
            )
            if claim.verdict != "not-checkable":
                yield from wrapped(pick(claim.message, self.lang), "    ")
        yield ""

    def _open(self) -> Iterator[str]:
        dormant = len(self.result.questions) - len(self._live)
        if not self._live and not dormant:
            return
        say = self.say
        yield say(question_texts.OPEN, count=len(self._live))
        for number, asked in enumerate(self._live[:SHOWN], 1):
            yield from wrapped(f"Q{number} {pick(asked.question, self.lang)}", "  ", "     ")
            yield from wrapped(self._hanging(asked), "     ")
            for fact in asked.facts:
                yield from self._versions(fact)
        if len(self._live) > SHOWN:
            yield f"  {say(question_texts.MORE_QUESTIONS, count=len(self._live) - SHOWN)}"
        if dormant:
            yield from wrapped(say(question_texts.DORMANT, count=dormant), "  ")
        yield ""

    def _hanging(self, asked: OpenQuestion) -> str:
        """Say whom to ask, how grave a point could become, what the question decides, and whether it was asked before."""
        say = self.say
        live = [fact for fact in asked.facts if fact.live]
        parts = [say(question_texts.ASK, who=self._addressees(asked.to))]
        if asked.times > 1:
            parts.append(say(question_texts.TIMES, count=asked.times))
        if asked.severity_if_open:
            parts.append(say(question_texts.COULD_BE, severity=say.word(asked.severity_if_open)))
        parts.append(decides(asked, self.found, say).rstrip("."))
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
        parts.extend(said_in_words(live, say, name=self._name))
        return " · ".join(part for part in parts if part)

    def _addressees(self, to: Sequence[str]) -> str:
        """Name those to ask, of very many the first few."""
        say = self.say
        whom = list(dict.fromkeys(self._name(who) if who else say(question_texts.WHOM) for who in to))
        if len(whom) <= ALL_NAMED:
            return ", ".join(whom)
        return say(telling_texts.WHO_ELSE, who=", ".join(whom[:NAMED]), count=len(whom) - NAMED)

    def _versions(self, fact: OpenFact) -> Iterator[str]:
        for version in fact.versions:
            place = (
                f" --> {self.where(version.place.file)}:{version.place.line}"
                if version.place is not None
                else ""
            )
            known = known_words(version.known, self.say)
            source = cited(self.result, version.source, self.say)
            yield from wrapped(
                f"{self._name(version.value)} ({known}; {source}){place}", "     - ", "       "
            )

    # what it stands on, and the counts -------------------------------------------------------------------------------------

    def _knowledge(self) -> Iterator[str]:
        """Tell what replaces facts of the knowledge base, and up to which day it was used."""
        result = self.result
        if result.overrides:
            yield self.say(console_texts.OVERRIDES)
            for line in result.overrides:
                before, after = (f"`{said}`" if said else "—" for said in (line.knowledge, line.case))
                by = self.say(console_texts.OVERRIDDEN_BY[line.by])
                yield safe(f"  `{line.fact}`{self.say.colon('')} {before} → {after} ({by})")
            yield ""
        if result.tool.knowledge_date:
            yield from wrapped(self.say(result_texts.KNOWN_UP_TO, date=result.tool.knowledge_date))
            yield ""

    def _counts(self) -> Iterator[str]:
        say = self.say
        yield from wrapped(judged(self.result, say))
        yield from wrapped(verdict(self.result, say, self.found))
        for line in gate_lines(self.result, say):
            yield from wrapped(line)
        view = self.result.view
        if view is not None and (view.findings or view.questions or view.claims):
            left = say(
                console_texts.LEFT_OUT,
                profile=view.profile,
                findings=view.findings,
                questions=view.questions,
                claims=view.claims,
            )
            yield from wrapped(left)
        yield say(console_texts.FOOTER, as_of=self.result.as_of)
        yield counted(self.result, say)


FORMAT = Format(
    render=text,
    media_type="text/plain",
    suffix=".txt",
    for_people=True,
    shown=Shown("none", frozenset({"captures"}), premises=False, in_full=False),
)

"""The proof of a finding told as a story, for a reader who has neither the program nor the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import ReplyLine, Result, SourceLine
from auditor.model.result.findings import Finding, ProofFact
from auditor.model.result.tables import ChainLink, ControlLine
from auditor.rendering.acceptance import acceptance
from auditor.rendering.grades import state
from auditor.rendering.markup import safe
from auditor.rendering.telling.cited import cited
from auditor.rendering.telling.days import spoken_date
from auditor.rendering.telling.headline import captured, known_tag, step_tag
from auditor.rendering.telling.known import sentence
from auditor.rendering.telling.protection import known_words, protection
from auditor.rendering.words import Say, legal_name, pick, speaker
from auditor.text import console as console_texts
from auditor.text import findings as finding_texts
from auditor.text import story as story_texts
from auditor.text import telling as telling_texts

Where = Callable[[str], str]
#: Ways of knowing that a document or a capture stands behind.
SHOWN: Final = ("documented", "observed")
#: Premises that need no verb of their own: what somebody claims, what the law is, what a hypothesis supposes.
ASIDE: Final = ("claims.", "instruments.", "scenarios.")


def render_finding(
    result: Result, finding: Finding, told: Mapping[str, Bilingual], rule: Bilingual, lang: str, where: Where
) -> bytes:
    """Tell `finding`: what, when and by which rule, the path, control, the facts and how each is known, law, what is missing.

    `told` maps the address of a fact to its clause, and the address after a question mark to the question that settles it; `rule` is the
    sentence of the rule.
    """
    story = _Story(result=result, finding=finding, told=told, lang=lang, where=where)
    return ("\n".join(safe(line) for line in story.lines(rule)).rstrip() + "\n").encode()


def render_choice(findings: Sequence[Finding], lang: str) -> bytes:
    """List findings of one rule, for the reader to choose from."""
    say = speaker(lang)
    lines = [say(story_texts.SEVERAL, count=len(findings))]
    lines += [
        safe(f"  F-{finding.fingerprint} · {state(finding, say)} · {pick(finding.message, lang)}")
        for finding in findings
    ]
    return ("\n".join(lines) + "\n").encode()


class _Story:
    def __init__(
        self, result: Result, finding: Finding, told: Mapping[str, Bilingual], lang: str, where: Where
    ) -> None:
        self.result = result
        self.finding = finding
        self.told = told
        self.lang = lang
        self.where = where
        self.say: Say = speaker(lang)
        self.sources = {source.id: source for source in result.sources}

    def lines(self, rule: Bilingual) -> Iterator[str]:
        """Give the story line by line."""
        finding, say = self.finding, self.say
        yield self.pick(finding.headline) or self.pick(finding.title)
        yield f"{state(finding, say)} · {say(known_tag(self.result, finding))}"
        yield f"{self.pick(self.result.case.title)} · {say(telling_texts.ON_DATE, date=self.result.as_of)}"
        if accepted := acceptance(finding, say, self.result.today):
            yield accepted
        yield from self._part(story_texts.FOUND, [self.pick(finding.message)])
        yield from self._part(finding_texts.PROOF, [self.pick(finding.proof_sentence)])
        yield from self._part(story_texts.RULE, [self.pick(rule), self.pick(finding.why)])
        yield from self._part(story_texts.PATH, self._path(finding))
        yield from self._part(story_texts.CONTROL, self._control())
        yield from self._part(story_texts.FACTS, self._facts())
        yield from self._part(story_texts.LAW, self._law())
        yield from self._part(story_texts.CHANGE, self._change())
        yield from self._part(story_texts.REMEDY, [self.pick(finding.remedy)])
        if finding.action is not None:
            yield from self._part(finding_texts.EVIDENCE, [self.pick(finding.action.evidence)])
        yield from self._part(finding_texts.REPLIES, self._replies())
        yield from self._part(finding_texts.CITE, [f"F-{finding.fingerprint} ({finding.rule})"])
        yield ""
        yield say(console_texts.FOOTER, as_of=self.result.as_of)

    def pick(self, text: Bilingual) -> str:
        """Give a text in the language of the story."""
        return pick(text, self.lang)

    def _part(self, heading: Bilingual, lines: Iterator[str] | list[str]) -> Iterator[str]:
        found = [line for line in lines if line.strip()]
        if found:
            yield ""
            yield self.say(heading)
            yield from (f"  {line}" for line in found)

    def _colon(self) -> str:
        return self.say.colon("")

    def _name(self, name: str) -> str:
        known = self.result.names.get(name)
        return self.pick(known) if known is not None else self.say.word(name.rpartition(".")[2])

    def _legal(self, name: str) -> str:
        known = legal_name(self.result.names, name)
        return name if known is None else self.pick(known)

    def _path(self, finding: Finding) -> Iterator[str]:
        for number, hop in enumerate(finding.path, 1):
            flow = self._name(f"flows.{hop.flow}")
            yield f"{number}. " + self.say(
                story_texts.STEP, start=self._name(hop.from_), end=self._name(hop.to), flow=flow
            )
            how = protection(hop.transport, hop.content, self.say)
            reads = "" if hop.reads == "no" else f" {self.say(story_texts.READS[hop.reads])}"
            yield f"   {how}{reads} {sentence(self.say(step_tag(self.result, finding, hop)))}"

    # control, share by share ------------------------------------------------------------------------------------------

    def _control(self) -> Iterator[str]:
        finding = self.finding
        if finding.about != "ownership":
            return
        named = {part for name in (finding.subject.id, finding.culprit) for part in re.split(r"[:+@]", name)}
        for line in self.result.control:
            if line.organisation in named:
                yield from self._controlled(line)

    def _controlled(self, line: ControlLine) -> Iterator[str]:
        yield self.say(
            story_texts.WHOSE,
            who=self._legal(line.organisation),
            country=line.country,
            known=known_words(line.country_known, self.say),
        )
        for controller in line.controllers:
            text = story_texts.CONTROLS if controller.certain else story_texts.MAY_CONTROL
            yield "- " + self.say(
                text, who=self._legal(controller.id), country=self._country(controller.country)
            )
            yield from (
                f"    {number}. {self._link(link)}" for number, link in enumerate(controller.chain, 1)
            )
        for link in line.holders:
            yield f"- {self.say(story_texts.HOLDER)}{self._colon()} {self._link(link)}"
        if not line.owners_known:
            yield f"- {self.say(story_texts.OWNERS_OPEN)}"
        elif not line.controllers:
            yield f"- {self.say(story_texts.NOBODY_CONTROLS)}"

    def _country(self, code: str) -> str:
        name = self.told.get(f"countries.{code}")
        return self.pick(name) if name is not None else self.say.word(code)

    def _link(self, link: ChainLink) -> str:
        route = (
            f"organisations.{link.of}.parent"
            if link.kind == "parent"
            else f"ownership.{link.owner}>{link.of}"
        )
        clause = self.told.get(route)
        said = (
            self.pick(clause)
            if clause is not None
            else f"{self._legal(link.owner)} → {self._legal(link.of)} {link.votes}"
        )
        until = self.say(story_texts.UNTIL, date=link.until) if link.until else ""
        assumed = self.say(story_texts.SINCE_ASSUMED) if link.assumed else ""
        tag = known_words(link.known, self.say)
        source = (
            cited(self.result, link.source, self.say) if link.source else self.say(finding_texts.NO_SOURCE)
        )
        return f"{said}{until}{assumed} ({self.say(story_texts.KNOWN_BY, tag=tag, source=source)})"

    # facts --------------------------------------------------------------------------------------------------------------

    def _facts(self) -> Iterator[str]:
        for number, fact in enumerate(self.finding.proof, 1):
            yield f"{number}. {self._said(fact)}"
            yield f"   {self._cited(fact)}"

    def _said(self, fact: ProofFact) -> str:
        clause = self.told.get(fact.fact)
        said = self.pick(clause) if clause is not None else f"`{fact.fact}` = {self.say.word(fact.value)}"
        if fact.fact.startswith(ASIDE):
            return f"{said[:1].upper()}{said[1:]}."
        source = self.sources.get(fact.source.partition("#")[0])
        machine = fact.known == "observed" and captured(self.result, [fact])
        told = self.say(
            story_texts.CAPTURED if machine else story_texts.KNOWN[fact.known],
            clause=said,
            who=cited(self.result, fact.source, self.say),
            date=f" ({spoken_date(source.date, self.say)})" if source is not None and source.date else "",
        )
        return f"{told[:1].upper()}{told[1:]}"

    def _cited(self, fact: ProofFact) -> str:
        source = self.sources.get(fact.source.partition("#")[0])
        parts = [
            cited(self.result, fact.source, self.say) if fact.source else self.say(finding_texts.NO_SOURCE)
        ]
        if source is not None:
            parts.append(self._document(source))
        place = f" · {self.where(fact.place.file)}:{fact.place.line}" if fact.place is not None else ""
        return f"{self.say(finding_texts.SOURCE)}{self._colon()} {', '.join(part for part in parts if part)}{place}"

    def _document(self, source: SourceLine) -> str:
        title = self.pick(source.title)
        parts = [
            self.say(finding_texts.QUOTED, text=title) if title else "",
            source.author,
            source.publisher,
            spoken_date(source.date, self.say),
            source.url,
        ]
        return ", ".join(part for part in parts if part)

    # law, what would change, replies ------------------------------------------------------------------------------------

    def _law(self) -> Iterator[str]:
        for law in self.finding.law:
            note = f" {self.pick(law.note)}" if law.note is not None else ""
            yield f"- {self.pick(law.cite)}{self._colon()} {law.url}{note}"

    def _change(self) -> Iterator[str]:
        for route in self.finding.missing:
            question = self.told.get(f"?{route}")
            yield f"- {self.pick(question)}" if question is not None else f"- `{route}`"
        if self.finding.severity != self.finding.severity_if_open:
            text = story_texts.IF_WORSE if self.finding.outcome == "established" else story_texts.IF_SO
            yield "- " + self.say(text, severity=self.say.word(self.finding.severity_if_open))
        weak = [
            str(n)
            for n, fact in enumerate(self.finding.proof, 1)
            if fact.known not in SHOWN and not fact.fact.startswith(ASIDE)
        ]
        if weak:
            yield "- " + self.say(story_texts.WEAK, numbers=", ".join(weak))
        if self.pick(self.finding.mistaken_when):
            yield f"- {self.say(finding_texts.MISTAKEN)} {self.pick(self.finding.mistaken_when)}"

    def _replies(self) -> Iterator[str]:
        found = [reply for reply in self.result.replies if self._answers(reply)]
        for reply in found:
            day = f", {spoken_date(reply.date, self.say)}" if reply.date else ""
            yield f"- {self._name(reply.by)}{day}{self._colon()} {self.pick(reply.text)}"
        if not found:
            yield self.say(finding_texts.NO_REPLIES)

    def _answers(self, reply: ReplyLine) -> bool:
        finding = self.finding
        mine = {
            finding.rule,
            finding.culprit,
            finding.subject.id,
            *finding.subjects,
            *(fact.fact for fact in finding.proof),
        }
        return not reply.to or any(
            target in mine
            or (target.startswith("F-") and finding.fingerprint.startswith(target.removeprefix("F-")))
            for target in reply.to
        )

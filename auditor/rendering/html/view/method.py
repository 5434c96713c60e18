"""How it was done and what limits it, what decides an automatic check, and the annexes for whoever checks."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import chain

from msgspec import Struct

from auditor.model.result.document import SourceLine
from auditor.model.result.findings import Finding
from auditor.model.result.tables import RuleLine
from auditor.model.vocabulary import OF_KNOWLEDGE
from auditor.rendering.acceptance import (
    exception,
    gate_lines,
    loosened_lines,
    no_longer_shown_lines,
    opened_lines,
    verdict,
    weakened_lines,
)
from auditor.rendering.html.view.wording import Cited, Wording
from auditor.rendering.whole_result import whole
from auditor.rendering.words import pick, printable


class Premise(Struct, frozen=True):
    """A premise as a sentence, how it is known, its source, and its place in the files."""

    sentence: str
    known: str
    source: Cited
    place: str


class Proof(Struct, frozen=True):
    """The premises of one finding; `back` is the letter of the card that it is told in."""

    letter: str
    back: str
    title: str
    rule: str
    premises: Sequence[Premise]


class LawNote(Struct, frozen=True):
    """What must be said of the time of a text that is cited."""

    cite: str
    url: str
    note: str


class Method(Struct, frozen=True, kw_only=True):
    """What the method section and the annexes show."""

    case_note: str
    gate: str
    exceptions: Sequence[str]
    changes: Sequence[Sequence[str]]
    proofs: Sequence[Proof]
    rules: Sequence[RuleLine]
    sources: Sequence[SourceLine]
    packs: Sequence[tuple[str, str]]
    digest: str
    assumptions: Sequence[str]
    assumptions_left: int
    not_analysed: Sequence[tuple[str, str]]
    notes: Sequence[LawNote]


def method(words: Wording) -> Method:
    """Give the method and the annexes of a report."""
    result, say, lang = words.result, words.say, words.lang
    changes = (
        loosened_lines(result.loosened, say, lang),
        no_longer_shown_lines(result.no_longer_shown, say, lang),
        opened_lines(result, say, lang),
        weakened_lines(result.weakened_facts, say, words.rows),
    )
    return Method(
        case_note=printable(pick(result.case.note, lang)),
        gate=" ".join((verdict(result, say), *(printable(line) for line in gate_lines(result, say)))),
        exceptions=[printable(f"{exception(line, say)} — {line.reason}") for line in result.exceptions],
        changes=[[printable(line) for line in lines if line] for lines in map(list, changes) if lines],
        proofs=_proofs(words),
        rules=[
            line for line in result.rules if line.established or line.cannot_be_shown or line.hypothetical
        ],
        sources=_sources(words),
        packs=_packs(words),
        digest=words.report.digest or sha256(whole(result)).hexdigest(),
        assumptions=[printable(pick(text, lang)) for text in result.assumptions[: words.rows]],
        assumptions_left=max(len(result.assumptions) - words.rows, 0),
        not_analysed=_not_analysed(words),
        notes=_notes(words),
    )


def _not_analysed(words: Wording) -> list[tuple[str, str]]:
    """Give what was not analysed and why, without the claims that their own table says cannot be checked."""
    told = {claim.id for claim in words.result.claims if claim.verdict == "not-checkable"}
    left = [one for one in words.result.not_analysed if one.subject.id not in told]
    return [
        (words.subject(one.subject.id), printable(pick(one.reason, words.lang))) for one in left[: words.rows]
    ]


def _proofs(words: Wording) -> list[Proof]:
    by_id = {finding.fingerprint: finding for finding in words.result.findings}
    found = []
    for group in words.lettered:
        if group.letter not in words.in_full:
            continue
        found.append(_proof(words, group.first, letter=group.letter, back=group.letter))
        for number, reason in enumerate(group.first.also, 1):
            if reason.fingerprint in by_id:
                told = by_id[reason.fingerprint]
                found.append(_proof(words, told, letter=f"{group.letter}{number}", back=group.letter))
    return found


def _proof(words: Wording, finding: Finding, *, letter: str, back: str) -> Proof:
    return Proof(
        letter=letter,
        back=back,
        title=printable(pick(finding.headline, words.lang)),
        rule=finding.rule,
        premises=[
            Premise(
                words.premise(fact),
                words.known(fact),
                words.cited(fact.source),
                printable(f"{fact.place.file}:{fact.place.line}") if fact.place is not None else "",
            )
            for fact in finding.proof
        ],
    )


def _notes(words: Wording) -> list[LawNote]:
    """Give each text cited by what is told whose time must be told, once."""
    found: dict[str, LawNote] = {}
    for group in words.lettered:
        for cited in group.first.law if group.letter in words.in_full else ():
            if cited.note is not None and cited.ref not in found:
                note = printable(pick(cited.note, words.lang))
                found[cited.ref] = LawNote(printable(pick(cited.cite, words.lang)), cited.url, note)
    return [found[ref] for ref in sorted(found)]


def _sources(words: Wording) -> list[SourceLine]:
    """Give the documents of the case, and those of the shared knowledge that something on the page cites."""
    result = words.result
    cited = {fact.source for finding in result.findings for fact in finding.proof}
    links = (
        link for line in result.control for link in chain(line.holders, *(c.chain for c in line.controllers))
    )
    cited.update(link.source for link in links)
    versions = (version for asked in result.questions for fact in asked.facts for version in fact.versions)
    cited.update(version.source for version in versions)
    cited.update(flow.source for flow in result.flows)
    cited.update(claim.source for claim in result.claims)
    cited.update(asked.source for asked in result.asked)
    named = {source.partition("#")[0] for source in cited}
    return [
        source for source in result.sources if source.id in named or not source.id.startswith(OF_KNOWLEDGE)
    ]


def _packs(words: Wording) -> list[tuple[str, str]]:
    hashes = {
        file.path.removeprefix("policies/").removesuffix(".yaml"): file.sha256 for file in words.result.inputs
    }
    return [(name, hashes.get(name, "")) for name in words.result.tool.policies]

"""The headline of a case: what its subject says against the facts, else the gravest finding, else how much is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding, PathStep, ProofFact
from auditor.model.result.tables import ClaimPart, ClaimVerdict
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.words import Say, pick
from auditor.text import telling as texts
from auditor.text.grammar import listed

#: From how many findings the headline tells their kind, and the share of one kind from which it does.
MANY: Final = 1000
MOST: Final = 0.5
#: From how many findings on the headline and the page say how many there are before they tell them.
SEVERAL: Final = 25
GRAVE: Final = ("critical", "high")
NOTICE: Final = frozenset({"own-notice", "notice-of-transfer", "named-in-notice"})
RECORD: Final = frozenset({"record-of-transfer", "named-in-record"})
SPEAKS_AGAINST: Final = ("contradicted", "inconsistent")


def headline(result: Result, found: list[Lettered], say: Say) -> str:
    """Give the headline in one sentence or two: a count of findings only where they are many, never a verdict word."""
    if not found:
        return " ".join((say(texts.NOTHING), open_questions(result, say)))
    alike = max(found, key=lambda group: len(group.findings))
    total = sum(len(group.findings) for group in found)
    if total >= MANY and len(alike.findings) >= MOST * total:
        first = pick(alike.first.headline, say.lang)
        return say(texts.MANY_ALIKE, count=len(alike.findings), all=total, headline=first)
    lead = found[0].first
    claim = next((claim for claim in result.claims if _denied(claim, lead)), None)
    said = _sentence(pick(lead.headline, say.lang)) if claim is None else _claimed(result, claim, say)
    if total < SEVERAL:
        return said
    grave = sum(f.severity in GRAVE for group in found for f in group.findings) - (lead.severity in GRAVE)
    return say(texts.AND_OTHERS, headline=said, count=total - 1, grave=grave)


def open_questions(result: Result, say: Say) -> str:
    """Say how many questions are open."""
    count = result.summary.questions
    if count == 1:
        return say(texts.ONE_QUESTION)
    return say(texts.QUESTIONS, count=count) if count else say(texts.NO_QUESTION)


def _denied(claim: ClaimVerdict, finding: Finding) -> bool:
    return finding.kind == "contradiction" and finding.subject.kind == "claim" and claim.id == finding.culprit


def _claimed(result: Result, claim: ClaimVerdict, say: Say) -> str:
    against = list(
        dict.fromkeys(
            texts.AGAINST[way]
            for part in claim.parts
            if part.verdict in SPEAKS_AGAINST
            for way in _ways(result, part)
        )
    )
    ways = say(texts.SAY_OTHERWISE, ways=pick(listed(against), say.lang))
    quote = pick(claim.quote, say.lang).removesuffix(".")
    who = result.names.get(claim.by)
    return say(
        texts.CLAIMED,
        quote=quote[:1].upper() + quote[1:],
        who=claim.by if who is None else pick(who, say.lang),
        ways=ways[:1].upper() + ways[1:],
    )


def _ways(result: Result, part: ClaimPart) -> Iterator[str]:
    """Give by what a part speaks against its claim."""
    if part.because in NOTICE:
        yield "notice"
    elif part.because in RECORD:
        yield "record"
    elif part.known == "observed":
        yield "capture" if captured(result, part.proof) else "witness"
    elif part.known == "documented":
        yield "document"
    else:
        yield "words"


def captured(result: Result, proof: list[ProofFact]) -> bool:
    """Tell whether what was observed was watched by a machine, not told by a witness."""
    captures = {source.id for source in result.sources if source.kind == "capture"}
    seen = [fact.source.partition("#")[0] for fact in proof if fact.known == "observed" and fact.source]
    return bool(seen) and captures.issuperset(seen)


def known_tag(result: Result, finding: Finding) -> Bilingual:
    """Give how a finding is known, as a tag beside its title."""
    if finding.confidence == "observed" and captured(result, finding.proof):
        return texts.CAPTURED
    return texts.TAGS[finding.confidence]


def step_tag(result: Result, finding: Finding, step: PathStep) -> Bilingual:
    """Give how a step of the path of a finding is known, as a tag."""
    if step.known == "observed":
        route = f"flows.{step.flow}"
        proof = [fact for fact in finding.proof if fact.fact == route or fact.fact.startswith(f"{route}.")]
        if captured(result, proof):
            return texts.CAPTURED
    return texts.TAGS[step.known]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."

"""Whom or what a finding is of, by name."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rendering.words import Say, pick
from auditor.text import findings as finding_texts

#: Where an id may be found in the names of a result, after ends of flows, which stand by their id alone.
SECTIONS: Final = ("", "flows.", "activities.", "data.", "scenarios.")


def whom(result: Result, finding: Finding, say: Say) -> str:
    """Name whom a finding is of: a claim or a question by its words, several parties one after the other."""
    said = {"claim": _claimed, "question": _asked}.get(finding.subject.kind)
    text = None if said is None else said(result, finding.culprit)
    if text is not None:
        return say(finding_texts.QUOTED, text=pick(text, say.lang))
    return " + ".join(named(result, part, say) for part in finding.culprit.split("+"))


def named(result: Result, identity: str, say: Say) -> str:
    """Give what readers see instead of an id; a hop (`flow:from>to`) is told by its flow and its two ends."""
    flow, _, ends = identity.partition(":")
    if ends:
        start, _, end = ends.partition(">")
        return f"{named(result, flow, say)} ({named(result, start, say)} → {named(result, end, say)})"
    known = titled(result, identity)
    return say.word(identity.rpartition(".")[2]) if known is None else pick(known, say.lang)


def titled(result: Result, identity: str) -> Bilingual | None:
    """Give the name of an id, in whichever section it is; none where it has none."""
    keys = (f"{section}{identity}" for section in SECTIONS)
    return next((result.names[key] for key in keys if key in result.names), None)


def _claimed(result: Result, identity: str) -> Bilingual | None:
    return next((claim.quote for claim in result.claims if claim.id == identity), None)


def _asked(result: Result, identity: str) -> Bilingual | None:
    return next((asked.text for asked in result.asked if asked.id == identity), None)

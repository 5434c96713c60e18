"""Letters of what is established: one for each rule, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.result.telling_order import gravest_by_rule
from auditor.rendering.words import Say
from auditor.text.telling import FINDING

ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Lettered(Struct, frozen=True):
    """The established findings of one rule, the gravest first, under one letter of the page (A, B … Z, AA)."""

    letter: str
    rule: str
    findings: list[Finding]

    @property
    def first(self) -> Finding:
        """The gravest, which stands for the others."""
        return self.findings[0]


def lettered(result: Result) -> list[Lettered]:
    """Give what is established by rule, the gravest floor first, then the gravest ceiling; what was accepted goes last."""
    by_rule = gravest_by_rule(result.findings)
    return [
        Lettered(letter, rule, found)
        for letter, (rule, found) in zip(_letters(), by_rule.items(), strict=False)
    ]


def called(group: Lettered, found: list[Lettered], say: Say) -> str:
    """Give what running text calls the findings of a letter: the letter, or `the finding` where there is no other."""
    return say(FINDING) if is_single(found) else group.letter


def is_single(found: list[Lettered]) -> bool:
    """Tell whether one finding is all there is."""
    return len(found) == 1 and len(found[0].findings) == 1


def letter_of(result: Result) -> dict[str, str]:
    """Give by fingerprint the letter under which each established finding stands, and each that is told with one."""
    found = {f.fingerprint: group.letter for group in lettered(result) for f in group.findings}
    also = {
        reason.fingerprint: found[finding.fingerprint]
        for finding in result.findings
        if finding.fingerprint in found
        for reason in finding.also
    }
    return also | found


def _letters() -> Iterator[str]:
    """Give A to Z, then AA to ZZ."""
    yield from ALPHABET
    yield from (first + second for first in ALPHABET for second in ALPHABET)

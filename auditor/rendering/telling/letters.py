"""Letters of what is established: one for each rule, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import KNOWN_ORDER, gravity


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
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(told(result), key=_order):
        by_rule.setdefault(finding.rule, []).append(finding)
    return [
        Lettered(letter, rule, found)
        for letter, (rule, found) in zip(letters(), by_rule.items(), strict=False)
    ]


def told(result: Result) -> list[Finding]:
    """Give the established findings that no other finding tells along with it."""
    return [f for f in result.findings if f.outcome == "established" and not f.joined]


def letters() -> Iterator[str]:
    """Give A to Z, then AA to ZZ."""
    yield from ascii_uppercase
    yield from (first + second for first in ascii_uppercase for second in ascii_uppercase)


def _order(finding: Finding) -> tuple[bool, int, int, int, str, str]:
    return (
        finding.accepted is not None,
        -gravity(finding.severity),
        -gravity(finding.severity_if_open),
        KNOWN_ORDER.index(finding.confidence),
        finding.rule,
        finding.culprit,
    )

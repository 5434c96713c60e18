"""What may fail a build: established findings of rules that gate, grave and certain enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from auditor.judging.standing import Before
from auditor.model.result import ClaimVerdict, Compared, Finding, Gate, OpenPoint, Summary, Unstated
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER, Known


class Threshold(Struct, frozen=True):
    """What may fail a build: severity from which on, how certain it must be, and what was known before."""

    fail_on: str = "high"
    min_confidence: Known = "declared"
    before: Before | None = None


def failing(findings: Sequence[Finding], fail_on: str, min_confidence: Known) -> list[Finding]:
    """Give the findings that fail a build: those accepted do not, nor those that were known before and are no worse."""
    if fail_on == "never":
        return []
    bar, least = SEVERITY_ORDER.index(fail_on), KNOWN_ORDER.index(min_confidence)
    return [
        f
        for f in findings
        if f.gate
        and f.accepted is None
        and f.standing != "known"
        and SEVERITY_ORDER.index(f.severity) >= bar
        and KNOWN_ORDER.index(f.confidence) <= least
    ]


def summary(
    findings: Sequence[Finding],
    questions: Sequence[OpenPoint],
    unstated: Sequence[Unstated],
    claims: Sequence[ClaimVerdict],
    threshold: Threshold,
    stale: int = 0,
) -> Summary:
    """Count everything and say whether the gate is passed; `stale` exceptions and loosened rules fail it too."""
    severities = Counter(f.severity for f in findings if f.outcome == "established" and not f.joined)
    stopped = failing(findings, threshold.fail_on, threshold.min_confidence)
    before = threshold.before
    loosened = 0 if before is None else len(before.loosened)
    fails = threshold.fail_on != "never" and (stopped or stale or loosened)
    verdicts = Counter(claim.verdict for claim in claims)
    return Summary(
        established={severity: severities[severity] for severity in reversed(SEVERITY_ORDER) if severities[severity]},
        cannot_be_shown=sum(f.outcome == "cannot-be-shown" for f in findings),
        hypothetical=sum(f.outcome == "hypothetical" and not f.joined for f in findings),
        questions=len(questions),
        unstated=sum(line.count for line in unstated),
        claims=dict(sorted(verdicts.items())),
        gate=Gate(
            fail_on=threshold.fail_on,
            min_confidence=threshold.min_confidence,
            failing=len(stopped),
            passed=not fails,
            exceptions=stale,
            loosened=loosened,
            compared=None if before is None else _compared(before, findings),
        ),
        accepted=sum(f.accepted is not None for f in findings),
    )


def _compared(before: Before, findings: Sequence[Finding]) -> Compared:
    there = {f.fingerprint for f in findings if f.outcome == "established"}
    gone = sorted(f"F-{name}" for name in before.findings if name not in there)
    return Compared(before.against, sum(f.standing == "known" for f in findings), gone)

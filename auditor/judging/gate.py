"""What may fail a build: established findings of rules that gate, grave and certain enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditor.model.result import ClaimVerdict, Finding, Gate, OpenPoint, Summary, Unstated
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER, Known


def failing(findings: Sequence[Finding], fail_on: str, min_confidence: Known) -> list[Finding]:
    """Give the findings that fail a build."""
    if fail_on == "never":
        return []
    bar, least = SEVERITY_ORDER.index(fail_on), KNOWN_ORDER.index(min_confidence)
    return [
        f for f in findings if f.gate and SEVERITY_ORDER.index(f.severity) >= bar and KNOWN_ORDER.index(f.confidence) <= least
    ]


def summary(
    findings: Sequence[Finding],
    questions: Sequence[OpenPoint],
    unstated: Sequence[Unstated],
    claims: Sequence[ClaimVerdict],
    fail_on: str,
    min_confidence: Known,
) -> Summary:
    """Count everything and say whether the gate is passed."""
    severities = Counter(f.severity for f in findings if f.outcome == "established" and not f.joined)
    stopped = failing(findings, fail_on, min_confidence)
    verdicts = Counter(claim.verdict for claim in claims)
    return Summary(
        established={severity: severities[severity] for severity in reversed(SEVERITY_ORDER) if severities[severity]},
        cannot_be_shown=sum(f.outcome == "cannot-be-shown" for f in findings),
        hypothetical=sum(f.outcome == "hypothetical" and not f.joined for f in findings),
        questions=len(questions),
        unstated=sum(line.count for line in unstated),
        claims=dict(sorted(verdicts.items())),
        gate=Gate(fail_on, min_confidence, len(stopped), passed=not stopped),
    )

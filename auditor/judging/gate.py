"""What may fail a build: established findings of rules that gate, grave and certain enough, and open points where asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from auditor.judging.baseline_status import Before, OpenBefore
from auditor.judging.doubtful import doubtful
from auditor.model.policy import Policy
from auditor.model.result.findings import Finding, OpenQuestion, PointsCounted
from auditor.model.result.gate import (
    Compared,
    Gate,
    JudgedCount,
    NoLongerShown,
    Summary,
    WeakenedFact,
    stops,
)
from auditor.model.result.tables import ClaimVerdict
from auditor.model.vocabulary import SEVERITY_ORDER, Known, bar_of, gravity


class Threshold(Struct, frozen=True, kw_only=True):
    """What may fail a build: severity from which on, how certain it must be, and what was known before.

    `fail_on_open` is the severity from which on a live open point fails, `min_decided` the percentage of subjects that the
    rules must decide. With `before`, both look at what is new since.
    """

    fail_on: str = "high"
    min_confidence: Known = "declared"
    fail_on_open: str = "never"
    min_decided: int = 0
    before: Before | None = None


class Counted(Struct, frozen=True, kw_only=True):
    """What a summary counts; `points` are open points that are not among the findings.

    `stale` are exceptions that expired or match nothing; `decided` is the share of subjects decided, in percent, of those
    that the gate looks at.
    """

    findings: Sequence[Finding]
    questions: list[OpenQuestion]
    claims: Sequence[ClaimVerdict]
    judged: JudgedCount
    points: PointsCounted = PointsCounted()
    decided: int = 100
    no_longer_shown: Sequence[NoLongerShown] = ()
    weakened_facts: Sequence[WeakenedFact] = ()
    stale: int = 0
    policies: Sequence[Policy] = ()


def failing(findings: Iterable[Finding], fail_on: str, min_confidence: Known) -> list[Finding]:
    """Give the findings that fail a build: those accepted do not, nor those that were known before and are no worse."""
    return [f for f in findings if stops(f, fail_on, min_confidence)]


def undecided(findings: Iterable[Finding], points: PointsCounted, bar: int) -> int:
    """Count what could yet turn out to reach `bar`: live open points, and findings whose ceiling reaches it."""
    found = sum(
        f.gate
        and f.accepted is None
        and gravity(f.severity) < bar <= gravity(f.severity_if_open)
        and (f.live if f.outcome == "cannot-be-shown" else f.outcome == "established")
        for f in findings
    )
    return found + sum(count for severity, count in points.gating.items() if bar <= gravity(severity))


def open_failing(findings: Iterable[Finding], threshold: Threshold) -> list[Finding]:
    """Give the live open points that fail a build; one whose fact was withheld counts as one step graver.

    Where there is an earlier revision, those that were open there already do not fail, unless they are graver or wider.
    """
    bar, before = bar_of(threshold.fail_on_open), threshold.before
    earlier: Mapping[str, OpenBefore] = {} if before is None else before.open
    return [
        f
        for f in findings
        if f.outcome == "cannot-be-shown"
        and f.live
        and not (f.fingerprint in earlier and earlier[f.fingerprint].covers(f))
        and gravity(f.severity_if_open) + f.withheld >= bar
    ]


def summary(counted: Counted, threshold: Threshold) -> Summary:
    """Count everything and say whether the gate is passed."""
    findings = counted.findings
    severities = Counter(f.severity for f in findings if f.outcome == "established" and not f.joined)
    return Summary(
        established={
            severity: severities[severity] for severity in reversed(SEVERITY_ORDER) if severities[severity]
        },
        cannot_be_shown=sum(f.outcome == "cannot-be-shown" for f in findings) + counted.points.count,
        hypothetical=sum(f.outcome == "hypothetical" and not f.joined for f in findings),
        questions=sum(question.live for question in counted.questions),
        judged=counted.judged,
        claims=dict(sorted(Counter(claim.verdict for claim in counted.claims).items())),
        gate=_gate(counted, threshold),
        accepted=sum(f.accepted is not None for f in findings),
    )


def _gate(counted: Counted, threshold: Threshold) -> Gate:
    """Hold what was counted against the threshold; stale exceptions, loosened rules, lost facts and what begins fail it too."""
    findings, before = counted.findings, threshold.before
    stopped = failing(findings, threshold.fail_on, threshold.min_confidence)
    opened = open_failing(findings, threshold)
    loosened = 0 if before is None else len(before.loosened)
    unshown = [line.finding for line in counted.no_longer_shown if line.fails]
    beginning = sorted({name for line in counted.weakened_facts for name in line.beginning})
    reasons = (stopped, counted.stale, loosened, unshown, beginning)
    fails = threshold.fail_on != "never" and any(reasons)
    doubted = doubtful(findings, counted.policies, threshold.fail_on, threshold.min_confidence)
    return Gate(
        fail_on=threshold.fail_on,
        min_confidence=threshold.min_confidence,
        failing=len(stopped),
        passed=not (fails or opened or counted.decided < threshold.min_decided),
        exceptions=counted.stale,
        loosened=loosened,
        compared=None if before is None else _compared(before, findings),
        unsure=sum(f.standing != "known" for f in doubted),
        undecided=undecided(findings, counted.points, bar_of(threshold.fail_on)),
        fail_on_open=threshold.fail_on_open,
        open_failing=len(opened),
        min_decided=threshold.min_decided,
        decided=counted.decided,
        unshown=unshown,
        opened=[f"F-{finding.fingerprint}" for finding in opened],
        beginning=beginning,
    )


def _compared(before: Before, findings: Sequence[Finding]) -> Compared:
    there = {f.fingerprint for f in findings if f.outcome == "established"}
    gone = sorted(f"F-{name}" for name in before.findings if name not in there)
    return Compared(before.against, sum(f.standing == "known" for f in findings), gone)

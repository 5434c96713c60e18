"""What may fail a build: established findings of rules that gate, grave and certain enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import UNSET, Struct

from auditor.judging.baseline_status import Before
from auditor.judging.findings import WEAK
from auditor.model.materials import Materials
from auditor.model.policy import Policy, Rule
from auditor.model.result import (
    ClaimVerdict,
    Compared,
    Finding,
    Gate,
    OpenPoint,
    PolicyChange,
    Summary,
    Unstated,
)
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER, Known
from auditor.text import loosened as loosened_texts


class Threshold(Struct, frozen=True, kw_only=True):
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


def doubtful(
    findings: Sequence[Finding], policies: Iterable[Policy], fail_on: str, min_confidence: Known
) -> list[Finding]:
    """Give the findings that would be at or above the bar if their facts were known better: they fail no build."""
    if fail_on == "never":
        return []
    bar, rules = (
        SEVERITY_ORDER.index(fail_on),
        {rule.id: rule for policy in policies for rule in policy.rules},
    )
    found = []
    for finding in findings:
        rule = rules.get(finding.rule)
        weak = KNOWN_ORDER.index(finding.confidence) > KNOWN_ORDER.index(
            _least(rule, finding, min_confidence)
        )
        if not weak or finding.outcome != "established" or finding.accepted is not None:
            continue
        lower = rule is not None and rule.weighed == "true" and finding.confidence in WEAK
        if SEVERITY_ORDER.index(finding.severity) + lower >= bar:
            found.append(finding)
    return found


def _least(rule: Rule | None, finding: Finding, min_confidence: Known) -> Known:
    """Give how a finding must be known to fail a build; one that would not fail either way is known well enough."""
    if finding.gate:
        return min_confidence
    if rule is None or rule.gate == "false" or rule.gate_confidence is UNSET:
        return KNOWN_ORDER[-1]
    return min(min_confidence, rule.gate_confidence, key=KNOWN_ORDER.index)


def less_known(
    findings: Sequence[Finding],
    policies: Sequence[Policy],
    before: Before,
    fail_on: str,
    min_confidence: Known,
) -> list[PolicyChange]:
    """Give the findings that no longer count because they, or facts they rest on, are known less well than before.

    A baseline does not hold the facts as they were, so nothing is told of it.
    """
    found: list[PolicyChange] = []
    if before.then is None:
        return found
    rules = {rule.id: rule for policy in policies for rule in policy.rules}
    for finding in doubtful(findings, policies, fail_on, min_confidence):
        least = KNOWN_ORDER.index(_least(rules.get(finding.rule), finding, min_confidence))
        facts = [f"{fact} {was} → {now}" for fact, was, now in _fell(finding, before.then, least)]
        earlier = before.findings.get(finding.fingerprint)
        if facts:
            found.append(PolicyChange(finding.rule, loosened_texts.LESS_KNOWN, ", ".join(facts)))
        elif earlier is not None and KNOWN_ORDER.index(earlier.confidence) <= least:
            found.append(
                PolicyChange(finding.rule, loosened_texts.LESS_KNOWN, earlier.confidence, finding.confidence)
            )
    return found


def _fell(finding: Finding, then: Materials, least: int) -> Iterator[tuple[str, Known, Known]]:
    for fact in finding.proof:
        was = then.fact(fact.fact)
        if was.stated and KNOWN_ORDER.index(was.known) <= least < KNOWN_ORDER.index(fact.known):
            yield fact.fact, was.known, fact.known


def summary(
    findings: Sequence[Finding],
    questions: Sequence[OpenPoint],
    unstated: Sequence[Unstated],
    claims: Sequence[ClaimVerdict],
    threshold: Threshold,
    stale: int = 0,
    policies: Sequence[Policy] = (),
) -> Summary:
    """Count everything and say whether the gate is passed; `stale` exceptions and loosened rules fail it too."""
    severities = Counter(f.severity for f in findings if f.outcome == "established" and not f.joined)
    stopped = failing(findings, threshold.fail_on, threshold.min_confidence)
    before = threshold.before
    loosened = 0 if before is None else len(before.loosened)
    fails = threshold.fail_on != "never" and (stopped or stale or loosened)
    doubted = doubtful(findings, policies, threshold.fail_on, threshold.min_confidence)
    verdicts = Counter(claim.verdict for claim in claims)
    return Summary(
        established={
            severity: severities[severity] for severity in reversed(SEVERITY_ORDER) if severities[severity]
        },
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
            unsure=sum(f.standing != "known" for f in doubted),
        ),
        accepted=sum(f.accepted is not None for f in findings),
    )


def _compared(before: Before, findings: Sequence[Finding]) -> Compared:
    there = {f.fingerprint for f in findings if f.outcome == "established"}
    gone = sorted(f"F-{name}" for name in before.findings if name not in there)
    return Compared(before.against, sum(f.standing == "known" for f in findings), gone)

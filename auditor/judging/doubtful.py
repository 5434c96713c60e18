"""Findings that would count if their facts were known better, and those that no longer do since an earlier revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import UNSET

from auditor.judging.baseline_status import Before
from auditor.judging.findings import WEAK
from auditor.model.materials import Materials
from auditor.model.policy import Policy, Rule
from auditor.model.result.findings import Finding
from auditor.model.result.gate import PolicyChange
from auditor.model.vocabulary import KNOWN_ORDER, Known, bar_of, gravity
from auditor.text import loosened as loosened_texts


def doubtful(
    findings: Sequence[Finding], policies: Iterable[Policy], fail_on: str, min_confidence: Known
) -> list[Finding]:
    """Give the findings that would be at or above the bar if their facts were known better: they fail no build."""
    if fail_on == "never":
        return []
    bar, rules = bar_of(fail_on), {rule.id: rule for policy in policies for rule in policy.rules}
    found = []
    for finding in findings:
        rule = rules.get(finding.rule)
        weak = KNOWN_ORDER.index(finding.confidence) > KNOWN_ORDER.index(
            _least(rule, finding, min_confidence)
        )
        if not weak or finding.outcome != "established" or finding.accepted is not None:
            continue
        lower = rule is not None and rule.weighed == "true" and finding.confidence in WEAK
        if gravity(finding.severity) + lower >= bar:
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

"""Merge findings about one culprit: a finding on the same store or path as that of another rule becomes a further reason of it.

Both stay in the result and keep their fingerprints, so that each can be addressed; only one is counted and printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from msgspec.structs import replace

from auditor.model.result.findings import Finding, Outcome, Reason

#: A rule, what came of it, and who can read where.
_Spot = tuple[str, Outcome, str]


def join(
    found: Sequence[Finding], joins: Mapping[str, Sequence[str]], spots: Mapping[str, frozenset[str]]
) -> list[Finding]:
    """Give the findings, those joined to another marked and added to it as a reason.

    `joins` maps a rule to those it is told with, `spots` a fingerprint to who can read where (`who@place`).
    """
    leads: dict[str, str] = {}
    reasons: dict[str, list[Reason]] = {}
    leading = _leading(found, joins, spots)
    for finding in found:
        lead = _lead(finding, leading, joins, spots)
        if lead is not None:
            leads[finding.fingerprint] = lead.fingerprint
            reason = Reason(
                rule=finding.rule,
                title=finding.title,
                message=finding.message,
                severity=finding.severity,
                fingerprint=finding.fingerprint,
            )
            reasons.setdefault(lead.fingerprint, []).append(reason)
    return [
        replace(f, joined=leads.get(f.fingerprint, ""), also=reasons.get(f.fingerprint, []))
        if f.fingerprint in leads or f.fingerprint in reasons
        else f
        for f in found
    ]


def _leading(
    found: Sequence[Finding], joins: Mapping[str, Sequence[str]], spots: Mapping[str, frozenset[str]]
) -> dict[_Spot, tuple[int, Finding]]:
    """Give, by rule, outcome and spot, the first finding that others may be told with, and its place in the order."""
    wanted = {rule for others in joins.values() for rule in others}
    leading: dict[_Spot, tuple[int, Finding]] = {}
    for at, finding in enumerate(found):
        if finding.rule in wanted and not joins.get(finding.rule):
            for spot in spots.get(finding.fingerprint, ()):
                leading.setdefault((finding.rule, finding.outcome, spot), (at, finding))
    return leading


def _lead(
    finding: Finding,
    leading: Mapping[_Spot, tuple[int, Finding]],
    joins: Mapping[str, Sequence[str]],
    spots: Mapping[str, frozenset[str]],
) -> Finding | None:
    """Give the first finding of a rule that this one is told with, on a spot that they share; none of an open point."""
    met = [
        leading[key]
        for rule in joins.get(finding.rule, ())
        for spot in spots.get(finding.fingerprint, ())
        if (key := (rule, finding.outcome, spot)) in leading
    ]
    return min(met, key=itemgetter(0))[1] if met else None

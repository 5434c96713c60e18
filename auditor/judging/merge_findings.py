"""Merge findings about one culprit: a finding on the same store or path as that of another rule becomes a further reason of it.

Both stay in the result and keep their fingerprints, so that each can be addressed; only one is counted and printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from auditor.model.result.findings import Finding, Reason


def join(
    found: Sequence[Finding], joins: Mapping[str, Sequence[str]], spots: Mapping[str, frozenset[str]]
) -> list[Finding]:
    """Give the findings, those joined to another marked and added to it as a reason.

    `joins` maps a rule to those it is told with, `spots` a fingerprint to who can read where (`who@place`).
    """
    leads: dict[str, str] = {}
    reasons: dict[str, list[Reason]] = {}
    for finding in found:
        lead = _lead(finding, found, joins, spots)
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


def _lead(
    finding: Finding,
    found: Sequence[Finding],
    joins: Mapping[str, Sequence[str]],
    spots: Mapping[str, frozenset[str]],
) -> Finding | None:
    wanted = joins.get(finding.rule, ())
    if not wanted or finding.outcome == "cannot-be-shown":
        return None
    here = spots[finding.fingerprint]
    for other in found:
        same = other.rule in wanted and other.outcome == finding.outcome
        if same and not joins.get(other.rule) and not here.isdisjoint(spots[other.fingerprint]):
            return other
    return None

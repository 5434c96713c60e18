"""How findings stand to those known before, in a baseline or an earlier revision: new, worse, or known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from auditor.model.result import Finding, PolicyChange, Standing
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER, Known, Severity


class Earlier(Struct, frozen=True):
    """A finding known before: how grave it was, how it was known, and of which subjects."""

    severity: Severity
    confidence: Known
    subjects: frozenset[str]


class Before(Struct, frozen=True):
    """What was known before, by fingerprint; `against` says where, `loosened` what rules no longer find since."""

    against: str
    findings: Mapping[str, Earlier]
    loosened: tuple[PolicyChange, ...] = ()


def standing(finding: Finding, before: Before) -> Standing | None:
    """Tell whether an established finding is new, known, or worse: graver, better shown, or of further subjects."""
    if finding.outcome != "established":
        return None
    earlier = before.findings.get(finding.fingerprint)
    if earlier is None:
        return "new"
    graver = SEVERITY_ORDER.index(finding.severity) > SEVERITY_ORDER.index(earlier.severity)
    surer = KNOWN_ORDER.index(finding.confidence) < KNOWN_ORDER.index(earlier.confidence)
    return "known" if not graver and not surer and earlier.subjects.issuperset(finding.subjects) else "worse"


def placed(findings: Sequence[Finding], before: Before | None) -> list[Finding]:
    """Give the findings, each with how it stands to what was known before."""
    if before is None:
        return list(findings)
    return [replace(finding, standing=standing(finding, before)) for finding in findings]


def known(against: str, findings: Sequence[Finding], loosened: Sequence[PolicyChange] = ()) -> Before:
    """Give what `findings` make known: those established; one that was accepted is not, it fails once it no longer is."""
    shown = {
        f.fingerprint: Earlier(f.severity, f.confidence, frozenset(f.subjects))
        for f in findings
        if f.outcome == "established" and f.accepted is None
    }
    return Before(against, shown, tuple(loosened))

"""How findings stand to those known before, in a baseline or an earlier revision: new, worse, or known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.on_the_day import on_its_date
from auditor.judging.finding_scope import concerns
from auditor.model.case.document import Case
from auditor.model.materials import Materials
from auditor.model.result.findings import BaselineStatus, Finding
from auditor.model.result.gate import PolicyChange
from auditor.model.vocabulary import KNOWN_ORDER, Floor, Known, gravity


class Earlier(Struct, frozen=True, kw_only=True):
    """A finding known before: how grave it was, how it was known, of which subjects, and which data and parties it concerned.

    A baseline file does not record the data and parties, nor the `finding` itself.
    """

    severity: Floor
    confidence: Known
    subjects: frozenset[str]
    concerned: frozenset[str] | None = None
    finding: Finding | None = None


class OpenBefore(Struct, frozen=True, kw_only=True):
    """A live open point there was: how grave it could have been, a step more where a fact was withheld, and its subjects."""

    gravity: int
    subjects: frozenset[str]

    @classmethod
    def of(cls, finding: Finding) -> OpenBefore:
        """Return what is to be known of an open point."""
        grave = gravity(finding.severity_if_open) + finding.withheld
        return cls(gravity=grave, subjects=frozenset(finding.subjects))

    def covers(self, finding: Finding) -> bool:
        """Tell whether an open point is no graver and of no further subject."""
        now = OpenBefore.of(finding)
        return now.gravity <= self.gravity and now.subjects <= self.subjects


class Before(Struct, frozen=True, kw_only=True):
    """What was known before, by fingerprint; `against` says where, `loosened` what rules no longer find since.

    `then` is the case as it was, where it is there to be looked at: a baseline holds findings alone. `open` are the live
    open points there were, `applied` the rules and subjects that applied to one another, where they were listed. `beginning`
    are, by the address of what begins after the date of the case and by the day of the check, the findings that would fail then.
    `written` are the case as it was and as it is, with what lies outside their dates.
    """

    against: str
    findings: Mapping[str, Earlier]
    loosened: tuple[PolicyChange, ...] = ()
    then: Materials | None = None
    open: Mapping[str, OpenBefore] = {}
    applied: frozenset[tuple[str, str]] | None = None
    beginning: Mapping[str, tuple[str, ...]] = {}
    written: tuple[Materials, Materials] | None = None

    def knowing_only(self, names: AbstractSet[str]) -> Self:
        """Return this without the findings and open points whose fingerprints are not among `names`."""
        findings = {name: entry for name, entry in self.findings.items() if name in names}
        return replace(
            self, findings=findings, open={n: point for n, point in self.open.items() if n in names}
        )


def standing(finding: Finding, before: Before, case: Case | None = None) -> BaselineStatus | None:
    """Compare an established finding with what was known: new, known, or worse (graver, better shown, or about more).

    The data and parties it concerns are looked up in `case` if those of before are known.
    """
    if finding.outcome != "established":
        return None
    names = (finding.fingerprint, *finding.formerly)
    earlier = next((before.findings[name] for name in names if name in before.findings), None)
    if earlier is None:
        return "new"
    graver = gravity(finding.severity) > gravity(earlier.severity)
    surer = KNOWN_ORDER.index(finding.confidence) < KNOWN_ORDER.index(earlier.confidence)
    wider = not earlier.subjects.issuperset(finding.subjects)
    if case is not None and earlier.concerned is not None:
        wider = wider or not earlier.concerned.issuperset(concerns(finding, case))
    return "worse" if graver or surer or wider else "known"


def placed(findings: Sequence[Finding], before: Before | None, case: Case | None = None) -> list[Finding]:
    """Give the findings of a case, each with how it stands to what was known before."""
    if before is None:
        return list(findings)
    return [replace(finding, standing=standing(finding, before, case)) for finding in findings]


def known(
    against: str,
    findings: Sequence[Finding],
    loosened: Sequence[PolicyChange] = (),
    then: Materials | None = None,
) -> Before:
    """Give what `findings` make known: those established; one that was accepted is not, it fails once it no longer is."""
    shown = {
        f.fingerprint: Earlier(
            severity=f.severity,
            confidence=f.confidence,
            subjects=frozenset(f.subjects),
            concerned=None if then is None else concerns(f, then.case),
            finding=f,
        )
        for f in findings
        if f.outcome == "established" and f.accepted is None
    }
    opened = {f.fingerprint: OpenBefore.of(f) for f in findings if f.outcome == "cannot-be-shown" and f.live}
    return Before(
        against=against,
        findings=shown,
        loosened=tuple(loosened),
        then=None if then is None else on_its_date(then),
        open=opened,
    )

"""Results of any size, made of the reference case: its own findings over and over, of other organisations."""

from __future__ import annotations

from functools import cache
from itertools import cycle, islice

from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import REFERENCE, materials

SEVERITIES = ("critical", "high", "medium", "low", "info", "info", "info")


@cache
def _reference() -> Result:
    return assess(materials([REFERENCE]))


def sized(count: int) -> Result:
    """The reference case with `count` established findings of as many rules as it has, each of one of forty organisations.

    Findings that are not established stay, and one open point is added for each finding.
    """
    result = _reference()
    kinds = [
        replace(finding, rule=f"{finding.rule[:3]}-{number:03}")
        for number, finding in enumerate(
            f for f in result.findings if f.outcome != "hypothetical" and not f.joined
        )
    ][:40]
    made = [_made(finding, number) for number, finding in enumerate(islice(cycle(kinds), count))]
    points = [f for f in result.findings if f.outcome == "cannot-be-shown"]
    waiting = [
        replace(f, fingerprint=f"{n:015x}f", formerly=[]) for n, f in enumerate(islice(cycle(points), count))
    ]
    names = {f"o{number}": Bilingual(f"Société {number}", f"Company {number}") for number in range(40)}
    return replace(result, findings=[*made, *waiting], names=result.names | names)


def _made(finding: Finding, number: int) -> Finding:
    severity = SEVERITIES[number % len(SEVERITIES)]
    return replace(
        finding,
        outcome="established",
        severity=severity,
        severity_if_open=severity,
        culprit=f"o{number % 40}",
        fingerprint=f"{number:015x}e",
        formerly=[],
        also=[],
        missing=[],
        live=False,
    )

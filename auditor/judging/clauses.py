"""What the premises of the findings that are told in full say, as clauses."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.judging.premise_text import Teller
from auditor.model.bilingual import Bilingual
from auditor.model.materials import Materials
from auditor.model.result.findings import Finding
from auditor.model.result.telling_order import gravest_by_rule
from auditor.text.names import Names


def clauses(materials: Materials, findings: Sequence[Finding], names: Names) -> dict[str, Bilingual]:
    """Give by its address what each premise of the gravest finding of every rule, and of those told with it, says."""
    joined: dict[str, list[Finding]] = {}
    for finding in findings:
        joined.setdefault(finding.joined, []).append(finding)
    teller = Teller(materials, names)
    routes = {
        fact.fact
        for found in gravest_by_rule(findings).values()
        for told in (found[0], *joined.get(found[0].fingerprint, ()))
        for fact in told.proof
    }
    return {route: teller.tell(route) for route in sorted(routes)}

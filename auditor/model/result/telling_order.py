"""The order in which findings are told, and which of them stands for its rule."""

from collections import Counter
from collections.abc import Iterable

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import KNOWN_ORDER, Severity, gravity


def telling_order(finding: Finding) -> tuple[bool, int, int, int, str, str]:
    """Give the place of a finding: what was accepted last, then by floor, by ceiling, by how it is known, by rule and culprit."""
    return (
        finding.accepted is not None,
        -gravity(finding.severity),
        -gravity(finding.severity_if_open),
        KNOWN_ORDER.index(finding.confidence),
        finding.rule,
        finding.culprit,
    )


def ceiling_order(finding: Finding) -> tuple[int, str, str]:
    """Give the place of a finding among those told by how grave they could be: by ceiling, by rule and culprit."""
    return -gravity(finding.severity_if_open), finding.rule, finding.culprit


def open_points(findings: Iterable[Finding]) -> list[Finding]:
    """Give the open points that are live, as they come; none is ever told along with another finding."""
    return [f for f in findings if f.outcome == "cannot-be-shown" and f.live]


def live_points(result: Result) -> Counter[Severity]:
    """Count the open points that are live, told or only counted, by how grave they could be."""
    found = Counter(point.severity_if_open for point in open_points(result.findings))
    found.update(result.counted.live)
    return found


def told(findings: Iterable[Finding]) -> list[Finding]:
    """Give the established findings that no other finding tells along with it, the gravest first."""
    return sorted((f for f in findings if f.outcome == "established" and not f.joined), key=telling_order)


def gravest_by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Give what is told by rule, the gravest rule first."""
    found: dict[str, list[Finding]] = {}
    for finding in told(findings):
        found.setdefault(finding.rule, []).append(finding)
    return found

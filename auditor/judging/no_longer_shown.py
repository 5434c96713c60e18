"""What a change makes invisible: findings of an earlier revision that facts taken away or weakened no longer show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.judging.gate import Threshold, failing
from auditor.judging.proof import place
from auditor.judging.told_facts import teller_of
from auditor.model.materials import Materials
from auditor.model.result.findings import Finding
from auditor.model.result.gate import NoLongerShown
from auditor.model.vocabulary import bar_of, gravity


def no_longer_shown(
    findings: Sequence[Finding],
    materials: Materials,
    threshold: Threshold,
) -> list[NoLongerShown]:
    """Give the findings known before that are open now, and those that are still shown but less than they were.

    Each names the facts that were stated before and are missing now, or are left open where nothing was written. It fails where the finding failed before, or could be
    at or above the threshold now that a fact is gone. Without the facts as they were, nothing is told.
    """
    before = threshold.before
    if before is None or before.then is None:
        return []
    now = {finding.fingerprint: finding for finding in findings}
    earlier = [entry.finding for entry in before.findings.values() if entry.finding is not None]
    stopped = {
        finding.fingerprint for finding in failing(earlier, threshold.fail_on, threshold.min_confidence)
    }
    bar = bar_of(threshold.fail_on)
    found: list[NoLongerShown] = []
    then, now_told = teller_of(before.then), teller_of(materials)
    for was in earlier:
        is_now = now.get(was.fingerprint)
        if is_now is not None and is_now.accepted is not None:
            continue
        lost = list(_lost(was, is_now, before.then, materials))
        if not lost:
            continue
        if is_now is not None and is_now.outcome == "established":
            fails = was.gate and gravity(is_now.severity) < bar <= gravity(is_now.severity_if_open)
        else:
            fails = was.fingerprint in stopped
        found.append(
            NoLongerShown(
                finding=f"F-{was.fingerprint}",
                rule=was.rule,
                title=was.title,
                severity=was.severity,
                facts=lost,
                fails=fails,
                place=place(materials, lost[0]),
                said=[then.tell(route) for route in lost if _stated(before.then, route)],
                left_open=[now_told.tell(route) for route in lost if not _stated(before.then, route)],
            )
        )
    return sorted(found, key=lambda line: (not line.fails, line.rule, line.finding))


def _lost(was: Finding, is_now: Finding | None, then: Materials, now: Materials) -> Iterator[str]:
    """Give the facts on which the finding rested, or that decide now, and that are not known since.

    They were stated and no longer are; or nothing was written, and now that they are not known.
    """
    decides = () if is_now is None else is_now.missing
    rested = () if is_now is not None and is_now.outcome == "established" else (f.fact for f in was.proof)
    for route in sorted({*decides, *rested}):
        withdrawn = _stated(then, route) and not _stated(now, route)
        if (withdrawn or _left_open(then, now, route)) and _there(now, route):
            yield route


def _stated(materials: Materials, route: str) -> bool:
    fact = materials.fact(route)
    return fact.stated and not fact.unsettled


def _left_open(then: Materials, now: Materials, route: str) -> bool:
    fact = now.fact(route)
    return fact.stated and fact.unsettled and not then.fact(route).stated


def _there(materials: Materials, route: str) -> bool:
    """Tell whether the entry that the fact is part of is still there: what left as a whole is no fact withheld."""
    section, _, rest = route.partition(".")
    return rest.partition(".")[0] in getattr(materials.case, section, {})

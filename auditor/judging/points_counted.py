"""Open points that are only counted, of which a format shows how many there are and what could be done about them."""

from __future__ import annotations

from collections import Counter

from msgspec import UNSET

from auditor.model.materials import Materials
from auditor.model.result.findings import PointsCounted, PointsTold, ToDoCounted
from auditor.model.vocabulary import Severity
from auditor.rules.tally import Tally


def points_counted(tally: Tally, materials: Materials, told: PointsTold) -> PointsCounted:
    """Give the open points of a tally that are not told, where those of `told` are."""
    actionable = {
        rule.id for policy in materials.policies for rule in policy.rules if rule.action is not UNSET
    }
    live: Counter[Severity] = Counter()
    gating: Counter[Severity] = Counter()
    dormant = 0
    to_do: dict[ToDoCounted, None] = {}
    for point, count in tally.untold(told).items():
        if not point.live:
            dormant += count
            continue
        live[point.ceiling] += count
        if point.gates:
            gating[point.ceiling] += count
        if point.rule in actionable:
            to_do[ToDoCounted(point.rule, point.ceiling, point.asked)] = None
    return PointsCounted(live=live, gating=gating, dormant=dormant, to_do=list(to_do))

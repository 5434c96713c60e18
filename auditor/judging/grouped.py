"""The matches of one rule and one culprit, taken together: which stands for them, how grave they are, and what decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from auditor.graph.derive import Derived
from auditor.model.evidence import distinct
from auditor.model.result.findings import Outcome
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER
from auditor.rules.evaluate import Match
from auditor.rules.questions import fact_route
from auditor.rules.severity import SeverityRange


class Grouped:
    """What one finding is made of: `matches` are all of its rule and culprit, `counted` those it is about."""

    def __init__(self, derived: Derived, matches: list[Match]) -> None:
        self.matches = matches
        self.counted = [match for match in matches if match.truth.value is True] or matches
        self._materials = derived.estate.materials

    @cached_property
    def outcome(self) -> Outcome:
        """What the matches come to: something established, if only by hypothesis, or an open point."""
        best = self.counted[0]
        if best.rule.kind == "what-if":
            return "hypothetical"
        if best.truth.value is None:
            return "cannot-be-shown"
        return "hypothetical" if self._materials.hypothesis else "established"

    @cached_property
    def witness(self) -> Match:
        """The match that stands for the others: the gravest, the one that is shown best or that fewest facts are missing to."""
        return self.counted[0] if len(self.counted) == 1 else min(self.counted, key=self._standing)

    def _standing(self, match: Match) -> tuple[int, int, int, str]:
        known = (self._materials.fact(route) for route in match.truth.proof)
        confidence = max(
            (KNOWN_ORDER.index(f.known) for f in known if not f.unsettled), default=len(KNOWN_ORDER)
        )
        shown = match.truth.value is True
        severity = match.grave.floor if shown else match.grave.ceiling
        return (-SEVERITY_ORDER.index(severity), 0 if shown else len(match.missing), confidence, match.id)

    @cached_property
    def grave(self) -> SeverityRange:
        """How grave they are: the floor of what is shown, the ceiling of all that could be."""
        if len(self.matches) == 1:
            return self.matches[0].grave
        floor = max(self.counted, key=lambda match: SEVERITY_ORDER.index(match.grave.floor)).grave
        ceiling = max(self.matches, key=lambda match: SEVERITY_ORDER.index(match.grave.ceiling)).grave
        return SeverityRange(
            floor=floor.floor,
            ceiling=ceiling.ceiling,
            floor_spare=floor.floor_spare,
            ceiling_spare=ceiling.ceiling_spare,
        )

    @cached_property
    def missing(self) -> list[str]:
        """The facts that decide: whether the open point with the fewest of them holds, or how grave a finding is."""
        if self.counted[0].truth.value is None:
            return list(distinct(fact_route(route) for route in self.witness.missing))
        floor = SEVERITY_ORDER.index(self.grave.floor)
        graver = [match for match in self.matches if SEVERITY_ORDER.index(match.grave.ceiling) > floor]
        return list(distinct(fact_route(route) for match in graver for route in match.missing))


def by_culprit(derived: Derived, matches: Iterable[Match]) -> dict[tuple[str, str], Grouped]:
    """Give the matches by rule and by what tells the findings of the rule apart."""
    groups: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        groups[match.rule.id, match.key].append(match)
    return {key: Grouped(derived, group) for key, group in groups.items()}

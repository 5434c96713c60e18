"""The matches of one rule and one culprit, taken together: which stands for them, how grave they are, and what decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from auditor.graph.derive import Derived
from auditor.model.evidence import distinct
from auditor.model.result.findings import Outcome
from auditor.model.vocabulary import KNOWN_ORDER, gravity
from auditor.rules.matches import Match
from auditor.rules.questions import fact_route
from auditor.rules.severity import SeverityRange


class Grouped:
    """What one finding is made of: `matches` are all of its rule and culprit, `counted` those it is about.

    `witness` stands for the others: the gravest, the one that is shown best or that fewest facts are missing to. `outcome` is
    what they come to, `grave` how grave that is: the floor of what is shown, the ceiling of all that could be. `missing` are the
    facts that decide: whether the open point with the fewest of them holds, or how grave a finding is.
    """

    __slots__ = ("_materials", "counted", "grave", "matches", "missing", "outcome", "witness")

    def __init__(self, derived: Derived, matches: list[Match]) -> None:
        self._materials = derived.estate.materials
        self.matches = matches
        self.counted = [match for match in matches if match.truth.value is True] or matches
        self.witness = self.counted[0] if len(self.counted) == 1 else min(self.counted, key=self._standing)
        self.outcome: Outcome = self._outcome()
        self.grave = matches[0].grave if len(matches) == 1 else self._grave()
        self.missing = self._missing()

    def _outcome(self) -> Outcome:
        best = self.witness
        if best.rule.kind == "what-if":
            return "hypothetical"
        if best.truth.value is None:
            return "cannot-be-shown"
        return "hypothetical" if self._materials.hypothesis else "established"

    def _standing(self, match: Match) -> tuple[int, int, int, str]:
        known = (self._materials.fact(route) for route in match.truth.proof)
        confidence = max(
            (KNOWN_ORDER.index(f.known) for f in known if not f.unsettled), default=len(KNOWN_ORDER)
        )
        shown = match.truth.value is True
        severity = match.grave.floor if shown else match.grave.ceiling
        return (-gravity(severity), 0 if shown else len(match.missing), confidence, match.id)

    def _grave(self) -> SeverityRange:
        floor = max(self.counted, key=lambda match: gravity(match.grave.floor)).grave
        ceiling = max(self.matches, key=lambda match: gravity(match.grave.ceiling)).grave
        return SeverityRange(
            floor=floor.floor,
            ceiling=ceiling.ceiling,
            floor_spare=floor.floor_spare,
            ceiling_spare=ceiling.ceiling_spare,
        )

    def _missing(self) -> list[str]:
        if self.witness.truth.value is None:
            return list(distinct(fact_route(route) for route in self.witness.missing))
        floor = gravity(self.grave.floor)
        graver = [match for match in self.matches if gravity(match.grave.ceiling) > floor]
        return list(distinct(fact_route(route) for match in graver for route in match.missing))


def by_culprit(derived: Derived, matches: Iterable[Match]) -> dict[tuple[str, str], Grouped]:
    """Give the matches by rule and by what tells the findings of the rule apart."""
    groups: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        groups[match.rule.id, match.key].append(match)
    return {key: Grouped(derived, group) for key, group in groups.items()}

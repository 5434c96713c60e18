"""The matches of one rule and one culprit, taken together: which stands for them, how grave they are, and what decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from auditor.graph.derive import Derived
from auditor.model.result.findings import Outcome
from auditor.model.vocabulary import gravity
from auditor.rules.matches import Match
from auditor.rules.questions import fact_route
from auditor.rules.severity import SeverityRange
from auditor.rules.witness import Order, Weakness, shown_best


class Grouped:
    """What one finding is made of: `matches` are all of its rule and culprit, `counted` those it is about.

    `witness` stands for the others: the gravest, the one that is shown best or that fewest facts are missing to. `outcome` is
    what they come to, `grave` how grave that is: the floor of what is shown, the ceiling of all that could be. `missing` are the
    facts that decide: whether the open point with the fewest of them holds, or how grave a finding is.
    """

    __slots__ = ("counted", "grave", "matches", "missing", "outcome", "witness")

    def __init__(self, matches: list[Match], weakness: Weakness, *, hypothesis: bool) -> None:
        self.matches = matches
        self.counted = [match for match in matches if match.established] or matches
        self.witness = self.counted[0] if len(self.counted) == 1 else _witness(self.counted, weakness)
        self.outcome: Outcome = self._outcome(hypothesis=hypothesis)
        self.grave = matches[0].grave if len(matches) == 1 else self._grave()
        self.missing = self._missing()

    def _outcome(self, *, hypothesis: bool) -> Outcome:
        best = self.witness
        if best.rule.kind == "what-if":
            return "hypothetical"
        if not best.established:
            return "cannot-be-shown"
        return "hypothetical" if hypothesis else "established"

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
        if not self.witness.established:
            deciding = self.witness.missing
        else:
            floor = gravity(self.grave.floor)
            graver = [match for match in self.matches if gravity(match.grave.ceiling) > floor]
            deciding = tuple(chain.from_iterable(match.missing for match in graver))
        return list(dict.fromkeys(map(fact_route, deciding)))


def _witness(matches: Sequence[Match], weakness: Weakness) -> Match:
    """Give the match that stands for all."""
    orders = list(map(_order, matches))
    first = min(orders)
    return shown_best(
        [match for match, order in zip(matches, orders, strict=True) if order == first], weakness
    )


def _order(match: Match) -> Order:
    severity = match.grave.floor if match.established else match.grave.ceiling
    return -gravity(severity), 0 if match.established else len(match.missing)


def by_culprit(derived: Derived, matches: Iterable[Match]) -> dict[tuple[str, str], Grouped]:
    """Give the matches by rule and by what tells the findings of the rule apart."""
    groups: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        groups[match.rule.id, match.key].append(match)
    materials = derived.estate.materials
    weakness, hypothesis = Weakness(materials), bool(materials.hypothesis)
    return {key: Grouped(group, weakness, hypothesis=hypothesis) for key, group in groups.items()}

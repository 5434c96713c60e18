"""The matches of one rule and one culprit, taken together: which stands for them, how grave they are, and what decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Final

from auditor.graph.derive import Derived
from auditor.model.evidence import distinct
from auditor.model.materials import Materials
from auditor.model.result.findings import Outcome
from auditor.model.vocabulary import KNOWN_ORDER, gravity
from auditor.rules.matches import Match
from auditor.rules.questions import fact_route
from auditor.rules.severity import SeverityRange

#: Before all ways in which something is known.
NOTHING: Final = -1


class Grouped:
    """What one finding is made of: `matches` are all of its rule and culprit, `counted` those it is about.

    `witness` stands for the others: the gravest, the one that is shown best or that fewest facts are missing to. `outcome` is
    what they come to, `grave` how grave that is: the floor of what is shown, the ceiling of all that could be. `missing` are the
    facts that decide: whether the open point with the fewest of them holds, or how grave a finding is.
    """

    __slots__ = ("counted", "grave", "matches", "missing", "outcome", "witness")

    def __init__(self, matches: list[Match], shown_by: _ShownBy, *, hypothesis: bool) -> None:
        self.matches = matches
        self.counted = [match for match in matches if match.truth.value is True] or matches
        self.witness = self._witness(shown_by)
        self.outcome: Outcome = self._outcome(hypothesis=hypothesis)
        self.grave = matches[0].grave if len(matches) == 1 else self._grave()
        self.missing = self._missing()

    def _witness(self, shown_by: _ShownBy) -> Match:
        """Give the match that stands for the others; of those that are alike in all else, the first."""
        best = _lowest(self.counted, _harmless)
        best = _lowest(best, lambda match: 0 if match.truth.value else len(match.missing))
        return shown_by.best(best)

    def _outcome(self, *, hypothesis: bool) -> Outcome:
        best = self.witness
        if best.rule.kind == "what-if":
            return "hypothetical"
        if best.truth.value is None:
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
        if self.witness.truth.value is None:
            return list(distinct(fact_route(route) for route in self.witness.missing))
        floor = gravity(self.grave.floor)
        graver = [match for match in self.matches if gravity(match.grave.ceiling) > floor]
        return list(distinct(fact_route(route) for match in graver for route in match.missing))


class _ShownBy(dict[str, int]):
    """How well each fact is known that shows something, the best first, each looked up once; what is not settled shows nothing."""

    def __init__(self, materials: Materials) -> None:
        super().__init__()
        self._materials = materials

    def __missing__(self, route: str) -> int:
        fact = self._materials.fact(route)
        found = self[route] = NOTHING if fact.unsettled else KNOWN_ORDER.index(fact.known)
        return found

    def best(self, matches: Sequence[Match]) -> Match:
        """Give the first of the matches of which the weakest fact is known best; last come those that no fact shows."""
        best, least = matches[0], len(KNOWN_ORDER) + 1
        for match in matches if len(matches) > 1 else ():
            weakest = max(map(self.__getitem__, match.truth.proof), default=NOTHING)
            rank = len(KNOWN_ORDER) if weakest == NOTHING else weakest
            if rank < least:
                best, least = match, rank
            if rank == 0:
                break
        return best


def _harmless(match: Match) -> int:
    return -gravity(match.grave.floor if match.truth.value else match.grave.ceiling)


def _lowest(matches: Sequence[Match], rank: Callable[[Match], int]) -> Sequence[Match]:
    """Give the matches of the lowest rank."""
    if len(matches) == 1:
        return matches
    ranks = list(map(rank, matches))
    lowest = min(ranks)
    return [match for match, each in zip(matches, ranks, strict=True) if each == lowest]


def by_culprit(derived: Derived, matches: Iterable[Match]) -> dict[tuple[str, str], Grouped]:
    """Give the matches of an evaluation, in its order, by rule and by what tells the findings of the rule apart."""
    materials = derived.estate.materials
    shown_by, hypothesis = _ShownBy(materials), bool(materials.hypothesis)
    return {
        key: Grouped(list(group), shown_by, hypothesis=hypothesis)
        for key, group in groupby(matches, lambda match: (match.compiled.rule.id, match.key))
    }

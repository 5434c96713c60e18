"""What seals the content of a flow, and who can open it.

Transport protects a hop and ends at its place; content protection is a seal that stays until somebody who holds its keys opens it.
"""

from __future__ import annotations

from typing import Final

from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.model.case.flows import Flow
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: What is said of content that nothing seals.
UNSEALED: Final = "none"
SEALING: Final = frozenset({"encrypted", "end-to-end"})
#: The flows whose content protection still holds.
Seals = frozenset[str]
CLEAR: Final[Seals] = frozenset()
#: Content whose protection nobody stated, where only what is certain counts: nobody can open it, whatever else seals it.
UNSTATED: Final[Seals] = frozenset({"?"})
#: Who can open a seal, and at which places somebody nobody named does.
Group = tuple[frozenset[str], frozenset[str]]


def content_of(hop: Hop) -> str:
    """Give how what a hop carries is sealed; what only follows from the record is not."""
    return UNSEALED if hop.flow is None else str(plain(hop.flow.content))


def keys_unsaid(flow: Flow) -> bool:
    """Tell whether nobody says who holds all the keys of an encrypted content."""
    return plain(flow.content) == "encrypted" and any(name in UNSETTLED for name in several(flow.keys))


def openers(estate: Estate, seal: str, *, certain: bool) -> frozenset[str]:
    """Give the organisations that can open the content sealed by the flow `seal`.

    End-to-end content is opened by its ends. Who holds the keys of other content is certain only where it is stated.
    """
    flow = estate.case.flows.get(seal)
    if flow is None:
        return frozenset()
    named = frozenset(name for name in several(flow.keys) if name not in UNSETTLED)
    if plain(flow.content) == "end-to-end":
        ends = frozenset(estate.operator(end) for end in (*several(flow.from_), *several(flow.to)))
        return named | (ends - {""})
    if not certain and keys_unsaid(flow):
        return named | frozenset(estate.case.organisations)
    return named


class Keys:
    """Who opens which seal in an estate, for certain or possibly; each seal is looked at once."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._groups: dict[tuple[str, bool], Group] = {}

    def group(self, seal: str, *, certain: bool) -> Group:
        """Give who can open the content sealed by the flow `seal`, and the places where somebody nobody named does.

        For certain, whoever runs an end opens what is sealed for the ends; possibly, somebody nobody named holds any key.
        """
        found = self._groups.get((seal, certain))
        if found is None:
            flow = self.estate.case.flows.get(seal)
            sealed_for_ends = certain and flow is not None and plain(flow.content) == "end-to-end"
            ends = (*several(flow.from_), *several(flow.to)) if flow is not None and sealed_for_ends else ()
            found = openers(self.estate, seal, certain=certain), frozenset(ends)
            self._groups[seal, certain] = found
        return found

    def opens(self, seal: str, who: str, place: str, *, certain: bool) -> bool:
        """Tell whether `who`, at `place`, can open the content sealed by the flow `seal`."""
        named, ends = self.group(seal, certain=certain)
        if who == UNKNOWN:
            return place in ends if certain else seal in self.estate.case.flows
        return who in named

    def open_all(self, seals: Seals, who: str, place: str, *, certain: bool) -> bool:
        """Tell whether `who`, at `place`, can open every one of `seals`."""
        return all(self.opens(seal, who, place, certain=certain) for seal in seals)

    def left(self, seals: Seals, place: str, *, certain: bool) -> Seals:
        """Give those of `seals` that whoever operates `place` cannot open."""
        here = self.estate.operator(place)
        return frozenset(seal for seal in seals if not self.opens(seal, here, place, certain=certain))

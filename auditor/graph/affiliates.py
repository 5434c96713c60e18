"""Whether an organisation of the EEA may pass data on to those of its group in a third country, or open an access to them.

Being controlled from a third country shows no transfer. Whether anybody there gets or reaches the data is a fact, which nothing
but itself settles: where nobody states it, it is asked.
"""

from __future__ import annotations

from functools import cached_property

from auditor.graph.access_laws import AccessLaws
from auditor.graph.control import Control
from auditor.graph.estate import Estate
from auditor.model.evidence import Answer, distinct
from auditor.model.materials import several
from auditor.model.vocabulary import NONE, UNSETTLED


class Affiliates:
    """The groups of an estate, as far as they reach out of the EEA."""

    def __init__(self, estate: Estate, control: Control, laws: AccessLaws) -> None:
        self.estate = estate
        self.control = control
        self.laws = laws
        self._abroad: dict[str, Answer] = {}
        self._groups: dict[str, frozenset[str]] = {}
        self._flows: dict[str, dict[str, str]] = {}

    def abroad(self, organisation: str) -> Answer:
        """Tell whether `organisation` is of the EEA and controlled from a third country without an adequacy decision on all of it."""
        head = self.estate.head(organisation)
        found = self._abroad.get(head)
        if found is None:
            found = self._abroad[head] = self._of_group(head)
        return found

    def kept(self, organisation: str, activity: str) -> Answer:
        """Tell whether nobody in a third country gets or reaches data of `activity` through `organisation`.

        Yes also where a flow to one of its group is described: what becomes of that flow is judged by itself.
        """
        head = self.estate.head(organisation)
        others, ends = self._others(head), self._ending_abroad(activity)
        described = next((route for who, route in ends.items() if who in others), "")
        if described:
            return Answer(value=True, proof=(described,))
        entry = self.estate.case.organisations.get(head)
        if entry is None:
            return Answer(value=None, missing=(f"activities.{activity}.recipients",))
        route = f"organisations.{head}.access_from"
        listed = several(entry.access_from)
        if any(self._third(country) for country in listed):
            return Answer(value=False, proof=(route,))
        if not UNSETTLED.isdisjoint(listed):
            return Answer(value=None, missing=(route,))
        return Answer(value=True, proof=(route,))

    def _of_group(self, head: str) -> Answer:
        own = f"organisations.{head}.country"
        country = self.estate.sure_country(head)
        if country in (*UNSETTLED, NONE) or self._third(country):
            return Answer(value=False, proof=(own,))
        for owner in self.control.controllers(head):
            if self._third(self.estate.sure_country(owner)):
                proof = (own, *self.control.proof(owner, head), f"organisations.{owner}.country")
                return Answer(value=True, proof=distinct(proof))
        missing: list[str] = []
        for owner in self.control.controllers(head, certain=False):
            where = self.estate.country(owner)
            if where in UNSETTLED or self._third(where):
                missing += [*self.control.open(owner, head), f"organisations.{owner}.country"]
        gap = self.control.gap(head)
        missing += [f"organisations.{gap}.parent"] if gap else []
        return Answer(value=None if missing else False, proof=(own,), missing=distinct(missing))

    def _others(self, head: str) -> frozenset[str]:
        """Give who may be of the group of an organisation besides itself."""
        found = self._groups.get(head)
        if found is None:
            above, below = self.control.controllers, self.control.controlled
            group = {*above(head, certain=False), *below(head, certain=False)}
            found = self._groups[head] = frozenset(group - {head})
        return found

    def _ending_abroad(self, activity: str) -> dict[str, str]:
        """Give who of a third country the flows of an activity end at, each with the first of these flows, in their order."""
        found = self._flows.get(activity)
        if found is None:
            found = self._flows[activity] = {}
            abroad = self._places_abroad
            for hop in self.estate.sheets[activity].hops:
                if hop.b in abroad:
                    found.setdefault(abroad[hop.b], hop.route)
        return found

    @cached_property
    def _places_abroad(self) -> dict[str, str]:
        """The hosts and organisations of those who are for certain of a third country, each with who it is."""
        case = self.estate.case
        operated = {place: self.estate.operator(place) for place in (*case.organisations, *case.hosts)}
        abroad = {who for who in set(operated.values()) if self._third(self.estate.sure_country(who))}
        return {place: who for place, who in operated.items() if who in abroad}

    def _third(self, country: str) -> bool:
        """Tell whether `country` is a third country on the day, and no adequacy decision covers all of it."""
        if country in (*UNSETTLED, NONE) or self.estate.materials.knowledge.in_eea(
            country, self.estate.as_of
        ):
            return False
        return True not in self.laws.adequacy(country)

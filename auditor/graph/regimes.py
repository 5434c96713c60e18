"""Under which regime of data protection each activity falls: the GDPR, the regulation on Union institutions, or neither.

What an organisation or the head of the case states decides. Where nobody states a regime, the GDPR is taken to apply, save
where everything stated ties the activity to third countries alone: every controller exists under the law of one, nothing stated
puts an establishment of it in the EEA, and all people concerned are in third countries (GDPR art. 3(1) and (2)). Under no regime nothing is
judged; the facts are shown all the same.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Final

from auditor.graph.estate import Estate
from auditor.model.evidence import Choice, Routes, distinct
from auditor.model.materials import several
from auditor.model.vocabulary import NONE, UNSETTLED

GDPR: Final = "gdpr"
EUDPR: Final = "eudpr"
REGIMES: Final = (GDPR, EUDPR, NONE)


class Regimes:
    """The regime of each activity and organisation of an estate, each told once."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        stated = estate.case.case.regime
        self.default: str = stated if isinstance(stated, str) else GDPR
        self._of: dict[str, Choice] = {}

    @cached_property
    def single(self) -> str:
        """The one regime of every activity and of the case, empty where they differ."""
        found = {self.default, *(regime for name in self.estate.sheets for regime in self.of(name).options)}
        own = {str(e.regime) for e in self.estate.case.organisations.values() if isinstance(e.regime, str)}
        return found.pop() if len(found | own) == 1 else ""

    @cached_property
    def outside(self) -> dict[str, Routes]:
        """The activities that fall under no regime, each with the facts that show it."""
        found = {name: self.of(name) for name in self.estate.sheets}
        return {name: regime.proof for name, regime in found.items() if regime.settled == NONE}

    def of(self, activity: str) -> Choice:
        """Give the regime of `activity`: one for each that its controllers are under."""
        found = self._of.get(activity)
        if found is None:
            found = self._of[activity] = self._find(activity)
        return found

    def of_all(self, activities: Collection[str]) -> Choice:
        """Give the regimes of several activities; of none, that of all activities where they share one, else that of the case."""
        found = [self.of(name) for name in activities if name in self.estate.sheets]
        if not found:
            return self._everywhere
        return Choice(
            options=distinct(option for one in found for option in one.options),
            proof=distinct(route for one in found for route in one.proof),
        )

    def own(self, organisation: str) -> str:
        """Give the regime stated for `organisation` or its head; empty where nobody states one."""
        entry = self.estate.case.organisations.get(self.estate.head(organisation))
        return entry.regime if entry is not None and isinstance(entry.regime, str) else ""

    @cached_property
    def _everywhere(self) -> Choice:
        found = [self.of(name) for name in self.estate.sheets]
        if len({regime.options for regime in found}) == 1:
            return found[0]
        return Choice(options=(self.default,), proof=self._head)

    @cached_property
    def _head(self) -> Routes:
        return ("case.regime",) if self.estate.materials.fact("case.regime").stated else ()

    def _find(self, activity: str) -> Choice:
        controllers = [
            name
            for name in several(self.estate.case.activities[activity].controller)
            if name not in UNSETTLED
        ]
        stated = {name: self.own(name) for name in controllers}
        proof = tuple(f"organisations.{self.estate.head(name)}.regime" for name, own in stated.items() if own)
        if not all(stated.values()) or not stated:
            abroad = () if self._head or any(stated.values()) else self._abroad(activity, controllers)
            default = NONE if abroad else self.default
            stated = {name: own or default for name, own in stated.items()} or {activity: default}
            proof = (*proof, *abroad, *self._head)
        return Choice(options=distinct(stated.values()), proof=proof)

    def _abroad(self, activity: str, controllers: list[str]) -> Routes:
        """Give the facts by which nothing ties `activity` to the EEA; nothing where some fact does, or is not stated."""
        people = several(self.estate.case.activities[activity].people)
        if not controllers or not people or not UNSETTLED.isdisjoint(people):
            return ()
        proof = []
        for name in controllers:
            head = self.estate.head(name)
            entry = self.estate.case.organisations.get(head)
            places = (*several(entry.presence), *several(entry.run_from)) if entry is not None else ()
            if not self._third({self.estate.sure_country(head), *(set(places) - UNSETTLED)}):
                return ()
            proof.append(f"organisations.{head}.country")
        for name in people:
            group = self.estate.case.people.get(name)
            if group is None or not self._third(set(several(group.country))):
                return ()
            proof.append(f"people.{name}.country")
        return tuple(proof)

    def _third(self, countries: set[str]) -> bool:
        known = self.estate.materials.knowledge
        settled = countries and UNSETTLED.isdisjoint(countries)
        return bool(settled) and not any(known.in_eea(c, self.estate.as_of) for c in countries)

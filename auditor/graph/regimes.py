"""Under which regime of data protection each activity falls: the GDPR, the regulation on Union institutions, or neither.

What an organisation or the head of the case states decides. Where nobody states a regime, the GDPR is taken to apply, save
where everything stated ties the activity to third countries alone: every controller exists under the law of one, nothing stated
puts an establishment of it in the EEA, and all people concerned are in third countries (GDPR art. 3(1) and (2)). Where only the
people are of nobody knows where, it is open whether the GDPR applies, and what it would find is asked. Under no regime nothing is
judged; the facts are shown all the same.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Final

from auditor.graph.estate import Estate
from auditor.model.evidence import TRUE, Answer, Choice, Routes, distinct
from auditor.model.materials import several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

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
        self._in_doubt: dict[str, Routes] = {}

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

    def applies(self, activities: Collection[str]) -> Answer:
        """Tell whether a regime applies to one of `activities`, or of all where they are none; open where nobody says."""
        missing: dict[str, None] = {}
        sheets = self.estate.sheets
        for name in [name for name in activities if name in sheets] or sheets:
            doubt = self._doubt(name)
            if not doubt:
                return TRUE
            missing.update(dict.fromkeys(doubt))
        return Answer(value=None, missing=tuple(missing)) if missing else TRUE

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

    def _doubt(self, activity: str) -> Routes:
        """Give the facts that would tell whether the GDPR applies to `activity`, where its people alone might tie it to the EEA."""
        found = self._in_doubt.get(activity)
        if found is None:
            found = self._in_doubt[activity] = self._asked(activity)
        return found

    def _asked(self, activity: str) -> Routes:
        processing = self.estate.case.activities[activity]
        controllers = several(processing.controller)
        unsaid = not self._head and not any(self.own(name) for name in controllers)
        people = {
            country
            for name in several(processing.people) or (UNKNOWN,)
            for country in self._countries_of(name)
        }
        if not unsaid or not self._based_abroad(controllers):
            return ()
        if UNSETTLED.isdisjoint(people) and not self._extends(controllers, people):
            return ()
        settled = people - UNSETTLED
        if settled and not self._third(settled):
            return ()
        return tuple(f"organisations.{self.estate.head(name)}.regime" for name in controllers)

    def _extends(self, controllers: Collection[str], people: Collection[str]) -> bool:
        """Tell whether some text of a Member State holds in a third territory to which an activity is tied."""
        places = {place for name in controllers for place in self._places(name)}
        return not self._overseas.isdisjoint(places.union(people))

    @cached_property
    def _overseas(self) -> frozenset[str]:
        return self.estate.materials.knowledge.reached_by_a_state()

    def _countries_of(self, people: str) -> tuple[str, ...]:
        group = self.estate.case.people.get(people)
        return (several(group.country) if group is not None else ()) or (UNKNOWN,)

    def _based_abroad(self, controllers: Collection[str]) -> bool:
        """Tell whether there are controllers and all of them, with every establishment stated, are in third countries."""
        return bool(controllers) and all(self._third(self._places(name)) for name in controllers)

    def _places(self, controller: str) -> set[str]:
        """Give the countries that tie a controller: of its law, and those stated of its establishments and direction."""
        head = self.estate.head(controller)
        entry = self.estate.case.organisations.get(head)
        stated = (*several(entry.presence), *several(entry.run_from)) if entry is not None else ()
        return {self.estate.sure_country(head), *(set(stated) - UNSETTLED)}

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
        if not people or not UNSETTLED.isdisjoint(people) or not self._based_abroad(controllers):
            return ()
        countries = {country for name in people for country in self._countries_of(name)}
        if not self._third(countries) or self._extends(controllers, countries):
            return ()
        return (
            *(f"organisations.{self.estate.head(name)}.country" for name in controllers),
            *(f"people.{name}.country" for name in people),
        )

    def _third(self, countries: set[str]) -> bool:
        known = self.estate.materials.knowledge
        settled = countries and UNSETTLED.isdisjoint(countries)
        return bool(settled) and not any(known.in_eea(c, self.estate.as_of) for c in countries)

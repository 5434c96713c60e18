"""By which law a State gets access to data: what is in force on the date of the case, and what frames it."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from auditor.graph.estate import Estate
from auditor.model.dates import first_day, holds, last_day
from auditor.model.law import Instrument

#: Kinds of instrument by which a State gets access; a statute that only blocks or localises is none.
ACCESS: Final = frozenset({"access", "cooperation"})
AGREEMENT: Final = frozenset({"agreement"})


class AccessLaws:
    """The access laws of States in the knowledge base, on the date of an estate, each State looked up once."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._found: dict[str, list[tuple[str, Instrument]]] = {}

    def in_force(self, state: str) -> list[tuple[str, Instrument]]:
        """Give the instruments of `state` that give access on the date of the case, those included that lapsed into the unknown."""
        found = self._found.get(state)
        if found is None:
            found = self._found[state] = self._of(state, ACCESS)
        return found

    def agreements(self, state: str) -> tuple[str, ...]:
        """Give the agreements in force by which orders of another State go straight to providers of `state`."""
        return tuple(name for name, _ in self._of(state, AGREEMENT))

    @cached_property
    def known(self) -> frozenset[str]:
        """The States of which the knowledge base holds an access law, whatever its date."""
        laws = self.estate.materials.knowledge.instruments.values()
        return frozenset(law.country for law in laws if law.kind in ACCESS)

    def adequacy(self, country: str) -> list[bool]:
        """Give the adequacy decisions on `country` in force, as whether each covers the whole of it."""
        day = self.estate.as_of
        return [
            decision.whole == "true"
            for decision in self.estate.materials.knowledge.adequacy.values()
            if decision.country == country and holds(decision.since, decision.invalid or decision.until, day)
        ]

    def _of(self, state: str, kinds: frozenset[str]) -> list[tuple[str, Instrument]]:
        found = []
        for name, law in self.estate.materials.knowledge.instruments.items():
            begun = not law.since or first_day(law.since) <= last_day(self.estate.as_of)
            over = law.after == "ended" and has_lapsed(law, self.estate.as_of)
            if law.country == state and law.kind in kinds and begun and not over:
                found.append((name, law))
        return found


def has_lapsed(law: Instrument, day: str) -> bool:
    """Tell whether the last day of `law` had come on `day`."""
    return bool(law.until) and last_day(law.until) <= first_day(day)

"""Where data arrives, and whether whoever operates a place is in a third country there (criterion (c) of EDPB Guidelines 05/2021).

A legal person of a third country is, save where it acts from the EEA alone; one of the EEA is not, save where it acts from its place
in a third country. None of this depends on who sends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.estate import Estate
from auditor.model.case.organisations import Organisation
from auditor.model.dates import holds
from auditor.model.evidence import Answer, Routes
from auditor.model.materials import plain
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

INTERNATIONAL: Final = "international-organisation"


class Party(Answer, frozen=True, kw_only=True):
    """An answer about somebody or somewhere: `word` tells who or where."""

    word: str


def yes(word: str, *proof: str) -> Party:
    """Give that it is so, of somebody or somewhere."""
    return Party(value=True, word=word, proof=proof)


def no(word: str, *proof: str) -> Party:
    """Give that it is not so."""
    return Party(value=False, word=word, proof=proof)


def perhaps(word: str, *, proof: Routes = (), missing: Routes = ()) -> Party:
    """Give that the facts at `missing` would tell."""
    return Party(value=None, word=word, proof=proof, missing=missing)


class Where(Struct, frozen=True, kw_only=True, gc=False):
    """Whether whoever operates a place is in a third country there, and in which.

    `unplaced` tells that they are of the EEA, and nobody says where the place is. `bridges` are the agreements that keep a country
    from counting, by country.
    """

    found: Party
    unplaced: bool
    bridges: dict[str, str]

    @property
    def at_home(self) -> bool:
        """Whether that is in the EEA, whoever sends there."""
        return self.found.value is False and not self.bridges


class End(Struct, frozen=True, kw_only=True, gc=False):
    """Where something arrives: at a place, with whoever operates it; `sender` is who passes it down there, on a machine below."""

    place: str
    importer: str
    head: str
    where: Where
    sender: Party | None = None


class Importers:
    """Where what is sent to a place arrives, and whether that is in a third country; each place is looked up once."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        #: Gives the legal person: a branch is one with its head.
        self.head: Callable[[str], str] = cache(partial(_legal_person, estate))
        self._ends: dict[str, End] = {}
        self._abroad_at: dict[str, tuple[End, ...]] = {}
        self._third: dict[str, bool] = {}
        self._foreign: dict[str, bool] = {}

    def third(self, country: str) -> bool:
        """Tell whether `country` is a third country on the date of the case, any bridge set aside."""
        found = self._third.get(country)
        if found is None:
            in_eea = self.estate.materials.knowledge.in_eea
            found = country not in (*UNSETTLED, NONE) and not in_eea(country, self.estate.as_of)
            self._third[country] = found
        return found

    def abroad(self, organisation: str) -> bool:
        """Tell whether an organisation of the case is of a third country."""
        found = self._foreign.get(organisation)
        if found is None:
            named = organisation in self.estate.case.organisations
            found = named and self.third(self.estate.sure_country(organisation))
            self._foreign[organisation] = found
        return found

    def arriving_abroad(self, place: str) -> tuple[End, ...]:
        """Give where what is sent to a place arrives, there and below, save at home: in the EEA with somebody of the EEA."""
        found = self._abroad_at.get(place)
        if found is None:
            found = tuple(end for end in self._arriving(place) if not end.where.at_home)
            self._abroad_at[place] = found
        return found

    def _arriving(self, place: str) -> Iterator[End]:
        """Give where what is sent to a place arrives, there and on machines below."""
        estate = self.estate
        if estate.operator(place):
            yield self._end(place)
        for upper, lower in pairwise((place, *estate.machines(place))):
            sender = estate.operator(upper)
            routes = (f"hosts.{upper}.operator", f"hosts.{upper}.runs_on", f"hosts.{lower}.operator")
            answer = perhaps(UNKNOWN, missing=routes[:1]) if sender == UNKNOWN else yes(sender, *routes)
            yield replace(self._end(lower), sender=answer)

    def _end(self, place: str) -> End:
        found = self._ends.get(place)
        if found is None:
            importer = self.estate.operator(place)
            where = self._where(importer, place)
            found = End(place=place, importer=importer, head=self.head(importer), where=where)
            self._ends[place] = found
        return found

    def _where(self, importer: str, place: str) -> Where:
        bridges: dict[str, str] = {}
        found = self._placed(importer, place, bridges)
        unplaced = found.missing == (f"hosts.{place}.location",)
        return Where(found=found, unplaced=unplaced, bridges=bridges)

    def _placed(self, importer: str, place: str, bridges: dict[str, str]) -> Party:
        """Tell whether `importer`, who operates `place`, is in a third country there, and in which; note which agreements count."""
        if importer == UNKNOWN:
            return perhaps(UNKNOWN, missing=(f"hosts.{place}.operator",))
        head = self.head(importer)
        entry = self.estate.case.organisations.get(head)
        if entry is None:
            return no(UNKNOWN)
        if entry.kind == INTERNATIONAL:
            return yes(NONE, f"organisations.{head}.kind")
        country, route = self.estate.sure_country(head), f"organisations.{head}.country"
        if country in (*UNSETTLED, NONE):
            return perhaps(UNKNOWN, missing=(route,))
        if self.third(country):
            return no(country) if self._bridge(country, bridges) else self._foreigner(head, entry, place)
        return self._european(head, entry, place, bridges)

    def _foreigner(self, head: str, entry: Organisation, place: str) -> Party:
        """Tell it of a legal person of a third country; one whose place lies wholly in the EEA may act from there alone."""
        country, route = self.estate.sure_country(head), f"organisations.{head}.country"
        locations = self.estate.locations(place)
        if entry.kind == "group":
            return perhaps(country, proof=(route,), missing=(f"organisations.{head}.kind",))
        if not locations or any(item in UNSETTLED or self.third(item) for item in locations):
            return yes(country, route)
        acts = str(plain(entry.run_from))
        acting = f"organisations.{head}.run_from"
        if acts in UNSETTLED:
            return perhaps(country, proof=(route,), missing=(acting,))
        return Party(value=self.third(acts), word=country, proof=(route, acting))

    def _european(self, head: str, entry: Organisation, place: str, bridges: dict[str, str]) -> Party:
        """Tell it of a legal person of the EEA; its place in a third country leaves open who acts there, and from where."""
        locations = self.estate.locations(place)
        outside = sorted(item for item in locations if self.third(item) and not self._bridge(item, bridges))
        if outside:
            acting = f"organisations.{head}.run_from"
            if plain(self.estate.case.hosts[place].runs_on) in UNSETTLED:
                return perhaps(
                    outside[0], proof=(f"hosts.{place}.location",), missing=(f"hosts.{place}.runs_on",)
                )
            if any(
                self.head(self.estate.operator(machine)) != head for machine in self.estate.machines(place)
            ):
                return no(outside[0])
            acts = str(plain(entry.run_from))
            if acts in UNSETTLED:
                return perhaps(outside[0], proof=(f"hosts.{place}.location",), missing=(acting,))
            return Party(value=self.third(acts), word=outside[0], proof=(f"hosts.{place}.location", acting))
        host = self.estate.case.hosts.get(place)
        if host is not None and not UNSETTLED.isdisjoint(self.estate.locations(place)):
            return perhaps(UNKNOWN, missing=(f"hosts.{place}.location",))
        return no(self.estate.country(head))

    def _bridge(self, country: str, bridges: dict[str, str]) -> bool:
        for name, bridge in self.estate.materials.knowledge.bridges.items():
            if bridge.country == country and holds(bridge.since, bridge.until, self.estate.as_of):
                bridges[country] = name
                return True
        return False


def _legal_person(estate: Estate, organisation: str) -> str:
    return estate.legal_person(organisation) or organisation

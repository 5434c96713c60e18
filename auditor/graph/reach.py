"""How the law of a State reaches an organisation: directly, by control, by presence, by dependency, or not at all.

Being run from a State is a way in which its law may reach: possible, until it is shown by what the organisation has there.

Reach is about power over a person, exposure about data that person holds, transfer about a sending. Never merged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal

from msgspec import Struct

from auditor.graph.control import Control
from auditor.graph.estate import Estate
from auditor.graph.holdings import dependencies
from auditor.model.evidence import Choice, Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

ReachWord = Literal["none", "dependency", "presence", "control", "direct"]
REACH_ORDER: Final[tuple[ReachWord, ...]] = ("none", "dependency", "presence", "control", "direct")


class Reach(Choice, frozen=True, kw_only=True):
    """What the reach of a State over an organisation may be, from the least to the most.

    `nameless` tells that an owner nobody named could change it; `through` is the controller in that State, if any.
    """

    options: tuple[ReachWord, ...]
    nameless: bool = False
    through: str = ""

    @property
    def certain(self) -> ReachWord:
        """The least it can be."""
        return self.options[0]

    @property
    def possible(self) -> ReachWord:
        """The most it can be by owners who are named."""
        return self.options[-1]


class _Placed(Struct, frozen=True, kw_only=True):
    """An establishment: where it is, whether it is certain, and the facts that say so, after those by which `held` is controlled."""

    country: str
    certain: bool
    facts: Routes
    held: str = ""


class Reaches:
    """The reach of each State over each organisation, computed when asked."""

    def __init__(self, estate: Estate, control: Control) -> None:
        self.estate = estate
        self.control = control
        self._found: dict[tuple[str, str], Reach] = {}
        self._states: dict[str, list[str]] = {}
        self._placed: dict[str, list[_Placed]] = {}
        self._unnamed: dict[str, Reach | None] = {}

    def of(self, state: str, organisation: str) -> Reach:
        """Give the reach of `state` (ISO 3166-1 alpha-2) over `organisation`."""
        key = (state, organisation)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._compute(state, organisation)
        return found

    def unnamed(self, organisation: str) -> Reach | None:
        """Give what an owner nobody named, or a country nobody stated, its own or that of who controls it, could make of it.

        None when all are shown.
        """
        head = self._head(organisation)
        if head not in self._unnamed:
            self._unnamed[head] = self._unnamed_of(head)
        return self._unnamed[head]

    def _unnamed_of(self, head: str) -> Reach | None:
        missing = []
        if self.estate.sure_country(head) == UNKNOWN:
            missing.append(f"organisations.{head}.country")
        gap = self.control.gap(head)
        if gap:
            missing.append(f"organisations.{gap}.parent")
        missing += [
            f"organisations.{who}.country"
            for who in self.control.controllers(head)
            if self.estate.sure_country(who) == UNKNOWN
        ]
        if not missing:
            return None
        return Reach(options=("none", "direct"), missing=tuple(missing), nameless=True)

    def states(self, organisation: str) -> list[str]:
        """Give the States outside the EEA whose law certainly or by named owners possibly reaches `organisation`."""
        head = self._head(organisation)
        found = self._states.get(head)
        if found is None:
            found = self._states[head] = self._states_of(head)
        return found

    def _states_of(self, head: str) -> list[str]:
        countries = {self.estate.country(head)}
        countries.update(self.estate.country(x) for x in self.control.controllers(head, certain=False))
        countries.update(country for _, country in self._directed(head))
        countries.update(placed.country for placed in self._establishments(head))
        countries.update(country for country, _, _ in self._dependencies(head))
        knowledge, day = self.estate.materials.knowledge, self.estate.as_of
        return sorted(
            c for c in countries if c not in UNSETTLED and c != "none" and not knowledge.in_eea(c, day)
        )

    def controllers_in(self, state: str, organisation: str) -> list[str]:
        """Give those of `state` who control `organisation`, for certain or possibly; its head where it is a branch."""
        head = self._head(organisation)
        above = self.control.controllers(head, certain=False)
        directed = {who for who, country in self._directed(head) if country == state}
        return [
            who
            for who in (head, *above)
            if who != organisation and (self.estate.country(who) == state or who in directed)
        ]

    def _directed(self, head: str) -> list[tuple[str, str]]:
        """Give who of `head` and those who control it is run from a State other than its own, and from which."""
        found = []
        for who in (head, *self.control.controllers(head, certain=False)):
            entry = self.estate.case.organisations.get(who)
            run_from = UNKNOWN if entry is None else str(plain(entry.run_from))
            if run_from not in UNSETTLED and run_from != self.estate.country(who):
                found.append((who, run_from))
        return found

    def bringing_in(self, state: str, organisation: str) -> list[str]:
        """Return the organisations of `state`, or of an unknown country, that are `organisation` or may control it."""
        head = self._head(organisation)
        ends = (head, *self.control.controllers(head, certain=False))
        return [who for who in ends if self.estate.sure_country(who) in (state, UNKNOWN)]

    def _compute(self, state: str, organisation: str) -> Reach:
        head = self._head(organisation)
        country_route = f"organisations.{head}.country"
        country = self.estate.sure_country(head)
        if country == state:
            return Reach(options=("direct",), proof=(country_route,), through=head)
        unknown_country = country == UNKNOWN
        least, proof, through = self._least(state, head)
        options = {least}
        missing: list[str] = [country_route] if unknown_country else []
        sure = set(self.control.controllers(head))
        for controller in self.control.controllers(head, certain=False):
            where = self.estate.sure_country(controller)
            if where == state and controller not in sure:
                options.add("control")
                through = through or controller
                missing.extend(self.control.open(controller, head))
            elif where == UNKNOWN:
                options.add("control")
                missing.append(f"organisations.{controller}.country")
        for who, where in self._directed(head):
            if where == state:
                options.add("direct" if who == head else "control")
                through = through or who
                missing.append(f"organisations.{who}.presence")
        for placed in self._establishments(head):
            if placed.country == state and not placed.certain and least in ("none", "dependency"):
                options.add("presence")
                missing.extend(self._facts(head, placed))
        for where, certain, routes in self._dependencies(head):
            if where == state and not certain and least == "none":
                options.add("dependency")
                missing.extend(routes)
        if unknown_country:
            options.add("direct")
        gap = self.control.gap(head)
        if gap and least != "control":
            missing.append(f"organisations.{gap}.parent")
        ordered = REACH_ORDER[REACH_ORDER.index(least) :]
        shown = (*proof, country_route) if not unknown_country else proof
        return Reach(
            options=tuple(word for word in ordered if word in options),
            proof=distinct(shown),
            missing=distinct(missing),
            nameless=bool(gap) and least != "control",
            through=through,
        )

    def _least(self, state: str, head: str) -> tuple[ReachWord, tuple[str, ...], str]:
        for controller in self.control.controllers(head):
            if self.estate.sure_country(controller) == state:
                routes = (*self.control.proof(controller, head), f"organisations.{controller}.country")
                return "control", routes, controller
        for placed in self._establishments(head):
            if placed.country == state and placed.certain:
                return "presence", self._facts(head, placed), ""
        for where, certain, routes in self._dependencies(head):
            if where == state and certain:
                return "dependency", routes, ""
        return "none", self._independence(head), ""

    def _head(self, organisation: str) -> str:
        return self.estate.head(organisation)

    def _facts(self, head: str, placed: _Placed) -> Routes:
        """Give the facts by which `head` has an establishment, or that would tell whether it has."""
        if not placed.held:
            return placed.facts
        control = self.control
        if placed.certain:
            return (*control.proof(head, placed.held), *placed.facts)
        settling = control.open(head, placed.held) or control.proof(head, placed.held, certain=False)
        return (*settling, *placed.facts)

    def _establishments(self, head: str) -> list[_Placed]:
        """Give where `head` has an establishment: branches, organisations it controls, staff that can reach the data."""
        found = self._placed.get(head)
        if found is not None:
            return found
        found = self._placed[head] = [*self._stated(head, "presence")]
        for name in self._branches.get(head, ()):
            own = self.estate.case.organisations[name].country
            country = str(plain(own)) if not isinstance(own, list) else UNKNOWN
            if country not in UNSETTLED:
                route = f"organisations.{name}.country"
                found.append(_Placed(country=country, certain=self._vouched(route), facts=(route,)))
        found.extend(self._stated(head, "access_from"))
        sure = self.control.controlled(head, certain=True)
        for name in sorted(self.control.controlled(head, certain=False)):
            country = self.estate.country(name)
            if country not in UNSETTLED:
                route = f"organisations.{name}.country"
                vouched = self.estate.sure_country(name) == country
                certain = name in sure and vouched
                facts = () if vouched and not certain else (route,)
                held = name if certain or name not in sure else ""
                found.append(_Placed(country=country, certain=certain, facts=facts, held=held))
        return found

    def _stated(self, head: str, field: str) -> Iterator[_Placed]:
        """Give the countries in which a field of `head` says that it is; one that is none is no State, and reaches nobody."""
        route = f"organisations.{head}.{field}"
        for country in several(getattr(self.estate.case.organisations.get(head), field, NONE)):
            yield _Placed(country=country, certain=self._vouched(route), facts=(route,))

    def _dependencies(self, head: str) -> list[tuple[str, bool, tuple[str, ...]]]:
        """Give the countries of those on whom `head` depends, whether somebody vouches for that, and the facts."""
        found: list[tuple[str, bool, tuple[str, ...]]] = []
        for name in self._dependent.get(head, ()):
            owner = self.estate.case.ownership[name].owner
            country = self.estate.country(owner)
            route = f"organisations.{owner}.country"
            sure = self._vouched(f"ownership.{name}") and self.estate.sure_country(owner) == country
            found.append((country, sure, (f"ownership.{name}",) if sure else (f"ownership.{name}", route)))
        return found

    @cached_property
    def _dependent(self) -> dict[str, list[str]]:
        return dependencies(self.estate)

    def _vouched(self, route: str) -> bool:
        return self.estate.materials.fact(route).known != "assumed"

    @cached_property
    def _branches(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, entry in sorted(self.estate.case.organisations.items()):
            if entry.branch_of:
                found.setdefault(entry.branch_of, []).append(name)
        return found

    def _independence(self, head: str) -> tuple[str, ...]:
        holdings = tuple(route for holding in self.control.by_owned.get(head, ()) for route in holding.routes)
        return (*holdings, f"organisations.{head}.parent")

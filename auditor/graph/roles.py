"""Roles in each activity: controller, joint controllers, processor, sub-processor, third party.

Roles are facts, not labels (GDPR art. 4(7) and (8)): the sheet names controllers and processors, and being entrusted by one
of them makes a processor of whoever takes part. A branch is the same legal person as its head. What nobody states stays
unknown, with the facts that decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Final, Literal

from msgspec import UNSET, Struct

from auditor.graph.estate import Estate
from auditor.graph.holders import Holders, PlacesHeld
from auditor.graph.hop import Hop
from auditor.model.case.agreements import MANDATORY, Agreement
from auditor.model.evidence import Answer, Choice, Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: What an organisation may be in an activity; none of them where nobody says.
Role = Literal["controller", "processor", "third-party"]
#: The places in the chain that a processor may have.
TIERS: Final = ("direct", "sub")
#: Agreements by which one entrusts another with data; a mere hosting contract may lack the terms of art. 28(3).
ENTRUSTING: Final = ("processing", "hosting")


DIRECT: Final = Choice(options=("direct",))
#: The role of whoever nobody names.
ANYTHING: Final = Choice(anything=True)


class Entrusted(Struct, frozen=True, kw_only=True):
    """An agreement in force by which `client` entrusts somebody with data; `route` is its address.

    One stated not to be signed still tells that the data is entrusted: without a contract.
    """

    client: str
    route: str
    agreement: Agreement


class RolePlayed(Struct, frozen=True, kw_only=True):
    """The part that `who` takes in `activity`.

    `role` is anything where nobody says; its proof then tells that `who` takes part. `tier` is the place in the chain it may
    have as a processor: entrusted by a controller, or by a processor. `clients` are those who entrust it or may do so.
    """

    who: str
    activity: str
    role: Choice
    tier: Choice = DIRECT
    clients: tuple[str, ...] = ()


class Contract(Answer, frozen=True, kw_only=True):
    """Whether a processor has a contract in the sense of art. 28, and the agreement that is one, or comes nearest."""

    entrusted: Entrusted | None = None


class ControlledFrom(Struct, frozen=True, gc=False):
    """Of those who control an activity: their countries, the facts that say these, and the facts that would tell more of them."""

    countries: tuple[str, ...]
    proof: Routes
    missing: Routes


class _Web(Struct, kw_only=True):
    """The controllers of an activity, the processors with the facts that make them so, and what keeps the lists open.

    `controller` and `others` are the roles of whoever is a controller, and of whoever is named in no list nor entrusted.
    """

    controllers: frozenset[str]
    missing: tuple[str, ...]
    controller: Choice
    others: Choice
    processors: dict[str, Choice] = {}


class Roles:
    """The roles of an estate, each derived when first asked.

    All of whom a sheet and agreements say nothing have one role in it: only the others are looked at one by one.
    """

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._parts: dict[tuple[str, str], RolePlayed] = {}
        self._processors: dict[str, frozenset[str]] = {}
        self._holders = Holders(estate)
        self._members: dict[str, tuple[str, ...]] = {}
        self._places: dict[str, PlacesHeld] = {}
        self._webs: dict[str, _Web] = {}
        self._controllers: dict[str, tuple[str, ...]] = {}

    @cached_property
    def entrusted(self) -> dict[str, list[Entrusted]]:
        """Give the agreements in force by which each organisation is entrusted with data, those stated not signed too."""
        found: dict[str, list[Entrusted]] = defaultdict(list)
        for name, agreement in sorted(self.estate.case.agreements.items()):
            if agreement.is_ in ENTRUSTING:
                client, who = (self.estate.head(end) for end in agreement.between)
                found[who].append(Entrusted(client=client, route=f"agreements.{name}", agreement=agreement))
        return found

    @cached_property
    def _entrusting(self) -> dict[str, list[tuple[str, Entrusted]]]:
        found: dict[str, list[tuple[str, Entrusted]]] = defaultdict(list)
        for who, listed in sorted(self.entrusted.items()):
            for entrusted in listed:
                found[entrusted.client].append((who, entrusted))
        return found

    def role(self, organisation: str, activity: str) -> Choice:
        """Give the role of `organisation` in `activity`; where it is open, without what tells that it takes part."""
        if organisation == UNKNOWN:
            return ANYTHING
        who, web = self.estate.head(organisation), self._web(activity)
        if who in web.controllers:
            return web.controller
        return web.processors.get(who, web.others)

    def processors(self, activity: str) -> frozenset[str]:
        """Give the legal persons that are processors in `activity` for certain, each by the head of which it is a branch."""
        found = self._processors.get(activity)
        if found is None:
            web = self._web(activity)
            named = {who for who, role in web.processors.items() if role.settled == "processor"}
            found = self._processors[activity] = frozenset(named - web.controllers - {UNKNOWN})
        return found

    def roles_in(self, organisation: str, activities: Collection[str]) -> frozenset[str]:
        """Give the roles of `organisation` in some activities, each once; nothing as a word where it is open in one."""
        if organisation == UNKNOWN:
            return frozenset({""} if activities else ())
        own = self._named_to.get(self.estate.head(organisation), frozenset()).intersection(activities)
        found = {self.role(organisation, activity).settled for activity in own}
        others = set(activities) - own
        unsaid = others & self._unsaid
        if unsaid:
            found.add("")
        if len(unsaid) < len(others):
            found.add("third-party")
        return frozenset(found)

    @cached_property
    def _named_to(self) -> dict[str, frozenset[str]]:
        """The activities in which each legal person takes part by list or contract."""
        found: dict[str, list[str]] = defaultdict(list)
        for activity in self.estate.sheets:
            web = self._web(activity)
            for who in web.controllers | web.processors.keys():
                found[who].append(activity)
        return {who: frozenset(activities) for who, activities in found.items()}

    @cached_property
    def _unsaid(self) -> frozenset[str]:
        """The activities whose lists of controllers and processors are left open."""
        return frozenset(activity for activity in self.estate.sheets if self._web(activity).missing)

    def others(self, activity: str, organisations: set[str]) -> set[str]:
        """Give those of some organisations that take no part by list or contract, and so have one role; nobody where lists are open."""
        web, branches = self._web(activity), self._branches
        if web.missing:
            return set()
        return organisations.difference(
            *(branches.get(who, ()) for who in (*web.controllers, *web.processors))
        )

    @cached_property
    def _branches(self) -> dict[str, list[str]]:
        """The organisations that each legal person is, itself included."""
        found: dict[str, list[str]] = defaultdict(list)
        for organisation in self.estate.case.organisations:
            found[self.estate.head(organisation)].append(organisation)
        return dict(found)

    def of(self, organisation: str, activity: str) -> RolePlayed:
        """Give the part of `organisation` in `activity`."""
        key = (organisation, activity)
        found = self._parts.get(key)
        if found is None:
            role = self.role(organisation, activity)
            if organisation == UNKNOWN or role.settled in ("controller", "third-party"):
                return RolePlayed(who=organisation, activity=activity, role=role)
            found = self._parts[key] = self._part(organisation, activity, role)
        return found

    def members(self, activity: str) -> tuple[str, ...]:
        """Give the organisations that hold a place in `activity`, or are named as its processors, in order of id."""
        found = self._members.get(activity)
        if found is None:
            holding = self._holding(activity)
            found = self._members[activity] = tuple(sorted(holding.union(self._listed(activity))))
        return found

    def may_process(self, activity: str) -> Sequence[str]:
        """Give the members of `activity` that process for somebody, or of whom that is open, among others; in order of id."""
        web, listed = self._web(activity), self._listed(activity)
        if web.missing:
            return self.members(activity)
        holding = set() if web.processors.keys() <= listed else self._holding(activity)
        return sorted(web.processors.keys() & (listed | holding))

    def taking_part(self, legal_person: str) -> set[str]:
        """Give the activities in which a legal person holds a place, or is named as a processor."""
        ends = (self.estate.reaching, self.estate.leaving)
        held = [at.get(place, ()) for place in self._holders.places_of.get(legal_person, ()) for at in ends]
        return set(self._named_in.get(legal_person, ())).union(*held)

    @cached_property
    def _named_in(self) -> dict[str, list[str]]:
        """The activities that name each legal person as a processor."""
        found: dict[str, list[str]] = defaultdict(list)
        for activity in self.estate.sheets:
            for who in set(map(self.estate.head, self._listed(activity))):
                found[who].append(activity)
        return dict(found)

    @cached_property
    def controlled_from(self) -> dict[str, ControlledFrom]:
        """From where each activity is controlled, as far as somebody vouches for the countries of those who are stated to."""
        return {activity: self._controlled_from(activity) for activity in self.estate.sheets}

    @cached_property
    def control_unsaid(self) -> frozenset[str]:
        """The activities of whose controllers nobody says who each of them is, or from where."""
        return frozenset(name for name, controlled in self.controlled_from.items() if controlled.missing)

    @cached_property
    def uncontrolled(self) -> frozenset[str]:
        """The activities of which nobody says who controls them."""
        return frozenset(activity for activity in self.estate.sheets if not self.controllers(activity))

    def _controlled_from(self, activity: str) -> ControlledFrom:
        controllers = self.controllers(activity)
        said = {f"organisations.{who}.country": self.estate.sure_country(who) for who in controllers}
        proof = tuple(route for route, country in said.items() if country not in UNSETTLED)
        return ControlledFrom(
            countries=distinct(said[route] for route in proof),
            proof=proof,
            missing=tuple(route for route in said if route not in proof)
            if controllers
            else (f"activities.{activity}.controller",),
        )

    def received(self, part: RolePlayed) -> tuple[Hop, ...]:
        """Give the hops by which `part.who` has the data, at places of its own or on machines it runs."""
        head = self.estate.head(part.who)
        return self._around(head, part.activity).hops.get(head, ())

    def controllers(self, activity: str) -> tuple[str, ...]:
        """Give the controllers of `activity` that are stated."""
        found = self._controllers.get(activity)
        if found is None:
            listed = several(self.estate.case.activities[activity].controller)
            found = self._controllers[activity] = tuple(who for who in listed if who not in UNSETTLED)
        return found

    def contract(self, part: RolePlayed) -> Contract:
        """Give what is known of the contract by which a processor is bound to whoever entrusts it (GDPR art. 28(3), (9))."""
        proof: tuple[str, ...] = ()
        missing: tuple[str, ...] = ()
        best: Entrusted | None = None
        for found in self._of(part):
            answer, route = _binding(found)
            if answer:
                return Contract(value=True, entrusted=found, proof=(found.route,))
            best = best or found
            if answer is False:
                proof = (*proof, route)
            else:
                missing = (*missing, route)
        if missing or not proof:
            return Contract(value=None, entrusted=best, missing=missing or self.unlisted(part, "signed"))
        return Contract(value=False, entrusted=best, proof=proof)

    def unlisted(self, part: RolePlayed, name: str) -> tuple[str, ...]:
        """Give the address of the fact `name` of the contract that is not listed, or who would have signed it."""
        if part.clients:
            return tuple(f"agreements.{client}>{part.who}.{name}" for client in part.clients)
        return (f"activities.{part.activity}.controller",)

    def _of(self, part: RolePlayed) -> list[Entrusted]:
        listed = self.entrusted.get(self.estate.head(part.who), [])
        return [found for found in listed if found.client in part.clients or not part.clients]

    def _part(self, organisation: str, activity: str, role: Choice) -> RolePlayed:
        """Give the part of a processor, or of somebody of whom it is open whether they are one."""
        who, web = self.estate.head(organisation), self._web(activity)
        if role.anything:
            shown = self._around(who, activity).shown.get(who)
            facts = () if shown is None else (shown[0].route, *shown[1])
            role = Choice(anything=True, proof=facts, missing=web.missing)
        tier, clients = self._tier(who, activity, web)
        return RolePlayed(who=organisation, activity=activity, role=role, tier=tier, clients=clients)

    def _web(self, activity: str) -> _Web:
        found = self._webs.get(activity)
        if found is None:
            found = self._webs[activity] = self._weave(activity)
        return found

    def _weave(self, activity: str) -> _Web:
        """Follow the contracts from the controllers down; whoever takes part and is entrusted is a processor."""
        estate, route = self.estate, f"activities.{activity}"
        processing = estate.case.activities[activity]
        controllers = {estate.head(name) for name in several(processing.controller)}
        listed = {estate.head(name) for name in several(processing.processors)}
        missing = tuple(
            f"{route}.{name}"
            for name, values in (("controller", controllers), ("processors", listed))
            if not values.isdisjoint(UNSETTLED)
        )
        controllers -= UNSETTLED
        web = _Web(
            controllers=frozenset(controllers),
            missing=missing,
            controller=Choice(options=("controller",), proof=(f"{route}.controller",)),
            others=Choice(anything=True, missing=missing)
            if missing
            else Choice(options=("third-party",), proof=(f"{route}.controller", f"{route}.processors")),
        )
        for name in sorted(listed - UNSETTLED - controllers):
            web.processors[name] = _processor(f"{route}.processors")
        members = self._holding(activity) if self._entrusting else set()
        todo = [*((name, web.controller) for name in sorted(controllers)), *web.processors.items()]
        for client, role in todo:
            for who, found in self._entrusting.get(client, ()):
                if who in members and who not in web.processors and who not in controllers:
                    web.processors[who] = _processor(found.route, *role.proof)
                    todo.append((who, web.processors[who]))
        return web

    def _tier(self, who: str, activity: str, web: _Web) -> tuple[Choice, tuple[str, ...]]:
        """Give the place in the chain that `who` may have, and who entrusts it or may do so."""
        clients = distinct(x.client for x in self.entrusted.get(who, ()) if x.client != who)
        direct = tuple(name for name in clients if name in web.controllers)
        if direct:
            return DIRECT, direct
        sub = tuple(name for name in clients if name in web.processors)
        if sub:
            return Choice(options=("sub",)), sub
        controllers = tuple(sorted(web.controllers))
        if clients and web.missing:
            return Choice(options=TIERS, missing=web.missing), clients
        above = self._around(who, activity).above.get(who, ())
        named = [name for name in above if name != who and name in self.estate.case.organisations]
        below = sorted(name for name in named if name in web.processors or web.missing)
        if below and {*controllers, ""}.isdisjoint(above):
            unsigned = tuple(f"agreements.{name}>{who}.signed" for name in below)
            return Choice(options=TIERS, missing=(*web.missing, *unsigned)), (*controllers, *below)
        return DIRECT, controllers

    def _holding(self, activity: str) -> set[str]:
        return self._holders.names(self.estate.sheets[activity])

    def _listed(self, activity: str) -> set[str]:
        """Give the organisations that are named as processors in `activity`."""
        named = several(self.estate.case.activities[activity].processors)
        return {name for name in named if name in self.estate.case.organisations}

    def _around(self, who: str, activity: str) -> PlacesHeld:
        """Give the places of `who`, looked up together with those of all who are processors or may be."""
        web = self._web(activity)
        if who not in web.processors and not web.missing:
            return self._holders.places_held(self.estate.sheets[activity], {who})
        found = self._places.get(activity)
        if found is None:
            wanted = self._holding(activity) if web.missing else web.processors.keys()
            found = self._places[activity] = self._holders.places_held(self.estate.sheets[activity], wanted)
        return found


def _processor(*facts: str) -> Choice:
    return Choice(options=("processor",), proof=facts)


def _binding(found: Entrusted) -> tuple[bool | None, str]:
    """Tell whether an agreement is a contract in the sense of art. 28(3), and by which fact."""
    signed, complete = plain(found.agreement.signed), plain(found.agreement.complete)
    if signed == "false":
        return False, f"{found.route}.signed"
    if complete == "false":
        return False, f"{found.route}.complete"
    points = {name: plain(value) for name, value in found.agreement.points.items()}
    lacking = next((name for name in MANDATORY if points.get(name) == "false"), "")
    if lacking:
        return False, f"{found.route}.points.{lacking}"
    if _written_unknown(found, "signed"):
        return None, f"{found.route}.signed"
    if (
        complete == "true"
        or all(points.get(name) == "true" for name in MANDATORY)
        or (found.agreement.is_ == "processing" and not _written_unknown(found, "complete"))
    ):
        return True, found.route
    return None, f"{found.route}.complete"


def _written_unknown(found: Entrusted, name: str) -> bool:
    value = getattr(found.agreement, name)
    return value is not UNSET and plain(value) in UNSETTLED

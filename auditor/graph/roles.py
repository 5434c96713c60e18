"""Roles in each activity: controller, joint controllers, processor, sub-processor, third party.

Roles are facts, not labels (GDPR art. 4(7) and (8)): the sheet names controllers and processors, and being entrusted by one
of them makes a processor of whoever takes part. A branch is the same legal person as its head. What nobody states stays
unknown, with the facts that decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal

from msgspec import UNSET, Struct

from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.model.case.agreements import MANDATORY, Agreement
from auditor.model.evidence import Answer, Choice, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: What an organisation may be in an activity; none of them where nobody says.
Role = Literal["controller", "processor", "third-party"]
#: The places in the chain that a processor may have.
TIERS: Final = ("direct", "sub")
#: Agreements by which one entrusts another with data; a mere hosting contract may lack the terms of art. 28(3).
ENTRUSTING: Final = ("processing", "hosting")


DIRECT: Final = Choice(options=("direct",))


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


class _Places(Struct, frozen=True, kw_only=True):
    """The parties of an activity: the facts that show each, whose host it receives from or runs below, and its hops."""

    members: frozenset[str]
    shown: dict[str, tuple[str, ...]]
    hops: dict[str, tuple[Hop, ...]]
    above: dict[str, tuple[str, ...]]


class _Web(Struct, kw_only=True):
    """The controllers of an activity, the processors with the facts that make them so, and what keeps the lists open.

    `third_party` is the role of whoever is none of them, where the lists are closed.
    """

    controllers: frozenset[str]
    missing: tuple[str, ...]
    third_party: Choice
    processors: dict[str, tuple[str, ...]] = {}


class Roles:
    """The roles of an estate, each derived when first asked."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._parts: dict[str, dict[str, RolePlayed]] = defaultdict(dict)
        self._operated: dict[str, tuple[str]] = {}
        self._places: dict[str, _Places] = {}
        self._webs: dict[str, _Web] = {}

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

    def of(self, organisation: str, activity: str) -> RolePlayed:
        """Give the part of `organisation` in `activity`."""
        parts = self._parts[activity]
        found = parts.get(organisation)
        if found is None:
            found = parts[organisation] = self._part(organisation, activity)
        return found

    def members(self, activity: str) -> tuple[str, ...]:
        """Give the organisations that hold a place in `activity`, or are named as its processors, in order of id."""
        named = several(self.estate.case.activities[activity].processors)
        members = {
            *self._around(activity).members,
            *(name for name in named if name in self.estate.case.organisations),
        }
        return tuple(sorted(members))

    @cached_property
    def taking_part(self) -> dict[str, tuple[str, ...]]:
        """The activities in which each legal person holds a place, or is named as a processor."""
        found: dict[str, dict[str, None]] = {}
        for activity in self.estate.sheets:
            for member in self.members(activity):
                found.setdefault(self.estate.head(member), {})[activity] = None
        return {who: tuple(activities) for who, activities in found.items()}

    def received(self, part: RolePlayed) -> tuple[Hop, ...]:
        """Give the hops by which `part.who` has the data, at places of its own or on machines it runs."""
        return self._around(part.activity).hops.get(self.estate.head(part.who), ())

    def controllers(self, activity: str) -> tuple[str, ...]:
        """Give the controllers of `activity` that are stated."""
        return tuple(
            c for c in several(self.estate.case.activities[activity].controller) if c not in UNSETTLED
        )

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

    def _part(self, organisation: str, activity: str) -> RolePlayed:
        if organisation == UNKNOWN:
            return RolePlayed(who=organisation, activity=activity, role=Choice(anything=True))
        who, web, route = self.estate.head(organisation), self._web(activity), f"activities.{activity}"
        if who in web.controllers:
            role = Choice(options=("controller",), proof=(f"{route}.controller",))
            return RolePlayed(who=organisation, activity=activity, role=role)
        if who in web.processors:
            role = Choice(options=("processor",), proof=web.processors[who])
        elif web.missing:
            shown = self._around(activity).shown.get(who, ())
            role = Choice(anything=True, proof=shown, missing=web.missing)
        else:
            return RolePlayed(who=organisation, activity=activity, role=web.third_party)
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
            third_party=Choice(
                options=("third-party",), proof=(f"{route}.controller", f"{route}.processors")
            ),
        )
        for name in sorted(listed - UNSETTLED - controllers):
            web.processors[name] = (f"{route}.processors",)
        members = self._around(activity).members
        todo = [*((name, (f"{route}.controller",)) for name in sorted(controllers)), *web.processors.items()]
        for client, facts in todo:
            for who, found in self._entrusting.get(client, ()):
                if who in members and who not in web.processors and who not in controllers:
                    web.processors[who] = (found.route, *facts)
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
        above = self._around(activity).above.get(who, ())
        named = [name for name in above if name != who and name in self.estate.case.organisations]
        below = sorted(name for name in named if name in web.processors or web.missing)
        if below and {*controllers, ""}.isdisjoint(above):
            unsigned = tuple(f"agreements.{name}>{who}.signed" for name in below)
            return Choice(options=TIERS, missing=(*web.missing, *unsigned)), (*controllers, *below)
        return DIRECT, controllers

    def _around(self, activity: str) -> _Places:
        found = self._places.get(activity)
        if found is None:
            found = self._places[activity] = self._look(self.estate.sheets[activity])
        return found

    def _look(self, sheet: ActivityIndex) -> _Places:
        """Note who holds a place of `sheet`, and from whom it has the data; people count as the empty name."""
        members: set[str] = set()
        shown: dict[str, tuple[str, ...]] = {}
        hops: dict[str, dict[str, Hop]] = defaultdict(dict)
        above: dict[str, set[str]] = defaultdict(set)
        for hop in sheet.hops:
            for over, who, end, facts in self._ties(hop):
                if who in self.estate.case.organisations:
                    head = self.estate.head(who)
                    members |= {who, head}
                    above[head].add(self.estate.head(over))
                    shown.setdefault(head, (hop.route, *facts))
                    if end == hop.b:
                        hops[head][hop.id] = hop
        return _Places(
            members=frozenset(members),
            shown=shown,
            hops={head: tuple(found.values()) for head, found in hops.items()},
            above={head: tuple(sorted(found)) for head, found in above.items()},
        )

    def _ties(self, hop: Hop) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
        """Give who stands above whom at which end, with the facts that put the latter there."""
        estate = self.estate
        for above, end in ((hop.a, hop.b), (hop.a, hop.a)):
            yield estate.operator(above), estate.operator(end), end, self._put_there_by(end)
        for end in (hop.a, hop.b):
            upper = end
            for machine in estate.machines(end):
                facts = (f"hosts.{upper}.runs_on", f"hosts.{machine}.operator")
                yield estate.operator(upper), estate.operator(machine), end, facts
                upper = machine

    def _put_there_by(self, end: str) -> tuple[str, ...]:
        """Give the fact that puts somebody at a host, one object for all flows that begin or end there."""
        if end not in self.estate.case.hosts:
            return ()
        found = self._operated.get(end)
        if found is None:
            found = self._operated[end] = (f"hosts.{end}.operator",)
        return found


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

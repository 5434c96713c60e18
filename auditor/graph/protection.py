"""What keeps the data of a host from a State: keys held out of its reach, and nothing processed in clear.

"Customer key" means that whoever can decrypt is out of the State's reach. A fact that would protect counts only where it is
documented or observed.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final, Literal

from msgspec import Struct

from auditor.graph.access_laws import AccessLaws
from auditor.graph.estate import Estate
from auditor.graph.reach import Reaches
from auditor.graph.readability import Readability, isolated
from auditor.graph.readings import Reading
from auditor.graph.seals import SEALING, openers
from auditor.model.evidence import SHOWN, Choice, Routes, distinct
from auditor.model.materials import plain, several, versions
from auditor.model.vocabulary import UNSETTLED

KeyWord = Literal["provider", "customer"]
ClearWord = Literal["yes", "no"]

#: Reaches that put a key, or what it opens, within the power of the State.
REACHING: Final = frozenset({"presence", "control", "direct"})
_IN_ORDER: Final = attrgetter("readable.activity", "presence.reader")


class KeyState(Choice, frozen=True, kw_only=True):
    """Whether whoever can decrypt is within the reach of a State (`provider`) or out of it (`customer`)."""

    options: tuple[KeyWord, ...]


class ClearState(Choice, frozen=True, kw_only=True):
    """Whether a custodian processes the data in clear."""

    options: tuple[ClearWord, ...]


class KeptBy(Struct, kw_only=True):
    """Keys outside the operator's group: the keepers a State reaches, and what is open.

    `shared` are the States that reach the operator too, `perhaps` those that may; `open` are the keepers that a State may reach.
    """

    routes: Routes
    keepers: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    proof: Routes = ()
    missing: Routes = ()
    maybe: bool = False


class Protection:
    """The keys of hosts, and what is processed there in clear."""

    def __init__(self, estate: Estate, laws: AccessLaws, reaches: Reaches, readability: Readability) -> None:
        self.estate = estate
        self.laws = laws
        self.reaches = reaches
        self.readability = readability
        self._kept: dict[tuple[str, str], KeptBy] = {}

    def key_holders(self, host: str) -> tuple[tuple[str, ...], Routes]:
        """Give who can decrypt what `host` keeps, `unknown` among them where the list is open, and the facts that say so.

        Who only relays is no host and keeps nothing: nobody holds its keys. What arrives sealed says who holds them where
        nobody else does; where sources differ on it, it settles nothing.
        """
        if host not in self.estate.case.hosts:
            return (), ()
        route = f"hosts.{host}.keys"
        keys = self.estate.case.hosts[host].keys
        holders = several(keys)
        unsaid = bool(holders) and UNSETTLED.issuperset(holders) and not versions(keys)
        sealed = self.sealed_keys(host) if unsaid else None
        return sealed or (holders, (route,))

    def kept_by(self, host: str, operator: str) -> KeptBy:
        """Return who outside the group of the operator can decrypt, and whether one State reaches both.

        States with an adequacy decision on the whole country are left out.
        """
        found = self._kept.get((host, operator))
        if found is None:
            found = self._kept[host, operator] = self._kept_by(host, operator)
        return found

    def _kept_by(self, host: str, operator: str) -> KeptBy:
        holders, routes = self.key_holders(host)
        named = [holder for holder in holders if holder not in UNSETTLED]
        group = self.reaches.control.group(operator) if named else ()
        found = KeptBy(routes=routes)
        for holder in (holder for holder in named if holder not in group):
            for state in self.reaches.states(holder):
                if True not in self.laws.adequacy(state) and self.laws.in_force(state):
                    self._keeper(found, holder, state, operator)
            nameless = self.reaches.unnamed(holder)
            if nameless is not None:
                found.missing += nameless.missing
                found.open += (holder,)
                found.maybe = True
        if len(named) < len(holders):
            found.missing += routes[:1]
            found.maybe = True
        return found

    def _keeper(self, found: KeptBy, holder: str, state: str, operator: str) -> None:
        """Note in `found` what it means that `state` reaches, or may reach, the `holder` of a key."""
        answer = self._reached(state, holder)
        reach, over = self.reaches.of(state, holder), self.reaches.of(state, operator)
        if answer == "unknown" and reach.possible in REACHING:
            found.missing += reach.missing
            found.open += (holder,)
            found.maybe = True
        if answer != "yes":
            return
        found.keepers += (holder,)
        found.proof += reach.proof
        if over.certain in REACHING:
            found.shared += (state,)
            found.proof += over.proof
        elif over.possible in REACHING:
            found.perhaps += (state,)

    def key_state(self, host: str, state: str) -> KeyState:
        """Tell whether whoever can decrypt what `host` keeps is out of the reach of `state`."""
        place = self.estate.case.hosts[host]
        if plain(place.at_rest) in ("none", "plain") and self.sealed_keys(host) is None:
            return KeyState(options=("provider",), proof=(f"hosts.{host}.at_rest",))
        holders, routes = self.key_holders(host)
        named = [holder for holder in holders if holder not in UNSETTLED]
        answers = {holder: self._reached(state, holder) for holder in named}
        if "yes" in answers.values():
            return KeyState(options=("provider",), proof=routes)
        if len(named) < len(holders) or not holders:
            return KeyState(options=("customer", "provider"), missing=routes)
        unsure = [holder for holder, answer in answers.items() if answer == "unknown"]
        if unsure:
            missing = tuple(route for holder in unsure for route in self.reaches.of(state, holder).missing)
            return KeyState(options=("customer", "provider"), proof=routes, missing=missing)
        weak = tuple(route for route in routes if not self._shown(route))
        if weak:
            return KeyState(options=("customer", "provider"), proof=routes, missing=weak)
        independence = (route for holder in holders for route in self.reaches.of(state, holder).proof)
        return KeyState(options=("customer",), proof=(*routes, *independence))

    def _shown(self, route: str) -> bool:
        return self.estate.materials.fact(route).known in SHOWN

    def sealed_keys(self, host: str) -> tuple[tuple[str, ...], Routes] | None:
        """Give who holds keys of what arrives sealed at `host`, and the facts that say so; None where not all of it is."""
        hops = self.estate.into.get(host, [])
        if not hops or any(h.flow is None or plain(h.flow.content) not in SEALING for h in hops):
            return None
        holders: dict[str, None] = {}
        routes: dict[str, None] = {}
        for hop in hops:
            holders.update(dict.fromkeys(sorted(openers(self.estate, hop.name, certain=True))))
            if hop.flow is not None and plain(hop.flow.content) == "encrypted":
                holders.update(dict.fromkeys(several(hop.flow.keys)))
                routes[f"{hop.route}.keys"] = None
            routes[f"{hop.route}.content"] = None
        return tuple(holders), tuple(routes)

    def _reached(self, state: str, holder: str) -> Literal["yes", "no", "unknown"]:
        reach = self.reaches.of(state, holder)
        if reach.certain in REACHING:
            return "yes"
        return "unknown" if reach.possible != "none" or reach.nameless else "no"

    def clear_state(self, host: str, custodian: str) -> ClearState:
        """Tell whether `custodian` processes in clear the data that `host` keeps, there or on a machine it runs."""
        read = self._read_in_clear(host, custodian)
        if read is not None:
            return ClearState(options=("yes",), proof=read)
        proof: list[str] = []
        missing: list[str] = []
        for hop in self.estate.into.get(host, ()):
            route = f"{hop.route}.content"
            sealed = hop.flow is not None and plain(hop.flow.content) in SEALING
            if sealed:
                proof.append(route)
            if not sealed or not self._shown(route):
                missing.append(route)
        missing.extend(self._machines_to_settle(host, custodian, proof))
        if not self.estate.into.get(host):
            missing.append(f"hosts.{host}.keeps")
        options: tuple[ClearWord, ...] = ("no", "yes") if missing else ("no",)
        return ClearState(options=options, proof=tuple(proof), missing=distinct(missing))

    def _read_in_clear(self, host: str, custodian: str) -> Routes | None:
        """Give the facts by which `custodian` reads what `host` keeps, on that host or on one that sends to it."""
        data = self.estate.kept(host) or self.estate.may_keep(host)
        feeders = {host, *(hop.a for hop in self.estate.into.get(host, ()))}
        readings = [reading for place in feeders for reading in self._read_by_running(place, custodian)]
        for reading in sorted(readings, key=_IN_ORDER):
            for bits, entry in reading.sure_by:
                if self._among(reading.activity, bits, data):
                    return (entry.hop.route, f"{entry.hop.route}.content", *reading.proof)
        return None

    def _read_by_running(self, place: str, who: str) -> list[Reading]:
        """Give what somebody reads for certain by running a place or a machine below it."""
        if who not in map(self.estate.operator, (place, *self.estate.machines(place))):
            return []
        return [
            reading
            for reading in self.readability.by_place.get(place, ())
            if reading.who == who and reading.how in ("use", "machine") and reading.sure
        ]

    def _among(self, activity: str, bits: int, data: tuple[str, ...]) -> bool:
        names = self.estate.sheets[activity].names(bits)
        return any(self.estate.is_a(name, kept) for name in names for kept in data)

    def _machines_to_settle(self, host: str, custodian: str, proof: list[str]) -> list[str]:
        found = []
        near = self.estate.into.get(host, ())
        for feeder in sorted({hop.a for hop in near if hop.a in self.estate.case.hosts}):
            if self.estate.operator(feeder) == custodian:
                continue
            unsettled = self.estate.unsettled_machine(feeder)
            if unsettled:
                found.append(f"hosts.{unsettled}.runs_on")
            else:
                route = f"hosts.{feeder}.runs_on"
                proof.append(route)
                if not self._shown(route):
                    found.append(route)
                found.extend(isolated(self.estate, [feeder, *self.estate.machines(feeder)]))
        return found

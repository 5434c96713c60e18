"""Exposure of kept data to the law of a State: a table evaluated over every value the unknown inputs may take.

The level of one custodian of one host under one instrument depends on three inputs: the reach of the State over the
custodian, whether the key is out of that State's reach, and whether the custodian processes the data in clear. "Customer
key" means that whoever can decrypt is out of the State's reach. A fact that would lower the level counts only where it is
documented or observed. The wording of the levels follows the use cases of EDPB Recommendations 01/2020, by analogy.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final, Literal

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.graph.control import hands_on
from auditor.graph.estate import Estate, Hop
from auditor.graph.reach import Reach, Reaches, ReachWord
from auditor.graph.readability import SEALING, Readability, openers
from auditor.model.dates import first_day, holds, last_day
from auditor.model.evidence import Choice, distinct
from auditor.model.law import Instrument
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

KeyWord = Literal["provider", "customer"]
ClearWord = Literal["yes", "no"]
Custody = Literal["operator", "machine", "vendor", "customer"]

#: Level where the data can be read by the custodian, by reach; where it cannot, it is E1 as soon as there is any reach.
READABLE: Final[dict[ReachWord, int]] = {"none": 0, "dependency": 1, "presence": 2, "control": 3, "direct": 4}
HIGHEST: Final = 4
#: Reaches that put a key, or what it opens, within the power of the State.
REACHING: Final = frozenset({"presence", "control", "direct"})
#: Kinds of instrument by which a State gets access; a statute that only blocks or localises is none.
ACCESS: Final = frozenset({"access", "cooperation"})
#: How a fact must be known to lower a level.
SHOWN: Final = frozenset({"documented", "observed"})


def level(reach: ReachWord, key: KeyWord, clear: ClearWord, *, adequate: bool = False) -> int:
    """Give the exposure level, 0 to 4; `adequate` is a State whose law an adequacy decision covers for this custodian.

    Adequacy lowers the concern by one class, never below E2 where the data is readable, and never for the United States.
    """
    readable = READABLE[reach]
    if adequate and readable > READABLE["presence"]:
        readable -= 1
    return min(readable, 1) if key == "customer" and clear == "no" else readable


class Exposure(Struct, frozen=True):
    """One custodian of one host under one instrument; `state` is `unknown` where nobody says who owns the custodian.

    `instrument` is empty there, and where the knowledge base holds no access law of the State. `shut` tells that the
    custodian's establishments in the State are shown to be without access to the data, `adequate` that an adequacy decision
    covers who is reached.
    """

    host: str
    custodian: str
    custody: Custody
    state: str
    instrument: str
    reach: Reach
    keys: tuple[KeyWord, ...]
    clear: tuple[ClearWord, ...]
    low: int
    high: int
    data: tuple[str, ...]
    addressee: bool | None
    proof: tuple[str, ...]
    missing: tuple[str, ...]
    shut: bool = False
    adequate: bool = False


class Custodian(Struct, frozen=True):
    """Who has data of a host in custody and how; for want of the facts at `missing`, only possibly."""

    who: str
    custody: Custody
    facts: tuple[str, ...]
    missing: tuple[str, ...] = ()


class KeptBy(Struct):
    """Keys outside the operator's group: the keepers a State reaches, and what is open.

    `shared` are the States that reach the operator too, `perhaps` those that may.
    """

    routes: tuple[str, ...]
    keepers: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    maybe: bool = False


class Exposures:
    """All exposures of an estate, in order of host, custodian and instrument."""

    def __init__(self, estate: Estate, reaches: Reaches, readability: Readability) -> None:
        self.estate = estate
        self.reaches = reaches
        self.readability = readability
        self._in: dict[str, list[Hop]] = {}
        for sheet in estate.sheets.values():
            for hop in sheet.hops:
                if hop.b in estate.case.hosts:
                    self._in.setdefault(hop.b, []).append(hop)
        self._customers: dict[str, list[tuple[str, str]]] = {}
        for name, agreement in estate.case.agreements.items():
            if agreement.is_ in ("processing", "hosting"):
                first, second = agreement.between
                self._customers.setdefault(second, []).append((first, f"agreements.{name}"))
        self.hands_on = hands_on(estate)
        self.all: list[Exposure] = []
        for host in sorted(estate.case.hosts):
            self.all.extend(self._of_host(host))
        self.by_host: dict[str, list[Exposure]] = {}
        for exposure in self.all:
            self.by_host.setdefault(exposure.host, []).append(exposure)

    def in_force(self, state: str) -> list[tuple[str, Instrument]]:
        """Give the instruments of `state` that give access and are in force on the date of the case."""
        return self._in_force(state, ACCESS)

    def agreements(self, state: str) -> tuple[str, ...]:
        """Give the agreements in force by which orders of another State go straight to providers of `state`."""
        return tuple(name for name, _ in self._in_force(state, frozenset({"agreement"})))

    def _in_force(self, state: str, kinds: frozenset[str]) -> list[tuple[str, Instrument]]:
        found = []
        for name, law in self.estate.materials.knowledge.instruments.items():
            begun = not law.since or first_day(law.since) <= last_day(self.estate.as_of)
            lapsed = law.until and last_day(law.until) <= first_day(self.estate.as_of)
            if law.country == state and law.kind in kinds and begun and not lapsed:
                found.append((name, law))
        return found

    def held(self, state: str) -> bool:
        """Tell whether the knowledge base holds a law by which `state` gets access, whatever its date; others do not count."""
        return any(
            law.country == state and law.kind in ACCESS
            for law in self.estate.materials.knowledge.instruments.values()
        )

    def custodians(self, host: str) -> list[Custodian]:
        """Give who has data of `host` in custody, or may: operators of it and below, who runs systems for it, customers."""
        estate = self.estate
        operator = estate.operator(host)
        found = [Custodian(operator, "operator", (f"hosts.{host}.operator",))]
        for machine in estate.machines(host):
            facts = (f"hosts.{host}.runs_on", f"hosts.{machine}.operator")
            found.append(Custodian(estate.operator(machine), "machine", facts))
        for who, route in self.hands_on.get(operator, ()):
            found.append(Custodian(who, "vendor", (route, f"hosts.{host}.operator")))
        for who, route in self._customers.get(operator, ()):
            open_ = self._unfed(who, host)
            if open_ is not None:
                found.append(Custodian(who, "customer", (route, f"hosts.{host}.operator"), open_))
        kept: dict[str, Custodian] = {}
        for item in sorted(found, key=lambda c: bool(c.missing)):
            kept.setdefault(item.who, item)
        return [kept[name] for name in sorted(kept)]

    def _unfed(self, who: str, host: str) -> tuple[str, ...] | None:
        """Give the facts without which it is only possible that `who` sends data to `host`; None if it does not."""
        answers = []
        for hop in self._in.get(host, ()):
            operator = self.estate.operator(hop.a)
            if operator == who:
                answers.append(hop.doubt)
            elif operator == UNKNOWN:
                answers.append((*hop.doubt, f"hosts.{hop.a}.operator"))
        return min(answers, key=len) if answers else None

    def _of_host(self, host: str) -> Iterator[Exposure]:
        estate = self.estate
        data = estate.kept(host)
        if not data and not estate.may_keep(host):
            return
        for found in self.custodians(host):
            if found.who != UNKNOWN and self._own_account(found.who, data or estate.may_keep(host)):
                continue
            for line in self._of_custodian(
                host, found.who, found.custody, data, (*found.facts, f"hosts.{host}.keeps")
            ):
                missing = distinct((*line.missing, *found.missing))
                yield replace(line, low=0, missing=missing) if found.missing else line

    def _own_account(self, custodian: str, data: tuple[str, ...]) -> bool:
        """Tell whether `custodian` keeps for itself alone: it is the one controller of all activities with such data."""
        sheets = [s for s in self.estate.sheets.values() if any(d in s.categories for d in data)]
        return bool(sheets) and all(several(s.processing.controller) == (custodian,) for s in sheets)

    def _of_custodian(
        self, host: str, custodian: str, custody: Custody, data: tuple[str, ...], facts: tuple[str, ...]
    ) -> Iterator[Exposure]:
        if custodian == UNKNOWN:
            nobody = Reach(("none", "direct"), (), (f"hosts.{host}.operator",), nameless=True)
            yield self._unnamed(host, custodian, custody, nobody, data, facts)
            return
        named = False
        for state in self.reaches.states(custodian):
            reach = self.reaches.of(state, custodian)
            if reach.possible == "none":
                continue
            named = named or reach.certain in ("control", "direct")
            for name, law in self.in_force(state):
                yield self._one(host, custodian, custody, state, (name, law), reach, data, facts)
            if not self.held(state) and reach.possible in ("control", "direct"):
                yield self._one(host, custodian, custody, state, None, reach, data, facts)
        if not named:
            nameless = self.reaches.unnamed(custodian)
            if nameless is not None:
                yield self._unnamed(host, custodian, custody, nameless, data, facts)

    def _unnamed(
        self,
        host: str,
        custodian: str,
        custody: Custody,
        reach: Reach,
        data: tuple[str, ...],
        facts: tuple[str, ...],
    ) -> Exposure:
        return Exposure(
            host,
            custodian,
            custody,
            UNKNOWN,
            "",
            reach,
            ("customer", "provider"),
            ("no", "yes"),
            0,
            HIGHEST,
            data,
            None,
            facts,
            reach.missing,
        )

    def _one(
        self,
        host: str,
        custodian: str,
        custody: Custody,
        state: str,
        named: tuple[str, Instrument] | None,
        reach: Reach,
        data: tuple[str, ...],
        facts: tuple[str, ...],
    ) -> Exposure:
        keys = self.key_state(host, state)
        clear = self.clear_state(host, custodian)
        adequate, scope = self._adequate(state, custodian)
        shut = self.shut(custodian, state)
        seen = ["dependency" if shut and word == "presence" else word for word in reach.options]
        levels = [level(r, k, c, adequate=adequate) for r, k, c in product(seen, keys.options, clear.options)]  # type: ignore[arg-type]
        missing: list[str] = []
        addressee = self._addressee(custodian, named[1]) if named is not None else None
        if min(levels) != max(levels):
            missing.extend(reach.missing if len(reach.options) > 1 else ())
            missing.extend((*keys.missing, *clear.missing))
        if addressee is None:
            missing.append(
                f"countries.{state}.access_laws" if named is None else f"organisations.{custodian}.is"
            )
        proof = (
            *facts,
            *reach.proof,
            *keys.proof,
            *clear.proof,
            *scope,
            *((self._access(custodian),) if shut else ()),
        )
        return Exposure(
            host,
            custodian,
            custody,
            state,
            named[0] if named is not None else "",
            reach,
            keys.options,  # type: ignore[arg-type]
            clear.options,  # type: ignore[arg-type]
            0 if addressee is False or named is None else min(levels),
            0 if addressee is False else max(levels),
            data,
            addressee,
            distinct(proof),
            distinct(missing),
            shut,
            adequate,
        )

    def shut(self, custodian: str, state: str) -> bool:
        """Tell whether it is documented or observed that nothing of `custodian` in `state` can reach the data."""
        entry = self.estate.case.organisations.get(self.estate.head(custodian))
        if entry is None or entry.access_from is UNSET:
            return False
        listed = several(entry.access_from)
        closed = state not in listed and not any(country in UNSETTLED for country in listed)
        return closed and self.estate.materials.fact(self._access(custodian)).known in SHOWN

    def _access(self, custodian: str) -> str:
        return f"organisations.{self.estate.head(custodian)}.access_from"

    def _addressee(self, custodian: str, law: Instrument) -> bool | None:
        """Tell whether the law addresses the custodian or anyone in its State who controls, or may control, it."""
        if not law.addressees:
            return True
        answers = [
            self.estate.terms(who)
            for who in (custodian, *self.reaches.controllers_in(law.country, custodian))
        ]
        if any(terms is not None and not terms.isdisjoint(law.addressees) for terms in answers):
            return True
        return None if any(terms is None for terms in answers) else False

    def _adequate(self, country: str, custodian: str) -> tuple[bool, tuple[str, ...]]:
        """Tell whether an adequacy decision covers who is reached, with the facts that show it for a decision on a part.

        Such a decision covers a custodian within its scope, and one whom nobody may bring into that State save those within it.
        """
        decisions = [] if country == "US" else self._decisions(country)
        if any(decisions):
            return True, ()
        if decisions:
            for group in ([custodian], self.reaches.bringing_in(country, custodian)):
                if group and all(self._in_scope(who) for who in group):
                    return True, tuple(f"organisations.{who}.in_scope" for who in group)
        return False, ()

    def _in_scope(self, organisation: str) -> bool:
        entry = self.estate.case.organisations.get(organisation)
        shown = self.estate.materials.fact(f"organisations.{organisation}.in_scope").known in SHOWN
        return entry is not None and plain(entry.in_scope) == "true" and shown

    def _decisions(self, country: str) -> list[bool]:
        """Give the adequacy decisions on `country` in force, as whether each covers the whole of it."""
        day = self.estate.as_of
        return [
            decision.whole == "true"
            for decision in self.estate.materials.knowledge.adequacy.values()
            if decision.country == country and holds(decision.since, decision.invalid or decision.until, day)
        ]

    def key_holders(self, host: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give who can decrypt what `host` keeps, `unknown` among them where the list is open, and the facts that say so."""
        route = f"hosts.{host}.keys"
        holders = several(self.estate.case.hosts[host].keys)
        sealed = self._sealed_keys(host) if holders == (UNKNOWN,) and not self._written(route) else None
        return sealed or (holders, (route,))

    def kept_by(self, host: str, operator: str, group: set[str]) -> KeptBy:
        """Tell who outside the operator's `group` can decrypt, and whether a State that reaches it reaches the operator too.

        States with an adequacy decision on the whole country are left out.
        """
        holders, routes = self.key_holders(host)
        found = KeptBy(routes=routes)
        open_ = [routes[0]] if any(holder in UNSETTLED for holder in holders) else []
        for holder in (h for h in holders if h not in UNSETTLED and h not in group):
            states = [
                s for s in self.reaches.states(holder) if True not in self._decisions(s) and self.in_force(s)
            ]
            for state in states:
                answer = self._reached(state, holder)
                reach, over = self.reaches.of(state, holder), self.reaches.of(state, operator)
                if answer == "no":
                    continue
                if answer == "unknown":
                    found.missing += tuple(r for r in reach.missing if reach.possible in REACHING)
                    found.maybe = found.maybe or reach.possible in REACHING
                    continue
                found.keepers += (holder,)
                found.proof += reach.proof
                if over.certain in REACHING:
                    found.shared += (state,)
                    found.proof += over.proof
                elif over.possible in REACHING:
                    found.perhaps += (state,)
            nameless = self.reaches.unnamed(holder)
            if nameless is not None:
                found.missing += nameless.missing
                found.maybe = True
        found.missing += tuple(open_)
        found.maybe = found.maybe or bool(open_)
        return found

    def key_state(self, host: str, state: str) -> Choice:
        """Tell whether whoever can decrypt what `host` keeps is out of the reach of `state`."""
        place = self.estate.case.hosts[host]
        if plain(place.at_rest) in ("none", "plain") and self._sealed_keys(host) is None:
            return Choice(
                options=("provider",),
                proof=(f"hosts.{host}.at_rest",),
            )
        holders, routes = self.key_holders(host)
        if any(holder in UNSETTLED for holder in holders) or not holders:
            certain = [h for h in holders if h not in UNSETTLED and self._reached(state, h) == "yes"]
            if certain:
                return Choice(
                    options=("provider",),
                    proof=routes,
                )
            return Choice(options=("customer", "provider"), missing=routes)
        answers = {holder: self._reached(state, holder) for holder in holders}
        if "yes" in answers.values():
            return Choice(
                options=("provider",),
                proof=routes,
            )
        missing = [m for h, a in answers.items() if a == "unknown" for m in self.reaches.of(state, h).missing]
        if missing or "unknown" in answers.values():
            return Choice(options=("customer", "provider"), proof=routes, missing=tuple(missing))
        weak = [r for r in routes if self.estate.materials.fact(r).known not in SHOWN]
        if weak:
            return Choice(options=("customer", "provider"), proof=routes, missing=tuple(weak))
        independence = [r for h in holders for r in self.reaches.of(state, h).proof]
        return Choice(
            options=("customer",),
            proof=(*routes, *independence),
        )

    def _written(self, route: str) -> bool:
        return self.estate.materials.fact(route).stated

    def _sealed_keys(self, host: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        hops = self._in.get(host, [])
        if not hops or any(h.flow is None or plain(h.flow.content) not in SEALING for h in hops):
            return None
        holders: dict[str, None] = {}
        routes: dict[str, None] = {}
        for hop in hops:
            holders.update(
                dict.fromkeys(openers(self.estate, hop.route.removeprefix("flows."), certain=True))
            )
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

    def clear_state(self, host: str, custodian: str) -> Choice:
        """Tell whether `custodian` processes in clear the data that `host` keeps, there or on a machine it runs."""
        proof: list[str] = []
        data = self.estate.kept(host) or self.estate.may_keep(host)
        for reading in self.readability.by_who.get(custodian, ()):
            if reading.how in ("use", "machine") and reading.sure and self._touches(reading.at, host):
                for bits, entry in reading.sure_by:
                    if self._among(reading.activity, bits, data):
                        routes = [] if entry.hop is None else [entry.hop.route, f"{entry.hop.route}.content"]
                        return Choice(
                            options=("yes",),
                            proof=(*routes, *reading.proof),
                        )
        missing: list[str] = []
        for hop in self._in.get(host, ()):
            route = f"{hop.route}.content"
            sealed = hop.flow is not None and plain(hop.flow.content) in SEALING
            if sealed:
                proof.append(route)
            if not sealed or self.estate.materials.fact(route).known not in SHOWN:
                missing.append(route)
        missing.extend(self._machines_to_settle(host, custodian, proof))
        if not self._in.get(host):
            missing.append(f"hosts.{host}.keeps")
        unique = distinct(missing)
        return (
            Choice(options=("no", "yes"), proof=tuple(proof), missing=unique)
            if unique
            else Choice(
                options=("no",),
                proof=tuple(proof),
            )
        )

    def _among(self, activity: str, bits: int, data: tuple[str, ...]) -> bool:
        names = self.estate.sheets[activity].names(bits)
        return any(self.estate.is_a(name, kept) for name in names for kept in data)

    def _touches(self, place: str, host: str) -> bool:
        return place == host or any(hop.a == place for hop in self._in.get(host, ()))

    def _machines_to_settle(self, host: str, custodian: str, proof: list[str]) -> list[str]:
        found = []
        for feeder in sorted({hop.a for hop in self._in.get(host, ()) if hop.a in self.estate.case.hosts}):
            if self.estate.operator(feeder) == custodian:
                continue
            unsettled = self.estate.unsettled_machine(feeder)
            if unsettled:
                found.append(f"hosts.{unsettled}.runs_on")
            else:
                route = f"hosts.{feeder}.runs_on"
                proof.append(route)
                if self.estate.materials.fact(route).known not in SHOWN:
                    found.append(route)
        return found

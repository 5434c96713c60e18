"""Exposure of kept data to the law of a State: a table evaluated over every value the unknown inputs may take.

The level of one custodian of one host under one instrument depends on three inputs: the reach of the State over the
custodian, whether the key is out of that State's reach, and whether the custodian processes the data in clear. A fact that
would lower the level counts only where it is documented or observed. The wording of the levels follows the use cases of
EDPB Recommendations 01/2020, by analogy.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import product
from typing import Final

from msgspec import UNSET, Struct

from auditor.graph.access_laws import AccessLaws, has_lapsed
from auditor.graph.custody import Custodian, Custodians, CustodyKind
from auditor.graph.estate import Estate
from auditor.graph.protection import ClearState, ClearWord, KeyState, KeyWord, Protection
from auditor.graph.reach import Reach, Reaches, ReachWord
from auditor.graph.readability import Readability
from auditor.graph.transit import at_ends, in_transit
from auditor.model.evidence import SHOWN, Routes, distinct
from auditor.model.law import Instrument
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: Level where the data can be read by the custodian, by reach; where it cannot, it is E1 as soon as there is any reach.
READABLE: Final[dict[ReachWord, int]] = {"none": 0, "dependency": 1, "presence": 2, "control": 3, "direct": 4}
HIGHEST: Final = 4
#: What is said of a law of which it is open whether it reaches data kept abroad.
OPEN_REACH: Final = frozenset({"contested", "unknown"})


def level(reach: ReachWord, key: KeyWord, clear: ClearWord, *, adequate: bool = False) -> int:
    """Give the exposure level, 0 to 4; `adequate` is a State whose law an adequacy decision covers for this custodian.

    Adequacy lowers the concern by one class, never below E2 where the data is readable, and never for the United States.
    """
    readable = READABLE[reach]
    if adequate and readable > READABLE["presence"]:
        readable -= 1
    return min(readable, 1) if key == "customer" and clear == "no" else readable


class Exposure(Struct, frozen=True, kw_only=True):
    """One custodian of one host under one instrument; `state` is `unknown` where nobody says who owns the custodian.

    `instrument` is empty there, and where the knowledge base holds no access law of the State. `low` and `high` bound the
    level. `shut` tells that the custodian's establishments in the State are shown to be without access to the data,
    `adequate` that an adequacy decision covers who is reached.
    """

    host: str
    custodian: str
    custody: CustodyKind
    state: str
    instrument: str
    reach: Reach
    keys: tuple[KeyWord, ...]
    clear: tuple[ClearWord, ...]
    low: int
    high: int
    data: tuple[str, ...]
    addressee: bool | None
    proof: Routes
    missing: Routes
    shut: bool = False
    adequate: bool = False


class _Grip(Struct, frozen=True, kw_only=True):
    """What a State can make of data in custody, whatever its instrument: the inputs of the table and its levels."""

    state: str
    reach: Reach
    keys: KeyState
    clear: ClearState
    levels: tuple[int, ...]
    proof: Routes
    shut: bool
    adequate: bool

    @property
    def missing(self) -> Routes:
        """The facts that would settle the level."""
        if min(self.levels) == max(self.levels):
            return ()
        reach = self.reach.missing if len(self.reach.options) > 1 else ()
        return (*reach, *self.keys.missing, *self.clear.missing)


class Exposures:
    """All exposures of an estate, in order of host, custodian and instrument."""

    def __init__(self, estate: Estate, reaches: Reaches, readability: Readability) -> None:
        self.estate = estate
        self.reaches = reaches
        self.laws = AccessLaws(estate)
        self.custodians = Custodians(estate)
        self.protection = Protection(estate, self.laws, reaches, readability)
        self.all: list[Exposure] = []
        self.by_host: dict[str, list[Exposure]] = {}
        self._readability = readability
        passing: dict[str, list[Custodian]] = {}
        keeping = {host: self.custodians.of(host) for host in estate.case.hosts}
        for held in in_transit(self.custodians, readability, keeping):
            passing.setdefault(held.host, []).append(held)
        for place in sorted({*keeping, *passing}):
            holders = sorted((*keeping.get(place, ()), *passing.get(place, ())), key=lambda held: held.who)
            found = [line for held in holders for line in self._of_custodian(held)]
            self.all.extend(found)
            if found:
                self.by_host[place] = found

    @cached_property
    def at_ends(self) -> list[Exposure]:
        """The exposures of what organisations read as the ends of flows: in their own hands, told apart from custody."""
        held = at_ends(self.estate, self.custodians, self._readability)
        return [line for one in held for line in self._of_custodian(one)]

    def _of_custodian(self, held: Custodian) -> Iterator[Exposure]:
        if held.who == UNKNOWN:
            missing = (f"hosts.{held.host}.operator",)
            yield _unnamed(held, Reach(options=("none", "direct"), missing=missing, nameless=True))
            return
        named = False
        for state in self.reaches.states(held.who):
            reach = self.reaches.of(state, held.who)
            if reach.possible == "none":
                continue
            named = named or reach.certain in ("control", "direct")
            laws: list[tuple[str, Instrument] | None] = [*self.laws.in_force(state)]
            if state not in self.laws.known and reach.possible in ("control", "direct"):
                laws.append(None)
            if laws:
                grip = self._grip(held, state, reach)
                yield from (self._under(held, grip, law) for law in laws)
        if not named:
            nameless = self.reaches.unnamed(held.who)
            if nameless is not None:
                yield _unnamed(held, nameless)

    def _grip(self, held: Custodian, state: str, reach: Reach) -> _Grip:
        if held.custody == "transit":
            keys, clear = KeyState(options=("provider",)), ClearState(options=("yes",))
        else:
            keys = self.protection.key_state(held.host, state)
            clear = self.protection.clear_state(held.host, held.who)
        adequate, scope = self._adequate(state, held.who)
        shut = self._shut(held.who, state)
        seen: list[ReachWord] = [
            "dependency" if shut and word == "presence" else word for word in reach.options
        ]
        access = (self._access(held.who),) if shut else ()
        return _Grip(
            state=state,
            reach=reach,
            keys=keys,
            clear=clear,
            levels=tuple(
                level(*inputs, adequate=adequate) for inputs in product(seen, keys.options, clear.options)
            ),
            proof=distinct((*held.facts, *reach.proof, *keys.proof, *clear.proof, *scope, *access)),
            shut=shut,
            adequate=adequate,
        )

    def _under(self, held: Custodian, grip: _Grip, law: tuple[str, Instrument] | None) -> Exposure:
        name, instrument = law if law is not None else ("", None)
        addressee = self._addressee(held.who, instrument) if instrument is not None else None
        unsaid = f"countries.{grip.state}.access_laws" if law is None else f"organisations.{held.who}.is"
        places = self.estate.locations(held.host)
        unsure = instrument is not None and is_unsure(instrument, places, self.estate.as_of)
        certain = addressee is not False and law is not None and not held.missing and not unsure
        doubted = (f"countries.{grip.state}.access_laws",) if unsure else ()
        asked = (*grip.missing, *((unsaid,) if addressee is None else ()), *held.missing, *doubted)
        return Exposure(
            host=held.host,
            custodian=held.who,
            custody=held.custody,
            state=grip.state,
            instrument=name,
            reach=grip.reach,
            keys=grip.keys.options,
            clear=grip.clear.options,
            low=min(grip.levels) if certain else 0,
            high=0 if addressee is False else max(grip.levels),
            data=held.data,
            addressee=addressee,
            proof=grip.proof,
            missing=distinct(asked),
            shut=grip.shut,
            adequate=grip.adequate,
        )

    def _shut(self, custodian: str, state: str) -> bool:
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

    def _adequate(self, country: str, custodian: str) -> tuple[bool, Routes]:
        """Tell whether an adequacy decision covers who is reached, with the facts that show it for a decision on a part.

        Such a decision covers a custodian within its scope, and one whom nobody may bring into that State save those within it.
        """
        decisions = [] if country == "US" else self.laws.adequacy(country)
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


def is_unsure(law: Instrument, places: tuple[str, ...], day: str) -> bool:
    """Tell whether nobody verified the law, it is open whether it reaches data kept at `places` abroad, or it had lapsed on `day`.

    It may then only raise what is possible.
    """
    at_home = bool(places) and set(places) == {law.country}
    abroad = law.extraterritorial in OPEN_REACH and not at_home
    return law.status == "unverified" or abroad or has_lapsed(law, day)


def _unnamed(held: Custodian, reach: Reach) -> Exposure:
    """Give the exposure where nobody says who owns, or is, the custodian: any level is possible."""
    return Exposure(
        host=held.host,
        custodian=held.who,
        custody=held.custody,
        state=UNKNOWN,
        instrument="",
        reach=reach,
        keys=("customer", "provider"),
        clear=("no", "yes"),
        low=0,
        high=HIGHEST,
        data=held.data,
        addressee=None,
        proof=held.facts,
        missing=distinct((*reach.missing, *held.missing)),
    )

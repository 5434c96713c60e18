"""Stakes held from outside the European Union, direct or indirect, in votes and in capital (SecNumCloud 3.2, § 19.6 b).

Votes that a controlled holder casts count in full for who controls it. Otherwise an indirect stake is the product of the
stakes along the chain: an approximation, and called so. Where only votes or only capital is stated, it stands for both.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.graph.control import MAJORITY, VOTELESS, Control, bounds, vouched_for
from auditor.graph.estate import Estate
from auditor.model.case.ownership import Ownership
from auditor.model.evidence import FALSE, Answer
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

Measured = Literal["votes", "capital"]
WHOLE: Final = 100.0
#: Links that carry the right to name the majority of a board, or to block decisions.
RIGHTS: Final = frozenset({"veto", "board", "contract"})


class Stake(Struct, kw_only=True):
    """What one holder from outside the EU has, in percent, and the facts that say so; `indirect` where it is a product."""

    low: float = 0.0
    high: float = 0.0
    routes: tuple[str, ...] = ()
    indirect: bool = False


class Table(Struct, kw_only=True):
    """The stakes from outside in one organisation, by holder; `rest` is what holders nobody named may have."""

    stakes: dict[str, Stake] = {}
    rest: float = 0.0
    missing: tuple[str, ...] = ()

    @property
    def largest(self) -> tuple[float, float]:
        """Give the least and the most that the largest holder can have."""
        lows = [stake.low for stake in self.stakes.values()]
        highs = [stake.high for stake in self.stakes.values()]
        return max(lows, default=0.0), min(WHOLE, max([*highs, self.rest]))

    @property
    def together(self) -> tuple[float, float]:
        """Give the least and the most that they can have together."""
        low = sum(stake.low for stake in self.stakes.values())
        return min(WHOLE, low), min(WHOLE, sum(stake.high for stake in self.stakes.values()) + self.rest)


class Stakes:
    """The stakes from outside the EU in each organisation, computed when asked."""

    def __init__(self, estate: Estate, control: Control) -> None:
        self.estate = estate
        self.control = control
        self._links: dict[str, list[tuple[str, Ownership]]] = {}
        for name, link in sorted(estate.case.ownership.items()):
            if link.kind not in VOTELESS:
                self._links.setdefault(link.of, []).append((name, link))
        self._found: dict[tuple[str, Measured], Table] = {}

    def of(self, organisation: str) -> tuple[Table, Table]:
        """Give the stakes in votes and in capital."""
        return self._table(organisation, "votes"), self._table(organisation, "capital")

    def seat(self, organisation: str) -> bool | None:
        """Tell whether seat and administration are in the EU; where the administration is not told, it follows the seat."""
        entry = self.estate.case.organisations.get(organisation)
        country = self.estate.sure_country(organisation)
        run_from = country if entry is None or entry.run_from is UNSET else str(plain(entry.run_from))
        members, day = self.estate.materials.knowledge, self.estate.as_of
        answers = [None if place in UNSETTLED else members.in_eu(place, day) for place in (country, run_from)]
        return False if False in answers else (None if None in answers else True)

    def outside(self, organisation: str) -> tuple[bool | None, str]:
        """Tell whether `organisation` is, or is controlled from, outside the EU, and who by."""
        if self.seat(organisation) is False:
            return True, organisation
        controllers = self.control.controllers(organisation)
        for owner in controllers:
            if self.seat(owner) is False:
                return True, owner
        unsure = [organisation, *self.control.controllers(organisation, certain=False)]
        if any(self.seat(owner) is not True for owner in unsure) or self.control.gap(organisation):
            return None, organisation
        return False, organisation

    def rights(self, organisation: str) -> Answer:
        """Tell whether a holder from outside has a veto or names the majority of a board, by which link."""
        doubt: list[str] = []
        for name, link in self._links.get(organisation, ()):
            if link.kind in RIGHTS:
                answer = self.outside(link.owner)[0]
                if answer:
                    return Answer(
                        value=True, proof=(f"ownership.{name}", f"organisations.{link.owner}.country")
                    )
                if answer is None:
                    doubt.append(f"organisations.{link.owner}.parent")
        return Answer(value=None, missing=tuple(doubt)) if doubt else FALSE

    def _table(self, organisation: str, measured: Measured) -> Table:
        key = (organisation, measured)
        found = self._found.get(key)
        if found is None:
            self._found[key] = Table()
            found = self._found[key] = self._sum(organisation, measured)
        return found

    def _sum(self, organisation: str, measured: Measured) -> Table:
        table = Table()
        listed = 0.0
        for owner, (low, high, routes) in sorted(self._holders(organisation, measured).items()):
            listed += low
            self._add(table, owner=owner, low=low, high=high, routes=routes, measured=measured)
        if organisation == UNKNOWN or not self.control.closed(organisation):
            table.rest += max(0.0, WHOLE - listed)
            table.missing += (f"organisations.{organisation}.parent",)
        return table

    def _add(
        self, table: Table, owner: str, low: float, high: float, routes: tuple[str, ...], measured: Measured
    ) -> None:
        seat = self.seat(owner)
        answer, by = (
            self.outside(owner) if measured == "votes" else (None if seat is None else not seat, owner)
        )
        if answer or seat is None:
            stake = table.stakes.setdefault(by, Stake())
            stake.low += low if answer else 0.0
            stake.high = min(WHOLE, stake.high + high)
            stake.routes += (*routes, f"organisations.{by}.country")
            return
        above = self._table(owner, measured)
        for name, held in above.stakes.items():
            stake = table.stakes.setdefault(name, Stake(indirect=True))
            stake.low += low * held.low / WHOLE
            stake.high = min(WHOLE, stake.high + high * held.high / WHOLE)
            stake.routes += (*routes, *held.routes)
        table.rest += high * above.rest / WHOLE
        table.missing += above.missing

    def _holders(
        self, organisation: str, measured: Measured
    ) -> dict[str, tuple[float, float, tuple[str, ...]]]:
        found: dict[str, tuple[float, float, tuple[str, ...]]] = {}
        for name, link in self._links.get(organisation, ()):
            route = f"ownership.{name}"
            low, high = self._bounds(vouched_for(self.estate.materials, route, link), measured)
            before = found.get(link.owner)
            if before is not None:
                low, high = max(low, before[0]), max(min(high, before[1]), low, before[0])
            found[link.owner] = (low, high, (*(before[2] if before else ()), route))
        entry = self.estate.case.organisations.get(organisation)
        parent = str(plain(entry.parent)) if entry is not None else UNKNOWN
        if parent in self.estate.case.organisations and parent not in found:
            route = f"organisations.{organisation}.parent"
            vouched = self.estate.materials.fact(route).known != "assumed"
            found[parent] = (MAJORITY[0] if vouched else 0.0, MAJORITY[1], (route,))
        return found

    def _bounds(self, link: Ownership, measured: Measured) -> tuple[float, float]:
        if measured == "votes" or link.shares is UNSET:
            return bounds(link)
        return bounds(replace(link, votes=UNSET, decides=UNSET))

"""Stakes held from outside the European Union, direct or indirect, in votes and in capital (SecNumCloud 3.2, § 19.6 b).

Votes that a controlled holder casts count in full for who controls it. Otherwise an indirect stake is the product of the
stakes along the chain: an approximation, and called so. Where only votes or only capital is stated, it stands for both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.graph.control import Control
from auditor.graph.estate import Estate
from auditor.graph.holdings import MAJORITY, VOTELESS, bounds, decimal, vouched_for
from auditor.model.case.ownership import Ownership
from auditor.model.evidence import FALSE, Answer, Bounds, Routes
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

Measured = Literal["votes", "capital"]
WHOLE: Final = 100.0
#: Links that carry the right to name the majority of a board, or to block decisions.
RIGHTS: Final = frozenset({"veto", "board", "contract"})


class Stake(Struct, kw_only=True, eq=False):
    """What one holder from outside the EU has, in percent; `indirect` where it is a product.

    `parts` are what it is added up of: the facts of a share each, and the stake in its holder that it passes on. Thousands of stakes rest
    on the same, and of few is asked by which facts.
    """

    low: float = 0.0
    high: float = 0.0
    parts: list[tuple[Routes, Stake | None]] = []
    indirect: bool = False

    @property
    def routes(self) -> Routes:
        """The facts that say so, each once, in the order in which they are met from holder to holder."""
        facts: dict[str, None] = {}
        met: set[Stake] = set()
        ways = [iter(self.parts)]
        while ways:
            part = next(ways[-1], None)
            if part is None:
                ways.pop()
                continue
            proof, held = part
            facts.update(dict.fromkeys(proof))
            if held is not None and held not in met:
                met.add(held)
                ways.append(iter(held.parts))
        return tuple(facts)


class Table(Struct, kw_only=True):
    """The stakes from outside in one organisation, by holder; `rest` is what holders nobody named may have.

    `missing` are the facts that would tell what those have, `open` those met so far, while the table is added up.
    """

    stakes: dict[str, Stake] = {}
    rest: float = 0.0
    missing: Routes = ()
    open: dict[str, None] = {}

    def close(self) -> Table:
        """Give the table once all is added: what is missing in the order in which it was met."""
        self.missing, self.open = tuple(self.open), {}
        return self

    def add(self, holder: str, share: Bounds, *, sure: bool) -> None:
        """Add a share that `holder` has itself; where it is not sure to be from outside, only possibly."""
        stake = self.stakes.setdefault(holder, Stake())
        stake.low += share.low if sure else 0.0
        stake.high = min(WHOLE, stake.high + share.high)
        stake.parts.append(((*share.proof, f"organisations.{holder}.country"), None))

    def pass_on(self, above: Table, share: Bounds) -> None:
        """Add what those of `above` have through a holder with `share`: the product of the stakes."""
        for name, held in above.stakes.items():
            stake = self.stakes.setdefault(name, Stake(indirect=True))
            stake.low += share.low * held.low / WHOLE
            stake.high = min(WHOLE, stake.high + share.high * held.high / WHOLE)
            stake.parts.append((share.proof, held))
        self.rest += share.high * above.rest / WHOLE
        self.open.update(dict.fromkeys(above.missing))

    @property
    def largest(self) -> tuple[float, float]:
        """Give the least and the most that the largest holder can have."""
        lows = [stake.low for stake in self.stakes.values()]
        highs = [stake.high for stake in self.stakes.values()]
        return decimal(max(lows, default=0.0)), decimal(min(WHOLE, max([*highs, self.rest])))

    @property
    def together(self) -> tuple[float, float]:
        """Give the least and the most that they can have together."""
        low = sum(stake.low for stake in self.stakes.values())
        high = sum(stake.high for stake in self.stakes.values()) + self.rest
        return decimal(min(WHOLE, low)), decimal(min(WHOLE, high))


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
        self._sums: dict[tuple[str, Measured], Table] = {}

    def of(self, organisation: str) -> tuple[Table, Table]:
        """Give the stakes in votes and in capital."""
        return self._table(organisation, "votes"), self._table(organisation, "capital")

    def seat(self, organisation: str) -> bool | None:
        """Tell whether seat and administration are in the EU; where the administration is not told, it follows the seat."""
        entry = self.estate.case.organisations.get(organisation)
        country = self.estate.sure_country(organisation)
        stated = UNKNOWN if entry is None else str(plain(entry.run_from))
        run_from = country if stated in UNSETTLED else stated
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
        """Add up the stakes in `organisation`, those of its holders first; whoever holds itself adds nothing again."""
        todo: list[tuple[str, Iterator[str]]] = []
        self._begin(organisation, measured, todo)
        while todo:
            name, sums = todo[-1]
            owner = next(sums, None)
            if owner is None:
                todo.pop()
                self._found[name, measured] = self._sums.pop((name, measured)).close()
            else:
                self._begin(owner, measured, todo)
        return self._found[organisation, measured]

    def _begin(self, organisation: str, measured: Measured, todo: list[tuple[str, Iterator[str]]]) -> None:
        if (organisation, measured) not in self._found:
            self._found[organisation, measured] = Table()
            self._sums[organisation, measured] = Table()
            todo.append((organisation, self._sum(organisation, measured)))

    def _sum(self, organisation: str, measured: Measured) -> Iterator[str]:
        """Fill the table of `organisation`; give each holder whose own table must be there before going on."""
        table = self._sums[organisation, measured]
        listed = 0.0
        for owner, share in sorted(self._holders(organisation, measured).items()):
            listed += share.low
            seat = self.seat(owner)
            answer, by = (
                self.outside(owner) if measured == "votes" else (None if seat is None else not seat, owner)
            )
            if answer or seat is None:
                table.add(by, share, sure=bool(answer))
            else:
                yield owner
                table.pass_on(self._found[owner, measured], share)
        if organisation == UNKNOWN or not self.control.closed(organisation):
            table.rest += max(0.0, WHOLE - listed)
            table.open[f"organisations.{organisation}.parent"] = None

    def _holders(self, organisation: str, measured: Measured) -> dict[str, Bounds]:
        found: dict[str, Bounds] = {}
        for name, link in self._links.get(organisation, ()):
            route = f"ownership.{name}"
            low, high = self._bounds(vouched_for(self.estate.materials, route, link), measured)
            proof: Routes = (route,)
            before = found.get(link.owner)
            if before is not None:
                low, high = max(low, before.low), max(min(high, before.high), low, before.low)
                proof = (*before.proof, route)
            found[link.owner] = Bounds(low=low, high=high, proof=proof)
        entry = self.estate.case.organisations.get(organisation)
        parent = str(plain(entry.parent)) if entry is not None else UNKNOWN
        if parent in self.estate.case.organisations and parent not in found:
            route = f"organisations.{organisation}.parent"
            vouched = self.estate.materials.fact(route).known != "assumed"
            low = MAJORITY[0] if vouched else 0.0
            found[parent] = Bounds(low=low, high=MAJORITY[1], proof=(route,))
        return found

    def _bounds(self, link: Ownership, measured: Measured) -> tuple[float, float]:
        if measured == "votes" or link.shares is UNSET:
            return bounds(link)
        return bounds(replace(link, votes=UNSET, decides=UNSET))

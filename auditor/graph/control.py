"""Corporate control: the least fixpoint of joint majority, for certain and for possible.

`x` controls `y` when `x` and those it controls hold together more than half of the votes of `y` (the company-control
relation of the knowledge-representation literature; Code de commerce art. L.233-3 I 1°). It is computed once with the
lower bound of every holding and once with the upper bound. Both are monotone: knowing more only narrows the gap.

Who holds more than 40 % of the votes, directly or through those it controls, while nobody else so holds as much, is presumed
to control (art. L.233-3 II; two equal holders defeat the presumption): that is possible, never certain, until it is stated
whether the holder decides in fact. A stake told only as a minority presumes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from typing import Final

from auditor.graph.estate import Estate
from auditor.graph.holdings import DECIMALS, HALF, Holding, holdings
from auditor.graph.limits import Steps
from auditor.graph.lines_of_control import Line, Majorities
from auditor.graph.majorities import Shares, nearest
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import plain

#: For how many steps an organisation counts of which it is noted that another controls it.
HEAVY = 10
#: In how many parts a percent is counted, so that sums are exact.
PARTS: Final = 10**DECIMALS
WHOLE: Final = 100 * PARTS
#: Beyond how much somebody is presumed to control whom nobody else holds as much of.
PRESUMED: Final = 40 * PARTS
#: Kinds of organisation that nobody can own.
UNOWNED = frozenset({"state", "public-body", "person", "foundation", "association", "class"})
#: Whom an organisation controls, each with the holdings that add up to a majority.
Closure = dict[str, tuple[Holding, ...]]


class Control:
    """Who controls whom in an estate, on its date."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.holdings = holdings(estate)
        self.by_owner: dict[str, list[Holding]] = defaultdict(list)
        self.by_owned: dict[str, list[Holding]] = defaultdict(list)
        self._presuming: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, frozenset[str]] = {}
        self._controllers: dict[tuple[str, bool], list[str]] = {}
        self._closures: dict[tuple[str, bool], Closure] = {}
        self._proofs: dict[tuple[str, str, bool], tuple[str, ...]] = {}
        self._owners: dict[bool, dict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
        self._ready: dict[bool, set[str]] = {True: set(), False: set()}
        self._lines: dict[tuple[str, bool], Line] = {}
        self.steps = Steps()
        for holding in self.holdings:
            self.by_owner[holding.owner].append(holding)
            self.by_owned[holding.of].append(holding)

    def controlled(self, owner: str, *, certain: bool) -> AbstractSet[str]:
        """Give whom `owner` controls."""
        if certain and self._majorities is not None:
            return self._majorities.under(owner)
        return self._below(owner, certain=certain).keys()

    def above(self, organisations: Iterable[str]) -> set[str]:
        """Give `organisations` and everybody who holds a part of one, or of a holder of it, and so on."""
        seen = set(organisations)
        todo = [*seen]
        while todo:
            self.steps.take(1)
            for holding in self.by_owned.get(todo.pop(), ()):
                if holding.owner not in seen:
                    seen.add(holding.owner)
                    todo.append(holding.owner)
        return seen

    def _holders(self, organisation: str) -> frozenset[str]:
        """Give everybody above `organisation`, without itself."""
        found = self._above.get(organisation)
        if found is None:
            found = self._above[organisation] = frozenset(self.above([organisation]) - {organisation})
        return found

    def controllers(self, organisation: str, *, certain: bool = True) -> list[str]:
        """Give who controls `organisation`, nearest or not, in order of id; its branch's head counts as itself."""
        found = self._controllers.get((organisation, certain))
        if found is None:
            line = self._line(organisation, certain=certain)
            owners, top = set(line.holdings), line.top
            if top:
                owners |= self._owners_of(top, certain=certain) - {organisation}
            self.steps.take(len(owners))
            found = self._controllers[organisation, certain] = sorted(owners)
        return found

    def _owners_of(self, organisation: str, *, certain: bool) -> AbstractSet[str]:
        """Give who controls `organisation`, once it is known of all above it whom they control."""
        if certain and self._majorities is not None:
            return self._majorities.over(organisation)
        owners, ready = self._owners[certain], self._ready[certain]
        todo = [organisation]
        while todo:
            current = todo.pop()
            if current not in ready:
                ready.add(current)
                for owned in self._below(current, certain=certain):
                    owners[owned].add(current)
                todo.extend(holding.owner for holding in self.by_owned.get(current, ()))
        return owners[organisation]

    def group(self, organisation: str) -> set[str]:
        """Give `organisation`, who controls it, and all that they control."""
        line = self._line(organisation, certain=True)
        above = self.controllers(line.top) if line.top else ()
        uppermost = [*above, *reversed(line.holdings), organisation]
        found = {organisation}
        under: set[str] = set()
        for owner in uppermost:
            found.add(owner)
            if owner not in under:
                under |= self.controlled(owner, certain=True)
        return found | under

    def _line(self, organisation: str, *, certain: bool) -> Line:
        """Give the holdings above `organisation`, as long as each is the only one and a majority.

        Whoever controls what such a holder holds is the holder, or controls it.
        """
        key = (organisation, certain)
        found = self._lines.get(key)
        if found is None:
            sole, holdings, current = self._sole[certain], dict[str, Holding](), organisation
            while current in sole:
                holding = sole[current]
                current = "" if holding.owner in holdings else holding.owner
                if current in (organisation, ""):
                    current = ""
                    break
                holdings[current] = holding
            self.steps.take(HEAVY * len(holdings))
            found = self._lines[key] = Line(holdings=holdings, top=current)
        return found

    @cached_property
    def _majorities(self) -> Majorities | None:
        """Who controls whom for certain; None where more is stated of an organisation than all its votes."""
        names = sorted({*self.by_owner, *self.by_owned})
        number = {name: at for at, name in enumerate(names)}
        shares = Shares(
            organisations=len(names),
            whole=WHOLE,
            owner=[number[holding.owner] for holding in self.holdings],
            owned=[number[holding.of] for holding in self.holdings],
            share=[_parts(holding.low) for holding in self.holdings],
        )
        above = nearest(shares, self.steps.take)
        return None if above is None else Majorities(names, number, above)

    @cached_property
    def _sole(self) -> dict[bool, dict[str, Holding]]:
        """The only holding in each organisation that counts for certain, or possibly, where it is a majority."""
        found: dict[bool, dict[str, Holding]] = {True: {}, False: {}}
        for of, held in self.by_owned.items():
            for certain, sole in found.items():
                counting = [h for h in held if (h.low if certain else h.high)]
                if len(counting) == 1 and (counting[0].low if certain else counting[0].high) > HALF:
                    sole[of] = counting[0]
        return found

    def proof(self, owner: str, organisation: str, *, certain: bool = True) -> tuple[str, ...]:
        """Give the facts by which `owner` controls `organisation`."""
        key = (owner, organisation, certain)
        found = self._proofs.get(key)
        if found is None:
            found = self._proofs[key] = self._proof(owner, organisation, certain=certain)
            self.steps.take(len(found))
        return found

    def _proof(self, owner: str, organisation: str, *, certain: bool) -> tuple[str, ...]:
        if owner == organisation:
            return ()
        line = self._line(organisation, certain=certain)
        if owner in line.holdings:
            return line.routes_from(owner)
        below = self._below(owner, certain=certain)
        if not line.top or line.top not in below:
            return ()
        return distinct((*_routes(below, line.top), *line.routes_from(line.top)))

    def proof_of_all(self, organisation: str) -> Routes:
        """Give the facts by which all who control `organisation` do, each once, in the order of who they are.

        Along a line of sole holders the facts of one are those of the one below and one holding more: they are not gone
        through again for each.
        """
        line = self._line(organisation, certain=True)
        held = [holding.routes for holding in line.holdings.values()]
        heights = {owner: height for height, owner in enumerate(line.holdings, 1)}
        found: dict[str, None] = {}
        reached = 0
        for owner in self.controllers(organisation):
            height = heights.get(owner)
            if height is None:
                found.update(dict.fromkeys(self.proof(owner, organisation)))
            else:
                found.update(dict.fromkeys(chain.from_iterable(reversed(held[reached:height]))))
                reached = max(reached, height)
        return tuple(found)

    def open(self, owner: str, organisation: str) -> tuple[str, ...]:
        """Give the facts that would settle whether `owner`, who possibly controls `organisation`, does."""
        proof = self.proof(owner, organisation, certain=False)
        ranges = (route for route in proof if route in self._ranges)
        return (*self._decides(owner, organisation), *ranges) or proof

    @cached_property
    def _ranges(self) -> frozenset[str]:
        """The facts that leave open how much somebody holds."""
        ranges = (holding for holding in self.holdings if holding.low < holding.high)
        return frozenset(route for holding in ranges for route in holding.routes)

    def _decides(self, owner: str, organisation: str) -> tuple[str, ...]:
        """Give what would settle the presumptions by which `owner` possibly controls `organisation`."""
        proof = self.proof(owner, organisation, certain=False)
        return tuple(f"{route}.decides" for route in proof if route in self._presuming[owner])

    def closed(self, organisation: str) -> bool:
        """Tell whether no owner can exist that the case does not list."""
        entry = self.estate.case.organisations.get(organisation)
        if entry is None:
            return False
        return plain(entry.parent) == "none" or entry.kind in UNOWNED

    def gap(self, organisation: str) -> str:
        """Give the organisation, it or one above it, whose owners nobody stated; empty when control is shown.

        A chain is shown when it ends at somebody nobody controls, or leaves the EEA for certain. Where sources name two
        majority owners of one organisation, both chains must be.
        """
        seen: set[str] = set()
        todo = [organisation]
        ended = False
        while todo:
            current = todo.pop()
            if current in seen:
                continue
            seen.add(current)
            entry = self.estate.case.organisations.get(current)
            if entry is not None and entry.branch_of:
                todo.append(entry.branch_of)
                continue
            nearest = [h.owner for h in self.by_owned.get(current, ()) if h.low > HALF]
            above = nearest or self.controllers(current)[:1]
            inside = [owner for owner in above if not (owner in nearest and self._left(owner))]
            if not above and not self.closed(current):
                return current
            ended = ended or not above or len(inside) < len(above)
            todo.extend(reversed(inside))
        return "" if ended else organisation

    def _left(self, organisation: str) -> bool:
        country = self.estate.sure_country(organisation)
        return len(country) == len("XX") and not self.estate.materials.knowledge.in_eea(
            country, self.estate.as_of
        )

    def unsettled(self, organisation: str) -> list[str]:
        """Give the facts that would settle who controls `organisation`: unknown votes, or an owner nobody stated."""
        missing: list[str] = []
        for holding in self.by_owned.get(organisation, ()):
            if holding.low <= HALF < holding.high:
                missing.extend(holding.routes)
        sure = set(self.controllers(organisation))
        for owner in self.controllers(organisation, certain=False):
            if owner not in sure:
                missing.extend(self._decides(owner, organisation))
        gap = self.gap(organisation)
        if gap:
            missing.append(f"organisations.{gap}.parent")
        return missing

    def _below(self, owner: str, *, certain: bool) -> Closure:
        found = self._closures.get((owner, certain))
        if found is None:
            found = self._closures[owner, certain] = self._follow(owner, certain=certain)
        return found

    def _follow(self, owner: str, *, certain: bool) -> Closure:
        total: dict[str, int] = defaultdict(int)
        presuming: dict[str, list[Holding]] = defaultdict(list)
        reasons: dict[str, list[Holding]] = defaultdict(list)
        controlled: Closure = {}
        group = {owner}
        todo = [owner]
        while todo:
            holdings = self.by_owner.get(todo.pop(), ())
            self.steps.take(1 + len(holdings))
            for holding in holdings:
                share = holding.low if certain else holding.high
                if not share or holding.of == owner:
                    continue
                total[holding.of] += _parts(share)
                reasons[holding.of].append(holding)
                if not certain and holding.presumes:
                    presuming[holding.of].append(holding)
                if holding.of in controlled:
                    continue
                majority = total[holding.of] > WHOLE // 2
                if majority or self._presumed(presuming[holding.of], group):
                    controlled[holding.of] = tuple(reasons[holding.of])
                    self.steps.take(HEAVY)
                    group.add(holding.of)
                    if not majority:
                        self._presuming[owner].update(
                            route for stake in presuming[holding.of] for route in stake.routes
                        )
                    todo.append(holding.of)
        return controlled

    def _presumed(self, stakes: list[Holding], group: set[str]) -> bool:
        """Tell whether `group` may hold more than 40 % by `stakes`, and nobody outside it as much for certain."""
        share = sum(_parts(stake.high) for stake in stakes)
        if share <= PRESUMED:
            return False
        of = stakes[0].of
        others = sum(_parts(holding.low) for holding in self.by_owned[of] if holding.owner not in group)
        if others < share:
            return True
        return all(self._outside(rival, of, group) < share for rival in self._holders(of) - group)

    def _outside(self, rival: str, of: str, group: set[str]) -> int:
        """Give the least that `rival` holds of `of`, itself and by those it certainly controls, `group` left out."""
        allied = {rival, *self.controlled(rival, certain=True)} - group
        return sum(_parts(holding.low) for holding in self.by_owned[of] if holding.owner in allied)


def _parts(percent: float) -> int:
    return round(percent * PARTS)


def _routes(closure: Closure, organisation: str) -> Routes:
    """Give the facts of the holdings that add up to a majority, those by which the holders are held first."""
    proof: dict[str, None] = {}
    seen: set[str] = set()
    todo: list[str | Holding] = [organisation]
    while todo:
        item = todo.pop()
        if isinstance(item, Holding):
            proof.update(dict.fromkeys(item.routes))
        elif item not in seen:
            seen.add(item)
            for holding in reversed(closure.get(item, ())):
                todo.extend((holding, holding.owner))
    return tuple(proof)

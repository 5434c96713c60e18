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
from functools import cached_property

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.graph.estate import Estate
from auditor.graph.limits import refuse_deep
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.evidence import distinct
from auditor.model.materials import Materials, plain
from auditor.model.scalars import Share
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

HALF = 50.0
PRESUMED = 40.0
MAJORITY = (50.000001, 100.0)
#: Kinds of link that make someone depend on another, without technical access and never under its control.
DEPENDENCY = frozenset({"licence", "keys", "officers"})
#: The owner of such a link runs systems of the other: it has the data in its hands itself.
HANDS_ON = "operations"
#: Kinds of link that carry no votes.
VOTELESS = DEPENDENCY | {HANDS_ON}
#: Kinds that mean a majority where no number is given.
WHOLE = frozenset({"consolidated", "board", "contract"})
#: Kinds of organisation that nobody can own.
UNOWNED = frozenset({"state", "public-body", "person", "foundation", "association", "class"})


class Holding(Struct, frozen=True, kw_only=True):
    """Who holds between `low` and `high` percent of the votes of whom; `routes` are the facts that say so.

    `told` is the most by what is said of it alone; `high` is no more than the others leave. `presumes` tells whether such a
    stake may count for the presumption of control.
    """

    owner: str
    of: str
    low: float
    high: float
    told: float
    routes: tuple[str, ...]
    presumes: bool = False


def bounds(link: Ownership) -> tuple[float, float]:
    """Give the least and the greatest percentage of votes that `link` can mean; votes go before shares.

    A stake told as a minority is one whatever its shares; only votes of its own say otherwise.
    """
    if link.kind in VOTELESS:
        return 0.0, 0.0
    if plain(link.decides) == "true":
        return MAJORITY
    low, high = _stated(link)
    minority = link.kind == "minority" and link.votes is UNSET
    return (min(low, HALF), min(high, HALF)) if minority else (low, high)


def vouched_for(materials: Materials, route: str, link: Ownership) -> Ownership:
    """Give `link` as far as somebody vouches for it: a share nobody vouches for is unknown, and bounds nothing."""
    shares = {name: UNKNOWN for name in ("votes", "shares") if getattr(link, name) is not UNSET}
    words = {name: UNSET for name in ("kind", "decides") if getattr(link, name) is not UNSET}
    changes = {
        name: to
        for name, to in (shares | words).items()
        if materials.fact(f"{route}.{name}").known == "assumed"
    }
    return replace(link, **changes) if changes else link


def _stated(link: Ownership) -> tuple[float, float]:
    stated = link.votes if link.votes is not UNSET else link.shares
    if isinstance(stated, Share):
        if not stated.value:
            return float(stated.min or 0), float(stated.max or 100)
        stated = stated.value
    if isinstance(stated, str) and stated not in UNSETTLED:
        return _worded(stated)
    if stated is UNSET and link.kind in WHOLE:
        return MAJORITY
    return (0.0, HALF) if link.kind == "veto" and stated is UNSET else (0.0, 100.0)


def _worded(stated: str) -> tuple[float, float]:
    words = {"majority": MAJORITY, "minority": (0.0, HALF), "none": (0.0, 0.0)}
    return words.get(stated) or (float(stated), float(stated))


class Control:
    """Who controls whom in an estate, on its date."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.holdings = self._holdings()
        self.by_owner: dict[str, list[Holding]] = defaultdict(list)
        self.by_owned: dict[str, list[Holding]] = defaultdict(list)
        self._presuming: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, frozenset[str]] = {}
        self._controllers: dict[tuple[str, bool], list[str]] = {}
        refuse_deep((holding.owner, holding.of) for holding in self.holdings)
        for holding in self.holdings:
            self.by_owner[holding.owner].append(holding)
            self.by_owned[holding.of].append(holding)

    def _holdings(self) -> list[Holding]:
        case = self.estate.case
        pairs: dict[tuple[str, str], list[_Stake]] = defaultdict(list)
        for _, _, name, edge in self.estate.graph.edges(keys=True, data=True):
            link = edge.get("link")
            if link is not None and link.kind not in VOTELESS:
                pairs[link.owner, link.of].append(self._stake(f"ownership.{name}", link))
        for name, entry in case.organisations.items():
            parent = str(plain(entry.parent))
            if parent in case.organisations and (parent, name) not in pairs:
                route = f"organisations.{name}.parent"
                low, high = (0.0, 100.0) if self.estate.materials.fact(route).known == "assumed" else MAJORITY
                pairs[parent, name].append(
                    _Stake(low=low, high=high, route=route, voting=True, presumes=False)
                )
        stakes = ((ends, sorted(found, key=lambda item: item.route)) for ends, found in sorted(pairs.items()))
        return _capped([_merged(owner, of, found) for (owner, of), found in stakes])

    def _stake(self, route: str, link: Ownership) -> _Stake:
        vouched = vouched_for(self.estate.materials, route, link)
        voting = link.votes is not UNSET or link.kind in ("votes", *WHOLE)
        presumes = plain(vouched.decides) != "false" and _numbered(vouched)
        low, high = bounds(vouched)
        return _Stake(low=low, high=high, route=route, voting=voting, presumes=presumes)

    def controlled(self, owner: str, *, certain: bool) -> dict[str, tuple[str, ...]]:
        """Give whom `owner` controls, each with the routes of the holdings that add up to a majority."""
        table = self._certain if certain else self._possible
        found = table.get(owner)
        if found is None:
            found = table[owner] = self._closure(owner, certain=certain)
        return found

    def above(self, organisation: str) -> frozenset[str]:
        """Give everybody who holds a part of `organisation`, or of a holder of it, and so on."""
        found = self._above.get(organisation)
        if found is None:
            found = self._above[organisation] = self._all_above(organisation)
        return found

    def _all_above(self, organisation: str) -> frozenset[str]:
        seen: set[str] = set()
        todo = [organisation]
        while todo:
            for holding in self.by_owned.get(todo.pop(), ()):
                if holding.owner not in seen:
                    seen.add(holding.owner)
                    todo.append(holding.owner)
        return frozenset(seen - {organisation})

    def controllers(self, organisation: str, *, certain: bool = True) -> list[str]:
        """Give who controls `organisation`, nearest or not, in order of id; its branch's head counts as itself."""
        found = self._controllers.get((organisation, certain))
        if found is None:
            found = sorted(
                x for x in self.above(organisation) if organisation in self.controlled(x, certain=certain)
            )
            self._controllers[organisation, certain] = found
        return found

    def proof(self, owner: str, organisation: str, *, certain: bool = True) -> tuple[str, ...]:
        """Give the facts by which `owner` controls `organisation`."""
        return self.controlled(owner, certain=certain).get(organisation, ())

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
        for owner in self.controllers(organisation, certain=False):
            if organisation not in self.controlled(owner, certain=True):
                missing.extend(self._decides(owner, organisation))
        gap = self.gap(organisation)
        if gap:
            missing.append(f"organisations.{gap}.parent")
        return missing

    @cached_property
    def _certain(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return {}

    @cached_property
    def _possible(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return {}

    def _closure(self, owner: str, *, certain: bool) -> dict[str, tuple[str, ...]]:
        total: dict[str, float] = defaultdict(float)
        presuming: dict[str, list[Holding]] = defaultdict(list)
        reasons: dict[str, tuple[str, ...]] = defaultdict(tuple)
        controlled: dict[str, tuple[str, ...]] = {}
        todo = [owner]
        while todo:
            holder = todo.pop()
            for holding in self.by_owner.get(holder, ()):
                share = holding.low if certain else holding.high
                if not share or holding.of == owner:
                    continue
                total[holding.of] += share
                reasons[holding.of] += (*controlled.get(holder, ()), *holding.routes)
                if not certain and holding.presumes:
                    presuming[holding.of].append(holding)
                if holding.of in controlled:
                    continue
                majority = total[holding.of] > HALF
                if majority or self._presumed(presuming[holding.of], {owner, *controlled}):
                    controlled[holding.of] = distinct(reasons[holding.of])
                    if not majority:
                        self._presuming[owner].update(
                            route for stake in presuming[holding.of] for route in stake.routes
                        )
                    todo.append(holding.of)
        return controlled

    def _presumed(self, stakes: list[Holding], group: set[str]) -> bool:
        """Tell whether `group` may hold more than 40 % by `stakes`, and nobody outside it as much for certain."""
        share = sum(stake.high for stake in stakes)
        if share <= PRESUMED:
            return False
        of = stakes[0].of
        return all(self._outside(rival, of, group) < share for rival in self.above(of) - group)

    def _outside(self, rival: str, of: str, group: set[str]) -> float:
        """Give the least that `rival` holds of `of`, itself and by those it certainly controls, `group` left out."""
        allied = {rival, *self.controlled(rival, certain=True)} - group
        return sum(holding.low for holding in self.by_owned[of] if holding.owner in allied)


class _Stake(Struct, frozen=True, kw_only=True):
    """What one link says of the votes: bounds, whether it speaks of votes, whether it may presume control."""

    low: float
    high: float
    route: str
    voting: bool
    presumes: bool


def _numbered(link: Ownership) -> bool:
    """Tell whether the stake is told in percent, or not at all; a bare `minority` says that it is no control."""
    stated = link.votes if link.votes is not UNSET else link.shares
    if isinstance(stated, Share) and stated.value:
        stated = stated.value
    bare = stated is UNSET or (link.votes is UNSET and stated in UNSETTLED)
    return stated != "minority" and not (bare and link.kind in ("minority", "veto"))


def _merged(owner: str, of: str, found: list[_Stake]) -> Holding:
    voting = [stake for stake in found if stake.voting] or found
    low = max(stake.low for stake in voting)
    high = max(low, min(stake.high for stake in voting))
    presumes = all(stake.presumes for stake in voting)
    return Holding(
        owner=owner,
        of=of,
        low=low,
        high=high,
        told=high,
        routes=tuple(stake.route for stake in voting),
        presumes=presumes,
    )


def _capped(holdings: list[Holding]) -> list[Holding]:
    least: dict[str, float] = defaultdict(float)
    for holding in holdings:
        least[holding.of] += holding.low
    return [replace(h, high=max(h.low, min(h.high, 100.0 - (least[h.of] - h.low)))) for h in holdings]


def dependencies(estate: Estate) -> dict[str, list[str]]:
    """Give, by organisation, the links by which it depends on another without being controlled by it."""
    found: dict[str, list[str]] = {}
    for name, link in estate.case.ownership.items():
        if link.kind in DEPENDENCY:
            found.setdefault(link.of, []).append(name)
    return found


def hands_on(estate: Estate) -> dict[str, list[tuple[str, str]]]:
    """Give, by organisation, who runs systems of it for it, each with the link that says so."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, link in sorted(estate.case.ownership.items()):
        if link.kind == HANDS_ON:
            found.setdefault(link.of, []).append((link.owner, f"ownership.{name}"))
    return found


def presence(entry: Organisation) -> tuple[str, ...]:
    """Give the countries in which the organisation is stated to have an establishment."""
    value = plain(entry.presence)
    return tuple(value) if isinstance(value, list) else (() if value in (*UNSETTLED, "none") else (value,))

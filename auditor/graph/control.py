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
from collections.abc import Iterable, KeysView
from functools import cached_property
from itertools import chain

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.graph.estate import Estate
from auditor.graph.limits import Steps
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import Materials, plain
from auditor.model.scalars import Share
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

HALF = 50.0
PRESUMED = 40.0
MAJORITY = (50.000001, 100.0)
#: For how many steps an organisation counts of which it is noted that another controls it.
HEAVY = 10
#: How far sums of the same percentages may lie apart, in another order.
ROUNDING = 1e-6
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


#: Whom an organisation controls, each with the holdings that add up to a majority.
Closure = dict[str, tuple[Holding, ...]]


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
        self._closures: dict[tuple[str, bool], Closure] = {}
        self._proofs: dict[tuple[str, str, bool], tuple[str, ...]] = {}
        self._owners: dict[bool, dict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
        self._ready: dict[bool, set[str]] = {True: set(), False: set()}
        self._lines: dict[tuple[str, bool], _Line] = {}
        self.steps = Steps()
        for holding in self.holdings:
            self.by_owner[holding.owner].append(holding)
            self.by_owned[holding.of].append(holding)

    def _holdings(self) -> list[Holding]:
        case = self.estate.case
        pairs: dict[tuple[str, str], list[_Stake]] = defaultdict(list)
        for name, link in case.ownership.items():
            if link.kind not in VOTELESS:
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

    def controlled(self, owner: str, *, certain: bool) -> KeysView[str]:
        """Give whom `owner` controls."""
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

    def _owners_of(self, organisation: str, *, certain: bool) -> set[str]:
        """Give who controls `organisation`, once it is known of all above it whom they control."""
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

    def _line(self, organisation: str, *, certain: bool) -> _Line:
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
            found = self._lines[key] = _Line(holdings=holdings, top=current)
        return found

    @cached_property
    def _sole(self) -> dict[bool, dict[str, Holding]]:
        """The only holding in each organisation that counts for certain, or possibly, where it is a majority."""
        found: dict[bool, dict[str, Holding]] = {True: {}, False: {}}
        for of, holdings in self.by_owned.items():
            for certain, sole in found.items():
                counting = [h for h in holdings if (h.low if certain else h.high)]
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
        total: dict[str, float] = defaultdict(float)
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
                total[holding.of] += share
                reasons[holding.of].append(holding)
                if not certain and holding.presumes:
                    presuming[holding.of].append(holding)
                if holding.of in controlled:
                    continue
                majority = total[holding.of] > HALF
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
        share = sum(stake.high for stake in stakes)
        if share <= PRESUMED:
            return False
        of = stakes[0].of
        others = sum(holding.low for holding in self.by_owned[of] if holding.owner not in group)
        if others < share - ROUNDING:
            return True
        return all(self._outside(rival, of, group) < share for rival in self._holders(of) - group)

    def _outside(self, rival: str, of: str, group: set[str]) -> float:
        """Give the least that `rival` holds of `of`, itself and by those it certainly controls, `group` left out."""
        allied = {rival, *self.controlled(rival, certain=True)} - group
        return sum(holding.low for holding in self.by_owned[of] if holding.owner in allied)


class _Line(Struct, frozen=True, kw_only=True):
    """The holdings above an organisation by who has them, nearest first; `top` may be controlled otherwise, empty in a circle."""

    holdings: dict[str, Holding]
    top: str

    def routes_from(self, owner: str) -> Routes:
        """Give the facts of the holdings from `owner` down to the organisation; none where it is not in the line."""
        found: list[tuple[str, ...]] = []
        if owner in self.holdings:
            for name, holding in self.holdings.items():
                found.append(holding.routes)
                if name == owner:
                    break
        return tuple(chain.from_iterable(reversed(found)))


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

"""Who holds how much of the votes of whom, between which bounds, and what ties organisations without votes."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.graph.estate import Estate
from auditor.model.case.ownership import Ownership
from auditor.model.materials import Materials, plain
from auditor.model.scalars import Share
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

HALF: Final = 50.0
MAJORITY: Final = (50.000001, 100.0)
#: To how many decimals a percentage counts.
DECIMALS: Final = 9
#: Kinds of link that make someone depend on another, without technical access and never under its control.
DEPENDENCY: Final = frozenset({"licence", "keys", "officers"})
#: The owner of such a link runs systems of the other: it has the data in its hands itself.
HANDS_ON: Final = "operations"
#: Kinds of link that carry no votes.
VOTELESS: Final = DEPENDENCY | {HANDS_ON}
#: Kinds that mean a majority where no number is given.
WHOLE: Final = frozenset({"consolidated", "board", "contract"})


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


class _Stake(Struct, frozen=True, kw_only=True):
    """What one link says of the votes: bounds, whether it speaks of votes, whether it may presume control."""

    low: float
    high: float
    route: str
    voting: bool
    presumes: bool


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


def holdings(estate: Estate) -> list[Holding]:
    """Give who holds votes of whom, by owner and by whom they are of, all that is said of one pair put together."""
    case, materials = estate.case, estate.materials
    pairs: dict[tuple[str, str], list[_Stake]] = defaultdict(list)
    for name, link in case.ownership.items():
        if link.kind not in VOTELESS:
            pairs[link.owner, link.of].append(_stake(materials, f"ownership.{name}", link))
    for name, entry in case.organisations.items():
        parent = str(plain(entry.parent))
        if parent in case.organisations and (parent, name) not in pairs:
            route = f"organisations.{name}.parent"
            low, high = (0.0, 100.0) if materials.fact(route).known == "assumed" else MAJORITY
            pairs[parent, name].append(_Stake(low=low, high=high, route=route, voting=True, presumes=False))
    stakes = ((ends, sorted(found, key=lambda item: item.route)) for ends, found in sorted(pairs.items()))
    return _capped([_merged(owner, of, found) for (owner, of), found in stakes])


def _stake(materials: Materials, route: str, link: Ownership) -> _Stake:
    vouched = vouched_for(materials, route, link)
    voting = link.votes is not UNSET or link.kind in ("votes", *WHOLE)
    presumes = plain(vouched.decides) != "false" and _numbered(vouched)
    low, high = bounds(vouched)
    return _Stake(low=low, high=high, route=route, voting=voting, presumes=presumes)


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
    left = {of: decimal(100.0 - low) for of, low in least.items()}
    return [replace(h, high=max(h.low, min(h.high, decimal(left[h.of] + h.low)))) for h in holdings]


def decimal(percent: float) -> float:
    """Give a sum of percentages as their decimals add up: 1.7 + 35.7 + 1.6 is 39, not more."""
    return round(percent, DECIMALS)


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

"""What no exemption from consent covers, whatever is relied on: what a third party that receives is, or a purpose, in so many words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Any, Final

from msgspec import UNSET

from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.model.evidence import Routes
from auditor.model.materials import several, spellings
from auditor.model.scalars import Text
from auditor.model.vocabulary import ACTIVITY_TERMS, UNKNOWN, UNSETTLED, ancestors

#: What an organisation that receives is or does, by which no purpose of it is exempt from consent.
NEVER_EXEMPT: Final = frozenset({"ads", "social-network", "session-replay", "data-broker", "identity-graph"})
#: Words by which a purpose is said to be one of these.
NEVER_EXEMPT_WORDS: Final = (
    "advertis",
    "publicit",
    "retargeting",
    "reciblage",
    "social network",
    "réseaux sociaux",
    "réseau social",
    "session replay",
    "relecture de session",
    "cross-site",
    "inter-sites",
)


class ConsentExemptions:
    """Which sendings of flows no exemption from consent can cover: looked at once for each place and each activity."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._is_third: Callable[[str], bool] = cache(partial(_is_third, estate))
        self._is_for: Callable[[str], bool] = cache(partial(_is_for, estate))
        self._controllers: Callable[[str], tuple[str, ...]] = cache(partial(_controllers, estate))

    def never(self, hop: Hop) -> Routes:
        """Give the facts by which no exemption can hold: what a third party that receives does and nothing else, or the purpose in so many words."""
        if self._is_third(hop.b) and not self.own_site(hop):
            return (f"organisations.{self.estate.operator(hop.b)}.is",)
        purpose = UNSET if hop.flow is None else hop.flow.purpose
        if purpose is not UNSET and _are_never_exempt(purpose):
            return (f"{hop.route}.purpose",)
        return (f"activities.{hop.activity}.purpose",) if self._is_for(hop.activity) else ()

    def own_site(self, hop: Hop) -> bool:
        """Tell whether who receives is whose site or service the person uses, and no third party to it."""
        who, page = self.estate.operator(hop.b), "" if hop.flow is None else hop.flow.embedded_in
        if page:
            return page == hop.b or self.estate.operator(page) == who != UNKNOWN
        return who in self._controllers(hop.activity) and hop.b in self.estate.case.hosts


def _is_third(estate: Estate, place: str) -> bool:
    """Tell whether all that whoever receives at a place does is never exempt."""
    entry = None if place in UNSETTLED else estate.case.organisations.get(estate.operator(place))
    does = several(entry.is_) if entry is not None else ()
    return bool(does) and not any(ancestors(term, ACTIVITY_TERMS).isdisjoint(NEVER_EXEMPT) for term in does)


def _is_for(estate: Estate, activity: str) -> bool:
    """Tell whether the purpose of an activity is never exempt."""
    return _are_never_exempt(estate.sheets[activity].processing.purpose)


def _controllers(estate: Estate, activity: str) -> tuple[str, ...]:
    """Give those who are stated to control an activity."""
    return several(estate.sheets[activity].processing.controller)


def _are_never_exempt(purposes: Any) -> bool:
    """Tell whether there are purposes, and each is said to be one that is never exempt."""
    said = several(purposes)
    return bool(said) and all(map(_is_never_exempt, said))


@lru_cache(maxsize=1024)
def _is_never_exempt(purpose: Text) -> bool:
    """Tell whether a purpose, in each of its languages, is said to be one that is never exempt."""
    return all(any(word in spelt for word in NEVER_EXEMPT_WORDS) for spelt in spellings(purpose))

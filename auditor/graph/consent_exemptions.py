"""What no exemption from consent covers, whatever is relied on: what a third party that receives is, or a purpose, in so many words."""

from __future__ import annotations

from functools import lru_cache
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
    """Which sendings of flows no exemption from consent can cover: looked at once for each receiver and each activity."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._receivers: dict[str, bool] = {}
        self._activities: dict[str, bool] = {}
        self._controllers: dict[str, tuple[str, ...]] = {}

    def never(self, hop: Hop) -> Routes:
        """Give the facts by which no exemption can hold: what a third party that receives does and nothing else, or the purpose in so many words."""
        who = self.estate.operator(hop.b)
        if hop.b not in UNSETTLED and self._is_third(who) and not self.own_site(hop):
            return (f"organisations.{who}.is",)
        purpose = UNSET if hop.flow is None else hop.flow.purpose
        if purpose is not UNSET and _are_never_exempt(purpose):
            return (f"{hop.route}.purpose",)
        return (f"activities.{hop.activity}.purpose",) if self._is_for(hop.activity) else ()

    def own_site(self, hop: Hop) -> bool:
        """Tell whether who receives is whose site or service the person uses, and no third party to it."""
        who, page = self.estate.operator(hop.b), "" if hop.flow is None else hop.flow.embedded_in
        if page:
            return page == hop.b or self.estate.operator(page) == who != UNKNOWN
        return who in self._controlling(hop.activity) and hop.b in self.estate.case.hosts

    def _controlling(self, activity: str) -> tuple[str, ...]:
        found = self._controllers.get(activity)
        if found is None:
            found = several(self.estate.sheets[activity].processing.controller)
            self._controllers[activity] = found
        return found

    def _is_third(self, who: str) -> bool:
        """Tell whether all that an organisation does is never exempt."""
        found = self._receivers.get(who)
        if found is None:
            entry = self.estate.case.organisations.get(who)
            does = several(entry.is_) if entry is not None else ()
            found = self._receivers[who] = bool(does) and not any(
                ancestors(term, ACTIVITY_TERMS).isdisjoint(NEVER_EXEMPT) for term in does
            )
        return found

    def _is_for(self, activity: str) -> bool:
        """Tell whether the purpose of an activity is never exempt."""
        found = self._activities.get(activity)
        if found is None:
            purpose = self.estate.sheets[activity].processing.purpose
            found = self._activities[activity] = _are_never_exempt(purpose)
        return found


def _are_never_exempt(purposes: Any) -> bool:
    """Tell whether there are purposes, and each is said to be one that is never exempt."""
    said = several(purposes)
    return bool(said) and all(map(_is_never_exempt, said))


@lru_cache(maxsize=1024)
def _is_never_exempt(purpose: Text) -> bool:
    """Tell whether a purpose, in each of its languages, is said to be one that is never exempt."""
    return all(any(word in spelt for word in NEVER_EXEMPT_WORDS) for spelt in spellings(purpose))

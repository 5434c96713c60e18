"""What no exemption from consent covers, whatever is relied on: what a third party that receives is, or a purpose, in so many words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.model.materials import several, spellings
from auditor.model.scalars import Text
from auditor.model.vocabulary import ACTIVITY_TERMS, UNKNOWN, UNSETTLED, ancestors
from auditor.rules.subjects.base import flow_of

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


def own_site(derived: Derived, hop: Hop) -> bool:
    """Tell whether who receives is whose site or service the person uses, and no third party to it."""
    who, page = derived.estate.operator(hop.b), flow_of(hop).embedded_in
    if page:
        return page == hop.b or derived.estate.operator(page) == who != UNKNOWN
    controllers = several(derived.estate.sheets[hop.activity].processing.controller)
    return hop.b in derived.estate.case.hosts and who in controllers


def never_exempt(derived: Derived, hop: Hop) -> tuple[str, ...]:
    """Give the facts by which no exemption can hold: what a third party that receives does and nothing else, or the purpose in so many words."""
    who = derived.estate.operator(hop.b)
    entry = derived.estate.case.organisations.get(who)
    does = several(entry.is_) if entry is not None else ()
    if (
        does
        and hop.b not in UNSETTLED
        and not own_site(derived, hop)
        and all(not ancestors(term, ACTIVITY_TERMS).isdisjoint(NEVER_EXEMPT) for term in does)
    ):
        return (f"organisations.{who}.is",)
    flow, sheet = flow_of(hop), derived.estate.sheets[hop.activity]
    for route, purpose in (
        (f"{hop.route}.purpose", flow.purpose),
        (f"activities.{hop.activity}.purpose", sheet.processing.purpose),
    ):
        said = several(purpose)
        if said and all(map(_is_never_exempt, said)):
            return (route,)
    return ()


@lru_cache(maxsize=1024)
def _is_never_exempt(purpose: Text) -> bool:
    """Tell whether a purpose, in each of its languages, is said to be one that is never exempt."""
    return all(any(word in spelt for word in NEVER_EXEMPT_WORDS) for spelt in spellings(purpose))

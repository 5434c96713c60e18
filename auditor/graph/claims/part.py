"""One part of a claim: its verdict, the reason, what it is about, and the facts it rests on.

A part is *contradicted* where every premise is documented or observed; *inconsistent* where it is only declared what the claim
denies; *unproven* where the facts are alleged, inferred, assumed or missing; *supported* where documented or observed facts
agree. Nothing unknown supports, nor what is only declared.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.model.evidence import SHOWN, Routes, distinct
from auditor.model.result.tables import Verdict
from auditor.model.vocabulary import KNOWN_ORDER, Known

#: From the gravest to the mildest; the verdict on a claim is the gravest among its parts.
VERDICT_ORDER: Final[tuple[Verdict, ...]] = (
    "contradicted",
    "inconsistent",
    "unproven",
    "supported",
    "not-checkable",
)


class Part(Struct, frozen=True, kw_only=True):
    """The verdict on one part of a claim.

    `because` names the reason, for which there is a sentence; `known` is how well the weakest of `proof` is known. The rest is
    what that sentence may name: data, who acts, at which places, by which flows, in which countries, of which kinds.
    """

    verdict: Verdict
    because: str
    known: Known = "documented"
    data: tuple[str, ...] = ()
    who: str = ""
    at: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    path: tuple[Hop, ...] = ()
    proof: Routes = ()
    missing: Routes = ()

    @property
    def about(self) -> tuple[str, ...]:
        """What the part is about: categories, else places, flows, or somebody."""
        return self.data or self.at or self.flows or ((self.who,) if self.who else ())


class Checked(Struct, frozen=True):
    """A claim with its meaning, its parts and the gravest of their verdicts."""

    id: str
    says: str
    verdict: Verdict
    parts: tuple[Part, ...]

    @property
    def missing(self) -> Routes:
        """The facts that would settle what is unproven."""
        return distinct(route for part in self.parts for route in part.missing)


class Weighing:
    """How facts weigh: which verdict they carry against a claim, and which of them somebody has yet to check."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate

    def weakest(self, proof: Routes) -> Known:
        """Give how well the weakest of the facts at `proof` is known; `assumed` where there is none."""
        known = (self.estate.materials.fact(route).known for route in proof)
        return max(known, key=KNOWN_ORDER.index, default="assumed")

    def rank(self, proof: Routes) -> int:
        """Give the place of the weakest fact in the order of ways of knowing, 0 the best."""
        return KNOWN_ORDER.index(self.weakest(proof))

    def shown(self, route: str) -> bool:
        """Tell whether the fact at `route` is documented or observed."""
        return self.estate.materials.fact(route).known in SHOWN

    def best(self, routes: list[str]) -> str:
        """Give the fact of `routes` that is known best, the first of equals."""
        return min(routes, key=lambda route: self.rank((route,)))

    def against(self, because: str, proof: Routes, **about: object) -> Part:
        """Give what facts come to that a claim denies, if they hold as they are known."""
        known = self.weakest(proof)
        verdict: Verdict = (
            "contradicted" if known in SHOWN else "inconsistent" if known == "declared" else "unproven"
        )
        missing = self.to_check(proof) if verdict == "unproven" else ()
        return Part(
            verdict=verdict,
            because=because,
            known=known,
            proof=distinct(proof),
            missing=missing,
            **about,  # type: ignore[arg-type]
        )

    def to_check(self, proof: Routes) -> Routes:
        """Give the weakest of the facts at `proof`: those to check first."""
        weakest = self.weakest(proof)
        return distinct(r for r in proof if self.estate.materials.fact(r).known == weakest)


def open_part(because: str, missing: Routes, **about: object) -> Part:
    """Give a part that facts at `missing` would settle."""
    return Part(verdict="unproven", because=because, missing=distinct(missing), **about)  # type: ignore[arg-type]


class Agreement(Struct):
    """What speaks for a claim, collected fact by fact: those shown, and those on which nobody but a party vouches."""

    weighing: Weighing
    shown: dict[str, None] = {}
    resting: dict[str, None] = {}
    at: dict[str, None] = {}
    flows: dict[str, None] = {}

    def add(self, *routes: str, at: str = "", flow: str = "") -> None:
        """Take facts that agree with the claim, about a place or a flow."""
        for route in routes:
            (self.shown if self.weighing.shown(route) else self.resting)[route] = None
        if any(route in self.resting for route in routes):
            self.at.update({at: None} if at else {})
            self.flows.update({flow: None} if flow else {})

    def parts(self, settled: list[Part], because: str, **about: object) -> list[Part]:
        """Give the parts of a claim, `settled` or open, with what remains: support, or what rests on a party's word."""
        found = list(settled)
        if self.resting:
            known = self.weighing.weakest(tuple(self.resting))
            found.append(
                Part(
                    verdict="unproven",
                    because="rests-on-words",
                    known=known,
                    at=tuple(self.at),
                    flows=tuple(self.flows),
                    proof=tuple(self.resting),
                    missing=tuple(self.resting),
                )
            )
        elif not found and self.shown:
            found.append(Part(verdict="supported", because=because, proof=tuple(self.shown), **about))  # type: ignore[arg-type]
        elif not found:
            found.append(Part(verdict="unproven", because="nothing-described", **about))  # type: ignore[arg-type]
        return found

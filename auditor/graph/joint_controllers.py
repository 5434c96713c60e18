"""Joint controllers, certain and possible: those of one activity, and the operator of a page with who gets its requests.

For an element embedded in a page, joint control covers collection and transmission only (CJEU, C-40/17, Fashion ID): the
operator that embeds it makes the visitor's browser send. An element that loads only when the visitor clicks is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb
from typing import Final, Literal

from msgspec import Struct

from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.graph.limits import refuse_pairs
from auditor.graph.roles import Roles
from auditor.model.evidence import Answer, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import KNOWN_ORDER, UNKNOWN, UNSETTLED

Scope = Literal["activity", "collection"]
WAITS = frozenset({"click", "never"})


#: The answer that stands for a pair, the first of these that some hop gives.
ANSWERS: Final = (True, None, False)


class Pair(Struct, frozen=True, kw_only=True):
    """Two organisations that may decide together within `scope`; `jointly` tells whether they do."""

    first: str
    second: str
    activity: str
    scope: Scope
    jointly: Answer
    hops: tuple[Hop, ...] = ()

    @property
    def parties(self) -> str:
        """The two as one name, whichever of them comes first."""
        return "+".join(sorted((self.first, self.second)))


def _one_each(pairs: list[Pair]) -> list[Pair]:
    """Keep one of each two parties and activity: who decides together on all of it does so on what its pages collect."""
    best: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        key = (pair.parties, pair.activity)
        if key not in best or ANSWERS.index(pair.jointly.value) < ANSWERS.index(best[key].jointly.value):
            best[key] = pair
    return list(best.values())


class JointControllers:
    """All pairs of an estate, one of each two parties and activity, those of activities first."""

    def __init__(self, estate: Estate, roles: Roles) -> None:
        self.estate = estate
        self.roles = roles
        self._arrangements: dict[frozenset[str], list[str]] = {}
        for name, agreement in sorted(estate.case.agreements.items()):
            if agreement.is_ == "joint":
                ends = frozenset(estate.head(end) for end in agreement.between)
                self._arrangements.setdefault(ends, []).append(name)
        self.all = _one_each([*self._of_activities(), *self._of_pages()])

    def arrangement(self, pair: Pair) -> Answer:
        """Tell whether an arrangement under art. 26 binds the pair, with the facts that show it or those that are missing."""
        estate = self.estate
        ends = {estate.head(pair.first), estate.head(pair.second)}
        if UNKNOWN in ends:
            return Answer(value=None, missing=pair.jointly.missing)
        refused: list[str] = []
        open_: list[str] = []
        for name in self._arrangements.get(frozenset(ends), ()):
            route = f"agreements.{name}"
            fact = estate.materials.fact(f"{route}.signed")
            if fact.value == "false":
                refused.append(f"{route}.signed")
            elif fact.stated and fact.unsettled:
                open_.append(f"{route}.signed")
            else:
                return Answer(value=True, proof=(route,))
        if refused and not open_:
            return Answer(value=False, proof=tuple(refused))
        unlisted = (f"agreements.{pair.first}>{pair.second}.joint",)
        return Answer(value=None, missing=tuple(open_) or unlisted)

    def _of_activities(self) -> Iterator[Pair]:
        pairs = 0
        for name, processing in sorted(self.estate.case.activities.items()):
            controllers = sorted(
                {self.estate.head(c) for c in several(processing.controller) if c not in UNSETTLED}
            )
            route = f"activities.{name}"
            stated = plain(processing.joint)
            jointly = (
                Answer(value=None, proof=(f"{route}.controller",), missing=(f"{route}.joint",))
                if stated in UNSETTLED
                else Answer(value=stated == "joint", proof=(f"{route}.controller", f"{route}.joint"))
            )
            pairs += comb(len(controllers), 2)
            refuse_pairs(pairs)
            for first, second in combinations(controllers, 2):
                yield Pair(first=first, second=second, activity=name, scope="activity", jointly=jointly)

    def _of_pages(self) -> Iterator[Pair]:
        met: dict[tuple[str, str, str], list[Hop]] = {}
        for sheet in self.estate.sheets.values() if self.estate.tells_of_pages else ():
            for hop in sheet.hops:
                if hop.flow is not None and (hop.flow.embedded_in or hop.nameless_page):
                    page = hop.flow.embedded_in or UNKNOWN
                    owner = UNKNOWN if page in UNSETTLED else self.estate.operator(page)
                    receiver = UNKNOWN if hop.b in UNSETTLED else self.estate.operator(hop.b)
                    ends = {self.estate.head(owner), self.estate.head(receiver)}
                    if "" not in ends and (len(ends) > 1 or UNKNOWN in ends):
                        met.setdefault((owner, receiver, sheet.id), []).append(hop)
        for (owner, receiver, activity), hops in sorted(met.items()):
            best = sorted(hops, key=self._known)
            answers = [(self._sends(owner, receiver, hop), hop) for hop in best]
            jointly, shown = min(answers, key=lambda found: ANSWERS.index(found[0].value))
            yield Pair(
                first=owner,
                second=receiver,
                activity=activity,
                scope="collection",
                jointly=jointly,
                hops=(shown, *(hop for hop in best if hop is not shown)),
            )

    def _known(self, hop: Hop) -> int:
        """Rank hops by how well their flow is known, the best first."""
        return KNOWN_ORDER.index(self.estate.materials.fact(hop.route).known)

    def _nameless(self, owner: str, receiver: str, hop: Hop) -> Iterator[str]:
        page = (hop.flow.embedded_in if hop.flow is not None else "") or UNKNOWN
        if owner == UNKNOWN:
            yield f"{hop.route}.embedded_in" if page in UNSETTLED else f"hosts.{page}.operator"
        if receiver == UNKNOWN and hop.b not in UNSETTLED:
            yield f"hosts.{hop.b}.operator"

    def _sends(self, owner: str, receiver: str, hop: Hop) -> Answer:
        """Tell whether the page makes the browser send, and to somebody who is no processor."""
        role = self.roles.of(receiver, hop.activity).role
        bound = any(
            x.client == self.estate.head(owner)
            for x in self.roles.entrusted.get(self.estate.head(receiver), ())
        )
        if role.settled == "processor" or bound:
            return Answer(value=False, proof=(hop.route, *role.proof))
        flow = hop.flow
        loads, trigger = (UNKNOWN, UNKNOWN) if flow is None else (plain(flow.loads), plain(flow.trigger))
        shown_by = f"{hop.route}.{'trigger' if loads in UNSETTLED and trigger == 'load' else 'loads'}"
        if loads in WAITS:
            return Answer(value=False, proof=(shown_by,))
        missing = [
            *self._nameless(owner, receiver, hop),
            *hop.doubt,
            *((shown_by,) if loads in UNSETTLED and trigger != "load" else ()),
        ]
        if role.anything and receiver != UNKNOWN:
            missing.extend(route for route in role.missing if route.endswith(".processors"))
        if missing:
            return Answer(value=None, proof=(hop.route,), missing=distinct(missing))
        return Answer(value=True, proof=(hop.route, shown_by, *role.proof))

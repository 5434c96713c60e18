"""Who comes by data: by each hop that brings it, and by each host that keeps it.

Whoever the data is disclosed to is a recipient, processors included (GDPR art. 4(9)). Who gets sealed content without a key
gets no data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from auditor.graph.claims.places import carrying, keeping
from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.graph.protection import Protection
from auditor.graph.seals import SEALING, openers
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: How somebody comes by data: it goes to them, it passes through their hands, they run the machine, they keep it.
Way = Literal["end", "relay", "machine", "keeper"]


class Receipt(Struct, frozen=True, kw_only=True):
    """`who` comes by `data`; for certain where nothing is `missing`."""

    who: str
    way: Way
    activity: str
    data: tuple[str, ...]
    at: tuple[str, ...] = ()
    flow: str = ""
    path: tuple[Hop, ...] = ()
    proof: Routes = ()
    missing: Routes = ()


class Receipts:
    """Who comes by which data in an estate."""

    def __init__(self, estate: Estate, protection: Protection) -> None:
        self.estate = estate
        self.protection = protection

    def of(self, wanted: tuple[str, ...]) -> Iterator[Receipt]:
        """Give each way in which somebody comes by data of the kinds `wanted`."""
        for hop, data in carrying(self.estate, wanted):
            if hop.b not in self.estate.case.people:
                yield from self._by_hop(hop, data)
        for host, kept, _ in keeping(self.estate, wanted):
            if kept:
                yield self._kept(host, kept)

    def _by_hop(self, hop: Hop, data: tuple[str, ...]) -> Iterator[Receipt]:
        flow = hop.flow
        at = (hop.b,) if hop.b in self.estate.case.hosts else ()
        ends = () if flow is None else several(flow.to)
        way: Way = "end" if flow is None or hop.b in ends else "relay"
        side = "to" if way == "end" else "through"
        operator = self.estate.operator(hop.b) or UNKNOWN
        facts = (hop.route, *((f"{hop.route}.{side}",) if flow is not None else ()))
        facts += (f"hosts.{hop.b}.operator",) if at else ()
        name = hop.name if flow is not None else ""
        if hop.open_end:
            yield self._receipt(UNKNOWN, "end", hop, data, missing=(f"{hop.route}.to",), flow=name)
        if operator == self.estate.operator(hop.a):
            return
        missing = hop.doubt
        if operator == UNKNOWN:
            missing = (*missing, f"hosts.{hop.b}.operator") if at else (*missing, f"{hop.route}.to")
        sealed, keys = self._sealed(hop, operator)
        if not sealed:
            unread = flow is not None and way == "relay" and plain(flow.content) in UNSETTLED
            missing = (*missing, *keys, *((f"{hop.route}.content",) if unread else ()))
            yield self._receipt(operator, way, hop, data, at=at, proof=facts, missing=missing, flow=name)
        for machine in self.estate.machines(hop.b):
            runner = self.estate.operator(machine)
            if runner not in (operator, "") and not self._sealed(hop, runner)[0]:
                isolation = (f"hosts.{hop.b}.isolation", *missing)
                yield self._receipt(runner, "machine", hop, data, at=(machine,), missing=isolation, flow=name)

    def _receipt(
        self,
        who: str,
        way: Way,
        hop: Hop,
        data: tuple[str, ...],
        *,
        flow: str,
        at: tuple[str, ...] = (),
        proof: Routes = (),
        missing: Routes = (),
    ) -> Receipt:
        return Receipt(
            who=who,
            way=way,
            activity=hop.activity,
            data=data,
            at=at,
            flow=flow,
            path=(hop,) if flow else (),
            proof=proof,
            missing=distinct(missing),
        )

    def _sealed(self, hop: Hop, who: str) -> tuple[bool, Routes]:
        """Tell whether what the hop brings is sealed and `who` holds no key, and the facts that leave this open."""
        flow = hop.flow
        if flow is None or plain(flow.content) not in SEALING:
            return False, ()
        name = hop.name
        if who in openers(self.estate, name, certain=True):
            return False, ()
        if who in openers(self.estate, name, certain=False) or who == UNKNOWN:
            return False, (f"{hop.route}.keys",)
        return True, ()

    def _kept(self, host: str, data: tuple[str, ...]) -> Receipt:
        operator, route = self.estate.operator(host), f"hosts.{host}"
        holders, keys = self.protection.key_holders(host)
        encrypted = plain(self.estate.case.hosts[host].at_rest) == "encrypted" or self.protection.sealed_keys(
            host
        )
        missing: Routes = (f"{route}.operator",) if operator == UNKNOWN else ()
        if encrypted and operator not in holders:
            missing = (*missing, *keys)
        proof = (f"{route}.operator", f"{route}.keeps")
        return Receipt(
            who=operator, way="keeper", activity="", data=data, at=(host,), proof=proof, missing=missing
        )

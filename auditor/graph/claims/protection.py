"""How data is protected: claims of encryption in transit and at rest."""

from __future__ import annotations

from typing import Final

from auditor.graph.claims.part import Agreement, Part, Weighing, open_part
from auditor.graph.claims.places import carrying, keeping
from auditor.graph.claims.reading import READABLE_AT_REST
from auditor.graph.claims.scope import Scope
from auditor.graph.estate import Estate
from auditor.graph.exposure import Exposures
from auditor.graph.hop import Hop
from auditor.graph.seals import SEALING
from auditor.model.case.claim_meaning import AboutData
from auditor.model.case.claims import Claim
from auditor.model.case.flows import Flow
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNSETTLED

#: Protection of the way that bears out that data is encrypted in transit; older or unsure ones bear out nothing.
SOUND: Final = frozenset({"tls", "tls-1.2", "tls-1.3", "mtls", "vpn"})
#: A letter, of which a claim of encryption says nothing.
BY_POST: Final = "post"
#: A network that no data leaves its machine by.
INSIDE: Final = "same-machine"


class ProtectionClaims:
    """Claims about encryption on the way and where data is kept."""

    def __init__(self, weighing: Weighing, exposures: Exposures, estate: Estate) -> None:
        self.weighing = weighing
        self.exposures = exposures
        self.estate = estate

    def in_transit(self, meaning: AboutData, claim: Claim) -> list[Part]:
        """Judge that data is encrypted wherever it travels: hop by hop, by the transport or by the content."""
        wanted = several(meaning.data)
        scope = Scope(self.estate, claim.by, wanted)
        agreement = Agreement(self.weighing)
        found: list[Part] = []
        for hop, data in carrying(self.estate, wanted):
            if not scope.carries(hop):
                continue
            if hop.flow is None:
                found.append(Part(verdict="unproven", because="way-undescribed", data=data))
            elif plain(hop.flow.network) != INSIDE:
                found.extend(self._on_the_way(hop, hop.flow, data, agreement))
        return agreement.parts(list(dict.fromkeys(found)), "encrypted-in-transit", data=wanted)

    def _on_the_way(self, hop: Hop, flow: Flow, data: tuple[str, ...], agreement: Agreement) -> list[Part]:
        name = hop.name
        transport, content = str(plain(flow.transport)), str(plain(flow.content))
        way, inside = f"{hop.route}.transport", f"{hop.route}.content"
        about: dict[str, object] = {"data": data, "flows": (name,), "path": (hop,)}
        if hop.doubt:
            return [open_part("flow-unsure", hop.doubt, **about)]
        sound = [route for route, holds in ((way, transport in SOUND), (inside, content in SEALING)) if holds]
        if sound:
            agreement.add(self.weighing.best(sound), flow=name)
            return []
        if transport == NONE:
            clear = content == NONE
            proof = (hop.route, way, inside) if clear else (hop.route, way)
            return [self.weighing.against("in-clear" if clear else "way-unprotected", proof, **about)]
        if transport in UNSETTLED:
            return [open_part("way-unsaid", (way,), **about)]
        if transport == BY_POST:
            return [open_part("way-by-post", (inside,), **about)]
        return [open_part("way-weak", (inside,) if content in UNSETTLED else (way,), **about)]

    def at_rest(self, meaning: AboutData, claim: Claim) -> list[Part]:
        """Judge that data is encrypted wherever it is kept: host by host, by the host or because it arrives sealed."""
        wanted = several(meaning.data)
        scope = Scope(self.estate, claim.by, wanted)
        agreement = Agreement(self.weighing)
        found: list[Part] = []
        for host, kept, maybe in keeping(self.estate, wanted):
            if not scope.holds(host):
                continue
            route = f"hosts.{host}.at_rest"
            at_rest = str(plain(self.estate.case.hosts[host].at_rest))
            sealed = self.exposures.protection.sealed_keys(host)
            about: dict[str, object] = {
                "data": kept or maybe,
                "at": (host,),
                "who": self.estate.operator(host),
            }
            contents = tuple(r for r in sealed[1] if r.endswith(".content")) if sealed else ()
            shown = contents and all(self.weighing.shown(content) for content in contents)
            if at_rest == "encrypted" and (self.weighing.shown(route) or not shown):
                agreement.add(route, at=host)
            elif sealed:
                agreement.add(*contents, at=host)
            elif at_rest in UNSETTLED:
                missing = (route,) if kept else (f"hosts.{host}.keeps", route)
                found.append(open_part("at-rest-unsaid", missing, **about))
            elif not kept:
                found.append(open_part("keeping-unsaid", (f"hosts.{host}.keeps",), **about))
            elif at_rest in READABLE_AT_REST:
                found.append(
                    self.weighing.against("readable-at-rest", (f"hosts.{host}.keeps", route), **about)
                )
        return agreement.parts(found, "encrypted-at-rest", data=wanted)

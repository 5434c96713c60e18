"""Which law reaches: claims that no law of a State reaches data, admissions that one does, and claims of control."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.claims.part import Agreement, Part, Weighing, open_part
from auditor.graph.claims.places import Places, among, carrying, keeping, scope_route
from auditor.graph.control import Control
from auditor.graph.estate import Estate
from auditor.graph.exposure import Exposure, Exposures
from auditor.graph.hop import Hop
from auditor.graph.reach import Reaches
from auditor.graph.seals import SEALING, openers
from auditor.model.case.claim_meaning import ControlledFrom, ExposedTo, NotExposedTo
from auditor.model.case.claims import Claim
from auditor.model.evidence import SHOWN, Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: Reaches by which a State can put its law to whoever has data.
PUT_TO = ("control", "direct")


class ReachClaims:
    """Claims about the law that reaches data, and about who controls an organisation."""

    def __init__(
        self,
        weighing: Weighing,
        *,
        control: Control,
        reaches: Reaches,
        exposures: Exposures,
        estate: Estate,
    ) -> None:
        self.weighing = weighing
        self.control = control
        self.reaches = reaches
        self.exposures = exposures
        self.estate = estate

    def not_exposed(self, meaning: NotExposedTo, claim: Claim) -> list[Part]:
        """Judge that no law of certain States reaches data: by whoever has it in custody, in transit or in hand."""
        wanted = several(meaning.data)
        states = among(self.estate, meaning.country, meaning.outside)
        found = list(dict.fromkeys(self._exposed(self.exposures.all, states, wanted)))
        ends = self._exposed(self.exposures.at_ends, states, wanted)
        found += [part for part in dict.fromkeys(ends) if part.verdict in ("contradicted", "inconsistent")]
        found = _one_each(found)
        found += self._admitted(claim, states, wanted)
        agreement = Agreement(self.weighing)
        if not found:
            found += self._independent(states, wanted, agreement)
        return agreement.parts(found, "no-reach", data=wanted)

    def exposed(self, meaning: ExposedTo, claim: Claim) -> list[Part]:
        """Hold an admission against what is derived: what is shown supports it, else it stands as its author's words."""
        wanted = several(meaning.data)
        states = among(self.estate, meaning.country, meaning.outside)
        shown = [p for p in self._exposed(self.exposures.all, states, wanted) if p.verdict == "contradicted"]
        if shown:
            return [
                Part(
                    verdict="supported",
                    because="reached",
                    data=part.data,
                    who=part.who,
                    at=part.at,
                    countries=part.countries,
                    proof=part.proof,
                )
                for part in _one_each(shown)
            ]
        return [
            Part(verdict="unproven", because="admitted", who=claim.by, countries=several(meaning.country))
        ]

    def controlled_from(self, meaning: ControlledFrom) -> list[Part]:
        """Judge that an organisation is of certain countries and controlled from there: by its seat and its owners."""
        who = meaning.who
        head = self.estate.head(who)
        places = among(self.estate, meaning.only, meaning.outside)
        seat, route = self.estate.country(head), f"organisations.{head}.country"
        found: list[Part] = []
        if places.hold(seat, head) is False:
            found.append(self.weighing.against("seat-elsewhere", (route,), who=head, countries=(seat,)))
        for controller in self.control.controllers(head):
            where = self.estate.country(controller)
            if where not in UNSETTLED and places.hold(where, controller) is False:
                proof = (*self.control.proof(controller, head), f"organisations.{controller}.country")
                found.append(
                    self.weighing.against("controlled-by", proof, who=controller, countries=(where,))
                )
        if any(part.verdict in ("contradicted", "inconsistent") for part in found):
            return found
        agreement = Agreement(self.weighing)
        missing = [*self.control.unsettled(head), *([route] if seat in UNSETTLED else [])]
        if missing:
            found.append(open_part("owners-unsaid", distinct(missing), who=head))
        if places.hold(seat, head):
            agreement.add(route)
        agreement.add(f"organisations.{head}.parent") if not missing else None
        return agreement.parts(found, "controlled-inside", who=head)

    def _exposed(self, exposures: list[Exposure], states: Places, wanted: tuple[str, ...]) -> Iterator[Part]:
        certainly = {_held(e) for e in exposures if _is_certain(e)}
        for exposure in exposures:
            data = tuple(c for c in exposure.data if any(self.estate.is_a(c, w) for w in wanted))
            nameless = exposure.state in UNSETTLED
            if not data or not (nameless or states.hold(exposure.state, exposure.custodian)):
                continue
            about: dict[str, object] = {"data": data, "who": exposure.custodian, "at": (exposure.host,)}
            if not nameless:
                about["countries"] = (exposure.state,)
            certain = _is_certain(exposure)
            if certain and self.weighing.weakest(exposure.proof) in SHOWN:
                yield self.weighing.against("reached", exposure.proof, **about)
            elif certain:
                yield open_part(
                    "reach-to-document",
                    self.weighing.to_check(exposure.proof),
                    known=self.weighing.weakest(exposure.proof),
                    proof=exposure.proof,
                    **about,
                )
            elif nameless or (exposure.high and _held(exposure) not in certainly):
                yield open_part("reach-unsaid", exposure.missing, **about)

    def _admitted(self, claim: Claim, states: Places, wanted: tuple[str, ...]) -> Iterator[Part]:
        """Give the admissions that such a law reaches: of the claimant itself, or of somebody who has the data in hand."""
        parties = {claim.by, *self._holders(wanted)}
        for name, other in sorted(self.estate.case.claims.items()):
            meaning = getattr(other.says, "exposed_to", None)
            if not isinstance(meaning, ExposedTo) or other.by not in parties:
                continue
            countries = several(meaning.country)
            if not countries or any(states.hold(country) for country in countries):
                proof = (f"claims.{name}",)
                yield Part(
                    verdict="inconsistent", because="admitted", who=other.by, countries=countries, proof=proof
                )

    def _independent(self, states: Places, wanted: tuple[str, ...], agreement: Agreement) -> Iterator[Part]:
        """Take what shows that no such State reaches whoever has the data; give what leaves it open."""
        holders = self._holders(wanted)
        for who, hosts in sorted(holders.items()):
            if who == UNKNOWN:
                missing = tuple(f"hosts.{host}.operator" for host in hosts)
                yield open_part("operator-unsaid", missing, data=wanted, at=hosts)
                continue
            nameless = self.reaches.unnamed(who)
            if nameless is not None:
                yield open_part("owners-unsaid", nameless.missing, who=who)
                continue
            reaching = [s for s in self.reaches.states(who) if states.hold(s, who)]
            power = [s for s in reaching if self.reaches.of(s, who).possible in PUT_TO]
            doubtful = [s for s in self.reaches.states(who) if states.hold(s, who) is None]
            if power:
                missing = self._contents(who, wanted)
                yield open_part("reach-unsaid", missing, data=wanted, who=who, countries=tuple(power))
            elif reaching:
                yield open_part("reach-otherwise", (), who=who, countries=tuple(reaching))
            elif doubtful:
                missing = tuple(scope_route(s, who) for s in doubtful)
                yield open_part("adequacy-unsaid", missing, who=who, countries=tuple(doubtful))
            else:
                agreement.add(*self._independence(who))

    def _sealed(self, hop: Hop) -> bool:
        """Tell whether it is shown that a hop brings nothing but what the operator of its end has no key of."""
        flow, name = hop.flow, hop.name
        if (
            flow is None
            or plain(flow.content) not in SEALING
            or not self.weighing.shown(f"{hop.route}.content")
        ):
            return False
        keys_shown = plain(flow.content) != "encrypted" or self.weighing.shown(f"{hop.route}.keys")
        return keys_shown and self.estate.operator(hop.b) not in openers(self.estate, name, certain=False)

    def _contents(self, who: str, wanted: tuple[str, ...]) -> Routes:
        """Give the facts that would show whether what reaches `who` is sealed for it."""
        return tuple(
            f"{hop.route}.content"
            for hop, _ in carrying(self.estate, wanted)
            if hop.flow is not None and self.estate.operator(hop.b) == who
        )

    def _independence(self, who: str) -> Routes:
        head = self.estate.head(who)
        holdings = tuple(r for holding in self.control.by_owned.get(head, ()) for r in holding.routes)
        owners = holdings or (f"organisations.{head}.parent",)
        parent = self.estate.materials.fact(f"organisations.{head}.parent")
        closed = not parent.unsettled or bool(holdings)
        return (f"organisations.{head}.country", *(owners if closed else (f"organisations.{head}.kind",)))

    def _holders(self, wanted: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """Give who has the data: who runs hosts that keep it or that it reaches, machines below, and ends."""
        found: dict[str, dict[str, None]] = {}
        places: dict[str, None] = {}
        for host, _, _ in keeping(self.estate, wanted):
            places[host] = None
        for hop, _ in carrying(self.estate, wanted):
            if hop.b not in self.estate.case.people and not self._sealed(hop):
                places[hop.b] = None
        for place in places:
            for each in (place, *self.estate.machines(place)):
                found.setdefault(self.estate.operator(each) or UNKNOWN, {})[each] = None
            unsettled = self.estate.unsettled_machine(place)
            if unsettled:
                found.setdefault(UNKNOWN, {})[unsettled] = None
        return {who: tuple(hosts) for who, hosts in found.items()}


def _one_each(parts: list[Part]) -> list[Part]:
    """Give one part of each reason, custodian, place and State: several laws of one State are one reach."""
    found: dict[tuple[object, ...], Part] = {}
    for part in parts:
        found.setdefault((part.because, part.who, part.at, part.countries), part)
    return list(found.values())


def _is_certain(exposure: Exposure) -> bool:
    """Tell whether a law is shown to reach who has the data in hand, by who they are or who controls them."""
    return exposure.reach.certain in PUT_TO and exposure.low >= 1


def _held(exposure: Exposure) -> tuple[str, str, str]:
    """Give what the laws of one State share: another of them that is only possible adds nothing to one that is shown."""
    return exposure.host, exposure.custodian, exposure.state

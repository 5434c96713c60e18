"""Where data is: claims about the countries in which it is kept, processed, and to which it is transferred.

Keeping is a matter of hosts. Processing is more: what passes through, what somebody abroad reaches, and who runs systems for
another. A transfer is one in the sense of chapter V of the GDPR, as derived for the rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.claims.part import Agreement, Part, Weighing, open_part
from auditor.graph.claims.places import (
    REMOTE,
    Places,
    acting,
    among,
    carrying,
    elsewhere,
    keeping,
    scope_route,
    standing,
)
from auditor.graph.claims.scope import Scope
from auditor.graph.estate import Estate
from auditor.graph.holdings import hands_on
from auditor.graph.hop import Hop
from auditor.graph.transfers import Transfer, Transfers
from auditor.model.case.claim_meaning import EEA, HostedIn, NoTransfer, ProcessedIn
from auditor.model.case.claims import Claim
from auditor.model.evidence import YES, Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED


class LocationClaims:
    """Claims about where data is kept, processed and sent."""

    def __init__(self, weighing: Weighing, transfers: Transfers, estate: Estate) -> None:
        self.weighing = weighing
        self.transfers = transfers
        self.estate = estate

    def hosted_in(self, meaning: HostedIn, claim: Claim) -> list[Part]:
        """Judge that data is kept in certain places: host by host."""
        wanted, places = several(meaning.data), among(self.estate, meaning.only, meaning.outside)
        scope = Scope(self.estate, claim.by, wanted)
        agreement = Agreement(self.weighing)
        found: list[Part] = []
        for host, kept, maybe in keeping(self.estate, wanted):
            if not scope.holds(host):
                continue
            if kept:
                found.extend(self._stands(host, kept, places, agreement, what="kept"))
            if maybe:
                found.append(self._may_keep(host, maybe, places))
        found.extend(self._unhosted(wanted, scope))
        return agreement.parts(_without_empty(found), "kept-inside", data=wanted)

    def processed_in(self, meaning: ProcessedIn, claim: Claim) -> list[Part]:
        """Judge that data is processed in certain places: where it is kept, passes, arrives and is reached from."""
        wanted, places = several(meaning.data), among(self.estate, meaning.only, meaning.outside)
        scope = Scope(self.estate, claim.by, wanted)
        agreement = Agreement(self.weighing)
        used: dict[str, dict[str, None]] = {}
        for host, kept, _ in keeping(self.estate, wanted):
            if not scope.holds(host):
                continue
            used.setdefault(host, {}).update(dict.fromkeys(kept))
        found: list[Part] = []
        for hop, data in carrying(self.estate, wanted):
            if not scope.holds(hop.b):
                continue
            if hop.b in self.estate.case.hosts and not hop.doubt:
                used.setdefault(hop.b, {}).update(dict.fromkeys(data))
            elif hop.b in self.estate.case.hosts:
                found.append(open_part("flow-unsure", hop.doubt, data=data, flows=(hop.name,)))
            elif hop.b not in self.estate.case.people:
                found.extend(self._arrives(hop, data, places, agreement))
        for host, names in used.items():
            if names:
                found.extend(self._stands(host, tuple(names), places, agreement, what="used"))
        found.extend(self._reached_from(used, places, agreement))
        return agreement.parts(list(dict.fromkeys(found)), "processed-inside", data=wanted)

    def _stands(
        self, host: str, data: tuple[str, ...], places: Places, agreement: Agreement, *, what: str
    ) -> Iterator[Part]:
        """Judge where a host stands; `what` tells whether data is kept or used there."""
        operator = self.estate.operator(host)
        about: dict[str, object] = {"data": data, "who": operator, "at": (host,)}
        keeps = (f"hosts.{host}.keeps",) if what == "kept" else ()
        found = standing(self.estate, host)
        answers = {country: places.hold(country, operator) for country in found.countries}
        outside = tuple(country for country, inside in answers.items() if inside is False)
        if outside:
            because = f"{what}-elsewhere"
            yield self.weighing.against(because, (*keeps, *found.proof), countries=outside, **about)
            return
        below = elsewhere(self.estate, host, places)
        if below is not None and found.countries:
            yield open_part("machine-elsewhere", (found.proof[-1], below[2][-1]), countries=below[1], **about)
            return
        doubtful = [country for country, inside in answers.items() if inside is None]
        if doubtful:
            nameless = (f"hosts.{host}.operator",) if operator == UNKNOWN else ()
            missing = nameless or tuple(scope_route(country, operator) for country in doubtful)
            yield open_part("adequacy-unsaid", missing, countries=tuple(doubtful), **about)
        if found.missing:
            yield open_part("place-unsaid", found.missing, **about)
        elif not doubtful:
            agreement.add(*keeps, *found.proof, at=host)

    def _may_keep(self, host: str, maybe: tuple[str, ...], places: Places) -> Part:
        """Give the open part of a host of which nobody says what it keeps of the data that arrives there."""
        found = standing(self.estate, host)
        inside = not found.missing and all(
            places.hold(c, self.estate.operator(host)) for c in found.countries
        )
        missing = () if inside else (f"hosts.{host}.keeps",)
        return open_part("keeping-unsaid", missing, data=maybe, who=self.estate.operator(host), at=(host,))

    def _unhosted(self, wanted: tuple[str, ...], scope: Scope) -> Iterator[Part]:
        """Give the processors that receive data and of which no place is described where it would be kept."""
        for sheet in self.estate.sheets.values():
            processors = set(several(sheet.processing.processors))
            for hop, data in carrying(self.estate, wanted):
                if hop.activity != sheet.id or hop.b not in processors or hop.doubt or not scope.holds(hop.b):
                    continue
                if not any(self.estate.operator(host) == hop.b for host in self.estate.case.hosts):
                    yield Part(verdict="unproven", because="keeper-unplaced", data=data, who=hop.b)

    def _arrives(
        self, hop: Hop, data: tuple[str, ...], places: Places, agreement: Agreement
    ) -> Iterator[Part]:
        """Judge from where an organisation acts that data arrives at, or that reaches it."""
        if hop.doubt or hop.b not in self.estate.case.organisations:
            missing = hop.doubt or (f"{hop.route}.to",)
            yield open_part("flow-unsure", missing, data=data, flows=(hop.name,))
            return
        remote = hop.flow is not None and hop.flow.access == REMOTE
        where = acting(self.estate, hop.b)
        inside = places.hold(where.country, hop.b)
        about: dict[str, object] = {"data": data, "who": hop.b, "flows": (hop.name,), "path": (hop,)}
        if inside is False:
            because = "reached-from" if remote else "used-by-somebody-elsewhere"
            end = (f"{hop.route}.to",) if hop.flow is not None else ()
            proof = (hop.route, *end, where.route)
            yield self.weighing.against(because, proof, countries=(where.country,), **about)
        elif inside is None and where.country not in UNSETTLED:
            missing = (scope_route(where.country, hop.b),)
            yield open_part("adequacy-unsaid", missing, countries=(where.country,), **about)
        elif inside and where.sure:
            agreement.add(where.route, flow=hop.name)
        else:
            head = self.estate.head(hop.b)
            route = where.route if where.country in UNSETTLED else f"organisations.{head}.run_from"
            yield open_part("acting-unsaid", (route,), **about)

    def _reached_from(
        self, used: dict[str, dict[str, None]], places: Places, agreement: Agreement
    ) -> Iterator[Part]:
        """Judge from where those who run the hosts, or systems of theirs, can reach the data."""
        reached: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        for host, data in used.items():
            for place in (host, *self.estate.machines(host)):
                who = self.estate.head(self.estate.operator(place))
                if data and who in self.estate.case.organisations:
                    at, names = reached.setdefault(who, ({}, {}))
                    at[host] = None
                    names.update(data)
        vendors = hands_on(self.estate)
        for who, (at, names) in sorted(reached.items()):
            about: dict[str, object] = {"data": tuple(names), "at": tuple(at)}
            route = f"organisations.{who}.access_from"
            listed = several(self.estate.case.organisations[who].access_from)
            stated = not self.estate.materials.fact(route).unsettled
            outside = tuple(c for c in listed if c not in UNSETTLED and places.hold(c, who) is False)
            if outside:
                yield self.weighing.against(
                    "can-be-reached-from", (route,), who=who, countries=outside, **about
                )
            elif not stated or any(country in UNSETTLED for country in listed):
                yield open_part("access-unsaid", (route,), who=who, **about)
            else:
                agreement.add(route, at=next(iter(at)))
            for vendor, link in vendors.get(who, ()):
                where = acting(self.estate, vendor)
                if places.hold(where.country, vendor) is False:
                    proof = (link, where.route)
                    yield self.weighing.against(
                        "can-be-reached-from", proof, who=vendor, countries=(where.country,), **about
                    )

    def no_transfer(self, meaning: NoTransfer, claim: Claim) -> list[Part]:
        """Judge that data is not transferred: by the transfers derived, and by the claimant's own notice and record."""
        wanted = several(meaning.data)
        outside = meaning.outside or ([] if meaning.to else EEA)
        targets = among(self.estate, meaning.to, outside)
        scope = Scope(self.estate, claim.by, wanted)
        agreement = Agreement(self.weighing)
        transfers = (transfer for transfer in self.transfers.all if scope.carries(transfer.hop))
        found = [part for transfer in transfers if (part := self._transferred(transfer, targets, wanted))]
        if not any(part.verdict == "contradicted" for part in found):
            found.extend(self._own_words(claim, targets, wanted))
        for hop, _ in carrying(self.estate, wanted):
            if not hop.doubt and hop.b not in self.estate.case.people and scope.carries(hop):
                agreement.add(hop.route, *self._receiver(hop), flow=hop.name)
        if not found:
            found.extend(self._unlisted(wanted))
        return agreement.parts(found, "no-transfer-described", data=wanted)

    def _transferred(self, transfer: Transfer, targets: Places, wanted: tuple[str, ...]) -> Part | None:
        data = tuple(
            name
            for name in self.estate.hop_categories(transfer.hop)
            if any(self.estate.is_a(name, broad) for broad in wanted)
        )
        inside = targets.hold(transfer.country, transfer.importer)
        if not data or inside is False:
            return None
        about: dict[str, object] = {
            "data": data,
            "who": transfer.importer,
            "flows": (transfer.hop.name,),
            "path": (transfer.hop,),
        }
        if transfer.country not in UNSETTLED:
            about["countries"] = (transfer.country,)
        if transfer.missing or inside is None:
            missing = transfer.missing or (scope_route(transfer.country, transfer.importer),)
            return open_part("transfer-unsure", missing, **about)
        return self.weighing.against("transferred", transfer.proof, **about)

    def _own_words(self, claim: Claim, targets: Places, wanted: tuple[str, ...]) -> Iterator[Part]:
        case = self.estate.case
        for name, notice in case.notices.items():
            about = [notice.for_] if isinstance(notice.for_, str) else notice.for_
            if notice.by == claim.by and plain(notice.transfers) == YES and self._concerns(about, wanted):
                proof = (f"notices.{name}.transfers",)
                yield Part(verdict="inconsistent", because="notice-of-transfer", who=claim.by, proof=proof)
        for name, sheet in self.estate.sheets.items():
            listed = tuple(
                c for c in several(sheet.processing.transfers) if c not in UNSETTLED and targets.hold(c)
            )
            if listed and claim.by in several(sheet.processing.controller) and self._concerns([name], wanted):
                proof = (f"activities.{name}.transfers",)
                yield Part(
                    verdict="inconsistent",
                    because="record-of-transfer",
                    who=claim.by,
                    countries=listed,
                    proof=proof,
                )

    def _concerns(self, activities: list[str], wanted: tuple[str, ...]) -> bool:
        return any(
            self.estate.is_a(name, broad)
            for activity in activities
            if activity in self.estate.sheets
            for name in self.estate.sheets[activity].categories
            for broad in wanted
        )

    def _receiver(self, hop: Hop) -> Routes:
        if hop.b in self.estate.case.hosts:
            operator = self.estate.operator(hop.b)
            found = standing(self.estate, hop.b)
            country = () if operator == UNKNOWN else (f"organisations.{self.estate.head(operator)}.country",)
            return (f"hosts.{hop.b}.operator", *country, *found.proof)
        return (f"organisations.{self.estate.head(hop.b)}.country",)

    def _unlisted(self, wanted: tuple[str, ...]) -> Iterator[Part]:
        """Give the activities of which nobody says who else receives their data."""
        for name, sheet in self.estate.sheets.items():
            missing = [
                f"activities.{name}.{field}"
                for field in ("processors", "recipients")
                if not self.estate.materials.fact(f"activities.{name}.{field}").stated
                or any(item in UNSETTLED for item in several(getattr(sheet.processing, field)))
            ]
            if missing and self._concerns([name], wanted):
                yield open_part("others-unsaid", distinct(missing))


def _without_empty(parts: list[Part]) -> list[Part]:
    """Leave out the parts about a host that may keep data, where it stands inside anyway."""
    return [part for part in dict.fromkeys(parts) if part.because != "keeping-unsaid" or part.missing]

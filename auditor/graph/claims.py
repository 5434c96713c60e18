"""Claims against facts, part by part.

A part is *contradicted* only where every premise is documented or observed; *inconsistent* where the claimant itself
declares what the claim denies; *unproven* where the facts are alleged, inferred, missing, or rest on the claimant;
*supported* within the facts modelled; *not-checkable* where the words have no checkable meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import UNSET, Struct

from auditor.graph.certificates import SECNUMCLOUD, CertificatesOnDate, HeldCertificate
from auditor.graph.control import Control
from auditor.graph.estate import Estate, Hop
from auditor.graph.exposure import Exposures
from auditor.graph.readability import Arrival, Readability, Reading
from auditor.graph.recipients import Recipients
from auditor.model.case.claim_meaning import (
    AboutData,
    CannotRead,
    Certified,
    ControlledFrom,
    HostedIn,
    NotExposedTo,
    OnlyRecipients,
)
from auditor.model.case.claims import Claim
from auditor.model.evidence import distinct
from auditor.model.materials import plain, several
from auditor.model.result import Verdict
from auditor.model.vocabulary import KNOWN_ORDER, UNKNOWN, UNSETTLED, Known

SHOWN: Final = frozenset({"documented", "observed"})
#: From the gravest to the mildest; the verdict on a claim is the gravest among its parts.
VERDICT_ORDER: Final[tuple[Verdict, ...]] = (
    "contradicted",
    "inconsistent",
    "unproven",
    "supported",
    "not-checkable",
)
PREDICATES: Final = (
    "cannot_read",
    "end_to_end",
    "encrypted_in_transit",
    "encrypted_at_rest",
    "anonymous",
    "hosted_in",
    "not_exposed_to",
    "only_recipients",
    "certified",
    "controlled_from",
)


class PartVerdict(Struct, frozen=True):
    """The verdict on one part of a claim: what it is about (categories, a host, an organisation), why, and the proof."""

    about: tuple[str, ...]
    verdict: Verdict
    because: str
    who: str
    at: str
    path: tuple[Hop, ...]
    proof: tuple[str, ...]
    missing: tuple[str, ...] = ()


class Checked(Struct, frozen=True):
    """A claim with its meaning, its parts and the gravest of their verdicts."""

    id: str
    says: str
    verdict: Verdict
    parts: tuple[PartVerdict, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that would settle what is unproven."""
        return distinct(route for part in self.parts for route in part.missing)


class Claims:
    """The claims of an estate, each held against what is derived."""

    def __init__(
        self,
        estate: Estate,
        control: Control,
        readability: Readability,
        exposures: Exposures,
        recipients: Recipients,
        certificates: CertificatesOnDate,
    ) -> None:
        self.estate = estate
        self.control = control
        self.readability = readability
        self.exposures = exposures
        self.recipients = recipients
        self.certificates = certificates
        self.all = [self._check(name, claim) for name, claim in sorted(estate.case.claims.items())]

    def _check(self, name: str, claim: Claim) -> Checked:
        if isinstance(claim.says, str):
            return Checked(name, "nothing-checkable", "not-checkable", ())
        for predicate in PREDICATES:
            meaning = getattr(claim.says, predicate)
            if meaning is not UNSET:
                parts = tuple(self._parts(predicate, meaning, claim))
                verdict: Verdict = (
                    min((p.verdict for p in parts), key=VERDICT_ORDER.index) if parts else "unproven"
                )
                return Checked(name, predicate.replace("_", "-"), verdict, parts)
        return Checked(name, "nothing-checkable", "not-checkable", ())

    def _parts(self, predicate: str, meaning: object, claim: Claim) -> Iterator[PartVerdict]:
        if isinstance(meaning, CannotRead):
            yield from self._cannot_read(meaning, claim)
        elif isinstance(meaning, OnlyRecipients):
            yield from self._only_recipients(meaning, claim)
        elif isinstance(meaning, ControlledFrom):
            yield from self._controlled_from(meaning)
        elif isinstance(meaning, NotExposedTo):
            yield from self._not_exposed(meaning)
        elif isinstance(meaning, Certified):
            yield from self._certified(meaning, claim)
        elif isinstance(meaning, HostedIn):
            yield from self._hosted_in(meaning, claim)
        elif isinstance(meaning, AboutData) and predicate == "encrypted_in_transit":
            yield from self._in_transit(meaning, claim)
        elif isinstance(meaning, AboutData) and predicate == "encrypted_at_rest":
            yield from self._at_rest(meaning, claim)
        elif isinstance(meaning, AboutData) and predicate == "end_to_end":
            yield from self._end_to_end(meaning, claim)
        else:
            yield PartVerdict((), "unproven", "no-facts", claim.by, "", (), ())

    # who reads ------------------------------------------------------------------------------------------------------

    def _cannot_read(self, meaning: CannotRead, claim: Claim) -> Iterator[PartVerdict]:
        readings = [*self.readability.by_who.get(meaning.who, []), *self.readability.by_who.get(UNKNOWN, [])]
        yield from self._readings(readings, several(meaning.data), claim, self._own_notice(meaning, claim))

    def _end_to_end(self, meaning: AboutData, claim: Claim) -> Iterator[PartVerdict]:
        readings = [r for r in self.readability.readings if r.how != "end"]
        yield from self._readings(readings, several(meaning.data), claim, {})

    def _readings(
        self, readings: list[Reading], wanted: tuple[str, ...], claim: Claim, noticed: dict[str, str]
    ) -> Iterator[PartVerdict]:
        best: dict[str, tuple[tuple[int, int, str], Reading, Arrival]] = {}
        possible: dict[str, Reading] = {}
        for reading in readings:
            for bits, entry in reading.sure_by:
                for category in self._about(reading.activity, bits, wanted):
                    rank = (self._rank(self.proof_of(reading, entry)), len(entry.path()), reading.activity)
                    if category not in best or rank < best[category][0]:
                        best[category] = (rank, reading, entry)
            for bits, _ in reading.maybe_by:
                for category in self._about(reading.activity, bits, wanted):
                    possible.setdefault(category, reading)
        grouped: dict[
            tuple[Verdict, str, str, tuple[Hop, ...], tuple[str, ...], tuple[str, ...]], list[str]
        ] = {}
        for category in sorted({*best, *possible, *noticed}):
            for key in self._parts_of(category, best, possible, noticed):
                grouped.setdefault(key, []).append(category)
        for (verdict, because, at, path, proof, missing), categories in sorted(
            grouped.items(), key=lambda item: (VERDICT_ORDER.index(item[0][0]), item[1])
        ):
            yield PartVerdict(
                tuple(categories), verdict, because, self._reader(readings, claim), at, path, proof, missing
            )
        if not grouped:
            yield PartVerdict(wanted, "unproven", "no-reading-modelled", claim.by, "", (), ())

    def _reader(self, readings: list[Reading], claim: Claim) -> str:
        return next((reading.who for reading in readings if reading.who != UNKNOWN), claim.by)

    def _parts_of(
        self,
        category: str,
        best: dict[str, tuple[tuple[int, int, str], Reading, Arrival]],
        possible: dict[str, Reading],
        noticed: dict[str, str],
    ) -> Iterator[tuple[Verdict, str, str, tuple[Hop, ...], tuple[str, ...], tuple[str, ...]]]:
        verdict: Verdict = "unproven"
        if category in best:
            _, reading, entry = best[category]
            proof = self.proof_of(reading, entry)
            verdict, because = self._weigh(proof)
            missing = self._to_check(proof) if verdict == "unproven" else ()
            yield verdict, because, reading.at, entry.path(), proof, missing
        elif category in possible and category not in noticed:
            reading = possible[category]
            yield "unproven", "reading-possible", reading.at, (), (), reading.missing
        if verdict == "unproven" and category in noticed:
            yield "inconsistent", "own-notice", "", (), (noticed[category],), ()

    def proof_of(self, reading: Reading, entry: Arrival) -> tuple[str, ...]:
        """Give the facts by which `reading` holds along the path of `entry`."""
        routes: dict[str, None] = {}
        for hop in entry.path():
            routes[hop.route] = None
            if hop.flow is not None:
                routes[f"{hop.route}.content"] = None
        routes.update(dict.fromkeys(reading.proof))
        if reading.how == "key":
            for seal in sorted(entry.seals):
                routes[f"flows.{seal}.keys"] = None
        return tuple(routes)

    def _own_notice(self, meaning: CannotRead, claim: Claim) -> dict[str, str]:
        found: dict[str, str] = {}
        if claim.by != meaning.who:
            return found
        wanted = several(meaning.data)
        for name, notice in self.estate.case.notices.items():
            if notice.by == claim.by:
                for category in several(notice.data):
                    if category not in UNSETTLED and any(self.estate.is_a(category, w) for w in wanted):
                        found.setdefault(category, f"notices.{name}.data")
        return found

    def _about(self, activity: str, bits: int, wanted: tuple[str, ...]) -> list[str]:
        names = self.estate.sheets[activity].names(bits)
        return [name for name in names if any(self.estate.is_a(name, broad) for broad in wanted)]

    # who receives, where it is kept, how it is protected --------------------------------------------------------------

    def _only_recipients(self, meaning: OnlyRecipients, claim: Claim) -> Iterator[PartVerdict]:
        allowed, wanted = set(several(meaning.who)), several(meaning.data)
        seen = False
        for reading in self.readability.readings:
            for bits, entry in reading.sure_by:
                found = self._about(reading.activity, bits, wanted)
                if found and reading.who not in allowed:
                    seen = True
                    kept = f"hosts.{reading.at}.keeps"
                    extra = (kept,) if reading.at in self.estate.case.hosts else ()
                    proof = (*self.proof_of(reading, entry), *extra)
                    verdict, because = self._weigh(proof)
                    missing = self._to_check(proof) if verdict == "unproven" else ()
                    because = "other-recipient" if verdict != "unproven" else because
                    yield PartVerdict(
                        tuple(found), verdict, because, reading.who, reading.at, entry.path(), proof, missing
                    )
        if not seen:
            yield PartVerdict(wanted, "unproven", "no-other-recipient-modelled", claim.by, "", (), ())

    def _in_transit(self, meaning: AboutData, claim: Claim) -> Iterator[PartVerdict]:
        shown: list[str] = []
        for sheet in self.estate.sheets.values():
            for hop in sheet.hops:
                if hop.flow is None or not self._about(sheet.id, hop.mask, several(meaning.data)):
                    continue
                transport, content = plain(hop.flow.transport), plain(hop.flow.content)
                route = f"{hop.route}.transport"
                if transport == "none" and content == "none":
                    verdict, because = self._weigh((route, f"{hop.route}.content"))
                    yield PartVerdict(
                        (hop.id,), verdict, because, "", hop.b, (hop,), (route, f"{hop.route}.content")
                    )
                else:
                    shown.append(route)
        yield from self._rests(shown, claim, several(meaning.data))

    def _at_rest(self, meaning: AboutData, claim: Claim) -> Iterator[PartVerdict]:
        shown: list[str] = []
        wanted = several(meaning.data)
        for name, host in sorted(self.estate.case.hosts.items()):
            if not any(self.estate.is_a(c, w) for c in self.estate.kept(name) for w in wanted):
                continue
            route = f"hosts.{name}.at_rest"
            if plain(host.at_rest) in ("none", "plain"):
                verdict, because = self._weigh((route,))
                yield PartVerdict((name,), verdict, because, "", name, (), (route,))
            else:
                shown.append(route)
        yield from self._rests(shown, claim, wanted)

    def _hosted_in(self, meaning: HostedIn, claim: Claim) -> Iterator[PartVerdict]:
        shown: list[str] = []
        wanted, allowed = several(meaning.data), set(several(meaning.only))
        for name, host in sorted(self.estate.case.hosts.items()):
            if not any(self.estate.is_a(c, w) for c in self.estate.kept(name) for w in wanted):
                continue
            route = f"hosts.{name}.location"
            elsewhere = [c for c in several(host.location) if c not in allowed and c not in UNSETTLED]
            if elsewhere:
                verdict, because = self._weigh((route,))
                yield PartVerdict((name,), verdict, because, "", name, (), (route,))
            else:
                shown.append(route)
        yield from self._rests(shown, claim, wanted)

    def _rests(self, routes: list[str], claim: Claim, about: tuple[str, ...]) -> Iterator[PartVerdict]:
        """Say what remains: unknown facts, facts that rest on the claimant, or support within the facts modelled."""
        fact = self.estate.materials.fact
        unknown = [route for route in routes if _unsettled(fact(route).value)]
        resting = [route for route in routes if route not in unknown and fact(route).known not in SHOWN]
        if resting:
            yield PartVerdict(
                about, "unproven", "rests-on-claimant", claim.by, "", (), tuple(resting), tuple(resting)
            )
        if unknown:
            yield PartVerdict(about, "unproven", "facts-missing", claim.by, "", (), (), tuple(unknown))
        if resting or unknown:
            return
        if routes:
            yield PartVerdict(about, "supported", "facts-agree", claim.by, "", (), tuple(routes))
        else:
            yield PartVerdict(about, "unproven", "no-facts", claim.by, "", (), ())

    # who holds which certificate -----------------------------------------------------------------------------------

    def _certified(self, meaning: Certified, claim: Claim) -> Iterator[PartVerdict]:
        """Hold a certificate against what is held, on the day of the words, else on the date of the case."""
        day = claim.date if claim.date not in ("", UNKNOWN) else self.estate.as_of
        held, unsaid = self._held(meaning.who, day)
        own = [one for one in held if one.certificate.is_ == meaning.is_]
        fitting = [(one, self._in_scope(one, meaning)) for one in own]
        valid = [one for one, fits in fitting if fits and one.valid]
        if valid:
            yield from self._rests([one.route for one in valid[:1]], claim, (meaning.who,))
            return
        doubtful = [(one, fits) for one, fits in fitting if fits is not False and one.valid is not False]
        missing = (
            *unsaid,
            *(r for one, fits in doubtful for r in (*one.missing, *(() if fits else (one.scope_route,)))),
        )
        if missing:
            yield PartVerdict(
                (meaning.who,),
                "unproven",
                "facts-missing",
                claim.by,
                "",
                (),
                (),
                distinct(missing),
            )
            return
        yield self._unheld(meaning, [one for one in own if one.valid], own, day)

    def _unheld(
        self, meaning: Certified, valid: list[HeldCertificate], own: list[HeldCertificate], day: str
    ) -> PartVerdict:
        others = [
            one
            for who in sorted(self.estate.case.organisations)
            if who != meaning.who
            for one in self._held(who, day)[0]
            if one.certificate.is_ == meaning.is_ and one.valid
        ]
        nearest, because = (
            (valid, "certificate-other-scope")
            if valid
            else (own, "certificate-other-time")
            if own
            else (others, "certificate-of-another")
            if others
            else ([], "no-certificate")
        )
        proof = (f"organisations.{meaning.who}.certified", *(one.route for one in nearest[:1]))
        verdict, _ = self._weigh(proof)
        who = next((self._holder(one) for one in nearest), meaning.who)
        missing = self._to_check(proof) if verdict == "unproven" else ()
        return PartVerdict((meaning.who,), verdict, because, who, "", (), proof, missing)

    def _holder(self, held: HeldCertificate) -> str:
        return held.of if held.of in self.estate.case.organisations else self.estate.operator(held.of)

    def _held(self, who: str, day: str) -> tuple[list[HeldCertificate], tuple[str, ...]]:
        """Give the certificates of `who` and of the places it operates, and the addresses of lists that are not known."""
        found, unsaid = self.certificates.of_organisation(who, day)
        for name in sorted(self.estate.case.hosts):
            if self.estate.operator(name) == who:
                found = [*found, *self.certificates.of_place(name, day)[0]]
        return found, unsaid

    def _in_scope(self, held: HeldCertificate, meaning: Certified) -> bool | None:
        answers = [held.names(item) for item in several(meaning.scope)]
        if meaning.host and held.of != meaning.host:
            offers = [item for item in several(held.certificate.scope) if item in self.estate.case.hosts]
            answers.append(meaning.host in offers if offers else None if meaning.is_ == SECNUMCLOUD else True)
        if False in answers:
            return False
        return None if None in answers else True

    # who controls, which law reaches ---------------------------------------------------------------------------------

    def _controlled_from(self, meaning: ControlledFrom) -> Iterator[PartVerdict]:
        allowed = set(several(meaning.only))
        who = meaning.who
        country = f"organisations.{who}.country"
        for controller in self.control.controllers(who):
            where = self.estate.country(controller)
            if where not in allowed and where not in UNSETTLED:
                proof = (*self.control.proof(controller, who), f"organisations.{controller}.country")
                verdict: Verdict = (
                    "contradicted" if self._rank(proof) <= KNOWN_ORDER.index("observed") else "unproven"
                )
                yield PartVerdict((who,), verdict, "controlled-from-elsewhere", controller, "", (), proof)
        missing = tuple(self.control.unsettled(who))
        proof = (country, f"organisations.{who}.parent")
        settled = not missing and self._rank(proof) <= KNOWN_ORDER.index("observed")
        verdict = "supported" if settled else "unproven"
        because = "facts-agree" if settled else ("facts-missing" if missing else "rests-on-claimant")
        yield PartVerdict(
            (who,), verdict, because, who, "", (), proof, missing or (() if settled else proof[1:])
        )

    def _not_exposed(self, meaning: NotExposedTo) -> Iterator[PartVerdict]:
        wanted = several(meaning.data)
        found = False
        for exposure in self.exposures.all:
            about = [c for c in exposure.data if any(self.estate.is_a(c, w) for w in wanted)]
            if not about or exposure.state not in (meaning.country, "unknown"):
                continue
            found = True
            certain = exposure.reach.certain in ("control", "direct") and exposure.low >= 1
            shown = certain and self._weakest(exposure.proof) in SHOWN
            verdict: Verdict = "contradicted" if shown else "unproven"
            because = "reached" if shown else "reach-not-documented" if certain else "facts-missing"
            missing = () if shown else self._to_check(exposure.proof) if certain else exposure.missing
            yield PartVerdict(
                (exposure.host,),
                verdict,
                because,
                exposure.custodian,
                exposure.host,
                (),
                exposure.proof,
                missing,
            )
        if not found:
            yield PartVerdict(wanted, "unproven", "no-reach-modelled", "", "", (), ())

    # weighing --------------------------------------------------------------------------------------------------------

    def _weigh(self, proof: tuple[str, ...]) -> tuple[Verdict, str]:
        weakest = self._weakest(proof)
        if weakest in SHOWN:
            return "contradicted", "facts-shown"
        return ("inconsistent", "own-words") if weakest == "declared" else ("unproven", f"only-{weakest}")

    def _to_check(self, proof: tuple[str, ...]) -> tuple[str, ...]:
        weakest = self._weakest(proof)
        return tuple(route for route in proof if self.estate.materials.fact(route).known == weakest)

    def _rank(self, proof: tuple[str, ...]) -> int:
        return KNOWN_ORDER.index(self._weakest(proof))

    def _weakest(self, proof: tuple[str, ...]) -> Known:
        known = (self.estate.materials.fact(route).known for route in proof)
        return max(known, key=KNOWN_ORDER.index, default="assumed")


def _unsettled(value: object) -> bool:
    return any(item in UNSETTLED for item in several(value))

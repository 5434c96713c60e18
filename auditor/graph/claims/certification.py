"""Who holds which certificate: claims of certification, held against what is held on the day of the words."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.certificates import SECNUMCLOUD, CertificatesOnDate, HeldCertificate
from auditor.graph.claims.part import Part, Weighing, open_part
from auditor.graph.estate import Estate
from auditor.model.case.claim_meaning import Certified
from auditor.model.case.claims import Claim
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN


class CertificationClaims:
    """Claims about certificates."""

    def __init__(self, weighing: Weighing, certificates: CertificatesOnDate, estate: Estate) -> None:
        self.weighing = weighing
        self.certificates = certificates
        self.estate = estate

    def certified(self, meaning: Certified, claim: Claim) -> list[Part]:
        """Judge a certificate by what is held, on the day of the words, else on the date of the case."""
        day = claim.date if claim.date not in ("", UNKNOWN) else self.estate.as_of
        held, unsaid = self._held(meaning.who, day)
        own = [one for one in held if one.certificate.is_ == meaning.is_]
        fitting = [(one, self._in_scope(one, meaning)) for one in own]
        valid = [one for one, fits in fitting if fits and one.valid]
        if valid:
            route = valid[0].route
            if not self.weighing.shown(route):
                return [open_part("certificate-declared", (route,), who=meaning.who)]
            return [Part(verdict="supported", because="certificate-held", who=meaning.who, proof=(route,))]
        doubtful = [(one, fits) for one, fits in fitting if fits is not False and one.valid is not False]
        missing = (
            *unsaid,
            *self._nameless(meaning, day),
            *(r for one, fits in doubtful for r in (*one.missing, *(() if fits else (one.scope_route,)))),
        )
        if missing:
            return [open_part("certificate-unsaid", missing, who=meaning.who)]
        return [self._unheld(meaning, [one for one in own if one.valid], own, day)]

    def _nameless(self, meaning: Certified, day: str) -> Iterator[str]:
        """Give who operates a place with such a certificate, where nobody says it: it may be who is claimed to hold one."""
        for name in sorted(self.estate.case.hosts):
            if self.estate.operator(name) == UNKNOWN:
                held = self.certificates.of_place(name, day)[0]
                if any(one.certificate.is_ == meaning.is_ and one.valid is not False for one in held):
                    yield f"hosts.{name}.operator"

    def _unheld(
        self, meaning: Certified, valid: list[HeldCertificate], own: list[HeldCertificate], day: str
    ) -> Part:
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
        who = next((self._holder(one) for one in nearest), meaning.who)
        return self.weighing.against(because, proof, who=who)

    def _holder(self, held: HeldCertificate) -> str:
        return held.of if held.of in self.estate.case.organisations else self.estate.operator(held.of)

    def _held(self, who: str, day: str) -> tuple[list[HeldCertificate], Routes]:
        """Give the certificates of `who` and of the places it operates, and the addresses of lists that are not known."""
        found, unsaid = self.certificates.of_organisation(who, day)
        for name in sorted(self.estate.case.hosts):
            if self.estate.operator(name) == who:
                found = [*found, *self.certificates.of_place(name, day)[0]]
        return found, distinct(unsaid)

    def _in_scope(self, held: HeldCertificate, meaning: Certified) -> bool | None:
        answers = [held.names(item) for item in several(meaning.scope)]
        if meaning.host and held.of != meaning.host:
            offers = [item for item in several(held.certificate.scope) if item in self.estate.case.hosts]
            answers.append(meaning.host in offers if offers else None if meaning.is_ == SECNUMCLOUD else True)
        if False in answers:
            return False
        return None if None in answers else True

"""All claims of an estate, each judged by its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from msgspec import UNSET

from auditor.graph.arrivals import Arrival
from auditor.graph.certificates import CertificatesOnDate
from auditor.graph.claims.anonymity import AnonymityClaims
from auditor.graph.claims.certification import CertificationClaims
from auditor.graph.claims.location import LocationClaims
from auditor.graph.claims.part import VERDICT_ORDER, Checked, Part, Weighing
from auditor.graph.claims.protection import ProtectionClaims
from auditor.graph.claims.reach import ReachClaims
from auditor.graph.claims.reading import ReadingClaims
from auditor.graph.claims.receiving import ReceivingClaims
from auditor.graph.claims.scope import perhaps_about
from auditor.graph.control import Control
from auditor.graph.estate import Estate
from auditor.graph.exposure import Exposures
from auditor.graph.limits import refuse_weighed
from auditor.graph.reach import Reaches
from auditor.graph.readability import Readability
from auditor.graph.readings import Reading
from auditor.graph.transfers import Transfers
from auditor.model.case.claim_meaning import Says
from auditor.model.case.claims import Claim
from auditor.model.evidence import Routes
from auditor.model.materials import several
from auditor.model.result.tables import Verdict

NOTHING: Final = "nothing-checkable"


class Claims:
    """The claims of an estate, each held against what is derived."""

    def __init__(
        self,
        *,
        estate: Estate,
        control: Control,
        reaches: Reaches,
        readability: Readability,
        exposures: Exposures,
        transfers: Transfers,
        certificates: CertificatesOnDate,
    ) -> None:
        refuse_weighed(len(estate.case.claims), len(estate.case.hosts) + len(estate.case.flows))
        weighing = Weighing(estate)
        self._reading = ReadingClaims(weighing, readability, exposures, estate)
        protection = ProtectionClaims(weighing, exposures, estate)
        anonymity = AnonymityClaims(weighing, estate)
        location = LocationClaims(weighing, transfers, estate)
        receiving = ReceivingClaims(weighing, exposures, estate)
        reach = ReachClaims(weighing, control=control, reaches=reaches, exposures=exposures, estate=estate)
        certification = CertificationClaims(weighing, certificates, estate)
        judges: dict[str, Callable[[Any, Claim], list[Part]]] = {
            "cannot_read": self._reading.cannot_read,
            "end_to_end": self._reading.end_to_end,
            "encrypted_in_transit": protection.in_transit,
            "encrypted_at_rest": protection.at_rest,
            "anonymous": lambda meaning, _: anonymity.anonymous(meaning),
            "hosted_in": location.hosted_in,
            "processed_in": location.processed_in,
            "no_transfer": location.no_transfer,
            "not_exposed_to": reach.not_exposed,
            "exposed_to": reach.exposed,
            "only_recipients": receiving.only,
            "never_to": receiving.never,
            "certified": certification.certified,
            "controlled_from": lambda meaning, _: reach.controlled_from(meaning),
        }
        self.all = [
            _checked(name, claim, judges, estate) for name, claim in sorted(estate.case.claims.items())
        ]

    def proof_of(self, reading: Reading, entry: Arrival) -> Routes:
        """Give the facts by which `reading` holds along the path of `entry`."""
        return self._reading.proof_of(reading, entry)


def _checked(
    name: str, claim: Claim, judges: dict[str, Callable[[Any, Claim], list[Part]]], estate: Estate
) -> Checked:
    if isinstance(claim.says, Says):
        for kind, judge in judges.items():
            meaning = getattr(claim.says, kind)
            if meaning is not UNSET:
                parts = judge(meaning, claim)
                if all(part.verdict == "supported" for part in parts) and hasattr(meaning, "data"):
                    parts += perhaps_about(estate, several(meaning.data), claim.by)
                parts.sort(key=lambda part: VERDICT_ORDER.index(part.verdict))
                verdict: Verdict = parts[0].verdict if parts else "unproven"
                return Checked(name, kind.replace("_", "-"), verdict, tuple(parts))
    return Checked(name, NOTHING, "not-checkable", ())

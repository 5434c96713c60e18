"""All derivations of an estate, each computed when first asked."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from auditor.graph.access_laws import AccessLaws
from auditor.graph.affiliates import Affiliates
from auditor.graph.captured import Captured
from auditor.graph.certificates import CertificatesOnDate
from auditor.graph.claims.check import Claims
from auditor.graph.consent_exemptions import ConsentExemptions
from auditor.graph.control import Control
from auditor.graph.declarations import Declarations
from auditor.graph.estate import Estate
from auditor.graph.exposure import Exposures
from auditor.graph.health_hosting import HealthHosting
from auditor.graph.joint_controllers import JointControllers
from auditor.graph.reach import Reaches
from auditor.graph.readability import Readability
from auditor.graph.recipients import Recipients
from auditor.graph.regimes import Regimes
from auditor.graph.roles import Roles
from auditor.graph.stakes import Stakes
from auditor.graph.transfer_grounds import TransferGrounds
from auditor.graph.transfers import Transfers
from auditor.model.bilingual import Bilingual


class Supposed(Struct, frozen=True, kw_only=True):
    """What a scenario would do to findings: which would appear, change, or newly be in question, by rule title and culprit.

    `worsens` tells whether anything would be established that is not now.
    """

    appears: tuple[tuple[Bilingual, str], ...] = ()
    changes: tuple[tuple[Bilingual, str], ...] = ()
    asks: tuple[tuple[Bilingual, str], ...] = ()
    worsens: bool = False


class Derived:
    """What follows from the facts of an estate; `effects` tells what each scenario would change."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.effects: dict[str, Supposed] = {}

    @cached_property
    def captured(self) -> Captured:
        """What only captures tell of."""
        return Captured(self.estate)

    @cached_property
    def control(self) -> Control:
        """Who controls whom."""
        return Control(self.estate)

    @cached_property
    def stakes(self) -> Stakes:
        """Which stakes are held from outside the EU."""
        return Stakes(self.estate, self.control)

    @cached_property
    def reaches(self) -> Reaches:
        """Which State's law reaches which organisation."""
        return Reaches(self.estate, self.control)

    @cached_property
    def affiliates(self) -> Affiliates:
        """Who may pass data on within its group, out of the EEA."""
        return Affiliates(self.estate, self.control, AccessLaws(self.estate))

    @cached_property
    def readability(self) -> Readability:
        """Who can read what, where."""
        return Readability(self.estate)

    @cached_property
    def exposures(self) -> Exposures:
        """Which kept data which law reaches, through whom, and how far."""
        return Exposures(self.estate, self.reaches, self.readability)

    @cached_property
    def regimes(self) -> Regimes:
        """Under which regime of data protection each activity falls."""
        return Regimes(self.estate)

    @cached_property
    def exemptions(self) -> ConsentExemptions:
        """Which sendings no exemption from consent can cover."""
        return ConsentExemptions(self.estate)

    @cached_property
    def roles(self) -> Roles:
        """Who takes which part in which activity."""
        return Roles(self.estate)

    @cached_property
    def joint(self) -> JointControllers:
        """Who may decide together with whom."""
        return JointControllers(self.estate, self.roles)

    @cached_property
    def declarations(self) -> Declarations:
        """Who is named to people and in the register."""
        return Declarations(self.estate)

    @cached_property
    def recipients(self) -> Recipients:
        """Who receives what, and who declared it."""
        return Recipients(self.estate, self.roles, self.declarations)

    @cached_property
    def transfers(self) -> Transfers:
        """Who sends what to whom in a third country."""
        return Transfers(self.estate)

    @cached_property
    def grounds(self) -> TransferGrounds:
        """What each transfer rests on."""
        return TransferGrounds(self.transfers, self.readability, self.recipients)

    @cached_property
    def certificates(self) -> CertificatesOnDate:
        """Which certificates cover which host."""
        return CertificatesOnDate(self.estate)

    @cached_property
    def care(self) -> HealthHosting:
        """Where the law on hosting health data applies."""
        return HealthHosting(self.estate)

    @cached_property
    def claims(self) -> Claims:
        """What the facts say of each claim."""
        return Claims(
            estate=self.estate,
            control=self.control,
            reaches=self.reaches,
            readability=self.readability,
            exposures=self.exposures,
            transfers=self.transfers,
            certificates=self.certificates,
        )


def derive(estate: Estate) -> Derived:
    """Give the derivations of `estate`; what its scenarios change is added to `effects` by whoever can judge."""
    return Derived(estate)

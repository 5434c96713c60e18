"""What a result tells besides its findings, a line for each: claims, exposures, control, flows, places, activities, recipients, transfers."""

from typing import Literal

from msgspec import Struct, field

from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import Level, PathStep, PlaceInFile, ProofFact
from auditor.model.vocabulary import Known

Verdict = Literal["contradicted", "inconsistent", "unproven", "supported", "not-checkable"]


class ClaimPart(Struct, frozen=True):
    """The verdict on one part of a claim, with its own proof.

    `because` names the reason, `known` is how the weakest fact of the proof is known; `who` does it, to the categories `data`,
    at the places `at`, as far as the reason is about them.
    """

    about: str
    verdict: Verdict
    message: Bilingual
    path: list[PathStep]
    proof: list[ProofFact]
    because: str = ""
    known: Known = "documented"
    who: str = ""
    data: list[str] = []
    at: list[str] = []


class ClaimVerdict(Struct, frozen=True):
    """What the facts modelled say of a claim; the quote, its author and its source are always printed."""

    id: str
    by: str
    quote: Bilingual
    source: str
    says: str
    verdict: Verdict
    message: Bilingual
    parts: list[ClaimPart]
    missing: list[str]
    place: PlaceInFile | None = None


class ExposureLine(Struct, frozen=True):
    """One custodian of one host under one instrument: the level, or the interval over what the unknown could be."""

    host: str
    custodian: str
    as_: str = field(name="as")
    state: str
    instrument: str
    reach: list[str]
    keys: list[str]
    clear: list[str]
    level: Level
    data: list[str]
    missing: list[str]
    conditions: Bilingual
    proof: list[ProofFact]


class ChainLink(Struct, frozen=True):
    """One link of a chain of control or one holding: who holds what, how much, since when, how it is known."""

    owner: str
    of: str
    kind: str
    votes: str
    since: str
    until: str
    known: Known
    source: str
    assumed: str = ""


class Controller(Struct, frozen=True):
    """Who controls an organisation, for certain or possibly, through which links; `step` is how many holders the longest line up to it has."""

    id: str
    country: str
    certain: bool
    chain: list[ChainLink]
    step: int = 1


class ControlLine(Struct, frozen=True):
    """An organisation, the law under which it exists, who controls it, and who else holds part of it."""

    organisation: str
    name: str
    country: str
    country_known: Known
    controllers: list[Controller]
    holders: list[ChainLink]
    owners_known: bool
    reach: dict[str, list[str]]


class FlowLine(Struct, frozen=True):
    """One flow, for the table that stands for the drawing; `known` is the weakest way in which what is shown is known."""

    id: str
    number: int
    activity: str
    from_: str = field(name="from")
    through: list[str]
    to: list[str]
    data: list[str]
    transport: str
    content: str
    keys: str
    known: Known
    source: str
    findings: list[str]


class PlaceLine(Struct, frozen=True):
    """Where a flow may end: people, an organisation (its own systems) or a host, and under whose law its operator exists.

    `eea` tells whether that country belonged to the European Economic Area on the date of the case, `adequate` whether a
    decision covered the whole of it.
    """

    id: str
    kind: Literal["people", "organisation", "host"]
    operator: str
    country: str
    eea: Literal["yes", "no", "unknown"]
    adequate: bool
    location: str
    runs_on: str
    keeps: str
    at_rest: str
    keys: str
    known: Known
    source: str


class RetentionLine(Struct, frozen=True):
    """How long a category of an activity is kept in use, then in archive, and what becomes of it; empty where nobody states it."""

    data: str
    active: str
    archive: str
    end: str


class ActivityLine(Struct, frozen=True):
    """One sheet of the register (GDPR art. 30); `special` are its special categories (art. 9) and offences (art. 10).

    `purposes` are the further ones, `bases` the legal bases that sources differ on, `internal` the services inside with access.
    """

    id: str
    purpose: Bilingual
    people: list[str]
    data: list[str]
    special: list[str]
    controller: list[str]
    processors: list[str]
    recipients: list[str]
    legal_basis: str
    special_basis: str
    retention: str
    assessment: str
    scale: str
    known: Known
    source: str
    transfers: list[str] = []
    measures: list[str] = []
    dpo: dict[str, str] = {}
    purposes: list[Bilingual] = []
    bases: list[str] = []
    retentions: list[RetentionLine] = []
    internal: list[str] = []


class AgreementLine(Struct, frozen=True):
    """What two organisations signed, on the date of the case, and whether it is stated that they did."""

    between: list[str]
    kind: str
    module: str
    signed: Literal["yes", "no", "unknown"]
    known: Known
    source: str
    assessment: str = ""
    measures: str = ""


class AskedLine(Struct, frozen=True):
    """A question that was put to someone, on which date, and whether it was answered."""

    id: str
    to: str
    text: Bilingual
    asked: str
    answered: str
    source: str


class RuleLine(Struct, frozen=True):
    """A rule that met something in the case, and how often with each outcome; rules that met nothing have no line."""

    id: str
    policy: str
    title: Bilingual
    established: int
    cannot_be_shown: int
    hypothetical: int


class RecipientLine(Struct, frozen=True):
    """A recipient of an activity: whether declared, and which foreign law reaches it on its own account.

    `observed` tells how what is declared stands to what was observed; `none` where nothing was observed in the activity.
    """

    activity: str
    recipient: str
    role: str
    declared: Literal["yes", "no", "unknown"]
    observed: Literal[
        "undeclared",
        "declared-observed",
        "declared-not-observed",
        "attempted",
        "unattributed",
        "unknown",
        "none",
    ]
    reach: dict[str, list[str]]


class TransferLine(Struct, frozen=True):
    """A transfer, certain or possible: `sender` sends, `exporter` answers for it; they differ where it is onward.

    `tool` and `derogation` are empty where they are not stated; `country` is empty for an international organisation.
    """

    flow: str
    activity: str
    exporter: str
    sender: str
    importer: str
    country: str
    certain: bool
    onward: bool
    data: list[str]
    adequate: list[str]
    tool: str
    derogation: str
    ground: Bilingual
    missing: list[str]
    proof: list[ProofFact]

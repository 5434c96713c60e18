"""The result of an audit, `auditor.result/2`: what every format renders and what other programs read."""

from typing import Final, Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.not_looked_at import NotLookedAt
from auditor.model.result.captures import CaptureTables
from auditor.model.result.findings import Finding, OpenQuestion, PointsCounted, SubjectRef
from auditor.model.result.gate import (
    ExceptionLine,
    NoLongerShown,
    PolicyChange,
    RuleJudged,
    Summary,
    WeakenedFact,
)
from auditor.model.result.tables import (
    ActivityLine,
    AgreementLine,
    AskedLine,
    ClaimVerdict,
    ControlLine,
    ExposureLine,
    FlowLine,
    PlaceLine,
    RecipientLine,
    RuleLine,
    TransferLine,
)
from auditor.model.vocabulary import Known

#: The kind of what was not analysed because no regime of data protection applies to it.
OUTSIDE: Final = "regime"


class NotAnalysed(Struct, frozen=True):
    """Something that was in the input and on which no verdict could or should be given, and why."""

    subject: SubjectRef
    reason: Bilingual


class Tool(Struct, frozen=True):
    """Which program judged, with which packs of rules and which state of knowledge.

    `knowledge_date` is the day after which nothing recorded was taken as known; empty where all of the base was.
    """

    name: str
    version: str
    knowledge_as_of: str
    policies: list[str]
    knowledge_date: str = ""


class InputFile(Struct, frozen=True):
    """A file that was read and the SHA-256 of its bytes."""

    path: str
    sha256: str


class CaseLine(Struct, frozen=True):
    """The audited case; `later` is the assumption that its facts still hold, if the date asked is later than that of the case.

    `as_of_known` is how its date is known: one that was only chosen is `assumed`.
    """

    id: str
    title: Bilingual
    about: str
    note: Bilingual
    hypothesis: str = ""
    later: Bilingual | None = None
    as_of_known: Known = "documented"


class SourceLine(Struct, frozen=True):
    """A document that facts or laws were read in; `label` is how sentences call it."""

    id: str
    kind: str
    title: Bilingual
    author: str
    publisher: str
    date: str
    url: str
    label: Bilingual = Bilingual("", "")


class ReplyLine(Struct, frozen=True):
    """A right of reply."""

    by: str
    date: str
    text: Bilingual
    to: list[str]


class OverrideLine(Struct, frozen=True):
    """A fact that is replaced: of the knowledge base by the `case` or an own addition to the `knowledge` base, of an `import` by the case."""

    fact: str
    knowledge: str
    case: str
    by: Literal["case", "knowledge", "import", "answer"] = "case"


class View(Struct, frozen=True):
    """For whom a result is shown, which sections in which order, and how many findings, questions and claims are left out."""

    profile: str
    sections: list[str]
    findings: int
    questions: int
    claims: int


class Result(Struct, frozen=True):
    """The whole result. Lists are sorted; it holds no clock and no absolute path.

    `names` maps what ids mean to readers: ends of flows by their id, others by section and id (`activities.booking`,
    `countries.FR`, `instruments.US-SCA-2713`); `organisations.…` is a name with its legal form. `clauses` says each premise of the
    gravest finding of every rule as a clause, by its address.
    """

    schema: Literal["auditor.result/2"]
    tool: Tool
    case: CaseLine
    as_of: str
    inputs: list[InputFile]
    summary: Summary
    findings: list[Finding]
    questions: list[OpenQuestion]
    claims: list[ClaimVerdict]
    exposures: list[ExposureLine]
    control: list[ControlLine]
    recipients: list[RecipientLine]
    transfers: list[TransferLine]
    flows: list[FlowLine]
    not_analysed: list[NotAnalysed]
    replies: list[ReplyLine]
    overrides: list[OverrideLine]
    assumptions: list[Bilingual]
    sources: list[SourceLine]
    names: dict[str, Bilingual]
    clauses: dict[str, Bilingual] = {}
    places: list[PlaceLine] = []
    activities: list[ActivityLine] = []
    agreements: list[AgreementLine] = []
    asked: list[AskedLine] = []
    rules: list[RuleLine] = []
    judged: list[RuleJudged] = []
    exceptions: list[ExceptionLine] = []
    loosened: list[PolicyChange] = []
    no_longer_shown: list[NoLongerShown] = []
    weakened_facts: list[WeakenedFact] = []
    today: str = ""
    view: View | None = None
    not_looked_at: list[NotLookedAt] = []
    captures: CaptureTables | None = None

    @property
    def counted(self) -> PointsCounted:
        """The open points that `findings` leaves out: none."""
        return PointsCounted()


class CountedResult(Result, frozen=True):
    """A result to be shown where open points are only counted: those in `counted` are not among the findings. It is never written itself."""

    counted: PointsCounted = PointsCounted()

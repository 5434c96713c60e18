"""The result of an audit, `auditor.result/2`: what every format renders and what other programs read."""

from typing import Final, Literal

from msgspec import Struct, field

from auditor.model.bilingual import Bilingual
from auditor.model.not_looked_at import NotLookedAt
from auditor.model.policy import About, FindingKind
from auditor.model.vocabulary import Floor, Known, Severity

Outcome = Literal["established", "cannot-be-shown", "hypothetical"]
Verdict = Literal["contradicted", "inconsistent", "unproven", "supported", "not-checkable"]


class PlaceInFile(Struct, frozen=True):
    """Where a fact is written, 1-based; `text` is the line and `width` what a caret underlines."""

    file: str
    line: int
    column: int
    width: int = 1
    text: str = ""


class ProofFact(Struct, frozen=True):
    """A premise: the address of a fact, its value in words, how it is known, its source and its place."""

    fact: str
    value: str
    known: Known
    source: str
    place: PlaceInFile | None = None


class PathStep(Struct, frozen=True):
    """One step of a path. `reads` tells whether the operator of `to` can read there: yes, possible or no.

    `known` is the weakest way in which the flow and what is shown of it are known.
    """

    flow: str
    from_: str = field(name="from")
    to: str
    transport: str
    content: str
    known: Known
    reads: Literal["yes", "possible", "no"] = "no"


class Level(Struct, frozen=True):
    """An exposure level, E0 to E4, as an interval where the inputs are not known."""

    min: int
    max: int


#: The kind of what was not analysed because no regime of data protection applies to it.
OUTSIDE: Final = "regime"


class SubjectRef(Struct, frozen=True):
    """What a finding is about."""

    kind: str
    id: str


class Citation(Struct, frozen=True):
    """A text of law: its reference in a rule, how it is cited, where it is published, and what must be said of its time."""

    ref: str
    cite: Bilingual
    url: str
    note: Bilingual | None = None


class Reason(Struct, frozen=True):
    """A finding of another rule on the same store or path, told with the one it is joined to."""

    rule: str
    title: Bilingual
    message: Bilingual
    severity: Floor
    fingerprint: str


class RuleWords(Struct, frozen=True):
    """What is told of a rule beyond its own texts.

    `sentence` says when it reports something, `severity` how grave, `gate` whether it may fail a build, `grouping` what makes
    one finding together; `law` is spelt out, and `questions` are those it asks where facts are missing.
    """

    sentence: Bilingual
    severity: Bilingual
    gate: Bilingual
    grouping: Bilingual
    law: list[Citation]
    questions: list[Bilingual]


class Acceptance(Struct, frozen=True):
    """Who accepted a finding, when, until when, and why."""

    by: str
    on: str
    until: str
    reason: str


BaselineStatus = Literal["new", "worse", "known"]


class Finding(Struct, frozen=True):
    """A rule met a subject.

    `severity` is the floor: what holds whatever the missing facts turn out to be, `none` for an open point.
    `severity_if_open` is the ceiling: what they could make of it; the two are equal where nothing is open. `missing` are
    the addresses of the facts that decide. An open point is `live` where the rule applies for certain, or something that it
    forbids is shown, by a fact that somebody stated; `withheld` where such a fact was asked for and not produced.
    `gate` tells whether it may fail a build, once established. `more` counts further subjects of the same culprit; `subjects` names them all. `also` are the
    reasons that other rules give on the same store or path; such a finding names in `joined` the one it is told with.
    `accepted` is the exception that holds; `was_accepted` one that no longer does, or whose validity could not be told.
    `standing` says how the finding compares with a baseline or an earlier revision, where there is one. `formerly` are the
    fingerprints that it had in earlier versions of its rule, by which exceptions, baselines and links still find it.
    """

    rule: str
    kind: FindingKind
    about: About
    outcome: Outcome
    severity: Floor
    severity_if_open: Severity
    confidence: Known
    gate: bool
    subject: SubjectRef
    culprit: str
    level: Level | None
    title: Bilingual
    message: Bilingual
    why: Bilingual
    remedy: Bilingual
    mistaken_when: Bilingual
    path: list[PathStep]
    proof: list[ProofFact]
    missing: list[str]
    law: list[Citation]
    subjects: list[str]
    more: int
    fingerprint: str
    place: PlaceInFile | None = None
    also: list[Reason] = []
    joined: str = ""
    accepted: Acceptance | None = None
    was_accepted: Acceptance | None = None
    standing: BaselineStatus | None = None
    live: bool = False
    withheld: bool = False
    formerly: list[str] = []

    def is_named(self, beginning: str) -> bool:
        """Tell whether its fingerprint, or one it had in an earlier version of its rule, begins so; nothing names none."""
        return bool(beginning) and any(
            name.startswith(beginning) for name in (self.fingerprint, *self.formerly)
        )


class AskedBefore(Struct, frozen=True):
    """A question of the case that would settle an open point."""

    id: str
    to: str
    asked: str
    answered: str


class VersionLine(Struct, frozen=True):
    """What one source says of a fact on which sources differ, in its words, with its place."""

    value: str
    known: Known
    source: str
    quote: Bilingual
    place: PlaceInFile | None = None


class OpenFact(Struct, frozen=True):
    """A fact that is missing, the question that settles it, whom to ask, and what hangs on it.

    `fact` is its address, `subject` the name of the entry that it is a fact of. `points` counts the open points that wait for it. Where sources differ on the fact, `versions` says what each of them
    says; `withheld` tells that it was asked for and not produced.
    """

    fact: str
    subject: Bilingual
    question: Bilingual
    to: str
    rules: list[str]
    severity_if_open: Severity | None
    live: bool
    points: int
    asked: list[AskedBefore]
    withheld: bool = False
    place: PlaceInFile | None = None
    versions: list[VersionLine] = []


class OpenQuestion(Struct, frozen=True):
    """A question about one field, with the facts it asks for: one of each host, flow, activity that leaves it open.

    `severity_if_open` is the gravest that hangs on it, `distance` the fewest facts missing to an open point that it helps
    to decide, `points` how many open points wait for it.
    """

    field: str
    question: Bilingual
    rules: list[str]
    severity_if_open: Severity | None
    live: bool
    distance: int
    points: int
    facts: list[OpenFact]


class RuleJudged(Struct, frozen=True):
    """How far a rule could be judged: the subjects it applies to, those decided, and the open ones, live or dormant."""

    rule: str
    applicable: int
    decided: int
    live: int
    dormant: int


class ClaimPart(Struct, frozen=True):
    """The verdict on one part of a claim, with its own proof."""

    about: str
    verdict: Verdict
    message: Bilingual
    path: list[PathStep]
    proof: list[ProofFact]


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
    """Who controls an organisation, for certain or possibly, through which links."""

    id: str
    country: str
    certain: bool
    chain: list[ChainLink]


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


class ActivityLine(Struct, frozen=True):
    """One sheet of the register (GDPR art. 30); `special` are its special categories (art. 9) and offences (art. 10)."""

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
    """The audited case; `later` is the assumption that its facts still hold, if the date asked is later than that of the case."""

    id: str
    title: Bilingual
    about: str
    note: Bilingual
    hypothesis: str = ""
    later: Bilingual | None = None


ExceptionState = Literal["in-force", "expired", "unmatched", "outgrown", "not-yet", "undated", "not-checked"]
#: States of an exception for which a gate fails.
FAILING: Final[frozenset[ExceptionState]] = frozenset({"expired", "unmatched"})


class ExceptionLine(Struct, frozen=True):
    """An exception, what became of it, and the findings it speaks of.

    `expired` and `unmatched` ones fail a build; `outgrown`: the finding is graver or wider than what was accepted; `not-yet`:
    approved after the day of the check; `undated`: nobody said which day the check is for; `not-checked`: its rule was not run.
    """

    state: ExceptionState
    finding: str
    rule: str
    scope: dict[str, list[str]]
    by: str
    on: str
    until: str
    reason: str
    findings: list[str]
    place: PlaceInFile | None = None


class PolicyChange(Struct, frozen=True):
    """A rule that may find less than it did: what changed in it, with its words before and after where they help."""

    rule: str
    what: Bilingual
    before: str = ""
    after: str = ""


class NoLongerShown(Struct, frozen=True):
    """A finding of an earlier revision that is open now, or shown less, as `facts` are no longer stated; whether that fails."""

    finding: str
    rule: str
    title: Bilingual
    severity: Floor
    facts: list[str]
    fails: bool
    place: PlaceInFile | None = None


#: What became of a fact that findings rested on: no longer stated, known less well, without its source, stated otherwise,
#: a date moved on, an organisation that looks like another one, something that begins after the date of the case.
FactFate = Literal[
    "removed", "less-known", "unsourced", "otherwise", "moved-on", "look-alike", "begins-later"
]


class WeakenedFact(Struct, frozen=True):
    """A fact that a change took away, weakened or states otherwise, and the findings known before that are gone or lower since.

    `before` and `after` are its values, empty where there is none. `beginning` are findings that would fail on the day of
    the check, once what begins after the date of the case has begun: those fail.
    """

    fact: str
    fate: FactFate
    before: str
    after: str
    findings: list[str]
    beginning: list[str] = []
    place: PlaceInFile | None = None


class Compared(Struct, frozen=True):
    """What a gate was held against: a baseline or a revision, how many findings were known there, and which are gone."""

    against: str
    known: int
    gone: list[str]


class Gate(Struct, frozen=True):
    """What may fail a build: the threshold, the confidence asked for, how many findings are at or above it.

    `exceptions` counts those that are expired or match nothing, `loosened` the changes of rules that may find less: both fail.
    `unsure` counts the findings that are grave enough but not known well enough to fail. `undecided` counts what could yet
    turn out to be at or above the threshold: live open points, and findings whose ceiling is. `open_failing` counts the live
    open points at or above `fail_on_open`; `min_decided` is the share that must be decided, in percent, `decided` the one
    that is, both of what the change adds where there is a revision to compare with. `unshown` lists the findings of that
    revision that are no longer shown and would have failed; `opened` the open points that fail; `beginning` the findings that
    would fail on the day of the check, of what begins between the date of the case and that day.
    """

    fail_on: str
    min_confidence: Known
    failing: int
    passed: bool
    exceptions: int = 0
    loosened: int = 0
    compared: Compared | None = None
    unsure: int = 0
    undecided: int = 0
    fail_on_open: str = "never"
    open_failing: int = 0
    min_decided: int = 0
    decided: int = 100
    unshown: list[str] = []
    opened: list[str] = []
    beginning: list[str] = []


class JudgedCount(Struct, frozen=True):
    """How far the case could be judged, over all rules: subjects they apply to, those decided, and open ones.

    `waits_for` counts the facts that live open points wait for.
    """

    applicable: int
    decided: int
    live: int
    dormant: int
    waits_for: int


class Summary(Struct, frozen=True):
    """Counts, by severity for what is established, and of what stays open; `questions` are the live ones."""

    established: dict[str, int]
    cannot_be_shown: int
    hypothetical: int
    questions: int
    judged: JudgedCount
    claims: dict[str, int]
    gate: Gate
    accepted: int = 0


class SourceLine(Struct, frozen=True):
    """A document that facts or laws were read in."""

    id: str
    kind: str
    title: Bilingual
    author: str
    publisher: str
    date: str
    url: str


class ReplyLine(Struct, frozen=True):
    """A right of reply."""

    by: str
    date: str
    text: Bilingual
    to: list[str]


class OverrideLine(Struct, frozen=True):
    """A fact of the knowledge base that the `case` or an own addition to the `knowledge` base replaces."""

    fact: str
    knowledge: str
    case: str
    by: Literal["case", "knowledge"] = "case"


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
    `countries.FR`, `instruments.US-SCA-2713`).
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

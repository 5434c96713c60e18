"""Findings of a result with their proof, and the questions on what is open."""

from typing import Literal

from msgspec import Struct, field

from auditor.model.bilingual import Bilingual
from auditor.model.policy import About, FindingKind
from auditor.model.vocabulary import Floor, Known, Severity

Outcome = Literal["established", "cannot-be-shown", "hypothetical"]


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


class SubjectRef(Struct, frozen=True):
    """What a finding is about."""

    kind: str
    id: str


class Citation(Struct, frozen=True):
    """A text of law: its reference in a rule, how it is cited, where it is published, and what must be said of its time.

    `later` is the year of a text that came after the facts.
    """

    ref: str
    cite: Bilingual
    url: str
    note: Bilingual | None = None
    later: str = ""


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


class ActionLine(Struct, frozen=True):
    """What to do about a finding: what, who can do it, and the evidence that settles it."""

    what: Bilingual
    who: Bilingual
    evidence: Bilingual


BaselineStatus = Literal["new", "worse", "known"]


#: Which open points come in words and with their proof: all, those that are live, or none; the others are counted.
PointsTold = Literal["all", "live", "none"]


class ToDoCounted(Struct, frozen=True):
    """Something that could be done about open points of a rule that are only counted: how grave they could be, and the fields asked for."""

    rule: str
    severity_if_open: Severity
    fields: frozenset[str]


class PointsCounted(Struct, frozen=True):
    """Open points that are only counted: live ones by how grave they could be, how many are dormant.

    `gating` counts the live ones that may fail a build once established, by how grave they could be; `to_do` is what could be done about live ones.
    """

    live: dict[Severity, int] = {}
    gating: dict[Severity, int] = {}
    dormant: int = 0
    to_do: list[ToDoCounted] = []

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(self.live.values()) + self.dormant


class Finding(Struct, frozen=True):
    """A rule met a subject.

    `severity` is the floor: what holds whatever the missing facts turn out to be, `none` for an open point.
    `severity_if_open` is the ceiling: what they could make of it; the two are equal where nothing is open. `missing` are
    the addresses of the facts that decide. An open point is `live` where the rule applies for certain, or something that it
    forbids is shown, by a fact that somebody stated; `withheld` where such a fact was asked for and not produced.
    `gate` tells whether it may fail a build, once established. `more` counts further subjects of the same culprit; `subjects` names them all. `also` are the
    reasons that other rules give on the same store or path; such a finding names in `joined` the one it is told with.
    `accepted` is the exception that holds; `was_accepted` one that no longer does, or whose validity could not be told.
    `headline` tells the finding as one sentence about the case, `proof_sentence` what shows it, `action` what to do; `headline` is the
    title where the rule has none, the other two are empty.
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
    headline: Bilingual = Bilingual("", "")
    proof_sentence: Bilingual = Bilingual("", "")
    action: ActionLine | None = None

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


class SaidInWords(Struct, frozen=True):
    """What somebody answered about a fact in words that no field takes: by whom, received on which day, at which place."""

    words: str
    by: str
    on: str
    source: str


class OpenFact(Struct, frozen=True):
    """A fact that is missing, the question that settles it, whom to ask, and what hangs on it.

    `fact` is its address, `subject` the name of the entry that it is a fact of. `points` counts the open points that wait for it. Where sources differ on the fact, `versions` says what each of them
    says; `withheld` tells that it was asked for and not produced; `said` are answers in words, which a person has to settle.
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
    said: list[SaidInWords] = []


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

    @property
    def times(self) -> int:
        """How many live facts it asks for."""
        return sum(fact.live for fact in self.facts)

    @property
    def to(self) -> list[str]:
        """Of whom its live facts are asked, each once, in order; empty for whom nobody knows."""
        return list(dict.fromkeys(fact.to for fact in self.facts if fact.live))


class CountedQuestion(OpenQuestion, frozen=True):
    """A question to be shown where facts are only counted: `facts` are the first and those of which more is said. It is never written itself."""

    times: int = 0
    to: list[str] = []

"""What may fail a build, what a change takes away, and how much was decided."""

from typing import Final, Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import Finding, PlaceInFile
from auditor.model.vocabulary import KNOWN_ORDER, Floor, Known, bar_of, gravity


class RuleJudged(Struct, frozen=True):
    """How far a rule could be judged: the subjects it applies to, those decided, and the open ones, live or dormant."""

    rule: str
    applicable: int
    decided: int
    live: int
    dormant: int


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


#: Stands for a rule where the case itself is dated otherwise.
DATE_OF_CASE: Final = "case.as_of"


class PolicyChange(Struct, frozen=True):
    """A rule that may find less than it did: what changed in it, with its words before and after where they help."""

    rule: str
    what: Bilingual
    before: str = ""
    after: str = ""


class NoLongerShown(Struct, frozen=True):
    """A finding of an earlier revision that is open now, or shown less, as `facts` are no longer stated; whether that fails.

    `said` says these facts as clauses, as they were stated, and `left_open` those of which nothing was written and that are
    said not to be known now.
    """

    finding: str
    rule: str
    title: Bilingual
    severity: Floor
    facts: list[str]
    fails: bool
    place: PlaceInFile | None = None
    said: list[Bilingual] = []
    left_open: list[Bilingual] = []


#: What became of a fact: no longer stated, known less well, without its source, stated otherwise,
#: left unknown where nothing was written, stated otherwise than by the knowledge base, a date moved on, an organisation that looks like another one, something that begins after the date of the case.
FactFate = Literal[
    "removed",
    "less-known",
    "unsourced",
    "otherwise",
    "left-open",
    "overridden",
    "moved-on",
    "look-alike",
    "begins-later",
]


class WeakenedFact(Struct, frozen=True):
    """A fact that a change took away, weakened or states otherwise, and the findings known before that are gone or lower since, if any.

    `before` and `after` are its values, empty where there is none; `said_before` and `said_after` say it as clauses. `beginning` are findings that would fail on the day of
    the check, once what begins after the date of the case has begun: those fail.
    """

    fact: str
    fate: FactFate
    before: str
    after: str
    findings: list[str]
    beginning: list[str] = []
    place: PlaceInFile | None = None
    said_before: Bilingual | None = None
    said_after: Bilingual | None = None


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


def stops(finding: Finding, fail_on: str, min_confidence: Known) -> bool:
    """Tell whether a finding fails a build: one that was accepted does not, nor one that was known before and is no worse."""
    return (
        finding.gate
        and finding.outcome == "established"
        and finding.accepted is None
        and finding.standing != "known"
        and gravity(finding.severity) >= bar_of(fail_on)
        and KNOWN_ORDER.index(finding.confidence) <= KNOWN_ORDER.index(min_confidence)
    )

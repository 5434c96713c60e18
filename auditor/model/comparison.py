"""What changes between two results of the same case."""

from typing import Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import Finding, OpenFact
from auditor.model.result.gate import PolicyChange
from auditor.model.vocabulary import Known


class Change(Struct, frozen=True):
    """A finding that stays and says something else."""

    before: Finding
    after: Finding


class Comparison(Struct, frozen=True):
    """What a scenario changes: always hypothetical. Findings are told apart by their fingerprints."""

    scenario: str
    title: Bilingual
    appears: list[Finding]
    disappears: list[Finding]
    changed: list[Change]
    unchanged: int
    questions_opened: list[OpenFact]
    questions_settled: list[OpenFact]


class Since(Struct, frozen=True):
    """What changed since an earlier result of the same case, told apart by fingerprints."""

    as_of: str
    version: str
    new: list[Finding]
    gone: list[Finding]
    changed: list[Change]
    unchanged: int


#: The parts of a verdict that can be swapped one at a time; `program` is known to differ only between two results.
Part = Literal["facts", "policies", "knowledge", "exceptions", "date", "program"]


class FactChange(Struct, frozen=True):
    """A fact stated differently: its address and both values, `unknown` where it is not stated.

    `said_before` and `said_after` say it as clauses, where it is stated.
    """

    fact: str
    before: str
    after: str
    said_before: Bilingual | None = None
    said_after: Bilingual | None = None


class Cause(Struct, frozen=True):
    """Why a finding changed, found by assessing again with one part swapped at a time.

    `alone`: this part does it by itself; `each`: each of these would by itself; `together`: none does alone, these do
    together; `untold`: the sources are not there to tell, the parts are those known to differ.
    """

    parts: list[Part]
    how: Literal["alone", "each", "together", "untold"]
    facts: list[FactChange] = []


Status = Literal["new", "fixed", "changed", "unshown"]


class Differing(Struct, frozen=True):
    """A finding on either side, what became of it, why, and whether it fails.

    `unshown` is not fixed: the facts that showed it are no longer stated, or no longer enough. `asked` are the questions that it
    waits for now and did not before, `asked_no_more` those that it no longer waits for.
    """

    status: Status
    before: Finding | None
    after: Finding | None
    cause: Cause
    fails: bool
    asked: list[Bilingual] = []
    asked_no_more: list[Bilingual] = []


class Side(Struct, frozen=True):
    """One side of a comparison."""

    label: str
    commit: str
    as_of: str
    version: str
    knowledge_as_of: str


class FileChange(Struct, frozen=True):
    """An input file that is not the same on both sides."""

    path: str
    state: Literal["added", "removed", "changed"]


class DifferenceGate(Struct, frozen=True):
    """What may fail: new or worse findings at or above the threshold, and rules that may find less than they did.

    `rules_compared` is false between two results, which do not hold the rules: nothing is said of them then.
    """

    fail_on: str
    min_confidence: Known
    failing: int
    loosened: int
    passed: bool
    rules_compared: bool


class Difference(Struct, frozen=True):
    """What differs between two states of a case, and why; `parts` are those that differ at all."""

    schema: Literal["auditor.diff/1"]
    base: Side
    head: Side
    parts: list[Part]
    files: list[FileChange]
    findings: list[Differing]
    unchanged: int
    loosened: list[PolicyChange]
    questions_opened: list[OpenFact]
    questions_settled: list[OpenFact]
    gate: DifferenceGate

"""What changes between two results of the same case."""

from msgspec import Struct

from auditor.model.result import Bilingual, Finding, OpenPoint


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
    questions_opened: list[OpenPoint]
    questions_settled: list[OpenPoint]


class Since(Struct, frozen=True):
    """What changed since an earlier result of the same case, told apart by fingerprints."""

    as_of: str
    version: str
    new: list[Finding]
    gone: list[Finding]
    changed: list[Change]
    unchanged: int

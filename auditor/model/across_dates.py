"""A case judged on several dates: what each date comes to, and what changes between them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.not_looked_at import NotLookedAt
from auditor.model.result.document import Tool
from auditor.model.result.gate import Gate
from auditor.model.vocabulary import Severity

Standing = Literal["established", "cannot-be-shown", "hypothetical", "accepted", "nothing"]


class OnDate(Struct, frozen=True, kw_only=True):
    """What the case comes to on one date: counts, the gate, and what was not looked at then."""

    as_of: str
    established: dict[str, int]
    cannot_be_shown: int
    questions: int
    gate: Gate
    not_looked_at: list[NotLookedAt]


class Cell(Struct, frozen=True):
    """How a finding stands on one date: its severity, for an open point how grave it could be; None where there is nothing."""

    standing: Standing
    severity: Severity | None
    message: Bilingual


class Row(Struct, frozen=True, kw_only=True):
    """One rule and one culprit, with a cell for each date, in their order; `changes` tells whether two of them differ."""

    rule: str
    culprit: str
    title: Bilingual
    name: Bilingual
    cells: list[Cell]
    changes: bool


class AcrossDates(Struct, frozen=True, kw_only=True):
    """The table: a column for each of `dates`, in the order in which they were asked, and a row for each finding on any of them.

    `passed` is false where the gate of any date is not passed.
    """

    schema: Literal["auditor.dates/1"]
    tool: Tool
    case: str
    title: Bilingual
    dates: list[OnDate]
    rows: list[Row]
    passed: bool

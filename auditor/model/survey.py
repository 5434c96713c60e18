"""A survey: many cases and captures judged side by side, a row for each, and what the rows come to together."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.vocabulary import Floor

ItemKind = Literal["case", "capture"]
#: How judging went: `judged`, the input was `refused`, there was `nothing` to check, or the program `failed` on it.
RowState = Literal["judged", "refused", "nothing", "failed"]


class RowParent(Struct, frozen=True):
    """An organisation that controls a recipient, named as recipients are; `certain` where no doubtful link is needed for it."""

    key: str
    name: Bilingual
    certain: bool


class RowRecipient(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recipient of a case: `key` is the same in all cases, as an id that a case gives need not be.

    `received` tells that it receives, as far as the facts go; else a request was only attempted, or it is declared and was not seen.
    `countries` are those of its control for certain, its own where nobody controls it; `perhaps` those that may be, `unknown` where
    nobody says.
    """

    key: str
    name: Bilingual
    received: bool = True
    parents: list[RowParent] = []
    countries: list[str] = []
    perhaps: list[str] = []


class SurveyRow(Struct, frozen=True, kw_only=True):
    """What one case or capture comes to, by the path it is cited with; `reason` says why it was not judged.

    `severity` is the gravest that is established; `rules` are those that established something, `open` those with an open point.
    """

    case: str
    kind: ItemKind
    state: RowState
    reason: Bilingual | None = None
    id: str = ""
    title: Bilingual = Bilingual("", "")
    as_of: str = ""
    passed: bool = False
    severity: Floor = "none"
    established: dict[str, int] = {}
    points: int = 0
    questions: int = 0
    decided: int = 0
    story: Bilingual = Bilingual("", "")
    recipients: list[RowRecipient] = []
    rules: list[str] = []
    open: list[str] = []


class SurveyEntry(Struct, frozen=True):
    """A row with the SHA-256 of all that it depends on; empty where that is not known, so that it is judged again."""

    digest: str
    row: SurveyRow


class RankLine(Struct, frozen=True, kw_only=True):
    """In how many cases something is found for certain, and in how many more perhaps."""

    key: str
    name: Bilingual
    cases: int
    perhaps: int


#: By what the cases of a survey are counted.
RankKind = Literal["recipients", "parents", "countries", "rules"]
RANKS: Final[tuple[RankKind, ...]] = ("recipients", "parents", "countries", "rules")


class RowChange(Struct, frozen=True, kw_only=True):
    """What became of a case since an earlier survey; lists are names of recipients and ids of rules."""

    case: str
    change: Literal["new", "gone", "changed"]
    before: SurveyRow | None = None
    after: SurveyRow | None = None
    recipients_new: list[Bilingual] = []
    recipients_gone: list[Bilingual] = []
    rules_new: list[str] = []
    rules_gone: list[str] = []


class SurveyTotals(Struct, frozen=True, kw_only=True):
    """How many cases a survey has, how many were judged, how many of those did not pass, and by how grave the gravest is."""

    cases: int = 0
    judged: int = 0
    failing: int = 0
    by_severity: dict[str, int] = {}


class SurveyChanges(Struct, frozen=True, kw_only=True):
    """How many cases are new, gone, changed and as they were since an earlier survey, and the first that are not."""

    new: int = 0
    gone: int = 0
    changed: int = 0
    same: int = 0
    first: list[RowChange] = []


class Survey(Struct, frozen=True, kw_only=True):
    """What the page of a survey tells: totals, ranks, the first rows in order of gravity, the first that were not judged.

    `judged_with` is the version of the program and the day of its knowledge.
    """

    totals: SurveyTotals
    ranks: dict[RankKind, list[RankLine]]
    rows: list[SurveyRow]
    not_judged: list[SurveyRow]
    version: str
    knowledge_as_of: str
    changes: SurveyChanges | None = None

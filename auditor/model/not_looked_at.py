"""What a result says first: what the case holds that was not looked at on its date."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual

NotLookedAtKind = Literal[
    "flow", "activity", "host", "ownership", "agreement", "notice", "claim", "people", "pack"
]


class NotLookedAt(Struct, frozen=True, kw_only=True):
    """Entities of one kind that were not looked at, and why.

    `ended` or `not-begun`: they lie outside the date of the case; `first` is the earliest day on which one of them begins,
    `last` the latest on which one ends, each as it is written and empty where none is; `try_as_of` is a date on which some of
    them run, empty where none is known. `not-run`: packs of rules of the program that
    the case does not ask for. `message` says it all in a sentence.
    """

    kind: NotLookedAtKind
    why: Literal["ended", "not-begun", "not-run"]
    count: int
    ids: list[str]
    message: Bilingual
    first: str = ""
    last: str = ""
    try_as_of: str = ""

"""What a case is held against, besides its files."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from auditor.model.vocabulary import Known


class Request(Struct, frozen=True):
    """Dates, rules and the threshold: `as_of` instead of the case's own date, the last day of knowledge, only some rules."""

    as_of: str = ""
    knowledge_date: str = ""
    today: str = ""
    select: Sequence[str] = ()
    fail_on: str = "high"
    min_confidence: Known = "declared"

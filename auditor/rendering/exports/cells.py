"""What a row of the annex is in one cell of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.bilingual import Bilingual
from auditor.rendering.annex import Row
from auditor.rendering.words import Say
from auditor.text import annex as annex_texts


def cells(rows: Sequence[Row], say: Say, *, blank: bool = False) -> list[str]:
    """Return one cell per row: its entries, a line each, or that nothing is described or declared; an empty one if `blank`."""
    return ["\n".join(row.entries) or ("" if blank else say(_absent(row))) for row in rows]


def _absent(row: Row) -> Bilingual:
    return annex_texts.NONE_DESCRIBED if row.derived else annex_texts.NOT_DECLARED

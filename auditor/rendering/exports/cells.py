"""What a row of the annex is in one cell of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.rendering.annex import Row
from auditor.rendering.words import Say


def cells(rows: Sequence[Row], say: Say) -> list[str]:
    """Return one cell per row: its entries, a line each, or that nothing is described or declared."""
    return [
        "\n".join(row.entries) or say("none_described" if row.derived else "not_declared") for row in rows
    ]

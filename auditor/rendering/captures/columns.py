"""Rows of a table as lines of text whose columns stand below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

#: How wide a column is at most, save the last.
WIDE: Final = 34


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give rows as lines whose columns stand below each other, none but the last wider than may be."""
    widths = [min(max(len(row[n]) for row in rows), WIDE) for n in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cut(cell, width).ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def cut(text: str, width: int) -> str:
    """Give `text` in at most `width` characters, the last an ellipsis where some are left out."""
    return text if len(text) <= width else f"{text[: width - 1]}…"

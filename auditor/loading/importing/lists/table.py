"""A table of a document as rows of cells, each row with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct, field

#: How many cells the tables of a document may have, once spans are carried out.
MOST_CELLS: Final = 500_000


class Cell(Struct, frozen=True):
    """A cell: what stands in it, what is struck through, whether signs that cannot be seen were taken out or it was cut.

    `spans` tells that it is a part of a cell that spans to the right or down, and says the same.
    """

    text: str
    struck: str = ""
    unsound: bool = False
    spans: Literal["", "right", "down"] = ""


class Row(Struct, frozen=True):
    """A row: where it stands (`row=2`, `table=1/row=2`), its cells, whether the page hides it."""

    at: str
    cells: list[Cell]
    hidden: bool = False

    def cell(self, number: int) -> Cell:
        """Give a cell, an empty one where there is none."""
        return self.cells[number] if 0 <= number < len(self.cells) else Cell("")


def shown(row: Row) -> str:
    """Give what a row says in one line, what is struck through aside."""
    return " · ".join(cell.text for cell in row.cells if cell.text)


def filled(rows: Iterable[Row], column: int) -> int:
    """Give how many cells of a column are filled."""
    return sum(bool(row.cell(column).text) for row in rows)


class Table(Struct, kw_only=True):
    """A table: where it stands, empty where a document is one table, and its rows with a filled cell.

    `heading` is the heading below that of the whole page under which it is the first table.
    """

    at: str
    heading: str = ""
    rows: list[Row] = field(default_factory=list)


class Tables(Struct, kw_only=True):
    """The tables of a document, its title, what else it says (line by line), and whether its encoding was guessed.

    `hidden` are sheets that a workbook hides.
    """

    tables: list[Table] = field(default_factory=list)
    title: str = ""
    lines: list[str] = field(default_factory=list)
    guessed: bool = False
    hidden: list[str] = field(default_factory=list)

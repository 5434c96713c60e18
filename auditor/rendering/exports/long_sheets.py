"""Sheets of any length as a workbook: rows come one by one, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import Any, Final

from auditor.rendering.exports.spreadsheet import Cell
from auditor.rendering.exports.xlsx import NARROWEST, WIDEST, workbook

#: How many rows a sheet of a workbook takes below its head, and how long a cell may be.
MOST_ROWS: Final = 1_000_000
LONGEST: Final = 32_000
#: How much of a file is handed over at a time.
CHUNK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class LongSheet:
    """A title, the heads of the columns, and rows of as many texts and numbers, which come one by one."""

    title: str
    heads: list[str]
    rows: Iterable[Sequence[Cell]]


def long_xlsx(sheets: Iterable[LongSheet]) -> Iterator[bytes]:
    """Yield a workbook of sheets of any length, the same bytes each time; a row at a time is held.

    Rows beyond those that a sheet takes go on in a further one; a longer cell than there may be is cut, and ends in `…`.
    """
    with TemporaryFile() as stream:
        with workbook(stream, constant_memory=True) as book:
            formats = _formats(book)
            for sheet in sheets:
                _add(book, sheet, formats)
        stream.seek(0)
        while chunk := stream.read(CHUNK):
            yield chunk


def _add(book: Any, sheet: LongSheet, formats: tuple[Any, Any]) -> None:
    """Add a sheet, and further ones while there are rows left."""
    rows = iter(sheet.rows)
    number, first = 1, list(islice(rows, 1))
    while number == 1 or first:
        page = book.add_worksheet(sheet.title[:28] if number == 1 else f"{sheet.title[:28]} {number}")
        page.freeze_panes(1, 1)
        for column, head in enumerate(sheet.heads):
            page.set_column(column, column, min(WIDEST, max(NARROWEST, len(head))))
            page.write_string(0, column, head, formats[0])
        for at, row in enumerate(islice(chain(first, rows), MOST_ROWS), 1):
            for column, cell in enumerate(row):
                _put(page, at, column, cell=cell, form=formats[1])
        number, first = number + 1, list(islice(rows, 1))


def _put(page: Any, row: int, column: int, *, cell: Cell, form: Any) -> None:
    if isinstance(cell, int):
        page.write_number(row, column, cell, form)
    else:
        page.write_string(row, column, cell if len(cell) <= LONGEST else f"{cell[:LONGEST]}…", form)


def _formats(book: Any) -> tuple[Any, Any]:
    """Give the format of heads and that of cells."""
    return (
        book.add_format({"bold": True, "text_wrap": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )

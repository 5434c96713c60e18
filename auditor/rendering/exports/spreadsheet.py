"""A sheet of rows as CSV or as a workbook, in which no cell is ever a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any, Final

#: What a spreadsheet takes for the start of a formula, in full width too, and a runner for a command, after what they skip.
START: Final = "(?=[\"'\\s\u200b\ufeff]*(?:[-=+@\uff1d\uff0b\uff0d\uff20]|::)|[\t\r])"
FORMULA: Final = re.compile(rf"\A{START}")
#: The same in what a spreadsheet would see as a cell if it took another sign for the end of one, as in another country.
INNER: Final = re.compile(f"([,;|\t\r\n])(?!\\Z){START}")
WIDEST: Final = 60
NARROWEST: Final = 12
#: How many rows a sheet of a workbook takes below its head, and how long a cell may be.
MOST_ROWS: Final = 1_000_000
LONGEST: Final = 32_000
#: How much of a file is handed over at a time.
CHUNK: Final = 1024 * 1024

Cell = str | int


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A title, the heads of the columns, and rows of as many texts."""

    title: str
    heads: list[str]
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class LongSheet:
    """A title, the heads of the columns, and rows of as many texts and numbers, which come one by one."""

    title: str
    heads: list[str]
    rows: Iterable[Sequence[Cell]]


def as_csv(sheet: Spreadsheet, lang: str) -> bytes:
    """Give the sheet as CSV in UTF-8 with a byte order mark; French spreadsheets want semicolons."""
    return b"".join(csv_lines(sheet.heads, sheet.rows, lang))


def csv_lines(heads: Sequence[str], rows: Iterable[Sequence[Cell]], lang: str) -> Iterator[bytes]:
    """Yield the lines of a sheet as `as_csv` gives them, as its rows come."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";" if lang == "fr" else ",", lineterminator="\r\n")
    encoding = "utf-8-sig"
    for row in chain((heads,), ([guarded(str(cell)) for cell in row] for row in rows)):
        writer.writerow(row)
        yield buffer.getvalue().encode(encoding)
        encoding = "utf-8"
        buffer.seek(0)
        buffer.truncate()


def guarded(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula, nor for cells one of which is."""
    return INNER.sub(r"\1'", FORMULA.sub("'", cell))


def as_xlsx(sheets: list[Spreadsheet]) -> bytes:
    """Give the sheets as a workbook, the same bytes each time."""
    buffer = BytesIO()
    with _workbook(buffer, in_memory=True) as book:
        bold, wrapped = _formats(book)
        for sheet in sheets:
            page = book.add_worksheet(sheet.title[:31])
            page.freeze_panes(1, 1)
            for column, head in enumerate(sheet.heads):
                cells = [head, *(row[column] for row in sheet.rows)]
                page.set_column(column, column, min(WIDEST, max(NARROWEST, *(len(cell) for cell in cells))))
                page.write_string(0, column, head, bold)
                for number, cell in enumerate(cells[1:], 1):
                    page.write_string(number, column, cell, wrapped)
    return buffer.getvalue()


def long_xlsx(sheets: Iterable[LongSheet]) -> Iterator[bytes]:
    """Yield a workbook of sheets of any length, the same bytes each time; a row at a time is held.

    Rows beyond those that a sheet takes go on in a further one; a longer cell than there may be is cut, and ends in `…`.
    """
    with TemporaryFile() as stream:
        with _workbook(stream, constant_memory=True) as book:
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


def _workbook(stream: IO[bytes], **options: bool) -> Any:
    """Give a workbook in which nothing is taken for a formula, an address or a number, made at no time."""
    from datetime import UTC, datetime

    import xlsxwriter

    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, {**plain, **options})
    book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
    return book


def _formats(book: Any) -> tuple[Any, Any]:
    """Give the format of heads and that of cells."""
    return (
        book.add_format({"bold": True, "text_wrap": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )

"""A sheet of rows as CSV or as a workbook, in which no cell is ever a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain
from typing import Final

from auditor.rendering.exports.book import Book, Page, Titles
from auditor.rendering.words import printable

#: What a spreadsheet takes for the start of a formula, in full width too, and a runner for a command, after what they skip.
#: After more of those than `MOST_SKIPPED`, anything is taken for one.
MOST_SKIPPED: Final = 64
_SKIPPED: Final = "[\"'\\s\u200b\ufeff]"
START: Final = f"(?={_SKIPPED}{{0,{MOST_SKIPPED}}}(?:[-=+@\uff1d\uff0b\uff0d\uff20]|::)|{_SKIPPED}{{{MOST_SKIPPED + 1}}}|[\t\r])"
FORMULA: Final = re.compile(rf"\A{START}")
#: The same in what a spreadsheet would see as a cell if it took another sign for the end of one, as in another country.
INNER: Final = re.compile(f"([,;|\t\r\n])(?!\\Z){START}")


Cell = str | int


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A title, the heads of the columns, and rows of as many texts."""

    title: str
    heads: list[str]
    rows: list[list[str]]


def as_csv(sheet: Spreadsheet, lang: str) -> bytes:
    """Give the sheet as CSV in UTF-8 with a byte order mark; French spreadsheets want semicolons."""
    return b"".join(csv_lines(sheet.heads, sheet.rows, lang))


def csv_lines(heads: Sequence[str], rows: Iterable[Sequence[Cell]], lang: str) -> Iterator[bytes]:
    """Yield the lines of a sheet as `as_csv` gives them, as its rows come."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";" if lang == "fr" else ",", lineterminator="\r\n")
    encoding = "utf-8-sig"
    for row in chain((heads,), ([guarded(printable(str(cell))) for cell in row] for row in rows)):
        writer.writerow(row)
        yield buffer.getvalue().encode(encoding)
        encoding = "utf-8"
        buffer.seek(0)
        buffer.truncate()


def guarded(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula, nor for cells one of which is."""
    return INNER.sub(r"\1'", FORMULA.sub("'", cell))


def as_book(sheets: list[Spreadsheet], header: str = "") -> Book:
    """Give sheets as a workbook: the heads in bold, kept in sight, by which rows may be filtered."""
    titles = Titles()
    pages = [
        Page(
            titles.free(sheet.title),
            [sheet.heads, *sheet.rows],
            heads=frozenset([0]),
            frozen=(1, 1),
            filtered=0,
        )
        for sheet in sheets
    ]
    return Book(pages, header)

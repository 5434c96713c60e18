"""A sheet of rows as CSV or as a workbook, in which no cell is ever a formula."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import Final

from auditor.rendering.exports.book import Book, Page, Titles
from auditor.rendering.words import printable

#: What a spreadsheet takes for the start of a formula, in full width too, and a runner for a command, after what they skip.
START: Final = "(?=[\"'\\s\u200b\ufeff]*(?:[-=+@\uff1d\uff0b\uff0d\uff20]|::)|[\t\r])"
FORMULA: Final = re.compile(rf"\A{START}")
#: The same in what a spreadsheet would see as a cell if it took another sign for the end of one, as in another country.
INNER: Final = re.compile(f"([,;|\t\r\n])(?!\\Z){START}")


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A title, the heads of the columns, and rows of as many texts."""

    title: str
    heads: list[str]
    rows: list[list[str]]


def as_csv(sheet: Spreadsheet, lang: str) -> bytes:
    """Give the sheet as CSV in UTF-8 with a byte order mark; French spreadsheets want semicolons."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";" if lang == "fr" else ",", lineterminator="\r\n")
    writer.writerow(sheet.heads)
    writer.writerows([guarded(printable(cell)) for cell in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


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

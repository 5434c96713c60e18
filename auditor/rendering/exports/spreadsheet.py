"""A sheet of rows as CSV or as a workbook, in which no cell is ever a formula."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Final

#: What a spreadsheet takes for the start of a formula, in full width too, and a runner for a command, after what they skip.
START: Final = "(?=[\"'\\s\u200b\ufeff]*(?:[-=+@\uff1d\uff0b\uff0d\uff20]|::)|[\t\r])"
FORMULA: Final = re.compile(rf"\A{START}")
#: The same in what a spreadsheet would see as a cell if it took another sign for the end of one, as in another country.
INNER: Final = re.compile(f"([,;|\t\r\n])(?!\\Z){START}")
WIDEST: Final = 60


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
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula, nor for cells one of which is."""
    return INNER.sub(r"\1'", FORMULA.sub("'", cell))


def as_xlsx(sheets: list[Spreadsheet]) -> bytes:
    """Give the sheets as a workbook, the same bytes each time."""
    from datetime import UTC, datetime

    import xlsxwriter

    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
        bold, wrapped = (
            book.add_format({"bold": True, "text_wrap": True}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        for sheet in sheets:
            page = book.add_worksheet(sheet.title[:31])
            page.freeze_panes(1, 1)
            for column, head in enumerate(sheet.heads):
                cells = [head, *(row[column] for row in sheet.rows)]
                page.set_column(column, column, min(WIDEST, max(12, *(len(cell) for cell in cells))))
                page.write_string(0, column, head, bold)
                for number, cell in enumerate(cells[1:], 1):
                    page.write_string(number, column, cell, wrapped)
    return buffer.getvalue()

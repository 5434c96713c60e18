"""Tables of a document, whatever it is written in: separated text, a workbook, Markdown, HTML; each row with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.importing.format import Document
from auditor.loading.importing.guard import OLE, ZIP, Refusal
from auditor.loading.importing.lists.html_tables import html_tables
from auditor.loading.importing.lists.markdown_tables import markdown_tables
from auditor.loading.importing.lists.table import MOST_CELLS, Cell, Row, Table, Tables
from auditor.loading.importing.sheets import Book, Sheet, book, guessed_text
from auditor.text.problems import importing as words

#: The row below the heads of a table in Markdown.
_BAR: Final = re.compile(r"^ {0,3}\|[ |:]*-[-|: ]*$", re.MULTILINE)


def tables(document: Document) -> Tables:
    """Give the tables of a document. Raises Refused where it is broken, hostile, or in no readable encoding."""
    workbook = document.data.startswith((ZIP, OLE))
    found = _of_sheets(book(document)) if workbook else _of_text(document)
    if sum(len(row.cells) for table in found.tables for row in table.rows) > MOST_CELLS:
        raise Refused([at_file(document.name, words.TOO_MANY_CELLS(count=MOST_CELLS))])
    return found


def _of_text(document: Document) -> Tables:
    text, guessed = guessed_text(document)
    found = tables_on(document.name, text) or _of_sheets(book(document))
    found.guessed = guessed
    return found


def tables_on(name: str, text: str) -> Tables | None:
    """Give the tables of a page in HTML or in Markdown, None of a text that is neither. Raises Refused where they have too many cells."""
    try:
        if text.lstrip().startswith("<"):
            return html_tables(text)
        return markdown_tables(text) if _BAR.search(text) else None
    except Refusal as refusal:
        raise Refused([at_file(name, refusal.message, refusal.hint)]) from None


def _of_sheets(opened: Book) -> Tables:
    found = Tables()
    for sheet in opened.sheets:
        if sheet.hidden:
            found.hidden.append(sheet.name)
        else:
            found.tables.append(Table(at=sheet.name, rows=list(_rows(sheet))))
    return found


def _rows(sheet: Sheet) -> Iterator[Row]:
    for number in sheet.rows():
        columns = sheet.row(number)
        cells = []
        for col in range(columns[-1] + 1):
            there = sheet.cells.get((number, col))
            cells.append(Cell("") if there is None else Cell(there.text, unsound=there.unsound))
        yield Row(f"row={number + 1}" if not sheet.name else sheet.at((number, 0)), cells)

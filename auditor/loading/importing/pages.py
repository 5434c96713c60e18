"""Pages that hold a record as tables, in HTML or Markdown, as sheets: what a reader of the page sees, each cell at its place."""

from __future__ import annotations

from auditor.errors import Refused, at_file
from auditor.loading.importing.format import Document
from auditor.loading.importing.guard import OLE, ZIP
from auditor.loading.importing.lists.table import MOST_CELLS, Row, Table
from auditor.loading.importing.lists.tables import tables_on
from auditor.loading.importing.sheets import At, Book, Cell, Sheet, book, guessed_text, text_cell
from auditor.text.problems import importing as words


def opened(document: Document) -> Book:
    """Give a document as sheets: a workbook, a separated text, or a page with its tables. Raises Refused as `book` does."""
    if document.data.startswith((ZIP, OLE)):
        return book(document)
    text, guessed = guessed_text(document)
    found = tables_on(document.name, text)
    if found is None:
        return book(document)
    if sum(len(row.cells) for table in found.tables for row in table.rows) > MOST_CELLS:
        raise Refused([at_file(document.name, words.TOO_MANY_CELLS(count=MOST_CELLS))])
    sheets = [_sheet(f"table {number}", table) for number, table in enumerate(found.tables, 1)]
    return Book(sheets=sheets, encoding="cp1252" if guessed else "utf-8", guessed=guessed)


def _sheet(name: str, table: Table) -> Sheet:
    """Give a table as a sheet: a cell that spans others stands in the first of them, as in a workbook."""
    sheet = Sheet(name=name, cells={}, heading=text_cell(table.heading).text)
    above: dict[int, At] = {}
    ends: dict[At, At] = {}
    for row in table.rows:
        number, start = _number(row), (0, 0)
        for col, cell in enumerate(row.cells):
            if cell.spans == "down":
                start = above.get(col, (number, col))
            elif not cell.spans:
                start = above[col] = (number, col)
                if cell.struck:
                    sheet.struck[start] = cell.struck
                if cell.text:
                    sheet.cells[start] = Cell(cell.text, unsound=cell.unsound)
            ends[start] = (number, max(col, ends.get(start, start)[1]))
        if row.hidden:
            sheet.hidden_rows.add(number)
    sheet.merged += [(start, end) for start, end in ends.items() if start != end and start in sheet.cells]
    return sheet


def _number(row: Row) -> int:
    return int(row.at.rpartition("=")[2]) - 1

"""A paper as DOCX: headings, paragraphs and tables of text, the same bytes each time. It needs the optional python-docx."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from auditor.errors import UsageRefused
from auditor.rendering.words import printable
from auditor.text.problems.usage import INSTALL_DOCX, NEEDS_DOCX

if TYPE_CHECKING:
    from docx.document import Document

DAY: Final = (1980, 1, 1, 0, 0, 0)
#: How high a heading of a part is.
PART: Final = 1


class Part(Struct, frozen=True):
    """A part under its heading, where it has one: paragraphs, then a table whose first row is its heads."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


def as_docx(title: str, parts: list[Part], *, landscape: bool = False, headed: bool = True) -> bytes:
    """Give a document; the first column of a table is said in bold too, unless it is `headed` by its first row alone. Raises UsageRefused without python-docx."""
    try:
        import docx
    except ImportError:
        raise UsageRefused(NEEDS_DOCX(), INSTALL_DOCX()) from None
    made = docx.Document()
    _dated(made, title)
    if landscape:
        _turned(made)
    made.add_heading(printable(title), 0)
    for part in parts:
        if part.heading:
            made.add_heading(printable(part.heading), PART)
        elif not part.paragraphs:
            made.add_paragraph()  # two tables without anything between are one
        for paragraph in part.paragraphs:
            made.add_paragraph(printable(paragraph))
        if part.table:
            _table(made, part.table, headed=headed)
    buffer = BytesIO()
    made.save(buffer)
    return _again(buffer.getvalue())


def _dated(made: Document, title: str) -> None:
    """Give a document a day and an author that say nothing of when and by whom it was made."""
    from datetime import datetime

    made.core_properties.created = made.core_properties.modified = datetime(1980, 1, 1)  # noqa: DTZ001  it takes no zone
    made.core_properties.author = made.core_properties.last_modified_by = ""
    made.core_properties.title = printable(title)[:255]


def _turned(made: Document) -> None:
    """Turn the page on its side."""
    from docx.enum.section import WD_ORIENT

    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _table(made: Document, rows: tuple[tuple[str, ...], ...], *, headed: bool) -> None:
    table = made.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for number, cells in enumerate(rows):
        for column, (cell, text) in enumerate(zip(table.add_row().cells, cells, strict=True)):
            run = cell.paragraphs[0].add_run(printable(text))
            run.bold = number == 0 or (column == 0 and not headed)


def _again(data: bytes) -> bytes:
    """Give an archive with every entry of the same day, in the order of names."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as read, zipfile.ZipFile(buffer, "w") as packed:
        for name in sorted(read.namelist()):
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, read.read(name))
    return buffer.getvalue()

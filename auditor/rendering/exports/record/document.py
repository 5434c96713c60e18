"""The record of a controller as a document, to be read, printed and signed: the list, each activity, transfers, its log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.rendering.exports.book import Page, Row
from auditor.rendering.exports.docx import Part, as_docx
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.record.workbook import header, workbook
from auditor.rendering.exports.stated import Stated
from auditor.text.papers import register as texts

#: Pages that say again what the others say, or explain where it comes from.
BESIDE: Final = (texts.TABLE, texts.SOURCES, texts.WORDS)
Table = tuple[tuple[str, ...], ...]


def document(dossier: Dossier, how: How) -> bytes:
    """Give the record as DOCX, with room for whoever approves it. Raises UsageRefused where python-docx is not installed."""
    stated = Stated(dossier, how.lang)
    beside = {stated.say(each) for each in BESIDE}
    parts = [
        part for page in workbook(dossier, how).pages if page.title not in beside for part in _parts(page)
    ]
    signed = tuple((stated.say(each), "") for each in texts.SIGNED_BY)
    parts.append(Part(stated.say(texts.APPROVAL), table=(signed[0], *signed[1:])))
    return as_docx(header(dossier, stated), parts, landscape=True, headed=False)


def _parts(page: Page) -> Iterator[Part]:
    """Give a page as parts: one for each block of rows, under the words that head it."""
    blocks = list(_blocks(page))
    for number, block in enumerate(blocks):
        yield Part(page.called if number == 0 else "", table=_table(block))


def _blocks(page: Page) -> Iterator[list[Row]]:
    """Give the rows of a page, parted where a row is empty."""
    block: list[Row] = []
    for row in [*page.rows, []]:
        if any(row):
            block.append(row)
        elif block:
            yield block
            block = []


def _table(rows: list[Row]) -> Table:
    """Give rows as a table without columns in which nothing stands."""
    width = max(map(len, rows))
    whole = [[*row, *[""] * (width - len(row))] for row in rows]
    used = [column for column in range(width) if any(row[column] for row in whole)]
    return tuple(tuple(row[column] for column in used) for row in whole)

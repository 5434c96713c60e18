"""Lists of sub-processors that vendors publish: tables in separated text, workbooks, Markdown and HTML."""

from __future__ import annotations

from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat
from auditor.loading.importing.lists.subprocessors import Found, imported, lists_of
from auditor.loading.importing.lists.table import Tables
from auditor.loading.importing.lists.tables import tables
from auditor.loading.importing.register.labels import labels
from auditor.loading.importing.values import is_json, looks_like_text
from auditor.text.lists import SUBPROCESSORS_LOOKED_FOR, SUBPROCESSORS_TITLE
from auditor.text.problems import importing as words

#: What a record of processing speaks of, and no list of companies does.
OF_A_RECORD: Final = frozenset({"people", "recipients", "retention", "special", "clients", "clients.dpo"})
#: How many of them make a document a record, and how far down a table they are looked for.
FEWEST: Final = 2
LOOKED_AT: Final = 200


def recognises(document: Document) -> int:
    """Tell whether a table of a document is a list of companies. Raises Refused where it is a hostile or broken workbook."""
    if is_json(looks_like_text(document)):
        return 0
    opened = tables(document)
    found = lists_of(opened)
    if not found or _is_record(opened) or any(_is_of_cookies(each) for each in found):
        return 0
    return BY_ITS_KEYS


def _is_of_cookies(found: Found) -> bool:
    return any("cookie" in cell.text.lower() for cell in found.heads.cells)


def _is_record(opened: Tables) -> bool:
    """Tell whether a document is a record of processing, wherever its labels stand."""
    known = labels()
    spoken_of = {
        known.field(cell.text)
        for table in opened.tables
        for row in table.rows[:LOOKED_AT]
        for cell in row.cells
    }
    return len(spoken_of & OF_A_RECORD) >= FEWEST


def read(document: Document, asked: Asked) -> Imported:
    """Give what a list says. Raises Refused, UsageRefused, NothingToCheck."""
    return imported(document, certain(document, tables(document)), asked)


def certain(document: Document, found: Tables) -> Tables:
    """Give tables whose encoding nobody guessed. Raises Refused."""
    if found.guessed:
        raise Refused([at_file(document.name, words.NO_TEXT(encoding="UTF-8"), words.SAY_ENCODING_AS())])
    return found


FORMAT = ImportFormat(
    title=SUBPROCESSORS_TITLE, looked_for=SUBPROCESSORS_LOOKED_FOR, recognises=recognises, read=read
)

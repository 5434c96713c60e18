"""Lists of sub-processors that vendors publish: tables in separated text, workbooks, Markdown and HTML."""

from __future__ import annotations

from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat
from auditor.loading.importing.lists.subprocessors import imported, lists_of
from auditor.loading.importing.lists.table import Tables
from auditor.loading.importing.lists.tables import tables
from auditor.loading.importing.register.labels import labels
from auditor.loading.importing.values import is_json, looks_like_text
from auditor.text.lists import SUBPROCESSORS_LOOKED_FOR, SUBPROCESSORS_TITLE
from auditor.text.problems import importing as words

#: Columns that a record of processing has, and no list of companies.
OF_A_RECORD: Final = frozenset({"people", "recipients", "retention", "special"})


def recognises(document: Document) -> int:
    """Tell whether a table of a document is a list of companies. Raises Refused where it is a hostile or broken workbook."""
    if is_json(looks_like_text(document)):
        return 0
    found = lists_of(tables(document))
    other = any(
        labels().field(cell.text) in OF_A_RECORD or "cookie" in cell.text.lower()
        for each in found
        for cell in each.heads.cells
    )
    return BY_ITS_KEYS if found and not other else 0


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

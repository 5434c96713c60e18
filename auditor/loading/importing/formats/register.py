"""Records of processing in a spreadsheet, a separated text or the tables of a page: one row or one sheet per activity."""

from __future__ import annotations

from auditor.errors import UsageRefused
from auditor.loading.importing.format import Asked, Document, Imported, ImportFormat
from auditor.loading.importing.guard import OLE, ZIP
from auditor.loading.importing.pages import opened
from auditor.loading.importing.register.facts import imported
from auditor.loading.importing.register.labels import as_label, labels
from auditor.loading.importing.register.layout import laid_out, seen
from auditor.model.bilingual import Bilingual
from auditor.text.problems.importing import MATCHES_NOTHING, SAY_LABELS
from auditor.text.registers import LOOKED_FOR, TITLE


def recognises(document: Document) -> int:
    """Tell whether a document has the labels of a record on some sheet. Raises Refused where it is a hostile or broken workbook."""
    if not document.data.startswith((ZIP, OLE)) and _other_text(document.data):
        return 0
    known = labels().stated(document.labels)
    sheets = opened(document).sheets
    return max((seen(sheet, known).shape in ("table", "form") for sheet in sheets), default=0)


def read(document: Document, asked: Asked) -> Imported:
    """Give what a record says. Raises Refused, UsageRefused, NothingToCheck."""
    book = opened(document)
    missing = [name for name in asked.said.sheets if name not in {sheet.name for sheet in book.sheets}]
    written = {as_label(cell.text) for sheet in book.sheets for cell in sheet.cells.values()}
    missing += [label for label in document.labels if as_label(label) not in written]
    if missing:
        raise UsageRefused(MATCHES_NOTHING(name=missing[0]))
    return imported(document, laid_out(book, labels().stated(document.labels), asked.said.sheets), asked)


def helps(document: Document) -> Bilingual | None:
    """Give how people tell what a heading stands for, where some row of the document has a label of a record and one that is none."""
    if not document.data.startswith((ZIP, OLE)) and _other_text(document.data):
        return None
    known = labels()
    for sheet in opened(document).sheets:
        for row in sheet.rows():
            headings = [sheet.text(row, col) for col in sheet.row(row)]
            unknown = [heading for heading in headings if not known.field(heading)]
            if unknown and len(unknown) < len(headings):
                return SAY_LABELS(heading=unknown[0])
    return None


def _other_text(data: bytes) -> bool:
    """Tell whether a text is JSON, which no separated text and no page begins like."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


FORMAT = ImportFormat(title=TITLE, looked_for=LOOKED_FOR, recognises=recognises, read=read, helps=helps)

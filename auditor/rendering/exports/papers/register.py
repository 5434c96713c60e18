"""A starter for the register of processing, as a spreadsheet.

It has the fields of GDPR art. 30(1), of the CNIL's sheet and the ICO's location: one row per activity, then one per transfer.
Being within reach of a third State's law has a column of its own: it is not a transfer.
"""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering import annex
from auditor.rendering.exports.cells import cells
from auditor.rendering.exports.paper import Paper, writers_of
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.words import speaker
from auditor.text import annex as annex_texts


def register(result: Result, lang: str) -> Spreadsheet:
    """Give the register; what the case does not state is said not to be declared."""
    say = speaker(lang)
    abroad_by_activity = annex.transfers(result, lang)
    transfers = [
        say(heading)
        for heading in (
            annex_texts.TRANSFER_IMPORTER,
            annex_texts.REGISTER_COUNTRY,
            annex_texts.TRANSFER_TOOL,
        )
    ]
    rows: list[list[str]] = []
    fields: list[str] = []
    for sheet in annex.register(result, lang):
        fields = [row.label for row in sheet.rows]
        rows.append(
            [
                say(annex_texts.REGISTER_ACTIVITY),
                sheet.id,
                sheet.title,
                *cells(sheet.rows, say),
                *("" for _ in transfers),
            ]
        )
        rows.extend(
            [say.word("transfer"), sheet.id, sheet.title, *("" for _ in fields), *abroad]
            for abroad in abroad_by_activity.get(sheet.id, ())
        )
    heads = [
        say(annex_texts.REGISTER_ROW),
        say(annex_texts.REGISTER_ID),
        say(annex_texts.REGISTER_NAME),
        *fields,
        *transfers,
    ]
    return Spreadsheet(say(annex_texts.REGISTER_TITLE), heads, rows)


PAPER = Paper(writers=writers_of(register))

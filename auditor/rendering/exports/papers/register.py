"""A starter for the register of processing, as a spreadsheet.

It has the fields of GDPR art. 30(1), of the CNIL's sheet and the ICO's location: one row per activity, then one per transfer.
Being within reach of a third State's law has a column of its own: it is not a transfer.
"""

from __future__ import annotations

from auditor.model.result import Result
from auditor.rendering import annex
from auditor.rendering.exports.cells import cells
from auditor.rendering.exports.paper import Paper, writers_of
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.words import speaker


def register(result: Result, lang: str) -> Spreadsheet:
    """Give the register; what the case does not state is said not to be declared."""
    say = speaker(lang)
    abroad_by_activity = annex.transfers(result, lang)
    transfers = [say(key) for key in ("tia_importer", "reg_country", "tia_tool")]
    rows: list[list[str]] = []
    fields: list[str] = []
    for sheet in annex.register(result, lang):
        fields = [row.label for row in sheet.rows]
        rows.append(
            [say("reg_activity"), sheet.id, sheet.title, *cells(sheet.rows, say), *("" for _ in transfers)]
        )
        rows.extend(
            [say("transfer"), sheet.id, sheet.title, *("" for _ in fields), *abroad]
            for abroad in abroad_by_activity.get(sheet.id, ())
        )
    heads = [say("reg_row"), say("reg_id"), say("reg_name"), *fields, *transfers]
    return Spreadsheet(say("reg_title"), heads, rows)


PAPER = Paper(writers=writers_of(register))

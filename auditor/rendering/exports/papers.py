"""Starters for the register of processing and for transfer assessments, as spreadsheets.

The register has the fields of GDPR art. 30(1), of the CNIL's sheet and the ICO's location: one row per activity, then one per
transfer. Being within reach of a third State's law has a column of its own: it is not a transfer. The transfer assessment has
the first steps of the EDPB's Recommendations 01/2020: one row per exporter and importer.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.result import Result
from auditor.rendering import annex
from auditor.rendering.annex import Row
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.words import Say, speaker


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
            [say("reg_activity"), sheet.id, sheet.title, *_cells(sheet.rows, say), *("" for _ in transfers)]
        )
        rows.extend(
            [say("transfer"), sheet.id, sheet.title, *("" for _ in fields), *abroad]
            for abroad in abroad_by_activity.get(sheet.id, ())
        )
    heads = [say("reg_row"), say("reg_id"), say("reg_name"), *fields, *transfers]
    return Spreadsheet(say("reg_title"), heads, rows)


def transfers(result: Result, lang: str) -> Spreadsheet:
    """Give the starter of a transfer assessment: the transfers, then those of whom nobody states where they are."""
    say = speaker(lang)
    sheets = annex.transfer_starters(result, lang)
    heads = [say(key) for key in annex.STARTER]
    rows = [[sheet.title, *_cells(sheet.rows, say)] for sheet in sheets]
    rows += [[entry, *(say("not_declared") for _ in heads)] for entry in annex.unplaced(result, lang)]
    return Spreadsheet(say("tia_title"), [say("transfer"), *heads], rows)


def _cells(rows: Sequence[Row], say: Say) -> list[str]:
    return [
        "\n".join(row.entries) or say("none_described" if row.derived else "not_declared") for row in rows
    ]

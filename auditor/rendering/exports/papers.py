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
                *_cells(sheet.rows, say),
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


def transfers(result: Result, lang: str) -> Spreadsheet:
    """Give the starter of a transfer assessment: the transfers, then those of whom nobody states where they are."""
    say = speaker(lang)
    sheets = annex.transfer_starters(result, lang)
    heads = [say(heading) for heading in annex.STARTER]
    rows = [[sheet.title, *_cells(sheet.rows, say)] for sheet in sheets]
    rows += [
        [entry, *(say(annex_texts.NOT_DECLARED) for _ in heads)] for entry in annex.unplaced(result, lang)
    ]
    return Spreadsheet(say(annex_texts.TRANSFER_TITLE), [say.word("transfer"), *heads], rows)


def _cells(rows: Sequence[Row], say: Say) -> list[str]:
    return [
        "\n".join(row.entries) or say(annex_texts.NONE_DESCRIBED if row.derived else annex_texts.NOT_DECLARED)
        for row in rows
    ]

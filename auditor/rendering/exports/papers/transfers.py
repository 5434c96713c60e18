"""A starter for transfer assessments, as a spreadsheet.

It has the first steps of the EDPB's Recommendations 01/2020: one row per exporter and importer.
"""

from __future__ import annotations

from auditor.rendering import annex
from auditor.rendering.exports.cells import cells
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.paper import Paper, writers_of
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.words import speaker
from auditor.text import annex as annex_texts


def transfers(dossier: Dossier, how: How) -> Spreadsheet:
    """Give the starter of a transfer assessment: the transfers, then those of whom nobody states where they are."""
    say, result = speaker(how.lang), dossier.result
    sheets = annex.transfer_starters(result, how.lang)
    heads = [say(heading) for heading in annex.STARTER]
    rows = [[sheet.title, *cells(sheet.rows, say)] for sheet in sheets]
    rows += [
        [entry, *(say(annex_texts.NOT_DECLARED) for _ in heads)] for entry in annex.unplaced(result, how.lang)
    ]
    return Spreadsheet(say(annex_texts.TRANSFER_TITLE), [say.word("transfer"), *heads], rows)


PAPER = Paper(writers=writers_of(transfers))

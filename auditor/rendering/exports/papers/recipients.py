"""Who got what, as captures showed it, as a spreadsheet: one row per recipient, page and capture, then who is declared and was not seen."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering.captures.received import heads, rows
from auditor.rendering.exports.paper import Paper, writers_of
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.words import speaker
from auditor.text.received import TITLE


def recipients(result: Result, lang: str) -> Spreadsheet:
    """Give who got what; the head alone where the case has no captures."""
    say = speaker(lang)
    return Spreadsheet(say(TITLE), list(heads(say)), [each.cells for each in rows(result, say)])


PAPER = Paper(writers=writers_of(recipients))

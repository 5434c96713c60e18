"""Who got what, as captures showed it, as a spreadsheet: one row per recipient, page and capture, then who is declared and was not seen."""

from __future__ import annotations

from auditor.rendering.captures.received import heads, rows
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.paper import Paper, writers_of
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.words import speaker
from auditor.text.received import TITLE


def recipients(dossier: Dossier, how: How) -> Spreadsheet:
    """Give who got what; the head alone where the case has no captures."""
    say, result = speaker(how.lang), dossier.result
    return Spreadsheet(say(TITLE), list(heads(say)), [each.cells for each in rows(result, say)])


PAPER = Paper(writers=writers_of(recipients))

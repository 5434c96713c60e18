"""What to do, in order, as a spreadsheet: who can do it, the evidence that settles it, and what it is for.

One column is empty, for whoever reads it: until when. The last says where it stands: to do, or to ask first, as a question is open.
"""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering.exports.paper import Paper, writers_of
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.telling.actions import ToDo, actions
from auditor.rendering.telling.letters import lettered
from auditor.rendering.words import Say, printable, speaker
from auditor.text import actions as texts
from auditor.text.telling import URGENCY


def to_do(result: Result, lang: str) -> Spreadsheet:
    """Give a row for each action, the most urgent first; letters and question numbers are those of the report."""
    say = speaker(lang)
    rows = [_row(action, say) for action in actions(result, lettered(result), say)]
    return Spreadsheet(say(texts.TITLE), [say(head) for head in texts.HEADS], rows)


def _row(action: ToDo, say: Say) -> list[str]:
    return [
        say(URGENCY[action.when]),
        printable(action.what),
        printable(action.who),
        printable(action.evidence),
        ", ".join(action.letters),
        ", ".join(f"Q{number}" for number in action.questions),
        action.rule,
        ", ".join(f"F-{fingerprint}" for fingerprint in action.findings),
        "",
        say(texts.TO_DO if action.letters else texts.TO_ASK),
    ]


PAPER = Paper(writers=writers_of(to_do))

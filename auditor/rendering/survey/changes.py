"""What became of cases since an earlier survey, as CSV and in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.model.bilingual import Bilingual
from auditor.model.survey import RowChange, SurveyRow
from auditor.rendering.exports.spreadsheet import csv_lines
from auditor.rendering.survey.table import APART, severity
from auditor.rendering.words import Say, pick, printable, speaker
from auditor.text import survey as words


def changes_csv(found: Iterable[RowChange | None], lang: str) -> Iterator[bytes]:
    """Yield what changed as CSV, a row for each case that is not as it was."""
    say = speaker(lang)
    rows = (_cells(each, say) for each in found if each is not None)
    return csv_lines([say(head) for head in words.CHANGE_HEADS], rows, lang)


def _cells(change: RowChange, say: Say) -> list[str]:
    return [
        printable(change.case),
        say(words.CHANGED[change.change]),
        standing(change.before, say),
        standing(change.after, say),
        _names(change.recipients_new, say),
        _names(change.recipients_gone, say),
        " ".join(change.rules_new),
        " ".join(change.rules_gone),
    ]


def told(change: RowChange, say: Say) -> str:
    """Give what became of a case in a line."""
    before, after = standing(change.before, say), standing(change.after, say)
    parts = [
        before or after
        if before == after or not (before and after)
        else say(words.BECAME, before=before, after=after)
    ]
    for text, names in (
        (words.CHANGE_RECIPIENTS_NEW, _names(change.recipients_new, say, ", ")),
        (words.CHANGE_RECIPIENTS_GONE, _names(change.recipients_gone, say, ", ")),
        (words.CHANGE_RULES_NEW, ", ".join(change.rules_new)),
        (words.CHANGE_RULES_GONE, ", ".join(change.rules_gone)),
    ):
        parts += [say(text, names=names)] if names else []
    return say.apart.join(parts)


def standing(row: SurveyRow | None, say: Say) -> str:
    """Give how a case stands: its gravest severity and whether it passes, or that it was not judged; empty where there is none."""
    if row is None:
        return ""
    if row.state != "judged":
        return say(words.STATES[row.state])
    failed = "" if row.passed else f", {say(words.PAGE['survey_gate_failed'])}"
    return f"{severity(row, say)}{failed}"


def _names(names: Sequence[Bilingual], say: Say, apart: str = APART) -> str:
    return apart.join(printable(pick(each, say.lang)) for each in names)

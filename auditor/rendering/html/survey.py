"""The page of a survey: what changed, the ranks, the first cases in order of gravity and the first that were not judged.

However many cases there are, the page stays the same size: what it leaves out is counted, and stands in the tables beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.model.survey import RANKS, RankKind, Survey, SurveyChanges, SurveyRow, SurveyTotals
from auditor.model.vocabulary import UNKNOWN
from auditor.rendering.html.environment import environment, frame
from auditor.rendering.survey.changes import told
from auditor.rendering.survey.table import countries, named, reason, recipients, severity, share
from auditor.rendering.telling.days import spoken_date
from auditor.rendering.words import Say, pick, printable, speaker
from auditor.text import survey as words
from auditor.text.page import PERCENT

#: How many lines of a rank are shown, how many recipients of a case are named, and how long a text of it is.
LINES: Final = 25
FEW: Final = 8
LONG: Final = 400


class _Counted(Struct, frozen=True):
    what: str
    count: int


class _Line(Struct, frozen=True, kw_only=True):
    name: str
    id: str
    cases: int
    share: str
    perhaps: int


class _Rank(Struct, frozen=True):
    kind: RankKind
    lines: Sequence[_Line]
    left: int


class _Row(Struct, frozen=True, kw_only=True):
    case: str
    title: str
    day: str
    story: str
    severity: str
    graded: str
    failed: bool
    points: int
    recipients: str
    countries: str


class _NotJudged(Struct, frozen=True):
    case: str
    state: str
    reason: str


class _Change(Struct, frozen=True):
    case: str
    change: str
    told: str


class _Changes(Struct, frozen=True, kw_only=True):
    new: int
    gone: int
    changed: int
    same: int
    lines: Sequence[_Change]
    left: int


class View(Struct, frozen=True, kw_only=True):
    """What the page shows, in words; `left` are counts of what it leaves out."""

    totals: SurveyTotals
    severities: Sequence[_Counted]
    ranks: Sequence[_Rank]
    rows: Sequence[_Row]
    not_judged: Sequence[_NotJudged]
    not_judged_left: int
    changes: _Changes | None
    version: str
    knowledge_as_of: str


def survey_page(found: Survey, lang: str) -> bytes:
    """Give the page of a survey in `lang`."""
    html = (
        environment(lang).get_template("survey.html.j2").render(view=_view(found, speaker(lang)), **frame())
    )
    return (html.rstrip() + "\n").encode()


def _view(found: Survey, say: Say) -> View:
    totals = found.totals
    return View(
        totals=totals,
        severities=[
            _Counted(say(words.NOTHING_ESTABLISHED) if each == "none" else say.word(each), count)
            for each, count in totals.by_severity.items()
            if count
        ],
        ranks=[_rank(kind, found, say) for kind in RANKS],
        rows=[_row(each, say) for each in found.rows],
        not_judged=[
            _NotJudged(printable(each.case), say(words.STATES[each.state]), _cut(reason(each, say)))
            for each in found.not_judged
        ],
        not_judged_left=totals.cases - totals.judged - len(found.not_judged),
        changes=None if found.changes is None else _changes(found.changes, say),
        version=found.version,
        knowledge_as_of=found.knowledge_as_of,
    )


def _rank(kind: RankKind, found: Survey, say: Say) -> _Rank:
    lines = found.ranks[kind]
    shown = [
        _Line(
            name=_cut(named(line.key, pick(line.name, say.lang), say)),
            id=line.key if kind == "rules" or (kind == "countries" and line.key != UNKNOWN) else "",
            cases=line.cases,
            share=_percent(share(line.cases, found.totals.judged), say),
            perhaps=line.perhaps,
        )
        for line in lines[:LINES]
    ]
    return _Rank(kind, shown, len(lines) - len(shown))


def _percent(text: str, say: Say) -> str:
    return f"{text.replace('.', ',') if say.lang == 'fr' else text}{say(PERCENT)}"


def _row(row: SurveyRow, say: Say) -> _Row:
    names = recipients(row, say, received=True)
    more = f" +{len(names) - FEW}" if len(names) > FEW else ""
    return _Row(
        case=printable(row.case),
        title=_cut(printable(pick(row.title, say.lang))),
        day=spoken_date(row.as_of, say),
        story=_cut(printable(pick(row.story, say.lang))),
        severity=row.severity,
        graded=severity(row, say),
        failed=not row.passed,
        points=row.points,
        recipients=_cut(", ".join(names[:FEW])) + more,
        countries=_cut(", ".join(countries(row, say))),
    )


def _changes(found: SurveyChanges, say: Say) -> _Changes:
    lines = [_Change(printable(each.case), each.change, _cut(told(each, say))) for each in found.first]
    return _Changes(
        new=found.new,
        gone=found.gone,
        changed=found.changed,
        same=found.same,
        lines=lines,
        left=found.new + found.gone + found.changed - len(lines),
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG]}…"

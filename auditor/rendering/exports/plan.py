"""The action plan of a case: what is established, what is open, what is not declared; what people wrote in an earlier plan goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.errors import UsageRefused
from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import SEVERITY_ORDER, Floor
from auditor.rendering.exports.book import Book, Choice, Days, Page, Row
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.exports.stated import Stated
from auditor.rendering.words import Say, pick, speaker
from auditor.text.fields.base import Without
from auditor.text.fields.table import find
from auditor.text.papers import actions as texts
from auditor.text.problems.usage import NO_PLAN

WIDTHS: Final = (24, 16, 12, 26, 44, 44, 44, 20, 14, 14, 26, 30, 14, 26)
#: The column of the state, and those in which people write.
STATE_COLUMN: Final = len(texts.GIVEN) + texts.HUMAN.index(texts.STATE)
DUE_COLUMN: Final = len(texts.GIVEN) + texts.HUMAN.index(texts.DUE)
OPEN_COLUMNS: Final = tuple(range(len(texts.GIVEN), len(texts.GIVEN) + len(texts.HUMAN)))
_ISO: Final = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLASHED: Final = re.compile(r"^([0-9]{2})/([0-9]{2})/([0-9]{4})")


class Action(Struct, frozen=True, kw_only=True):
    """One row: what the case says, what people wrote, since when it is seen, and what is to be looked at."""

    key: str
    kind: Bilingual
    severity: str
    subject: str
    what: str
    why: str
    lead: str
    formerly: tuple[str, ...] = ()
    human: tuple[str, ...] = ("",) * len(texts.HUMAN)
    since: str = ""
    gap: str = ""

    def row(self, say: Say) -> Row:
        """Give the cells of the row."""
        said = say.word(self.severity) if self.severity else ""
        given = [self.key, say(self.kind), said, self.subject, self.what, self.why, self.lead]
        return [*given, *self.human, self.since, self.gap]


class Plan(Struct, frozen=True):
    """The actions, what needs a look first, and those of an earlier plan that the case no longer gives, as they stood."""

    actions: list[Action]
    closed: list[Row]


def plan(dossier: Dossier, how: How) -> Plan:
    """Give the plan; with an earlier one, the columns that people fill in are carried over by the key of each row."""
    stated = Stated(dossier, how.lang)
    said = _Earlier(how.earlier)
    today = how.today
    found = [_followed(action, said, stated, today=today) for action in _actions(stated)]
    keys = {key for action in found for key in (action.key, *action.formerly)}
    day = stated.dossier.result.as_of
    closed = [*said.closed, *([*row, day] for key, row in said.rows.items() if key not in keys)]
    return Plan(sorted(found, key=_order), closed)


def _order(action: Action) -> tuple[bool, int]:
    grave = SEVERITY_ORDER.index(action.severity) if action.severity in SEVERITY_ORDER else -1
    return not action.gap, -grave


def _actions(stated: Stated) -> Iterator[Action]:
    result, say = stated.dossier.result, stated.say
    for finding in result.findings:
        told = finding.outcome == "established" or (finding.outcome == "cannot-be-shown" and finding.live)
        if told and not finding.joined and finding.accepted is None:
            yield _of_finding(stated, finding)
    asked = set()
    for question in result.questions:
        for fact in question.facts:
            if question.live and fact.live:
                asked.add(fact.fact)
                yield Action(
                    key=fact.fact,
                    kind=texts.QUESTION,
                    severity=fact.severity_if_open or "",
                    subject=pick(fact.subject, stated.lang),
                    what=pick(fact.question, stated.lang),
                    why=", ".join(fact.rules),
                    lead=say(texts.ASK, who=stated.party(fact.to)) if fact.to else "",
                )
    for line in result.activities:
        for field in stated.missing(line.id):
            key = f"activities.{line.id}.{field}"
            if key not in asked:
                yield _undeclared(stated, line.id, field)


def _of_finding(stated: Stated, finding: Finding) -> Action:
    say = stated.say
    law = ", ".join(pick(each.cite, stated.lang) for each in finding.law)
    told = {"why": pick(finding.why, stated.lang), "rule": finding.rule}
    severity: Floor = finding.severity if finding.outcome == "established" else finding.severity_if_open
    who = "" if finding.action is None else pick(finding.action.who, stated.lang)
    what = (
        pick(finding.remedy, stated.lang)
        if finding.action is None
        else pick(finding.action.what, stated.lang)
    )
    return Action(
        key=f"F-{finding.fingerprint}",
        kind=texts.FINDING if finding.outcome == "established" else texts.OPEN_POINT,
        severity=severity,
        subject=pick(finding.title, stated.lang),
        what=pick(finding.message, stated.lang),
        why=say(texts.REASON, **told, law=law) if law else say(texts.REASON_ALONE, **told),
        lead=f"{what} ({who})" if who else what,
        formerly=tuple(f"F-{name}" for name in finding.formerly),
    )


def _undeclared(stated: Stated, name: str, field: str) -> Action:
    question = find("activities", field).question
    told = stated.named("activities", name)
    asked = "" if isinstance(question, Without) else stated.say(question, it=told)
    return Action(
        key=f"activities.{name}.{field}",
        kind=texts.UNDECLARED,
        severity="",
        subject=told,
        what=asked or stated.label("activities", field),
        why=stated.label("activities", field),
        lead="",
    )


class _Earlier:
    """An earlier plan: its rows by key, in whichever language it was written, and those that it closed.

    Columns are found by their heads, as people may move them. Raises UsageRefused where something is given that is no plan.
    """

    def __init__(self, sheets: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self.rows: dict[str, Row] = {}
        self.closed: list[Row] = []
        self.given = bool(sheets)
        found = [rows for sheet in sheets.values() if (rows := list(_read(sheet)))]
        if self.given and not any(map(_is_plan, sheets.values())):
            raise UsageRefused(NO_PLAN())
        for row in (row for rows in found for row in rows):
            if row[-1]:
                self.closed.append(row)
            else:
                self.rows[row[0]] = row[:-1]

    def of(self, action: Action) -> Row | None:
        """Give the earlier row of an action, by its key or one that it had before."""
        return next((self.rows[key] for key in (action.key, *action.formerly) if key in self.rows), None)


def _head(sheet: Sequence[Sequence[str]]) -> tuple[int, dict[int, int]]:
    """Give the row of heads of a sheet, and where each column of a plan stands in it; -1 where it has none."""
    columns = (*texts.GIVEN, *texts.HUMAN, *texts.NOTED, texts.GONE)
    for number, row in enumerate(sheet):
        if any(cell in (texts.KEY.fr, texts.KEY.en) for cell in row):
            places = {
                place: row.index(name)
                for place, column in enumerate(columns)
                for name in (column.fr, column.en)
                if name in row
            }
            return number, places
    return -1, {}


def _is_plan(sheet: Sequence[Sequence[str]]) -> bool:
    return _head(sheet)[0] >= 0


def _read(sheet: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Give the rows of a sheet with every column of a plan in its place, the last of which tells when a row was closed."""
    head, places = _head(sheet)
    width = len((*texts.GIVEN, *texts.HUMAN, *texts.NOTED)) + 1
    for row in sheet[head + 1 :] if head >= 0 else ():
        cells = [
            row[places[place]] if place in places and places[place] < len(row) else ""
            for place in range(width)
        ]
        if cells[0]:
            yield cells


def _followed(action: Action, said: _Earlier, stated: Stated, *, today: str) -> Action:
    """Give an action with what people wrote of it, and what of that is at odds with the case."""
    row = said.of(action)
    day = stated.dossier.result.as_of
    if row is None:
        return _with(action, action.human, day, stated.say(texts.NEW) if said.given else "")
    start = len(texts.GIVEN)
    human = tuple(row[start : start + len(texts.HUMAN)])
    since = row[start + len(texts.HUMAN)] or day
    return _with(action, human, since, _gap(action, human, stated.say, today))


def _with(action: Action, human: tuple[str, ...], since: str, gap: str) -> Action:
    return replace(action, human=human, since=since, gap=gap)


def _gap(action: Action, human: tuple[str, ...], say: Say, today: str) -> str:
    state = human[texts.HUMAN.index(texts.STATE)].strip().lower()
    found = action.kind in (texts.FINDING, texts.OPEN_POINT)
    if _is(state, texts.DONE):
        return say(texts.STILL_THERE if found else texts.STILL_OPEN, state=state)
    if _is(state, texts.ACCEPTED):
        return say(texts.NOT_ACCEPTED) if found else say(texts.STILL_OPEN, state=state)
    due = _day(human[texts.HUMAN.index(texts.DUE)])
    return say(texts.LATE) if today and due and due < today and not _is(state, texts.MOOT) else ""


def _is(state: str, word: Bilingual) -> bool:
    return state in (word.fr, word.en)


def _day(text: str) -> str:
    """Give the day that a cell states, empty where it states none."""
    if _ISO.match(text):
        return text[:10]
    found = _SLASHED.match(text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else ""


def heads(say: Say) -> list[str]:
    """Give the heads of the columns."""
    return [say(each) for each in (*texts.GIVEN, *texts.HUMAN, *texts.NOTED)]


def plan_table(dossier: Dossier, how: How) -> Spreadsheet:
    """Give the plan as rows."""
    say = speaker(how.lang)
    rows = [action.row(say) for action in plan(dossier, how).actions]
    return Spreadsheet(say(texts.TITLE), heads(say), rows)


def plan_book(dossier: Dossier, how: How) -> Book:
    """Give the plan as a workbook: people write in the columns that are theirs, the others are locked."""
    say = speaker(how.lang)
    made = plan(dossier, how)
    rows = [heads(say), *(action.row(say) for action in made.actions)]
    states = tuple(say(each) for each in texts.STATES)
    page = Page(
        say(texts.TITLE),
        rows,
        heads=frozenset([0]),
        widths=WIDTHS,
        frozen=(1, 1),
        choices=(Choice(1, max(len(rows) - 1, 1), STATE_COLUMN, states),),
        days=(Days(1, max(len(rows) - 1, 1), DUE_COLUMN, say(texts.NOT_A_DAY)),),
        open_columns=OPEN_COLUMNS,
        filtered=0,
        coloured=(STATE_COLUMN, {say(word): colour for word, colour in texts.COLOURS}),
    )
    return Book([page, *_closed(made.closed, say)], say(texts.TITLE))


def _closed(rows: Iterable[Row], say: Say) -> Iterator[Page]:
    listed = list(rows)
    if listed:
        yield Page(
            say(texts.CLOSED),
            [[*heads(say), say(texts.GONE)], *listed],
            heads=frozenset([0]),
            widths=(*WIDTHS, 14),
            frozen=(1, 1),
            filtered=0,
        )

"""The rows and ranks of a survey as CSV and as a workbook; rows come one by one and none is held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from auditor.model.survey import RANKS, RankKind, RankLine, Survey, SurveyRow
from auditor.model.vocabulary import UNKNOWN
from auditor.rendering.exports.long_sheets import LongSheet, long_xlsx
from auditor.rendering.exports.spreadsheet import Cell, csv_lines
from auditor.rendering.words import Say, pick, printable, speaker
from auditor.text import survey as words

#: What parts several things in one cell.
APART: Final = "; "
#: Shares are told in tenths of a percent.
TENTHS: Final = 1000


def table_csv(rows: Iterable[SurveyRow], lang: str) -> Iterator[bytes]:
    """Yield the table of cases as CSV."""
    say = speaker(lang)
    return csv_lines(heads(say), (cells(row, say) for row in rows), lang)


def ranks_csv(found: Survey, lang: str) -> Iterator[bytes]:
    """Yield all ranks as one CSV, most cases first within each."""
    say = speaker(lang)
    told = (
        [say(words.RANKS[kind]), *_ranked(line, found, say)] for kind in RANKS for line in found.ranks[kind]
    )
    return csv_lines([say(head) for head in words.RANK_HEADS], told, lang)


def workbook(rows: Iterable[SurveyRow], found: Survey, lang: str) -> Iterator[bytes]:
    """Yield the table of cases and a sheet for each rank as a workbook."""
    say = speaker(lang)

    def rank(kind: RankKind) -> LongSheet:
        told = (_ranked(line, found, say) for line in found.ranks[kind])
        return LongSheet(say(words.RANKS[kind]), [say(head) for head in words.RANK_HEADS[1:]], told)

    cases = LongSheet(say(words.CASES), heads(say), (cells(row, say) for row in rows))
    return long_xlsx((cases, *map(rank, RANKS)))


def heads(say: Say) -> list[str]:
    """Give the heads of the table of cases."""
    return [say(head) for head in words.HEADS.values()]


def cells(row: SurveyRow, say: Say) -> list[Cell]:
    """Give the cells of a row in the order of the heads; what was not judged has no figures."""
    judged = row.state == "judged"
    return [
        of(row, say) if judged or name in ALWAYS else "" for name, of in zip(words.HEADS, CELLS, strict=True)
    ]


def share(count: int, judged: int) -> str:
    """Give a share in percent with one decimal, rounded down, with a point."""
    tenths = count * TENTHS // judged if judged else 0
    return f"{tenths // 10}.{tenths % 10}"


def named(key: str, text: str, say: Say) -> str:
    """Give the name of what is counted by; that nobody says is said in words."""
    return say(words.NOBODY_SAYS) if key == UNKNOWN else printable(text)


def _ranked(line: RankLine, found: Survey, say: Say) -> list[Cell]:
    part = share(line.cases, found.totals.judged)
    return [
        named(line.key, pick(line.name, say.lang), say),
        printable(line.key),
        line.cases,
        part.replace(".", ",") if say.lang == "fr" else part,
        line.perhaps,
    ]


def recipients(row: SurveyRow, say: Say, *, received: bool) -> list[str]:
    """Give the names of the recipients of a case, or of those that it only declares or that a request was tried to reach."""
    return [printable(pick(r.name, say.lang)) for r in row.recipients if r.received == received]


def parents(row: SurveyRow, say: Say) -> list[str]:
    """Give the names of those who control recipients, and of those who perhaps do."""
    found: dict[str, bool] = {}
    for recipient in row.recipients:
        for each in recipient.parents:
            name = printable(pick(each.name, say.lang))
            found[name] = found.get(name, False) or each.certain
    return _with_doubt(found, say)


def countries(row: SurveyRow, say: Say) -> list[str]:
    """Give the codes of the countries of control, and of those that perhaps are."""
    found = {country: False for r in row.recipients for country in r.perhaps if country != UNKNOWN}
    found |= {country: True for r in row.recipients for country in r.countries if country != UNKNOWN}
    open_too = any(UNKNOWN in (*r.countries, *r.perhaps) for r in row.recipients)
    return [*_with_doubt(found, say), *([say(words.NOBODY_SAYS)] if open_too else [])]


def _with_doubt(found: dict[str, bool], say: Say) -> list[str]:
    return [name if sure else say(words.PERHAPS, what=name) for name, sure in sorted(found.items())]


def severity(row: SurveyRow, say: Say) -> str:
    """Give the gravest severity in words."""
    return say(words.NOTHING_ESTABLISHED) if row.severity == "none" else say.word(row.severity)


def reason(row: SurveyRow, say: Say) -> str:
    """Give why a case was not judged."""
    return "" if row.reason is None else printable(pick(row.reason, say.lang))


def _count(name: str) -> Callable[[SurveyRow, Say], Cell]:
    return lambda row, say: row.established.get(name, 0)


#: The columns that a row has although it was not judged.
ALWAYS: Final = frozenset({"case", "kind", "state", "reason"})
#: How each cell is told, in the order of the heads.
CELLS: Final[tuple[Callable[[SurveyRow, Say], Cell], ...]] = (
    lambda row, say: printable(row.case),
    lambda row, say: say(words.KINDS[row.kind]),
    lambda row, say: say(words.STATES[row.state]),
    lambda row, say: printable(pick(row.title, say.lang)),
    lambda row, say: row.as_of,
    lambda row, say: say(words.YES if row.passed else words.NO),
    severity,
    _count("critical"),
    _count("high"),
    _count("medium"),
    _count("low"),
    _count("info"),
    lambda row, say: row.points,
    lambda row, say: row.questions,
    lambda row, say: row.decided,
    lambda row, say: printable(pick(row.story, say.lang)),
    lambda row, say: APART.join(recipients(row, say, received=True)),
    lambda row, say: APART.join(recipients(row, say, received=False)),
    lambda row, say: APART.join(parents(row, say)),
    lambda row, say: APART.join(countries(row, say)),
    lambda row, say: " ".join(row.rules),
    lambda row, say: " ".join(row.open),
    reason,
)

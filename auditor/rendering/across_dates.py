"""A case on several dates as a table: text, Markdown, JSON; the page of a report shows the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.model.across_dates import AcrossDates, Cell, OnDate, Row
from auditor.rendering.json import as_json
from auditor.rendering.markup import escaped, safe
from auditor.rendering.words import Say, pick, speaker
from auditor.text import across_dates as texts

#: The formats that show several dates, and those of them that hold what a finding says on each.
FORMS: Final = ("json", "markdown", "text")
WITH_SENTENCES: Final = ("json",)


def render_across(table: AcrossDates, form: str, lang: str) -> bytes:
    """Return the table in one of `FORMS`, in `lang` where the format has a language."""
    if form == "json":
        return as_json(table)
    lines = _markdown(table, lang) if form == "markdown" else map(safe, _text(table, lang))
    return ("\n".join(lines) + "\n").encode()


def cell_words(cell: Cell, say: Say) -> str:
    """Return how a finding stands on a date, with its severity."""
    if cell.severity is None:
        return say(texts.NOTHING)
    standing = say(texts.ACCEPTED) if cell.standing == "accepted" else say.word(cell.standing)
    return say(texts.CELL, standing=standing, severity=say.word(cell.severity))


def gate_words(date: OnDate, say: Say) -> str:
    """Return whether the gate is passed on a date."""
    return say(texts.PASSED) if date.gate.passed else say(texts.FAILED, count=date.gate.failing)


def verdict_words(table: AcrossDates, say: Say) -> str:
    """Return what all dates come to: one that is not passed fails the run."""
    failed = [date.as_of for date in table.dates if not date.gate.passed]
    return say(texts.SOME_FAILED, days=", ".join(failed)) if failed else say(texts.ALL_PASSED)


def changing(table: AcrossDates) -> list[Row]:
    """Return the rows in which some date differs."""
    return [row for row in table.rows if row.changes]


def missed(table: AcrossDates, say: Say, lang: str) -> Iterator[str]:
    """Give, date by date, what was not looked at; what was run on no date, once."""
    for date in table.dates:
        for line in date.not_looked_at:
            if line.why != "not-run":
                yield say(texts.ON_DATE, day=date.as_of, words=pick(line.message, lang))
    yield from (pick(line.message, lang) for line in table.dates[0].not_looked_at if line.why == "not-run")


def _text(table: AcrossDates, lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield f"{pick(table.title, lang)} · {' · '.join(date.as_of for date in table.dates)}"
    yield from missed(table, say, lang)
    yield ""
    rows = changing(table)
    yield say(texts.CHANGES, count=len(rows)) if rows else say(texts.NO_CHANGE)
    wide = max(len(date.as_of) for date in table.dates)
    for row in rows:
        yield f"  [{row.rule}] {pick(row.title, lang)} · {pick(row.name, lang)}"
        for date, cell in zip(table.dates, row.cells, strict=True):
            yield f"    {date.as_of:<{wide}}  {cell_words(cell, say)}"
    yield ""
    yield say(texts.SAME, count=len(table.rows) - len(rows))
    for date in table.dates:
        yield f"{say.label(texts.GATE)} {date.as_of:<{wide}}  {gate_words(date, say)}"
    yield verdict_words(table, say)


def _markdown(table: AcrossDates, lang: str) -> Iterator[str]:
    say = speaker(lang)
    mark = "✅" if table.passed else "❌"
    yield f"### {mark} {escaped(pick(table.title, lang))} · {' · '.join(date.as_of for date in table.dates)}"
    yield ""
    yield from (f"- {escaped(words)}" for words in missed(table, say, lang))
    yield escaped(verdict_words(table, say))
    yield ""
    columns = " | ".join(date.as_of for date in table.dates)
    yield f"| {say(texts.RULE)} | {say(texts.WHO)} | {columns} |"
    yield "|---|---|" + "---|" * len(table.dates)
    for row in changing(table):
        cells = " | ".join(cell_words(cell, say) for cell in row.cells)
        yield f"| {row.rule} {escaped(pick(row.title, lang))} | {escaped(pick(row.name, lang))} | {cells} |"
    yield f"| {say(texts.GATE)} | | {' | '.join(gate_words(date, say) for date in table.dates)} |"
    yield ""
    yield escaped(say(texts.SAME, count=len(table.rows) - len(changing(table))))

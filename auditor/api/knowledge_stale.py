"""What of the knowledge base asks to be looked at again: not seen for a year, ending, or not yet decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from auditor.api.knowledge import whole
from auditor.api.knowledge_names import SECTIONS, name_of
from auditor.api.sources import day as day_read
from auditor.errors import UsageRefused
from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, last_day
from auditor.model.knowledge_entry import Stale
from auditor.model.law import Knowledge
from auditor.model.materials import certificate_words
from auditor.rendering.knowledge import render_stale
from auditor.text.grammar import bilingual, both, filled
from auditor.text.knowledge import ENTRY_WORDS, FRAMEWORK
from auditor.text.problems import usage as words
from auditor.text.vocabulary import DECISIONS

YEAR: Final = timedelta(days=365)
#: Where decisions of courts and authorities stand that may still change.
PENDING: Final = frozenset({"pending", "interim", "appealed", "stayed"})
ORDER: Final = ("ended", "ends", "pending", "not-seen")
#: A row: why, what in short, and the day.
Row = tuple[str, Bilingual, str]
NO_MORE: Final = both("")


def stale(*, today: str, epoch: str, own: Sequence[Path], form: str, lang: str) -> bytes:
    """Give what was not looked at in the year before `today`, what ends in the year after or ended in that before, and what is pending.

    Where `today` is empty it is taken of `epoch` (SOURCE_DATE_EPOCH). Raises UsageRefused where there is neither.
    """
    day = day_read(today, epoch)
    if not day:
        raise UsageRefused(
            words.STALE_WHEN(), words.EXAMPLE(command="auditor knowledge stale --today 2026-11-26")
        )
    base = whole(())
    known = whole(own) if own else base
    rows = [
        Stale(section, name, name_of(known, section, name, day), *row)
        for section in SECTIONS
        for name, entry in getattr(known, section).items()
        for row in _rows(known, section, name, day=day, seen=_looked_at(base, section, name, entry))
    ]
    rows.sort(
        key=lambda row: (ORDER.index(row.why), row.date, SECTIONS.index(row.section), row.id, row.what.en)
    )
    return render_stale(rows, form, lang)


def _looked_at(base: Knowledge, section: str, name: str, entry: Any) -> str:
    """Give the day on which an entry was last looked at: its own, else that of the base; of an addition that for which it speaks."""
    own = getattr(entry, "seen", "") or getattr(entry, "state_as_of", "")
    if own:
        return str(own)
    return base.as_of if entry == getattr(base, section).get(name) else str(getattr(entry, "as_of", ""))


def _rows(known: Knowledge, section: str, name: str, *, day: str, seen: str) -> Iterator[Row]:
    entry = getattr(known, section)[name]
    if section in ("sources", "countries"):
        return
    gone = [
        last
        for field in ("until", "ends", "invalid")
        if (last := getattr(entry, field, "")) and last != "unknown"
    ]
    if seen and _before(seen, day, YEAR) and not any(_before(last, day, timedelta(0)) for last in gone):
        yield "not-seen", NO_MORE, seen
    for last in () if section in ("domains", "widgets") else gone:
        yield from _ending(last, NO_MORE, day)
    if section == "organisations":
        yield from _papers(entry, day)
        yield from _periods(known, name, day)
    history = getattr(entry, "history", ())
    if history and history[-1].status in PENDING and first_day(history[-1].since) <= day:
        yield "pending", DECISIONS[history[-1].status].name, history[-1].since
    for item in getattr(entry, "watch", ()):
        if item.status == "pending" and first_day(item.date) <= day:
            yield "pending", bilingual(item.what), item.date


def _papers(entry: Any, day: str) -> Iterator[Row]:
    """Give the certificates of an organisation that end, or that nobody looked at in a year."""
    papers = entry.certified if isinstance(entry.certified, list) else []
    for paper in papers:
        what = both(certificate_words(paper))
        ending = list(_ending(paper.until, what, day))
        yield from ending
        if not paper.until and paper.as_of and _before(paper.as_of, day, YEAR):
            yield "not-seen", what, paper.as_of


def _periods(known: Knowledge, name: str, day: str) -> Iterator[Row]:
    """Give the newest word on the Data Privacy Framework where it is older than a year: a certification lapses each year."""
    periods = [period for period in known.dpf.get(name, ()) if period.as_of]
    if periods:
        newest = max(periods, key=lambda period: last_day(period.as_of))
        if _before(newest.as_of, day, YEAR):
            yield "not-seen", filled(FRAMEWORK, state=ENTRY_WORDS[newest.state]), newest.as_of


def _ending(last: str, what: Bilingual, day: str) -> Iterator[Row]:
    if last in ("", "unknown"):
        return
    if _before(last, day, timedelta(0)):
        if not _before(last, day, YEAR):
            yield "ended", what, last
    elif first_day(last) <= (date.fromisoformat(day) + YEAR).isoformat():
        yield "ends", what, last


def _before(text: str, day: str, by: timedelta) -> bool:
    """Tell whether `text` lies more than `by` before `day`, whatever day of its month or year is meant."""
    return text != "unknown" and last_day(text) < (date.fromisoformat(day) - by).isoformat()

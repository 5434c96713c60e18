"""An entry of the knowledge base as written, and what must hold of any: its source, its status, its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from auditor.errors import Problem
from auditor.loading.files.document import Document, Route
from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, is_day, last_day
from auditor.model.law import Knowledge
from auditor.model.scalars import DATE_PATTERN
from auditor.text.problems import knowledge as words
from auditor.text.problems import shape
from auditor.text.problems.hints import ONE_OF
from auditor.text.problems.references import near_entries, no_such
from auditor.text.problems.suggestion import suggestion

#: Kinds of source that can make a fact verified, and those that cannot.
VOUCHING: Final = frozenset({"own-document", "filing", "decision", "judgment", "law"})
HEARSAY: Final = frozenset({"press", "encyclopaedia", "catalogue", "notice", "dataset", "note"})
DATES: Final = ("since", "until", "as_of", "verified_since", "ends", "invalid", "state_as_of", "date")
FREE: Final = frozenset({"none", "unknown"})


class PlacedEntry(Struct, frozen=True):
    """An entry as written, where it stands, and for which day its file speaks."""

    document: Document
    route: Route
    section: str
    key: str
    entry: dict[str, Any]
    day: str

    def problem(
        self, message: Bilingual, *steps: str | int, hint: Bilingual | None = None, key: bool = False
    ) -> Problem:
        """Give a problem at this entry, or at what `steps` lead to inside it."""
        return self.document.problem((*self.route, *steps), message, hint, key=key)

    def nowhere(self, name: str, section: str, among: Mapping[str, Any], *steps: str | int) -> Problem:
        """Give the problem of a reference to an entry of `section` that is not `among` those that are there."""
        hint = suggestion(name, near_entries([(section, among)]))
        return self.problem(no_such(name, section), *steps, hint=hint)


def dates(held: PlacedEntry) -> Iterator[Problem]:
    """Give every date of an entry that does not exist or lies before its beginning."""
    for name in DATES:
        text = held.entry.get(name, "")
        if not isinstance(text, str) or text in ("", "unknown"):
            continue
        if not re.match(DATE_PATTERN, text) or not is_day(text):
            yield held.problem(shape.NO_SUCH_DAY(text=text), name, hint=shape.DATE_HINT())
    since, until = day(held.entry, "since"), day(held.entry, "until")
    if since and until and first_day(since) > last_day(until):
        yield held.problem(shape.UNTIL_BEFORE_SINCE(until=until, since=since), "until")


def day(entry: Mapping[str, Any], name: str) -> str:
    """Give the date that a field of an entry holds, empty where it holds none."""
    text = entry.get(name, "")
    return text if isinstance(text, str) and text != "unknown" and re.match(DATE_PATTERN, text) else ""


def record(
    held: PlacedEntry, entry: dict[str, Any], known: Knowledge, *steps: str | int
) -> Iterator[Problem]:
    """Give what is wrong with the source, the status and the day of an entry."""
    for name in ("source", "as_of", "status"):
        if name not in entry:
            yield held.problem(words.MISSING(field=name), *steps, key=True)
    source, status, told = entry.get("source", ""), entry.get("status", ""), day(entry, "as_of")
    also = entry.get("also", [])
    for name, at in ((source, ("source",)), *((other, ("also", n)) for n, other in enumerate(also))):
        if name and name not in known.sources:
            yield held.nowhere(name, "sources", known.sources, *steps, *at)
    if source in known.sources:
        kind, date = known.sources[source].kind, known.sources[source].date
        if status == "verified" and kind not in VOUCHING:
            hint = ONE_OF(words=listed(VOUCHING))
            yield held.problem(words.VERIFIED_BY(kind=kind), *steps, "status", hint=hint)
        if told and date and date != "unknown" and first_day(told) > last_day(date):
            yield held.problem(words.AFTER_SOURCE(day=told, date=date), *steps, "as_of")
    if (source == "none") != (status == "unverified"):
        yield held.problem(words.UNVERIFIED_NONE(), *steps, "status")
    since = day(entry, "since")
    if since and told and first_day(since) > last_day(told):
        yield held.problem(words.SINCE_AFTER(since=since, day=told), *steps, "since")
    if told and first_day(told) > last_day(held.day):
        yield held.problem(words.AFTER_FILE(day=told, file=held.day), *steps, "as_of")
    fields = {*entry, "country", "organisation", *entry.get("load", ()), *entry.get("click", ())}
    for number, name in enumerate(entry.get("unchecked", [])):
        if name not in fields:
            yield held.problem(words.UNCHECKED_FIELD(field=name), *steps, "unchecked", number)


def references(
    held: PlacedEntry, names: tuple[str, ...], known: Knowledge, free: frozenset[str] = FREE
) -> Iterator[Problem]:
    """Give every organisation that a field of `names` refers to and that does not exist."""
    for name in names:
        other = held.entry.get(name)
        if isinstance(other, str) and other not in known.organisations and other not in free:
            yield held.nowhere(other, "organisations", known.organisations, name)


def listed(words: frozenset[str]) -> str:
    """Give words in order, for a message."""
    return ", ".join(sorted(words))

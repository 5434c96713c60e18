"""An entry of the knowledge base as written, and what must hold of any: its source, its status, its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from auditor.errors import Problem
from auditor.loading.files.convert import nearest
from auditor.loading.files.document import Document, Route
from auditor.model.dates import first_day, is_day, last_day
from auditor.model.law import Knowledge
from auditor.model.scalars import DATE_PATTERN

#: Kinds of source that can make a fact verified, and those that cannot.
VOUCHING: Final = frozenset({"own-document", "filing", "decision", "judgment", "law"})
HEARSAY: Final = frozenset({"press", "encyclopaedia", "catalogue", "notice", "dataset", "note"})
DATES: Final = ("since", "until", "as_of", "ends", "invalid", "state_as_of", "date")
FREE: Final = frozenset({"none", "unknown"})


class PlacedEntry(Struct, frozen=True):
    """An entry as written, where it stands, and for which day its file speaks."""

    document: Document
    route: Route
    section: str
    key: str
    entry: dict[str, Any]
    day: str

    def problem(self, message: str, hint: str = "", *steps: str | int, key: bool = False) -> Problem:
        """Give a problem at this entry, or at what `steps` lead to inside it."""
        return self.document.problem((*self.route, *steps), message, hint, key=key)


def dates(held: PlacedEntry) -> Iterator[Problem]:
    """Give every date of an entry that does not exist or lies before its beginning."""
    for name in DATES:
        text = held.entry.get(name, "")
        if not isinstance(text, str) or text in ("", "unknown"):
            continue
        if not re.match(DATE_PATTERN, text) or not is_day(text):
            yield held.problem(f"no such day: {text}", "dates are written 2019, 2019-07 or 2019-07-14", name)
    since, until = day(held.entry, "since"), day(held.entry, "until")
    if since and until and first_day(since) > last_day(until):
        yield held.problem(f"until {until} lies before since {since}", "", "until")


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
            yield held.problem(f"{name} is missing", "", *steps, key=True)
    source, status, told = entry.get("source", ""), entry.get("status", ""), day(entry, "as_of")
    also = entry.get("also", [])
    for name, at in ((source, ("source",)), *((other, ("also", n)) for n, other in enumerate(also))):
        if name and name not in known.sources:
            yield held.problem(f"no such source: {name}", nearest(name, known.sources), *steps, *at)
    if source in known.sources:
        kind, date = known.sources[source].kind, known.sources[source].date
        if status == "verified" and kind not in VOUCHING:
            yield held.problem(
                f"verified, but its source is of kind {kind}", f"one of: {listed(VOUCHING)}", *steps, "status"
            )
        if told and date and date != "unknown" and first_day(told) > last_day(date):
            yield held.problem(
                f"as_of {told} is later than its source, which is of {date}", "", *steps, "as_of"
            )
    if (source == "none") != (status == "unverified"):
        yield held.problem(
            "what is unverified has the source none, and nothing else has", "", *steps, "status"
        )
    since = day(entry, "since")
    if since and told and first_day(since) > last_day(told):
        yield held.problem(
            f"since {since} lies after as_of {told}: the source cannot vouch for it", "", *steps, "since"
        )
    if told and first_day(told) > last_day(held.day):
        yield held.problem(f"as_of {told} lies after the day of the file, {held.day}", "", *steps, "as_of")
    fields = {*entry, "country", "organisation", *entry.get("load", ()), *entry.get("click", ())}
    for number, name in enumerate(entry.get("unchecked", [])):
        if name not in fields:
            yield held.problem(
                f"unchecked names a field that is not there: {name}", "", *steps, "unchecked", number
            )


def references(
    held: PlacedEntry, names: tuple[str, ...], known: Knowledge, free: frozenset[str] = FREE
) -> Iterator[Problem]:
    """Give every organisation that a field of `names` refers to and that does not exist."""
    for name in names:
        other = held.entry.get(name)
        if isinstance(other, str) and other not in known.organisations and other not in free:
            yield held.problem(f"no such organisation: {other}", nearest(other, known.organisations), name)


def listed(words: frozenset[str]) -> str:
    """Give words in order, for a message."""
    return ", ".join(sorted(words))

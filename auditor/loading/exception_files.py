"""Exceptions from their file: all mandatory things there, nothing wild, nothing for longer than a year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import UNSET

from auditor.errors import Problem, Refused, Wrong
from auditor.loading.files.carets import width
from auditor.loading.files.convert import convert
from auditor.loading.files.document import Document, read
from auditor.model.dates import is_day
from auditor.model.exceptions import ExceptionEntry, ExceptionFile, PlacedException
from auditor.model.result.findings import PlaceInFile
from auditor.text.problems import gate as words
from auditor.text.problems.hints import FIRST_IN_LINE
from auditor.text.problems.shape import NO_SUCH_DAY
from auditor.text.problems.suggestion import nearest

LEAST_REASON: Final = 15
WILD: Final = frozenset({"all", "any", "every", "unknown", "none"})


def load_exceptions(
    files: Sequence[tuple[str, bytes]], rules: Collection[str] | None
) -> tuple[PlacedException, ...]:
    """Give the exceptions of `files`; a rule that is not among `rules`, where given, is refused. Raises Refused."""
    placed: list[PlacedException] = []
    problems: list[Problem] = []
    for path, data in files:
        document = read(path, data)
        problems.extend(document.problems)
        if document.value is None or document.problems:
            continue
        typed, wrong = convert(document.value, ExceptionFile)
        if typed is not None:
            wrong = [
                each.below("exceptions", number)
                for number, entry in enumerate(typed.exceptions)
                for each in _wrong(entry, rules)
            ]
            wrong += _repeated(document, typed.exceptions)
            placed += [PlacedException(e, _place(document, n)) for n, e in enumerate(typed.exceptions)]
        problems.extend(document.place(each) for each in wrong)
    if problems:
        raise Refused(problems)
    return tuple(placed)


def _place(document: Document, number: int) -> PlaceInFile:
    line, column = document.locate(("exceptions", number))
    text = document.line(line)
    return PlaceInFile(file=document.path, line=line, column=column, width=width(text, column), text=text)


def _wrong(entry: ExceptionEntry, rules: Collection[str] | None) -> Iterator[Wrong]:
    if (entry.finding is UNSET) == (not entry.rule):
        yield Wrong((), words.OF_FINDING_OR_RULE(), words.OF_FINDING_HINT())
    elif entry.rule:
        yield from _scoped(entry, rules)
    elif entry.scope is not UNSET:
        yield Wrong(("scope",), words.SCOPE_OF_RULE(), key=True)
    if len(entry.reason.strip()) < LEAST_REASON:
        yield Wrong(("reason",), words.REASON_SHORT(count=LEAST_REASON), words.REASON_HINT())
    if not entry.approved_by.strip():
        yield Wrong(("approved_by",), words.APPROVED(), words.APPROVED_HINT())
    days = [name for name in ("approved_on", "expires") if not is_day(getattr(entry, name))]
    yield from (Wrong((name,), NO_SUCH_DAY(text=getattr(entry, name))) for name in days)
    if not days:
        yield from _lasting(entry)


def _lasting(entry: ExceptionEntry) -> Iterator[Wrong]:
    last = a_year_after(entry.approved_on)
    if entry.expires < entry.approved_on:
        yield Wrong(("expires",), words.EXPIRES_BEFORE(day=entry.expires, approved=entry.approved_on))
    elif entry.expires > last:
        yield Wrong(("expires",), words.TWELVE_MONTHS(), words.HERE_UNTIL(day=last))


def a_year_after(day: str) -> str:
    """Give the same day a year later; for a leap day, the last of February."""
    first = date.fromisoformat(day)
    if first.year == date.max.year:
        return date.max.isoformat()
    try:
        return first.replace(year=first.year + 1).isoformat()
    except ValueError:
        return first.replace(year=first.year + 1, day=28).isoformat()


def _scoped(entry: ExceptionEntry, rules: Collection[str] | None) -> Iterator[Wrong]:
    if any(c in entry.rule for c in "*?["):
        yield Wrong(("rule",), words.WILDCARDS(text=entry.rule), words.ONE_RULE())
    elif rules is not None and entry.rule not in rules:
        yield Wrong(("rule",), words.NO_SUCH_RULE(rule=entry.rule), nearest(entry.rule, sorted(rules)))
    if entry.scope is UNSET or not entry.scope.parts():
        yield Wrong((), words.WITHIN_SCOPE(), words.SCOPE_HINT())
        return
    for name in ("activity", "host", "organisation", "flow"):
        ids = getattr(entry.scope, name)
        for number, item in enumerate([ids] if isinstance(ids, str) else ids):
            if not item or item in WILD or any(c in item for c in "*?@["):
                yield Wrong(("scope", name, number), words.WILDCARDS(text=item), words.BY_ITS_ID(field=name))


def _repeated(document: Document, entries: Sequence[ExceptionEntry]) -> list[Wrong]:
    first: dict[object, int] = {}
    found: list[Wrong] = []
    for number, entry in enumerate(entries):
        key = _identity(entry)
        if key in first:
            line = document.locate(("exceptions", first[key]))[0]
            found.append(Wrong(("exceptions", number), words.EXCEPTED_ALREADY(), FIRST_IN_LINE(line=line)))
        first.setdefault(key, number)
    return found


def _identity(entry: ExceptionEntry) -> tuple[object, ...]:
    """Give what an exception speaks of: two of the same are one too many."""
    scope = (
        () if entry.scope is UNSET else tuple((name, tuple(ids)) for name, ids in entry.scope.parts().items())
    )
    return (entry.finding, entry.rule, scope, entry.case)

"""Exceptions from their file: all mandatory things there, nothing wild, nothing for longer than a year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import UNSET

from auditor.errors import Problem, Refused
from auditor.loading.files.convert import Wrong, convert, nearest
from auditor.loading.files.document import Document, Route, read
from auditor.model.dates import is_day
from auditor.model.exceptions import ExceptionEntry, ExceptionFile, PlacedException
from auditor.model.result import PlaceInFile

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
                (("exceptions", number, *route), message, hint)
                for number, entry in enumerate(typed.exceptions)
                for route, message, hint in _wrong(entry, rules)
            ]
            wrong += _repeated(document, typed.exceptions)
            placed += [PlacedException(e, _place(document, n)) for n, e in enumerate(typed.exceptions)]
        problems.extend(
            document.problem(route, text, hint, key=text.startswith("unknown key"))
            for route, text, hint in wrong
        )
    if problems:
        raise Refused(problems)
    return tuple(placed)


def _place(document: Document, number: int) -> PlaceInFile:
    spot = document.problem(("exceptions", number), "")
    return PlaceInFile(spot.path, spot.line, spot.column, spot.width, spot.text)


def _wrong(entry: ExceptionEntry, rules: Collection[str] | None) -> Iterator[Wrong]:
    if (entry.finding is UNSET) == (not entry.rule):
        yield (
            (),
            "an exception is of a finding, or of a rule within a scope",
            "finding: F-…, or rule: … with scope: {host: …}",
        )
    elif entry.rule:
        yield from _scoped(entry, rules)
    elif entry.scope is not UNSET:
        yield ("scope",), "a scope belongs to a rule; a finding has one already", ""
    if len(entry.reason.strip()) < LEAST_REASON:
        yield (
            ("reason",),
            f"the reason is shorter than {LEAST_REASON} characters",
            "say what makes it acceptable until then",
        )
    if not entry.approved_by.strip():
        yield ("approved_by",), "somebody must have approved it", "a name or a function"
    days = [name for name in ("approved_on", "expires") if not is_day(getattr(entry, name))]
    yield from (((name,), f"no such day: {getattr(entry, name)}", "") for name in days)
    if not days:
        yield from _lasting(entry)


def _lasting(entry: ExceptionEntry) -> Iterator[Wrong]:
    last = a_year_after(entry.approved_on)
    if entry.expires < entry.approved_on:
        yield (
            ("expires",),
            f"it expires on {entry.expires}, before it was approved on {entry.approved_on}",
            "",
        )
    elif entry.expires > last:
        yield (
            ("expires",),
            "an exception lasts twelve months at most",
            f"here until {last}; then it is looked at again",
        )


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
        yield ("rule",), f"wildcards are not allowed: {entry.rule}", "name one rule"
    elif rules is not None and entry.rule not in rules:
        yield ("rule",), f"no such rule: {entry.rule}", nearest(entry.rule, rules)
    if entry.scope is UNSET or not entry.scope.parts():
        yield (
            (),
            "a rule is excepted within a scope only",
            "scope: {host: …}, or activity, organisation, flow",
        )
        return
    for name in ("activity", "host", "organisation", "flow"):
        ids = getattr(entry.scope, name)
        for item in [ids] if isinstance(ids, str) else ids:
            if not item or item in WILD or any(c in item for c in "*?@["):
                yield ("scope", name), f"wildcards are not allowed: {item}", f"name each {name} by its id"


def _repeated(document: Document, entries: Sequence[ExceptionEntry]) -> list[tuple[Route, str, str]]:
    first: dict[object, int] = {}
    found: list[tuple[Route, str, str]] = []
    for number, entry in enumerate(entries):
        key = _identity(entry)
        if key in first:
            line = document.locate(("exceptions", first[key]))[0]
            found.append((("exceptions", number), "this is excepted already", f"first in line {line}"))
        first.setdefault(key, number)
    return found


def _identity(entry: ExceptionEntry) -> tuple[object, ...]:
    """Give what an exception speaks of: two of the same are one too many."""
    scope = (
        () if entry.scope is UNSET else tuple((name, tuple(ids)) for name, ids in entry.scope.parts().items())
    )
    return (entry.finding, entry.rule, scope, entry.case)

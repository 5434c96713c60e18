"""Plain values into typed ones: one conversion, and on refusal a walk that words every problem.

msgspec stops at its first error and does not name the entry; the walk goes through the same type information and finds
them all. A property test holds the two together: the walk reports a problem exactly when the conversion fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, TypeVar

import msgspec
from msgspec import inspect

from auditor.model.scalars import (
    DATE_PATTERN,
    DAY_PATTERN,
    FINDING_PATTERN,
    ID_PATTERN,
    NUMBER_PATTERN,
    VOTES_PATTERN,
)

Route = tuple[str | int, ...]
Wrong = tuple[Route, str, str]
T = TypeVar("T")

PATTERN_WORDS: Final = {
    ID_PATTERN: ("not an id: {}", "ids are lower-case words joined by dashes, as in aws-emea"),
    DATE_PATTERN: ("not a date: {}", "dates are written 2019, 2019-07 or 2019-07-14"),
    DAY_PATTERN: ("not a day: {}", "a day is written 2019-07-14"),
    FINDING_PATTERN: ("not the id of a finding: {}", "auditor check shows it, as in F-0123456789abcdef"),
    NUMBER_PATTERN: ("not a number: {}", "a percentage such as 15 or 33.3"),
    VOTES_PATTERN: ("not a share of votes: {}", "a percentage, majority, minority, none or unknown"),
}


def convert(value: Any, kind: type[T]) -> tuple[T | None, list[Wrong]]:
    """Give `value` as `kind`, or None and every problem as (route, message, hint)."""
    try:
        return msgspec.convert(value, kind, strict=True), []
    except msgspec.ValidationError as error:
        found = list(problems(value, kind))
        return None, found or [((), str(error), "")]


def problems(value: Any, kind: Any) -> Iterator[Wrong]:
    """Give everything for which `value` is not a `kind`."""
    yield from _walk(value, _info(kind), ())


@cache
def _info(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _walk(value: Any, info: inspect.Type, route: Route) -> Iterator[Wrong]:
    if isinstance(info, inspect.Metadata):
        yield from _walk(value, info.type, route)
    elif isinstance(info, inspect.UnionType):
        yield from _union(value, info, route)
    elif isinstance(info, inspect.StructType):
        yield from _struct(value, info, route)
    elif isinstance(info, inspect.DictType):
        yield from _mapping(value, info, route)
    elif isinstance(info, inspect.ListType):
        yield from _list(value, info, route)
    elif isinstance(info, inspect.LiteralType):
        yield from _literal(value, info, route)
    elif isinstance(info, inspect.StrType):
        yield from _text(value, info, route)


def _struct(value: Any, info: inspect.StructType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, dict):
        yield route, f"a mapping was expected, not {_what(value)}", f"its keys: {', '.join(_keys(info))}"
        return
    fields = {field.encode_name: field for field in info.fields}
    for key, item in value.items():
        if key in fields:
            yield from _walk(item, fields[key].type, (*route, key))
        else:
            yield (*route, key), f"unknown key: {key}", nearest(key, fields)
    for name, field in fields.items():
        if field.required and name not in value:
            yield route, f"the key {name} is missing", ""


def _mapping(value: Any, info: inspect.DictType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, dict):
        yield route, f"a mapping was expected, not {_what(value)}", ""
        return
    for key, item in value.items():
        for _, message, hint in _walk(key, info.key_type, ()):
            yield (*route, key), message, hint
        yield from _walk(item, info.value_type, (*route, key))


def _list(value: Any, info: inspect.ListType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, list):
        yield route, f"a list was expected, not {_what(value)}", ""
        return
    if info.min_length is not None and len(value) < info.min_length:
        yield route, f"at least {info.min_length} elements were expected", ""
    if info.max_length is not None and len(value) > info.max_length:
        yield route, f"at most {info.max_length} elements were expected", ""
    for position, item in enumerate(value):
        yield from _walk(item, info.item_type, (*route, position))


def _literal(value: Any, info: inspect.LiteralType, route: Route) -> Iterator[Wrong]:
    if value not in info.values if isinstance(value, str) else True:
        words = [str(word) for word in info.values]
        shown = value if isinstance(value, str) else _what(value)
        yield (
            route,
            f"not one of the words allowed here: {shown}",
            nearest(shown, words) or f"one of: {', '.join(words)}",
        )


def _text(value: Any, info: inspect.StrType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, str):
        yield route, f"a text was expected, not {_what(value)}", ""
    elif info.pattern is not None and not re.search(info.pattern, value):
        message, hint = PATTERN_WORDS.get(info.pattern, ("not as expected: {}", ""))
        yield route, message.format(value or "empty"), hint


def _union(value: Any, info: inspect.UnionType, route: Route) -> Iterator[Wrong]:
    branches = [_bare(branch) for branch in info.types]
    suited = [branch for branch in branches if _suits(value, branch)]
    if not suited:
        expected = " or ".join(dict.fromkeys(_expected(branch) for branch in branches if _expected(branch)))
        yield route, f"{expected} was expected, not {_what(value)}", ""
        return
    attempts = [list(_walk(value, branch, route)) for branch in suited]
    yield from min(attempts, key=len)


def _bare(info: inspect.Type) -> inspect.Type:
    return _bare(info.type) if isinstance(info, inspect.Metadata) else info


def _suits(value: Any, branch: inspect.Type) -> bool:
    if isinstance(value, dict):
        return isinstance(branch, (inspect.StructType, inspect.DictType))
    if isinstance(value, list):
        return isinstance(branch, inspect.ListType)
    return isinstance(branch, (inspect.StrType, inspect.LiteralType))


def _expected(branch: inspect.Type) -> str:
    if isinstance(branch, (inspect.StructType, inspect.DictType)):
        return "a mapping"
    if isinstance(branch, inspect.ListType):
        return "a list"
    return "a word" if isinstance(branch, (inspect.StrType, inspect.LiteralType)) else ""


def _what(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"the text {value}"


def _keys(info: inspect.StructType) -> list[str]:
    return [field.encode_name for field in info.fields]


def nearest(word: str, among: Iterable[str]) -> str:
    """Give a hint with the nearest of the words, or nothing."""
    close = get_close_matches(word, list(among), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else ""

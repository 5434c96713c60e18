"""Plain values into typed ones: one conversion, and on refusal a walk that words every problem.

msgspec stops at its first error and does not name the entry; the walk goes through the same type information and finds
them all. A property test holds the two together: the walk reports a problem exactly when the conversion fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, Final, TypeVar

import msgspec
from msgspec import inspect

from auditor.errors import Wrong
from auditor.model.bilingual import Bilingual
from auditor.text import problems as words

Route = tuple[str | int, ...]
T = TypeVar("T")

#: How many problems of one value are worded: whoever has that many has one cause.
MOST: Final = 200


def convert(value: Any, kind: type[T]) -> tuple[T | None, list[Wrong]]:
    """Give `value` as `kind`, or None and every problem as far as they are worded."""
    try:
        return msgspec.convert(value, kind, strict=True), []
    except msgspec.ValidationError as error:
        found = bounded(problems(value, kind))
        return None, found or [Wrong((), words.hints.READER_SAYS(words=str(error)))]


def bounded(found: Iterator[Wrong]) -> list[Wrong]:
    """Give what is wrong as far as it is worded, and that there is more where there is."""
    worded = list(islice(found, MOST + 1))
    return [*worded[:MOST], Wrong((), words.shape.MORE(count=MOST))] if len(worded) > MOST else worded


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
        yield Wrong(
            route, _not_a(words.shape.A_MAPPING(), value), words.shape.ITS_KEYS(keys=", ".join(_keys(info)))
        )
        return
    fields = {field.encode_name: field for field in info.fields}
    for key, item in value.items():
        if key in fields:
            yield from _walk(item, fields[key].type, (*route, key))
        else:
            yield Wrong(
                (*route, key),
                words.shape.UNKNOWN_KEY(key=key),
                words.suggestion.nearest(key, fields),
                key=True,
            )
    for name, field in fields.items():
        if field.required and name not in value:
            yield Wrong(route, words.shape.KEY_MISSING(key=name))


def _mapping(value: Any, info: inspect.DictType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, dict):
        yield Wrong(route, _not_a(words.shape.A_MAPPING(), value))
        return
    for key, item in value.items():
        for wrong in _walk(key, info.key_type, ()):
            yield Wrong((*route, key), wrong.message, wrong.hint, key=True)
        yield from _walk(item, info.value_type, (*route, key))


def _list(value: Any, info: inspect.ListType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, list):
        yield Wrong(route, _not_a(words.shape.A_LIST(), value))
        return
    if info.min_length is not None and len(value) < info.min_length:
        yield Wrong(route, words.shape.AT_LEAST(count=info.min_length))
    if info.max_length is not None and len(value) > info.max_length:
        yield Wrong(route, words.shape.AT_MOST(count=info.max_length))
    for position, item in enumerate(value):
        yield from _walk(item, info.item_type, (*route, position))


def _literal(value: Any, info: inspect.LiteralType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, str):
        every = ", ".join(str(word) for word in info.values)
        yield Wrong(route, words.shape.NOT_ALLOWED(word=_what(value)), words.hints.ONE_OF(words=every))
    elif value not in info.values:
        hint = words.suggestion.allowed(value, tuple(str(word) for word in info.values))
        yield Wrong(route, words.shape.NOT_ALLOWED(word=value or words.shape.EMPTY()), hint)


def _text(value: Any, info: inspect.StrType, route: Route) -> Iterator[Wrong]:
    if not isinstance(value, str):
        yield Wrong(route, _not_a(words.shape.A_TEXT(), value))
    elif info.pattern is not None and not re.search(info.pattern, value):
        message, hint = words.shape.OF_PATTERN.get(info.pattern, (words.shape.NOT_AS_EXPECTED, None))
        yield Wrong(route, message(text=value or words.shape.EMPTY()), None if hint is None else hint())


def _not_a(wanted: Bilingual, value: Any) -> Bilingual:
    return words.shape.EXPECTED(wanted=wanted, found=_what(value))


def _union(value: Any, info: inspect.UnionType, route: Route) -> Iterator[Wrong]:
    branches = [_bare(branch) for branch in info.types]
    suited = [branch for branch in branches if _suits(value, branch)]
    if not suited:
        yield Wrong(route, _not_a(_any_of(branches), value))
        return
    attempts = [list(islice(_walk(value, branch, route), MOST + 1)) for branch in suited]
    yield from min(attempts, key=len)


def _bare(info: inspect.Type) -> inspect.Type:
    return _bare(info.type) if isinstance(info, inspect.Metadata) else info


def _suits(value: Any, branch: inspect.Type) -> bool:
    if isinstance(value, dict):
        return isinstance(branch, (inspect.StructType, inspect.DictType))
    if isinstance(value, list):
        return isinstance(branch, inspect.ListType)
    return isinstance(branch, (inspect.StrType, inspect.LiteralType))


def _any_of(branches: list[inspect.Type]) -> Bilingual:
    said = list(dict.fromkeys(word for branch in branches if (word := _expected(branch)) is not None))
    found = said[0] if said else words.shape.SOMETHING()
    for word in said[1:]:
        found = words.shape.EITHER(first=found, second=word)
    return found


def _expected(branch: inspect.Type) -> Bilingual | None:
    if isinstance(branch, (inspect.StructType, inspect.DictType)):
        return words.shape.A_MAPPING()
    if isinstance(branch, inspect.ListType):
        return words.shape.A_LIST()
    return words.shape.A_WORD() if isinstance(branch, (inspect.StrType, inspect.LiteralType)) else None


def _what(value: Any) -> Bilingual:
    if isinstance(value, dict):
        return words.shape.A_MAPPING()
    if value is None:
        return words.shape.NOTHING()
    return words.shape.A_LIST() if isinstance(value, list) else words.shape.THE_TEXT(text=str(value))


def _keys(info: inspect.StructType) -> list[str]:
    return [field.encode_name for field in info.fields]

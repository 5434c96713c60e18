"""Which fields may hold several words at once is told by their types alone, as the reader of cases sees them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_origin

import pytest
from msgspec import Struct, inspect

from auditor.model.case.document import Case
from auditor.model.structs import plural


def nested(kind: Any, seen: dict[str, inspect.StructType]) -> Iterator[inspect.StructType]:
    """Give each struct that a type is made of, once."""
    if isinstance(kind, inspect.StructType):
        if str(kind.cls) in seen:
            return
        seen[str(kind.cls)] = kind
        yield kind
        for field in kind.fields:
            yield from nested(field.type, seen)
    for part in ("value_type", "item_type", "type"):
        if hasattr(kind, part):
            yield from nested(getattr(kind, part), seen)
    for part in getattr(kind, "types", ()):
        yield from nested(part, seen)


def holds_words(info: inspect.Type) -> bool:
    if isinstance(info, inspect.DictType):
        return holds_words(info.value_type)
    if isinstance(info, inspect.UnionType):
        return any(map(holds_words, info.types))
    return isinstance(info, inspect.ListType) and not isinstance(info.item_type, inspect.StructType)


STRUCTS = {
    kind.__qualname__: kind
    for info in nested(inspect.type_info(Case), {})
    if issubclass(kind := get_origin(info.cls) or info.cls, Struct)
}


def test_there_are_structs_of_many_kinds() -> None:
    assert len(STRUCTS) > 30


@pytest.mark.parametrize("name", STRUCTS)
def test_fields_of_several_words_are_those_that_the_reader_of_cases_sees(name: str) -> None:
    info = inspect.type_info(STRUCTS[name])
    assert isinstance(info, inspect.StructType)
    assert plural(STRUCTS[name]) == {field.name for field in info.fields if holds_words(field.type)}

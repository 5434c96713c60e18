"""What the types of a case say of themselves, translated once."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import inspect

from auditor.model.case import Case


@cache
def structs() -> dict[type, inspect.StructType]:
    """Give every struct a case is made of, by its class."""
    found: dict[type, inspect.StructType] = {}
    _collect(inspect.type_info(Case), found)
    return found


def _collect(info: Any, found: dict[type, inspect.StructType]) -> None:
    if isinstance(info, inspect.Metadata):
        _collect(info.type, found)
    elif isinstance(info, inspect.UnionType):
        for branch in info.types:
            _collect(branch, found)
    elif isinstance(info, inspect.ListType):
        _collect(info.item_type, found)
    elif isinstance(info, inspect.DictType):
        _collect(info.value_type, found)
    elif isinstance(info, inspect.StructType) and _class(info) not in found:
        found[_class(info)] = info
        for field in info.fields:
            _collect(field.type, found)


def _class(info: inspect.StructType) -> type:
    origin: type = getattr(info.cls, "__origin__", info.cls)
    return origin

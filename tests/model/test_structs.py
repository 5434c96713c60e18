"""The fields of a struct are those that resolving its annotations gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from auditor.model.case.document import Case
from auditor.model.structs import fields, is_struct


def structs(annotation: Any, met: set[type]) -> Iterator[type]:
    """Every struct that a case may hold."""
    if isinstance(annotation, type) and is_struct(annotation) and annotation not in met:
        met.add(annotation)
        yield annotation
        for part in get_type_hints(annotation, include_extras=True).values():
            yield from structs(part, met)
    for part in get_args(annotation):
        yield from structs(part, met)


EVERY = sorted(structs(Case, set()), key=lambda kind: kind.__qualname__)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: f"{kind.__module__}.{kind.__qualname__}")
def test_the_fields_of_what_a_case_holds_are_its_annotations_resolved(kind: type) -> None:
    assert fields(kind) == get_type_hints(kind, include_extras=True)


def test_annotations_that_are_texts_are_resolved() -> None:
    class Written:
        name: "str"  # noqa: UP037
        more: "int | None"  # noqa: UP037

    assert fields(Written) == {"name": str, "more": int | None}


def test_a_case_holds_many_structs() -> None:
    assert len(EVERY) > 40

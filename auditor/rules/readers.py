"""How the fields of subjects are read in an estate."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from auditor.graph.derive import Derived
from auditor.model.evidence import FieldValue
from auditor.rules.language.condition import Get
from auditor.rules.law_in_place import of_the_state
from auditor.rules.still_there import as_far_as_there
from auditor.rules.subjects import Subject


class Readers(dict[str, Callable[[Any], FieldValue]]):
    """How each field of a kind of subjects is read in an estate: open where it rests on an entity that may be gone."""

    def __init__(self, kind: Subject[Any], derived: Derived) -> None:
        super().__init__()
        self._kind = kind
        self._derived = derived

    def __missing__(self, name: str) -> Callable[[Any], FieldValue]:
        field, estate = self._kind.fields[name], self._derived.estate
        read: Callable[[Any], FieldValue] = partial(field.read, self._derived)
        if field.kind == "country":
            read = _after(read, partial(of_the_state, estate.materials.knowledge))
        if estate.day.lapsing:
            read = _after(read, partial(as_far_as_there, estate))
        if field.by is not None:
            read = _once(read, partial(field.by, self._derived))
        self[name] = read
        return read

    def of(self, subject: Any) -> Get:
        """Give what reads the fields of a subject, each once."""
        return _Fields(self, subject).__getitem__


class _Fields(dict[str, FieldValue]):
    """The fields of one subject that were read."""

    __slots__ = ("_readers", "_subject")

    def __init__(self, readers: Readers, subject: Any) -> None:
        self._readers = readers
        self._subject = subject

    def __missing__(self, name: str) -> FieldValue:
        found = self[name] = self._readers[name](self._subject)
        return found


def _once(read: Callable[[Any], FieldValue], by: Callable[[Any], str]) -> Callable[[Any], FieldValue]:
    """Read a field once for all subjects for which `by` gives the same."""
    known: dict[str, FieldValue] = {}

    def found(subject: Any) -> FieldValue:
        key = by(subject)
        value = known.get(key) if key else None
        if value is None:
            value = read(subject)
            if key:
                known[key] = value
        return value

    return found


def _after(
    read: Callable[[Any], FieldValue], then: Callable[[FieldValue], FieldValue]
) -> Callable[[Any], FieldValue]:
    return lambda subject: then(read(subject))

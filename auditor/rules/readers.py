"""How the fields of subjects are read in an estate."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property, partial
from typing import Any

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.model.evidence import FieldValue
from auditor.rules.classes import held
from auditor.rules.law_in_place import of_the_state
from auditor.rules.still_there import as_far_as_there
from auditor.rules.subjects import Subject
from auditor.rules.subjects.base import Side


class Readers(dict[str, Callable[[Any], FieldValue]]):
    """How each field of a kind of subjects is read in an estate: open where it rests on an entity that may be gone."""

    def __init__(self, kind: Subject[Any], derived: Derived) -> None:
        super().__init__()
        self.kind = kind
        self._derived = derived

    def __missing__(self, name: str) -> Callable[[Any], FieldValue]:
        field, estate = self.kind.fields[name], self._derived.estate
        read: Callable[[Any], FieldValue] = partial(field.read, self._derived)
        if field.kind == "country":
            read = _after(read, partial(of_the_state, estate.materials.knowledge))
        if estate.day.lapsing:
            read = _after(read, partial(as_far_as_there, estate))
        if field.by is not None:
            read = _Once(read, field.by(self._derived))
        self[name] = read
        return read

    def column(self, name: str, subjects: Sequence[Any]) -> list[FieldValue]:
        """Give what a field of each of some subjects holds."""
        read = self[name]
        return read.each(subjects) if isinstance(read, _Once) else list(map(read, subjects))

    def own_fact(self, name: str) -> str:
        """Give the fact of the entry of a subject that alone may settle a field; nothing where entities may be gone, as that is open too."""
        return "" if self._derived.estate.day.lapsing else self.kind.fields[name].fact

    @cached_property
    def words(self) -> dict[str, Callable[[Sequence[Any]], Sequence[str]]]:
        """What gives the word of each field of some subjects as it stands in a key, where the kind declares that."""
        fields = self.kind.fields.items()
        return {name: field.word(self._derived) for name, field in fields if field.word is not None}

    @cached_property
    def sides(self) -> dict[str, _SideSeen]:
        """What the fields hold that follow from each side of a subject."""
        lapsing = bool(self._derived.estate.day.lapsing)
        return {
            name: _SideSeen(side, _nothing if lapsing else side.tells(self._derived))
            for name, side in self.kind.sides.items()
        }


def _nothing(subjects: Sequence[Any]) -> list[None]:
    """Tell nothing of a side: where entities may be gone, what a field holds follows from the facts too."""
    return [None] * len(subjects)


class SubjectFields(dict[str, FieldValue]):
    """The fields of a `subject`, each read once by its `readers`."""

    __slots__ = ("readers", "subject")

    def __init__(self, readers: Readers, subject: Any) -> None:
        self.readers = readers
        self.subject = subject

    def __missing__(self, name: str) -> FieldValue:
        found = self[name] = self.readers[name](self.subject)
        return found

    @property
    def id(self) -> str:
        """The name of the subject."""
        return self.readers.kind.id(self.subject)

    def side(self, name: str) -> Hashable:
        """Give what the fields hold that follow from a side, without the facts."""
        seen = self.readers.sides[name]
        (told,) = seen.tells([self.subject])
        return seen.get(told) or seen.met(told, self)


class _Held(Struct, frozen=True, cache_hash=True):
    """What several fields hold."""

    values: tuple[Hashable, ...]


class _SideSeen(dict[Hashable, _Held]):
    """What the fields of a side hold, by what `tells` tells of subjects, read of the first of those alike in it."""

    def __init__(self, side: Side[Any], tells: Callable[[Sequence[Any]], Sequence[Hashable]]) -> None:
        super().__init__()
        self.tells = tells
        self._fields = side.fields
        self._alike: dict[_Held, _Held] = {}

    def met(self, told: Hashable, fields: SubjectFields) -> _Held:
        """Give what the fields of a subject hold, and keep it for those of which the same is told; nothing is told of one by None.

        What is kept is one object where the same is held, as it is looked up for each subject at a fork of classes.
        """
        found = _Held(tuple([held(fields[name]) for name in self._fields]))
        if told is not None:
            found = self[told] = self._alike.setdefault(found, found)
        return found


class _Once(dict[Hashable, FieldValue]):
    """Reads a field once for all subjects of which `tells` tells the same."""

    def __init__(
        self, read: Callable[[Any], FieldValue], tells: Callable[[Sequence[Any]], Sequence[Hashable]]
    ) -> None:
        super().__init__()
        self._read = read
        self._tells = tells

    def __call__(self, subject: Any) -> FieldValue:
        return self.each([subject])[0]

    def each(self, subjects: Sequence[Any]) -> list[FieldValue]:
        """Give what the field of each of some subjects holds."""
        told = self._tells(subjects)
        found: list[Any] = list(map(self.get, told))
        if all(found):
            return found
        for row in [row for row, known in enumerate(found) if known is None]:
            found[row] = self.get(told[row]) or self._met(told[row], subjects[row])
        return found

    def _met(self, told: Hashable, subject: Any) -> FieldValue:
        found = self._read(subject)
        if told is not None:
            self[told] = found
        return found


def _after(
    read: Callable[[Any], FieldValue], then: Callable[[FieldValue], FieldValue]
) -> Callable[[Any], FieldValue]:
    return lambda subject: then(read(subject))

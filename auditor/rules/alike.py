"""Subjects of one class as a table: each of their fields is a column, read where a rule looks at it.

What is said of a class is said of all of them, so that only the facts differ: those are taken column by column.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from auditor.graph.derive import Derived
from auditor.model.evidence import FieldValue, Routes
from auditor.rules.patterns import Mark
from auditor.rules.readers import Readers, SubjectFields
from auditor.rules.subjects import Subject


class Alike:
    """Subjects of a class, each by its fields, in order."""

    def __init__(
        self, kind: Subject[Any], derived: Derived, readers: Readers, each: Sequence[SubjectFields]
    ) -> None:
        self.each = each
        self._kind = kind
        self._derived = derived
        self._readers = readers
        self._columns: dict[str, list[FieldValue]] = {}
        self._facts: dict[str, Sequence[Routes]] = {}

    @cached_property
    def ids(self) -> list[str]:
        """Their names."""
        return [fields.id for fields in self.each]

    @cached_property
    def pages(self) -> list[str]:
        """The page that alone shows each, empty where it is not captures alone that show it."""
        captured, kind = self._derived.captured, self._kind
        if not captured.any:
            return [""] * len(self.each)
        return [
            captured.page(kind.route(fields.subject), name)
            for fields, name in zip(self.each, self.ids, strict=True)
        ]

    def column(self, field: str) -> list[FieldValue]:
        """Give what a field of each holds."""
        found = self._columns.get(field)
        if found is None:
            read = self._readers[field]
            found = self._columns[field] = [
                fields[field] if field in fields else read(fields.subject) for fields in self.each
            ]
        return found

    def facts(self, routes: Routes) -> list[tuple[Routes, ...]]:
        """Give, for each, the facts that its fields have in place of the marks among `routes`, field by field."""
        return list(zip(*map(self.column_of, routes), strict=True)) if routes else [()] * len(self.each)

    def column_of(self, route: str) -> Sequence[Routes]:
        """Give, for each, the facts that its field has in place of a mark; a fact that is none stands for itself."""
        found = self._facts.get(route)
        if found is None:
            found = self._facts[route] = self._read(route)
        return found

    def _read(self, route: str) -> Sequence[Routes]:
        if not isinstance(route, Mark):
            return [(route,)] * len(self.each)
        column = self.column(route.field)
        return [value.missing for value in column] if route.missing else [value.proof for value in column]

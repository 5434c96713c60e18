"""Some subjects as a table: each of their fields is a column, read for all of them where a fork of classes or a rule looks at it.

What is said of a class is said of all of its subjects, so that only the facts differ: those are taken column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any, Final

from auditor.graph.derive import Derived
from auditor.model.evidence import FieldValue, Routes
from auditor.rules.own_facts import OwnColumn, OwnFacts
from auditor.rules.patterns import Mark
from auditor.rules.readers import Readers, SubjectFields

#: Of so many subjects it is kept what their fields hold.
FEW_KEPT: Final = 64

#: Of so many subjects of a class it pays to look whether one fact of their own entries settles a field.
MANY_ALIKE: Final = 8
#: The frame of all facts of a case, and none of them.
FRAME: Final = "case."
#: Of how many facts it is kept whether somebody stated them.
MOST_STATED: Final = 1 << 15


class Stated(dict[str, bool]):
    """Whether somebody stated each fact, looked up once; an entry of the case is stated as such."""

    def __init__(self, derived: Derived) -> None:
        super().__init__()
        self._materials = derived.estate.materials
        self._entries = self._materials.entries

    def __missing__(self, route: str) -> bool:
        if len(self) >= MOST_STATED:
            self.clear()
        section, _, name = route.partition(".")
        found = self[route] = name in self._entries.get(section, ()) or self._as_fact(route)
        return found

    def any_of_each(self, column: Sequence[Routes]) -> list[bool]:
        """Tell of each of some subjects whether any of the facts that a field names was stated, the first of which mostly was."""
        named = [facts for facts in column if facts]
        firsts = iter(self.each([facts[0] for facts in named]))
        stated = self.__getitem__
        return [bool(facts) and (next(firsts) or any(map(stated, facts[1:]))) for facts in column]

    def each(self, routes: Sequence[str]) -> list[bool]:
        """Tell of each of some facts, most of which are entries of one section, whether it was stated."""
        begins = routes[0].partition(".")[0] + "." if routes else ""
        entries, start = self._entries.get(begins[:-1], ()), len(begins)
        return [(route.startswith(begins) and route[start:] in entries) or self[route] for route in routes]

    def _as_fact(self, route: str) -> bool:
        fact = self._materials.fact(route)
        return fact.stated and not fact.unsettled and not route.startswith(FRAME)


class SubjectTable:
    """Subjects of a kind, in order; `rows` tells where they stand in the table that this one is a part of."""

    def __init__(self, derived: Derived, readers: Readers, stated: Stated, subjects: Sequence[Any]) -> None:
        self.subjects = subjects
        self.rows: Sequence[int] = range(len(subjects))
        self._derived = derived
        self._readers = readers
        self._any_stated = stated
        self._each: list[SubjectFields] = []
        self._columns: dict[str, list[FieldValue]] = {}
        self._facts: dict[str, Sequence[Routes]] = {}
        self._stated: dict[str, list[bool]] = {}

    def __len__(self) -> int:
        return len(self.subjects)

    @property
    def each(self) -> Sequence[SubjectFields]:
        """Each by its fields, which it keeps once they are read."""
        if not self._each:
            self._each = [SubjectFields(self._readers, subject) for subject in self.subjects]
        return self._each

    def part(self, rows: Sequence[int]) -> SubjectTable:
        """Give some of the subjects, with what was read of them."""
        if len(rows) == len(self):
            return self
        found = SubjectTable(
            self._derived, self._readers, self._any_stated, [self.subjects[row] for row in rows]
        )
        found.rows = [self.rows[row] for row in rows]
        found._each = [self._each[row] for row in rows] if self._each else []
        found._columns = {field: [column[row] for row in rows] for field, column in self._columns.items()}
        return found

    def forget(self) -> None:
        """Forget what the fields of many subjects hold: of most nothing is read again."""
        for fields in self._each if len(self._each) > FEW_KEPT else ():
            fields.clear()

    @cached_property
    def ids(self) -> list[str]:
        """Their names."""
        return list(map(self._readers.kind.id, self.subjects))

    @cached_property
    def routes(self) -> list[str]:
        """The addresses of their entries."""
        return list(map(self._readers.kind.route, self.subjects))

    @cached_property
    def pages(self) -> list[str]:
        """The page that alone shows each, empty where it is not captures alone that show it."""
        captured, kind = self._derived.captured, self._readers.kind
        if not captured.any:
            return [""] * len(self)
        return [
            captured.page(kind.route(subject), name)
            for subject, name in zip(self.subjects, self.ids, strict=True)
        ]

    def column(self, field: str) -> list[FieldValue]:
        """Give what a field of each holds."""
        found = self._columns.get(field)
        if found is None:
            if self._each:
                read = self._readers[field]
                found = [fields[field] if field in fields else read(fields.subject) for fields in self._each]
            else:
                found = self._readers.column(field, self.subjects)
            self._columns[field] = found
        return found

    def words(self, field: str) -> Sequence[str] | None:
        """Give the word of a field of each as it stands in a key; None where the kind declares none, as a field may hold several."""
        words = self._readers.words.get(field)
        return None if words is None else words(self.subjects)

    def side(self, name: str) -> list[Hashable]:
        """Give what the fields of each hold that follow from a side, without the facts."""
        seen = self._readers.sides[name]
        told = seen.tells(self.subjects)
        found: list[Hashable] = list(map(seen.get, told))
        if all(found):
            return found
        for row in [row for row, known in enumerate(found) if known is None]:
            alone = (
                SubjectFields(self._readers, self.subjects[row]) if told[row] is not None else self.each[row]
            )
            found[row] = seen.get(told[row]) or seen.met(told[row], alone)
        return found

    def facts(self, routes: Routes) -> list[tuple[Routes, ...]]:
        """Give, for each, the facts that its fields have in place of the marks among `routes`, field by field."""
        return list(zip(*map(self.column_of, routes), strict=True)) if routes else [()] * len(self)

    def column_of(self, route: str) -> Sequence[Routes]:
        """Give, for each of a class, the facts that its field has in place of a mark; a fact that is none stands for itself."""
        found = self._facts.get(route)
        if found is None:
            found = self._facts[route] = self._read(route)
        return found

    def read_first(self, routes: Routes) -> list[str]:
        """Give the same facts and marks, those first for which no field has to be read any more."""

        def unread(route: str) -> bool:
            known = not isinstance(route, Mark) or route.field in self._columns
            return not known and self._shown_by_entry(route) is None

        return sorted(routes, key=unread)

    def stated(self, route: str) -> list[bool]:
        """Tell of each whether somebody stated any of the facts that its field has in place of a mark."""
        found = self._stated.get(route)
        if found is None:
            is_entry = self._shown_by_entry(route)
            found = [False] if is_entry is None else list(map(is_entry, self.subjects))
            if not all(found):
                found = self._any_stated.any_of_each(self.column_of(route))
            self._stated[route] = found
        return found

    def _shown_by_entry(self, route: str) -> Callable[[Any], bool] | None:
        """Give what tells of a subject that the first of the facts that a mark stands for is an entry; None where nothing does."""
        if not isinstance(route, Mark) or route.missing:
            return None
        return self._readers.kind.fields[route.field].shown_by_entry

    def _read(self, route: str) -> Sequence[Routes]:
        if not isinstance(route, Mark):
            return [(route,)] * len(self)
        if route.missing and len(self) >= MANY_ALIKE and self._is_settled_by_own(route.field):
            return OwnColumn(OwnFacts(self.routes, self._readers.own_fact(route.field)))
        column = self.column(route.field)
        return [value.missing for value in column] if route.missing else [value.proof for value in column]

    def _is_settled_by_own(self, field: str) -> bool:
        """Tell whether a fact of its own entry alone settles a field of the first, and so of all that are of a class."""
        fact = self._readers.own_fact(field)
        if not fact:
            return False
        column = self._columns.get(field)
        first = self._readers[field](self.subjects[0]) if column is None else column[0]
        return first.missing == (f"{self.routes[0]}.{fact}",)

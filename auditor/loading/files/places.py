"""Where each fact of a case stands, over all its files."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from typing import Final

from auditor.errors import Problem, Wrong, at_file
from auditor.loading.files.carets import width
from auditor.loading.files.document import Document, Route
from auditor.model.materials import Spot
from auditor.model.numbers import whole
from auditor.text import problems as words

#: How many steps lead to an entity: its section and its name.
ENTITY: Final = 2


class Numbers:
    """Numbers by name, in the order of names: a seventh of the memory of a mapping, as few of them are looked up."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._names = sorted(numbers)
        self._numbers = array("I", map(numbers.__getitem__, self._names))

    def get(self, name: str) -> int | None:
        """Give the number of a name, if it has one."""
        at = bisect_left(self._names, name)
        return self._numbers[at] if at < len(self._names) and self._names[at] == name else None


class CasePlaces:
    """Places by the address of a fact; facts of the knowledge base are in no file of the case."""

    def __init__(self) -> None:
        self._files: dict[str | int, dict[str | int, Document]] = {}
        #: The number of each entry of files of records, over all of them, and the number of the first of each section of each.
        self._numbers: dict[str | int, dict[str, int]] = {}
        self._settled: dict[str | int, Numbers] = {}
        self._firsts: list[int] = []
        self._documents: list[Document] = []
        self._count = 0
        self._elsewhere: dict[Route, tuple[Document, Route]] = {}

    def put(self, route: Route, document: Document, there: Route) -> None:
        """Note that the entity at `route` of the case, or a field of one, stands at `there` in a file."""
        if route == there and len(route) == ENTITY:  # as almost all do: of these the file is enough
            self._files.setdefault(route[0], {})[route[1]] = document
            self._elsewhere.pop(route, None)
        else:
            self._elsewhere[route] = (document, there)

    def put_all(self, section: str, names: Collection[str], document: Document) -> None:
        """Note that entries of a section stand in a file as they do in the case, save those that were noted before."""
        files, numbers = self._files.setdefault(section, {}), self._numbers.setdefault(section, {})
        if document.records is None or not document.records.make_up(section):
            files |= {name: document for name in names if name not in numbers and name not in files}
            return
        for number, name in enumerate(names, self._count):
            if name not in files:
                numbers.setdefault(name, number)
        self._firsts.append(self._count)
        self._documents.append(document)
        self._count += len(names)

    def settle(self) -> None:
        """Keep the numbers of entries in less memory: to be called once all files were noted."""
        self._settled = {section: Numbers(numbers) for section, numbers in self._numbers.items()}
        self._numbers.clear()

    def of(self, route: Route) -> tuple[Document, Route] | None:
        """Give file and route inside it for an entity; None if it was never noted."""
        found = self._elsewhere.get(route)
        if found is None and len(route) == ENTITY:
            document = self._files.get(route[0], {}).get(route[1])
            found = self._numbered(route) if document is None else (document, route)
        return found

    def _numbered(self, route: Route) -> tuple[Document, Route] | None:
        """Give file and route of a record, which is told by its number in its section, so that no file need look its name up."""
        section, name = route
        numbers = self._settled.get(section) or self._numbers.get(section, {})
        number = numbers.get(name) if isinstance(name, str) else None
        if number is None:
            return None
        part = bisect_right(self._firsts, number) - 1
        return self._documents[part], (section, number - self._firsts[part])

    def find(self, route: str) -> Spot | None:
        """Give the place of the fact at `route`, or of the nearest thing around it; a number is a position in a list."""
        section, _, rest = route.partition(".")
        name, _, path = rest.partition(".")
        inside = [step if (at := whole(step)) is None else at for step in path.split(".")]
        steps = [step for step in (section, name, *inside) if step != ""]
        return self._spot(tuple(steps))

    def _spot(self, route: Route) -> Spot | None:
        placed = self._placed(route)
        if placed is None:
            return None
        document, there = placed
        line, column = document.locate(there, key=True)
        text = document.line(line)
        return Spot(file=document.path, line=line, column=column, width=width(text, column), text=text)

    def _placed(self, route: Route) -> tuple[Document, Route] | None:
        for length in (3, ENTITY, 1):
            found = self.of(route[:length])
            if found is not None:
                return found[0], (*found[1], *route[length:])
        return None

    def place(self, wrong: Wrong) -> Problem:
        """Give a problem placed at the fact that is wrong; without a place where it stands in no file of the case."""
        placed = self._placed(wrong.route)
        if placed is None:
            route = ".".join(str(step) for step in wrong.route)
            message = words.case.AT(route=route, message=wrong.message) if route else wrong.message
            return at_file("", message, wrong.hint)
        return placed[0].place(wrong._replace(route=placed[1]))

"""Classes of subjects: of those whose fields hold the same the same is said, which is worked out once.

What is said follows from what fields hold, never from the facts that show it. So the fields that are read for it, one after
the other, lead to it as through a tree: where a branch was gone before, it is at its end. Where several fields follow from one side
of a subject (`Side`), the side is looked at in their place. Many subjects go through the tree together and part at its forks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Final, Generic, Protocol, Self, TypeVar

from auditor.model.columns import rows_by_value
from auditor.model.evidence import Choice, FieldValue, Selection
from auditor.rules.language.condition import Get

Said = TypeVar("Said")
Some = TypeVar("Some", bound="Table")


class Fields(Protocol):
    """The fields of a subject: what each holds, by which facts, and what those hold that follow from one side of it."""

    def __getitem__(self, name: str, /) -> FieldValue:
        """Give the value of a field."""

    def side(self, name: str) -> Hashable:
        """Give what the fields hold that follow from a side, without the facts."""


class Table(Protocol):
    """Some subjects in order, a column for each of their fields and sides."""

    def column(self, field: str) -> Sequence[FieldValue]:
        """Give what a field of each holds."""

    def side(self, name: str) -> Sequence[Hashable]:
        """Give what the fields of each hold that follow from a side, without the facts."""

    def part(self, rows: Sequence[int]) -> Self:
        """Give the subjects in some rows."""


class EachRead:
    """Fields that are read one by one by a function; no side of them is told."""

    __slots__ = ("_get",)

    def __init__(self, get: Get) -> None:
        self._get = get

    def __getitem__(self, name: str, /) -> FieldValue:
        return self._get(name)

    def side(self, name: str) -> Hashable:
        """Raise KeyError: there is none."""
        raise KeyError(name)


class _Fork(Generic[Said]):
    """The field that is read next, or the side that is looked at, and where each of the values that it held leads."""

    __slots__ = ("is_side", "name", "ways")

    def __init__(self, name: str, *, is_side: bool) -> None:
        self.name = name
        self.is_side = is_side
        self.ways: dict[Hashable, _Fork[Said] | _End[Said]] = {}

    def parted(self, table: Some) -> list[tuple[_Fork[Said] | _End[Said] | None, Some]]:
        """Part subjects by where the values that they hold lead; to None where none of those that were met did."""
        column = table.side(self.name) if self.is_side else map(held, table.column(self.name))
        leads = list(map(self.ways.get, column))
        return [(lead, table.part(rows)) for lead, rows in rows_by_value(leads).items()]


class _End(Generic[Said]):
    """What is said of a class."""

    __slots__ = ("said",)

    def __init__(self, said: Said) -> None:
        self.said: Final = said


class Classes(Generic[Said]):
    """What a function says of subjects, by what the fields that it reads hold; `count` is how many classes were met.

    `sides` tells from which side of a subject a field follows.
    """

    def __init__(self, say: Callable[[Get], Said], sides: Mapping[str, str] | None = None) -> None:
        self._say = say
        self._sides = sides or {}
        self._root: _Fork[Said] | _End[Said] | None = None
        self.count = 0

    def of(self, fields: Fields) -> Said:
        """Give what is said of the subject with these fields; the function runs for the first of each class only."""
        node = self._root
        while type(node) is _Fork:
            node = node.ways.get(fields.side(node.name) if node.is_side else held(fields[node.name]))
        return node.said if isinstance(node, _End) else self._met(fields)

    def known(self, table: Some) -> Iterator[tuple[Said | None, Some]]:
        """Part subjects by what is said of their classes; None is said of those that are of no class met so far."""
        left = [(self._root, table)]
        while left:
            node, some = left.pop()
            if isinstance(node, _Fork):
                left += node.parted(some)
            else:
                yield None if node is None else node.said, some

    def _met(self, fields: Fields) -> Said:
        """Run the function and grow the tree by the fields that it read."""
        read: dict[tuple[str, bool], Hashable] = {}

        def traced(name: str) -> FieldValue:
            side = self._sides.get(name)
            if side is None:
                read.setdefault((name, False), held(fields[name]))
            elif (side, True) not in read:
                read[side, True] = fields.side(side)
            return fields[name]

        said = self._say(traced)
        node: _Fork[Said] | _End[Said] = _End(said)
        for name, is_side in reversed(read):
            fork: _Fork[Said] = _Fork(name, is_side=is_side)
            fork.ways[read[name, is_side]] = node
            node = fork
        self._root = node if self._root is None else _joined(self._root, node)
        self.count += 1
        return said


def _joined(tree: _Fork[Said] | _End[Said], branch: _Fork[Said] | _End[Said]) -> _Fork[Said] | _End[Said]:
    """Give the tree with a branch of which every field stands where the tree has it."""
    at = tree
    while isinstance(at, _Fork) and isinstance(branch, _Fork):
        ((way, further),) = branch.ways.items()
        known = at.ways.get(way)
        if known is None:
            at.ways[way] = further
            break
        at, branch = known, further
    return tree


def held(value: FieldValue) -> Hashable:
    """Give what a field holds without the facts that show it or would settle it, and whether there are any of the latter."""
    if isinstance(value, Choice):
        return value.options, value.anything, not value.missing
    if isinstance(value, Selection):
        return value.sure, value.maybe, value.open, not value.missing
    return value.low, value.high, not value.missing

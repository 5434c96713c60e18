"""Classes of subjects: of those whose fields hold the same the same is said, which is worked out once.

What is said follows from what fields hold, never from the facts that show it. So the fields that are read for it, one after
the other, lead to it as through a tree: where a branch was gone before, it is at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

from auditor.model.evidence import Choice, FieldValue, Selection
from auditor.rules.language.condition import Get

Said = TypeVar("Said")


class _Fork(Generic[Said]):
    """The field that is read next, and where each of the values that it held leads."""

    __slots__ = ("field", "ways")

    def __init__(self, field: str) -> None:
        self.field = field
        self.ways: dict[Hashable, _Fork[Said] | _End[Said]] = {}


class _End(Generic[Said]):
    """What is said of a class."""

    __slots__ = ("said",)

    def __init__(self, said: Said) -> None:
        self.said: Final = said


class Classes(Generic[Said]):
    """What a function says of subjects, by what the fields that it reads hold; `count` is how many classes were met."""

    def __init__(self, say: Callable[[Get], Said]) -> None:
        self._say = say
        self._root: _Fork[Said] | _End[Said] | None = None
        self.count = 0

    def of(self, get: Get) -> Said:
        """Give what is said of the subject that `get` reads; the function runs for the first of each class only."""
        node = self._root
        while type(node) is _Fork:
            node = node.ways.get(held(get(node.field)))
        return node.said if isinstance(node, _End) else self._met(get)

    def _met(self, get: Get) -> Said:
        """Run the function and grow the tree by the fields that it read."""
        read: dict[str, Hashable] = {}

        def traced(name: str) -> FieldValue:
            if name not in read:
                read[name] = held(get(name))
            return get(name)

        said = self._say(traced)
        node: _Fork[Said] | _End[Said] = _End(said)
        names = list(read)
        for name in reversed(names):
            fork = _Fork[Said](name)
            fork.ways[read[name]] = node
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

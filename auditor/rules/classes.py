"""Classes of subjects: those whose fields hold the same get the same answer, which is worked out once.

An answer follows from what fields hold, never from the facts that show it. So the fields that a test reads, one after the
other, lead to its answer as through a tree: where a branch was gone before, the answer is at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from auditor.model.evidence import Choice, FieldValue, Selection
from auditor.rules.language.condition import Get

#: Yes, no, or neither shown.
Truth = bool | None


class _Fork:
    """The field that is read next, and where each of the values that it held leads."""

    __slots__ = ("field", "ways")

    def __init__(self, field: str) -> None:
        self.field = field
        self.ways: dict[Hashable, _Fork | _End] = {}


class _End:
    """The answer of a class."""

    __slots__ = ("truth",)

    def __init__(self, truth: Truth) -> None:
        self.truth: Final = truth


class Classes:
    """The answers of a test, by what the fields that it reads hold; `count` is how many classes were met."""

    def __init__(self, test: Callable[[Get], Truth]) -> None:
        self._test = test
        self._root: _Fork | _End | None = None
        self.count = 0

    def value(self, get: Get) -> Truth:
        """Give the answer for the subject that `get` reads; the test runs for the first of each class only."""
        node = self._root
        while isinstance(node, _Fork):
            node = node.ways.get(held(get(node.field)))
        return node.truth if node is not None else self._met(get)

    def _met(self, get: Get) -> Truth:
        """Run the test and grow the tree by the fields that it read."""
        read: dict[str, Hashable] = {}

        def traced(name: str) -> FieldValue:
            value = get(name)
            if name not in read:
                read[name] = held(value)
            return value

        truth = self._test(traced)
        node: _Fork | _End = _End(truth)
        names = list(read)
        for name in reversed(names):
            fork = _Fork(name)
            fork.ways[read[name]] = node
            node = fork
        self._root = node if self._root is None else _joined(self._root, node)
        self.count += 1
        return truth


def _joined(tree: _Fork | _End, branch: _Fork | _End) -> _Fork | _End:
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
    """Give what a field holds without the facts that show it."""
    if isinstance(value, Choice):
        return value.options, value.anything
    if isinstance(value, Selection):
        return value.sure, value.maybe, value.open
    return value.low, value.high

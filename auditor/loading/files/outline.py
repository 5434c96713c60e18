"""How the lists and mappings of a file are made up: enough to count its nodes once what stands in them is no longer kept.

The thousands of entries of a large case are made up in a few ways, and those made up alike share one outline.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Any

Step = str | int


class Outline:
    """A list, or a mapping with its `names`, and the outlines of its `parts`: None for a text, and for what is only referred to.

    `size` is how many nodes it has, itself and the names counted.
    """

    def __init__(self, names: tuple[str, ...] | None, parts: tuple[Outline | None, ...]) -> None:
        self.names = names
        self.parts = parts
        name = 0 if names is None else 1
        sizes = (name + (1 if part is None else part.size) for part in parts)
        #: How many nodes come before each part, or its name.
        self._before = array("I", accumulate(sizes, initial=1))
        self.size: int = self._before[-1]

    def part(self, step: Step) -> tuple[int, int, Outline | None] | None:
        """Give how many nodes come before the name of a part and before the part itself, and its outline; None where it has no such."""
        number = self._numbers.get(step)
        if number is None:
            return None
        before = self._before[number]
        return before, before + (self.names is not None), self.parts[number]

    @cached_property
    def _numbers(self) -> dict[Step, int]:
        steps: Iterator[Step] = iter(range(len(self.parts)) if self.names is None else self.names)
        return {step: number for number, step in enumerate(steps)}


class Outlines:
    """Gives the outlines of the values of one file, one for all that are made up alike; `aliases` are the nodes that only refer to others."""

    def __init__(self, aliases: frozenset[int]) -> None:
        self._aliases = aliases
        self._known: dict[tuple[tuple[str, ...] | None, tuple[Outline | None, ...]], Outline] = {}

    def of(self, value: Any, number: int = 0) -> Outline | None:
        """Give the outline of a value that is the node `number`."""
        if not isinstance(value, (dict, list)) or number in self._aliases:
            return None
        names = tuple(value) if isinstance(value, dict) else None
        name = 0 if names is None else 1
        number += 1
        parts: list[Outline | None] = []
        for part in value.values() if isinstance(value, dict) else value:
            number += name
            outline = None if isinstance(part, str) else self.of(part, number)
            parts.append(outline)
            number += 1 if outline is None else outline.size
        made_up = names, tuple(parts)
        found = self._known.get(made_up)
        if found is None:
            found = self._known[made_up] = Outline(*made_up)
        return found

"""Which entries lead back to themselves by what they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def on_circles(edges: Mapping[str, Sequence[str]]) -> set[str]:
    """Give the entries that lie on a circle of references, in one pass over all of them (Tarjan, 1972)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_ones: dict[str, None] = {}
    found: set[str] = set()
    for start in edges:
        todo: list[tuple[str, Iterator[str]]] = [] if start in order else [(start, iter(edges[start]))]
        while todo:
            name, rest = todo[-1]
            if name not in order:
                order[name] = lowest[name] = len(order)
                open_ones[name] = None
            ahead = next(rest, None)
            if ahead is None:
                todo.pop()
                if todo:
                    above = todo[-1][0]
                    lowest[above] = min(lowest[above], lowest[name])
                if lowest[name] == order[name]:
                    found |= _closed(name, edges, open_ones)
            elif ahead in edges and ahead not in order:
                todo.append((ahead, iter(edges[ahead])))
            elif ahead in open_ones:
                lowest[name] = min(lowest[name], order[ahead])
    return found


def _closed(name: str, edges: Mapping[str, Sequence[str]], open_ones: dict[str, None]) -> set[str]:
    """Take the group that `name` was the first of off those still open; alone, it is a circle if it refers to itself."""
    group = set()
    while name not in group:
        last, _ = open_ones.popitem()
        group.add(last)
    return group if len(group) > 1 or name in edges[name] else set()

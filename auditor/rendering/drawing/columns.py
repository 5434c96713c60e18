"""Which column each box stands in: people first, then along the arrows, owners left of what they own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from auditor.rendering.drawing.scene import Scene

LAST: Final = 6


def columns(scene: Scene) -> dict[str, int]:
    """Give the column of each box: the longest way along arrows that lead forward, cycles being cut where they close."""
    house = {part: box.id for box in scene.boxes for part in (box.id, *(slot.id for slot in box.slots))}
    people = {box.id for box in scene.boxes if not box.band}
    near: dict[str, dict[str, None]] = {box.id: {} for box in scene.boxes}
    fed: dict[str, None] = {}
    for arrow in scene.arrows:
        a, b = house[arrow.tail], house[arrow.head]
        if a in people:
            fed[b] = None
        elif a != b and b not in people:
            near[a][b] = None
    order = _finished([*(n for n in fed if n not in people), *near], near)
    found = {name: 0 if name in people else int(bool(people)) for name in near}
    rank = {name: number for number, name in enumerate(order)}
    for name in order:
        for after in near[name]:
            if name not in people and rank[after] > rank[name]:
                found[after] = min(max(found[after], found[name] + 1), LAST)
    return found


def _finished(starts: Iterable[str], near: dict[str, dict[str, None]]) -> list[str]:
    """Give the names in reverse order of leaving them, depth first: arrows that lead back in it close a cycle."""
    seen: set[str] = set()
    left: list[str] = []
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        way = [(start, iter(near[start]))]
        while way:
            name, rest = way[-1]
            following = next((n for n in rest if n not in seen), None)
            if following is None:
                left.append(name)
                way.pop()
            else:
                seen.add(following)
                way.append((following, iter(near[following])))
    return left[::-1]

"""Which column each box stands in: people first, then the home country along its flows, then the other countries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from auditor.rendering.drawing.scene import Band, Scene

#: How many columns the home country has at most, without and with other countries beside it.
HOME: Final = 3
HOME_BESIDE: Final = 2
#: From how many boxes abroad on they stand in two columns.
TALL: Final = 10

Near = dict[str, dict[str, None]]


def columns(scene: Scene) -> dict[str, int]:
    """Give the column of each box, from 0, none of them empty."""
    bands = {band.id: band for band in scene.bands}
    home = {box.id for box in scene.boxes if box.band and bands[box.band].rank == 0}
    abroad = {box.id: box.band for box in scene.boxes if box.band and box.id not in home}
    people = {box.id for box in scene.boxes if not box.band}
    found = dict.fromkeys(people, 0)
    start = int(bool(people))
    most = (HOME_BESIDE if abroad else HOME) - 1
    inner = _ranks(sorted(home), _near(scene, {name: name for name in home}), most, _fed(scene, people))
    found.update({name: start + rank for name, rank in inner.items()})
    start = max(found.values(), default=-1) + 1
    nearest = sorted(scene.bands, key=lambda band: (band.rank, band.id))
    outer = _abroad(scene, abroad, [band for band in nearest if band.rank])
    found.update({name: start + outer[band] for name, band in abroad.items()})
    return _packed(found)


def _near(scene: Scene, place: dict[str, str]) -> Near:
    """Give what each place leads to; `place` maps the boxes that count to the place they stand for."""
    near: Near = {name: {} for name in sorted(set(place.values()))}
    for arrow in scene.arrows:
        a, b = place.get(arrow.tail), place.get(arrow.head)
        if a is not None and b is not None and a != b:
            near[a][b] = None
    return near


def _fed(scene: Scene, people: set[str]) -> list[str]:
    return [arrow.head for arrow in scene.arrows if arrow.tail in people]


def _abroad(scene: Scene, abroad: dict[str, str], bands: list[Band]) -> dict[str, int]:
    """Give the column of each band abroad: along the flows between bands, else in halves where they are many."""
    ranks = _ranks([band.id for band in bands], _near(scene, abroad), 1, ())
    if any(ranks.values()) or len(abroad) <= TALL:
        return ranks
    count = 0
    for band in bands:
        ranks[band.id] = int(count * 2 >= len(abroad))
        count += sum(place == band.id for place in abroad.values())
    return ranks


def _ranks(names: list[str], near: Near, most: int, first: Iterable[str]) -> dict[str, int]:
    """Give the longest way to each name along arrows that lead forward, cycles being cut where they close."""
    order = _finished([*(name for name in first if name in near), *names], near)
    place = {name: number for number, name in enumerate(order)}
    found = dict.fromkeys(names, 0)
    for name in order:
        for after in near[name]:
            if place[after] > place[name]:
                found[after] = min(max(found[after], found[name] + 1), most)
    return found


def _finished(starts: Iterable[str], near: Near) -> list[str]:
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


def _packed(found: dict[str, int]) -> dict[str, int]:
    used = {column: number for number, column in enumerate(sorted(set(found.values())))}
    return {name: used[column] for name, column in found.items()}

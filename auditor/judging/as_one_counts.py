"""Addresses of facts in the order in which one counts: `hosts.store-2.keys` before `hosts.store-10.keys`.

Thousands of addresses differ in nothing but the digits of a name. Where as many digits stand in the same places, the order of their
letters is the order in which one counts. So addresses are sorted as they are in runs of such, and numbers are read only where runs meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, islice
from typing import Final, TypeVar

from auditor.model.columns import rows_by_value
from auditor.rules.own_facts import OwnFacts

Told = TypeVar("Told", bound=Hashable)

#: Of how many addresses the first ones are looked for, and the digits looked through, at a time.
AT_A_TIME: Final = 1024
#: A number within an address.
NUMBER: Final = re.compile(r"([0-9]+)")
_DIGITS: Final = b"0123456789"
_ANY_DIGIT: Final = bytes.maketrans(_DIGITS, b"0" * len(_DIGITS))

#: Part by part how long a number is and its digits, for words zero and themselves; then the address.
Key = tuple[list[tuple[int, str]], str]


def counting(route: str) -> Key:
    """Give the key by which `objet-2` comes before `objet-10`."""
    parts = enumerate(NUMBER.split(route))
    return [
        (len(part.lstrip("0")) if at % 2 else 0, part.lstrip("0") if at % 2 else part) for at, part in parts
    ], route


def first(routes: Iterable[str]) -> str:
    """Give the first of some addresses, of which there is at least one."""
    entries, ends = _stems(routes)
    firsts: dict[bytes, str] = {}
    for shape, run in _runs_at_a_time(entries):
        least = min(run)
        firsts[shape] = min(firsts.get(shape, least), least)
    return min([f"{entry}{ends}" for entry in firsts.values()], key=counting)


def first_of_each(routes: Sequence[str], told: Sequence[Told]) -> dict[Told, str]:
    """Give the first of the addresses of each thing that is told of them, row by row."""
    entries, ends = _stems(routes)
    of_shape: dict[bytes, dict[Told, str]] = defaultdict(dict)
    shapes = chain.from_iterable(map(_shapes, _some_at_a_time(entries)))
    for shape, entry, thing in zip(shapes, entries, told, strict=True):
        firsts = of_shape[shape]
        known = firsts.get(thing)
        if known is None or entry < known:
            firsts[thing] = entry
    found: dict[Told, list[str]] = defaultdict(list)
    for firsts in of_shape.values():
        for thing, entry in firsts.items():
            found[thing].append(f"{entry}{ends}")
    return {thing: min(some, key=counting) if len(some) > 1 else some[0] for thing, some in found.items()}


def in_order(routes: Iterable[str]) -> Iterator[str]:
    """Give addresses one after the other, as far as they are asked for."""
    runs: dict[bytes, list[str]] = defaultdict(list)
    for shape, run in _runs_at_a_time(routes):
        runs[shape] += run
    for together in _apart(map(sorted, runs.values())):
        yield from merge(*together, key=counting) if len(together) > 1 else together[0]


def each_first(routes: Iterable[str], tells: Callable[[str], Told], most: int) -> dict[Told, str]:
    """Give up to `most` different things that are told of addresses, in the order of the first address of each; few addresses are held at a time."""
    found: dict[Told, str] = {}
    for some in _some_at_a_time(routes):
        before, found = found, {}
        for route in in_order([*before.values(), *some]):
            found.setdefault(tells(route), route)
            if len(found) == most:
                break
    return found


def _stems(routes: Iterable[str]) -> tuple[Iterable[str], str]:
    """Give what tells addresses of one shape apart, and what all of them end with."""
    return (routes.entries, f".{routes.path}") if isinstance(routes, OwnFacts) else (routes, "")


def _runs_at_a_time(routes: Iterable[str]) -> Iterator[tuple[bytes, list[str]]]:
    """Give addresses in lists of those that differ in digits alone, several lists for some of them."""
    for some in _some_at_a_time(routes):
        for shape, rows in rows_by_value(_shapes(some)).items():
            yield shape, some if len(rows) == len(some) else [some[row] for row in rows]


def _some_at_a_time(routes: Iterable[str]) -> Iterator[list[str]]:
    left = iter(routes)
    while some := [*islice(left, AT_A_TIME)]:
        yield some


def _shapes(routes: Sequence[str]) -> list[bytes]:
    """Give each address with all of its digits alike."""
    shapes = "\n".join(routes).encode().translate(_ANY_DIGIT).split(b"\n")
    return shapes if len(shapes) == len(routes) else [one.encode().translate(_ANY_DIGIT) for one in routes]


def _apart(runs: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    """Give sorted runs in order, those together that have to be merged: one begins before all of the others have ended."""
    together: list[list[str]] = []
    latest: Key = ([], "")
    for first_of_run, run in sorted((counting(run[0]), run) for run in runs):
        if together and latest < first_of_run:
            yield together
            together = []
        together.append(run)
        latest = max(latest, counting(run[-1]))
    if together:
        yield together

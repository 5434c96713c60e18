"""Addresses of facts in the order in which one counts: `hosts.store-2.keys` before `hosts.store-10.keys`.

Thousands of addresses differ in nothing but the digits of a name. Where as many digits stand in the same places, the order of their
letters is the order in which one counts. So addresses are sorted as they are in runs of such, and numbers are read only where runs meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import Final, TypeVar

Told = TypeVar("Told", bound=Hashable)

#: Of how many addresses the first ones are looked for at a time.
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
    return min(map(min, _runs(routes)), key=counting)


def in_order(routes: Iterable[str]) -> Iterator[str]:
    """Give addresses one after the other, as far as they are asked for."""
    return merge(*map(sorted, _runs(routes)), key=counting)


def each_first(routes: Iterable[str], tells: Callable[[str], Told], most: int) -> dict[Told, str]:
    """Give up to `most` different things that are told of addresses, in the order of the first address of each; few addresses are held at a time."""
    found: dict[Told, str] = {}
    left = iter(routes)
    while some := [*islice(left, AT_A_TIME)]:
        before, found = found, {}
        for route in in_order([*before.values(), *some]):
            found.setdefault(tells(route), route)
            if len(found) == most:
                break
    return found


def _runs(routes: Iterable[str]) -> Iterable[list[str]]:
    """Give addresses in lists of those that differ in digits alone."""
    found: dict[bytes, list[str]] = defaultdict(list)
    for route in routes:
        found[route.encode().translate(_ANY_DIGIT)].append(route)
    return found.values()

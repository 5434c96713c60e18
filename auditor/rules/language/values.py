"""What a field of a subject may be, given the facts: never one guess, always all that is possible.

A value carries the addresses of the facts that show it (`proof`) and of those that are missing (`missing`).
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from auditor.model.materials import plain, several, versions
from auditor.model.vocabulary import NONE, UNSETTLED

Routes = tuple[str, ...]


class One(Struct, frozen=True):
    """A single word: one of `options`, or anything at all where `anything` is set."""

    options: tuple[str, ...]
    proof: Routes = ()
    missing: Routes = ()
    anything: bool = False


class Many(Struct, frozen=True):
    """A list: the elements of `sure`, possibly those of `maybe`, and possibly others where `open` is set."""

    sure: tuple[str, ...]
    maybe: tuple[str, ...] = ()
    proof: Routes = ()
    missing: Routes = ()
    open: bool = False


class Measure(Struct, frozen=True):
    """A number somewhere from `low` to `high`."""

    low: float
    high: float
    proof: Routes = ()
    missing: Routes = ()


FieldValue = One | Many | Measure
YES, NO = "true", "false"


def word(route: str, value: Any) -> One:
    """Give the word stated at `route`, or anything where it is unknown."""
    bare = plain(value)
    if bare in UNSETTLED:
        return One((), (), (route,), anything=True)
    return One((str(bare),), (route,))


def words(route: str, value: Any) -> Many:
    """Give the list stated at `route`; `unknown` among its elements leaves it open, with what sources differ on possible."""
    listed = several(value)
    sure = tuple(item for item in listed if item not in UNSETTLED)
    is_open = len(sure) < len(listed)
    return Many(sure, versions(value), (route,), (route,) if is_open else (), open=is_open)


def answer(*, yes: bool, proof: Routes = ()) -> One:
    """Give a certain yes or no."""
    return One((YES if yes else NO,), proof)


def perhaps(missing: Routes, proof: Routes = ()) -> One:
    """Give a yes or no that the facts at `missing` would settle."""
    return One((NO, YES), proof, missing)


NOTHING = One((NONE,))

"""The exposure table: total, monotone, and never lowered by what is not shown."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from auditor.graph.exposure import ClearWord, KeyWord, level
from auditor.graph.reach import REACH_ORDER

KEYS: tuple[KeyWord, ...] = get_args(KeyWord)
CLEAR: tuple[ClearWord, ...] = get_args(ClearWord)
#: The table in full: reach of the State, then levels for (provider key or plain), (customer key, clear), (customer key, sealed).
TABLE = {
    "none": (0, 0, 0),
    "dependency": (1, 1, 1),
    "presence": (2, 2, 1),
    "control": (3, 3, 1),
    "direct": (4, 4, 1),
}


@pytest.mark.parametrize("reach", REACH_ORDER)
def test_the_table(reach: str) -> None:
    provider, clear, sealed = TABLE[reach]
    assert {level(reach, "provider", c) for c in CLEAR} == {provider}  # type: ignore[arg-type]
    assert level(reach, "customer", "yes") == clear  # type: ignore[arg-type]
    assert level(reach, "customer", "no") == sealed  # type: ignore[arg-type]


def test_monotone_in_every_input() -> None:
    for key, clear, adequate in product(KEYS, CLEAR, (False, True)):
        levels = [level(reach, key, clear, adequate=adequate) for reach in REACH_ORDER]
        assert levels == sorted(levels)
    for reach in REACH_ORDER:
        assert level(reach, "customer", "no") <= level(reach, "customer", "yes") <= level(reach, "provider", "yes")
        for key, clear in product(KEYS, CLEAR):
            assert level(reach, key, clear, adequate=True) <= level(reach, key, clear)


def test_an_adequate_state_is_one_class_lower() -> None:
    assert level("control", "provider", "yes", adequate=True) == 2
    assert level("direct", "provider", "yes", adequate=True) == 3
    assert level("presence", "provider", "yes", adequate=True) == 2

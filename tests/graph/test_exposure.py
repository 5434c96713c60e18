"""The exposure table: total, monotone, and never lowered by what is not shown."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from auditor.graph.exposure import ClearWord, KeyWord, level
from auditor.graph.reach import REACH_ORDER, ReachWord

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
        assert (
            level(reach, "customer", "no")
            <= level(reach, "customer", "yes")
            <= level(reach, "provider", "yes")
        )
        for key, clear in product(KEYS, CLEAR):
            assert level(reach, key, clear, adequate=True) <= level(reach, key, clear)


def test_an_adequate_state_is_one_class_lower() -> None:
    assert level("control", "provider", "yes", adequate=True) == 2
    assert level("direct", "provider", "yes", adequate=True) == 3
    assert level("presence", "provider", "yes", adequate=True) == 2


#: What each class of controller in the published table is to the engine; the last has no one level.
CLASSES: dict[str, tuple[ReachWord, bool] | None] = {
    "EU_no_nexus": ("none", False),
    "EU_dependency": ("dependency", False),
    "EU_us_nexus": ("presence", False),
    "non_EU_adequate": ("control", True),
    "US_parent": ("control", False),
    "non_EU_other": ("control", False),
    "US_entity_or_branch": ("direct", False),
    "unknown": None,
}
STATES: dict[str, KeyWord] = {
    "plain": "provider",
    "provider_key": "provider",
    "customer_key_EU_HSM": "customer",
    "end_to_end": "customer",
}
ROWS = list(
    csv.DictReader((Path(__file__).parent / "exposure_table.csv").read_text(encoding="utf-8").splitlines())
)


def test_the_table_has_all_its_rows() -> None:
    assert len(ROWS) == 64
    assert {row["controller"] for row in ROWS} == set(CLASSES)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row.values()))
def test_each_row_of_the_table(row: dict[str, str]) -> None:
    found = CLASSES[row["controller"]]
    key, clear = STATES[row["key_state"]], row["clear_processing"]
    assert clear in CLEAR
    if found is None:
        assert row["level"] == "E?"
        levels = {level(reach, key, clear) for reach in REACH_ORDER}  # type: ignore[arg-type]
        assert len(levels) > 1
        return
    reach, adequate = found
    assert f"E{level(reach, key, clear, adequate=adequate)}" == row["level"]  # type: ignore[arg-type]

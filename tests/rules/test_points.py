"""Open points come to the same whether they are counted, put together by their keys as they come, or in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from auditor.rules.points import Point, Points

#: What points are told apart by: their rule, how grave, how many facts are missing and of which kind, whether they gate, are live, or unsure.
GRAVE = ("a", "high", 1, frozenset({"hosts.keys"}), False, False, False)
DISTANT = ("a", "high", 2, frozenset({"hosts.keys"}), False, False, False)
LIVE = ("a", "high", 1, frozenset({"hosts.keys"}), False, True, False)


def added(*some: tuple[Sequence[str], tuple[Any, ...]]) -> Points:
    made = Points()
    for keys, what in some:
        made.add(keys, made.one(Point(*what)))
    return made


@pytest.mark.parametrize(
    "some",
    [
        (),
        ((["k", "l"], GRAVE), (["m"], GRAVE)),
        ((["k", "l"], GRAVE), (["m", "m"], DISTANT)),
        ((["k", "k"], GRAVE), (["k", "l"], GRAVE)),
        ((["k", "l"], DISTANT), (["l", "m"], GRAVE)),
        ((["k", "l"], GRAVE), (["k"], LIVE), (["l", "m"], LIVE)),
        ((["k"], DISTANT), (["k"], GRAVE), (["k"], LIVE), (["n"], DISTANT)),
    ],
)
def test_points_are_as_many_by_their_keys_as_they_are_counted(
    some: Sequence[tuple[Sequence[str], tuple[Any, ...]]],
) -> None:
    counted, looked_up, each = added(*some), added(*some), added()
    for keys, what in some:
        for key in keys:
            known = each.by_key.get(key)
            each.add([key], each.one(Point(*what)))
            assert known is None or each.by_key[key].live == (known.live or what == LIVE)
    assert [*looked_up.by_key] == [*each.by_key]
    assert described(counted) == described(looked_up) == described(each)
    assert looked_up.counts == Counter(looked_up.by_key.values())
    assert described(counted.copy()) == described(counted)


def described(points: Points) -> list[tuple[tuple[Any, ...], int]]:
    return [
        ((point.ceiling, point.distance, point.live, point.unsure), count)
        for point, count in points.counts.items()
    ]


def test_no_key_is_looked_up_where_no_two_points_are_of_one() -> None:
    made = added((["k", "l"], GRAVE), (["m", "m"], DISTANT))
    assert sorted(made.counts.values()) == [1, 2]
    assert not made._by_key
    made.add(["k"], made.one(Point(*DISTANT)))
    assert sorted(made.counts.values()) == [1, 2]
    assert made._by_key.keys() == {"k", "l", "m"}


def test_a_point_of_which_two_matches_may_be_the_witness_is_settled_by_its_key() -> None:
    made = added((["k", "l"], LIVE), (["k"], (*LIVE[:3], frozenset({"hosts.location"}), *LIVE[4:])))
    assert [*made.tied] == ["k"]
    made.settle("k", made.one(Point(*LIVE)))
    assert [*made.tied] == []
    assert [*made.counts.values()] == [2]

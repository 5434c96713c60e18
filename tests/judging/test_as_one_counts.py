"""Addresses of facts stand in the order in which one counts, however many differ in their digits alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.judging import as_one_counts
from auditor.judging.as_one_counts import counting, each_first, first, first_of_each, in_order
from auditor.rules.own_facts import OwnFacts

PIECES = st.sampled_from(("a", "b-", "é", ".", "0", "1", "2", "9", "00", "10", "²"))
ADDRESSES = st.lists(st.lists(PIECES, min_size=1, max_size=6).map("".join), max_size=30)


@given(routes=ADDRESSES)
def test_they_are_in_the_order_of_their_numbers(routes: list[str]) -> None:
    assert [*in_order(routes)] == sorted(routes, key=counting)
    if routes:
        assert first(routes) == min(routes, key=counting)


@given(routes=ADDRESSES, most=st.integers(1, 5), at_a_time=st.integers(1, 9))
def test_what_is_told_first_is_the_same_however_few_are_looked_at_at_a_time(
    routes: list[str], most: int, at_a_time: int
) -> None:
    def tells(route: str) -> str:
        return route[:1]

    firsts: dict[str, str] = {}
    for route in sorted(routes, key=counting):
        firsts.setdefault(tells(route), route)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_one_counts, "AT_A_TIME", at_a_time)
        found = each_first(routes, tells, most)
    assert [*found.items()] == [*firsts.items()][:most]


@given(routes=ADDRESSES.filter(bool), path=st.sampled_from(("keys", "b.keys")))
def test_they_are_in_the_same_order_as_entries_and_the_place_in_these(routes: list[str], path: str) -> None:
    facts = OwnFacts(routes, path)
    assert first(facts) == min(facts, key=counting)


@given(routes=ADDRESSES, own=st.booleans())
def test_the_first_address_of_each_thing_is_told_in_one_walk(routes: list[str], *, own: bool) -> None:
    facts: Sequence[str] = OwnFacts(routes, "keys") if own else routes
    told = [route[:1] for route in routes]
    firsts: dict[str, str] = {}
    for route in sorted(facts, key=counting):
        firsts.setdefault(route[:1], route)
    assert first_of_each(facts, told) == firsts


def test_numbers_are_compared_by_what_they_count() -> None:
    counted = ["hosts.a-2.keys", "hosts.a-02.keys", "hosts.a-10.keys", "hosts.a-x.keys", "hosts.b.keys"]
    assert {*in_order(reversed(counted[:2]))} == {*counted[:2]}
    assert [*in_order(counted[::-1])][2:] == counted[2:]


def test_of_thousands_that_differ_in_digits_numbers_are_read_of_a_few_only(monkeypatch: object) -> None:
    read: list[str] = []

    def noting(route: str) -> as_one_counts.Key:
        read.append(route)
        return counting(route)

    monkeypatch.setattr(as_one_counts, "counting", noting)  # type: ignore[attr-defined]
    routes = [f"flows.f{number}.to" for number in range(9999, 0, -1)]
    assert as_one_counts.first(routes) == "flows.f1.to"
    assert [*islice(as_one_counts.in_order(routes), 3)] == ["flows.f1.to", "flows.f2.to", "flows.f3.to"]
    assert len(read) < 20

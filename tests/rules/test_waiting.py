"""What waits for missing facts is the same however their addresses are kept until they are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rules import waiting
from auditor.rules.open_matches import Listed
from auditor.rules.own_facts import OwnFacts
from auditor.rules.waiting import MissingFacts, Waiting, Way

KIND = "hosts.keys"
WAYS = [Way("a", "high", 1, live=True, shown=False), Way("b", "low", 2, live=False, shown=False)]
ROUTES = [f"hosts.h{number}.keys" for number in range(9)]
MANY = Listed(tuple(ROUTES), frozenset(ROUTES), {KIND: ROUTES})
ENTRIES = [f"hosts.h{number}" for number in range(9)]
#: The same facts by their addresses, or by the entries that they are facts of.
FACTS = st.one_of(
    st.lists(st.sampled_from(ROUTES), max_size=9),
    st.lists(st.sampled_from(ENTRIES), max_size=9).map(lambda entries: OwnFacts(entries, "keys")),
)
ADDED = st.lists(st.tuples(st.sampled_from(WAYS), FACTS, st.integers(0, 2)), max_size=9)


@pytest.fixture(autouse=True)
def counted_early() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(waiting, "MOST_UNCOUNTED", 3)
        yield


def points(missing: MissingFacts) -> dict[str, tuple[int, int]]:
    """How many live and how many other points wait for each fact, each of which is listed once."""
    listed = [(fact, each) for each, facts in missing.waited_for().items() for fact in facts]
    assert len(dict(listed)) == len(listed)
    return {fact: (each.live_points, each.dormant_points) for fact, each in listed}


@given(ADDED, ADDED)
def test_each_match_counts_once_for_each_of_its_facts(
    first: list[tuple[Way, Sequence[str], int]], then: list[tuple[Way, Sequence[str], int]]
) -> None:
    made = MissingFacts()
    expected: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for added, to in ((first, made), (then, None)):
        copied = to or made.copy()
        for way, facts, shared in added:
            copied.add(way, {KIND: facts}, [MANY] * shared)
            expected[way.live].update([*facts, *ROUTES * shared])
        there = set(expected[True]) | set(expected[False])
        assert points(copied) == {fact: (expected[True][fact], expected[False][fact]) for fact in there}
    assert sum(map(sum, points(made).values())) == sum(
        len(facts) + len(ROUTES) * shared for _, facts, shared in first
    )


def test_of_addresses_that_recur_each_is_kept_once() -> None:
    few, each_once = MissingFacts(), MissingFacts()
    for number in range(500):
        few.add(WAYS[0], {KIND: ROUTES[:3]})
        each_once.add(WAYS[0], {KIND: [f"hosts.x{number}.keys"]})
    assert sum(map(len, few._listed.values())) <= 2 * waiting.MOST_UNCOUNTED
    assert each_once._counted == {}
    assert set(points(few)) == set(ROUTES[:3])
    assert len(points(each_once)) == 500


def test_of_facts_at_one_place_of_their_entries_the_entries_are_kept() -> None:
    made = MissingFacts()
    made.add(WAYS[0], {KIND: OwnFacts(ENTRIES[:2], "keys")})
    made.add(WAYS[0], {KIND: [*ROUTES[1:3]]})
    for facts in made.waited_for().values():
        assert isinstance(facts, OwnFacts)
        assert all(entry in ENTRIES for entry in facts.entries)
    made.add(WAYS[1], {KIND: ["hosts.h1.keys.2"]})
    assert not any(isinstance(facts, OwnFacts) for facts in made.waited_for().values())
    assert points(made) == {"hosts.h0.keys": (1, 0), "hosts.h1.keys": (2, 0), "hosts.h2.keys": (1, 0)} | {
        "hosts.h1.keys.2": (0, 1)
    }


def test_facts_for_which_the_same_waits_are_listed_together() -> None:
    made = MissingFacts()
    for way in WAYS:
        made.add(way, {KIND: ROUTES})
    ((each, facts),) = made.waited_for().items()
    assert isinstance(each, Waiting)
    assert (each.rules, each.severity, each.distance) == ({"a", "b"}, "high", 1)
    assert facts == ROUTES

"""The nearest controllers of a register agree with the definition of control, and take few steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.graph.majorities import Shares, controllers, nearest

WHOLE = 100
Rows = list[tuple[int, int, int]]


def register(rows: Rows, organisations: int) -> Shares:
    owner, owned, share = ([row[at] for row in rows] for at in range(3))
    return Shares(organisations=organisations, whole=WHOLE, owner=owner, owned=owned, share=share)


def lines(rows: Rows, organisations: int) -> list[list[int]] | None:
    """Give who controls each organisation, nearest first."""
    above = nearest(register(rows, organisations), lambda steps: None)
    return None if above is None else [controllers(above, name) for name in range(organisations)]


def by_definition(rows: Rows, organisations: int) -> list[set[int]]:
    """The definition read word for word, for each owner: iterate until nothing is added."""
    found: list[set[int]] = [set() for _ in range(organisations)]
    for owner in range(organisations):
        group = {owner}
        while True:
            held = [0] * organisations
            for holder, owned, share in rows:
                held[owned] += share if holder in group and holder != owned else 0
            more = {name for name in range(organisations) if held[name] * 2 > WHOLE} - group
            if not more:
                break
            group |= more
        for name in group - {owner}:
            found[name].add(owner)
    return found


@st.composite
def registers(draw: st.DrawFn, stakes: Iterable[int]) -> tuple[Rows, int]:
    """Draw a register in which nobody is held by more than the whole; owners may be anybody, themselves as well."""
    organisations = draw(st.integers(2, 8))
    holder = st.tuples(st.integers(0, organisations - 1), st.sampled_from([*stakes]))
    rows: Rows = []
    for name in range(organisations):
        room = WHOLE
        for owner, share in draw(st.lists(holder, max_size=4)):
            if share <= room:
                rows.append((owner, name, share))
                room -= 0 if owner == name else share
    return draw(st.permutations(rows)), organisations


@settings(max_examples=200)
@given(
    registers([51, 60, 26, 25, 25, 20, 17])
    | registers([51, 30, 30, 21, 40])
    | registers([51, 26, 26, 49, 25, 2, 50])
)
def test_who_controls_whom_is_what_the_definition_says(made: tuple[Rows, int]) -> None:
    found = lines(*made)
    assert found is not None
    assert [set(line) for line in found] == by_definition(*made)
    assert all(len(line) == len(set(line)) for line in found)


def test_the_nearest_controller_comes_first() -> None:
    rows = [(0, 1, 60), (1, 2, 60), (1, 3, 60), (2, 4, 26), (3, 4, 25), (0, 4, 49)]
    assert lines(rows, 5) == [[], [0], [1, 0], [1, 0], [1, 0]]


def test_holders_that_are_controlled_by_what_they_hold_make_a_ring() -> None:
    """Two subsidiaries of 1 hold 0 together, which holds 1; nobody outside can take part."""
    rows = [(0, 1, 60), (1, 2, 60), (1, 3, 60), (2, 0, 30), (3, 0, 30), (4, 0, 40), (3, 5, 51)]
    found = lines(rows, 6)
    assert found is not None
    assert [sorted(line) for line in found] == [[1], [0], [0, 1], [0, 1], [], [0, 1, 3]]


def test_one_that_is_held_by_two_stakes_of_one_below_it_closes_a_ring_once() -> None:
    """1 holds 40 of 0 itself and 20 by 2, of which it holds two stakes of 40; 0 holds 1."""
    rows = [(1, 0, 40), (2, 0, 20), (0, 1, 51), (1, 2, 40), (1, 2, 40)]
    found = lines(rows, 3)
    assert found is not None
    assert [sorted(line) for line in found] == [[1], [0], [0, 1]]


def test_two_majorities_of_one_organisation_are_no_line() -> None:
    assert lines([(0, 2, 60), (1, 2, 60)], 3) is None
    assert lines([(0, 2, 60), (1, 2, 40), (2, 2, 90)], 3) == [[], [], [0]]


def chain(count: int) -> Rows:
    return [(name, name + 1, 60) for name in range(count)]


def joint(count: int) -> Rows:
    """Each is held by the two before it, which the first controls, told from the last on."""
    rows = [(0, 1, 60), *((0, name, 20) for name in range(2, count + 1))]
    rows += [(name - 1, name, 31) for name in range(2, count + 1)]
    return rows[::-1]


def circles(count: int) -> Rows:
    """Pairs that the first holds a part of, each of which also holds a part of the other."""
    rows = [(0, 1, 60)]
    for name in range(2, count, 2):
        rows += [(0, name, 26), (1, name, 25), (name + 1, name, 20)]
        rows += [(0, name + 1, 31), (name, name + 1, 20)]
    return rows


def ladder(count: int) -> Rows:
    """A long chain, and beside each of its organisations one that it holds with its neighbour."""
    rows = chain(count)
    for name in range(count):
        rows += [(name, count + 1 + name, 30), (name + 1, count + 1 + name, 30)]
    return rows


@pytest.mark.parametrize("shape", [chain, joint, circles, ladder])
def test_steps_grow_with_the_shares(shape: Callable[[int], Rows]) -> None:
    taken: dict[int, int] = {}
    for count in (1_000, 4_000):
        rows = shape(count)
        steps: list[int] = []
        assert nearest(register(rows, 2 * count + 2), steps.append) is not None
        taken[count] = sum(steps)
        assert taken[count] <= 9 * len(rows)
    assert taken[4_000] <= 4.2 * taken[1_000]

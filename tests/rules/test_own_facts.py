"""Facts that are kept as the entries and the place are what their addresses are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.rules.own_facts import OwnColumn, OwnFacts

ENTRIES = st.lists(st.sampled_from(["flows.a", "flows.b", "hosts.a"]), max_size=6)


@given(ENTRIES, st.integers(-7, 7), st.integers(-7, 7))
def test_facts_of_entries_are_a_sequence_of_addresses(entries: list[str], start: int, end: int) -> None:
    made, expected = OwnFacts(entries, "paid"), [f"{entry}.paid" for entry in entries]
    assert [*made] == [made[row] for row in range(len(made))] == expected
    assert [*made[start:end]] == expected[start:end]
    assert [*reversed(made)] == expected[::-1]
    assert all(fact in made for fact in expected)
    assert "flows.a.tool" not in made


@given(ENTRIES.filter(bool), st.data())
def test_a_column_names_one_fact_of_each(entries: list[str], data: st.DataObject) -> None:
    made, expected = OwnColumn(OwnFacts(entries, "paid")), [(f"{entry}.paid",) for entry in entries]
    rows = data.draw(st.lists(st.integers(0, len(entries) - 1)))
    assert [*made] == [made[row] for row in range(len(made))] == expected
    assert [*made.part(rows)] == [expected[row] for row in rows]
    assert [*made[1:]] == expected[1:]

"""Readings: what of them is worked out once and kept once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.graph import arrivals, readability
from auditor.graph import settled as settled_activity
from auditor.graph.arrivals import Arrival
from auditor.graph.readability import Reading
from tests.graph.test_readability import derived, flow


def searches(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Give a list to which each search adds whether it is for what is certain."""
    made: list[bool] = []
    run = arrivals.Search.run

    def counted(self: arrivals.Search) -> list[Arrival]:
        made.append(self.certain)
        return run(self)

    monkeypatch.setattr(arrivals.Search, "run", counted)
    return made


@pytest.mark.parametrize(
    ("told", "searched"),
    [
        ({"content": "none"}, []),
        ({"content": "encrypted", "keys": "b"}, [True, False]),
        ({"content": "end-to-end"}, [True, False]),
        ({"content": "unknown"}, [True, False]),
        ({}, [True, False]),
        ({"content": "none", "to": ["back", "unknown"]}, [True, False]),
        ({"content": "none", "attempted": "unknown"}, [True, False]),
    ],
)
def test_what_leaves_nothing_open_and_seals_nothing_is_not_searched(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, Any], searched: list[bool]
) -> None:
    made = searches(monkeypatch)
    derived(flows={"f": flow(**{"from": "p", "to": "front", **told})}).readability  # noqa: B018
    assert made == searched


def outline(reading: Reading) -> tuple[Any, ...]:
    """Give a reading as plain values."""
    entries = (reading.sure_by, reading.maybe_by, reading.brought, reading.maybe_brought)
    shown = [[(bits, [hop.id for hop in entry.path()], entry.rank) for bits, entry in by] for by in entries]
    facts = (reading.proof, reading.missing)
    passing = (reading.readable.passes, reading.readable.may_pass)
    return (reading.who, reading.at, reading.how, reading.sure, reading.maybe, passing, shown, facts)


def hop_ids(entry: Arrival | None) -> list[str]:
    """Give the hops on the way of an entry, if there is one."""
    return [] if entry is None else [hop.id for hop in entry.path()]


ENDS = ("p", "front", "back", "c")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(ENDS),
            st.sampled_from(ENDS[1:]),
            st.sampled_from(("contact", "health")),
            st.sampled_from(("documented", "declared")),
        ),
        max_size=7,
    )
)
def test_searched_or_not_the_readings_are_the_same(ways: list[tuple[str, str, str, str]]) -> None:
    flows = {
        f"f{n}": flow(**{"from": a, "to": b, "content": "none", "data": data, "known": known})
        for n, (a, b, data, known) in enumerate(ways)
        if a != b
    }
    settled = derived(flows=flows).readability.readings
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readability, "settled", lambda out: False)
        searched = derived(flows=flows).readability.readings
    assert [*map(outline, settled)] == [*map(outline, searched)]


def mesh(ways: list[tuple[int, int]]) -> dict[str, Any]:
    """Give hosts that one firm operates, and flows between them; those from the first host come from people."""
    hosts = {f"h{number}": {"operator": "a"} for number in range(9)}
    flows = {
        f"f{n}": flow(**{"from": f"h{a}" if a else "p", "to": f"h{b}", "content": "none"})
        for n, (a, b) in enumerate(ways)
        if a != b
    }
    return {"hosts": hosts, "flows": flows}


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 8)), max_size=16), st.randoms())
def test_whatever_is_asked_first_the_ways_to_a_place_are_the_same(
    ways: list[tuple[int, int]], random: Any
) -> None:
    asked = derived(**mesh(ways)).readability
    random.shuffle(asked.readings)
    found = {reading.at: outline(reading) for reading in asked.readings}
    entered = {place: asked.arrival(place) for place in found}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readability, "settled", lambda out: False)
        searched = derived(**mesh(ways)).readability
    assert found == {reading.at: outline(reading) for reading in searched.readings}
    for place, arrival in entered.items():
        assert hop_ids(arrival) == hop_ids(searched.arrival(place))


def test_of_a_settled_activity_only_what_leads_to_a_place_is_searched_when_it_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = searches(monkeypatch)
    room = derived(**mesh([(0, 1), (1, 2), (2, 3), (0, 4), (4, 5), (5, 6)])).readability
    by_place = {reading.at: reading for reading in room.readings}
    assert made == []
    assert [hop.id for hop in by_place["h2"].sure_by[0][1].path()] == ["f0", "f1"]
    assert by_place["h1"].sure_by
    assert made == [True]


def test_once_much_of_a_settled_activity_was_looked_through_all_of_it_is_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = searches(monkeypatch)
    monkeypatch.setattr(settled_activity, "FEW_LOOKS", 3)
    room = derived(**mesh([(0, 1), (1, 2), (2, 3), *((3, end) for end in (4, 5, 6, 7, 8))])).readability
    by_place = {reading.at: reading for reading in room.readings}
    assert all(by_place[f"h{number}"].sure_by for number in range(1, 9))
    assert made == [True, True]


def test_entries_that_show_a_reading_and_bring_it_are_listed_once() -> None:
    flows = {"f": flow(**{"from": "p", "to": "front", "content": "none"})}
    (reading,) = derived(flows=flows).readability.by_who["a"]
    assert reading.shown.showing is reading.shown.bringing
    assert reading.doubt is None
    ((bits, entry),) = reading.sure_by
    assert (bits, entry.place) == (3, "front")


def test_those_who_are_at_a_place_alike_read_the_same_there() -> None:
    hosts = {
        "front": {"operator": "a", "runs_on": "back"},
        "back": {"operator": "b", "runs_on": "unknown"},
        "near": {"operator": "c"},
    }
    flows = {
        "f": flow(**{"from": "p", "to": "front", "content": "none"}),
        "g": flow(**{"from": "front", "to": "near", "content": "none"}),
    }
    made = derived(hosts=hosts, flows=flows).readability
    surely = [reading for reading in made.readings if reading.at == "front" and reading.sure]
    assert [(reading.who, reading.how) for reading in surely] == [("a", "use"), ("b", "machine")]
    assert surely[0].readable is surely[1].readable
    assert {reading.proof for reading in surely} == {
        ("hosts.front.operator",),
        ("hosts.front.runs_on", "hosts.back.operator"),
    }


def test_what_is_certain_at_a_place_is_read_there_though_what_is_possible_comes_sealed() -> None:
    hosts = {"front": {"operator": "a"}, "back": {"operator": "b"}, "near": {"operator": "c"}}
    sealed = {"content": "encrypted", "keys": "c", "attempted": "unknown"}
    flows = {
        "f": flow(**{"from": "p", "to": "front", **sealed}),
        "g": flow(**{"from": "front", "to": "back", "content": "none"}),
        "h": flow(**{"from": "back", "to": "near", "content": "none", "attempted": "unknown"}),
    }
    (reading,) = derived(hosts=hosts, flows=flows).readability.by_who["b"]
    assert (reading.at, reading.sure, reading.maybe) == ("back", 3, 0)
    assert [bits for bits, _ in reading.brought] == [3]
    assert (reading.readable.passes, reading.readable.may_pass) == (0, 3)

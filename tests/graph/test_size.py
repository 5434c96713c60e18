"""What is derived grows with the facts, not with the paths through them."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from auditor.graph.arrivals import Search, steps_of
from auditor.graph.custody import Custodians
from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.graph.on_the_day import on_the_day
from auditor.graph.readability import Readability
from auditor.graph.taxonomy import Taxonomy
from auditor.loading.case.load import case_of, load_case
from auditor.model.columns import BLOCK, Columns
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere
from tests.conftest import CASES, materials
from tests.hostile.shapes import ended

Tree = dict[str, Any]
KNOWLEDGE = Knowledge(
    countries={"FR": "France", "US": "US"}, eea={"FR": "1994-01-01"}, eu={"FR": "1958-01-01"}
)


def derived(
    hosts: list[str], flows: list[Tree], organisations: Tree | None = None, holdings: Any = ()
) -> Derived:
    tree = {
        "people": {"people": {}},
        "organisations": organisations or {"firm": {"country": "FR"}, "cloud": {"country": "US"}},
        "ownership": list(holdings),
        "activities": {"work": {"people": "people", "data": "contact", "controller": "firm"}},
        "hosts": {name: {"operator": "firm", "runs_on": "none"} for name in hosts},
        "flows": {f"f{number}": {"for": "work", **flow} for number, flow in enumerate(flows)},
    }
    case, problems = case_of(tree, KNOWLEDGE)
    assert not problems
    return derive(build(Materials(case, KNOWLEDGE, (), "2024-01-01", Nowhere())))


def entries(found: Derived, *, certain: bool) -> int:
    sheet = found.estate.sheets["work"]
    room = found.readability
    steps = steps_of(sheet.leaving(), found.estate.materials)
    search = Search(steps, room.keys, room.count_open, certain=certain)
    return len(search.run())


@pytest.mark.parametrize("certain", [True, False])
def test_each_place_of_a_mesh_of_unstated_content_is_entered_at_most_twice(*, certain: bool) -> None:
    hosts = [f"h{number}" for number in range(4)]
    flows = [{"from": a, "to": b} for a in hosts for b in hosts if a != b]
    assert entries(derived(hosts, flows), certain=certain) <= 2 * len(hosts)


@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("sealed", [{"content": "encrypted", "keys": "cloud"}, {"content": "encrypted"}, {}])
def test_flows_side_by_side_do_not_multiply_along_a_chain(sealed: Tree, *, certain: bool) -> None:
    hosts = [f"h{number}" for number in range(9)]
    flows = [{"from": a, "to": b, **sealed} for a, b in pairwise(hosts) for _ in "ab"]
    assert entries(derived(hosts, flows), certain=certain) <= 2 * len(hosts)


def test_seals_of_other_keys_are_told_apart() -> None:
    keys = ("firm", "cloud")
    flows = [{"from": "h0", "to": "h1", "content": "encrypted", "keys": key} for key in keys] + [
        {"from": "h1", "to": "cloud", "content": "none"}
    ]
    found = derived(["h0", "h1"], flows)
    assert {(r.who, r.at, r.how) for r in found.readability.readings if r.sure} == {
        ("cloud", "cloud", "key"),
        ("cloud", "cloud", "end"),
        ("firm", "h1", "key"),
    }


def test_a_long_chain_of_owners_is_followed_to_its_end() -> None:
    length = 400
    organisations = {
        f"o{number}": {"country": "FR", "parent": f"o{number + 1}" if number < length else "none"}
        for number in range(length + 1)
    }
    organisations[f"o{length}"] = {"country": "US", "parent": "none"}
    organisations["firm"] = {"country": "FR", "parent": "o0"}
    found = derived(["h0"], [], organisations)
    _, capital = found.stakes.of("firm")
    (stake,) = capital.stakes.values()
    assert stake.routes[0] == "organisations.firm.parent"
    assert stake.routes[-1] == f"organisations.o{length}.country"
    assert len(set(stake.routes)) == len(stake.routes)


def test_stakes_along_many_paths_name_each_holding_once() -> None:
    layers = [(f"a{number}", f"b{number}") for number in range(12)]
    pairs = [(owner, of) for below, above in pairwise(layers) for owner in above for of in below]
    pairs += [("far", owner) for owner in layers[-1]]
    organisations: Tree = {name: {"country": "FR", "parent": "none"} for layer in layers for name in layer}
    organisations |= {"firm": {"country": "FR"}, "far": {"country": "US", "parent": "none"}}
    holdings = [{"owner": owner, "of": of, "votes": "20"} for owner, of in pairs]
    stake = derived(["h0"], [], organisations, holdings).stakes.of("a0")[1].stakes["far"]
    assert len(stake.routes) == len(set(stake.routes)) <= len(pairs) + 1
    assert stake.indirect


def counted(monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> list[tuple[Any, ...]]:
    """A list to which each call of a method adds its arguments."""
    calls: list[tuple[Any, ...]] = []
    method = getattr(kind, name)

    def call(self: Any, *given: Any, **named: Any) -> Any:
        calls.append(given)
        return method(self, *given, **named)

    monkeypatch.setattr(kind, name, call)
    return calls


@pytest.mark.parametrize("count", [20, 80])
def test_categories_that_many_list_are_looked_up_once_for_each(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"d{number}" for number in range(count)]
    tree = {
        "people": {"people": {}},
        "data": {name: {"is": "contact"} for name in names},
        "organisations": {"firm": {"country": "FR"}},
        "activities": {"work": {"people": "people", "data": names, "controller": "firm"}},
        "hosts": {"h": {"operator": "firm", "keeps": names}},
        "flows": {"f": {"for": "work", "from": "people", "to": "h", "data": names}},
    }
    case, _ = case_of(tree, KNOWLEDGE)
    calls = counted(monkeypatch, Taxonomy, "above")
    estate = build(Materials(case, KNOWLEDGE, (), "2024-01-01", Nowhere()))
    assert estate.kept("h") == tuple(sorted(names))
    assert len(calls) == 2 * count


def test_relays_of_one_flow_leave_open_what_the_first_of_them_does(monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = [f"h{number}" for number in range(40)]
    calls = counted(monkeypatch, Readability, "_left_open")
    found = derived(hosts, [{"from": "people", "through": hosts[:-1], "to": hosts[-1]}])
    assert {reading.at for reading in found.readability.readings} == set(hosts)
    assert len(calls) <= 2 * len(hosts)


def test_entries_that_may_be_otherwise_on_a_day_are_told_once() -> None:
    text = ended(2 * BLOCK).encode()
    case = load_case([("case.yaml", text)], KNOWLEDGE).case
    gone_through: list[str] = []

    class Noted(tuple[str, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[str]:
            gone_through.append("once")
            return super().__iter__()

    told = {section: case.columns[section] for section in case.__struct_fields__[1:]}
    case.__dict__["columns"] = {
        section: Columns(each.words, Noted(each.beyond)) for section, each in told.items()
    }
    assert on_the_day(case, "2024-01-01").case.flows == {}
    assert len(gone_through) <= len(case.__struct_fields__)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_readings_are_found_by_who_activity_and_place(folder: Path) -> None:
    room = derive(build(materials([folder]))).readability
    where = {(reading.who, reading.activity, reading.at) for reading in room.readings}
    for who, activity, place in where:
        assert list(room.at(who, activity, place)) == [
            reading for reading in room.by_who[who] if (reading.activity, reading.at) == (activity, place)
        ]
    assert list(room.at("nobody", "nothing", "nowhere")) == []


def test_who_keeps_the_data_of_a_host_is_looked_up_once_for_all_exposures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = counted(monkeypatch, Custodians, "of")
    made = derived(["a", "b", "c"], [{"from": "people", "to": "a"}, {"from": "a", "to": "b"}])
    assert made.exposures.all is not None
    assert sorted(calls) == [("a",), ("b",), ("c",)]


def test_what_was_derived_is_freed_once_nobody_holds_it_without_the_collector() -> None:
    rooms = [name for name, room in vars(Derived).items() if isinstance(room, cached_property)]
    running = gc.isenabled()
    gc.disable()
    try:
        made = derived(["a", "b"], [{"from": "people", "to": "a"}, {"from": "a", "to": "b"}])
        held = [getattr(made, name) for name in rooms]
        estate = weakref.ref(made.estate)
        del made, held
        assert estate() is None
    finally:
        (gc.enable if running else gc.disable)()

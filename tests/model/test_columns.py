"""Columns: the words of many entries, and which of these hold more; what skips the others comes to what looking at each comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET, Struct, convert, to_builtins
from msgspec.structs import replace

from auditor.api.read import knowledge_base
from auditor.errors import Wrong
from auditor.graph import on_the_day, succession
from auditor.loading.case import references, sanity
from auditor.loading.case.entries import every_entry
from auditor.loading.case.load import load_case
from auditor.loading.files.folder import yaml_files
from auditor.model import columns as module
from auditor.model.brief import in_full, kind_of
from auditor.model.case.document import Case
from auditor.model.case.flows import BriefFlow, Flow
from auditor.model.columns import Columns, ColumnsOfSections, columns, keep_lists_once, stating
from auditor.model.materials import Materials, Nowhere
from auditor.model.structs import recurring
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("in_columns")


@pytest.fixture(scope="module")
def in_columns() -> Iterator[None]:
    """Few entries are looked at in columns too."""
    many, module.MANY = module.MANY, 0  # type: ignore[misc]
    yield
    module.MANY = many  # type: ignore[misc]


CHANCE = st.randoms(use_true_random=False)
CASES = ("doctolib-2019", "doctolib-2021", "doctolib-2025", "transfer-three-dates", "small-firm-register")


def flows(**fields: Any) -> dict[str, Flow]:
    """Flows that hold each of some values in a field, and nothing else."""
    ((field, values),) = fields.items()
    ends = {"for": "a", "from": "b", "to": "c"}
    whole = (ends if value is UNSET else {**ends, field: value} for value in values)
    return {f"f{n}": convert(flow, Flow) for n, flow in enumerate(whole)}


@pytest.mark.parametrize(
    ("values", "words", "beyond"),
    [
        (["tls", "none"], {"tls", "none"}, ()),
        (["tls", {"value": "none"}], {"tls"}, ("f1",)),
        ([{"value": "none"}, {"value": "none"}], set(), ("f0", "f1")),
        ([[{"value": "none", "until": "2020"}, {"value": "tls"}], "tls"], {"tls"}, ("f0",)),
    ],
)
def test_words_are_told_from_what_is_more(
    values: list[Any], words: set[str], beyond: tuple[str, ...]
) -> None:
    found = columns(flows(transport=values), ["transport"])
    assert (found.words, found.beyond) == ({"transport": words}, beyond)


def test_words_of_lists_count_each() -> None:
    entries = flows(data=["contact", ["contact", "health"], []])
    found = columns(entries, ["data", "keys"])
    assert (found.words, found.beyond) == ({"data": {"contact", "health"}, "keys": set()}, ())
    assert stating(entries, {"data": {"contact"}}) == {"f0", "f1"}


def test_entries_that_hold_more_are_given_in_their_order_however_many_there_are() -> None:
    entries = flows(transport=["tls", {"value": "none"}, "none"] * module.BLOCK)
    assert columns(entries, ["transport"]).beyond == tuple(list(entries)[1::3])


def test_brief_entries_and_others_are_told_together() -> None:
    whole = flows(keys=["org", UNSET])
    mixed = {"brief": convert({"for": "a", "from": "b", "to": ["d", "c"]}, BriefFlow), **whole}
    found = columns(mixed, ["to", "keys"])
    assert found.words == {"to": {"c", "d"}, "keys": {"org"}}
    assert found.unstated == columns(whole, []).unstated
    keys = Columns({"to": {"c", "d"}, "keys": set()}, (), found.unstated | {"keys"})
    assert columns({"brief": mixed["brief"]}, ["to", "keys"]) == keys


def test_equal_lists_of_brief_entries_and_others_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 1)
    stated = {"for": "a", "from": "b", "to": "c", "data": ["contact", "health"]}
    entries = {"brief": convert(stated, BriefFlow), "whole": convert(stated, Flow)}
    keep_lists_once(entries)
    assert entries["brief"].data is entries["whole"].data


def test_nothing_is_stated_where_there_are_no_entries() -> None:
    assert columns({}, ["transport"]) == Columns({"transport": set()}, ())


@cache
def case(name: str) -> Case:
    return load_case(yaml_files([ROOT / "flows" / name]), knowledge_base()).case


def shaken(name: str, chance: Any, values: dict[str, tuple[Any, ...]]) -> Case:
    """A case in which some entries hold other values, and stand in another order."""
    sections = {}
    for section in on_the_day.DATED:
        entries = list(getattr(case(name), section).items())
        chance.shuffle(entries)
        sections[section] = {
            name: replace(in_full(entity), **{field: chance.choice(values[field])})
            if chance.random() < 0.2
            and (field := chance.choice([*values])) in kind_of(entity).__struct_fields__
            else entity
            for name, entity in entries
        }
    return replace(case(name), **sections)


def each(monkeypatch: pytest.MonkeyPatch, does: Callable[[Case], Any], made: Case) -> Any:
    """What comes of a case where no entry is skipped."""
    monkeypatch.setattr(module, "columns", all_of)
    try:
        return does(replace(made))  # of which nothing was told yet
    finally:
        monkeypatch.undo()


def all_of(entries: Any, fields: Any) -> Columns:
    return Columns(columns(entries, fields).words, tuple(entries))


DATES = {
    "since": ("2010", "2030-01", "unknown", "2024"),
    "until": ("2015-02-30", "2010", "unknown", "2024-05-06"),
}


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(CASES),
    chance=CHANCE,
    day=st.sampled_from(("2019-07-14", "2024-01-01", "2012")),
)
def test_a_case_on_its_day_is_what_looking_at_each_entry_makes_of_it(
    name: str, chance: Any, day: str
) -> None:
    made = shaken(name, chance, DATES)
    with pytest.MonkeyPatch.context() as patch:
        wanted = each(patch, lambda case: on_the_day.on_the_day(case, day), made)
    found = on_the_day.on_the_day(made, day)
    assert found == wanted
    for section in Case.__struct_fields__[1:]:
        assert list(getattr(found.case, section)) == list(getattr(wanted.case, section))


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(CASES), chance=CHANCE)
def test_successors_stand_where_looking_at_each_entry_puts_them(name: str, chance: Any) -> None:
    made = case(name)
    first, second = chance.sample([*made.organisations], 2)
    ended = replace(made.organisations[first], ends="2010", succeeded_by=second)
    made = replace(made, organisations={**made.organisations, first: ended})
    with pytest.MonkeyPatch.context() as patch:
        wanted = each(patch, lambda case: succession.succeeded(case, "2024-01-01"), made)
    found = succession.succeeded(made, "2024-01-01")
    assert found == wanted
    assert list(found[1]) == list(wanted[1])


ODD = DATES | {
    "source": ("nowhere", "nowhere#1", "knowledge:x", ""),
    "to": ("nobody", ["nobody", "unknown"]),
    "controller": ("nobody", "none"),
    "runs_on": ("nobody", "unknown"),
}


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(CASES), chance=CHANCE)
def test_what_leads_nowhere_or_cannot_be_is_what_looking_at_each_entry_tells(name: str, chance: Any) -> None:
    made = shaken(name, chance, ODD)

    def wrong(case: Case) -> list[Wrong]:
        sections = every_entry(case)
        named = references.References(case, knowledge_base()).dangling(sections)
        return [*named, *sanity.nonsense(case, sections)]

    with pytest.MonkeyPatch.context() as patch:
        wanted = each(patch, wrong, made)
    assert wrong(made) == wanted


def test_columns_of_a_case_are_told_once_and_hold_all_that_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = replace(case("doctolib-2021"))
    asked: list[int] = []

    def counted(entries: Any, fields: Any) -> Columns:
        asked.append(id(entries))
        return columns(entries, fields)

    monkeypatch.setattr(module, "columns", counted)
    sections = every_entry(made)
    assert not [*references.References(made, knowledge_base()).dangling(sections)]
    assert not [*sanity.nonsense(made, sections)]
    assert on_the_day.on_the_day(made, "2024-01-01").case.flows
    assert asked.count(id(made.flows)) == 1
    kinds = {name: kind_of(next(iter(entries.values()))) for name, entries in sections.items() if entries}
    for naming in (on_the_day.NAMING, succession.NAMING):
        for section in naming.keys() & kinds.keys():
            assert recurring(kinds[section]).issuperset(naming[section])


def test_equal_lists_of_words_are_kept_once_where_there_are_many_and_nothing_else_is_touched() -> None:
    entries = flows(data=[["contact"], ["contact"], ["health"], "contact"] * module.BLOCK)
    before = {name: to_builtins(flow) for name, flow in entries.items()}
    keep_lists_once(entries)
    assert entries["f0"].data is entries["f1"].data is not entries["f2"].data
    assert {name: to_builtins(flow) for name, flow in entries.items()} == before
    few = flows(data=[["contact"], ["contact"]])
    keep_lists_once(few)
    assert few["f0"].data is not few["f1"].data


def test_lists_that_hold_more_than_words_stay_each_its_own() -> None:
    entries = flows(to=[["a", {"value": "b"}]] * module.BLOCK)
    keep_lists_once(entries)
    assert entries["f0"].to == entries["f1"].to
    assert entries["f0"].to is not entries["f1"].to


def test_few_entries_are_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 3)
    few, many = flows(transport=["tls", "none"]), flows(transport=["tls", "none", "tls"])
    assert columns(few, ["transport"]) == Columns({"transport": set()}, ("f0", "f1"))
    found = columns(many, ["transport"])
    assert (found.words, found.beyond) == ({"transport": {"tls", "none"}}, ())


@pytest.mark.parametrize(
    ("values", "stated"),
    [
        (["tls", "none"], True),
        ([{"value": "none"}], True),
        (["unknown"], True),
        ([UNSET, "tls", UNSET], True),
        ([UNSET, UNSET], False),
    ],
)
def test_a_field_is_unstated_where_no_entry_states_it(values: list[Any], *, stated: bool) -> None:
    entries = flows(transport=values)
    unstated = columns(entries, []).unstated
    assert ("transport" not in unstated) is stated
    assert unstated - {"transport"} == {
        field for field in Flow.__struct_fields__ if getattr(entries["f0"], field) is UNSET
    } - {"transport"}


def test_of_few_entries_no_field_is_told_to_be_unstated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 3)
    assert columns(flows(transport=[UNSET, UNSET]), []).unstated == frozenset()


@pytest.mark.parametrize("name", CASES)
def test_what_is_written_is_told_as_each_entry_tells_it(name: str) -> None:
    made = Materials(replace(case(name)), knowledge_base(), (), "2024-01-01", Nowhere())
    for section, entries in made.entries.items():
        kind = next(map(kind_of, entries.values()), Flow)
        for field in kind.__struct_fields__:
            routes = [f"{section}.{each}.{field}" for each in (*entries, "nowhere")]
            held = [getattr(entry, field) for entry in entries.values()]
            written = [route for route, value in zip(routes, held, strict=False) if value is not UNSET]
            assert made.written(f"{section}.{field}", routes) == [*written, routes[-1]]


def test_columns_of_a_section_are_told_once_and_when_they_are_asked_for() -> None:
    asked: list[str] = []

    class Noted(dict[str, Struct]):
        def values(self) -> Any:
            asked.append("flows")
            return super().values()

    told = ColumnsOfSections({"flows": Noted(), "hosts": {}})
    assert asked == []
    assert told["flows"] is told["flows"]
    assert asked == ["flows"]
    assert "hosts" not in told

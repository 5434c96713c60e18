"""What the kinds of subjects declare of themselves: names, kinds and words of fields, slots, ids and addresses."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, get_args

import pytest

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.model.case.document import Case
from auditor.model.columns import BLOCK
from auditor.model.evidence import Bounds, Choice, FieldValue, Selection
from auditor.model.law import Knowledge
from auditor.rules.classes import held
from auditor.rules.duty import word_of
from auditor.rules.subjects import SUBJECTS
from auditor.rules.subjects.base import FieldKind, Subject
from tests.conftest import ROOT, materials
from tests.graph.test_roles import derived
from tests.rules.test_small_fields import changed
from tests.rules.test_tally import flows

CASES = ("doctolib-2019", "small-firm-register", "transfer-three-dates", "kept-copies", "cookie-wall")
#: Which values a field of a kind may read.
READ = {"number": (Bounds,), "answer": (Choice,), "date": (Choice,)}


@pytest.fixture(scope="module")
def estates() -> list[Derived]:
    return [derive(build(materials([ROOT / "flows" / case]))) for case in CASES]


def subjects(estates: list[Derived], kind: Subject[Any]) -> Iterator[tuple[Derived, Any]]:
    for made in estates:
        if kind.name != "scenario":
            yield from ((made, subject) for subject in kind.each(made))


def by_of(kind: str, field: str) -> Any:
    return SUBJECTS[kind].fields[field].by


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_field_slot_and_word_of_a_kind_has_a_name(name: str, knowledge: Knowledge) -> None:
    kind = SUBJECTS[name]
    small = derived(changed(), knowledge)
    for made, subject in subjects([small], kind):
        assert kind.id(subject)
        assert all(field.read(made, subject) is not None for field in kind.fields.values())
    assert kind.name == name
    assert {field.kind for field in kind.fields.values()} <= set(get_args(FieldKind))
    assert all(kind.fields)
    assert all(kind.slots)
    assert all(all(field.words) for field in kind.fields.values())
    assert {"controller", "regime", "id"} <= set(kind.fields)


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_field_reads_a_value_of_its_kind(name: str, estates: list[Derived]) -> None:
    kind = SUBJECTS[name]
    for made, subject in subjects(estates, kind):
        for field in kind.fields.values():
            value = field.read(made, subject)
            assert isinstance(value, READ.get(field.kind, (Choice, Selection)))
            if field.kind == "answer" and isinstance(value, Choice):
                assert set(value.options) <= {"true", "false"}


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, name) for kind in SUBJECTS for name in SUBJECTS[kind].fields if by_of(kind, name)],
)
def test_a_field_that_is_read_once_for_several_subjects_is_the_same_for_each(
    kind: str, field: str, estates: list[Derived]
) -> None:
    declared = SUBJECTS[kind].fields[field]
    for made in estates:
        known: dict[Hashable, FieldValue] = {}
        each = [subject for _, subject in subjects([made], SUBJECTS[kind])]
        for subject, told in zip(each, by_of(kind, field)(made)(each), strict=True):
            if told is not None:
                value = declared.read(made, subject)
                assert known.setdefault(told, value) == value


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, name) for kind in SUBJECTS for name, field in SUBJECTS[kind].fields.items() if field.fact],
)
def test_a_fact_of_its_own_entry_alone_settles_a_field_for_all_of_a_class_or_for_none(
    kind: str, field: str, estates: list[Derived]
) -> None:
    declared = SUBJECTS[kind].fields[field]
    alone: dict[Hashable, bool] = {}
    for made, subject in subjects([each for each in estates if not each.estate.day.lapsing], SUBJECTS[kind]):
        value = declared.read(made, subject)
        own = f"{SUBJECTS[kind].route(subject)}.{declared.fact}"
        assert alone.setdefault(held(value), value.missing == (own,)) == (value.missing == (own,))


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (kind, name)
        for kind in SUBJECTS
        for name, field in SUBJECTS[kind].fields.items()
        if field.shown_by_entry is not None
    ],
)
def test_what_shows_a_field_that_is_shown_by_an_entry_begins_with_that(
    kind: str, field: str, estates: list[Derived]
) -> None:
    declared = SUBJECTS[kind].fields[field]
    shown = [
        (made, declared.read(made, subject).proof)
        for made, subject in subjects(estates, SUBJECTS[kind])
        if declared.shown_by_entry is not None and declared.shown_by_entry(subject)
    ]
    assert shown
    for made, proof in shown:
        section, _, name = proof[0].partition(".")
        assert name in made.estate.materials.entries[section]


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, name) for kind in SUBJECTS for name, field in SUBJECTS[kind].fields.items() if field.word],
)
def test_the_word_of_a_field_is_the_one_that_stands_in_keys(
    kind: str, field: str, estates: list[Derived]
) -> None:
    declared = SUBJECTS[kind].fields[field]
    assert declared.word is not None
    for made in [*estates, derive(build(flows(BLOCK, **SAYING_MORE)))]:
        each = list(SUBJECTS[kind].each(made))
        assert [*declared.word(made)(each)] == [word_of(declared.read(made, subject)) for subject in each]


#: Flows that say more than the many around them: of a page, by what they are sent, whether somebody pays.
SAYING_MORE = {
    "page": {"for": "care", "from": "patient", "to": "us", "embedded_in": "host0", "loads": "at-once"},
    "click": {"for": "care", "from": "patient", "to": "us", "trigger": "click"},
    "open": {"for": "care", "from": "host1", "to": "unknown", "data": ["health", "unknown"]},
    "paid": {"for": "care", "from": "clinic", "to": "us", "paid": "true"},
    "may-pay": {"for": "care", "from": "clinic", "to": "us", "paid": {"value": "true", "known": "inferred"}},
    "relied-on": {"for": "care", "from": "patient", "to": "us", "exempt": "strictly-necessary"},
}


@pytest.mark.parametrize(
    ("kind", "side"), [(kind, side) for kind in SUBJECTS for side in SUBJECTS[kind].sides]
)
def test_a_side_tells_the_same_of_many_as_of_one_and_by_it_what_its_fields_hold(
    kind: str, side: str, estates: list[Derived]
) -> None:
    declared, is_told = SUBJECTS[kind], False
    for made in [*estates, *(derive(build(flows(BLOCK, **more))) for more in ({}, SAYING_MORE))]:
        each, holds = list(declared.each(made)), dict[Hashable, list[Hashable]]()
        tells = declared.sides[side].tells(made)
        for subject, told in zip(each, tells(each), strict=True):
            assert tells([subject]) == [told]
            held_by = [
                held(declared.fields[name].read(made, subject)) for name in declared.sides[side].fields
            ]
            assert told is None or holds.setdefault(told, held_by) == held_by
            is_told = is_told or told is not None
    assert is_told


def test_sides_have_fields_of_their_own() -> None:
    for kind in SUBJECTS.values():
        fields = [name for side in kind.sides.values() for name in side.fields]
        assert len(set(fields)) == len(fields)
        assert kind.fields.keys() >= set(fields)


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_subject_has_an_id_of_its_own_and_an_address_in_the_case(
    name: str, estates: list[Derived]
) -> None:
    kind = SUBJECTS[name]
    for made in estates:
        if name == "scenario":
            continue
        found = list(kind.each(made))
        assert len({kind.id(subject) for subject in found}) == len(found)
        for subject in found:
            section, _, rest = kind.route(subject).partition(".")
            assert section in Case.__struct_fields__
            assert rest.partition(".")[0]
            assert all(activity in made.estate.sheets for activity in kind.activities(made, subject))

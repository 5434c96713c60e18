"""Brief entries: they hold a few fields, and read as any entry of their kind."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import UNSET, convert, to_builtins
from msgspec.structs import replace

from auditor.model.answers import type_at, with_answer
from auditor.model.brief import brief, in_full, kind_of
from auditor.model.case.document import Case
from auditor.model.case.flows import BriefFlow, Flow
from auditor.model.case.head import CaseHead
from auditor.model.materials import fact_of
from auditor.model.scalars import Value

NEEDED = {"for": "do", "from": "people", "to": "host"}
STATED = {
    **NEEDED,
    "title": "Send",
    "data": ["contact"],
    "transport": {"value": "tls", "known": "documented"},
}


def case(flow: Flow) -> Case:
    return Case(case=CaseHead(id="example", as_of="2024-01-01"), flows={"send": flow})


@pytest.mark.parametrize("stated", [NEEDED, STATED])
@pytest.mark.parametrize("field", Flow.__struct_fields__)
def test_every_field_of_a_brief_entry_reads_as_in_one_that_has_all(
    stated: dict[str, Any], field: str
) -> None:
    assert getattr(convert(stated, BriefFlow), field) == getattr(convert(stated, Flow), field)


@pytest.mark.parametrize("stated", [NEEDED, STATED])
def test_an_entry_in_full_has_all_its_fields_and_is_written_alike(stated: dict[str, Any]) -> None:
    entry = convert(stated, BriefFlow)
    assert in_full(entry) == convert(stated, Flow)
    assert in_full(in_full(entry)) == in_full(entry)
    assert to_builtins(entry) == to_builtins(in_full(entry)) == stated
    assert kind_of(entry) is kind_of(in_full(entry)) is Flow


def test_a_brief_entry_holds_only_what_its_kind_is_said_to_state() -> None:
    made = brief(Flow, ("for_", "from_", "to", "note"))
    entry = convert({**NEEDED, "note": "N"}, made)
    assert made.__struct_fields__ == ("for_", "from_", "to", "note")
    assert (entry.note, entry.title, entry.through, entry.paid, entry.access) == ("N", "", [], UNSET, "push")


def test_a_brief_entry_refuses_what_its_kind_refuses() -> None:
    for wrong in ({**NEEDED, "no-such": "x"}, {**STATED, "transport": "pigeon"}, {"for": "do", "to": "host"}):
        for kind in (BriefFlow, Flow):
            with pytest.raises(ValueError, match=r"\$|no-such|`from`"):
                convert(wrong, kind)


@pytest.mark.parametrize(("field", "answer"), [("exempt", "none"), ("keys", "org"), ("network", "public")])
def test_an_answer_is_taken_by_a_field_that_a_brief_entry_has_not(field: str, answer: str) -> None:
    little, whole = case(convert(STATED, BriefFlow)), case(convert(STATED, Flow))
    assert type_at(little, f"flows.send.{field}") == type_at(whole, f"flows.send.{field}")
    made = with_answer(little, f"flows.send.{field}", answer)
    assert made == with_answer(whole, f"flows.send.{field}", answer)
    assert made is not None
    assert getattr(made.flows["send"], field) == Value(value=answer, known="documented")


def test_no_answer_is_taken_by_what_is_no_field() -> None:
    little = case(convert(STATED, BriefFlow))
    assert type_at(little, "flows.send.kind_in_full") is None
    assert with_answer(little, "flows.send.kind_in_full", "x") is None


@pytest.mark.parametrize("field", Flow.__struct_encode_fields__)
def test_a_fact_of_a_brief_entry_is_that_of_one_that_has_all(field: str) -> None:
    little, whole = case(convert(STATED, BriefFlow)), case(convert(STATED, Flow))
    assert fact_of(little, f"flows.send.{field}") == fact_of(whole, f"flows.send.{field}")


def test_a_brief_entry_with_another_word_is_another() -> None:
    entry = convert(STATED, BriefFlow)
    assert replace(entry, title="Send") == entry
    assert replace(entry, title="Keep") != entry

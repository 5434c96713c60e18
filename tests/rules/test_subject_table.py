"""Columns of subjects hold what the fields of each hold, are read once, and those that were read are looked at first."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.rules.patterns import Mark
from auditor.rules.readers import Readers, SubjectFields
from auditor.rules.subject_table import Stated, SubjectTable
from auditor.rules.subjects import SUBJECTS
from tests.conftest import CASES, materials
from tests.rules.test_tally import flows

HOP = SUBJECTS["hop"]
TRANSPORT, CONTENT = (Mark.of(field, missing=False) for field in ("transport", "content"))


@pytest.fixture(scope="module")
def derived() -> Derived:
    return derive(build(flows(9)))


def table(derived: Derived) -> tuple[SubjectTable, Counter[str]]:
    """A table of hops, and how often each field of them was read."""
    readers, read = Readers(HOP, derived), Counter[str]()

    def counting(field: str) -> Any:
        reader = readers[field]

        def one(subject: Any) -> Any:
            read[field] += 1
            return reader(subject)

        return one

    for field in ("transport", "content"):
        readers[field] = counting(field)
    return SubjectTable(derived, readers, Stated(derived), list(HOP.each(derived))), read


def test_a_field_is_read_once_for_a_table_and_its_parts(derived: Derived) -> None:
    made, read = table(derived)
    whole = made.column("transport")
    part = made.part([1, 3])
    assert part.column("transport") == [whole[1], whole[3]]
    assert (part.rows, part.part([1]).rows) == ([1, 3], [3])
    assert read == {"transport": len(made)}


def test_what_a_subject_keeps_of_itself_is_not_read_again(derived: Derived) -> None:
    made, read = table(derived)
    assert [fields["content"] for fields in made.each] == made.column("content")
    assert read == {"content": len(made)}


def test_what_shows_a_field_that_was_read_is_looked_at_first(derived: Derived) -> None:
    made, _ = table(derived)
    assert made.read_first((TRANSPORT, CONTENT)) == [TRANSPORT, CONTENT]
    made.column("content")
    assert made.read_first((TRANSPORT, CONTENT)) == [CONTENT, TRANSPORT]
    assert made.read_first((TRANSPORT, "hosts.host0")) == ["hosts.host0", TRANSPORT]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_column_of_a_side_or_of_facts_is_that_of_each_subject(folder: Any) -> None:
    derived = derive(build(materials([folder])))
    readers, stated = Readers(HOP, derived), Stated(derived)
    made = SubjectTable(derived, readers, stated, list(HOP.each(derived)))
    each = [SubjectFields(readers, subject) for subject in made.subjects]
    for name in HOP.sides:
        assert made.side(name) == [fields.side(name) for fields in each]
    for field in HOP.fields:
        mark = Mark.of(field, missing=False)
        facts = [fields[field].proof for fields in each]
        assert made.column_of(mark) == facts
        assert made.stated(mark) == [any(map(Stated(derived).__getitem__, of_one)) for of_one in facts]

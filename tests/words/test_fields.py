"""Every field of a case has one row, and each row all its parts: what it is, its question, its clauses, whose fact it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from msgspec import Meta, Struct
from msgspec.structs import fields

from auditor.loading.schema import schema
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case, CaseFile
from auditor.model.scalars import Answer, Value
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.questions import question_on
from auditor.text.fields.base import Row, Sentences, Without
from auditor.text.fields.entries import ASKED, ENTRIES
from auditor.text.fields.structs import SECTION_OF
from auditor.text.fields.table import find, rows
from auditor.text.grammar import both
from auditor.text.vocabulary import VALUES

#: Slots that a sentence of a field may have.
SLOTS = {"it", "owner", "owned", "key", "value"}


def structs(kind: Any, found: dict[Any, None] | None = None) -> dict[Any, None]:
    """Every type of struct that `kind` holds, itself included; `Value[str]` and its like as one."""
    found = {} if found is None else found
    origin = get_origin(kind)
    if isinstance(origin, type) and issubclass(origin, Struct):
        kind = origin
    if isinstance(kind, type) and issubclass(kind, Struct):
        if kind not in found:
            found[kind] = None
            for hint in get_type_hints(kind, include_extras=True).values():
                structs(hint, found)
        return found
    for part in get_args(kind):
        structs(part, found)
    return found


OF_A_CASE = [kind for kind in structs(CaseFile) if kind is not CaseFile]
FIELDS = [(kind, field.encode_name, field.type) for kind in OF_A_CASE for field in fields(kind)]
#: Fields of a file that are words on it, and no section.
WORDS_ON_A_FILE = set(CaseFile.__struct_fields__) - set(Case.__struct_fields__) - {"expected"}


def literals(hint: Any) -> set[str]:
    """The words that a field may hold."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    if get_origin(hint) is dict or (isinstance(hint, type) and issubclass(hint, Struct)):
        return set()
    return {word for part in get_args(hint) for word in literals(part)}


def nones(hint: Any) -> bool:
    """Whether `none` may stand for a field: as one of its words, or in place of a list of references."""
    lists = [part for part in get_args(hint) if get_origin(part) is list]
    return "none" in literals(hint) or any(
        isinstance(mark, Meta) and mark.extra
        for part in lists
        for mark in getattr(get_args(part)[0], "__metadata__", ())
    )


def test_every_type_of_a_case_has_its_rows() -> None:
    missing = [
        f"{kind.__name__}: no section in auditor/text/fields/structs.py"
        for kind in OF_A_CASE
        if kind not in SECTION_OF
    ]
    assert missing == []
    assert set(SECTION_OF) == set(OF_A_CASE)


def test_every_field_has_a_row_and_every_row_its_field() -> None:
    written: dict[str, set[str]] = {section: set() for section in SECTION_OF.values()}
    for kind, name, _ in FIELDS:
        written[SECTION_OF[kind]].add(name)
    written["file"] = WORDS_ON_A_FILE
    problems = []
    for section, names in written.items():
        problems += [
            f"{section}.{name}: no row in auditor/text/fields" for name in sorted(names - set(rows(section)))
        ]
        problems += [f"{section}.{name}: a row of no field" for name in sorted(set(rows(section)) - names)]
    assert problems == []


def test_every_section_has_the_row_of_its_entries_and_nothing_asked_besides_is_a_field() -> None:
    assert set(ENTRIES) == set(Case.__struct_fields__)
    for section, asked in ASKED.items():
        if section in Case.__struct_fields__:
            assert set(asked).isdisjoint(rows(section)), section


def parts(row: Row) -> Iterator[tuple[str, Bilingual]]:
    yield "doc", row.doc
    if isinstance(row.question, Bilingual):
        yield "question", row.question
    if isinstance(row.clause, Sentences):
        if row.clause.other is not None:
            yield "clause", row.clause.other
        for value, sentence in row.clause.values.items():
            yield f"clause of {value}", sentence


ALL = [
    *(
        (f"{section}.{name}", row)
        for section in (*SECTION_OF.values(), "file")
        for name, row in rows(section).items()
    ),
    *((section, row) for section, row in ENTRIES.items()),
    *((f"{section}.{name}", row) for section, asked in ASKED.items() for name, row in asked.items()),
]


@pytest.mark.parametrize(("name", "row"), ALL, ids=[name for name, _ in ALL])
def test_each_part_of_a_row_is_said_in_both_languages_or_left_out_for_a_reason(name: str, row: Row) -> None:
    for part, text in parts(row):
        assert text.fr.strip(), (name, part)
        assert text.en.strip(), (name, part)
        assert text.fr != text.en, (name, part)
        slots = [set(re.findall(r"{(\w+)", said)) for said in (text.fr, text.en)]
        assert slots[0] == slots[1], (name, part)
        if name in ENTRIES:
            continue
        assert slots[0] <= (SLOTS if part.startswith("clause") else SLOTS - {"value"}), (name, part)
    if isinstance(row.question, Bilingual):
        assert row.question.fr.endswith(" ?"), name
        assert row.question.en.endswith("?"), name
    assert all(left.reason for left in (row.question, row.clause, row.whose) if isinstance(left, Without)), (
        name
    )


@pytest.mark.parametrize(("kind", "name", "hint"), FIELDS, ids=[f"{k.__name__}.{n}" for k, n, _ in FIELDS])
def test_a_clause_says_every_value_that_its_field_may_hold(kind: Any, name: str, hint: Any) -> None:
    clause = rows(SECTION_OF[kind])[name].clause
    if not isinstance(clause, Sentences):
        return
    words = literals(hint) - UNSETTLED
    at = f"{SECTION_OF[kind]}.{name}"
    for word in sorted(words):
        assert word in clause.values or clause.other is not None, f"{at}: no clause of {word}"
        assert word in clause.values or word in VALUES or len(word) == 1, f"{at}: no words of {word}"
    if {"true", "false"} <= words:
        assert {"true", "false"} <= set(clause.values), f"{at}: no clause of yes and of no"
    if not words or not nones(hint):
        assert clause.values or clause.other is not None, at
    if nones(hint) and Value in map(get_origin, get_args(hint)):
        assert "none" in clause.values, f"{at}: no clause of none"
    open_list = any(get_origin(part) is list for part in get_args(hint)) or not words
    assert not open_list or clause.other is not None or words, f"{at}: no clause of other values"


@pytest.mark.parametrize(("kind", "name", "hint"), FIELDS, ids=[f"{k.__name__}.{n}" for k, n, _ in FIELDS])
def test_a_clause_says_its_value_and_no_two_values_are_said_by_a_yes_alike(
    kind: Any, name: str, hint: Any
) -> None:
    clause = rows(SECTION_OF[kind])[name].clause
    if isinstance(clause, Sentences) and Answer in get_args(hint):
        assert clause.of("true").fr != clause.of("false").fr, name
        assert clause.of("true").en != clause.of("false").en, name
        negated = re.search(
            r"\b(not|no|none|nothing|never|neither|outside|lacks|only)\b", clause.of("false").en
        )
        assert negated or name == "attempted", f"{SECTION_OF[kind]}.{name}: {clause.of('false').en}"


def test_fields_are_found_by_the_path_of_a_fact() -> None:
    assert find("activities", "consent.how") is rows("activities.consent")["how"]
    assert find("hosts", "certified.hds~2.scope") is rows("certified")["scope"]
    assert find("hosts", "certified.hds") is rows("hosts")["certified"]
    assert find("activities", "needs.lab") is rows("activities")["needs"]
    assert find("activities", "content") is rows("flows")["content"]
    assert find("organisations", "") is ENTRIES["organisations"]
    with pytest.raises(KeyError):
        find("hosts", "colour")


def test_editors_show_what_each_field_is() -> None:
    definitions = schema("case")["$defs"]
    for kind, name, _ in FIELDS:
        if kind.__name__ in definitions:
            described = definitions[kind.__name__]["properties"][name]["description"]
            doc = rows(SECTION_OF[kind])[name].doc
            assert described == f"{doc.en} / {doc.fr}", (kind, name)


@pytest.mark.parametrize(
    ("who", "said"), [("ADP", "par écrit qu'ADP emploie"), ("Mailwren", "par écrit que Mailwren emploie")]
)
def test_a_question_elides_before_who_it_is_about(who: str, said: str) -> None:
    asked = question_on("agreements.allows_own_use", owner=both("Bréval"), owned=both(who))
    assert said in asked.fr

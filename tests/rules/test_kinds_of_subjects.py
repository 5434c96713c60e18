"""What rules may ask of each kind of subject: of kinds that there are, with words that there are, and all that the packs ask."""

from __future__ import annotations

from typing import get_args

from auditor.api.read import all_policies
from auditor.rules.subjects import SUBJECTS
from auditor.rules.subjects.base import FieldKind


def test_every_field_is_of_a_kind_and_every_word_of_it_is_one() -> None:
    kinds = get_args(FieldKind)
    for subject in SUBJECTS.values():
        for name, field in subject.fields.items():
            assert name, subject.name
            assert field.kind in kinds, name
            assert all(field.words), name
            assert len(set(field.words)) == len(field.words), name
            assert field.kind != "answer" or set(field.words) == {"true", "false"}, name


def test_a_kind_of_subject_has_the_name_by_which_rules_call_it() -> None:
    assert {name: subject.name for name, subject in SUBJECTS.items()} == {name: name for name in SUBJECTS}


def test_the_packs_of_the_program_ask_for_nothing_else() -> None:
    packs = all_policies()
    assert {rule.for_ for pack in packs for rule in pack.rules} <= set(SUBJECTS)
    assert packs

"""Subjects of which a side tells the same hold the same in all fields that follow from it, in any case and in every committed one.

Fields that are read once for all subjects of which the same is told hold the same by the same facts.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from auditor.api.read import knowledge_base
from auditor.graph.derive import derive
from auditor.graph.estate import build
from auditor.loading.case.load import load_case
from auditor.model.evidence import FieldValue
from auditor.model.materials import Materials, Nowhere, plain
from auditor.rules.classes import held
from auditor.rules.subjects import SUBJECTS
from tests.conftest import CASES, materials
from tests.reference.test_any_case import CASES as ANY_CASE

pytestmark = pytest.mark.slow


def differing(made: Materials) -> list[tuple[str, str]]:
    """The fields that hold different things for subjects of which their side tells the same."""
    derived = derive(build(made))
    found = []
    for kind in SUBJECTS.values():
        subjects = list(kind.each(derived))
        for side in kind.sides.values():
            known: dict[Hashable, list[Hashable]] = {}
            for subject, told in zip(subjects, side.tells(derived)(subjects), strict=True):
                if told is None:
                    continue
                holds = [held(kind.fields[name].read(derived, subject)) for name in side.fields]
                first = known.setdefault(told, holds)
                found += [
                    (kind.name, name)
                    for name, one, other in zip(side.fields, first, holds, strict=True)
                    if one != other
                ]
        for name, field in kind.fields.items():
            read: dict[Hashable, FieldValue] = {}
            told_of_each = field.by(derived)(subjects) if field.by is not None else [None] * len(subjects)
            for subject, told in zip(subjects, told_of_each, strict=True):
                value = field.read(derived, subject)
                if told is not None and read.setdefault(told, value) != value:
                    found.append((kind.name, name))
    return found


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_fields_of_a_side_hold_the_same_in_every_case(folder: Path) -> None:
    assert differing(materials([folder])) == []


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANY_CASE)
def test_fields_of_a_side_hold_the_same_in_any_case(case: dict[str, Any]) -> None:
    loaded = load_case([("case.yaml", json.dumps(case).encode())], knowledge_base())
    as_of = str(plain(loaded.case.case.as_of))
    assert differing(Materials(loaded.case, knowledge_base(), (), as_of, Nowhere())) == []

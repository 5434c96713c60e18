"""What nobody says and what is written as unknown are the same fact: the same findings, questions, tables and words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from auditor.api.assess import assess
from auditor.api.examples import materials_of, outcome_of
from auditor.api.read import all_policies, knowledge_base
from auditor.loading.case.load import load_case
from auditor.model.materials import Materials, plain
from auditor.model.policy import Example, Policy
from auditor.text.grammar import bilingual
from tests.completions import counted, said, without_unknowns
from tests.conftest import CASES, materials
from tests.reference.test_any_case import CASES as ANY_CASE

pytestmark = pytest.mark.slow

POLICIES = all_policies()
EXAMPLES = [(policy, example) for policy in POLICIES for example in policy.tests if example.unknown]
#: Examples that write their open fact as unknown; in the others it is left out, an open list, or open for another reason.
LEAST_WRITTEN = 12


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_case_says_the_same_without_what_is_written_as_unknown(folder: Path) -> None:
    made = materials([folder])
    assert said(assess(without_unknowns(made))) == said(assess(made))


def test_the_cases_write_many_facts_as_unknown() -> None:
    written = [counted(materials([folder]).case) for folder in CASES]
    assert sum(written) > 40
    assert sum(count > 0 for count in written) > 10


def example_id(part: object) -> str:
    return bilingual(part.name).en.replace(" ", "-") if isinstance(part, Example) else ""


@pytest.mark.parametrize(("policy", "example"), EXAMPLES, ids=example_id)
def test_an_example_of_what_is_unknown_is_one_of_what_is_absent(policy: Policy, example: Example) -> None:
    made = materials_of(policy, example.given, knowledge_base())
    assert said(assess(without_unknowns(made))) == said(assess(made))
    assert outcome_of(policy, example, knowledge_base()) == []


def test_some_examples_of_what_is_unknown_write_it() -> None:
    written = [
        counted(materials_of(policy, example.given, knowledge_base()).case) for policy, example in EXAMPLES
    ]
    assert sum(count > 0 for count in written) >= LEAST_WRITTEN


@pytest.mark.slow
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANY_CASE)
def test_any_case_says_the_same_without_what_is_written_as_unknown(case: dict[str, Any]) -> None:
    loaded = load_case([("case.yaml", json.dumps(case).encode())], knowledge_base())
    made = Materials(
        case=loaded.case,
        knowledge=knowledge_base(),
        policies=tuple(POLICIES),
        as_of=str(plain(loaded.case.case.as_of)),
        places=loaded.places,
        scenarios=loaded.scenarios,
    )
    assert said(assess(without_unknowns(made))) == said(assess(made))

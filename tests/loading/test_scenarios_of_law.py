"""Scenarios may end or remove dated law; what they name must be there."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.assess import hypothetical
from auditor.errors import Refused
from auditor.loading.case.load import load_case
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere
from auditor.model.result.document import Result
from tests.conftest import ROOT, tree_of

CASE: dict[str, Any] = {
    "auditor": "1",
    "case": {"id": "law", "as_of": "2024-01-01"},
    "organisations": {"shop": {"country": "FR"}},
}


def materials(knowledge: Knowledge, scenario: dict[str, Any]) -> Materials:
    loaded = load_case(
        [("case.yaml", json.dumps({**CASE, "scenarios": {"s": scenario}}).encode())], knowledge
    )
    given = Materials(
        case=loaded.case,
        knowledge=knowledge,
        policies=(),
        as_of="2024-01-01",
        places=Nowhere(),
        scenarios=loaded.scenarios,
    )
    return hypothetical(given, "s", loaded.scenarios["s"])


def test_a_decision_removed_or_ended(knowledge: Knowledge) -> None:
    assert "us-dpf" not in materials(knowledge, {"remove": ["adequacy.us-dpf"]}).knowledge.adequacy
    ended = materials(knowledge, {"set": {"adequacy.us-dpf.until": "2023-12-31"}}).knowledge
    assert ended.adequacy["us-dpf"].until == "2023-12-31"
    assert ended.adequacy["us-dpf"].decision == knowledge.adequacy["us-dpf"].decision
    assert knowledge.adequacy["us-dpf"].until == ""


def test_a_scenario_of_facts_alone_leaves_the_law(knowledge: Knowledge) -> None:
    assert materials(knowledge, {"set": {"organisations.shop.country": "DE"}}).knowledge is knowledge


def test_a_decision_in_doubt_is_supposed_gone_once(judge: Callable[..., Result]) -> None:
    tree = tree_of(ROOT / "flows" / "transfer-three-dates")
    told = [{f.culprit for f in judge(tree, "2023-09-01").findings if f.kind == "what-if"}]
    tree["scenarios"] = {"gone": {"remove": ["adequacy.us-dpf"]}}
    told.append({f.culprit for f in judge(tree, "2023-09-01").findings if f.kind == "what-if"})
    assert told == [{"without-us-dpf"}, {"gone"}]


@pytest.mark.parametrize(
    ("scenario", "message"),
    [
        ({"remove": ["adequacy.us-dfp"]}, "nothing at adequacy.us-dfp"),
        ({"set": {"adequacy.us-dpf.untill": "2023"}}, "untill"),
        ({"remove": ["adequacy.us-dpf.until"]}, "only a whole entry can"),
        ({"remove": ["adequacy.no-such", "organisations.nobody"]}, "nothing at organisations.nobody"),
    ],
)
def test_what_is_not_there_is_refused_with_its_place(
    knowledge: Knowledge, scenario: dict[str, Any], message: str
) -> None:
    with pytest.raises(Refused) as refused:
        materials(knowledge, scenario)
    problems = refused.value.problems
    assert any(message in problem.message.en for problem in problems)
    assert all(problem.path == "case.yaml" for problem in problems)
    assert len(problems) == len(scenario.get("remove", [1]))

"""Rules that met classes in one case are held against the next where its words have them read the same, and only there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.api import assess as judging
from auditor.graph.derive import derive
from auditor.graph.estate import Estate, build
from auditor.loading.case.load import case_of
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere
from auditor.rules import evaluate, rule_sets
from auditor.rules.classes import Classes
from auditor.rules.rule_sets import Rules, SharedRules
from tests.conftest import ROOT, materials

CASES = sorted(folder.name for folder in (ROOT / "flows").iterdir() if (folder / "case.yaml").is_file())
SMALL: dict[str, Any] = {
    "people": {"buyer": {}},
    "organisations": {"shop": {"country": "FR"}, "lab": {"country": "FR"}},
    "activities": {"orders": {"people": "buyer", "data": "contact", "controller": "shop"}},
    "flows": {"f": {"for": "orders", "from": "shop", "to": "lab", "transport": "none"}},
}


@pytest.fixture
def estate(knowledge: Knowledge) -> Callable[..., Estate]:
    policies = materials([ROOT / "flows" / "plaintext-hop"]).policies

    def made(day: str = "2024-01-01", **more: Any) -> Estate:
        case, _ = case_of({**SMALL, **more}, knowledge)
        return build(Materials(case, knowledge, policies, day, Nowhere()))

    return made


def test_every_case_comes_to_the_same_whatever_was_judged_before(monkeypatch: pytest.MonkeyPatch) -> None:
    read = {case: materials([ROOT / "flows" / case]) for case in CASES}
    alone = {}
    for case, given in read.items():
        monkeypatch.setattr(judging, "SHARED", SharedRules())
        alone[case] = judging.assess(given)
    monkeypatch.setattr(judging, "SHARED", SharedRules())
    for order in (CASES, CASES[::-1]):
        assert {case: judging.assess(read[case]) for case in order} == alone


def test_every_case_comes_to_the_same_where_each_subject_is_judged_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = {case: materials([ROOT / "flows" / case]) for case in CASES}
    monkeypatch.setattr(judging, "SHARED", SharedRules())
    by_class = {case: judging.assess(given) for case, given in read.items()}
    monkeypatch.setattr(judging, "SHARED", SharedRules())
    monkeypatch.setattr(Classes, "of", lambda self, fields: self._say(fields.__getitem__))
    assert {case: judging.assess(given) for case, given in read.items()} == by_class


def test_a_case_like_the_one_before_meets_no_class_anew(estate: Callable[..., Estate]) -> None:
    shared = SharedRules()

    def met(case: Estate) -> int:
        rules = shared.of(case)
        evaluate.evaluate(derive(case), rules)
        return rules.classes

    first = met(estate())
    assert first > 0
    assert met(estate()) == first
    assert met(estate(hosts={"web": {"operator": "shop"}})) > first


def test_a_case_with_words_of_its_own_has_rules_of_its_own(estate: Callable[..., Estate]) -> None:
    shared = SharedRules()
    first = shared.of(estate())
    assert shared.of(estate()) is first
    assert shared.of(estate(data={"shoe-size": {"is": "contact"}})) is not first
    assert shared.of(estate(data={"shoe-size": {"is": "unknown"}})) is not first
    assert shared.of(estate(day="2019-01-01")) is not first, "the United Kingdom was in the Union"
    assert shared.of(estate()) is first


def test_only_the_last_few_are_kept(estate: Callable[..., Estate]) -> None:
    shared = SharedRules()
    first = shared.of(estate())
    for number in range(rule_sets.MOST_KEPT):
        shared.of(estate(data={f"own-{number}": {"is": "contact"}}))
    assert shared.of(estate()) is not first


def test_rules_that_met_very_many_classes_are_left(
    estate: Callable[..., Estate], monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = SharedRules()
    first = shared.of(estate())
    monkeypatch.setattr(Rules, "classes", rule_sets.MOST_CLASSES + 1)
    assert shared.of(estate()) is not first


@pytest.mark.parametrize(
    ("few", "together", "at_a_time"),
    [(0, 256, 1024), (0, 256, 1), (0, 0, 1024), (5, 3, 2)],
    ids=["together", "by side", "one by one", "all in turn"],
)
def test_every_case_comes_to_the_same_however_classes_are_told_apart(
    few: int, together: int, at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = {case: materials([ROOT / "flows" / case]) for case in CASES}
    monkeypatch.setattr(judging, "SHARED", SharedRules())
    as_ever = {case: judging.assess(given) for case, given in read.items()}
    monkeypatch.setattr(judging, "SHARED", SharedRules())
    monkeypatch.setattr(rule_sets, "FEW_SUBJECTS", few)
    monkeypatch.setattr(rule_sets, "MOST_TOGETHER", together)
    monkeypatch.setattr(evaluate, "FEW_SUBJECTS", max(few, 1))
    monkeypatch.setattr(evaluate, "AT_A_TIME", at_a_time)
    assert {case: judging.assess(given) for case, given in read.items()} == as_ever


@pytest.mark.parametrize("name", CASES)
def test_a_rule_counts_the_same_whether_its_subjects_are_listed_or_counted_by_class(name: str) -> None:
    derived = derive(build(materials([ROOT / "flows" / name])))
    rules = Rules(derived.estate)
    listed, counted = (evaluate.evaluate(derived, rules, listing=listing).judged for listing in (True, False))
    assert {rule: (found.applicable, found.decided) for rule, found in listed.items()} == {
        rule: (found.applicable, found.decided) for rule, found in counted.items()
    }
    assert all(len(found.subjects or ()) == found.applicable for found in listed.values())


def test_under_no_regime_no_rule_counts_anything(estate: Callable[..., Estate]) -> None:
    derived = derive(estate(case={"id": "c", "as_of": "2024-01-01", "regime": "none"}))
    assert derived.regimes.single == "none"
    found = evaluate.evaluate(derived, Rules(derived.estate))
    assert (found.matches, sum(judged.applicable for judged in found.judged.values())) == ([], 0)


def test_all_rules_about_a_kind_tell_many_flows_alike_by_a_handful_of_classes(
    estate: Callable[..., Estate], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    one_by_one = rule_sets.RulesOfKind._one_by_one

    def counted(self: Any, get: Any) -> Any:
        looks.append(1)
        return one_by_one(self, get)

    monkeypatch.setattr(rule_sets.RulesOfKind, "_one_by_one", counted)
    monkeypatch.setattr(rule_sets, "FEW_SUBJECTS", 0)
    monkeypatch.setattr(evaluate, "FEW_SUBJECTS", 1)

    def needed(flows: int) -> int:
        looks.clear()
        many = {f"f{n}": {**SMALL["flows"]["f"], "transport": ("none", "tls")[n % 2]} for n in range(flows)}
        derived = derive(estate(flows=many))
        evaluate.evaluate(derived, Rules(derived.estate))
        return len(looks)

    assert needed(4) == needed(200)

"""The only road to a verdict: from materials to a result, nothing else read and nothing written."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.judging.gate import Threshold
from auditor.judging.standing import Before
from auditor.judging.verdict import verdict
from auditor.loading.overlay import changed
from auditor.model.case import Case
from auditor.model.materials import Materials
from auditor.model.result import Result
from auditor.model.vocabulary import Known
from auditor.rules.evaluate import Match, evaluate
from auditor.rules.subjects import SUBJECTS
from auditor.rules.subjects.scenario import WITHOUT


def assess(
    materials: Materials, *, fail_on: str = "high", min_confidence: Known = "declared", before: Before | None = None
) -> Result:
    """Give the result of holding the case against the policies, on its date, with what each scenario would change.

    With `before`, only what is new or worse than what was known then may fail.
    """
    derived, matches = judged(materials)
    return verdict(derived, matches, Threshold(fail_on, min_confidence, before))


def judged(materials: Materials) -> tuple[Derived, list[Match]]:
    """Give what is derived and every match of every rule, those about scenarios included."""
    derived = derive(build(materials))
    matches = evaluate(derived, materials.policies)
    before = {(match.rule.id, match.culprit) for match in matches if match.truth.value is True}
    for name, case in sorted(materials.scenarios.items()):
        _suppose(derived, name, hypothetical(materials, name, case), before, SUBJECTS.keys())
    for decision in _in_doubt(derived):
        _suppose(derived, f"{WITHOUT}{decision}", _without(materials, decision), before, {"transfer"})
    if derived.effects:
        matches += evaluate(derived, materials.policies, {"scenario"})
        matches.sort(key=lambda match: (match.rule.id, match.culprit, match.id))
    return derived, matches


def hypothetical(materials: Materials, name: str, case: Case) -> Materials:
    """Give the materials with the case swapped for that of a scenario, and the knowledge as the scenario changes it."""
    knowledge = changed(materials.knowledge, materials.case.scenarios[name])
    return replace(materials, case=case, knowledge=knowledge, scenarios={}, hypothesis=name)


def _in_doubt(derived: Derived) -> list[str]:
    """Give the decisions that a transfer of the case relies on and that something pending may end, unless the case asks."""
    materials = derived.estate.materials
    watched = {name for name, decision in materials.knowledge.adequacy.items() if decision.watch}
    told = any(rule.for_ == "scenario" for policy in materials.policies for rule in policy.rules)
    if materials.hypothesis or not told or not watched:
        return []
    asked = {route for scenario in materials.case.scenarios.values() for route in scenario.remove}
    return [name for name in derived.grounds.relied if name in watched and f"adequacy.{name}" not in asked]


def _without(materials: Materials, decision: str) -> Materials:
    kept = {name: entry for name, entry in materials.knowledge.adequacy.items() if name != decision}
    knowledge = replace(materials.knowledge, adequacy=kept)
    return replace(materials, knowledge=knowledge, scenarios={}, hypothesis=f"{WITHOUT}{decision}")


def _suppose(
    derived: Derived, name: str, materials: Materials, before: set[tuple[str, str]], subjects: Collection[str]
) -> None:
    matches = evaluate(derive(build(materials)), materials.policies, subjects)
    shown = {(match.rule.id, match.culprit) for match in matches if match.truth.value is True} - before
    asked = {(match.rule.id, match.culprit) for match in matches if match.truth.value is None} - before - shown
    derived.effects[name] = tuple(f"{rule} ({culprit})" for rule, culprit in sorted(shown))
    derived.doubts[name] = tuple(f"{rule} ({culprit})" for rule, culprit in sorted(asked))

"""The only road to a verdict: from materials to a result, nothing else read and nothing written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from auditor.graph.derive import Derived, Supposed, derive
from auditor.graph.estate import build
from auditor.judging.baseline_status import Before
from auditor.judging.findings import outlines
from auditor.judging.gate import Threshold
from auditor.judging.verdict import verdict
from auditor.loading.case.scenarios import changed
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.vocabulary import Known
from auditor.rules.evaluate import SHARED, Evaluation, Match, evaluate
from auditor.rules.subjects import SUBJECTS
from auditor.rules.subjects.scenario import WITHOUT
from auditor.text.grammar import bilingual

#: A rule and a culprit: what makes a finding the same one, and what the findings of a case come to.
Key = tuple[str, str]
Outlines = dict[Key, tuple[object, ...]]


def assess(
    materials: Materials,
    *,
    fail_on: str = "high",
    min_confidence: Known = "declared",
    fail_on_open: str = "never",
    min_decided: int = 0,
    before: Before | None = None,
    points_told: bool = True,
) -> Result:
    """Give the result of holding the case against the policies, on its date, with what each scenario would change.

    With `before`, only what is new or worse than what was known then may fail. Without `points_told`, open points come
    without their words and their proof, as most formats only count them; all are told where one of them may fail.
    """
    listing = before is not None and before.applied is not None
    derived, evaluation = judged(materials, listing=listing)
    threshold = Threshold(
        fail_on=fail_on,
        min_confidence=min_confidence,
        fail_on_open=fail_on_open,
        min_decided=min_decided,
        before=before,
    )
    told = points_told or before is not None or fail_on_open != "never"
    return verdict(derived, evaluation, threshold, points_told=told)


def applied(materials: Materials) -> frozenset[tuple[str, str]]:
    """Give the rules and subjects of a case that apply to one another."""
    return judged(replace(materials, scenarios={}), listing=True)[1].applied


def judged(materials: Materials, *, listing: bool = False) -> tuple[Derived, Evaluation]:
    """Give what is derived and the evaluation of every rule, those about scenarios included."""
    derived = derive(build(materials))
    rules = SHARED.of(derived.estate)
    evaluation = evaluate(derived, rules, listing=listing)
    matches = evaluation.matches
    supposed: list[tuple[str, Materials, Collection[str]]] = [
        (name, hypothetical(materials, name, case), SUBJECTS.keys())
        for name, case in sorted(materials.scenarios.items())
    ]
    supposed += [(f"{WITHOUT}{name}", _without(materials, name), {"transfer"}) for name in _in_doubt(derived)]
    if supposed:
        now, shown = outlines(derived, matches), _those(matches, value=True)
        derived.effects = {
            name: _suppose(materials, _evaluated(swapped, subjects), now, shown)
            for name, swapped, subjects in supposed
        }
        evaluation = evaluation.with_more(evaluate(derived, rules, {"scenario"}))
    return derived, evaluation


def hypothetical(materials: Materials, name: str, case: Case) -> Materials:
    """Give the materials with the case swapped for that of a scenario, and the knowledge as the scenario changes it."""
    knowledge = changed(materials.knowledge, materials.case.scenarios[name])
    return replace(materials, case=case, knowledge=knowledge, scenarios={}, hypothesis=name)


def _in_doubt(derived: Derived) -> list[str]:
    """Return the decisions that a transfer relies on and a pending matter may end, without those the case has a scenario for."""
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


def _evaluated(materials: Materials, subjects: Collection[str]) -> tuple[Outlines, list[Match]]:
    """Give what the findings of materials come to, with the matches that they are made of."""
    derived = derive(build(materials))
    matches = evaluate(derived, SHARED.of(derived.estate), subjects).matches
    return outlines(derived, matches), matches


def _suppose(
    materials: Materials, supposed: tuple[Outlines, list[Match]], now: Outlines, shown: set[Key]
) -> Supposed:
    then, matches = supposed
    appearing = _those(matches, value=True)
    titles = {rule.id: bilingual(rule.title) for policy in materials.policies for rule in policy.rules}
    return Supposed(
        appears=_titled(appearing - now.keys(), titles),
        changes=_titled((key for key in then.keys() & now.keys() if then[key] != now[key]), titles),
        asks=_titled(_those(matches, value=None) - shown - appearing, titles),
        worsens=bool(appearing - shown),
    )


def _those(matches: list[Match], *, value: bool | None) -> set[Key]:
    return {(match.rule.id, match.key) for match in matches if match.truth.value is value}


def _titled(keys: Iterable[Key], titles: Mapping[str, Bilingual]) -> tuple[tuple[Bilingual, str], ...]:
    return tuple((titles[rule], culprit) for rule, culprit in sorted(keys))

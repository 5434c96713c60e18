"""The only road to a verdict: from materials to a result, nothing else read and nothing written."""

from __future__ import annotations

from msgspec.structs import replace

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.judging.gate import Threshold
from auditor.judging.standing import Before
from auditor.judging.verdict import verdict
from auditor.model.case import Case
from auditor.model.materials import Materials
from auditor.model.result import Result
from auditor.model.vocabulary import Known
from auditor.rules.evaluate import Match, evaluate


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
    before = {(match.rule.id, match.culprit) for match in matches}
    for name, case in sorted(materials.scenarios.items()):
        derived.effects[name] = _appearing(hypothetical(materials, name, case), before)
    if derived.effects:
        matches += evaluate(derived, materials.policies, {"scenario"})
        matches.sort(key=lambda match: (match.rule.id, match.culprit, match.id))
    return derived, matches


def hypothetical(materials: Materials, name: str, case: Case) -> Materials:
    """Give the materials with the case swapped for that of a scenario."""
    return replace(materials, case=case, scenarios={}, hypothesis=name)


def _appearing(materials: Materials, before: set[tuple[str, str]]) -> tuple[str, ...]:
    matches = evaluate(derive(build(materials)), materials.policies)
    after = {(match.rule.id, match.culprit) for match in matches if match.truth.value is True}
    return tuple(f"{rule} ({culprit})" for rule, culprit in sorted(after - before))

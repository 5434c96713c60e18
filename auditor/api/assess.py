"""The only road to a verdict: from materials to a result, nothing else read and nothing written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from msgspec.structs import replace

from auditor.graph.derive import Derived, Supposed, derive
from auditor.graph.estate import build
from auditor.judging.baseline_status import Before
from auditor.judging.findings import outlines
from auditor.judging.gate import Threshold
from auditor.judging.verdict import verdict
from auditor.loading.case.scenarios import changed
from auditor.loading.files.document import collector_paused
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.result.findings import PointsTold
from auditor.model.result.shown import WHOLE, Shown
from auditor.model.vocabulary import Known
from auditor.rules.evaluate import evaluate, matches_of
from auditor.rules.matches import Evaluation, Match
from auditor.rules.rule_sets import SHARED, Rules
from auditor.rules.subjects import SUBJECTS
from auditor.rules.subjects.scenario import WITHOUT
from auditor.rules.touched import touched
from auditor.text.grammar import bilingual

#: What a decision that a transfer relies on may change.
TRANSFERS: Final = frozenset({"transfer"})
#: A rule and a culprit: what makes a finding the same one, and what the findings of a case come to.
Key = tuple[str, str]
Outlines = dict[Key, tuple[object, ...]]
Evaluated = tuple[Derived, Evaluation]
#: What is told of each scenario of a case while it is there: its name, the case as it is, and as the scenario has it.
Supposing = Callable[[str, Evaluated, Evaluated], None]


@collector_paused()
def assess(
    materials: Materials,
    *,
    fail_on: str = "high",
    min_confidence: Known = "declared",
    fail_on_open: str = "never",
    min_decided: int = 0,
    before: Before | None = None,
    shown: Shown = WHOLE,
    supposing: Supposing | None = None,
) -> Result:
    """Give the result of holding the case against the policies, on its date, with what each scenario would change.

    With `before`, only what is new or worse than what was known then may fail. Tables that are not `shown` are not made. Open points
    that are not shown come without their words and their proof, as most formats only count them; all are told where one of them
    may fail, where an exception may hold for one, and where the case is held against itself as it was, of which a finding may be open now.
    `supposing` is told of each scenario.
    """
    listing = before is not None and before.applied is not None
    compared = before is not None and before.then is not None
    may_matter = compared or fail_on_open != "never" or materials.exceptions
    if may_matter:
        shown = replace(shown, points="all", premises=True, worded=True, in_full=True)
    derived, evaluation = judged(materials, listing=listing, points_told=shown.points, supposing=supposing)
    threshold = Threshold(
        fail_on=fail_on,
        min_confidence=min_confidence,
        fail_on_open=fail_on_open,
        min_decided=min_decided,
        before=before,
    )
    return verdict(derived, evaluation, threshold, shown=shown)


@collector_paused()
def judged(
    materials: Materials,
    *,
    listing: bool = False,
    points_told: PointsTold = "all",
    supposing: Supposing | None = None,
) -> Evaluated:
    """Give what is derived and the evaluation of every rule, those about scenarios included; `supposing` is told of each.

    There are matches of the open points that are among `points_told`, and of all those that a scenario is compared with. Where no
    rule speaks of scenarios, they are judged for `supposing` alone.
    """
    derived = derive(build(materials))
    rules = SHARED.of(derived.estate)
    spoken_of = bool(rules.about({"scenario"}))
    scenarios = materials.scenarios if spoken_of or supposing else {}
    doubted = _in_doubt(derived) if spoken_of else []
    compared = SUBJECTS.keys() if scenarios else TRANSFERS if doubted else ()
    evaluation = evaluate(derived, rules, listing=listing, points_told=points_told, compared=compared)
    if not compared:
        return derived, evaluation
    now, shown = outlines(derived, evaluation.matches), _those(evaluation.matches, established=True)
    built_in = {
        f"{WITHOUT}{name}": _suppose(derive(build(_without(materials, name))), TRANSFERS, now, shown)
        for name in doubted
    }
    derived.effects = built_in
    as_it_is = (derived, _with_effects(derived, rules, evaluation) if supposing else evaluation)

    def effect(name: str, case: Case) -> Supposed:
        then = derive(build(hypothetical(materials, name, case)))
        if supposing is None:
            return _suppose(then, touched(derived.estate, then.estate), now, shown)
        evaluated = evaluate(then, SHARED.of(then.estate))
        supposing(name, as_it_is, (then, evaluated))
        return _supposed(then, evaluated.matches, now, shown)

    own = {name: effect(name, case) for name, case in sorted(scenarios.items())}
    derived.effects = {**own, **built_in}
    return derived, _with_effects(derived, rules, evaluation)


def _with_effects(derived: Derived, rules: Rules, evaluation: Evaluation) -> Evaluation:
    """Add the evaluation of the rules about scenarios, of those whose effects are known."""
    return evaluate(derived, rules, {"scenario"}, after=evaluation)


def hypothetical(materials: Materials, name: str, case: Case) -> Materials:
    """Give the materials with the case swapped for that of a scenario, and the knowledge as the scenario changes it."""
    knowledge = changed(materials.knowledge, materials.case.scenarios[name])
    return replace(materials, case=case, knowledge=knowledge, scenarios={}, hypothesis=name)


def _in_doubt(derived: Derived) -> list[str]:
    """Return the decisions that a transfer relies on and a pending matter may end, without those the case has a scenario for."""
    materials = derived.estate.materials
    watched = {name for name, decision in materials.knowledge.adequacy.items() if decision.watch}
    if materials.hypothesis or not watched:
        return []
    asked = {route for scenario in materials.case.scenarios.values() for route in scenario.remove}
    return [name for name in derived.grounds.relied if name in watched and f"adequacy.{name}" not in asked]


def _without(materials: Materials, decision: str) -> Materials:
    kept = {name: entry for name, entry in materials.knowledge.adequacy.items() if name != decision}
    knowledge = replace(materials.knowledge, adequacy=kept)
    return replace(materials, knowledge=knowledge, scenarios={}, hypothesis=f"{WITHOUT}{decision}")


def _suppose(derived: Derived, subjects: Collection[str], now: Outlines, shown: set[Key]) -> Supposed:
    """Give what a state would do to findings, where it touches none but `subjects`."""
    return _supposed(derived, matches_of(derived, SHARED.of(derived.estate), subjects), now, shown)


def _supposed(derived: Derived, matches: list[Match], now: Outlines, shown: set[Key]) -> Supposed:
    """Give what a state would do to findings by its matches with all subjects that it touches."""
    then = outlines(derived, matches)
    appearing = _those(matches, established=True)
    policies = derived.estate.materials.policies
    titles = {rule.id: bilingual(rule.title) for policy in policies for rule in policy.rules}
    return Supposed(
        appears=_titled(appearing - now.keys(), titles),
        changes=_titled((key for key in then.keys() & now.keys() if then[key] != now[key]), titles),
        asks=_titled(_those(matches, established=False) - shown - appearing, titles),
        worsens=bool(appearing - shown),
    )


def _those(matches: list[Match], *, established: bool) -> set[Key]:
    return {(match.rule.id, match.key) for match in matches if match.established == established}


def _titled(keys: Iterable[Key], titles: Mapping[str, Bilingual]) -> tuple[tuple[Bilingual, str], ...]:
    return tuple((titles[rule], culprit) for rule, culprit in sorted(keys))

"""The tests inside packs of rules: small cases, and what each rule must say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.api.assess import judged
from auditor.api.read import all_policies, knowledge_base
from auditor.errors import NothingToCheck, Refused
from auditor.loading.case.load import case_of
from auditor.loading.files.folder import yaml_files
from auditor.loading.policy_files import load_policies
from auditor.model.bilingual import Bilingual
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere, plain
from auditor.model.policy import Example, Policy
from auditor.rules.language.validate import problems
from auditor.rules.matches import Match
from auditor.text import rule_tests as words
from auditor.text.grammar import bilingual, both
from auditor.text.problems.usage import NO_TESTS


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the tests went: a line for each failure, and counts."""

    lines: list[Bilingual]
    passed: int
    failed: int


def run(paths: Sequence[Path] = ()) -> Outcome:
    """Run the tests of the packs at `paths`, or of those that come with the program. Raises NothingToCheck if there are none."""
    knowledge = knowledge_base()
    policies = load_policies(yaml_files(paths), knowledge, problems) if paths else all_policies()
    lines: list[Bilingual] = []
    passed = 0
    for policy in policies:
        for example in policy.tests:
            wrong = outcome_of(policy, example, knowledge)
            passed += not wrong
            name = bilingual(example.name)
            lines.extend(words.LINE(pack=policy.policy, example=name, line=line) for line in wrong)
    failed = sum(len(policy.tests) for policy in policies) - passed
    if not passed and not failed:
        raise NothingToCheck(NO_TESTS())
    return Outcome(lines, passed, failed)


def materials_of(policy: Policy, given: dict[str, Any], knowledge: Knowledge) -> Materials:
    """Give the small case that an example gives, ready to be judged by its pack. Raises Refused."""
    case, scenarios = case_of(given, knowledge)
    return Materials(
        case=case,
        knowledge=knowledge,
        policies=(policy,),
        as_of=str(plain(case.case.as_of)),
        places=Nowhere(),
        scenarios=scenarios,
    )


def outcome_of(policy: Policy, example: Example, knowledge: Knowledge) -> list[Bilingual]:
    """Give what the example expects and does not get; empty when it passes."""
    try:
        materials = materials_of(policy, example.given, knowledge)
    except Refused as refused:
        return [words.REFUSED(message=problem.message) for problem in refused.problems]
    matches = judged(materials)[1].matches
    wrong = [
        line for rule, names in example.expect.items() for line in _differs(matches, rule, names, shown=True)
    ]
    wrong += [
        line
        for rule, names in example.unknown.items()
        for line in _differs(matches, rule, names, shown=False)
    ]
    for rule in example.silent:
        wrong += [words.NOT_SILENT(rule=rule, subject=m.id) for m in matches if m.rule.id == rule]
    return wrong


def _differs(matches: list[Match], rule: str, names: list[str], *, shown: bool) -> list[Bilingual]:
    found = [m for m in matches if m.rule.id == rule and m.established == shown]
    culprits, subjects = {m.culprit for m in found}, {m.id for m in found}
    parts = {part for m in found for part in m.key.split("+")}
    if set(names) in (culprits, subjects) or (found and set(names) <= parts):
        return []
    said = words.NOT_ESTABLISHED if shown else words.NOT_IN_DOUBT
    met = both(", ".join(sorted(culprits))) if culprits else words.NOTHING()
    return [said(rule=rule, wanted=both(", ".join(names)), met=met)]

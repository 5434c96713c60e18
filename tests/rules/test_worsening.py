"""Rules on roles, keys and control are monotone: worsening a fact never removes a finding, nor does unknown silence it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from auditor.api.assess import assess, judged
from auditor.api.examples import materials_of
from auditor.api.read import all_policies, knowledge_base
from auditor.errors import Refused
from auditor.judging.open_points import open_facts
from auditor.model.policy import Example, Policy
from auditor.text.grammar import bilingual

Tree = dict[str, Any]
KNOWLEDGE = knowledge_base()
PACKS = [policy for policy in all_policies() if policy.policy in ("roles", "sovereignty")]
EXAMPLES = [(policy, example) for policy in PACKS for example in policy.tests if example.expect]
#: What makes matters worse, or more of the same: never a reason to say less.
WORSE: dict[str, Tree] = {
    "large": {"activities.*.scale": "large"},
    "health": {"activities.*.data": ["contact", "health"]},
    "more-own-use": {"activities.*.own_use": ["mailer", "scribe", "cloud-fr", "printer", "racks"]},
    "no-contract": {"agreements.*.signed": "false"},
    "incomplete": {"agreements.*.complete": "false"},
    "no-exit": {"agreements.*.exit_clause": "false"},
    "refused": {"agreements.*.authorised": "false"},
    "not-allowed": {"agreements.*.allows_own_use": "false"},
    "seen-from-abroad": {"organisations.*.access_from": ["US", "CN"]},
    "present-abroad": {"organisations.*.presence": ["US", "CN"]},
    "no-retention": {"activities.*.retention": None},
}


def entries(part: Any) -> Iterator[Tree]:
    yield from part if isinstance(part, list) else part.values()


def worsened(given: Tree, changes: Tree) -> Tree:
    made = copy.deepcopy(given)
    for route, value in changes.items():
        section, _, field = route.split(".")
        for entry in entries(made.get(section, {})):
            if section == "agreements" and entry["is"] not in ("processing", "hosting"):
                continue
            if value is None:
                entry.pop(field, None)
            elif isinstance(value, list) and field == "own_use":
                entry[field] = [name for name in value if name in made["organisations"]] or "none"
            else:
                entry[field] = value
    return made


def said(policy: Policy, given: Tree) -> dict[str, set[bool | None]]:
    found: dict[str, set[bool | None]] = {}
    for match in judged(materials_of(policy, given, KNOWLEDGE))[1].matches:
        found.setdefault(match.rule.id, set()).add(match.established or None)
    return found


def example_id(part: object) -> str:
    return bilingual(part.name).en.replace(" ", "-") if isinstance(part, Example) else ""


@pytest.mark.parametrize("worse", sorted(WORSE))
@pytest.mark.parametrize(("policy", "example"), EXAMPLES, ids=example_id)
def test_worsening_never_removes_a_finding(policy: Policy, example: Example, worse: str) -> None:
    after = said(policy, worsened(example.given, WORSE[worse]))
    lost = {rule for rule in example.expect if True not in after.get(rule, set())}
    assert not lost


def facts(tree: Tree) -> Iterator[tuple[Any, ...]]:
    for section in ("organisations", "ownership", "activities", "hosts", "flows", "agreements", "notices"):
        part = tree.get(section, {})
        for key in range(len(part)) if isinstance(part, list) else part:
            yield from (
                (section, key, field)
                for field in part[key]
                if field not in ("between", "is", "owner", "of", "for", "by")
            )


@pytest.mark.parametrize(("policy", "example"), EXAMPLES, ids=example_id)
def test_unknown_never_turns_a_finding_into_silence(policy: Policy, example: Example) -> None:
    silent: list[tuple[Any, ...]] = []
    for section, key, field in facts(example.given):
        given = copy.deepcopy(example.given)
        given[section][key][field] = "unknown"
        try:
            materials = materials_of(policy, given, KNOWLEDGE)
        except Refused:
            continue
        result = assess(materials, fail_on="never")
        hanging = {rule for asked in result.questions for rule in asked.rules}
        asked = any(fact.fact.endswith(f".{field}") for fact in open_facts(result.questions, dormant=True))
        established = {f.rule for f in result.findings if f.outcome in ("established", "hypothetical")}
        silent += [
            (rule, section, key, field)
            for rule in example.expect
            if rule not in established | hanging and not asked
        ]
    assert not silent

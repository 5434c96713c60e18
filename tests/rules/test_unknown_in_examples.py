"""In the examples of these packs, a fact made unknown turns a finding into a question, never into silence."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from auditor.api.assess import judged
from auditor.api.read import all_policies, knowledge_base
from auditor.errors import Refused
from auditor.loading.case.load import case_of
from auditor.model.materials import Materials, Nowhere, plain
from auditor.model.policy import Example, Policy
from auditor.text.grammar import bilingual

PACKS = ("gdpr", "gdpr-consent", "gdpr-data", "third-parties")
EXAMPLES = [(p, e) for p in all_policies() if p.policy in PACKS for e in p.tests if e.expect]
SECTIONS = ("people", "organisations", "activities", "hosts", "flows", "notices", "questions")
#: What a fact is about, not what it says.
ASIDE = {"for", "by", "title", "asked", "kind"}
#: Where the fact is who the rule would speak of, there is nobody left to speak of; the fact itself is asked.
NOBODY = {("TPS-003", "recipients"), ("TRN-003", "through")}


def facts(given: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for section in SECTIONS:
        for name, entity in given.get(section, {}).items():
            for field, value in entity.items():
                if field in ASIDE or (section, field) == ("questions", "to"):
                    continue
                if isinstance(value, dict):
                    yield from ((section, name, field, part) for part in value)
                else:
                    yield (section, name, field)


def matched(policy: Policy, given: dict[str, Any]) -> dict[str, set[bool | None]]:
    case, scenarios = case_of(given, knowledge_base())
    materials = Materials(
        case=case,
        knowledge=knowledge_base(),
        policies=(policy,),
        as_of=str(plain(case.case.as_of)),
        places=Nowhere(),
        scenarios=scenarios,
    )
    found: dict[str, set[bool | None]] = {}
    for match in judged(materials)[1].matches:
        found.setdefault(match.rule.id, set()).add(match.established or None)
        assert match.established or match.unsettled, match
    return found


@pytest.mark.parametrize(
    ("policy", "example"), EXAMPLES, ids=lambda x: bilingual(x.name).en if isinstance(x, Example) else ""
)
def test_unknown_never_silences_an_example(policy: Policy, example: Example) -> None:
    tried = 0
    for route in facts(example.given):
        changed = copy.deepcopy(example.given)
        node: Any = changed
        for step in route[:-1]:
            node = node[step]
        node[route[-1]] = "unknown"
        try:
            found = matched(policy, changed)
        except Refused:
            continue
        tried += 1
        silent = [rule for rule in example.expect if rule not in found and (rule, route[2]) not in NOBODY]
        assert not silent, (route, silent)
    assert tried

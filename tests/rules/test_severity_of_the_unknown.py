"""Over the whole catalogue: a fact made unknown or left out never makes a finding graver as a fact, nor less grave at most."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from auditor.api.assess import judged
from auditor.api.examples import materials_of
from auditor.api.read import all_policies, knowledge_base
from auditor.errors import Refused
from auditor.model.policy import Policy
from auditor.model.vocabulary import gravity
from auditor.rules.matches import Match

BASE = knowledge_base()
SECTIONS = (
    "people",
    "organisations",
    "activities",
    "hosts",
    "flows",
    "notices",
    "data",
    "agreements",
    "claims",
)
#: What a fact is about, when it holds, or what it is by default: without it, another fact is stated.
ASIDE = {
    "for",
    "by",
    "between",
    "is",
    "title",
    "quote",
    "says",
    "kind",
    "since",
    "until",
    "from",
    "to",
    "through",
}


def facts(given: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for section in SECTIONS:
        held = given.get(section, {})
        for name, entity in held.items() if isinstance(held, dict) else enumerate(held):
            for field in entity:
                if field not in ASIDE:
                    yield section, name, field


def matches(policy: Policy, given: dict[str, Any]) -> dict[tuple[str, str, str], Match]:
    return {(m.rule.id, m.key, m.id): m for m in judged(materials_of(policy, given, BASE))[1].matches}


def less_known(given: dict[str, Any], route: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    section, name, field = route
    absent = copy.deepcopy(given)
    del absent[section][name][field]
    yield absent
    unknown = copy.deepcopy(given)
    unknown[section][name][field] = "unknown"
    yield unknown


@pytest.mark.parametrize("policy", all_policies(), ids=lambda policy: policy.policy)
def test_less_known_is_never_graver_as_a_fact(policy: Policy) -> None:
    wrong, opened = [], set()
    for example in policy.tests:
        if not example.expect:
            continue
        known = {key: m for key, m in matches(policy, example.given).items() if m.established}
        for route in facts(example.given):
            for given in less_known(example.given, route):
                try:
                    found = matches(policy, given)
                except Refused:
                    continue
                for key, before in known.items():
                    after = found.get(key)
                    if after is None:
                        continue
                    opened |= {key[0]} if after.grave.floor != after.grave.ceiling else set()
                    graver = after.established and gravity(after.grave.floor) > gravity(before.grave.floor)
                    milder = gravity(after.grave.ceiling) < gravity(before.grave.ceiling)
                    if graver or milder:
                        wrong.append((key, route, before.grave, after.grave))
    assert [(k, r, b.floor, b.ceiling, a.floor, a.ceiling) for k, r, b, a in wrong] == []
    ladders = {rule.id for rule in policy.rules if isinstance(rule.severity, dict)}
    assert opened <= ladders
    assert bool(opened) == bool(ladders)

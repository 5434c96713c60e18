"""Rules that may find less: what is surely as strict is not reported, anything else is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from auditor.judging.implication import implies
from auditor.judging.policy_changes import loosened
from auditor.model.policy import Example, Policy, Rule

RULE = Rule(
    id="own/TRN-001",
    title="t",
    kind="gap",
    about="flow",
    for_="hop",
    severity={"high": {"network": "public"}, "low": "else"},
    message="m",
    why="w",
    law=["gdpr.5"],
    when={"carries": ["health", "identity"]},
    forbid={"transport": ["none", "unknown-tls"]},
    unless={"network": "same-machine", "same_operator": "true"},
    gate="true",
)


def changes(gates: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()), **changed: Any) -> list[str]:
    found = loosened([Policy("own", "t", rules=[RULE])], [Policy("own", "t", rules=[replace(RULE, **changed)])], *gates)
    assert {change.rule for change in found} <= {RULE.id}
    return [change.what.en for change in found]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"when": {"carries": ["health"]}}, "`when` may apply to fewer cases"),
        ({"when": {"carries": ["health", "identity"], "network": "public"}}, "`when` may apply to fewer cases"),
        ({"forbid": {"transport": "none"}}, "the rule may require or forbid less"),
        ({"forbid": UNSET, "require": {"transport": "tls"}}, "the rule may require or forbid less"),
        ({"unless": {"network": "same-machine"}}, "`unless` may set aside more cases"),
        ({"unless": {"network": ["same-machine", "private"], "same_operator": "true"}}, "`unless` may set aside more cases"),
        ({"severity": {"medium": {"network": "public"}, "low": "else"}}, "the severity may be lower"),
        ({"severity": {"high": {"network": "private"}, "low": "else"}}, "the severity may be lower"),
        ({"severity": "medium"}, "the severity may be lower"),
        ({"gate": "false"}, "the rule may fail a build less often"),
        ({"gate": {"network": "public"}}, "the rule may fail a build less often"),
        ({"kind": "what-if"}, "the rule speaks of something else"),
        ({"for_": "host"}, "the rule speaks of something else"),
    ],
)
def test_what_may_find_less(changed: dict[str, Any], said: str) -> None:
    assert changes(**changed) == [said]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"title": "another", "message": "another", "law": []},
        {"when": {}},
        {"when": {"carries": ["health", "identity", "contact"]}},
        {"forbid": {"transport": ["none", "unknown-tls", "tls"]}},
        {"unless": {}},
        {"unless": {"network": "same-machine", "same_operator": "true", "embedded": "false"}},
        {"severity": "high"},
        {"severity": {"critical": {"network": "public"}, "medium": "else"}},
    ],
)
def test_what_is_surely_as_strict(changed: dict[str, Any]) -> None:
    assert changes(**changed) == []


def test_a_rule_that_goes_and_a_gate_that_a_case_drops() -> None:
    before = [Policy("own", "t", rules=[RULE])]
    assert [c.what.en for c in loosened(before, [])] == ["the rule is no longer applied"]
    assert loosened([], before) == []
    silent = replace(RULE, gate="false")
    pack = [Policy("own", "t", rules=[silent])]
    assert [c.before for c in loosened(pack, pack, [RULE.id], [])] == ["case.gate"]
    assert loosened(pack, pack, [], [RULE.id]) == []
    assert loosened(before, before, [RULE.id], []) == []
    assert loosened(before, pack, [], [RULE.id]) == []


def test_tests_that_go() -> None:
    example = Example(name="a test", given={"flows": {}}, expect={RULE.id: ["x"]})
    before = [Policy("own", "t", rules=[RULE], tests=[example])]
    assert [(c.what.en, c.before) for c in loosened(before, [Policy("own", "t", rules=[RULE])])] == [
        ("a test of the rule is gone or has changed", "a test")
    ]
    renamed = Policy("own", "t", rules=[RULE], tests=[replace(example, name="another name")])
    assert loosened(before, [renamed]) == []


def test_named_lists_are_compared_by_what_they_hold() -> None:
    rule = replace(RULE, when={"network": "@ours"})
    before = Policy("own", "t", lists={"ours": ["a", "b"]}, rules=[rule])
    less = replace(before, lists={"ours": ["a"]})
    assert [c.what.en for c in loosened([before], [less])] == ["`when` may apply to fewer cases"]
    assert loosened([less], [before]) == []


WORDS = st.sampled_from(["a", "b", "c"])
VALUES = st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=3))
FIELD = st.one_of(VALUES, st.builds(lambda value: {"not": value}, VALUES))
PLAIN = st.dictionaries(st.sampled_from(["x", "y"]), FIELD, max_size=2)
CONDITIONS = st.one_of(
    PLAIN,
    st.builds(lambda parts, plain: {**plain, "any_of": parts}, st.lists(PLAIN, min_size=1, max_size=2), PLAIN),
    st.builds(lambda part, plain: {**plain, "not": part}, PLAIN, PLAIN),
)


def holds(condition: dict[str, Any], world: dict[str, str]) -> bool:
    """What a condition says of a world in which every field has one word."""
    for name, wanted in condition.items():
        if name == "any_of":
            met = any(holds(part, world) for part in wanted)
        elif name == "not":
            met = not holds(wanted, world)
        elif isinstance(wanted, dict):
            met = not holds({name: wanted["not"]}, world)
        else:
            met = world[name] in ([wanted] if isinstance(wanted, str) else wanted)
        if not met:
            return False
    return True


@given(CONDITIONS, CONDITIONS)
def test_what_implies_does_so_in_every_world(first: dict[str, Any], second: dict[str, Any]) -> None:
    if implies(first, second, {}, {}):
        for x in "abc":
            for y in "abc":
                world = {"x": x, "y": y}
                assert not holds(first, world) or holds(second, world)
    assert implies(first, first, {}, {})

"""Rules that may find less: what is surely as strict is not reported, anything else is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from auditor.api.read import all_policies
from auditor.judging.condition_implies import implies
from auditor.judging.loosened_rules import COSMETIC, MILD, loosened
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
    found = loosened(
        [Policy("own", "t", rules=[RULE])], [Policy("own", "t", rules=[replace(RULE, **changed)])], *gates
    )
    assert {change.rule for change in found} <= {RULE.id}
    return [change.what.en for change in found]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"when": {"carries": ["health"]}}, "`when` may apply to fewer cases"),
        (
            {"when": {"carries": ["health", "identity"], "network": "public"}},
            "`when` may apply to fewer cases",
        ),
        ({"forbid": {"transport": "none"}}, "the rule may require or forbid less"),
        ({"forbid": UNSET, "require": {"transport": "tls"}}, "the rule may require or forbid less"),
        ({"unless": {"network": "same-machine"}}, "`unless` may set aside more cases"),
        (
            {"unless": {"network": ["same-machine", "private"], "same_operator": "true"}},
            "`unless` may set aside more cases",
        ),
        ({"severity": {"medium": {"network": "public"}, "low": "else"}}, "the severity may be lower"),
        ({"severity": {"high": {"network": "private"}, "low": "else"}}, "the severity may be lower"),
        ({"severity": "medium"}, "the severity may be lower"),
        ({"gate": "false"}, "the rule may fail a build less often"),
        ({"gate": {"network": "public"}}, "the rule may fail a build less often"),
        ({"kind": "what-if"}, "the rule speaks of something else"),
        ({"kind": "fact"}, "the rule speaks of something else"),
        ({"for_": "host"}, "the rule speaks of something else"),
        ({"about": "document"}, "the rule speaks of something else"),
        ({"gate_confidence": "documented"}, "the rule asks for better known facts to fail a build"),
        ({"weighed": "true"}, "the severity is weighed otherwise"),
        ({"group": "culprit"}, "findings are grouped otherwise"),
        ({"joins": ["TRN-002"]}, "the finding may be told with another one"),
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
        {
            "severity": {
                "critical": {"carries": "health"},
                "high": {"network": ["public", "private"]},
                "low": "else",
            }
        },
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


def test_a_named_list_in_the_severity_is_compared_by_what_it_holds() -> None:
    rule = replace(RULE, severity={"high": {"transport": "@open"}, "low": "else"})
    before = Policy("own", "t", lists={"open": ["none", "tls-1.0"]}, rules=[rule])
    less = replace(before, lists={"open": ["tls-1.0"]})
    assert [c.what.en for c in loosened([before], [less])] == ["the severity may be lower"]
    assert loosened([less], [before]) == []
    lower = replace(before, rules=[replace(rule, severity={"medium": {"transport": "@open"}, "low": "else"})])
    assert [c.what.en for c in loosened([before], [lower])] == ["the severity may be lower"]


@pytest.mark.parametrize(
    ("old", "new", "weaker"),
    [
        ("declared", "documented", True),
        (UNSET, "inferred", True),
        ("declared", UNSET, False),
        ("declared", "inferred", False),
        ("declared", "declared", False),
    ],
)
def test_a_rule_that_asks_for_better_known_facts_fails_less(old: Any, new: Any, weaker: bool) -> None:
    before, after = (Policy("own", "t", rules=[replace(RULE, gate_confidence=least)]) for least in (old, new))
    assert bool(loosened([before], [after])) is weaker


def test_joins_that_go_and_a_rule_no_longer_weighed() -> None:
    more = Policy("own", "t", rules=[replace(RULE, joins=["TRN-002"], weighed="true")])
    less = Policy("own", "t", rules=[replace(RULE, weighed="true")])
    assert loosened([more], [less]) == []
    assert [c.what.en for c in loosened([more], [Policy("own", "t", rules=[RULE])])] == [
        "the severity is weighed otherwise"
    ]


#: For each field, what a rule may be changed into: at least one of them is no way to be as strict.
OTHERWISE: dict[str, tuple[Any, ...]] = {
    "id": ("other/RULE-001",),
    "kind": ("what-if", "fact"),
    "about": ("document", "ownership"),
    "for_": ("host", "hop"),
    "severity": ("info", {"low": {"transport": "none"}, "info": "else"}),
    "when": ({"transport": "another"},),
    "forbid": ({"transport": "another"}, UNSET),
    "require": ({"transport": "another"}, UNSET),
    "unless": ({"transport": "another"},),
    "group": ("another",),
    "gate": ("false",),
    "gate_confidence": ("documented",),
    "weighed": ("true", "false"),
    "joins": (["ANOTHER-001"],),
}
SHIPPED = all_policies()


@pytest.mark.parametrize("name", Rule.__struct_fields__)
def test_every_field_of_every_shipped_rule_is_cosmetic_or_its_change_is_reported(name: str) -> None:
    assert (name in COSMETIC) is (name not in OTHERWISE)
    for pack in SHIPPED:
        for rule in pack.rules:
            bare = (
                replace(rule, gate="true", gate_confidence=UNSET)
                if name in ("gate", "gate_confidence")
                else rule
            )
            for other in OTHERWISE.get(name, ("other",)):
                stricter = (name == "severity" and rule.severity == "info") or (
                    name == "kind" and rule.kind in MILD and other not in MILD
                )
                if other == getattr(bare, name) or stricter:
                    continue
                changed = replace(bare, **{name: other})
                told = bool(loosened([replace(pack, rules=[bare])], [replace(pack, rules=[changed])]))
                assert told is (name not in COSMETIC), (rule.id, name, other)


WORDS = st.sampled_from(["a", "b", "c"])
VALUES = st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=3))
FIELD = st.one_of(VALUES, st.builds(lambda value: {"not": value}, VALUES))
PLAIN = st.dictionaries(st.sampled_from(["x", "y"]), FIELD, max_size=2)
CONDITIONS = st.one_of(
    PLAIN,
    st.builds(
        lambda parts, plain: {**plain, "any_of": parts}, st.lists(PLAIN, min_size=1, max_size=2), PLAIN
    ),
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

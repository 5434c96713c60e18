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
        ({"culprit": "receiver"}, "the finding is put to others"),
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
    "culprit": ("another",),
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


#: Whether a condition is surely met wherever another is: what each of them says, and the answer.
FOLLOWS: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({}, {}, True),
    ({"x": "a"}, {}, True),
    ({}, {"x": "a"}, False),
    ({"x": "a"}, {"x": ["a", "b"]}, True),
    ({"x": ["a", "b"]}, {"x": "a"}, False),
    ({"x": "a", "y": "b"}, {"x": "a"}, True),
    ({"x": "a"}, {"x": "a", "y": "b"}, False),
    ({"x": {"not": ["a", "b"]}}, {"x": {"not": "a"}}, True),
    ({"x": {"not": "a"}}, {"x": {"not": ["a", "b"]}}, False),
    ({"x": {"only": "a"}}, {"x": {"only": ["a", "b"]}}, True),
    ({"x": {"only": ["a", "b"]}}, {"x": {"only": "a"}}, False),
    ({"x": {"at_least": 3}}, {"x": {"at_least": 2}}, True),
    ({"x": {"at_least": 2}}, {"x": {"at_least": 3}}, False),
    ({"x": {"at_least": 10}}, {"x": {"at_least": 9}}, True),
    ({"x": {"at_least": "10"}}, {"x": {"at_least": "9.5"}}, True),
    ({"x": {"above": 3}}, {"x": {"above": 2}}, True),
    ({"x": {"above": 2}}, {"x": {"above": 3}}, False),
    ({"x": {"at_most": 2}}, {"x": {"at_most": 3}}, True),
    ({"x": {"at_most": 3}}, {"x": {"at_most": 2}}, False),
    ({"x": {"at_most": 2, "at_least": 1}}, {"x": {"at_most": 2}}, True),
    ({"x": {"at_most": 3, "at_least": 1}}, {"x": {"at_least": 1, "at_most": 2}}, False),
    ({"x": {"below": 2}}, {"x": {"below": 3}}, True),
    ({"x": {"below": 3}}, {"x": {"below": 2}}, False),
    ({"x": {"below": 2, "above": 0}}, {"x": {"below": "2", "at_least": 0}}, False),
    ({"x": {"at_least": "2"}}, {"x": {"at_least": "2.0"}}, True),
    ({"x": {"above": "2"}}, {"x": {"above": "2.0"}}, True),
    ({"x": {"at_most": "2"}}, {"x": {"at_most": "2.0"}}, True),
    ({"x": {"below": "2"}}, {"x": {"below": "2.0"}}, True),
    ({"x": {"same_as": "y"}, "z": "a"}, {"x": {"same_as": "y"}}, True),
    ({"x": {"same_as": "y"}}, {"x": {"same_as": "z"}}, False),
    ({"x": {"from": "2024-01-01"}, "z": "a"}, {"x": {"from": "2024-01-01"}}, True),
    ({"x": {"from": "2024-01-01"}}, {"x": {"from": "2025-01-01"}}, False),
    ({"x": "a"}, {"x": {"not": "b"}}, False),
    ({"x": {"not": "b"}}, {"x": "a"}, False),
    ({"x": {"not": {"at_least": 2}}}, {"x": {"not": {"at_least": 3}}}, True),
    ({"x": {"not": {"at_least": 3}}}, {"x": {"not": {"at_least": 2}}}, False),
    ({"x": "a"}, {"any_of": [{"x": "a"}, {"y": "b"}]}, True),
    ({"x": "a"}, {"any_of": [{"y": "b"}, {"x": "a"}]}, True),
    ({"x": "a"}, {"any_of": [{"y": "b"}]}, False),
    ({"any_of": [{"x": "a"}, {"y": "b"}]}, {"x": "a"}, False),
    ({"any_of": [{"x": "a"}, {"y": "b"}]}, {"any_of": [{"y": "b"}, {"x": "a"}, {"z": "c"}]}, True),
    ({"any_of": [{"x": "a"}, {"y": "b"}, {"z": "c"}]}, {"any_of": [{"x": "a"}, {"y": "b"}]}, False),
    ({"any_of": [{"x": "a"}, {"z": "c"}]}, {"any_of": [{"x": "a"}, {"y": "b"}]}, False),
    ({"any_of": [{"x": "a"}]}, {"any_of": [{"x": ["a", "b"]}]}, True),
    (
        {"z": "c", "any_of": [{"x": "a"}, {"y": "b"}]},
        {"any_of": [{"x": "a", "z": "c"}, {"y": "b", "z": "c"}]},
        True,
    ),
    ({"any_of": [{"x": "a"}, {"y": "b"}]}, {"any_of": [{"x": "a", "z": "c"}, {"y": "b", "z": "c"}]}, False),
    ({"z": "c", "any_of": [{"x": "a"}, {"y": "b"}]}, {"any_of": [{"z": "c"}, {"y": "e"}]}, True),
    ({"not": {"x": ["a", "b"]}}, {"not": {"x": "a"}}, True),
    ({"not": {"x": "a"}}, {"not": {"x": ["a", "b"]}}, False),
    ({"not": {"x": "a"}}, {"not": {"x": "a", "y": "b"}}, True),
    ({"not": {"x": "a", "y": "b"}}, {"not": {"x": "a"}}, False),
    ({"x": "a"}, {"not": {"x": "b"}}, False),
]


def may_miss(first: dict[str, Any], second: dict[str, Any], old: Any = (), new: Any = ()) -> bool:
    """Tell whether a rule whose `when` becomes `second` from `first`, with their packs' lists, is told to find less."""
    before = Policy("own", "t", lists=dict(old), rules=[replace(RULE, when=first)])
    after = Policy("own", "t", lists=dict(new), rules=[replace(RULE, when=second)])
    told = [change.what.en for change in loosened([before], [after])]
    assert told in ([], ["`when` may apply to fewer cases"])
    return bool(told)


@pytest.mark.parametrize(("first", "second", "follows"), FOLLOWS)
def test_a_condition_that_surely_applies_as_often_is_not_told_and_any_other_is(
    first: dict[str, Any], second: dict[str, Any], follows: bool
) -> None:
    assert may_miss(first, second) is not follows


@pytest.mark.parametrize(
    "spelt", [{"x": "@ours"}, {"any_of": [{"x": "@ours"}]}, {"x": ["a", "@ours"]}, {"x": {"only": "@ours"}}]
)
def test_a_list_that_shrinks_makes_a_condition_apply_less_often(spelt: dict[str, Any]) -> None:
    longer, shorter = {"ours": ["b", "c"]}, {"ours": ["b"]}
    assert may_miss(spelt, spelt, longer, shorter)
    assert not may_miss(spelt, spelt, shorter, longer)
    assert not may_miss(spelt, spelt, longer, longer)


@pytest.mark.parametrize(
    "spelt", [{"x": {"not": "@ours"}}, {"not": {"x": "@ours"}}, {"any_of": [{"x": {"not": ["a", "@ours"]}}]}]
)
def test_a_list_that_grows_makes_a_condition_that_excludes_it_apply_less_often(spelt: dict[str, Any]) -> None:
    longer, shorter = {"ours": ["b", "c"]}, {"ours": ["b"]}
    assert may_miss(spelt, spelt, shorter, longer)
    assert not may_miss(spelt, spelt, longer, shorter)


def test_a_list_spelt_out_is_the_same_list_and_one_that_no_pack_has_is_only_itself() -> None:
    lists = {"ours": ["a", "b"]}
    assert not may_miss({"x": "@ours"}, {"x": ["a", "b"]}, lists, lists)
    assert not may_miss({"x": ["a", "b"]}, {"x": "@ours"}, lists, lists)
    assert not may_miss({"x": "@eea"}, {"x": ["@eea", "US"]}, lists, lists)
    assert may_miss({"x": "@eea"}, {"x": "@eu"}, lists, lists)


def told(before: Rule, after: Rule, **lists: Any) -> list[tuple[str, str, str]]:
    found = loosened([Policy("own", "t", rules=[before])], [Policy("own", "t", rules=[after])], **lists)
    return [(change.what.en, change.before, change.after) for change in found]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            {"when": {"carries": ["health", "identity"]}},
            {"when": {"any_of": [{"carries": "health"}], "network": {"not": "private"}}},
            (
                "`when` may apply to fewer cases",
                "{carries: [health, identity]}",
                "{any_of: [{carries: health}], network: {not: private}}",
            ),
        ),
        (
            {"forbid": {"transport": "none"}},
            {"forbid": UNSET, "require": {"transport": "tls"}},
            ("the rule may require or forbid less", "forbid {transport: none}", "require {transport: tls}"),
        ),
        (
            {"forbid": UNSET, "require": {"transport": "tls"}},
            {"forbid": UNSET, "require": {"transport": ["tls", "none"]}},
            (
                "the rule may require or forbid less",
                "require {transport: tls}",
                "require {transport: [tls, none]}",
            ),
        ),
        ({"unless": {}}, {"unless": {"x": "a"}}, ("`unless` may set aside more cases", "{}", "{x: a}")),
        ({"severity": "high"}, {"severity": "low"}, ("the severity may be lower", "high", "low")),
        ({"gate": "true"}, {"gate": {"x": "a"}}, ("the rule may fail a build less often", "true", "{x: a}")),
        (
            {"gate_confidence": UNSET},
            {"gate_confidence": "documented"},
            ("the rule asks for better known facts to fail a build", "", "documented"),
        ),
        (
            {"gate_confidence": "declared"},
            {"gate_confidence": "observed"},
            ("the rule asks for better known facts to fail a build", "declared", "observed"),
        ),
        (
            {"group": "receiver"},
            {"group": ["receiver", "sender"]},
            ("findings are grouped otherwise", "receiver", "[receiver, sender]"),
        ),
        (
            {"joins": []},
            {"joins": ["A-1", "B-1"]},
            ("the finding may be told with another one", "[]", "[A-1, B-1]"),
        ),
        (
            {"kind": "gap"},
            {"kind": "what-if"},
            ("the rule speaks of something else", "hop, gap", "hop, what-if"),
        ),
        ({"for_": "hop"}, {"for_": "host"}, ("the rule speaks of something else", "hop, gap", "host, gap")),
        (
            {"about": "flow"},
            {"about": "document"},
            ("the rule speaks of something else", "about: flow", "about: document"),
        ),
        (
            {"weighed": "false"},
            {"weighed": "true"},
            ("the severity is weighed otherwise", "weighed: false", "weighed: true"),
        ),
    ],
)
def test_what_was_loosened_is_shown_as_it_was_and_as_it_is(
    old: Any, new: Any, said: tuple[str, str, str]
) -> None:
    assert told(replace(RULE, **old), replace(RULE, **new)) == [said]


@pytest.mark.parametrize(
    ("old", "new", "weaker"),
    [
        ("what-if", "gap", False),
        ("question", "fact", False),
        ("question", "what-if", True),
        ("gap", "question", True),
        ("gap", "fact", True),
        ("what-if", "what-if", False),
    ],
)
def test_a_hypothesis_that_becomes_a_finding_is_stricter(old: Any, new: Any, weaker: bool) -> None:
    assert bool(told(replace(RULE, kind=old), replace(RULE, kind=new))) is weaker


@pytest.mark.parametrize(
    ("old", "new", "weaker"),
    [
        ("false", "true", False),
        ("false", {"x": "a"}, False),
        ({"x": "a"}, "true", False),
        ({"x": "a"}, {}, False),
        ({"x": "a"}, {"x": ["a", "b"]}, False),
        ({"x": ["a", "b"]}, {"x": "a"}, True),
        ({"x": "a"}, "false", True),
        ("true", "false", True),
        ("true", {}, True),
    ],
)
def test_a_gate_that_surely_stops_as_much_is_not_told(old: Any, new: Any, weaker: bool) -> None:
    before, after = replace(RULE, gate=old), replace(RULE, gate=new)
    assert [said for said, _, _ in told(before, after)] == (
        ["the rule may fail a build less often"] if weaker else []
    )
    assert told(before, after, gate_after=[RULE.id]) == []


def test_a_rule_that_gated_nothing_may_ask_for_better_known_facts() -> None:
    assert told(replace(RULE, gate="false"), replace(RULE, gate="true", gate_confidence="documented")) == []
    strict = replace(RULE, gate_confidence="documented")
    assert told(RULE, strict, gate_after=[RULE.id]) == []


def test_a_gate_of_the_case_that_goes_is_told_where_the_rule_itself_does_not_gate() -> None:
    silent = replace(RULE, gate="false")
    assert told(silent, silent, gate_before=[RULE.id]) == [
        ("the rule may fail a build less often", "case.gate", "—")
    ]
    assert told(silent, silent, gate_before=[RULE.id], gate_after=[RULE.id]) == []
    assert told(silent, RULE, gate_before=[RULE.id]) == []


@pytest.mark.parametrize(
    ("old", "new", "weaker"),
    [
        ({"high": {"x": "a"}, "low": "else"}, {"high": {"x": ["a", "b"]}, "low": "else"}, False),
        ({"high": {"x": "a"}, "low": "else"}, {"critical": {"x": "a"}, "low": "else"}, False),
        ({"high": {"x": "a"}, "low": "else"}, {"high": {"x": "b"}, "low": "else"}, True),
        ({"high": {"x": "a"}, "low": "else"}, {"high": {"x": "a"}, "info": "else"}, True),
        ({"high": {"x": "a"}, "low": "else"}, {"high": {"x": "a"}, "medium": "else"}, False),
        (
            {"high": {"x": "a"}, "low": "else"},
            {"critical": {"x": "b"}, "high": {"x": "a"}, "low": "else"},
            False,
        ),
        (
            {"critical": {"x": "b"}, "high": {"x": "a"}, "low": "else"},
            {"high": {"x": ["a", "b"]}, "low": "else"},
            True,
        ),
        ({"high": {"x": "a"}, "low": "else"}, "low", True),
        ({"high": {"x": "a"}, "low": "else"}, "high", False),
        ("high", {"high": {"x": "a"}, "low": "else"}, True),
        ("low", {"high": {"x": "a"}, "low": "else"}, False),
        ("medium", "high", False),
    ],
)
def test_a_severity_is_lower_unless_each_rung_is_surely_met_by_one_as_high(
    old: Any, new: Any, weaker: bool
) -> None:
    assert bool(told(replace(RULE, severity=old), replace(RULE, severity=new))) is weaker


@pytest.mark.parametrize(
    ("old", "new", "weaker"),
    [
        ({"require": {"x": ["a", "b"]}}, {"require": {"x": "a"}}, False),
        ({"require": {"x": "a"}}, {"require": {"x": ["a", "b"]}}, True),
        ({"require": {"x": "a"}}, {"forbid": {"x": "b"}}, True),
        ({"forbid": {"x": "a"}}, {"require": {"x": "b"}}, True),
        ({"forbid": {"x": "a"}}, {"forbid": {"x": ["a", "b"]}}, False),
        ({"forbid": {"x": "a"}}, {"forbid": {"x": "a"}, "require": {"x": "b"}}, True),
    ],
)
def test_a_rule_requires_or_forbids_as_much_only_in_the_same_way(old: Any, new: Any, weaker: bool) -> None:
    neither = replace(RULE, forbid=UNSET)
    assert bool(told(replace(neither, **old), replace(neither, **new))) is weaker


@pytest.mark.parametrize(
    ("changed", "gone"),
    [
        ({"name": "renamed"}, False),
        ({"given": {"hosts": {}}}, True),
        ({"expect": {RULE.id: ["y"]}}, True),
        ({"unknown": {RULE.id: ["y"]}}, True),
        ({"silent": ["own/TRN-002"]}, True),
    ],
)
def test_a_test_of_a_rule_that_says_otherwise_is_a_test_that_is_gone(
    changed: dict[str, Any], gone: bool
) -> None:
    example = Example(name="a test", given={"flows": {}}, expect={RULE.id: ["x"]})
    before, after = (
        Policy("own", "t", rules=[RULE], tests=[test]) for test in (example, replace(example, **changed))
    )
    assert [change.before for change in loosened([before], [after])] == (["a test"] if gone else [])


@pytest.mark.parametrize(
    ("named", "gone"),
    [
        ({"unknown": {RULE.id: ["x"]}}, True),
        ({"silent": [RULE.id]}, True),
        ({"silent": ["own/TRN-002"]}, False),
    ],
)
def test_a_test_is_that_of_each_rule_it_names(named: dict[str, Any], gone: bool) -> None:
    example = Example(name="a test", given={"flows": {}}, **named)
    before = Policy("own", "t", rules=[RULE], tests=[example])
    assert bool(loosened([before], [Policy("own", "t", rules=[RULE])])) is gone


def test_every_rule_that_goes_is_told_in_order_with_what_others_lost() -> None:
    rules = [replace(RULE, id=f"own/TRN-00{number}") for number in (3, 1, 2)]
    before = Policy("own", "t", rules=rules)
    after = Policy("own", "t", rules=[replace(rules[2], when={"network": "public"})])
    assert [(change.rule, change.what.en) for change in loosened([before], [after])] == [
        ("own/TRN-001", "the rule is no longer applied"),
        ("own/TRN-002", "`when` may apply to fewer cases"),
        ("own/TRN-003", "the rule is no longer applied"),
    ]


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

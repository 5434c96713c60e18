"""What is wrong with a rule beyond its shape: each slip at its place, in words that say what is wrong and what would be right."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import Refused
from auditor.loading.policy_files import load_policies
from auditor.rules.language.validate import problems
from tests.own_rules import KNOWLEDGE, rule
from tests.rules.test_slips import wrong

NEW_LINE = "\n"
RUNG = "a rung is a condition or `else`"
LIKE = "three capitals, a dash and three digits, as in TRN-001, or org/TRN-001"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"forbid": {}, "require": {}}, ("own/TST-001 must have exactly one of forbid and require", "rules.0")),
        (
            {"weighed": "true", "for_": "claim"},
            ("claim has no scale or no data by which a rule could be weighed", "rules.0.weighed"),
        ),
        (
            {"weighed": "true", "for_": "dataset"},
            ("dataset has no scale or no data by which a rule could be weighed", "rules.0.weighed"),
        ),
        ({"culprit": "nobody"}, ("unknown field: nobody", "rules.0.culprit")),
        ({"group": "nowhere"}, ("unknown field: nowhere", "rules.0.group.0")),
        ({"group": ["content", "nowhere"]}, ("unknown field: nowhere", "rules.0.group.1")),
        (
            {"formerly": [{"group": "content"}, {"group": ["nowhere"]}]},
            ("unknown field: nowhere", "rules.0.formerly.1.group.0"),
        ),
        ({"joins": ["ABC-001", "abc-1"]}, ("not a rule id: abc-1", "rules.0.joins.1")),
        (
            {"severity": {"critical": {"content": "none"}, "low": "else"}, "kind": "transfer"},
            ("a rule of kind transfer is never above high", "rules.0.severity.critical"),
        ),
        (
            {"severity": {"critical": {"content": "none"}, "low": "else"}, "kind": "exposure"},
            ("a rule of kind exposure is never above high", "rules.0.severity.critical"),
        ),
        (
            {"severity": {"high": {"content": "none"}}},
            ("the ladder has no last rung: one must be `else`", "rules.0.severity"),
        ),
        ({"severity": {"high": "other", "low": "else"}}, (RUNG, "rules.0.severity.high")),
        ({"severity": {"hihg": {"content": "none"}, "low": "else"}}, ("unknown severity: hihg", "rules.0.severity.hihg:")),
        (
            {"severity": {"high": {"nothing": "none"}, "low": "else"}},
            ("unknown field of hop: nothing", "rules.0.severity.high.nothing:"),
        ),
        ({"gate": {"nothing": "none"}}, ("unknown field of hop: nothing", "rules.0.gate.nothing:")),
        ({"when": {"nothing": "none"}}, ("unknown field of hop: nothing", "rules.0.when.nothing:")),
        ({"unless": {"nothing": "none"}}, ("unknown field of hop: nothing", "rules.0.unless.nothing:")),
        ({"require": {"nothing": "none"}}, ("unknown field of hop: nothing", "rules.0.require.nothing:")),
        (
            {"message": {"fr": "De {from}.", "en": "Told."}},
            ("the two languages do not use the same slots", "rules.0.message"),
        ),
        ({"forbid": {"transport": 5}}, ("a word or a list of words was expected", "rules.0.forbid.transport")),
        (
            {"forbid": {"transport": ["tls", 5]}},
            ("a word or a list of words was expected", "rules.0.forbid.transport.1"),
        ),
        ({"forbid": {"transport": "tsl"}}, ("this field never holds tsl", "rules.0.forbid.transport")),
        ({"forbid": {"carries": "helth"}}, ("this field never holds helth", "rules.0.forbid.carries")),
    ],
)  # fmt: skip
def test_a_slip_of_a_rule_is_told_at_its_place(parts: dict[str, Any], said: tuple[str, str]) -> None:
    assert [found[:2] for found in wrong(rule(**parts))] == [said]


@pytest.mark.parametrize("number", ["TRN-001", "own/TRN-001", "a-1/ABC-999"])
def test_an_id_of_a_rule_is_three_capitals_and_three_digits(number: str) -> None:
    assert wrong({**rule(), "id": number}) == []


@pytest.mark.parametrize(
    "number", ["TRN-01", "TRN-0011", "trn-001", "TRNS-001", "own/trn-001", "Own/TRN-001", "TRN-001\n", "TRN001"]
)  # fmt: skip
def test_what_is_no_id_of_a_rule_is_told_with_what_one_looks_like(number: str) -> None:
    assert wrong({**rule(), "id": number}) == [
        (f"not a rule id: {number.replace(NEW_LINE, ' ')}", "rules.0.id", LIKE)
    ]


@pytest.mark.parametrize(
    ("parts", "hint"),
    [
        ({"culprit": "contents"}, "did you mean content?"),
        ({"group": "contents"}, "did you mean content?"),
        ({"forbid": {"carries": "helth"}}, "did you mean health?"),
        ({"forbid": {"recipient_is": "adss"}, "for_": "hop"}, ""),
    ],
)
def test_what_was_meant_is_proposed(parts: dict[str, Any], hint: str) -> None:
    (found,) = wrong(rule(**parts))
    assert found[2].startswith(hint)


@pytest.mark.parametrize("kind", ["exposure", "transfer", "question"])
def test_only_other_kinds_of_rules_may_be_critical(kind: str) -> None:
    ladder = {"critical": {"content": "none"}, "low": "else"}
    assert wrong(rule(severity=ladder)) == []
    assert [found[1] for found in wrong(rule(severity=ladder, kind=kind))] == ["rules.0.severity.critical"]


@pytest.mark.parametrize("about", ["activity", "host", "copy"])
def test_a_rule_may_be_weighed_by_the_data_and_the_scale_of_its_subject(about: str) -> None:
    told = [found[1] for found in wrong(rule(for_=about, weighed="true"))]
    assert told in ([], ["rules.0.weighed"])


PACK = """auditor: 1
policy: {name}
title: Own
rules:
- {{id: own/TST-001, title: A test, kind: gap, about: flow, for: hop, severity: low, gate: "true", message: Told., why: Because., law: [gdpr.32], forbid: {{}}}}
"""


def test_a_rule_that_two_packs_declare_is_told_where_it_comes_second_and_with_the_first() -> None:
    files = [(f"{name}.yaml", PACK.format(name=name).encode()) for name in ("b", "a", "c")]
    with pytest.raises(Refused) as refused:
        load_policies(files, KNOWLEDGE, problems)
    assert [(each.path, each.line, each.message.en) for each in refused.value.problems] == [
        ("a.yaml", 5, "own/TST-001 is declared twice"),
        ("c.yaml", 5, "own/TST-001 is declared twice"),
    ]
    assert all("b.yaml" in each.hint.en for each in refused.value.problems if each.hint)


def test_packs_are_in_the_order_of_their_names_and_one_that_is_broken_hides_no_other_problem() -> None:
    other = PACK.replace("001", "002")
    read = load_policies(
        [("b.yaml", PACK.format(name="b").encode()), ("a.yaml", other.format(name="a").encode())],
        KNOWLEDGE,
        problems,
    )
    assert [policy.policy for policy in read] == ["a", "b"]
    broken = [("a.yaml", b"policy: ["), ("b.yaml", b""), ("c.yaml", b"auditor: 1\ntitle: x\nrules: []\n")]
    with pytest.raises(Refused) as refused:
        load_policies(broken, KNOWLEDGE, problems)
    assert sorted({each.path for each in refused.value.problems}) == ["a.yaml", "b.yaml", "c.yaml"]

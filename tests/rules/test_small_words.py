"""Small words that rules are made of: lists of the day, values as keys, kinds of facts, what a literal may be."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from auditor.loading.knowledge.as_of import later
from auditor.model.evidence import Answer, Bounds, Choice, FieldValue, Selection
from auditor.model.law import Adequacy, Knowledge
from auditor.model.policy import Example
from auditor.rules.duty import word_of
from auditor.rules.language.compile import lists_on
from auditor.rules.language.condition import dated
from auditor.rules.language.read_back import severity_sentence
from auditor.rules.language.validate import problems
from auditor.rules.language.wording_lint import own_words
from auditor.rules.questions import fact_route, kind_of
from tests.own_rules import KNOWLEDGE, pack, rule


def decision(country: str, **parts: str) -> Adequacy:
    return replace(
        next(iter(KNOWLEDGE.adequacy.values())),
        country=country,
        **{"until": "", "invalid": "", "whole": "true", **parts},
    )


@pytest.mark.parametrize(
    ("parts", "listed"),
    [
        ({"since": "2020-01-01"}, True),
        ({"since": "2024-06-01"}, True),
        ({"since": "2024-06-02"}, False),
        ({"since": "2020-01-01", "whole": "false"}, False),
        ({"since": "2020-01-01", "until": "2024-06-01"}, False),
        ({"since": "2020-01-01", "until": "2024-06-02"}, True),
        ({"since": "2020-01-01", "invalid": "2024-01-01"}, False),
    ],
)
def test_a_country_is_adequate_where_a_decision_on_all_of_it_is_in_force(
    parts: dict[str, str], *, listed: bool
) -> None:
    known = Knowledge(
        adequacy={"one": decision("JP", **parts)}, eea={"FR": "1994-01-01"}, eu={"FR": "1958-01-01"}
    )
    lists = lists_on(known, "2024-06-01")
    assert lists == {"eu": ("FR",), "eea": ("FR",), "adequate": ("JP",) if listed else ()}


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (Choice(options=("gdpr",)), "gdpr"),
        (Choice(options=("gdpr", "none")), "unknown"),
        (Choice(anything=True), "unknown"),
        (Selection(sure=("a", "b"), maybe=("c",)), "a,b"),
        (Bounds(low=3, high=3), "3"),
        (Bounds(low=0.5, high=1), "0.5"),
        (Bounds(low=1_000_000, high=1_000_000), "1e+06"),
    ],
)
def test_a_value_stands_in_a_key_as_one_word(value: FieldValue, word: str) -> None:
    assert word_of(value) == word


@pytest.mark.parametrize(
    ("route", "kind", "listed"),
    [
        ("ownership.a>b", "ownership.votes", "ownership.a>b.votes"),
        ("ownership.a>b.votes", "ownership.votes", "ownership.a>b.votes"),
        ("ownership.a>b.shares", "ownership.votes", "ownership.a>b.shares"),
        ("ownership.a>b.kind", "ownership.votes", "ownership.a>b.kind"),
        ("ownership.a>b.decides", "ownership.decides", "ownership.a>b.decides"),
        ("hosts.a.keys", "hosts.keys", "hosts.a.keys"),
        ("activities.a.consent.how", "activities.consent", "activities.a.consent.how"),
        ("claims.a", "claims", "claims.a"),
        ("agreements.a>b", "agreements", "agreements.a>b"),
        ("agreements.a>b.signed", "agreements.signed", "agreements.a>b.signed"),
        ("case.as_of", "case.as_of", "case.as_of"),
    ],
)
def test_a_fact_has_its_kind_and_the_address_it_is_listed_under(route: str, kind: str, listed: str) -> None:
    assert (kind_of(route), fact_route(route)) == (kind, listed)


@pytest.mark.parametrize(
    ("date", "day", "is_later"),
    [
        ("", "2024-01-01", False),
        ("unknown", "2024-01-01", False),
        ("2024-01-02", "2024-01-01", True),
        ("2024-01-01", "2024-01-01", False),
        ("2024", "2024-01-01", False),
        ("2025", "2024", True),
        ("2024-06-01", "2024", False),
        ("2024-12-31", "2024-12", False),
        ("2024-02", "2024-01-31", True),
        ("2024-01", "2024-01-31", False),
    ],
)
def test_a_date_is_later_only_where_it_is_so_for_certain(date: str, day: str, *, is_later: bool) -> None:
    assert later(date, day) == is_later


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ({"transport": "none"}, []),
        ({"to_role": "none"}, []),
        ({"trigger": "none"}, []),
        ({"trigger": "nones"}, [("rules", 0, "forbid", "trigger")]),
        ({"trigger": ["load", "laod"]}, [("rules", 0, "forbid", "trigger", 1)]),
        ({"trigger": []}, [("rules", 0, "forbid", "trigger")]),
    ],
)
def test_a_literal_is_a_word_of_the_field_or_none(
    condition: dict[str, object], told: list[tuple[object, ...]]
) -> None:
    made = pack(rule())
    (only,) = made.rules
    wrong = problems(replace(made, rules=[replace(only, forbid=condition)]), KNOWLEDGE)
    assert [tuple(one.route) for one in wrong] == told


@pytest.mark.parametrize(
    ("severity", "told"),
    [
        ({"grave": "else"}, [("rules", 0, "severity", "grave")]),
        ("grave", [("rules", 0, "severity")]),
        ({"high": {"transport": "none"}}, [("rules", 0, "severity")]),
        ({"high": {"transpot": "none"}, "low": "else"}, [("rules", 0, "severity", "high", "transpot")]),
        ({"high": "sometimes", "low": "else"}, [("rules", 0, "severity", "high")]),
    ],
)
def test_what_is_wrong_in_a_severity_is_placed(severity: object, told: list[tuple[object, ...]]) -> None:
    made = pack(rule())
    (only,) = made.rules
    wrong = problems(replace(made, rules=[replace(only, severity=severity)]), KNOWLEDGE)
    assert [tuple(one.route) for one in wrong] == told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("see https://example.org/illegal now", "see   now"),
        ("they said « illegal » (Le Monde, 2021) then", "they said   then"),
        ("they said « illegal » then", "they said « illegal » then"),
    ],
)
def test_own_words_are_those_without_addresses_and_quotations_with_a_source(text: str, left: str) -> None:
    assert own_words(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a personal data breach is told", "a   is told"),
        ("the burden of proof lies", "the   lies"),
        ("la charge de la preuve, un certificat de conformité", "la  , un  "),
        ("proof of a burden", "proof of a burden"),
    ],
)
def test_terms_of_law_are_no_words_of_one_s_own(text: str, left: str) -> None:
    assert own_words(text) == left


@pytest.mark.parametrize("weighed", ["true", "false"])
def test_a_rule_that_is_weighed_says_so_after_its_severity(weighed: str) -> None:
    (made,) = pack(rule(for_="host", weighed=weighed)).rules
    (plain_,) = pack(rule(for_="host")).rules
    said, bare = severity_sentence(made), severity_sentence(plain_)
    assert said.en.startswith(bare.en.rstrip("."))
    assert (said != bare) == (weighed == "true")


@pytest.mark.parametrize("outcome", ["expect", "unknown", "silent"])
def test_a_test_of_a_pack_names_rules_of_the_pack(outcome: str) -> None:
    named: object = ["own/TST-002"] if outcome == "silent" else {"own/TST-002": ["x"]}
    made = pack(rule())
    wrong = problems(replace(made, tests=[Example("one", {}, **{outcome: named})]), KNOWLEDGE)
    assert [(tuple(one.route), one.hint is not None) for one in wrong] == [(("tests", 0), True)]


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (Choice(options=("2024",), proof=("a",)), Answer(value=None, proof=("a",), missing=("a",))),
        (
            Choice(anything=True, proof=("a",), missing=("b",)),
            Answer(value=None, proof=("a",), missing=("b",)),
        ),
        (Choice(options=("2024-06-01",), proof=("a",)), Answer(value=True, proof=("a",))),
        (Choice(options=("2023",), proof=("a",)), Answer(value=False, proof=("a",))),
        (
            Choice(options=("2023", "2025"), proof=("a",), missing=("b",)),
            Answer(value=None, proof=("a",), missing=("b",)),
        ),
        (Selection(proof=("a",), missing=("b",)), Answer(value=None, proof=("a",), missing=("b",))),
    ],
)
def test_a_date_compares_with_what_shows_it_and_what_would_settle_it(
    value: FieldValue, answer: Answer
) -> None:
    assert dated(value, "from", "2024-06-01") == answer

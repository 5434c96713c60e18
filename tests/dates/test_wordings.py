"""What is no period is no answer to how long; the page address is said only where it is shown; today's name is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.read import knowledge_base
from auditor.judging.open_points import open_facts
from auditor.loading.case.load import case_of
from auditor.model.period import is_no_period
from auditor.model.result.document import Result
from auditor.text.names import Names

Tree = dict[str, Any]
Judge = Callable[..., Result]


@pytest.mark.parametrize(
    "words",
    [
        "As long as is strictly necessary",
        "for as long as we need it",
        "no longer than required",
        "Le temps nécessaire à l’enquête",
        "durée proportionnée et nécessaire",
        "tant qu'elles sont utiles",
        "until it is no longer needed",
        "a reasonable time",
        "si nécessaire",
        "not defined",
    ],
)
def test_as_long_as_necessary_is_no_period(words: str) -> None:
    assert is_no_period(words)


@pytest.mark.parametrize(
    "words",
    [
        "3 months",
        "10 ans",
        "unlimited",
        "until the child turns 18",
        "tant que le compte est actif",
        "as the law requires",
        "durée légale de prescription",
        "the time of the contract",
        "none",
        "unknown",
    ],
)
def test_a_period_or_a_criterion_is_one(words: str) -> None:
    assert not is_no_period(words)


#: What a complete sheet of the record says besides.
COMPLETE: Tree = {
    "purpose": "news",
    "measures": "access control",
    "recipients": "ads",
    "processors": "none",
    "transfers": "US",
}


def club(**changes: Tree) -> Tree:
    case: Tree = {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "club", "as_of": "2025-05-05", "policies": ["gdpr", "third-parties", "roles"]},
        "people": {"member": {"country": "FR"}},
        "organisations": {
            "club": {"name": "Club", "country": "FR", "parent": "none"},
            "ads": {"country": "US"},
        },
        "activities": {
            "mail": {
                "people": "member",
                "data": "contact",
                "controller": "club",
                "recorded": "true",
                "processors": "none",
            }
        },
        "notices": {"leaflet": {"by": "club", "for": "mail", "recipients": "ads"}},
        "hosts": {"site": {"operator": "club"}},
        "flows": {
            "ad": {
                "for": "mail",
                "from": "member",
                "to": "ads",
                "embedded_in": "site",
                "loads": "at-once",
                "consent_first": "false",
            }
        },
    }
    for section, entries in changes.items():
        for name, fields in entries.items():
            case[section][name] |= fields
    return case


def outcomes(result: Result, rule: str) -> set[str]:
    return {f.outcome for f in result.findings if f.rule == rule}


@pytest.mark.parametrize(
    ("section", "name", "field"), [("activities", "mail", "retention"), ("notices", "leaflet", "kept_for")]
)
def test_no_period_is_an_open_point_on_article_5(judge: Judge, section: str, name: str, field: str) -> None:
    result = judge(club(**{section: {name: {field: "as long as necessary"}}}))
    assert outcomes(result, "RET-002") == {"cannot-be-shown"}
    (asked,) = [fact for fact in open_facts(result.questions) if fact.fact == f"{section}.{name}.{field}"]
    assert "5(1)(e)" in asked.question.en
    assert "art. 5" in asked.question.fr


def test_words_that_cannot_be_compared_are_said_so_and_the_other_period_is_not_asked(judge: Judge) -> None:
    told = {
        "activities": {"mail": {"retention": "until the member moves", **COMPLETE}},
        "notices": {"leaflet": {"kept_for": "2 years", "purposes": "news"}},
    }
    asked = {fact.fact: fact.question for fact in open_facts(judge(club(**told)).questions, dormant=True)}
    question = asked["activities.mail.retention"]
    assert "cannot be compared" in question.en
    assert "comparé" in question.fr
    assert "How long" not in question.en
    assert "notices.leaflet.kept_for" not in asked


@pytest.mark.parametrize("data", ["contact", ["contact", "page-address"]])
@pytest.mark.parametrize("referrer", ["unknown", "stripped", "not-produced", "sent", None])
def test_the_page_address_is_said_only_where_it_is_shown(
    judge: Judge, referrer: str | None, data: Any
) -> None:
    flow = {} if referrer is None else {"referrer": referrer}
    result = judge(club(flows={"ad": flow}, activities={"mail": {"data": data}}))
    (told,) = [f for f in result.findings if f.rule == "TPS-001"]
    assert ("page address" in told.message.en) is (referrer == "sent")
    assert ("adresse de la page" in told.message.fr) is (referrer == "sent")
    carried = {name for flow_line in result.flows for name in flow_line.data}
    assert ("page-address" in carried) is (referrer == "sent")


@pytest.mark.parametrize(
    ("former", "name"),
    [
        ([{"name": "Old", "until": "unknown"}], "New"),
        ([{"name": "Old"}], "New"),
        ([{"name": "Old", "until": "2024-12"}], "New"),
        ([{"name": "Old", "until": "2026-01"}], "Old"),
        ([{"name": "Old", "until": "2027"}, {"name": "Older", "until": "2025-09"}], "Older"),
    ],
)
def test_a_former_name_is_printed_only_while_it_is_known_to_be_borne(former: list[Tree], name: str) -> None:
    case, _ = case_of({"organisations": {"firm": {"name": "New", "former": former}}}, knowledge_base())
    assert Names(case, "2025-05-05").of("firm").en == name

"""Whom an open point is put to: who answers for the fact, never somebody else's rival, never a party nobody can write to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.api.ask import asking
from auditor.api.assess import assess
from auditor.api.gate import Judged
from auditor.api.publish import publish, questions
from auditor.api.report import page, report
from auditor.judging.open_points import open_facts
from auditor.loading.case.load import load_case
from auditor.model.case.activities import Activity
from auditor.model.case.document import Case
from auditor.model.case.flows import Flow
from auditor.model.law import Knowledge
from auditor.rules.addressees import Addressees
from auditor.rules.own_facts import OwnFacts
from tests.conftest import ROOT, materials


def case(knowledge: Knowledge, about: str = "", **sections: Any) -> Case:
    """Two rivals, each with its own activity and host; a relay that nobody is known to operate, and a host behind both."""
    tree = {
        "auditor": "1",
        "case": {"id": "two", "as_of": "2024-01-01", **({"about": about} if about else {})},
        "people": {"user": {"title": "Users"}},
        "organisations": {
            "first": {"name": "First"},
            "second": {"name": "Second"},
            "hidden": {"title": "the trusted third party", "name": "unknown"},
            "clients": {"name": "Clients", "kind": "class"},
            "concern": {"name": "Concern", "kind": "group"},
        },
        "activities": {
            "one": {"people": "user", "controller": "first", "processors": "hidden"},
            "two": {"people": "user", "controller": "second"},
            "three": {"people": "user", "controller": "clients"},
            "four": {"people": "user", "controller": "unknown"},
            "both": {"people": "user", "controller": ["first", "second"]},
        },
        "hosts": {
            "own": {"operator": "second"},
            "relay": {"operator": "unknown"},
            "shared": {"operator": "hidden"},
        },
        "flows": {
            "a": {"for": "two", "from": "user", "to": "relay"},
            "b": {"for": "two", "from": "user", "to": "shared"},
            "c": {"for": "one", "from": "user", "to": "shared"},
        },
        "ownership": [{"owner": "first", "of": "hidden"}],
        "agreements": [{"between": ["second", "first"], "is": "processing"}],
        "notices": {"policy": {"by": "second", "for": "two"}, "leaflet": {"by": "clients", "for": "three"}},
        **sections,
    }
    return load_case([("case.yaml", json.dumps(tree).encode())], knowledge).case


@pytest.mark.parametrize(
    ("route", "about", "to"),
    [
        ("activities.two.legal_basis", "first", "second"),
        ("activities.one.legal_basis", "second", "first"),
        ("activities.both.legal_basis", "second", "second"),
        ("activities.both.legal_basis", "", "first"),
        ("activities.three.legal_basis", "first", "first"),
        ("activities.four.controller", "first", "first"),
        ("flows.a.transport", "first", "second"),
        ("hosts.own.keys", "first", "second"),
        ("hosts.relay.operator", "first", "second"),
        ("hosts.shared.keys", "first", "first"),
        ("hosts.shared.keys", "", ""),
        ("notices.policy.recipients", "first", "second"),
        ("notices.leaflet.recipients", "first", "first"),
        ("agreements.second>first.signed", "first", "first"),
        ("agreements.second>first.signed", "", "second"),
        ("organisations.second.parent", "first", "second"),
        ("organisations.hidden.name", "first", "first"),
        ("organisations.clients.parent", "second", "second"),
        ("organisations.concern.parent", "second", "second"),
        ("ownership.first>hidden.votes", "first", "first"),
    ],
)
def test_who_answers_for_the_fact_is_asked(knowledge: Knowledge, route: str, about: str, to: str) -> None:
    assert Addressees(case(knowledge, about)).of(route) == to


def test_without_anyone_in_view_the_controller_of_what_a_party_serves_is_asked(knowledge: Knowledge) -> None:
    flows = {"b": {"for": "two", "from": "user", "to": "shared"}}
    activities = {
        "one": {"people": "user", "controller": "first"},
        "two": {"people": "user", "controller": "second"},
    }
    found = case(knowledge, flows=flows, activities=activities, notices={})
    assert Addressees(found).of("organisations.hidden.name") == "second"
    assert Addressees(found).of("hosts.shared.keys") == "second"


def test_who_was_asked_before_is_asked_again(knowledge: Knowledge) -> None:
    questions = {"q": {"to": "first", "settles": ["activities.two.legal_basis"]}}
    assert Addressees(case(knowledge, questions=questions)).of("activities.two.legal_basis") == "first"


def test_flows_are_looked_through_only_for_who_has_nobody_of_their_own(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    around = Addressees._around
    monkeypatch.setattr(Addressees, "_around", lambda self, name: looked.append(name) or around(self, name))
    whom = Addressees(case(knowledge, "first"))
    assert (whom.of("hosts.own.keys"), whom.of("organisations.second.parent")) == ("second", "second")
    assert not looked
    assert whom.of("hosts.relay.operator") == "second"
    assert looked == ["relay"]


def test_of_many_flows_too_who_was_asked_before_is_asked_again(knowledge: Knowledge) -> None:
    questions = {"q": {"to": "first", "settles": ["flows.b.paid"]}}
    found = case(knowledge, questions=questions)
    facts = OwnFacts(["flows.a", "flows.b", "flows.c", "flows.gone"], "paid")
    assert Addressees(found).of_each(facts, facts.looked_up(found)) == ["second", "first", "first", ""]


@pytest.mark.parametrize("name", ["12-es-aepd-rae-vs-edreams", "27-no-datatilsynet-pixels-2025"])
def test_no_firm_is_asked_about_the_processing_of_another(name: str) -> None:
    made = materials([ROOT / "flows" / "decisions" / name])
    asked = [point for point in open_facts(assess(made).questions) if point.fact.startswith("activities.")]
    assert asked
    for point in asked:
        assert point.to == made.case.activities[point.fact.split(".")[1]].controller, point.fact


def test_where_nobody_is_known_the_letter_is_open(tmp_path: Path) -> None:
    tree = {
        "auditor": "1",
        "case": {"id": "open", "as_of": "2024-01-01", "policies": ["gdpr"]},
        "known": "documented",
        "people": {"user": {}},
        "activities": {"one": {"people": "user", "data": "health", "controller": "unknown"}},
        "hosts": {"page": {"operator": "unknown"}},
        "flows": {"a": {"for": "one", "from": "user", "to": "page", "transport": "tls", "content": "none"}},
    }
    (tmp_path / "case.yaml").write_text(json.dumps(tree), encoding="utf-8")
    made = materials([tmp_path])
    result = assess(made)
    assert {point.to for point in open_facts(result.questions)} == {""}
    for lang, head, line, title in (
        ("fr", "# Questions à\u00a0: qui de droit", "\n     à qui de droit · ", "À qui de droit"),
        (
            "en",
            "# Questions to: whom it may concern",
            "\n     to whom it may concern · ",
            "To whom it may concern",
        ),
    ):
        assert head in questions(asking(Judged(made, result)), "text", lang).decode()
        assert line in publish(result, "text", lang).decode()
        assert title in page(report(materials([tmp_path])), lang).decode()


def test_what_was_looked_up_for_one_fact_tells_nothing_of_another(knowledge: Knowledge) -> None:
    flows = {
        "f": {"for": "activities", "from": "user", "to": "shared", "embedded_in": "own"},
        "g": {"for": "own", "from": "user", "to": "shared", "embedded_in": "own"},
        "h": {"for": "own", "from": "user", "to": "shared"},
    }
    activities = {
        "activities": {"people": "user", "controller": "first"},
        "own": {"people": "user", "controller": "second"},
    }
    found = case(knowledge, "", flows=flows, activities=activities, notices={})
    routes = [
        *(f"flows.{name}.{field}" for field in Flow.__struct_encode_fields__ for name in flows),
        *(f"activities.own.{field}" for field in Activity.__struct_encode_fields__),
    ]
    alone = [Addressees(found).of(route) for route in routes]
    for order in (routes, routes[::-1]):
        asked = Addressees(found)
        assert {route: asked.of(route) for route in order} == dict(zip(routes, alone, strict=True))
    assert {*alone} >= {"first", "second"}

"""Whom to ask for each fact: who was asked already, who answers for the entry, the one the case is about, else who controls all."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from auditor.loading.case.load import load_case
from auditor.rules.addressees import Addressees
from tests.own_rules import KNOWLEDGE
from tests.rules.rich_case import changed

ASKED: Final[dict[str, str]] = {
    "hosts.app.keys": "soft",
    "hosts.page.about": "clinic",
    "hosts.racks.isolation": "cloud",
    "hosts.archive.kept_for": "cloud",
    "flows.booking.content": "clinic",
    "flows.pixel.loads": "clinic",
    "organisations.soft.parent": "soft",
    "organisations.cloud.certified": "cloud",
    "organisations.desk.country": "desk",
    "activities.care.retention": "clinic",
    "activities.audience.consent.how": "clinic",
    "agreements.clinic>soft.signed": "clinic",
    "agreements.soft>desk.assessment": "soft",
    "notices.site.recipients": "clinic",
    "ownership.big>cloud.votes": "cloud",
    "people.patient.country": "clinic",
    "data.x.is": "clinic",
}
ANOTHER: Final[tuple[tuple[str, Any], ...]] = (
    ("activities.other", {"people": "patient", "data": "contact", "controller": "soft"}),
    ("flows.other", {"for": "other", "from": "page", "to": "app", "data": "contact"}),
)


@pytest.mark.parametrize(
    ("changes", "others"),
    [
        ((), {}),
        (
            (("case.about", "soft"),),
            {"agreements.clinic>soft.signed": "soft", "people.patient.country": "soft", "data.x.is": "soft"},
        ),
        ((("hosts.app.operator", "unknown"),), {"hosts.app.keys": "clinic"}),
        (
            (("hosts.app.operator", "unknown"), ("activities.care.controller", "soft")),
            {"activities.care.retention": "soft", "flows.booking.content": "soft", "hosts.app.keys": "soft"},
        ),
        ((("flows.pixel.arranged_by", "soft"),), {"flows.pixel.loads": "soft"}),
        ((("hosts.page.operator", "soft"),), {"flows.pixel.loads": "soft", "hosts.page.about": "soft"}),
        ((("organisations.desk.kind", "class"),), {"organisations.desk.country": "clinic"}),
        ((("organisations.desk.name", "unknown"),), {"organisations.desk.country": "clinic"}),
        (
            (
                (
                    "questions",
                    {"q": {"to": "cloud", "text": "t", "asked": "2024-05-01", "settles": ["hosts.app.keys"]}},
                ),
            ),
            {"hosts.app.keys": "cloud"},
        ),
        ((("case.about", ""),), {}),
        (
            (("case.about", ""), *ANOTHER),
            {"people.patient.country": "", "data.x.is": "", "agreements.clinic>soft.signed": "clinic"},
        ),
        (
            (("case.about", ""), ("hosts.page.operator", "unknown"), *ANOTHER),
            {"people.patient.country": "", "data.x.is": "", "hosts.page.about": ""},
        ),
        ((("case.about", ""), ("hosts.page.operator", "unknown")), {}),
    ],
)
def test_the_fact_is_asked_of(changes: tuple[tuple[str, Any], ...], others: dict[str, str]) -> None:
    loaded = load_case([("case.yaml", json.dumps(changed(*changes)).encode())], KNOWLEDGE)
    asked = Addressees(loaded.case)
    assert {route: asked.of(route) for route in ASKED} == {**ASKED, **others}

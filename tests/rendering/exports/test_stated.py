"""What a case states is in its papers, whatever the flows show; what it does not state is said not to be declared."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from auditor.rendering.exports.dossier import Dossier
from tests.rendering.exports.papers import assessments, rows

Judge = Callable[..., Dossier]

LIBRARY: dict[str, Any] = {
    "auditor": "1",
    "known": "documented",
    "source": "record",
    "case": {
        "id": "library",
        "as_of": "2026-02-01",
        "about": "library",
        "policies": ["gdpr", "transfers", "roles"],
    },
    "sources": {"record": {"kind": "register", "title": "Record", "date": "2026-01-05"}},
    "people": {"reader": {"title": "Readers"}},
    "organisations": {
        "library": {"name": "Library", "country": "FR", "parent": "none", "dpo": "dpo@library.example"},
        "printer": {"name": "Printer", "country": "BE", "parent": "none"},
        "archive": {"name": "Archive", "country": "CA", "parent": "none"},
    },
    "activities": {
        "loans": {
            "title": "Loans",
            "purpose": "search",
            "people": "reader",
            "data": ["identity", "religious-belief"],
            "controller": "library",
            "processors": ["printer", "archive"],
            "recipients": "none",
            "transfers": ["CA", "IN"],
            "legal_basis": "public-task",
            "special_basis": "9.2.g",
            "retention": "unlimited",
            "measures": ["encryption-at-rest", "badges at the door"],
            "recorded": "true",
        }
    },
    "flows": {
        "ask": {"for": "loans", "from": "reader", "to": "library", "data": "identity", "transport": "tls"}
    },
    "agreements": [{"between": ["library", "printer"], "is": "processing"}],
}


def with_(**loans: Any) -> dict[str, Any]:
    tree = deepcopy(LIBRARY)
    tree["activities"]["loans"].update(loans)
    return tree


def sheet(result: Dossier, lang: str = "en") -> dict[str, str]:
    return rows(result, lang)[0]


def test_processors_that_no_flow_reaches_are_recipients_with_their_role_and_contract(judge: Judge) -> None:
    told = sheet(judge(LIBRARY))
    assert told["Recipients"].splitlines() == [
        "Archive (processor)",
        "Printer (processor)",
        "as the sheet states: none",
    ]
    archive, printer = told["Contracts with processors"].splitlines()
    assert printer == "Printer · processing, with Library (record)"
    assert archive == "Archive · no contract found in the documents listed"


def test_the_role_is_told_for_each_activity_of_which_somebody_is_processor(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["activities"]["visits"] = {**tree["activities"]["loans"], "title": "Visits"}
    tree["flows"]["send"] = {"for": "visits", "from": "library", "to": "printer", "data": "identity"}
    for told in rows(judge(tree), "en"):
        assert "Printer (processor)" in told["Recipients"].splitlines()
        assert "Printer · processing" in told["Contracts with processors"]


def test_a_processor_that_runs_the_machine_below_is_in_the_record_and_so_is_the_machine(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["hosts"] = {
        "desk": {"operator": "library", "runs_on": "rack", "location": "FR"},
        "rack": {"operator": "printer", "location": "BE"},
    }
    tree["flows"] = {"show": {"for": "loans", "from": "desk", "to": "reader", "data": "identity"}}
    told = sheet(judge(tree))
    assert "Printer (processor)" in told["Recipients"]
    assert told["Location of data"].splitlines() == ["desk (France)", "rack (Belgium)"]
    assert not any(": ," in cell for cell in told.values())


def test_countries_and_third_countries_that_are_stated_are_told(judge: Judge) -> None:
    told = sheet(judge(LIBRARY))
    assert "not stated" not in told["Recipients in third countries"]
    assert told["Recipients in third countries"].splitlines() == [
        "as the sheet states: Canada",
        "as the sheet states: India",
    ]
    tree = with_(transfers="none")
    tree["organisations"]["archive"]["country"] = "unknown"
    assert sheet(judge(tree))["Recipients in third countries"].splitlines() == [
        "as the sheet states: none",
        "not known: Archive, country not stated",
    ]


@pytest.mark.parametrize(
    ("measures", "en", "fr"),
    [
        (["encryption-at-rest", "training"], "encryption at rest", "chiffrement au repos"),
        ("badges at the door", "badges at the door", "badges at the door"),
        ("none", "none", "aucun"),
        ({"value": ["backup"], "known": "declared"}, "backups", "sauvegardes"),
    ],
)
def test_measures_are_told_in_words(judge: Judge, measures: Any, en: str, fr: str) -> None:
    result = judge(with_(measures=measures))
    assert sheet(result)["Security measures stated"].splitlines()[0] == en
    assert sheet(result, "fr")["Mesures de sécurité énoncées"].splitlines()[0] == fr
    assert en in json.dumps(assessments(result, "en")["loans"])


def test_free_words_are_no_words_of_the_vocabulary(judge: Judge) -> None:
    told = sheet(judge(LIBRARY), "fr")
    assert told["Finalité"] == "search"
    assert told["Durée de conservation"] == "sans limite de durée"
    assert sheet(judge(with_(retention="as long as necessary")))["Retention"] == "as long as necessary"


def test_a_condition_of_art_9_is_told_by_its_point_and_meaning(judge: Judge) -> None:
    result = judge(LIBRARY)
    assert sheet(result)["Legal basis"].splitlines() == [
        "a public task",
        "art. 9(2)(g): substantial public interest",
    ]
    assert "intérêt public important" in sheet(result, "fr")["Base légale"]


@pytest.mark.parametrize(
    ("dpo", "told"),
    [
        ("dpo@library.example", "dpo@library.example"),
        ({"value": "box 3", "known": "declared"}, "box 3"),
        ("none", "none"),
        ("unknown", "not declared"),
        (None, "not declared"),
    ],
)
def test_the_data_protection_officer_is_declared_where_stated(judge: Judge, dpo: Any, told: str) -> None:
    tree = deepcopy(LIBRARY)
    del tree["organisations"]["library"]["dpo"]
    tree["organisations"]["library"].update({} if dpo is None else {"dpo": dpo})
    assert sheet(judge(tree))["Data protection officer"] == told


def test_each_of_several_controllers_has_its_officer(judge: Judge) -> None:
    tree = with_(controller=["library", "archive"], joint="joint", processors="printer")
    tree["organisations"]["archive"]["dpo"] = "privacy@archive.example"
    assert sheet(judge(tree))["Data protection officer"].splitlines() == [
        "Library: dpo@library.example",
        "Archive: privacy@archive.example",
    ]


def test_a_kind_of_recipient_is_told_in_words(judge: Judge) -> None:
    told = sheet(judge(with_(recipients=["bank", "archive"], processors="printer")))
    assert "a bank" in told["Recipients"]
    assert "Archive" in told["Recipients"]
    assert "as the sheet states" not in told["Recipients"]


def test_nothing_stated_is_nothing_declared(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["activities"]["loans"] = {"people": "reader", "data": "identity", "controller": "library"}
    told = sheet(judge(tree))
    for head in ("Purpose", "Retention", "Legal basis", "Contracts with processors", "Impact assessment"):
        assert told[head] == "not declared"
    assert "as the sheet states" not in "".join(told.values())


def test_what_supplements_a_tool_is_told_in_the_transfer_assessment(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["organisations"]["archive"]["country"] = "IN"
    tree["flows"]["send"] = {"for": "loans", "from": "library", "to": "archive", "data": "identity"}
    tree["agreements"].append(
        {"between": ["library", "archive"], "is": "scc", "assessment": "done", "measures": "effective"}
    )
    result = judge(tree)
    (told,) = rows(result, "en", "transfers")
    assert told["Supplementary measures"].splitlines() == [
        "effective",
        "assessment of the country's law: done",
    ]
    (french,) = rows(result, "fr", "transfers")
    assert french["Mesures supplémentaires"].splitlines()[0] == "efficaces"


def test_further_purposes_bases_periods_and_services_inside_are_declared(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["activities"]["loans"] = {
        "people": "reader",
        "data": "identity",
        "controller": "library",
        "purposes": {"count": {"title": "Count loans"}},
        "retentions": {
            "identity": {"active": "2 years", "archive": "unlimited", "end": "erased"},
            "personal": {"active": {"value": "unknown", "known": "declared"}},
        },
        "internal": ["Stacks", "unknown"],
        "legal_basis": {
            "value": "unknown",
            "versions": [{"value": "contract", "source": "record"}, {"value": "consent", "source": "record"}],
        },
    }
    told = sheet(judge(tree))
    assert told["Purpose"] == "Count loans"
    assert told["Retention"] == "identity: in use 2 years, in archive without a limit in time, then erased"
    assert told["Recipients"].splitlines()[0] == "Stacks (internal service)"
    assert told["Legal basis"].splitlines() == ["contract", "consent"]

"""Entries of a record brought together: their ids, whose they are, and which of several sheets of one activity says what."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.making import HEAD, PAYROLL, form, text, workbook
from tests.importing.reading import Tree, read
from tests.importing.test_entry import kept
from tests.importing.test_small_records import questions


def of(head: list[str], *rows: list[str], **asked: Any) -> Tree:
    return read("register", text([head, *rows]), name="r.csv", **asked)


REF = ["N°", *HEAD]


@pytest.mark.parametrize(
    ("ref", "title", "name"),
    [
        ("R1", "Paie", "paie"),
        ("", "Paie", "paie"),
        ("R1", "", "payer-les-salaires"),
        ("R1", "Paie (agents)", "paie"),
        ("R1", "Paie ; Primes", "paie"),
    ],
)
def test_an_activity_has_the_id_of_its_title_else_of_its_purpose(ref: str, title: str, name: str) -> None:
    tree = of(REF, [ref, title, *PAYROLL[1:]])
    assert list(tree["activities"]) == [name]
    assert tree["activities"][name].get("ref") == (ref or None)


def test_two_activities_of_one_title_have_ids_of_their_own() -> None:
    tree = of(REF, ["R1", *PAYROLL], ["R2", *PAYROLL])
    assert {name: each["ref"] for name, each in tree["activities"].items()} == {"paie": "R1", "paie-2": "R2"}


def test_an_activity_that_is_said_to_be_one_of_the_case_has_its_id() -> None:
    tree = of(HEAD, PAYROLL, same={"paie": "booking"})
    assert list(tree["activities"]) == ["booking"]


def test_numbers_of_activities_are_kept_with_their_ids() -> None:
    record = of(REF, ["R1", *PAYROLL])["imports"]["m"]
    assert record["ids"] == {"R1": "paie"}


def test_a_record_that_is_said_to_be_complete_records_each_activity() -> None:
    assert of(HEAD, PAYROLL, complete="true")["activities"]["paie"]["recorded"] == "true"
    assert "recorded" not in of(HEAD, PAYROLL)["activities"]["paie"]


FRONT = [
    ["Organisme", "Soin SARL"],
    ["Adresse", "2 quai Bas"],
    ["Téléphone", "01 23 45 67 89"],
    ["SIRET", "000 00"],
]


def with_front(*rows: list[str], head: list[str] = HEAD, **asked: Any) -> Tree:
    return read("register", workbook({"Accueil": FRONT, "R": [head, *rows]}), name="r.xlsx", **asked)


def test_the_organisation_of_the_front_page_controls_what_its_record_lists() -> None:
    stated = with_front(PAYROLL)["activities"]["paie"]["controller"]
    assert (stated["value"], stated["source"]) == ("soin-sarl", "m#Accueil!B1")


def test_a_row_that_names_its_own_controller_is_of_both() -> None:
    tree = with_front([*PAYROLL, "Cure SA"], head=[*HEAD, "Responsable du traitement"])
    assert tree["activities"]["paie"]["controller"]["value"] == ["soin-sarl", "cure-sa"]


def test_a_record_of_a_processor_says_of_nobody_that_it_controls() -> None:
    tree = read(
        "register", workbook({"Accueil": FRONT, "R": [HEAD, PAYROLL]}), name="r.xlsx", keeper="processor"
    )
    assert "controller" not in tree["activities"]["paie"]


SERVICE = [
    "Client (responsable de traitement)",
    "Coordonnées du client",
    "Catégories de traitements effectués",
    "Mesures de sécurité",
]


@pytest.mark.parametrize(
    ("client", "clients", "controller"),
    [
        ("Clinique SA", "clinique-sa", "clinique-sa"),
        ("Clinique SA ; Cure SA", ["clinique-sa", "cure-sa"], None),
        ("Tous nos clients", "unknown", None),
    ],
)
def test_a_service_is_rendered_to_the_clients_that_its_row_names(
    client: str, clients: Any, controller: Any
) -> None:
    tree = read(
        "register",
        workbook({"R": [SERVICE, [client, "2 quai Bas", "Hébergement", "Chiffrement"]]}),
        name="r.xlsx",
    )
    (activity,) = tree["activities"].values()
    assert activity["clients"]["value"] == clients
    assert activity.get("controller", {}).get("value") == controller
    assert activity["title"] == {"fr": "Hébergement"}


def test_sensitive_data_that_a_record_names_and_denies_are_asked_about() -> None:
    head, cells = [*HEAD, "Données sensibles"], [*PAYROLL[:4], "nom, santé", *PAYROLL[5:], "Non"]
    tree = of(head, cells)
    declared = tree["activities"]["paie"]["declares_special"]
    assert declared["value"] == "unknown"
    assert [each["value"] for each in declared["versions"]] == ["false", "true"]
    assert [(fact, why) for fact, why, _ in questions(tree["imports"]["m"])] == [
        ("declares_special", "differs")
    ]
    plain = of(head, [*PAYROLL, "Non"])["activities"]["paie"]["declares_special"]
    assert plain["value"] == "false"


def test_of_a_list_beside_a_sheet_of_its_own_the_sheet_says_the_purpose() -> None:
    rows = [["R1", "Paie", "Autre chose", *PAYROLL[2:]]]
    tree = read("register", workbook({"F": form("Paie", "R1"), "L": [REF, *rows]}), name="r.xlsx")
    activity = tree["activities"]["paie"]
    assert activity["purpose"]["value"] == "Servir"
    assert "Autre chose" in kept(tree["imports"]["m"]).values()
    same = [["R1", "Paie", "Servir", *PAYROLL[2:]]]
    tree = read("register", workbook({"F": form("Paie", "R1"), "L": [REF, *same]}), name="r.xlsx")
    assert "also" in tree["activities"]["paie"]["purpose"]


def test_the_day_and_the_version_of_a_record_are_those_of_its_front_page() -> None:
    front = [*FRONT, ["Version", "3 du 15/03/2024"]]
    tree = read("register", workbook({"Accueil": front, "R": [HEAD, PAYROLL]}), name="r.xlsx")
    assert tree["sources"]["m"]["date"] == "2024-03-15"
    assert "version" in tree["imports"]["m"]


@pytest.mark.parametrize(
    ("row", "data"),
    [
        (["Etat civil", "nom"], ["identity"]),
        (["Etat civil", "santé"], ["health"]),
        (["Etat civil", "santé, nom"], ["health", "identity"]),
        (["Vie personnelle", "loisirs"], ["vie-personnelle"]),
        (["Autre", "loisirs"], ["autre"]),
    ],
)
def test_a_row_of_data_is_of_the_kind_of_its_label_narrowed_by_its_words(
    row: list[str], data: list[str]
) -> None:
    whole = form("Paie", "R1", data=[row])
    tree = read("register", workbook({"F": whole}), name="r.xlsx")
    assert tree["activities"]["paie"]["data"] == data
    own = [name for name in data if name in tree.get("data", {})]
    assert [tree["data"][name]["is"] for name in own] == ["personal"] * len(own)


def test_data_that_nobody_knows_is_the_case_s_own_below_personal_data() -> None:
    tree = of(HEAD, [*PAYROLL[:4], "nom, pointure, Pointure", *PAYROLL[5:]])
    assert tree["activities"]["paie"]["data"] == ["identity", "pointure"]
    assert tree["data"] == {"pointure": {"is": "personal", "title": "pointure", "source": "m#E2"}}

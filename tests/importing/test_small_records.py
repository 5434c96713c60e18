"""Small records of processing, one cell at a time: which fact its words become, which question, and what is told of the rest."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from auditor.loading.importing.format import Document
from auditor.loading.importing.sheets import book
from tests.importing.making import HEAD, PAYROLL, form, text, workbook
from tests.importing.reading import Tree, imported, read


def row(column: str, words: str, **said: Any) -> tuple[Tree, Tree]:
    """The activity and the record of a table in which one column stands for one more, or for that of the same head."""
    head, cells = [*HEAD], [*PAYROLL]
    if column in head:
        cells[head.index(column)] = words
    else:
        head, cells = [*head, column], [*cells, words]
    tree = read("register", text([head, cells]), name="r.csv", **said)
    return tree["activities"]["paie"], tree["imports"]["m"]


def questions(record: Tree) -> list[tuple[str, str, str | None]]:
    asked = record.get("to_ask", [])
    return [
        (each["fact"].removeprefix("activities.paie."), each["why"], each.get("suggest")) for each in asked
    ]


@pytest.mark.parametrize(
    ("words", "basis", "texts"),
    [
        ("Contrat", "contract", None),
        ("Obligation légale (Code du travail)", "legal-obligation", "Code du travail"),
        ("Obligation légale (art. 6.1.c)", "legal-obligation", None),
        ("Obligation légale (art. 6.1.c) (Code du travail)", "legal-obligation", "Code du travail"),
        ("art. 6.1.f", "legitimate-interest", None),
    ],
)
def test_what_stands_in_brackets_beside_a_basis_is_the_text_that_obliges_unless_it_is_the_article(
    words: str, basis: str, texts: str | None
) -> None:
    activity, record = row("Base légale", words)
    assert activity["legal_basis"]["value"] == basis
    assert questions(record) == []
    stated = activity.get("legal_text")
    assert (stated["value"] if stated else None) == texts


def test_two_bases_in_one_cell_are_asked_about_once() -> None:
    activity, record = row("Base légale", "Consentement / intérêt légitime")
    assert questions(record) == [("legal_basis", "several", "consent, legitimate-interest")]
    assert [each["value"] for each in activity["legal_basis"]["versions"]] == [
        "consent",
        "legitimate-interest",
    ]


def test_two_cells_that_differ_are_asked_about_with_what_each_says() -> None:
    head, cells = [*HEAD, "AIPD", "AIPD"], [*PAYROLL, "Oui", "Non"]
    tree = read("register", text([head, cells]), name="r.csv")
    activity, record = tree["activities"]["paie"], tree["imports"]["m"]
    assert [(each["value"], each["source"]) for each in activity["dpia"]["versions"]] == [
        ("true", "m#J2"),
        ("false", "m#K2"),
    ]
    assert questions(record) == [("dpia", "differs", None)]
    same = read("register", text([head, [*PAYROLL, "Oui", "oui"]]), name="r.csv")["activities"]["paie"][
        "dpia"
    ]
    assert (same["value"], same["source"], same["also"]) == ("true", "m#J2", ["m#K2"])


@pytest.mark.parametrize(
    ("words", "tool", "why"),
    [
        ("CCT", "scc", None),
        ("BCR", "bcr", None),
        ("Privacy Shield", "unknown", "annulled"),
        ("confiance", "unknown", "not-a-word"),
    ],
)
def test_a_guarantee_is_one_of_the_list_or_asked_for(words: str, tool: str, why: str | None) -> None:
    activity, record = row("Garanties", words)
    assert activity["tool"]["value"] == tool
    assert [asked for fact, asked, _ in questions(record) if fact == "tool"] == ([why] if why else [])


def test_people_that_the_case_has_are_facts_of_their_cell_as_those_of_the_record_are() -> None:
    said, own = row("Personnes", "Adhérents", people={"Adhérents": "member"}), row("Personnes", "Adhérents")
    assert (said[0]["people"], own[0]["people"]) == (["member"], ["adherents"])
    assert said[1]["facts"] == own[1]["facts"] == "9"


def test_a_contract_is_a_paper_to_be_shown() -> None:
    _, record = row("Contrat de sous-traitance", "signé en 2021")
    assert [(fact, why) for fact, why, _ in questions(record)] == [("agreements", "paper")]


def test_a_cell_that_is_merged_down_holds_for_the_rows_it_covers_and_for_no_further_one() -> None:
    rows = [
        [*HEAD, "Service"],
        PAYROLL,
        ["Accès", *PAYROLL[1:]],
        ["Congés", *PAYROLL[1:]],
        ["Tri", *PAYROLL[1:]],
    ]
    tree = read("register", workbook({"R": rows}, merged={"R": "J2:J4"}), name="r.xlsx")
    assert {name: each.get("service", {}).get("source") for name, each in tree["activities"].items()} == {
        "paie": "m#R!J2",
        "acces": "m#R!J2",
        "conges": "m#R!J2",
        "tri": None,
    }


# the organisation, its officer and its representative


def parties(*front: list[Any]) -> tuple[Tree, Tree]:
    made = imported("register", workbook({"Accueil": list(front), "R": [HEAD, PAYROLL]}), name="r.xlsx")
    return made.tree, made.confidential.get("organisations", {})


def test_of_a_cell_of_an_address_only_the_address_is_kept() -> None:
    front = [
        ["Organisme", "Soin SARL"],
        ["E-mail", "écrire à accueil@soin.example"],
        ["Version", "3 du 15/03/2024"],
    ]
    _, secret = parties(*front, ["Adresse", "2 quai Bas"])
    assert secret["soin-sarl"]["contact"]["email"] == "accueil@soin.example"
    assert secret["soin-sarl"]["contact"]["address"] == "2 quai Bas"


def test_what_is_asked_of_a_person_is_asked_without_the_words() -> None:
    front = [
        ["Organisme", "Soin SARL"],
        ["Adresse", "2 quai Bas"],
        ["DPO", "à compléter"],
        ["SIRET", "000 00"],
    ]
    tree, _ = parties(*front)
    asked = [each for each in tree["imports"]["m"]["to_ask"] if each["why"] == "pending"]
    assert asked == [{"fact": "organisations.soin-sarl.dpo_contact", "at": "m#Accueil!B3", "why": "pending"}]


def test_a_label_with_nothing_beside_it_says_nothing_of_anybody() -> None:
    front = [["Organisme", "Soin SARL"], ["DPO", ""], ["Représentant", ""], ["SIRET", "000 00"]]
    tree, secret = parties(*front)
    assert secret == {}
    assert set(tree["organisations"]["soin-sarl"]) == {"title", "kind", "name", "source", "ids"}


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("Ana Sol", "person", "Ana Sol"),
        ("Ana Sol, dpo@soin.example", "email", "dpo@soin.example"),
        ("dpo@soin.example", "email", "dpo@soin.example"),
        ("Garde SAS", "organisation", "garde-sas"),
    ],
)
def test_an_officer_is_a_person_an_address_or_a_firm(words: str, field: str, value: str) -> None:
    _, secret = parties(
        ["Organisme", "Soin SARL"], ["Adresse", "2 quai Bas"], ["DPO", words], ["SIRET", "00"]
    )
    assert secret["soin-sarl"]["dpo_contact"][field] == value


def test_a_value_stands_beside_its_label_and_no_label_is_the_value_of_another() -> None:
    front = [
        ["Organisme", "Soin SARL", "DPO", "Ana Sol"],
        ["Adresse", "2 quai Bas", "Adresse mél", "dpo@soin.example"],
        ["Téléphone", "Ville"],
        ["SIRET", "000 00"],
    ]
    _, secret = parties(*front)
    contact = {
        key: value for key, value in secret["soin-sarl"]["contact"].items() if key not in ("source", "also")
    }
    assert contact == {"address": "2 quai Bas"}
    assert secret["soin-sarl"]["dpo_contact"]["person"] == "Ana Sol"
    assert secret["soin-sarl"]["dpo_contact"]["email"] == "dpo@soin.example"


# forms


def of_form(**blocks: Any) -> tuple[Tree, Tree]:
    tree = read("register", workbook({"F": form("Paie", "R1", **blocks)}), name="r.xlsx")
    return tree["activities"]["paie"], tree["imports"]["m"]


@pytest.mark.parametrize(
    ("cells", "people"),
    [
        (["Salariés", "agents, stagiaires", "", "", ""], ["agents", "stagiaires"]),
        (["Salariés", "", "", "", "intérim, vacataires"], ["interim", "vacataires"]),
        (["Salariés", "Autres", "", "", "intérim"], ["interim"]),
        (["Salariés", "agents", "", "", "saisonniers"], ["agents"]),
    ],
)
def test_the_people_of_a_row_are_those_described_or_else_specified(
    cells: list[str], people: list[str]
) -> None:
    activity, record = of_form(people=[cells])
    assert activity["people"] == people
    kept = [each["words"] for each in record.get("kept", [])]
    assert ("saisonniers" in kept) is (cells[4] == "saisonniers")


def test_other_people_of_whom_nothing_more_is_said_are_asked_for() -> None:
    _, record = of_form(people=[["Salariés", "Autres", "", "", ""]])
    assert ("people", "not-a-word", None) in questions(record)


@pytest.mark.parametrize(
    ("cells", "transfers", "tool"),
    [
        (["Destinataire 1", "Rack Inc", "Inde", "CCT"], "IN", "scc"),
        (["Destinataire 1", "Rack Inc", "Inde", ""], "IN", None),
        (["Destinataire 1", "Rack Inc", "ailleurs", ""], "unknown", None),
        (["Destinataire 1", "Néant", "", ""], "none", None),
    ],
)
def test_a_row_of_transfers_names_who_where_and_on_what_it_rests(
    cells: list[str], transfers: str, tool: str | None
) -> None:
    activity, _ = of_form(transfers=[cells])
    assert activity["transfers"]["value"] == transfers
    assert activity.get("tool", {}).get("value") == tool


# sheets


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (dt.date(2024, 3, 15), "2024-03-15"),
        (dt.datetime(2024, 3, 15, 0, 0), "2024-03-15"),  # noqa: DTZ001
        (dt.datetime(2024, 3, 15, 9, 30), "2024-03-15 09:30:00"),  # noqa: DTZ001
        (7, "7"),
        ("  x\r\ny ", "x\ny"),
    ],
)
def test_a_cell_of_a_workbook_is_shown_as_it_is_meant(value: Any, shown: str) -> None:
    (sheet,) = book(Document(name="x.xlsx", data=workbook({"R": [[value]]}))).sheets
    assert sheet.text(0, 0) == shown

"""How a record is laid out: which sheets and rows state something, and why the others are left out."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import NothingToCheck, Refused
from tests.importing.making import HEAD, PAYROLL, PROMPT, form, text, workbook
from tests.importing.reading import Tree, imported, read

OTHER = ["Accès", *PAYROLL[1:]]


def left(tree: Tree) -> list[tuple[str, str, str]]:
    return [
        (each["at"].partition("#")[2], each["what"], each.get("words", ""))
        for each in tree["imports"]["m"].get("left", [])
    ]


def of(sheets: dict[str, Any], **more: Any) -> Tree:
    return read("register", workbook(sheets, **more), name="r.xlsx")


def rows(*lines: list[str]) -> Tree:
    return read("register", text([HEAD, PAYROLL, *lines]), name="r.csv")


@pytest.mark.parametrize(
    ("name", "sheet", "why"),
    [
        ("Notes", [["Quelques mots"]], "no-register"),
        ("Exemple", [HEAD, OTHER], "example"),
        ("exemple_de_fiche", [HEAD, OTHER], "example"),
    ],
)
def test_a_sheet_that_states_nothing_is_told_with_its_name(
    name: str, sheet: list[list[str]], why: str
) -> None:
    tree = of({"R": [HEAD, PAYROLL], name: sheet})
    assert set(tree["activities"]) == {"paie"}
    assert (f"{name}!A1", why, name) in [(at.replace("'", ""), what, words) for at, what, words in left(tree)]


def test_a_hidden_sheet_is_told_and_not_read() -> None:
    tree = of({"R": [HEAD, PAYROLL], "Caché": [HEAD, OTHER]}, hidden=["Caché"])
    assert set(tree["activities"]) == {"paie"}
    assert "hidden-sheet" in [what for _, what, _ in left(tree)]


def test_two_sheets_of_activities_are_both_read() -> None:
    assert set(of({"R": [HEAD, PAYROLL], "S": [HEAD, OTHER]})["activities"]) == {"paie", "acces"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["Total : 2"], "not-a-row"),
        (["", "", "", "", "", "5 ans"], "not-a-row"),
        (["(exemple) Paie des agents", *PAYROLL[1:]], "example"),
        (["Exemple", *PAYROLL[1:]], "example"),
    ],
)
def test_a_row_that_states_no_activity_is_told(line: list[str], why: str) -> None:
    tree = rows(line)
    assert set(tree["activities"]) == {"paie"}
    assert why in [what for _, what, _ in left(tree)]


def test_a_heading_that_the_program_does_not_know_is_told_where_it_stands() -> None:
    tree = read("register", text([[*HEAD, "Couleur"], [*PAYROLL, "bleu"]]), name="r.csv")
    assert ("J1", "heading-unknown", "Couleur") in left(tree)
    assert {"at": "m#J2", "label": "Couleur", "words": "bleu"} in tree["imports"]["m"]["kept"]


def test_a_heading_that_stands_a_row_above_counts_where_there_is_none_below() -> None:
    above = ["", "", "", "", "", "", "", "", "", "AIPD"]
    tree = read("register", text([above, [*HEAD, ""], [*PAYROLL, "Oui"]]), name="r.csv")
    assert tree["activities"]["paie"]["dpia"]["value"] == "true"


@pytest.mark.parametrize("before", [0, 1, 5])
def test_heads_may_stand_below_a_title(before: int) -> None:
    lines = [[f"Registre {number}"] for number in range(before)]
    tree = read("register", text([*lines, HEAD, PAYROLL]), name="r.csv")
    assert set(tree["activities"]) == {"paie"}


def test_a_form_that_nobody_filled_in_is_told() -> None:
    empty = [
        row for row in form(PROMPT, "R1") if row[:1] not in (["Finalité principale"], ["Sous-finalité 1"])
    ]
    tree = of({"R": [HEAD, PAYROLL], "F": empty})
    assert set(tree["activities"]) == {"paie"}
    assert "untouched" in [what for _, what, _ in left(tree)]


def test_a_form_that_is_an_example_is_told() -> None:
    tree = of({"R": [HEAD, PAYROLL], "F": form("Exemple : gestion des accès", "R9")})
    assert set(tree["activities"]) == {"paie"}
    assert "example" in [what for _, what, _ in left(tree)]


def test_cells_merged_over_rows_hold_for_each_and_are_told() -> None:
    lines = [[*HEAD, "Service"], PAYROLL, OTHER]
    tree = of({"R": lines}, merged={"R": "J2:J3"})
    assert ("R!J2", "merged", "R!J2:R!J3") in [
        (at, what, words.replace("m#", "")) for at, what, words in left(tree)
    ]
    assert {each["service"]["source"] for each in tree["activities"].values()} == {"m#R!J2"}


def test_a_cell_that_a_formula_makes_is_told() -> None:
    tree = of({"R": [HEAD, [*PAYROLL[:5], ('="5"&" ans"', "5 ans"), *PAYROLL[6:]]]})
    assert tree["activities"]["paie"]["retention"]["value"] == "5 ans"
    assert ("R!F2", "formula", "5 ans") in left(tree)


@pytest.mark.parametrize("data", [[["Quelques mots"]], [HEAD], [[]]])
def test_a_record_without_an_entry_is_none(data: list[list[str]]) -> None:
    with pytest.raises((NothingToCheck, Refused, AssertionError)):
        read("register", text(data), name="r.csv")


def test_a_record_of_services_is_that_of_a_processor_and_one_of_activities_is_as_is_said() -> None:
    head = [
        "Client (responsable de traitement)",
        "Coordonnées du client",
        "Catégories de traitements effectués",
        "Mesures de sécurité",
    ]
    services = of({"R": [head, ["Clinique SA", "2 quai Bas", "Hébergement", "Chiffrement"]]})
    assert services["imports"]["m"]["keeper"] == "processor"
    for keeper in ("controller", "processor"):
        made = imported("register", text([HEAD, PAYROLL]), name="r.csv", keeper=keeper)
        assert made.tree["imports"]["m"]["keeper"] == keeper


def test_what_is_left_out_by_hand_is_told_and_what_is_nowhere_is_refused() -> None:
    tree = read("register", text([HEAD, PAYROLL, OTHER]), name="r.csv", leave_out={"Paie": "gone"})
    assert set(tree["activities"]) == {"acces"}
    with pytest.raises(Exception, match="Nulle part"):
        read("register", text([HEAD, PAYROLL]), name="r.csv", leave_out={"Nulle part": "gone"})


# actors of a form


def actors(*rows_of_actors: list[Any]) -> tuple[Tree, Tree]:
    whole = form("Paie", "R1")
    at = next(number for number, row in enumerate(whole) if row[:1] == ["Acteurs"])
    end = next(number for number in range(at, len(whole)) if not whole[number])
    made = imported(
        "register", workbook({"F": [*whole[: at + 1], *rows_of_actors, *whole[end:]]}), name="r.xlsx"
    )
    return made.tree, made.confidential.get("organisations", {})


RESPONSIBLE = [
    "Responsable du traitement",
    "Soin SARL",
    "2 quai Bas",
    35000,
    "Rennes",
    "France",
    "01 23 45 67 89",
    "accueil@soin.example",
]


def test_the_details_of_an_actor_stand_below_their_heads() -> None:
    tree, secret = actors(RESPONSIBLE)
    contact = {
        key: value for key, value in secret["soin-sarl"]["contact"].items() if key not in ("source", "also")
    }
    assert contact == {
        "address": "2 quai Bas",
        "postcode": "35000",
        "city": "Rennes",
        "country": "FR",
        "phone": "01 23 45 67 89",
        "email": "accueil@soin.example",
    }
    assert tree["activities"]["paie"]["controller"]["value"] == "soin-sarl"


def test_a_joint_controller_of_a_form_controls_with_the_other() -> None:
    tree, _ = actors(RESPONSIBLE, ["Responsable conjoint", "Cure SA"])
    assert tree["activities"]["paie"]["controller"]["value"] == ["soin-sarl", "cure-sa"]
    assert tree["activities"]["paie"]["joint"]["value"] == "joint"


def test_an_officer_and_a_representative_are_those_of_the_organisation() -> None:
    tree, secret = actors(
        RESPONSIBLE,
        ["Délégué à la protection des données", "Ana Sol", "", "", "", "", "", "dpo@soin.example"],
        ["Représentant", "N/A"],
    )
    assert secret["soin-sarl"]["dpo_contact"]["person"] == "Ana Sol"
    assert secret["soin-sarl"]["dpo"]["value"] == "dpo@soin.example"
    assert tree["organisations"]["soin-sarl"]["representative"]["value"] == "none"


@pytest.mark.parametrize("before", [0, 1, 2])
@pytest.mark.parametrize(
    ("above", "name"), [("Traitement", "paie"), ("Responsable du traitement", "payer-les-salaires")]
)
def test_a_name_is_that_of_the_processing_where_its_heading_stands_below_that_one(
    before: int, above: str, name: str
) -> None:
    titles = [["Registre"]] * before
    tree = read("register", text([*titles, [above], ["Nom", *HEAD[1:]], PAYROLL]), name="r.csv")
    assert list(tree["activities"]) == [name]


@pytest.mark.parametrize("before", [0, 1, 3])
def test_a_heading_a_row_above_counts_wherever_the_heads_stand(before: int) -> None:
    above = ["", "", "", "", "", "", "", "", "", "AIPD"]
    lines = [*([["Registre"]] * before), above, [*HEAD, ""], [*PAYROLL, "Oui"]]
    tree = read("register", text(lines), name="r.csv")
    assert tree["activities"]["paie"]["dpia"]["value"] == "true"

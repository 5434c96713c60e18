"""One sheet per activity, as the simplified workbook of the CNIL: found by labels, whatever rows were added or taken away."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest

from tests.importing.conftest import Desk
from tests.importing.making import PROMPT, form, open_document, workbook

DATA = [
    ["État civil, identité, données d'identification, images…", "Nom, adresse", "", "", "5 ans"],
    ["Vie personnelle (habitudes de vie, etc.)", "Loisirs", "", "", "année scolaire + 1 an"],
    ["Données concernant la santé", "allergies", "", "", "1 an"],
    ["Données révélant l'appartenance syndicale", "Non"],
    ["Données révélant les convictions religieuses", "?"],
]
SHEET = form(
    "Cantine",
    "PE-1",
    data=DATA,
    people=[["Catégorie de personnes 1", "Autres (préciser)", "", "", "Enfants"], ["Catégorie de personnes 2", "Salariés", "", "", "vacataires"]],
    recipients=[
        ["Destinataire 1", "Service interne qui traite les données", "", "", "Service enfance"],
        ["Destinataire 2", "Sous-traitants", "", "", "Ludix (portail) – serveurs AWS Francfort"],
        ["Destinataire 3", "Partenaires institutionnels ou commerciaux", "", "", "URSSAF, CAF"],
        ["Destinataire 4", PROMPT],
    ],
    measures=[
        ["Mesure de sécurité 1", "Contrôle d'accès des utilisateurs", "", "", "par profil"],
        ["Mesure de sécurité 2", "Sauvegarde des données"],
        ["Mesure de sécurité 3", "Autres mesures (à préciser)", "", "", "à compléter"],
    ],
    transfers=[["Organisme destinataire 1", "Mailo Inc.", "Etats-Unis", "Privacy shield", "", "voir contrat"], ["Organisme destinataire 2", "néant"]],
    extra=[["Base légale", "Mission d'intérêt public (art. 6.1.e)"]],
)  # fmt: skip


@pytest.fixture(params=[workbook, open_document], ids=["xlsx", "ods"])
def tree(desk: Desk, request: pytest.FixtureRequest) -> Any:
    model = form("", "", people=[["Catégorie de personnes 1", PROMPT]])
    desk.put(
        "register.ods", request.param({"Tutoriel": [["Bonjour"]], "3_-_Modèle": model, "Fiche 3": SHEET})
    )
    desk.imported("register.ods")
    return desk.facts()


def test_each_block_gives_its_facts(tree: Any) -> None:
    activity = tree["activities"]["cantine"]
    assert activity["ref"] == "PE-1"
    assert activity["purpose"]["value"] == "Servir"
    assert activity["purposes"]["compter"]["title"] == {"fr": "Compter"}
    assert activity["legal_basis"]["value"] == "public-task"
    assert activity["data"] == ["identity", "contact", "vie-personnelle", "health"]
    assert activity["people"] == ["enfants", "salaries"]
    assert activity["internal"]["value"] == "Service enfance"
    assert activity["recipients"]["value"] == ["urssaf", "caf", "mailo-inc"]
    assert activity["processors"]["value"] == "ludix"
    assert activity["transfers"]["value"] == "US"
    assert activity["entry"]["created"] == "2020-01-02"
    assert activity["entry"]["updated"] == "2024-04-03"
    assert activity["controller"]["value"] == "commune-d-essai"
    assert tree["data"]["vie-personnelle"]["is"] == "personal"
    assert tree["organisations"]["commune-d-essai"]["representative"]["value"] == "none"


def test_the_place_of_each_is_where_it_stands_on_its_sheet(tree: Any) -> None:
    activity = tree["activities"]["cantine"]
    assert activity["source"] == "register#Fiche 3!B3"
    assert activity["purpose"]["source"] == "register#Fiche 3!B14"


def test_periods_are_kept_by_category_and_those_that_are_none_asked(tree: Any) -> None:
    kept = tree["activities"]["cantine"]["retentions"]
    assert kept["identity"]["active"]["value"] == "5 ans"
    assert kept["health"]["active"]["value"] == "1 an"
    assert kept["vie-personnelle"]["active"]["value"] == "unknown"
    assert kept["vie-personnelle"]["active"]["quote"] == "année scolaire + 1 an"
    assert "retention" not in tree["activities"]["cantine"]


def test_a_row_that_says_no_is_told_and_one_that_says_perhaps_is_asked(tree: Any) -> None:
    record = tree["imports"]["register"]
    assert "trade-union" not in tree["activities"]["cantine"]["data"]
    assert "religious-belief" not in tree["activities"]["cantine"]["data"]
    assert [each["suggest"] for each in record["to_ask"] if each["why"] == "is-it-processed"] == [
        "religious-belief"
    ]
    assert {each["words"] for each in record["left"] if each["what"] == "negative-row"} == {"Non", "néant"}


def test_measures_have_their_detail_beside_and_prove_no_flow(tree: Any) -> None:
    activity = tree["activities"]["cantine"]
    assert activity["measures"]["value"] == ["access-control", "par profil", "backup", "unknown"]
    assert not {"hosts", "flows"} & set(tree)


def test_what_is_said_in_passing_is_kept_in_words_and_the_rest_asked(tree: Any) -> None:
    record = tree["imports"]["register"]
    assert "Ludix (portail) – serveurs AWS Francfort" in {each["words"] for each in record["kept"]}
    assert {"which-company", "which-country", "annulled", "paper", "pending"} <= {
        each["why"] for each in record["to_ask"]
    }
    assert "vacataires" in {each["words"] for each in record["kept"]}


def test_templates_and_sheets_without_labels_are_told(tree: Any) -> None:
    told = {each["words"]: each["what"] for each in tree["imports"]["register"]["left"]}
    assert told["Tutoriel"] == "no-register"
    assert told["3_-_Modèle"] == "example"
    assert list(tree["activities"]) == ["cantine"]


def test_the_list_of_activities_agrees_with_their_sheets_and_names_one_without(desk: Desk) -> None:
    listed = [
        ["Coordonnées du responsable", "Nom : Roy", "Prénom : Eva", "Adresse mél : eva@essai.example"],
        [],
        ["", "", "", "", "Finalité du traitement"],
        [
            "Nom du traitement",
            "N° / RÉF",
            "Date de création de la fiche",
            "Dernière mise à jour de la fiche",
            "",
        ],
        ["(EXEMPLE) Paie", "1 - Exemple", "", "", "Paie"],
        ["Cantine", "PE-1", "02/01/2020", "03/04/2024", "Repas"],
        ["Cimetière", "EC-4", "", "", "Concessions"],
    ]
    desk.put("register.xlsx", workbook({"Liste": listed, "F": SHEET}))
    desk.imported("register.xlsx")
    tree, contacts = desk.facts(), desk.facts("register-contacts")
    assert list(tree["activities"]) == ["cantine", "cimetiere"]
    assert tree["activities"]["cantine"]["purpose"]["value"] == "Servir"
    assert tree["activities"]["cimetiere"]["purpose"]["value"] == "Concessions"
    asked = {(each["fact"], each["why"]) for each in tree["imports"]["register"]["to_ask"]}
    assert ("activities.cimetiere.recorded", "no-entry") in asked
    assert contacts["organisations"]["commune-d-essai"]["contact"]["person"] == "Eva Roy"


def test_two_sheets_that_say_two_things_are_versions(desk: Desk) -> None:
    listed = [
        ["Nom du traitement", "N° / RÉF", "Base légale", "Logiciel"],
        ["Cantine", "PE-1", "Consentement", "X"],
    ]
    desk.put("register.xlsx", workbook({"Liste": listed, "F": SHEET}))
    desk.imported("register.xlsx")
    basis = desk.facts()["activities"]["cantine"]["legal_basis"]
    assert {(each["value"], each["source"]) for each in basis["versions"]} == {
        ("public-task", "register#F!B16"),
        ("consent", "register#Liste!C2"),
    }


def test_persons_stand_in_the_confidential_file_alone(desk: Desk) -> None:
    desk.put("register.xlsx", workbook({"F": SHEET}))
    desk.imported("register.xlsx")
    desk.run("report", "case", "--out", "report", code=0)
    desk.run("check", "case", "--format", "json", "--output", "json:result.json")
    desk.run("bundle", "create", "case", "--public", "--out", "case.zip", code=0)
    with zipfile.ZipFile(desk.folder / "case.zip") as packed:
        public = [packed.read(name) for name in packed.namelist()]
    shown = [file.read_bytes() for file in (desk.folder / "report").rglob("*") if file.is_file()]
    named = b"Ana Sol"
    assert named in (desk.case / "imports" / "register-contacts.yaml").read_bytes()
    own = [data for name, data in desk.files().items() if name != "imports/register-contacts.yaml"]
    assert not [data for data in (*public, *shown, *own) if named in data]
    assert named not in (desk.folder / "result.json").read_bytes()

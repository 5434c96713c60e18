"""A record that was imported and is exported again says what it said, and imports as the same facts."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from auditor.loading.importing.register.labels import as_label, compared, labels, vocabulary
from auditor.text.vocabulary import DATA, MEASURES
from tests.importing.conftest import Desk
from tests.importing.making import HEAD, PAYROLL, PROMPT, form, open_document, text, workbook

CANTEEN = form(
    "Cantine",
    "PE-1",
    data=[
        ["État civil, identité, données d'identification, images…", "Nom, adresse", "", "", "5 ans"],
        ["Vie personnelle (habitudes de vie, etc.)", "Loisirs", "", "", "année scolaire + 1 an"],
        ["Données concernant la santé", "allergies", "", "", "1 an"],
        ["Données révélant l'appartenance syndicale", "Non"],
        ["Données révélant les convictions religieuses", "?"],
    ],
    people=[["Catégorie de personnes 1", "Autres (préciser)", "", "", "Enfants"], ["Catégorie de personnes 2", "Salariés", "", "", "vacataires"]],
    recipients=[
        ["Destinataire 1", "Service interne qui traite les données", "", "", "Service enfance"],
        ["Destinataire 2", "Sous-traitants", "", "", "Ludix (portail) – serveurs AWS Francfort"],
        ["Destinataire 3", "Partenaires institutionnels ou commerciaux", "", "", "URSSAF, CAF"],
    ],
    measures=[
        ["Mesure de sécurité 1", "Contrôle d'accès des utilisateurs", "", "", "par profil"],
        ["Mesure de sécurité 2", "Sauvegarde des données"],
        ["Mesure de sécurité 3", "Autres mesures (à préciser)", "", "", "à compléter"],
    ],
    transfers=[["Organisme destinataire 1", "Mailo Inc.", "Etats-Unis", "Privacy shield", "", "voir contrat"]],
    extra=[["Base légale", "Mission d'intérêt public (art. 6.1.e) et obligation légale"], ["AIPD réalisée ?", "Oui (2021), non mise à jour"]],
)  # fmt: skip
PAY = form(
    "Paie : agents/élus [2024]",
    "RH-1",
    data=[["Numéro de Sécurité Sociale (ou NIR)", "NIR", "", "", "5 ans"]],
    people=[["Catégorie de personnes 1", "Salariés"]],
    recipients=[["Destinataire 1", "Sous-traitants", "", "", "Payfoo SAS"]],
    transfers=[["Organisme destinataire 1", "néant"]],
)
LISTED = [
    ["Coordonnées du responsable", "Nom : Roy", "Prénom : Eva", "Adresse mél : eva@essai.example"],
    [],
    ["Nom du traitement", "N° / RÉF", "Date de création de la fiche", "Données sensibles ?"],
    ["Cantine", "PE-1", dt.date(2020, 1, 2), "Non"],
    ["Cimetière", "EC-4", "", "Oui"],
]
SHEETS = {"Liste": LISTED, "F1": CANTEEN, "F2": PAY}
#: What of a fact is not the fact: the cell it stands in, and the words where they are not the value.
BESIDE = ("source", "also", "quote", "note")


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items() if name not in BESIDE}
    return [bare(part) for part in value] if isinstance(value, list) else value


def again(desk: Desk, name: str, form: str, lang: str) -> tuple[Any, Any, bytes]:
    """Import a record, export it, import that; give both trees and the paper."""
    desk.imported(name, "--as", "one")
    desk.run("export", "register", "case", "--format", form, "--lang", lang, "--out", f"paper.{form}", code=0)
    paper = (desk.folder / f"paper.{form}").read_bytes()
    first = [desk.facts("one"), contacts(desk, "one")]
    desk.case = desk.folder / "again"
    desk.run("import", f"paper.{form}", "--into", "again", "--as", "one", "--write", code=0)
    second = [desk.facts("one"), contacts(desk, "one")]
    return first, second, paper


def contacts(desk: Desk, name: str) -> Any:
    there = (desk.case / "imports" / f"{name}-contacts.yaml").exists()
    return desk.facts(f"{name}-contacts") if there else {}


def same(first: Any, second: Any) -> None:
    for before, after in zip(first, second, strict=True):
        for section in ("people", "data", "organisations", "activities", "agreements"):
            assert bare(before.get(section, {})) == bare(after.get(section, {})), section


def cells(data: bytes) -> list[str]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [
        value.strftime("%d/%m/%Y")
        if isinstance(value, dt.date)
        else str(int(value) if isinstance(value, float) else value)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for value in row
        if value != ""
    ]


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_record_of_sheets_imports_again_as_the_same_facts(desk: Desk, form: str) -> None:
    desk.put("register.ods", open_document(SHEETS))
    first, second, _ = again(desk, "register.ods", form, "fr")
    same(first, second)


def test_every_filled_cell_of_the_record_is_found_in_the_paper(desk: Desk) -> None:
    data = workbook(SHEETS)
    desk.put("register.xlsx", data)
    _, _, paper = again(desk, "register.xlsx", "xlsx", "fr")
    found = " ".join(compared(line) for cell in cells(paper) for line in cell.split("\n"))
    # A heading of the list is said otherwise, and names of persons are joined: "Eva Roy".
    otherwise = ("Coordonnées du responsable", "Nom : Roy", "Prénom : Eva", "Adresse mél : eva@essai.example")
    lost = [cell for cell in cells(data) if cell not in otherwise and compared(cell) not in found]
    assert lost == []
    assert "Eva Roy" in cells(paper)
    assert "eva@essai.example" in cells(paper)


def like_the_layout() -> bytes:
    """A record of openpyxl as regulators hand it out: a tutorial, a list, a model, an example, sheets, a hidden list of countries."""
    book = openpyxl.Workbook()
    book.active.title = "Tutoriel"
    book.active["A1"] = "Comment remplir ce classeur"
    listed = [
        ["Coordonnées du responsable de l'organisme", "Nom : Ruiz", "", "Prénom : Ada"],
        ["", "Code postal : 01000", "", "Ville : Bourg"],
        ["Coordonnées du représentant", "Nom :"],
        ["Coordonnées du délégué à la protection des données (DPO)", "Nom : Sol", "", "Prénom : Luc"],
        ["Identification du traitement"],
        ["Nom du traitement", "N° / RÉF", "Date de création de la fiche", "Données sensibles ?"],
        ["(EXEMPLE) Paie", "1 - Exemple", "", "Non"],
        ["Cantine", "PE-1", "", "Non"],
        ["Cimetière", "EC-4", "", "Oui"],
    ]
    model = form("", "ref-001", people=[["Catégorie de personnes 1", PROMPT]])
    example = form(
        "Paie", "1 - Exemple", recipients=[["Destinataire 1", "Sous-traitants", "", "", "Banque d'exemple"]]
    )
    own = form(
        "Cantine",
        "PE-1",
        recipients=[["Destinataire 1", "Autre (préciser)", "", "", "association de parents"]],
        people=[["Catégorie de personnes 1", PROMPT]],
        extra=[["Délégué à la protection des données", "voir liste"]],
    )
    sheets = {"Liste": listed, "Modèle de fiche": model, "Exemple de fiche": example, "PE-1": own}
    for name, rows in {**sheets, "Listes": [["Garanties", "Zone"], ["Privacy shield", "Atlantide"]]}.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append([cell or None for cell in row])
    book["Listes"].sheet_state = "hidden"
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_word_of_a_workbook_as_regulators_hand_it_out_is_lost(desk: Desk, lang: str) -> None:
    data = like_the_layout()
    desk.put("register.xlsx", data)
    desk.imported("register.xlsx", "--as", "one")
    desk.run("export", "register", "case", "--format", "xlsx", "--lang", lang, "--out", "paper.xlsx", code=0)
    paper = (desk.folder / "paper.xlsx").read_bytes()
    said = {as_label(line) for cell in cells(paper) for line in [cell, *cell.split("\n")]}
    otherwise = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}")  # a day, which English papers write as 2020-01-02
    lost = [
        cell
        for cell in cells(data)
        if as_label(cell) not in said
        and not (lang == "en" and (labels().field(cell) or otherwise.fullmatch(cell)))
    ]
    assert lost == []
    book = openpyxl.load_workbook(BytesIO(paper))
    words = next(page for page in book if page.title in ("Autres mentions", "Other words"))
    places = {row[2].value: row[0].value for row in words.iter_rows(min_row=2)}
    assert places["Atlantide"] == "one#Listes!B2"
    assert places["Banque d'exemple"].startswith("one#Exemple de fiche!")
    kinds = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    assert any("Autre (préciser)" in row and "association de parents" in row for row in kinds)


def test_words_that_nobody_looked_at_are_kept_up_to_a_limit_which_is_told(desk: Desk) -> None:
    many = [[f"word {number} {'x' * 9_000}"] for number in range(60)]
    desk.put("register.xlsx", workbook({"R": [HEAD, PAYROLL], "Tutorial": many}))
    desk.imported("register.xlsx")
    aside = desk.facts("register-contacts")["imports"]["register"]["aside"]
    assert 40 <= len(aside) < 60
    cut = [each["at"] for each in desk.facts()["imports"]["register"]["left"] if each["what"] == "cut"]
    assert f"register#Tutorial!A{len(aside) + 1}" in cut


def test_words_that_nobody_looked_at_stand_in_a_confidential_file_alone(desk: Desk) -> None:
    desk.put("register.xlsx", like_the_layout())
    desk.imported("register.xlsx", "--as", "one")
    told = [name for name, data in desk.files().items() if b"Atlantide" in data]
    assert told == ["imports/one-contacts.yaml"]
    assert desk.facts("one-contacts")["confidential"] == "true"


def test_a_record_of_rows_becomes_sheets_that_import_as_the_same_facts(desk: Desk) -> None:
    rows = [
        HEAD,
        PAYROLL,
        ["Sport", "Jouer ; compter", "Consentement", "Élèves", "nom, taille", "", "Aucun", "Non", "Suisse"],
    ]
    desk.put("register.csv", text(rows))
    first, second, _ = again(desk, "register.csv", "xlsx", "fr")
    same(first, second)


def test_no_column_of_rows_is_lost_when_they_are_read_again(desk: Desk) -> None:
    desk.put("register.xlsx", workbook(SHEETS))
    first, second, _ = again(desk, "register.xlsx", "csv", "fr")
    same(first, second)


ODD = [
    [*HEAD, "Responsable du traitement", "Responsable conjoint", "Condition article 9", "Type de garanties", "DPO"],
    ["Dons", "Tenir ; compter", "Consentement", "Élèves (mineurs)", "nom, taille", "tant que nécessaire", "bureau", "'-", "Suisse",
     "Bréval SAS", "Cimes SA", "9.2.d", "CCT", "Zoé Ré, zoe@breval.example"],
    ["Fête", "=1+1", "à définir", "", "+33 6", "2 ans", "public", "Payfoo SAS ; Ludix", "Non", "Bréval SAS", "", "", "Privacy shield", ""],
]  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_rows_with_open_words_formulas_and_two_controllers_are_read_again_alike(
    desk: Desk, lang: str
) -> None:
    desk.put("register.csv", text(ODD))
    first, second, paper = again(desk, "register.csv", "csv", lang)
    assert b";=1" not in paper
    assert b",=1" not in paper
    for part in (*first, *second):  # titles are in the language of the paper
        for activity in part.get("activities", {}).values():
            activity["title"] = "".join(activity["title"].values())
            for purpose in activity.get("purposes", {}).values():
                purpose["title"] = "".join(purpose["title"].values())
    same(first, second)


def test_columns_that_say_again_what_others_declare_make_nobody_up(desk: Desk) -> None:
    desk.put("register.xlsx", workbook(SHEETS))
    _, second, _ = again(desk, "register.xlsx", "csv", "fr")
    assert not [name for name in second[0]["organisations"] if name.startswith(("non-connu", "d-apres"))]
    told = {each["words"] for each in second[0]["imports"]["one"]["left"] if each["what"] == "repeated"}
    assert {"Destinataires", "Contrats avec les sous-traitants"} <= told


def test_a_record_of_somebody_else_keeps_its_own_columns(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, PAYROLL]))
    desk.imported("register.csv")
    assert "urssaf" in str(desk.facts()["activities"]["paie"]["recipients"])


def test_the_paper_in_english_gives_the_same_facts_of_another_language(desk: Desk) -> None:
    desk.put("register.xlsx", workbook(SHEETS))
    first, second, _ = again(desk, "register.xlsx", "xlsx", "en")
    assert set(first[0]["activities"]) == set(second[0]["activities"])
    for name, activity in first[0]["activities"].items():
        other = second[0]["activities"][name]
        for field in (
            "data",
            "people",
            "processors",
            "recipients",
            "transfers",
            "legal_basis",
            "measures",
            "retentions",
        ):
            assert bare(activity.get(field)) == bare(other.get(field)), (name, field)


def test_the_pages_that_say_again_what_the_sheets_say_are_left_aside(desk: Desk) -> None:
    desk.put("register.xlsx", workbook(SHEETS))
    _, second, _ = again(desk, "register.xlsx", "xlsx", "fr")
    told = {each["words"] for each in second[0]["imports"]["one"]["left"] if each["what"] == "repeated"}
    assert {"Une ligne par traitement", "À compléter", "Sources des faits", "Autres mentions"} <= told


def test_not_declared_imports_as_nothing(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, ["Paie", "Payer", "", "", "", "", "", "", ""]]))
    _, second, _ = again(desk, "register.csv", "xlsx", "fr")
    (activity,) = second[0]["activities"].values()
    assert set(activity) == {"title", "purpose", "source"}


@pytest.mark.parametrize("table", ["data", "measure"])
def test_importing_reads_back_the_words_that_papers_write(table: str) -> None:
    known = {"data": DATA, "measure": MEASURES}[table]
    for word, said in known.items():
        assert [vocabulary().settles(table, name) for name in (said.name.fr, said.name.en)] == [word, word]

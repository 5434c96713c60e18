"""Small records of processing, one cell at a time: which fact its words become, which question, and what is told of the rest."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest

from auditor.loading.importing.format import Document
from auditor.loading.importing.register.cells import day
from auditor.loading.importing.sheets import Cell, book, letters
from tests.importing.making import HEAD, PAYROLL, PROMPT, archive, form, open_document, text, workbook
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


@pytest.mark.parametrize(
    ("words", "declared", "data"),
    [
        ("N", "false", []),
        ("Néant", "false", []),
        ("Aucune", "false", []),
        ("O", "true", []),
        ("à compléter", "unknown", []),
        ("santé", None, ["health"]),
    ],
)
def test_a_column_of_sensitive_data_says_whether_there_are_any_or_which(
    words: str, declared: str | None, data: list[str]
) -> None:
    activity, record = row("Données sensibles", words)
    assert activity.get("declares_special", {}).get("value") == declared
    assert activity["data"] == ["identity", "financial", *data]
    assert [why for _, why, _ in questions(record)] == (["pending"] if declared == "unknown" else [])


@pytest.mark.parametrize(("words", "weighed"), [("Oui", "done"), ("Non", "none"), ("faite en 2020", None)])
def test_interests_were_weighed_where_the_record_says_so(words: str, weighed: str | None) -> None:
    activity, record = row("Mise en balance", words)
    assert activity.get("interest_assessment", {}).get("value") == weighed
    assert (words in [each["words"] for each in record["kept"]]) is (weighed is None)


@pytest.mark.parametrize(
    ("column", "words", "fact"),
    [
        ("Hors UE", "USA", ("tool", "no-guarantee", None)),
        ("Hors UE", "Inde, ailleurs", ("transfers", "no-object", "IN")),
        ("Localisation", "chez nous", ("locations", "reserve", None)),
        ("Durée", "longtemps", ("retention", "no-period", None)),
        ("Mise à jour", "31/02/2024", ("entry", "not-a-date", None)),
        ("Base légale", "IL", ("legal_basis", "initials", "legitimate-interest")),
        ("Base légale", "XX", ("legal_basis", "initials", None)),
        ("Base légale", "parce que", ("legal_basis", "not-a-word", None)),
    ],
)
def test_a_cell_that_does_not_settle_its_field_is_asked_about(
    column: str, words: str, fact: tuple[str, str, str | None]
) -> None:
    _, record = row(column, words)
    assert fact in questions(record)


def test_further_purposes_are_each_once_and_in_capitals() -> None:
    activity, _ = row("Finalités secondaires", "compter ; classer\nCompter")
    assert [each["title"] for each in activity["purposes"].values()] == [{"fr": "Compter"}, {"fr": "Classer"}]
    assert activity["purpose"]["value"] == "Payer les salaires"


@pytest.mark.parametrize(
    ("data", "retentions", "why"),
    [
        ([["Etat civil", "nom", "", "", "5 ans"], ["Internet", "IP", "", "", "1 an"]], {"identity": "5 ans", "device": "1 an"}, []),
        (
            [["Etat civil", "nom", "", "", "longtemps"], ["Internet", "IP", "", "", "1 an"]],
            {"identity": "unknown", "device": "1 an"},
            [("retentions.identity.active", "no-period", None)],
        ),
        (
            [["Etat civil", "nom", "", "", "1 an"], ["Etat civil", "prénom", "", "", "2 ans"]],
            {"identity": "1 an"},
            [("retentions.identity.active", "differs", None)],
        ),
    ],
)  # fmt: skip
def test_each_kind_of_data_is_kept_as_long_as_its_row_says(
    data: list[list[str]], retentions: Tree, why: list[Any]
) -> None:
    activity, record = of_form(data=data)
    assert {name: each["active"]["value"] for name, each in activity["retentions"].items()} == retentions
    assert [each for each in questions(record) if each[0].startswith("retentions")] == why


def test_what_a_row_of_a_form_says_besides_is_kept_in_words() -> None:
    transfers = [["Destinataire 1", "Rack Inc", "Inde", "CCT", "", "contrat.pdf"]]
    whole = form("Paie", "R1", transfers=transfers)
    heads = next(row for row in whole if row[:2] == ["Transferts hors UE", "Destinataire"])
    heads.append("Précisions")
    next(row for row in whole if row[:2] == transfers[0][:2]).append("serveurs à Pune")
    record = read("register", workbook({"F": whole}), name="r.xlsx")["imports"]["m"]
    kept = {each["words"]: each.get("label") for each in record["kept"]}
    assert kept["serveurs à Pune"] == "Destinataire 1"


def test_how_long_data_are_archived_that_nothing_describes_is_kept_in_words() -> None:
    whole = form("Paie", "R1", data=[["Etat civil", "", "", "", "", "10 ans"]])
    heads = next(row for row in whole if row[:1] == ["Catégories de données personnelles concernées"])
    heads.append("Archivage intermédiaire")
    tree = read("register", workbook({"F": whole}), name="r.xlsx")
    kept = {each["words"]: each.get("label") for each in tree["imports"]["m"]["kept"]}
    assert kept["10 ans"] == "Etat civil"
    assert "retentions" not in tree["activities"]["paie"]


# who is who


def vendors(head: list[str], *rows: list[str]) -> Tree:
    front = [
        ["Organisme", "Soin SARL"],
        ["Adresse", "2 quai Bas"],
        ["DPO", "non désigné"],
        ["SIRET", "000 00"],
    ]
    sheets = {"Accueil": front, "R": [HEAD, PAYROLL], "P": [head, *rows]}
    return read("register", workbook(sheets), name="r.xlsx")


@pytest.mark.parametrize(
    ("words", "signed", "why"),
    [
        ("O", "true", None),
        ("Non", "false", None),
        ("à compléter", "unknown", "pending"),
        ("CGU", "unknown", "reserve"),
    ],
)
def test_a_contract_with_a_processor_is_signed_where_the_list_says_so(
    words: str, signed: str, why: str | None
) -> None:
    tree = vendors(
        ["Prestataire", "Localisation", "Contrat art. 28 (O/N)", "Signé le"],
        ["Racks SAS", "Irlande", words, "2020-01-06"],
    )
    (agreement,) = tree["agreements"]
    assert agreement["between"] == ["soin-sarl", "racks-sas"]
    assert (agreement["signed"]["value"], agreement["signed"]["quote"]) == (signed, words)
    assert agreement["since"] == "2020-01-06"
    asked = questions(tree["imports"]["m"])
    assert [each for each in asked if each[0].endswith(".signed")] == (
        [("agreements.soin-sarl>racks-sas.signed", why, None)] if why else []
    )
    assert ("organisations.racks-sas.country", "which-country", "IE") in asked


def test_a_contract_before_anybody_is_named_is_nobody_s() -> None:
    tree = vendors(
        ["Contrat art. 28 (O/N)", "Prestataire", "Localisation", "Signé le"],
        ["O", "Racks SAS", "Irlande", "2020-01-06"],
    )
    assert "agreements" not in tree
    assert {"at": "m#P!A2", "label": "Contrat art. 28 (O/N)", "words": "O"} in tree["imports"]["m"]["kept"]


def client(*cells: tuple[str, str]) -> Tree:
    head = ["Client (responsable de traitement)", "Coordonnées du client", "DPO du client"]
    head += ["Catégories de traitements effectués", "Mesures de sécurité"]
    rows = [
        ["Clinique SA", contact, dpo, f"Hébergement {at}", "Chiffrement"]
        for at, (contact, dpo) in enumerate(cells)
    ]
    made = imported("register", workbook({"R": [head, *rows]}), name="r.xlsx")
    return made.confidential.get("organisations", {}).get("clinique-sa", {})


def stated(contact: Tree) -> Tree:
    return {key: value for key, value in contact.items() if key not in ("source", "also")}


def test_how_to_reach_a_client_is_its_address_its_number_or_its_officer() -> None:
    assert stated(client(("Zoé Ré <zoe@clinique.example>", ""))["contact"]) == {
        "email": "zoe@clinique.example",
        "address": "Zoé Ré",
    }
    assert stated(client(("01 23 45 67 89", ""))["contact"]) == {"phone": "01 23 45 67 89"}
    assert stated(client(("2 quai Bas", "Noé Lu"))["dpo_contact"]) == {"person": "Noé Lu"}


def test_what_a_second_place_says_otherwise_of_a_contact_is_a_remark() -> None:
    told = client(
        ("2 quai Bas", ""), ("9 rue Haute", ""), ("2 quai Bas", ""), ("9 rue Haute", ""), ("1 rue", "")
    )
    assert stated(told["contact"]) == {"address": "2 quai Bas", "note": "9 rue Haute · 1 rue"}


def test_that_there_is_none_is_told_of_an_organisation_without_its_words() -> None:
    tree, _ = parties(
        ["Organisme", "Soin SARL"], ["Adresse", "néant"], ["Téléphone", "01 23 45 67 89"], ["SIRET", "00"]
    )
    assert {"at": "m#Accueil!B2", "what": "not-applicable"} in tree["imports"]["m"]["left"]


@pytest.mark.parametrize(
    ("words", "code"),
    [("Royaume-Uni", "GB"), ("royaume uni", "GB"), ("Corée-du-Sud", "KR"), ("FR", "FR"), ("Atlantide", None)],
)
def test_a_country_is_known_with_or_without_its_hyphens(words: str, code: str | None) -> None:
    activity, _ = row("Localisation", words)
    assert activity["locations"]["value"] == (code or "unknown")


@pytest.mark.parametrize(
    ("cell", "language", "stated"),
    [
        (Cell("2024-03-15 09:30:00", "date"), "fr", "2024-03-15"),
        (Cell("2021", "number"), "fr", "2021"),
        (Cell("45000", "number"), "fr", ""),
        (Cell("2024-02-30"), "fr", ""),
        (Cell("03/04/2024"), "fr", "2024-04-03"),
        (Cell("03/04/2024"), "en", ""),
        (Cell("13/04/2024"), "en", "2024-04-13"),
        (Cell("31/02/2024"), "fr", ""),
        (Cell("mars 2021"), "fr", "2021-03"),
        (Cell("5 mars 2021"), "fr", "2021-03-05"),
        (Cell("5 October 2025"), "en", "2025-10-05"),
        (Cell("31 février 2021"), "fr", ""),
        (Cell("bientôt"), "fr", ""),
    ],
)
def test_a_cell_states_a_day_where_it_can_mean_no_other(cell: Cell, language: str, stated: str) -> None:
    assert day(cell, language) == stated


def test_an_officer_of_nobody_is_told_without_the_words() -> None:
    activity, record = row("DPO", "Zoé Ré, zoe@soin.example")
    assert "controller" not in activity
    assert {"at": "m#J2", "what": "title"} in record["left"]


def test_that_a_controller_has_no_second_name_is_told_without_the_words() -> None:
    head = [
        *(
            "Business function",
            "Purpose of processing",
            "Categories of individuals",
            "Categories of personal data",
        ),
        "Categories of recipients",
    ]
    rows = [
        ["Controller"],
        ["Name", "Fern Trust"],
        ["Name", "N/A"],
        ["Email", "office@fern.example"],
        [],
        head,
        ["HR", "Payroll", "Staff", "name", "Payfoo Ltd"],
    ]
    tree = read("register", text(rows, ","), name="r.csv")
    assert {"at": "m#B3", "what": "not-applicable"} in tree["imports"]["m"]["left"]
    assert tree["activities"]["payroll"]["controller"]["value"] == "fern-trust"


def test_an_activity_of_a_list_without_a_sheet_of_its_own_is_asked_for_by_its_title() -> None:
    head, cells = ["N°", *HEAD], ["R2", "Tri", *PAYROLL[1:]]
    sheets = {"Fiche": form("Paie", "R1"), "Liste": [head, ["R1", *PAYROLL], cells]}
    record = read("register", workbook(sheets), name="r.xlsx")["imports"]["m"]
    asked = [each for each in record["to_ask"] if each["why"] == "no-entry"]
    assert asked == [
        {"fact": "activities.tri.recorded", "at": "m#Liste!B3", "why": "no-entry", "words": "Tri"}
    ]


def test_the_record_of_an_import_begins_with_what_it_counts() -> None:
    record = of_form()[1]
    counted = [name for name, value in record.items() if isinstance(value, str)]
    assert list(record)[: len(counted)] == counted
    assert list(record)[len(counted)] == "ids"


def test_a_form_is_filled_where_one_of_its_titles_is() -> None:
    whole = [
        row for row in form("Paie", "R1") if row[:1] not in (["Finalité principale"], ["Sous-finalité 1"])
    ]
    whole.insert(3, ["Intitulé", PROMPT])
    assert set(read("register", workbook({"F": whole}), name="r.xlsx")["activities"]) == {"paie"}


def test_a_joint_controller_named_on_the_front_page_of_a_processor_s_record_has_a_name() -> None:
    front = [
        ["Organisme", "Soin"],
        ["Responsable conjoint", "Cure"],
        ["Adresse", "2 quai Bas"],
        ["SIRET", "00"],
    ]
    head = [
        "Client (responsable de traitement)",
        "Coordonnées du client",
        "Catégories de traitements effectués",
    ]
    services = [[*head, "Mesures de sécurité"], ["Clinique SA", "2 quai Bas", "Hébergement", "Chiffrement"]]
    tree = read("register", workbook({"Accueil": front, "R": services}), name="r.xlsx")
    assert tree["organisations"]["cure"]["name"]["value"] == "Cure"


@pytest.mark.parametrize(
    ("words", "transfers"),
    [
        ("Oui, États-Unis", "US"),
        ("Oui, États-Unis, Inde", ["US", "IN"]),
        ("Inde (CCT)", "IN"),
        ("Oui", "unknown"),
    ],
)
def test_countries_after_a_yes_are_those_of_the_transfer(words: str, transfers: Any) -> None:
    activity, _ = row("Hors UE", words)
    assert activity["transfers"]["value"] == transfers


@pytest.mark.parametrize(
    ("col", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_spreadsheets_do(col: int, name: str) -> None:
    assert letters(col) == name


def cells(data: bytes, encoding: str = "") -> dict[tuple[int, int], str]:
    (sheet,) = book(Document(name="x.csv", data=data, encoding=encoding)).sheets
    return {place: cell.text for place, cell in sheet.cells.items()}


@pytest.mark.parametrize("first", ["sep=|", "SEP=|"])
def test_a_text_may_state_its_separator_in_its_first_line(first: str) -> None:
    assert cells(f"{first}\na;b|c\n".encode()) == {(1, 0): "a;b", (1, 1): "c"}
    assert cells(b"sep\na;b\n") == {(0, 0): "sep", (1, 0): "a", (1, 1): "b"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_of_byte_order_tells_the_encoding(encoding: str) -> None:
    data = "é;b\n".encode(encoding)
    assert cells(data) == {(0, 0): "é", (0, 1): "b"}
    opened = book(Document(name="x.csv", data=data))
    assert (opened.guessed, opened.delimiter) == (False, ";")


@pytest.mark.parametrize(
    ("words", "value", "why"),
    [
        ("Oui", "true", None),
        ("Non", "false", None),
        ("Oui - profilage", "true", None),
        ("Oui (2021), non mise à jour", "unknown", "reserve"),
        ("Peut-être - un jour", "unknown", "reserve"),
    ],
)
def test_a_decision_is_automated_where_the_record_says_yes(words: str, value: str, why: str | None) -> None:
    activity, record = row("Décision automatisée", words)
    assert activity["automated_decision"]["value"] == value
    assert [each for fact, each, _ in questions(record) if fact == "automated_decision"] == (
        [why] if why else []
    )


def test_that_data_are_abroad_though_nothing_is_sent_there_is_asked_about_twice() -> None:
    _, record = row("Hors UE", "Non / données en Suisse")
    assert questions(record) == [("transfers", "differs", "CH"), ("locations", "reserve", "CH")]


def test_a_joint_controller_comes_after_the_one_that_the_row_names() -> None:
    head, made = (
        [*HEAD, "Responsable du traitement", "Responsable conjoint"],
        [*PAYROLL, "Bréval SAS", "Cimes SA"],
    )
    activity = read("register", text([head, made]), name="r.csv")["activities"]["paie"]
    assert activity["controller"]["value"] == ["breval-sas", "cimes-sa"]
    assert activity["joint"] == {"value": "joint", "source": "m#K2", "quote": "Cimes SA"}


def test_operations_of_a_service_are_parted_by_lines_and_not_by_commas() -> None:
    head = [
        "Client (responsable de traitement)",
        "Coordonnées du client",
        "Catégories de traitements effectués",
    ]
    rows = [
        [*head, "Mesures de sécurité"],
        ["Clinique SA", "2 quai Bas", "Hébergement, sauvegarde\nSupervision", "x"],
    ]
    (activity,) = read("register", workbook({"R": rows}), name="r.xlsx")["activities"].values()
    assert activity["operations"]["value"] == ["Hébergement, sauvegarde", "Supervision"]


@pytest.mark.parametrize(
    ("name", "macros"),
    [
        ("Basic/Standard/Module1.xml", True),
        ("Scripts/python/a.py", True),
        ("Basic/readme.txt", False),
        ("styles.xml", False),
    ],
)
def test_a_workbook_holds_programs_where_its_folders_of_programs_do(name: str, macros: bool) -> None:
    data = open_document({"R": [HEAD, PAYROLL]})
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files: dict[str, str | bytes] = {each: packed.read(each) for each in packed.namelist()}
    assert book(Document(name="x.ods", data=archive({**files, name: "x"}))).macros is macros

"""One row per activity, in any separator and encoding, in a text or a workbook: facts, questions, kept words, and no more."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.importing.conftest import Desk
from tests.importing.making import HEAD, PAYROLL, open_document, text, workbook


def one(desk: Desk, column: str, words: Any, *, name: str = "paie") -> tuple[Any, Any]:
    """Give the activity and the record of a table in which one cell more is filled."""
    desk.put("register.xlsx", workbook({"Registre": [[*HEAD, column], [*PAYROLL, words]]}))
    desk.imported("register.xlsx")
    tree = desk.facts()
    return tree["activities"][name], tree["imports"]["register"]


def asked(record: Any) -> set[tuple[str, str]]:
    return {(each["fact"].removeprefix("activities.paie."), each["why"]) for each in record.get("to_ask", [])}


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "utf-8"), (",", "utf-8-sig"), ("\t", "utf-16"), ("|", "utf-8"), (";", "cp1252")],
)
def test_any_separator_and_encoding_gives_the_same_facts(desk: Desk, delimiter: str, encoding: str) -> None:
    desk.put("register.csv", text([HEAD, PAYROLL], delimiter, encoding))
    desk.imported("register.csv")
    activity = desk.facts()["activities"]["paie"]
    assert activity["title"] == {"fr": "Paie"}
    assert activity["data"] == ["identity", "financial"]
    assert activity["legal_basis"]["value"] == "legal-obligation"
    assert activity["legal_basis"]["source"] == "register#C2"
    assert activity["transfers"] == {"value": "none", "source": "register#I2", "quote": "Non"}


def test_an_encoding_that_is_guessed_is_told_and_one_that_is_stated_holds(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, PAYROLL], ";", "cp1252"))
    assert [each["what"] for each in desk.record("register.csv")["left"]] == ["encoding"]
    assert "left" not in desk.record("register.csv", "--encoding", "windows-1252")
    assert (
        "UTF-8" in desk.run("import", "register.csv", "--into", "case", "--encoding", "UTF-8", code=2).stderr
    )


@pytest.mark.parametrize("make", [workbook, open_document], ids=["xlsx", "ods"])
def test_the_place_of_a_fact_is_its_sheet_and_cell(desk: Desk, make: Any) -> None:
    desk.put("register.xlsx", make({"Mon registre": [["Registre"], HEAD, PAYROLL]}))
    desk.imported("register.xlsx")
    tree = desk.facts()
    assert tree["activities"]["paie"]["purpose"]["source"] == "register#Mon registre!B3"
    assert (
        tree["imports"]["register"]["places"]["activities.paie.data.financial"] == "register#Mon registre!E3"
    )
    assert len(tree["sources"]["register"]["sha256"]) == 64


@pytest.mark.parametrize(
    ("column", "words", "field", "value"),
    [
        ("Service", "RH", "service", "RH"),
        ("Logiciel", "Payfoo 3", "software", "Payfoo 3"),
        ("AIPD", "Oui", "dpia", "true"),
        ("AIPD", "Non", "dpia", "false"),
        ("Décision automatisée", "Non", "automated_decision", "false"),
        ("Exception article 9", "Art. 9(2)(h)", "special_basis", "h"),
        ("Localisation", "Suisse", "locations", "CH"),
        ("Origine des données", "salarié", "collected_from", "data-subject"),
        ("Mesures de sécurité", "sauvegarde, chiffrement", "measures", ["backup", "encryption"]),
        ("Mesures de sécurité", "mots de passe longs", "measures", "mots de passe longs"),
        ("Garanties", "CCT", "tool", "scc"),
        ("Destinataires internes", "Direction", "internal", "Direction"),
        ("Responsable du traitement", "Bréval SAS", "controller", "breval-sas"),
        ("Responsable du traitement", "Bréval SAS ; Cimes SA", "controller", ["breval-sas", "cimes-sa"]),
    ],
)
def test_words_of_a_closed_list_are_facts(
    desk: Desk, column: str, words: str, field: str, value: Any
) -> None:
    assert one(desk, column, words)[0][field]["value"] == value


@pytest.mark.parametrize(
    ("column", "words", "question"),
    [
        ("Mesures de sécurité", "idem", ("measures", "refers")),
        ("Mesures de sécurité", "cf. PSSI", ("measures", "refers")),
        ("Mesures de sécurité", "à compléter", ("measures", "pending")),
        ("Logiciel", "-", ("software", "ambiguous")),
        ("AIPD", "Oui (2021), non mise à jour", ("dpia", "reserve")),
        ("Localisation", "Cloud", ("locations", "reserve")),
        ("Garanties", "Privacy Shield", ("tool", "annulled")),
        ("Mise à jour", 45000, ("entry", "not-a-date")),
        ("Exception article 9", "selon le cas", ("special_basis", "not-a-word")),
    ],
)
def test_words_that_settle_nothing_are_questions(
    desk: Desk, column: str, words: Any, question: tuple[str, str]
) -> None:
    activity, record = one(desk, column, words)
    assert question in asked(record)
    if question[0] != "entry":
        assert activity[question[0]]["value"] == "unknown"
        assert activity[question[0]]["quote"] == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Consentement / intérêt légitime", ["consent", "legitimate-interest"]),
        ("Contrat de travail ; obligation légale (Code du travail)", ["contract", "legal-obligation"]),
    ],
)
def test_several_bases_are_versions_and_a_question_which_holds_for_what(
    desk: Desk, words: str, expected: list[str]
) -> None:
    row = [*PAYROLL[:2], words, *PAYROLL[3:]]
    desk.put("register.csv", text([HEAD, row]))
    desk.imported("register.csv")
    basis = desk.facts()["activities"]["paie"]["legal_basis"]
    assert basis["value"] == "unknown"
    assert [each["value"] for each in basis["versions"]] == expected
    assert ("legal_basis", "several") in asked(desk.facts()["imports"]["register"])


@pytest.mark.parametrize(
    ("words", "why", "suggest"),
    [("IL", "initials", "legitimate-interest"), ("contrat (6.1.f)", "contradicts", None)],
)
def test_initials_and_contradictions_are_questions(
    desk: Desk, words: str, why: str, suggest: str | None
) -> None:
    desk.put("register.csv", text([HEAD, [*PAYROLL[:2], words, *PAYROLL[3:]]]))
    found = [each for each in desk.record("register.csv")["to_ask"] if each["fact"].endswith("legal_basis")]
    assert [(each["why"], each.get("suggest")) for each in found] == [(why, suggest)]


@pytest.mark.parametrize(
    ("words", "value", "questions"),
    [
        ("USA", "US", {("tool", "no-guarantee")}),
        ("US, UK", ["US", "GB"], {("tool", "no-guarantee")}),
        ("Inde (CCT)", "IN", set()),
        ("néant", "none", set()),
        ("Oui (LinkedIn)", "unknown", {("transfers", "no-object")}),
        ("Non / données en Suisse", "unknown", {("transfers", "differs"), ("locations", "reserve")}),
    ],
)
def test_transfers_are_what_is_said_and_no_more(
    desk: Desk, words: str, value: Any, questions: set[tuple[str, str]]
) -> None:
    desk.put("register.csv", text([HEAD, [*PAYROLL[:8], words]]))
    desk.imported("register.csv")
    tree = desk.facts()
    assert tree["activities"]["paie"]["transfers"]["value"] == value
    assert asked(tree["imports"]["register"]) == questions
    assert "hosts" not in tree
    assert "flows" not in tree


def test_an_empty_cell_says_nothing_and_none_is_never_made_of_it(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, ["Paie", "Payer", "", "", "", "", "", "", ""]]))
    desk.imported("register.csv")
    assert set(desk.facts()["activities"]["paie"]) == {"title", "purpose", "source"}


def test_a_company_is_named_where_its_form_is_and_asked_for_otherwise(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, [*PAYROLL[:7], "Payfoo SAS ; Brevo", "Non"]]))
    desk.imported("register.csv")
    tree = desk.facts()
    named, brand = tree["activities"]["paie"]["processors"]["value"]
    assert tree["organisations"][named]["name"]["value"] == "Payfoo SAS"
    assert tree["organisations"][brand]["name"]["value"] == "unknown"
    assert brand != "brevo", "the brand would be taken for a company of the knowledge base"
    assert "country" not in tree["organisations"][brand]


def test_dates_of_the_sheet_say_nothing_of_when_the_processing_takes_place(desk: Desk) -> None:
    activity, _ = one(desk, "Date de création", dt.date(2018, 5, 6))
    assert activity["entry"]["created"] == "2018-05-06"
    assert "since" not in activity


def test_totals_examples_and_merged_cells_are_told(desk: Desk) -> None:
    rows = [
        [*HEAD, "Service"],
        PAYROLL,
        ["Accès", *PAYROLL[1:]],
        ["(EXEMPLE) Congés", *PAYROLL[1:]],
        ["Total : 2"],
    ]
    desk.put("register.xlsx", workbook({"R": rows}, merged={"R": "J2:J3"}))
    desk.imported("register.xlsx")
    tree = desk.facts()
    assert set(tree["activities"]) == {"paie", "acces"}
    assert {each["service"]["source"] for each in tree["activities"].values()} == {"register#R!J2"}
    assert {each["what"] for each in tree["imports"]["register"]["left"]} == {
        "merged",
        "example",
        "not-a-row",
    }


def test_a_column_that_nobody_knows_is_kept_in_words_and_told(desk: Desk) -> None:
    _, record = one(desk, "Humeur du jour", "grise")
    assert {"at": "register#Registre!J2", "label": "Humeur du jour", "words": "grise"} in record["kept"]
    assert [each["what"] for each in record["left"]] == ["heading-unknown"]


def test_hidden_sheets_and_formulas_are_told_and_formulas_never_followed(desk: Desk) -> None:
    row = [PAYROLL[0], ("=CMD()", "Payer"), *PAYROLL[2:]]
    desk.put("register.xlsx", workbook({"R": [HEAD, row], "Vieux": [HEAD, PAYROLL]}, hidden=["Vieux"]))
    desk.imported("register.xlsx")
    tree = desk.facts()
    assert tree["activities"]["paie"]["purpose"]["value"] == "Payer"
    assert list(tree["activities"]) == ["paie"]
    assert {each["what"] for each in tree["imports"]["register"]["left"]} == {"formula", "hidden-sheet"}


def test_a_record_that_denies_sensitive_data_and_names_some_says_two_things(desk: Desk) -> None:
    head = [*HEAD, "Données sensibles (O/N)"]
    row = [*PAYROLL[:4], "nom, arrêts maladie", *PAYROLL[5:], "N"]
    desk.put("register.csv", text([head, row]))
    desk.imported("register.csv")
    tree = desk.facts()
    stated = tree["activities"]["paie"]["declares_special"]
    assert [each["value"] for each in stated["versions"]] == ["false", "true"]
    assert ("declares_special", "differs") in asked(tree["imports"]["register"])


def test_the_columns_of_the_information_commissioner_are_read_below_a_block_of_contacts(desk: Desk) -> None:
    head = [
        *(
            "Business function",
            "Purpose of processing",
            "Categories of individuals",
            "Categories of personal data",
        ),
        *("Categories of recipients", "Article 6 lawful basis for processing personal data"),
        *("Retention schedule (if possible)", "Has a personal data breach occurred?"),
    ]
    rows = [
        ["Controller", "", "Data Protection Officer", "", "Representative"],
        ["Name", "Fern Trust", "Name", "Jo Dale", "Name", "N/A"],
        ["Email", "office@fern.example", "Email", "dpo@fern.example"],
        [],
        head,
        ["HR", "Payroll", "Staff", "name; sick leave", "Payfoo Ltd", "Legal obligation", "6 years", "No"],
    ]
    desk.put("register.csv", text(rows, ","))
    desk.imported("register.csv")
    tree, contacts = desk.facts(), desk.facts("register-contacts")
    assert tree["organisations"]["fern-trust"]["representative"]["value"] == "none"
    assert contacts["confidential"] == "true"
    assert contacts["organisations"]["fern-trust"]["dpo_contact"]["person"] == "Jo Dale"
    assert contacts["organisations"]["fern-trust"]["dpo"]["value"] == "dpo@fern.example"
    assert tree["activities"]["payroll"]["controller"]["value"] == "fern-trust"
    assert tree["activities"]["payroll"]["title"] == {"en": "Payroll"}
    assert ("activities.payroll.processors", "which-role") in asked(tree["imports"]["register"])
    assert [each["what"] for each in tree["imports"]["register"]["left"]] == ["other-record"]
    assert "Jo Dale" not in (desk.case / "imports" / "register.yaml").read_text(encoding="utf-8")


def test_a_processors_record_has_clients_and_a_list_of_processors_has_contracts(desk: Desk) -> None:
    services = [
        [
            "Client (responsable de traitement)",
            "DPO du client",
            "Catégories de traitements effectués",
            "Sous-traitants ultérieurs",
            "Transferts",
        ],
        ["Ferme du Val", "néant", "Hébergement, sauvegarde", "Racks SAS", "Non"],
        ["Tous les clients", "", "Supervision", "", ""],
    ]
    vendors = [
        ["Prestataire", "Localisation", "Contrat art. 28 (O/N)", "Signé le", "Garanties"],
        ["Racks SAS", "Irlande / USA", "O", dt.date(2020, 1, 6), "DPF"],
        ["Boxo", "", "CGU", "", ""],
    ]
    front = [
        ["Organisme", "Soin SARL"],
        ["Adresse", "2 quai Bas"],
        ["SIRET", "000 00"],
        ["DPO", "non désigné"],
        ["Version", "3 du 15/03/2024"],
    ]
    desk.put("register.xlsx", workbook({"Accueil": front, "ST": services, "Prestataires": vendors}))
    desk.imported("register.xlsx")
    tree = desk.facts()
    hosting = tree["activities"]["hebergement-sauvegarde"]
    assert hosting["clients"]["value"] == hosting["controller"]["value"] == "ferme-du-val"
    assert hosting["processors"]["value"] == "racks-sas"
    assert tree["activities"]["supervision"]["clients"]["value"] == "unknown"
    assert tree["imports"]["register"]["keeper"] == "controller"
    signed = {each["between"][1]: each for each in tree["agreements"]}
    assert (signed["racks-sas"]["signed"]["value"], signed["racks-sas"]["since"]) == ("true", "2020-01-06")
    assert signed["boxo"]["signed"]["value"] == "unknown"
    facts = {(each["fact"], each["why"]) for each in tree["imports"]["register"]["to_ask"]}
    assert {
        ("organisations.racks-sas.dpf", "which-company"),
        ("organisations.racks-sas.country", "which-country"),
    } <= facts
    assert tree["organisations"]["soin-sarl"]["dpo"]["value"] == "none"
    assert tree["sources"]["register"]["date"] == "2024-03-15"
    assert "hosts" not in tree


def test_the_controller_of_every_row_is_whom_the_case_is_about(desk: Desk) -> None:
    rows = [
        [*HEAD, "Responsable du traitement"],
        [*PAYROLL, "Bréval SAS"],
        ["Tri", *PAYROLL[1:], "Bréval SAS"],
    ]
    desk.put("register.xlsx", workbook({"R": rows}))
    desk.imported("register.xlsx")
    assert "about: breval-sas" in (desk.case / "case.yaml").read_text(encoding="utf-8")


def test_two_controllers_in_two_rows_make_neither_of_them_whom_the_case_is_about(desk: Desk) -> None:
    rows = [[*HEAD, "Responsable du traitement"], [*PAYROLL, "Bréval SAS"], ["Tri", *PAYROLL[1:], "Cimes SA"]]
    desk.put("register.xlsx", workbook({"R": rows}))
    desk.imported("register.xlsx")
    assert "about:" not in (desk.case / "case.yaml").read_text(encoding="utf-8")
    assert [each["controller"]["value"] for each in desk.facts()["activities"].values()] == [
        "breval-sas",
        "cimes-sa",
    ]


def test_a_controller_that_is_to_be_completed_is_asked_for(desk: Desk) -> None:
    activity, record = one(desk, "Responsable du traitement", "à compléter")
    assert activity["controller"]["value"] == "unknown"
    assert ("controller", "pending") in asked(record)


def test_in_a_processor_s_record_the_controllers_are_its_clients_and_their_contacts_stay_confidential(
    desk: Desk,
) -> None:
    head = [
        "Nom du responsable de traitement",
        "Coordonnées du client",
        "Catégories de traitements effectués",
        "Transferts vers un pays tiers",
        "Mesures de sécurité",
    ]
    rows = [head, ["Clinique SA", "dpo@clinique.example", "Hébergement", "Oui, États-Unis", "Chiffrement"]]
    desk.put("register.xlsx", workbook({"R": rows}))
    desk.imported("register.xlsx")
    tree = desk.facts()
    assert tree["activities"]["hebergement"]["clients"]["value"] == "clinique-sa"
    assert tree["activities"]["hebergement"]["transfers"]["value"] == "US"
    assert "kept" not in tree["imports"]["register"]
    assert "dpo@clinique.example" not in (desk.case / "imports/register.yaml").read_text(encoding="utf-8")
    assert "about:" not in (desk.case / "case.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        (
            "fr",
            ("1 activité, 2 organisations, 1 catégorie de personnes", "auditor report begun --out rapport"),
        ),
        ("en", ("1 activity, 2 organisations, 1 category of people", "auditor report begun --out report")),
    ],
)
def test_what_was_read_is_counted_in_the_words_of_one_or_of_several_and_a_page_comes_next(
    desk: Desk, lang: str, shown: tuple[str, ...]
) -> None:
    desk.put("register.csv", text([HEAD, PAYROLL]))
    said = desk.run("init", "--from", "register.csv", "begun", "--lang", lang, code=0).stdout
    assert all(each in said for each in shown), said


def test_a_name_below_a_heading_of_activities_is_that_of_the_activity(desk: Desk) -> None:
    desk.put("register.xlsx", workbook({"R": [["Traitement"], ["Nom", *HEAD[1:]], PAYROLL]}))
    desk.imported("register.xlsx")
    assert desk.facts()["activities"]["paie"]["title"] == {"fr": "Paie"}


def test_whom_a_column_of_a_table_names_is_confidential_and_of_the_controller_of_its_row(desk: Desk) -> None:
    head = [*HEAD, "Responsable du traitement", "DPO", "Contact"]
    rows = [
        [*PAYROLL, "Bréval SAS", "Zoé Ré, zoe@breval.example", "Ana Lo"],
        ["Tri", *PAYROLL[1:], "Cimes SA", "Noé Lu, noe@cimes.example", ""],
    ]
    desk.put("register.xlsx", workbook({"R": [head, *rows]}))
    desk.imported("register.xlsx")
    public = (desk.case / "imports/register.yaml").read_text(encoding="utf-8")
    assert not [each for each in ("Zoé", "zoe@", "Noé", "noe@", "Ana Lo") if each in public]
    told = desk.facts("register-contacts")["organisations"]
    assert told["breval-sas"]["dpo_contact"]["email"] == "zoe@breval.example"
    assert told["breval-sas"]["contact"]["person"] == "Ana Lo"
    assert told["cimes-sa"]["dpo_contact"]["email"] == "noe@cimes.example"


def test_the_officer_of_rows_that_name_no_controller_is_not_shown(desk: Desk) -> None:
    desk.put("register.xlsx", workbook({"R": [[*HEAD, "DPO"], [*PAYROLL, "Zoé Ré, zoe@breval.example"]]}))
    desk.imported("register.xlsx")
    told = [file for file, data in desk.files().items() if b"zoe@" in data]
    assert told == ["imports/register-contacts.yaml"]
    assert "organisations" not in desk.facts("register-contacts")


def test_the_lines_of_an_exported_record_are_known_by_their_heads(desk: Desk) -> None:
    desk.put(
        "register.xlsx", workbook({"R": [[*HEAD, "Responsable du traitement"], [*PAYROLL, "Bréval SAS"]]})
    )
    desk.imported("register.xlsx")
    for lang in ("fr", "en"):
        desk.run(
            "export", "register", "case", "--format", "csv", "--lang", lang, "--out", f"{lang}.csv", code=0
        )
        made = desk.data(f"{lang}.csv", "--as", lang)["documents"][0]
        assert made["counts"]["activities"] == made["counts"]["people"] == 1

"""What a record says of the organisation that keeps it, of its officer, its representative and its clients: facts, questions, what is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.making import HEAD, PAYROLL, workbook
from tests.importing.reading import Tree, imported
from tests.importing.test_small_records import parties, questions, stated, vendors

SOIN = ["Organisme", "Soin SARL"]
REST = [["Adresse", "2 quai Bas"], ["SIRET", "000 00"]]


def asked(tree: Tree) -> list[tuple[str, str, str | None]]:
    return questions(tree["imports"]["m"])


@pytest.mark.parametrize(("label", "field"), [("DPO", "dpo"), ("Représentant", "representative")])
@pytest.mark.parametrize("words", ["non désigné", "Néant"])
def test_that_there_is_no_officer_and_no_representative_is_a_fact_in_the_words_of_the_record(
    label: str, field: str, words: str
) -> None:
    tree, secret = parties(SOIN, *REST, [label, words])
    assert tree["organisations"]["soin-sarl"][field] == {
        "value": "none",
        "source": "m#Accueil!B4",
        "quote": words,
    }
    assert f"{field}_contact" not in secret["soin-sarl"]


@pytest.mark.parametrize(
    ("words", "contact"),
    [
        ("Ana Sol", {"person": "Ana Sol"}),
        ("Ana Sol (dpo@soin.example)", {"person": "Ana Sol", "email": "dpo@soin.example"}),
        ("dpo@soin.example", {"email": "dpo@soin.example"}),
        ("Garde SAS", {"organisation": "garde-sas"}),
    ],
)
def test_an_officer_is_reached_as_the_record_says(words: str, contact: Tree) -> None:
    tree, secret = parties(SOIN, *REST, ["DPO", words])
    assert stated(secret["soin-sarl"]["dpo_contact"]) == contact
    assert secret["soin-sarl"].get("dpo", {}).get("value") == contact.get("email")
    assert "dpo" not in tree["organisations"]["soin-sarl"]


@pytest.mark.parametrize(
    ("label", "words", "field", "why"),
    [
        ("DPO", "à compléter", "dpo_contact", "pending"),
        ("Représentant", "voir annexe", "representative_contact", "refers"),
        ("Adresse", "-", "contact", "ambiguous"),
    ],
)
def test_what_waits_or_refers_elsewhere_is_asked_of_the_contact_it_is_about(
    label: str, words: str, field: str, why: str
) -> None:
    tree, _ = parties(SOIN, [label, words], ["Téléphone", "01 23 45 67 89"], ["SIRET", "000 00"])
    assert (f"organisations.soin-sarl.{field}", why, None) in asked(tree)


def test_a_country_of_the_organisation_is_asked_for_and_one_that_is_none_is_a_remark() -> None:
    tree, secret = parties(SOIN, ["Pays", "France"], *REST)
    assert ("organisations.soin-sarl.country", "which-country", "FR") in asked(tree)
    assert secret["soin-sarl"]["contact"]["country"] == "FR"
    tree, secret = parties(SOIN, ["Pays", "Atlantide"], *REST)
    assert [fact for fact, _, _ in asked(tree) if fact.endswith(".country")] == []
    assert secret["soin-sarl"]["contact"]["note"] == "Atlantide"


def test_a_country_at_the_end_of_an_address_is_asked_about_without_the_address() -> None:
    tree, _ = parties(
        SOIN,
        ["Adresse", "2 quai Bas, 35000 Rennes, France"],
        ["Téléphone", "01 23 45 67 89"],
        ["SIRET", "000 00"],
    )
    (found,) = [each for each in tree["imports"]["m"]["to_ask"] if each["why"] == "which-country"]
    assert found == {
        "fact": "organisations.soin-sarl.country",
        "at": "m#Accueil!B2",
        "why": "which-country",
        "suggest": "FR",
    }


def test_a_number_of_a_company_is_kept_without_spaces() -> None:
    tree, _ = parties(
        SOIN, ["Adresse", "2 quai Bas"], ["Téléphone", "01 23 45 67 89"], ["SIRET", "123 456 789 00012"]
    )
    assert tree["organisations"]["soin-sarl"]["ids"]["siret"] == "12345678900012"


@pytest.mark.parametrize("words", ["à compléter", "Néant", "-", "voir annexe"])
def test_an_organisation_of_which_the_record_has_no_name_is_none(words: str) -> None:
    tree, _ = parties(["Organisme", words], *REST)
    assert not any(
        name.startswith(("a-completer", "neant", "voir")) for name in tree.get("organisations", {})
    )
    assert "controller" not in tree["activities"]["paie"]


# clients


def of_client(contact: str, dpo: str) -> tuple[Tree, Tree]:
    head = ["Client (responsable de traitement)", "Coordonnées du client", "DPO du client"]
    head += ["Catégories de traitements effectués", "Mesures de sécurité"]
    rows = [["Clinique SA", contact, dpo, "Hébergement", "Chiffrement"]]
    made = imported("register", workbook({"R": [head, *rows]}), name="r.xlsx")
    return made.tree, made.confidential.get("organisations", {}).get("clinique-sa", {})


@pytest.mark.parametrize("words", ["non désigné", "Néant"])
def test_that_a_client_has_no_officer_is_a_fact(words: str) -> None:
    tree, secret = of_client("2 quai Bas", words)
    assert tree["organisations"]["clinique-sa"]["dpo"]["value"] == "none"
    assert "dpo_contact" not in secret


@pytest.mark.parametrize(
    ("contact", "dpo", "field", "why"),
    [
        ("à compléter", "Noé Lu", "contact", "pending"),
        ("voir annexe", "Noé Lu", "contact", "refers"),
        ("2 quai Bas", "à compléter", "dpo_contact", "pending"),
        ("Néant", "Noé Lu", "contact", "pending"),
    ],
)
def test_how_to_reach_a_client_is_asked_where_the_record_does_not_say(
    contact: str, dpo: str, field: str, why: str
) -> None:
    tree, secret = of_client(contact, dpo)
    found = [
        (each["fact"], each["why"]) for each in tree["imports"]["m"]["to_ask"] if "contact" in each["fact"]
    ]
    assert found == [(f"organisations.clinique-sa.{field}", why)]
    assert field not in secret
    assert not any("words" in each for each in tree["imports"]["m"]["to_ask"] if "contact" in each["fact"])


# lists of processors

LISTED = ["Prestataire", "Localisation", "Contrat art. 28 (O/N)", "Signé le", "Garanties"]


@pytest.mark.parametrize(
    ("guarantee", "kinds", "questions_"),
    [
        ("CCT", ["processing", "scc"], []),
        ("BCR", ["processing", "bcr"], []),
        ("Data Privacy Framework", ["processing"], [("organisations.racks-inc.dpf", "which-company", None)]),
        ("Privacy Shield", ["processing"], [("agreements.soin-sarl>racks-inc", "annulled", None)]),
        ("confiance", ["processing"], [("agreements.soin-sarl>racks-inc", "not-a-word", None)]),
    ],
)
def test_a_guarantee_with_a_processor_is_an_agreement_of_its_own_or_a_question(
    guarantee: str, kinds: list[str], questions_: list[Any]
) -> None:
    tree = vendors(LISTED, ["Racks Inc", "Inde", "O", "2020-01-06", guarantee])
    assert sorted(each["is"] for each in tree["agreements"]) == sorted(kinds)
    assert all(each["between"] == ["soin-sarl", "racks-inc"] for each in tree["agreements"])
    found = [each for each in asked(tree) if each[1] in ("annulled", "not-a-word", "which-company")]
    assert found == questions_


def test_a_day_of_signature_that_is_none_is_asked_for() -> None:
    tree = vendors(LISTED, ["Racks Inc", "Inde", "O", "bientôt", ""])
    (agreement,) = tree["agreements"]
    assert "since" not in agreement
    assert ("agreements.soin-sarl>racks-inc.since", "not-a-date", None) in asked(tree)


@pytest.mark.parametrize(
    ("words", "suggest"), [("Inde", "IN"), ("Inde et Maroc", "IN, MA"), ("le nuage", None)]
)
def test_where_a_processor_works_says_nothing_of_machines_and_is_asked(
    words: str, suggest: str | None
) -> None:
    tree = vendors(LISTED, ["Racks Inc", words, "O", "2020-01-06", ""])
    assert ("organisations.racks-inc.country", "which-country", suggest) in asked(tree)


def test_a_guarantee_of_a_processor_of_nobody_known_makes_no_agreement() -> None:
    sheets = {"R": [HEAD, PAYROLL], "P": [LISTED, ["Racks Inc", "Inde", "O", "2020-01-06", "CCT"]]}
    tree = imported("register", workbook(sheets), name="r.xlsx").tree
    assert "agreements" not in tree

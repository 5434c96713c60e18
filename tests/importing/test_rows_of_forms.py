"""Rows of a form: data with how long each kind is kept and what becomes of it, and what a row says besides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.making import form, workbook
from tests.importing.reading import Tree, read
from tests.importing.test_entry import kept, left
from tests.importing.test_small_records import questions

DATA = "Catégories de données personnelles concernées"


def of(data: list[list[str]], *heads: str) -> tuple[Tree, Tree]:
    """The activity and the record of a form whose block of data has further columns."""
    whole = form("Paie", "R1", data=data)
    next(row for row in whole if row[:1] == [DATA]).extend(heads)
    tree = read("register", workbook({"F": whole}), name="r.xlsx")
    return tree["activities"]["paie"], tree["imports"]["m"]


ARCHIVE, END = "Archivage intermédiaire", "Sort final"


def test_each_kind_of_data_is_kept_archived_and_ended_as_its_row_says() -> None:
    rows = [
        ["Etat civil", "nom", "", "", "5 ans", "10 ans", "Suppression"],
        ["Internet", "IP", "", "", "1 an", "2 ans", "Versement aux archives"],
    ]
    activity, record = of(rows, ARCHIVE, END)
    found = {
        name: {stage: value["value"] for stage, value in stages.items()}
        for name, stages in activity["retentions"].items()
    }
    assert found == {
        "identity": {"active": "5 ans", "archive": "10 ans", "end": "erased"},
        "device": {"active": "1 an", "archive": "2 ans", "end": "archived"},
    }
    assert [each for each in questions(record) if each[0].startswith("retention")] == []


def test_of_the_only_row_of_data_the_period_is_that_of_the_activity() -> None:
    activity, _ = of([["Etat civil", "nom", "", "", "5 ans", "10 ans", ""]], ARCHIVE, END)
    assert activity["retention"]["value"] == "5 ans"
    assert {name: list(stages) for name, stages in activity["retentions"].items()} == {
        "identity": ["archive"]
    }


@pytest.mark.parametrize(
    ("archive", "why"),
    [("longtemps", "no-period"), ("10 ans", None)],
)
def test_an_archive_that_is_no_period_is_asked_about(archive: str, why: str | None) -> None:
    rows = [["Etat civil", "nom", "", "", "5 ans", archive], ["Internet", "IP", "", "", "1 an"]]
    activity, record = of(rows, ARCHIVE)
    assert activity["retentions"]["identity"]["archive"]["value"] == ("unknown" if why else archive)
    asked = [(fact, said) for fact, said, _ in questions(record) if fact.endswith(".archive")]
    assert asked == ([("retentions.identity.archive", why)] if why else [])


def test_an_end_that_is_no_word_of_the_list_is_kept_in_words() -> None:
    activity, record = of([["Etat civil", "nom", "", "", "5 ans", "au feu"]], END)
    assert "end" not in activity.get("retentions", {}).get("identity", {})
    assert "au feu" in kept(record).values()


@pytest.mark.parametrize("words", ["Non", "Néant"])
def test_a_row_that_says_no_states_nothing_of_how_long(words: str) -> None:
    rows = [["Etat civil", words, "", "", "5 ans", "10 ans"], ["Internet", "IP", "", "", "1 an"]]
    activity, record = of(rows, ARCHIVE)
    assert activity["data"] == ["device"]
    assert "identity" not in activity.get("retentions", {})
    assert {"5 ans", "10 ans"} <= {*kept(record).values()}
    assert "negative-row" in left(record).values()


def test_a_second_row_of_one_kind_that_differs_is_asked_about() -> None:
    rows = [
        ["Etat civil", "nom", "", "", "5 ans", "10 ans"],
        ["Etat civil", "prénom", "", "", "5 ans", "20 ans"],
    ]
    activity, record = of(rows, ARCHIVE)
    assert activity["retentions"]["identity"]["archive"]["value"] == "10 ans"
    assert [(fact, why) for fact, why, _ in questions(record) if fact.startswith("retentions")] == [
        ("retentions.identity.archive", "differs")
    ]


def blocks(**parts: Any) -> tuple[Tree, Tree]:
    tree = read("register", workbook({"F": form("Paie", "R1", **parts)}), name="r.xlsx")
    return tree["activities"]["paie"], tree["imports"]["m"]


@pytest.mark.parametrize("words", ["à compléter", "voir annexe", "-"])
def test_a_recipient_and_a_measure_that_wait_are_asked_for(words: str) -> None:
    why = {"à compléter": "pending", "voir annexe": "refers", "-": "ambiguous"}[words]
    activity, record = blocks(recipients=[["Destinataire 1", "Partenaire", "", "", words]])
    assert activity["recipients"]["value"] == "unknown"
    assert ("recipients", why, None) in questions(record)
    activity, record = blocks(measures=[["Mesure 1", "", "", "", words]])
    assert activity["measures"]["value"] == "unknown"
    assert ("measures", why, None) in questions(record)


def test_several_recipients_of_one_row_are_each_of_its_kind() -> None:
    activity, record = blocks(
        recipients=[["Destinataire 1", "Sous-traitant", "", "", "Garde SAS ; Racks SAS"]]
    )
    assert activity["processors"]["value"] == ["garde-sas", "racks-sas"]
    assert "Sous-traitant" not in kept(record).values()
    activity, record = blocks(recipients=[["Destinataire 1", "Organismes", "", "", "Garde SAS"]])
    assert activity["recipients"]["value"] == "garde-sas"


def test_a_paper_of_a_transfer_is_to_be_shown() -> None:
    _, record = blocks(transfers=[["Destinataire 1", "Rack Inc", "Inde", "CCT", "", "contrat.pdf"]])
    assert ("agreements", "paper", None) in questions(record)

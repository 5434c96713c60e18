"""Cells of an entry of a record: which fact their words become, what is asked, and what is only told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.making import HEAD, PAYROLL, text
from tests.importing.reading import Tree, read
from tests.importing.test_small_records import of_form, questions, row


def rows(heads: list[str], *cells: str) -> tuple[Tree, Tree]:
    """The activity and the record of a table with further columns."""
    tree = read("register", text([[*HEAD, *heads], [*PAYROLL, *cells]]), name="r.csv")
    return tree["activities"]["paie"], tree["imports"]["m"]


def left(record: Tree) -> dict[str, str]:
    return {each["at"].partition("#")[2]: each["what"] for each in record.get("left", [])}


def kept(record: Tree) -> dict[str, str]:
    return {each["at"].partition("#")[2]: each["words"] for each in record.get("kept", [])}


@pytest.mark.parametrize("words", ["à compléter", "voir annexe", "À définir"])
@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Base légale", "legal_basis"),
        ("Durée", "retention"),
        ("Destinataires", "recipients"),
        ("Sous-traitants", "processors"),
        ("Hors UE", "transfers"),
        ("AIPD", "dpia"),
        ("Localisation", "locations"),
    ],
)
def test_a_cell_that_waits_or_refers_elsewhere_leaves_its_field_unknown_and_asked(
    column: str, field: str, words: str
) -> None:
    activity, record = row(column, words)
    assert activity[field]["value"] == "unknown"
    assert activity[field]["quote"] == words
    asked = [(fact, why) for fact, why, _ in questions(record)]
    assert asked == [(field, "refers" if words.startswith("voir") else "pending")]


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Destinataires", "recipients"),
        ("Sous-traitants", "processors"),
        ("Hors UE", "transfers"),
    ],
)
def test_that_there_is_nobody_is_a_fact(column: str, field: str) -> None:
    activity, record = row(column, "Néant")
    assert activity[field]["value"] == "none"
    assert activity[field]["quote"] == "Néant"
    assert questions(record) == []


@pytest.mark.parametrize(
    ("column", "at"), [("Base légale", "C2"), ("Durée", "F2"), ("Responsable conjoint", "J2"), ("AIPD", "J2")]
)
def test_that_there_is_none_of_what_must_be_is_told_and_no_fact(column: str, at: str) -> None:
    activity, record = row(column, "Sans objet")
    assert left(record)[at] == "not-applicable"
    assert not {"legal_basis", "retention", "joint", "dpia"} - {"legal_basis", "retention"} & activity.keys()


@pytest.mark.parametrize(
    ("words", "value", "why"),
    [
        ("Oui", "true", None),
        ("Non", "false", None),
        ("N/A", None, None),
        ("NA", None, None),
        ("Oui (à revoir)", "unknown", "reserve"),
        ("Oui - en 2021", "unknown", "reserve"),
        ("peut-être", "unknown", "reserve"),
    ],
)
def test_an_assessment_was_made_where_the_record_says_so(words: str, value: Any, why: str | None) -> None:
    activity, record = row("AIPD", words)
    assert activity.get("dpia", {}).get("value") == value
    assert [asked for fact, asked, _ in questions(record) if fact == "dpia"] == ([why] if why else [])


def test_a_second_purpose_is_a_further_one() -> None:
    activity, _ = rows(["Finalité"], "tenir les comptes")
    assert activity["purpose"]["value"] == "Payer les salaires"
    assert [each["title"] for each in activity["purposes"].values()] == [{"fr": "Tenir les comptes"}]


def test_of_several_purposes_in_one_cell_the_first_is_that_of_the_activity() -> None:
    activity, _ = row("Finalité", "Payer ; Compter ; payer les primes")
    assert (activity["purpose"]["value"], activity["purpose"]["quote"]) == (
        "Payer",
        "Payer ; Compter ; payer les primes",
    )
    assert {name: each["title"]["fr"] for name, each in activity["purposes"].items()} == {
        "compter": "Compter",
        "payer-les-primes": "Payer les primes",
    }


def test_when_an_entry_was_made_and_changed_is_kept_with_the_first_of_their_cells() -> None:
    activity, record = rows(["Date de création", "Mise à jour"], "02/01/2020", "03/04/2024")
    assert activity["entry"] == {"created": "2020-01-02", "updated": "2024-04-03", "source": "m#J2"}
    assert questions(record) == []


def test_two_dates_of_one_kind_that_differ_are_asked_about() -> None:
    activity, record = rows(["Mise à jour", "Mise à jour"], "03/04/2024", "04/04/2024")
    assert activity["entry"]["updated"] == "2024-04-03"
    assert questions(record) == [("entry", "differs", "2024-04-04")]
    same, record = rows(["Mise à jour", "Mise à jour"], "03/04/2024", "2024-04-03")
    assert same["entry"] == {"updated": "2024-04-03", "source": "m#J2"}
    assert questions(record) == []


@pytest.mark.parametrize(
    ("recipients", "suggest"),
    [
        ("Payfoo SAS ; URSSAF", "Payfoo SAS"),
        ("Payfoo SAS ; Garde SARL", "Payfoo SAS, Garde SARL"),
        ("URSSAF", None),
    ],
)
def test_a_company_that_receives_where_no_processor_is_named_may_be_one(
    recipients: str, suggest: str | None
) -> None:
    cells = [*PAYROLL]
    cells[HEAD.index("Destinataires")] = recipients
    cells[HEAD.index("Sous-traitants")] = ""
    record = read("register", text([HEAD, cells]), name="r.csv")["imports"]["m"]
    asked = [(why, said) for fact, why, said in questions(record) if fact == "processors"]
    assert asked == ([("which-role", suggest)] if suggest else [])
    cells[HEAD.index("Sous-traitants")] = "Néant"
    record = read("register", text([HEAD, cells]), name="r.csv")["imports"]["m"]
    assert [fact for fact, _, _ in questions(record)] == []


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Salariés, stagiaires", ["salaries", "stagiaires"]),
        ("Salariés (agents)", ["salaries-agents"]),
        ("Salariés\n(agents)", ["salaries-agents"]),
    ],
)
def test_people_in_one_cell_are_parted_and_a_bracket_stays_with_what_it_explains(
    words: str, people: list[str]
) -> None:
    activity, record = row("Personnes", words)
    assert len(activity["people"]) == len(people)
    assert ("D2" in kept(record)) is ("(" in words)


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("La personne", True),
        ("salarié, réseaux sociaux", True),
        ("salarié, on ne sait", False),
        ("on ne sait où", False),
    ],
)
def test_where_data_come_from_is_a_word_of_the_list_or_kept(words: str, *, origin: bool) -> None:
    activity, record = row("Source des données", words)
    assert ("collected_from" in activity) is origin
    assert (kept(record).get("J2") == words) is not origin


@pytest.mark.parametrize(
    ("words", "measures", "why"),
    [
        ("Chiffrement", "encryption", None),
        ("porte blindée", "porte blindée", None),
        ("porte-blindee", "unknown", "not-a-word"),
    ],
)
def test_a_measure_is_one_of_the_list_or_in_the_words_of_the_record(
    words: str, measures: str, why: str | None
) -> None:
    activity, record = row("Mesures de sécurité", words)
    assert activity["measures"]["value"] == measures
    assert [asked for _, asked, _ in questions(record)] == ([why] if why else [])


@pytest.mark.parametrize(
    ("words", "value", "asked"),
    [
        ("France", "FR", []),
        ("France, Inde", ["FR", "IN"], []),
        ("France, nuage", "unknown", [("locations", "reserve", "FR")]),
        ("nuage", "unknown", [("locations", "reserve", None)]),
    ],
)
def test_data_are_kept_in_countries_or_it_is_asked_where(words: str, value: Any, asked: list[Any]) -> None:
    activity, record = row("Localisation", words)
    assert activity["locations"]["value"] == value
    assert questions(record) == asked


@pytest.mark.parametrize(
    ("words", "letter", "why"),
    [
        ("art. 9.2.b", "b", None),
        ("9(2)(h)", "h", None),
        ("parce que", "unknown", "not-a-word"),
    ],
)
def test_a_condition_of_sensitive_data_is_a_letter_of_the_article(
    words: str, letter: str, why: str | None
) -> None:
    activity, record = row("Condition article 9", words)
    assert activity["special_basis"]["value"] == letter
    assert [asked for _, asked, _ in questions(record)] == ([why] if why else [])


@pytest.mark.parametrize(
    ("words", "end"),
    [("Suppression", "erased"), ("Versement aux archives", "archived"), ("au feu", None)],
)
def test_what_becomes_of_data_in_the_end_is_a_word_of_the_list_or_kept(words: str, end: str | None) -> None:
    activity, record = row("Sort final", words)
    stated = activity.get("retentions", {}).get("personal", {}).get("end", {})
    assert stated.get("value") == end
    assert (kept(record).get("J2") == words) is (end is None)


def test_how_long_all_data_are_archived_is_a_period_of_its_own() -> None:
    activity, record = row("Archivage intermédiaire", "10 ans")
    assert activity["retentions"]["personal"]["archive"]["value"] == "10 ans"
    assert activity["retention"]["value"] == "5 ans"
    assert questions(record) == []


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["Destinataire 1", "Non (serveurs en Inde)", "", ""], [("transfers", "differs", "IN"), ("locations", "reserve", "IN")]),
        (["Destinataire 1", "Rack Inc", "Inde", "confiance"], [("tool", "not-a-word", None)]),
        (["Destinataire 1", "Rack Inc", "Inde", ""], [("tool", "no-guarantee", None)]),
        (["Destinataire 1", "à compléter", "Inde", "CCT"], [("recipients", "pending", None)]),
    ],
)  # fmt: skip
def test_what_a_row_of_transfers_leaves_open_is_asked(cells: list[str], asked: list[Any]) -> None:
    _, record = of_form(transfers=[cells])
    fields = ("transfers", "locations", "tool", "recipients")
    assert [each for each in questions(record) if each[0] in fields] == asked


def test_of_two_rows_of_transfers_the_one_that_says_none_is_no_fact_where_another_names_one() -> None:
    activity, record = of_form(
        transfers=[["Destinataire 1", "Rack Inc", "Inde", "CCT"], ["Destinataire 2", "Néant", "", ""]]
    )
    assert activity["transfers"]["value"] == "IN"
    assert "negative-row" in left(record).values()


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        (["Destinataire 1", "Sous-traitant", "", "", "Garde SAS"], "processors", "garde-sas"),
        (["Destinataire 1", "Partenaire", "", "", "Garde SAS"], "recipients", "garde-sas"),
        (["Destinataire 1", "Interne", "", "", "la paie"], "internal", "la paie"),
    ],
)
def test_the_kind_of_a_recipient_says_what_it_is(cells: list[str], field: str, value: str) -> None:
    activity, record = of_form(recipients=[cells])
    assert activity[field]["value"] == value
    assert [fact for fact, _, _ in questions(record) if fact == field] == []


@pytest.mark.parametrize(
    ("cells", "asked", "told"),
    [
        (["Destinataire 1", "Sous-traitant", "", "", ""], [("processors", "no-object", None)], ""),
        (["Destinataire 1", "Partenaire", "", "", "à compléter"], [("recipients", "pending", None)], ""),
        (["Destinataire 1", "Partenaire", "", "", "Néant"], [], "negative-row"),
    ],
)
def test_a_kind_of_recipient_of_which_nobody_is_named_is_asked_for(
    cells: list[str], asked: list[Any], told: str
) -> None:
    activity, record = of_form(recipients=[cells])
    assert [each for each in questions(record) if each[0] in ("processors", "recipients")] == asked
    assert (told in left(record).values()) is bool(told)
    assert (activity.get("processors", activity.get("recipients", {})).get("value") == "unknown") is bool(
        asked
    )


@pytest.mark.parametrize(
    ("cells", "measures"),
    [
        (["Mesure 1", "Chiffrement", "", "", ""], "encryption"),
        (["Mesure 1", "Chiffrement", "", "", "au repos"], ["encryption", "au repos"]),
        (["Mesure 1", "", "", "", "porte blindée"], "porte blindée"),
        (["Mesure 1", "Coffre du sous-sol", "", "", ""], "Coffre du sous-sol"),
        (["Mesure 1", "Coffre du sous-sol", "", "", "à clé"], "à clé"),
    ],
)
def test_a_measure_of_a_row_is_its_kind_and_its_detail(cells: list[str], measures: Any) -> None:
    activity, _ = of_form(measures=[cells])
    assert activity["measures"]["value"] == measures


@pytest.mark.parametrize(
    ("detail", "asked", "told"),
    [
        ("Non", [], True),
        ("Néant", [], True),
        ("à compléter", [("data", "is-it-processed", "identity")], False),
    ],
)
def test_a_row_of_data_that_says_no_states_none(detail: str, asked: list[Any], *, told: bool) -> None:
    activity, record = of_form(
        data=[["Etat civil", detail, "", "", "5 ans"], ["Internet", "IP", "", "", "1 an"]]
    )
    assert activity["data"] == ["device"]
    assert [each for each in questions(record) if each[0] == "data"] == asked
    assert ("negative-row" in left(record).values()) is told
    assert "5 ans" in kept(record).values()


@pytest.mark.parametrize(
    ("words", "transfers", "asked"),
    [
        (
            "Non (serveurs en Inde)",
            "unknown",
            [("transfers", "differs", "IN"), ("locations", "reserve", "IN")],
        ),
        ("Néant (Inde)", "unknown", [("transfers", "no-object", "IN")]),
        ("Non (Royaume-Uni)", "unknown", [("transfers", "differs", "GB"), ("locations", "reserve", "GB")]),
        ("Non (serveurs en France)", "none", []),
        ("Non (tout est chez nous)", "none", []),
    ],
)
def test_a_no_beside_which_brackets_name_a_country_outside_the_area_is_asked_about(
    words: str, transfers: str, asked: list[Any]
) -> None:
    activity, record = row("Hors UE", words)
    assert activity["transfers"]["value"] == transfers
    assert questions(record) == asked

"""Words of one cell: items of a list, who is named, days, bases in law, addresses and numbers."""

from __future__ import annotations

import pytest

from auditor.loading.importing.register.cells import (
    Countries,
    bases,
    company,
    condition,
    day_within,
    email,
    is_phone,
    items,
    lines,
    slug,
)
from auditor.loading.importing.register.labels import labels, vocabulary
from tests.own_rules import KNOWLEDGE


@pytest.mark.parametrize(
    ("text", "commas", "parts"),
    [
        ("a; b;c", None, ["a", "b", "c"]),
        ("a\nb\n\nc", None, ["a", "b", "c"]),
        ("- a\n- b", None, ["a", "b"]),
        ("Acme, Beta", None, ["Acme", "Beta"]),
        ("Acme, 3M", None, ["Acme", "3M"]),
        ("Acme, and others", None, ["Acme, and others"]),
        ("Acme, Inc.", None, ["Acme, Inc."]),
        ("Acme, SAS", None, ["Acme, SAS"]),
        ("Acme, One two three four", None, ["Acme", "One two three four"]),
        ("Acme, One two three four five", None, ["Acme, One two three four five"]),
        ("Acme (Paris, Lyon)", None, ["Acme (Paris, Lyon)"]),
        ("a, b", True, ["a", "b"]),
        ("a, b", False, ["a, b"]),
        ("a (b), c", True, ["a (b)", "c"]),
        ("", None, []),
        (" ; ;", True, []),
    ],
)
def test_items_are_parted_by_lines_and_semicolons_and_by_commas_where_each_reads_as_a_name(
    text: str, commas: bool | None, parts: list[str]
) -> None:
    assert items(text, commas=commas) == parts


def test_lines_are_items_without_their_spaces_and_empty_ones_none() -> None:
    assert lines(" a  b \n\n c") == ["a b", "c"]


@pytest.mark.parametrize(
    ("text", "name", "formed", "rest"),
    [
        ("Acme SAS", "Acme SAS", True, ""),
        ("Acme", "Acme", False, ""),
        ("Acme, SAS", "Acme, SAS", True, ""),
        ("Acme SAS, Paris", "Acme SAS", True, "Paris"),
        ("Acme (Paris)", "Acme", False, "(Paris)"),
        ("Acme – hosting, mail", "Acme", False, "hosting, mail"),
        ("Acme - hosting", "Acme", False, "hosting"),
        ("Acme-Beta", "Acme-Beta", False, ""),
        ("(Acme)", "(Acme)", False, ""),
        ("Acme, Paris - main", "Acme", False, "Paris - main"),
        ("  Acme \n SAS ", "Acme SAS", True, ""),
    ],
)
def test_who_is_named_ends_where_brackets_a_dash_or_a_comma_begin(
    text: str, name: str, rest: str, *, formed: bool
) -> None:
    found = company(text)
    assert (found.name, found.formed, found.rest) == (name, formed, rest)


@pytest.mark.parametrize(
    ("text", "named", "texts", "unread", "contradicts"),
    [
        ("Consentement", ["consent"], [], [], False),
        ("Consentement ; contrat", ["consent", "contract"], [], [], False),
        ("Consentement (art. 6.1.a)", ["consent"], [], [], False),
        ("Consentement (art. 6.1.f)", ["consent"], [], [], True),
        ("art. 6.1.c (Code du travail)", ["legal-obligation"], ["Code du travail"], [], False),
        ("Consentement ; parce que", ["consent"], [], ["parce que"], False),
        ("Consentement ; consentement", ["consent"], [], [], False),
        ("parce que", [], [], ["parce que"], False),
        ("", [], [], [], False),
    ],
)
def test_bases_are_words_of_the_list_or_points_of_the_article(
    text: str, named: list[str], texts: list[str], unread: list[str], *, contradicts: bool
) -> None:
    found = bases(text)
    assert (found.named, found.texts, found.unread, found.contradicts) == (named, texts, unread, contradicts)


@pytest.mark.parametrize(
    ("text", "letter"),
    [("Article 9.2.h", "h"), ("9(2)(i)", "i"), ("art. 9 §2 a)", "a"), ("rien", ""), ("art. 6.1.a", "")],
)
def test_a_condition_is_a_point_of_article_9(text: str, letter: str) -> None:
    assert condition(text) == letter


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("a@b.example", "a@b.example"),
        ("Zoé <a@b.example>, DPO", "a@b.example"),
        ("a@b.example ; c@d.example", ""),
        ("a@b", ""),
        ("rien", ""),
    ],
)
def test_an_address_is_the_only_one_of_a_text(text: str, address: str) -> None:
    assert email(text) == address


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("01 23 45 67 89", True),
        ("+33 (0)1.23.45.67.89", True),
        ("0123456", False),
        ("01234567", True),
        ("1" * 20, True),
        ("1" * 21, False),
        ("2 quai Bas", False),
        ("01 23 45 67 89 bis", False),
    ],
)
def test_a_number_is_one_of_a_telephone_by_its_signs_and_its_length(text: str, *, phone: bool) -> None:
    assert is_phone(text) is phone


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 du 15/03/2024", "2024-03-15"),
        ("v2, 2024-03-15", "2024-03-15"),
        ("15/03/2024 et 16/03/2024", ""),
        ("3", ""),
        ("31/02/2024", ""),
    ],
)
def test_a_day_within_a_text_is_the_only_one(text: str, day: str) -> None:
    assert day_within(text, "fr") == day


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gestion de la paie", "gestion-de-la-paie"),
        ("  Été & Co. ", "ete-co"),
        ("!!!", "x"),
        ("3 tiers", "3-tiers"),
    ],
)
def test_a_name_becomes_an_id_of_plain_letters(text: str, name: str) -> None:
    assert slug(text, "x") == name


def test_an_id_is_cut_between_words_and_never_longer_than_may_be() -> None:
    assert slug("word " * 40) == "-".join(["word"] * 8)
    assert slug("w" * 200) == "w" * 40
    assert slug("w" * 40 + " x") == "w" * 40
    assert slug("w" * 39 + " x") == "w" * 39


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("France, Inde", ["FR", "IN"]),
        ("en Inde puis en France", ["IN", "FR"]),
        ("Inde/Inde", ["IN"]),
        ("nuage", []),
        ("FR", []),
        ("Indes", []),
    ],
)
def test_countries_in_a_text_are_whole_words_in_their_order(text: str, codes: list[str]) -> None:
    assert Countries(KNOWLEDGE.countries).within(text) == codes


@pytest.mark.parametrize(
    ("text", "language", "field"),
    [
        ("Finalité", "fr", "purpose"),
        ("  FINALITÉ : ", "fr", "purpose"),
        ("Finalité", "en", ""),
        ("Purpose", "en", "purpose"),
        ("Data subjects", "en", "people"),
        ("Catégories de données", "", "data"),
        ("Catégories de données personnelles concernées (à cocher)", "fr", "data"),
        ("Catégorie de personnes 3", "fr", "people"),
        ("Sans objet", "", ""),
        ("", "", ""),
        ("Finalité " + "x" * 400, "fr", ""),
    ],
)
def test_a_label_is_that_of_a_field_in_its_language_whole_or_by_how_it_begins(
    text: str, language: str, field: str
) -> None:
    assert labels().field(text, language) == field


def test_beginnings_of_labels_are_looked_for_from_the_longest_on() -> None:
    for begins in labels().begins.values():
        assert len(begins) > 1
        lengths = [len(start) for start, _ in begins]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("name", "text", "is_one"),
    [
        ("none", "Néant", True),
        ("none", "N/A", True),
        ("none", "Non concerné", False),
        ("pending", "?", True),
        ("pending", "à compléter", True),
        ("refers", "voir annexe 3", True),
        ("refers", "voirie", False),
        ("ambiguous", "-", True),
        ("ambiguous", "R.A.S.", True),
        ("yes", "OUI", True),
        ("no", "oui", False),
    ],
)
def test_words_of_a_list_are_compared_without_accents_case_and_signs(
    name: str, text: str, *, is_one: bool
) -> None:
    assert vocabulary().is_(name, text) is is_one

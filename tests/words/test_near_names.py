"""Which name somebody may have meant: near ones, through titles and former names; never the opposite; in bounded time."""

from __future__ import annotations

import pytest

from auditor.model.law import Knowledge
from auditor.text import near_names
from auditor.text.near_names import NearNames, opposite
from auditor.text.problems.references import near_entries
from auditor.text.problems.suggestion import allowed, category, nearest, suggestion, term


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("helth", "did you mean health?"),
        ("sexual-orientation", "did you mean sex-life?"),
        ("vie sexuelle", "did you mean sex-life?"),
        ("orientation", "sex-life"),
        ("données de santé", "did you mean health?"),
        ("DATA ON SEX LIFE", "did you mean sex-life?"),
        ("zzzz", "one of: anonymous, personal, contact"),
    ],
)
def test_categories_are_found_through_titles_and_synonyms(word: str, said: str) -> None:
    assert said in category(word).en


def test_words_for_organisations_are_found_too() -> None:
    assert "did you mean ads?" in term("advertisers").en
    assert "did you mean social-network?" in term("réseau social").en
    assert term("zzzz").fr == "auditor schema case liste les mots admis"


@pytest.mark.parametrize("word", ["oui", "Yes", "vrai", "1"])
def test_a_yes_in_either_language_is_meant(word: str) -> None:
    hint = allowed(word, ("true", "false", "unknown"))
    assert "did you mean true?" in hint.en
    assert "one of: true, false, unknown" in hint.en
    assert "vouliez-vous dire true" in hint.fr


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("exposed-to", "not-exposed-to"),
        ("not-exposed-to", "exposed-to"),
        ("encrypted", "unencrypted"),
        ("no-transfer", "transfer"),
        ("opt-out", "opt-in"),
        ("at-most", "at-least"),
        ("since", "until"),
    ],
)
def test_the_opposite_is_never_meant(word: str, other: str) -> None:
    assert opposite(word, other)
    hint = nearest(word, [other, *(f"other-word-{n}" for n in range(20))])
    assert hint is None or "did you mean" not in hint.en


@pytest.mark.parametrize(
    ("word", "other"),
    [("notice", "notices"), ("operater", "operator"), ("union", "onion")],
)
def test_what_only_begins_like_a_negation_is_no_opposite(word: str, other: str) -> None:
    assert not opposite(word, other)


def test_organisations_are_found_by_former_names(knowledge: Knowledge) -> None:
    near = near_entries([("organisations", knowledge.organisations)])
    assert suggestion("facebook", near).en == "did you mean meta (Facebook, Inc.)?"
    assert "google-ie" in suggestion("google-analytics", near).en


def test_countries_are_found_by_their_names(knowledge: Knowledge) -> None:
    near = near_entries([("countries", knowledge.countries)])
    for word in ("Germany", "Allemagne", "allemagne"):
        assert "did you mean DE" in suggestion(word, near).en


def test_few_words_are_shown_whole_and_many_by_the_nearest_five() -> None:
    assert nearest("x", ["b", "a"]).en == "one of: b, a"
    many = [f"measure-{n}" for n in range(50)]
    shown = nearest("measured-things", many).en
    assert shown.startswith("the nearest: ")
    assert shown.count(",") == 4


def test_swapped_letters_are_found_whatever_the_number() -> None:
    names = [f"org-{n}" for n in range(1_000)]
    assert nearest("rog-617", names).en == "did you mean org-617?"


def test_a_lookup_compares_few_of_many_names(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = {"n": 0}
    likeness = near_names._likeness

    def counted(wanted: str, spelt: str) -> float:
        compared["n"] += 1
        return likeness(wanted, spelt)

    monkeypatch.setattr(near_names, "_likeness", counted)
    near = NearNames([f"organisation-{n}-of-many" for n in range(5_000)])
    assert near.meant("organisaton-4999-of-many")[0].name == "organisation-4999-of-many"
    assert compared["n"] <= near_names.COMPARED


def test_a_word_of_any_length_is_cut_before_it_is_compared() -> None:
    assert nearest("x" * 1_000_000, [f"{n}" for n in range(200)]) is None

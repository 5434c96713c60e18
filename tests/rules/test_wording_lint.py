"""Words that claim too much, each found in a sentence and passed over in terms of law and in quotations with a source."""

from __future__ import annotations

import pytest

from auditor.rules.language.wording_lint import TABLE, overclaims, own_words, suspects


def found(text: str, *, transfer: bool = False) -> list[str]:
    return [word.lower() for word, _ in overclaims(text, transfer=transfer)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le transfert est illégal.", ["illégal"]),
        ("It seems that data leave.", ["it seems that"]),
        ("It suggests a leak.", ["suggests"]),
        ("Ils refusent de répondre.", ["refusent de répondre"]),
        ("They refused to answer.", ["refused to answer"]),
        ("A fine of up to 20 million.", ["fine of up to 2"]),
        ("A fine of 20 million.", ["fine of 2"]),
        ("A fine of up to 20 million euros is possible, a fine of €5.", ["fine of up to 2", "fine of €"]),
        ("Une amende de 20 millions.", ["amende de 2"]),
        ("Cela semble être le cas.", ["semble être"]),
        ("Cela laisse penser que.", ["laisse penser"]),
        ("Pas de contrat.", ["pas de contrat"]),
        ("Pas de contrat au dossier.", []),
        ("Aucune AIPD n'est produite.", []),
        ("Data are kept.", []),
    ],
)
def test_a_claim_beyond_facts_and_law_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_every_overclaim_of_a_text_is_found_each_time() -> None:
    assert found("It suggests this. It suggested that. They refused to answer.") == [
        "refused to answer",
        "suggests",
        "suggested",
    ]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("see https://suggests.example/illegal now", "see   now"),
        ("une violation de données à caractère personnel ici", "une   ici"),
        ("a personal data breach here", "a   here"),
        ("« illégal » (CNIL, 2020) dit-elle", "  dit-elle"),
        ('"illegal" (ICO, 2020) it says', "  it says"),
        ("“illegal” (ICO, 2020) it says", "  it says"),
        ("« illégal » dit-elle", "« illégal » dit-elle"),
        ("l\u2019avis", "l'avis"),
    ],
)
def test_addresses_terms_of_law_and_quotations_with_a_source_are_not_our_words(text: str, own: str) -> None:
    assert own_words(text) == own
    assert found(text) == [word for word, _ in overclaims(own)]


def test_only_what_may_occur_is_suspected() -> None:
    assert suspects(["Data are kept."]) == []
    listed = suspects(["It suggests a leak.", "Illégal."])
    assert 0 < len(listed) < len(TABLE)
    assert [word for word, _ in overclaims("It suggests a leak.", listed)] == ["suggests"]
    assert [entry for entry in TABLE if entry in listed] == listed


def test_of_a_transfer_what_only_a_transfer_may_say_is_passed_over() -> None:
    said = "Data are sent to the United States."
    assert found(said) != []
    assert found(said, transfer=True) == []
    assert found("It suggests a leak. Data are sent to the United States.", transfer=True) == ["suggests"]


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.stems[0])
def test_each_pattern_is_looked_for_wherever_one_of_its_stems_stands(entry: object) -> None:
    stems = entry.stems  # type: ignore[attr-defined]
    for stem in stems:
        assert entry in suspects([f"… {stem} …"]), stem

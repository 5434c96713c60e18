"""French contracts, quotes and elides as it is written."""

from __future__ import annotations

import pytest

from auditor.rendering.words import speaker
from auditor.text import findings as finding_texts
from auditor.text import questions as question_texts
from auditor.text import story as story_texts
from auditor.text.grammar import French


@pytest.mark.parametrize(
    ("noun", "of", "at", "that"),
    [
        ("le serveur", "du serveur", "au serveur", "que le serveur"),
        ("les cabinets", "des cabinets", "aux cabinets", "que les cabinets"),
        ("la plateforme", "de la plateforme", "à la plateforme", "que la plateforme"),
        ("l'hôte", "de l'hôte", "à l'hôte", "que l'hôte"),
        ("Amazon", "d'Amazon", "à Amazon", "qu'Amazon"),
        ("Doctolib", "de Doctolib", "à Doctolib", "que Doctolib"),
    ],
)
def test_french_contracts_and_elides(noun: str, of: str, at: str, that: str) -> None:
    put = French(noun)
    assert (f"{put:de}", f"{put:à}", f"{put:que}", f"{put}") == (of, at, that, noun)
    assert f"{put:De}" == f"{of[0].upper()}{of[1:]}"


@pytest.mark.parametrize(
    ("nouns", "said"),
    [
        ("coordonnées", "des coordonnées"),
        ("coordonnées et données de santé", "des coordonnées et des données de santé"),
        (
            "coordonnées, mots (vidéo, sons et voix) et avis",
            "des coordonnées, des mots (vidéo, sons et voix) et des avis",
        ),
        ("coordonnées, identité et rendez-vous", "coordonnées, identité et rendez-vous"),
        ("image et voix de la consultation", "image et voix de la consultation"),
        ("les données", "les données"),
    ],
)
def test_each_plural_of_a_list_has_its_article(nouns: str, said: str) -> None:
    assert f"{French(nouns):des}" == said


def test_the_interface_contracts_what_is_put_in() -> None:
    assert speaker("fr")(question_texts.ASK, who="le tiers de confiance") == "au tiers de confiance"
    assert speaker("en")(question_texts.ASK, who="the trusted third party") == "to the trusted third party"
    step = speaker("fr")(story_texts.STEP, start="le nuage", end="les cabinets", flow="dépôt")
    assert step == "Du nuage aux cabinets (flux «\u202fdépôt\u202f»)."
    assert speaker("fr")(finding_texts.QUOTED, text="chiffrées") == "«\u202fchiffrées\u202f»"

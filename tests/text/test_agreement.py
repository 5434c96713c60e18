"""Sentences of rules agree with the names put in: articles, verbs, participles, in both languages."""

from __future__ import annotations

import pytest

from auditor.model.bilingual import Bilingual
from auditor.text.grammar import Agreement, agreeing, agreement, both, filled, how, listed, sentence
from auditor.text.legal_forms import without_form


def said(name: Bilingual) -> Bilingual:
    template = Bilingual(
        "{who} {who:est/sont} contrôlé{who:e}.", "{who} {who:is/are} controlled: {who:it/it/they/they}."
    )
    return sentence(template, {"who": agreeing(name, {})})


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        (both("Doctolib"), "Doctolib est contrôlé.", "Doctolib is controlled: it."),
        (
            Bilingual("la plateforme", "the platform"),
            "La plateforme est contrôlée.",
            "The platform is controlled: it.",
        ),
        (
            Bilingual("les cabinets clients", "client practices"),
            "Les cabinets clients sont contrôlés.",
            "Client practices are controlled: they.",
        ),
        (
            listed([both("Coreye"), both("AZ Network")]),
            "Coreye et AZ Network sont contrôlés.",
            "Coreye and AZ Network are controlled: they.",
        ),
    ],
)
def test_a_sentence_agrees_with_what_a_name_shows(name: Bilingual, french: str, english: str) -> None:
    assert said(name) == Bilingual(french, english)


def test_what_is_declared_of_a_name_goes_before_what_it_shows() -> None:
    template = Bilingual("{who} {who:est/sont} contrôlé{who:e}.", "{who} {who:is/are} controlled.")
    practices = Bilingual("cliniques", "practices")
    agrees = Agreement(feminine=True, plural=True)
    told = sentence(template, {"who": agreeing(practices, {"cliniques": agrees, "practices": agrees})})
    assert told == Bilingual("Cliniques sont contrôlées.", "Practices are controlled.")


def test_words_in_brackets_make_nobody_several() -> None:
    assert agreement("video consultation (video and documents)") == Agreement()


def test_texts_of_the_program_agree_too() -> None:
    text = Bilingual("{it} {it:reçoit/reçoivent}", "{it} {it:gets/get}")
    pair = Bilingual("les archives", "the archive")
    assert filled(text, it=pair) == Bilingual("les archives reçoivent", "the archive gets")


@pytest.mark.parametrize(
    ("spec", "known"),
    [("de", True), ("À", True), ("e", True), ("a/ont", True), ("a/b/c", False), ("xx", False)],
)
def test_only_forms_that_words_have_may_be_asked_for(spec: str, known: bool) -> None:
    assert how(spec) is known


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Doctolib SAS", "Doctolib"),
        ("Amazon.com, Inc.", "Amazon.com"),
        ("Hetzner Online GmbH", "Hetzner Online"),
        ("Cybot A/S", "Cybot"),
        ("Qwant SAS Group", "Qwant SAS Group"),
        ("Nestlé", "Nestlé"),
        ("SAS", "SAS"),
    ],
)
def test_a_sentence_leaves_out_the_legal_form_at_the_end_of_a_name(name: str, short: str) -> None:
    assert without_form(name) == short

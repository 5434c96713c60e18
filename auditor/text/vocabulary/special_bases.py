"""The conditions of GDPR art. 9(2), by their letter, and the derogations of art. 49(1)."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word


def _of_art_9(letter: str, fr: str, en: str) -> Word:
    """Return a condition of art. 9(2) as its point and what it is about."""
    point = (f"celle du point {letter}) ({fr})", f"that of point ({letter}) ({en})")
    return word(f"art. 9, § 2, {letter}) : {fr}", f"art. 9(2)({letter}): {en}", in_sentence=point)


def _of_art_49(letter: str, fr: str, en: str) -> Word:
    """Return a derogation of art. 49(1) as its point and what it is about."""
    return word(f"art. 49, § 1, {letter}) : {fr}", f"art. 49(1)({letter}): {en}")


SPECIAL_BASES: Final[dict[str, Word]] = {
    "a": _of_art_9("a", "consentement explicite", "explicit consent"),
    "b": _of_art_9(
        "b", "droit du travail et protection sociale", "employment, social security and social protection"
    ),
    "c": _of_art_9("c", "intérêts vitaux", "vital interests"),
    "d": _of_art_9(
        "d", "membres d'un organisme à but non lucratif", "members of a body that seeks no profit"
    ),
    "e": _of_art_9(
        "e", "données rendues publiques par la personne", "data made public by the person concerned"
    ),
    "f": _of_art_9("f", "droits en justice", "legal claims and courts"),
    "g": _of_art_9("g", "intérêt public important", "substantial public interest"),
    "h": _of_art_9("h", "soins de santé ou sociaux", "health or social care"),
    "i": _of_art_9("i", "santé publique", "public health"),
    "j": _of_art_9("j", "archives, recherche ou statistiques", "archiving, research or statistics"),
}
#: Derogations that a transfer may rest on.
DEROGATIONS: Final[dict[str, Word]] = {
    "a": _of_art_49("a", "consentement explicite", "explicit consent"),
    "b": _of_art_49("b", "contrat avec la personne", "contract with the person concerned"),
    "c": _of_art_49("c", "contrat dans l'intérêt de la personne", "contract in the interest of the person"),
    "d": _of_art_49("d", "motifs importants d'intérêt public", "important reasons of public interest"),
    "e": _of_art_49("e", "droits en justice", "legal claims"),
    "f": _of_art_49("f", "intérêts vitaux", "vital interests"),
    "g": _of_art_49("g", "registre public", "public register"),
}

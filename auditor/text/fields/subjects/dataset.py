"""Words of the fields of `dataset`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import Amount, FieldWords, contains, flag

NAME: Final = Bilingual("jeu de données en plusieurs copies", "dataset in several copies")
FIELDS: Final[dict[str, FieldWords]] = {
    "data": FieldWords(doc=Bilingual("les données", "the data"), phrase=contains("les données", "the data")),
    "copies": FieldWords(
        doc=Bilingual("le nombre de copies", "the number of copies"),
        phrase=Amount(Bilingual("le nombre de copies", "the number of copies")),
    ),
    "same_level": FieldWords(
        doc=Bilingual("un même niveau pour toutes les copies", "one level for all copies"),
        phrase=flag(
            ("toutes les copies sont au même niveau", "all copies are at the same level"),
            ("les copies ne sont pas au même niveau", "the copies are not at the same level"),
        ),
    ),
    "worst_level": FieldWords(
        doc=Bilingual("le niveau de la copie la plus exposée", "the level of the most exposed copy"),
        phrase=Amount(
            Bilingual(
                "le niveau de la copie la plus exposée, de 0 à 4,",
                "the level of the most exposed copy, from 0 to 4,",
            ),
            "{}",
        ),
    ),
}

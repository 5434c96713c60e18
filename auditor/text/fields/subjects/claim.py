"""Words of the fields of `claim`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import NAMED, Clause, FieldWords, contains, flag

NAME: Final = Bilingual("affirmation", "claim")
FIELDS: Final[dict[str, FieldWords]] = {
    "says": FieldWords(
        doc=Bilingual("ce qui est affirmé", "what is claimed"),
        phrase=Clause(
            ("l'affirmation", "porte sur"),
            ("the claim", "is about", "is not about"),
            values={"end-to-end": Bilingual("un chiffrement de bout en bout", "encryption from end to end")},
        ),
    ),
    "verdict": FieldWords(
        doc=Bilingual("le résultat du contrôle", "the verdict"),
        phrase=Clause(
            ("le résultat du contrôle", "est"),
            ("the verdict", "is", "is not"),
            whole={
                "contradicted": flag(
                    (
                        "des faits documentés ou observés la contredisent",
                        "documented or observed facts contradict it",
                    ),
                    (
                        "aucun fait documenté ou observé ne la contredit",
                        "no documented or observed fact contradicts it",
                    ),
                ),
                "inconsistent": flag(
                    (
                        "elle ne s'accorde pas avec ce que son auteur déclare",
                        "it is not consistent with what its author declares",
                    ),
                    (
                        "elle s'accorde avec ce que son auteur déclare",
                        "it is consistent with what its author declares",
                    ),
                ),
            },
        ),
    ),
    "data": FieldWords(
        doc=Bilingual("les données en cause", "the data concerned"),
        phrase=contains("les données en cause", "the data concerned"),
    ),
    "reached_from": FieldWords(
        doc=Bilingual("les États dont le droit atteint les données", "the States whose law reaches the data"),
        phrase=Clause(
            ("un droit qui atteint les données", "est celui"),
            ("a law that reaches the data", "is that", "is not that"),
        ),
    ),
    "imposed": FieldWords(
        doc=Bilingual(
            "une phrase imposée à un service qualifié", "a sentence imposed on a qualified service"
        ),
        phrase=flag(
            ("la phrase est imposée à un service qualifié", "the sentence is imposed on a qualified service"),
            ("la phrase n'est imposée par aucun référentiel", "the sentence is imposed by no scheme"),
        ),
    ),
    "admitted": FieldWords(
        doc=Bilingual("une exposition que son auteur admet", "an exposure that its author admits"),
        phrase=flag(
            ("son auteur admet une exposition", "its author admits an exposure"),
            ("son auteur n'admet aucune exposition", "its author admits no exposure"),
        ),
    ),
    "by": FieldWords(doc=Bilingual("l'auteur de l'affirmation", "the claimant"), phrase=NAMED),
}

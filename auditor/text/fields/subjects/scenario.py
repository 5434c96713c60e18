"""Words of the fields of `scenario`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import Clause, FieldWords, flag, worded

NAME: Final = Bilingual("scénario", "scenario")
FIELDS: Final[dict[str, FieldWords]] = {
    "changes": FieldWords(
        doc=Bilingual("ce qui change", "what changes"),
        phrase=Clause(("l'hypothèse", "change"), ("the hypothesis", "changes", "does not change")),
    ),
    "loses": FieldWords(
        doc=Bilingual("ce qui se perd", "what is lost"),
        phrase=Clause(
            ("l'hypothèse", "retire"),
            ("the hypothesis", "takes away", "does not take away"),
            values=worded(
                adequacy=("une décision d'adéquation", "an adequacy decision"),
                certificate=("un certificat", "a certificate"),
            ),
        ),
    ),
    "decisions_on": FieldWords(
        doc=Bilingual("l'État de la décision retirée", "the State of the decision taken away"),
        phrase=Clause(
            ("la décision retirée", "porte sur le territoire"),
            ("the decision taken away", "is on the territory", "is not on the territory"),
        ),
    ),
    "worsens": FieldWords(
        doc=Bilingual("l'apparition de points", "findings appearing"),
        phrase=flag(
            ("de nouveaux points apparaîtraient", "new findings would appear"),
            ("aucun point nouveau n'apparaîtrait", "no new finding would appear"),
        ),
    ),
    "unsettles": FieldWords(
        doc=Bilingual("l'apparition de questions", "questions appearing"),
        phrase=flag(
            ("de nouvelles questions apparaîtraient", "new questions would appear"),
            ("aucune question nouvelle n'apparaîtrait", "no new question would appear"),
        ),
    ),
}

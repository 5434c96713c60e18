"""Words of the fields of `notice`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import NAMED, Clause, FieldWords, flag
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("information des personnes", "notice to people")
FIELDS: Final[dict[str, FieldWords]] = {
    "transfers": FieldWords(
        doc=doc_of("notices", "transfers"),
        phrase=flag(
            ("l'information parle des transferts", "the notice speaks of transfers"),
            ("l'information ne parle pas des transferts", "the notice does not speak of transfers"),
        ),
    ),
    "transfers_exist": FieldWords(
        doc=Bilingual("un destinataire hors de l'EEE", "a recipient outside the EEA"),
        phrase=flag(
            ("un destinataire est hors de l'EEE", "a recipient is outside the EEA"),
            ("aucun destinataire décrit n'est hors de l'EEE", "no recipient described is outside the EEA"),
        ),
    ),
    "retention": FieldWords(
        doc=doc_of("notices", "retention"),
        phrase=flag(
            ("l'information dit la durée de conservation", "the notice tells the period of retention"),
            (
                "l'information ne dit pas la durée de conservation",
                "the notice does not tell the period of retention",
            ),
        ),
    ),
    "lacks": FieldWords(
        doc=Bilingual("les mentions dues qui manquent", "the points due that it leaves out"),
        phrase=Clause(
            ("les mentions qui manquent à l'information", "comprennent"),
            ("what the notice leaves out", "includes", "does not include"),
            whole={
                "none": flag(
                    (
                        "aucune mention due ne manque à l'information",
                        "the notice leaves out no point that is due",
                    ),
                    ("une mention due manque à l'information", "the notice leaves out a point that is due"),
                )
            },
        ),
    ),
    "indirect": FieldWords(
        doc=doc_of("notices", "indirect"),
        phrase=flag(
            (
                "les données ne viennent pas des personnes elles-mêmes",
                "the data is not obtained from the people themselves",
            ),
            (
                "les données viennent des personnes elles-mêmes",
                "the data is obtained from the people themselves",
            ),
        ),
    ),
    "by": FieldWords(doc=doc_of("notices", "by"), phrase=NAMED),
}

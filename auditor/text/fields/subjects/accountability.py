"""Words of the fields of `activity` on what its controllers owe: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import NAMED, Clause, FieldWords, flag, worded
from auditor.text.fields.table import doc_of

FIELDS: Final[dict[str, FieldWords]] = {
    "informed": FieldWords(
        doc=doc_of("activities", "informed"),
        phrase=Clause(
            ("l'information des personnes", "est"),
            ("telling people", "is", "is not"),
            values=worded(
                true=("donnée", "done"),
                false=("indiquée comme absente", "stated as not done"),
                exempt=("écartée par une exception", "excepted"),
            ),
        ),
    ),
    "lacks_officer": FieldWords(
        doc=Bilingual(
            "l'absence de délégué à la protection des données", "having no data protection officer"
        ),
        phrase=flag(
            (
                "un responsable n'a pas de délégué à la protection des données",
                "a controller has no data protection officer",
            ),
            (
                "chaque responsable a un délégué à la protection des données",
                "each controller has a data protection officer",
            ),
        ),
    ),
    "officer_owed_by": FieldWords(
        doc=Bilingual("qui doit désigner un délégué", "who has to designate an officer"), phrase=NAMED
    ),
    "officer_required": FieldWords(
        doc=Bilingual("un délégué exigé par l'article 37", "an officer required by article 37"),
        phrase=flag(
            ("l'article 37, § 1, exige un délégué", "article 37(1) requires an officer"),
            ("l'article 37, § 1, n'exige pas de délégué", "article 37(1) requires no officer"),
        ),
    ),
    "lacks_representative": FieldWords(
        doc=Bilingual(
            "l'absence d'établissement et de représentant dans l'Union",
            "having neither an establishment nor a representative in the Union",
        ),
        phrase=flag(
            (
                "un responsable n'a ni établissement ni représentant dans l'Union",
                "a controller has neither an establishment nor a representative in the Union",
            ),
            (
                "chaque responsable a un établissement ou un représentant dans l'Union",
                "each controller has an establishment or a representative in the Union",
            ),
        ),
    ),
    "representative_owed_by": FieldWords(
        doc=Bilingual("qui doit désigner un représentant", "who has to designate a representative"),
        phrase=NAMED,
    ),
    "representative_exempt": FieldWords(
        doc=Bilingual("une exception de l'article 27, § 2", "an exception of article 27(2)"),
        phrase=flag(
            ("l'article 27, § 2, dispense de représentant", "article 27(2) exempts from a representative"),
            (
                "l'article 27, § 2, ne dispense pas de représentant",
                "article 27(2) does not exempt from a representative",
            ),
        ),
    ),
    "lacks_record": FieldWords(
        doc=Bilingual("un registre non tenu", "a record not kept"),
        phrase=flag(
            ("le registre n'est pas tenu par un responsable", "a controller does not keep a record"),
            ("chaque responsable tient un registre", "each controller keeps a record"),
        ),
    ),
    "record_owed_by": FieldWords(
        doc=Bilingual("qui doit tenir un registre", "who has to keep a record"), phrase=NAMED
    ),
    "record_exempt": FieldWords(
        doc=Bilingual("une exception de l'article 30, § 5", "an exception of article 30(5)"),
        phrase=flag(
            ("l'article 30, § 5, peut dispenser de registre", "article 30(5) may exempt from a record"),
            (
                "l'article 30, § 5, laisse le registre obligatoire",
                "article 30(5) does not exempt from a record",
            ),
        ),
    ),
}

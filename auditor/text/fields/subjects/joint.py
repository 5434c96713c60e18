"""Words of the fields of `joint`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import GROUP_ABROAD, NAMED, Clause, FieldWords, contains, flag, worded
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("couple de responsables possibles", "pair of possible joint controllers")
FIELDS: Final[dict[str, FieldWords]] = {
    "jointly": FieldWords(
        doc=Bilingual("une décision commune", "deciding together"),
        phrase=flag(
            (
                "les deux décident ensemble des fins et des moyens",
                "the two decide together on purposes and means",
            ),
            (
                "les deux ne décident pas ensemble des fins et des moyens",
                "the two do not decide together on purposes and means",
            ),
        ),
    ),
    "arrangement": FieldWords(
        doc=Bilingual("un accord au sens de l'article 26", "an arrangement in the sense of article 26"),
        phrase=flag(
            (
                "un accord au sens de l'article 26 est au dossier",
                "an arrangement in the sense of article 26 is on file",
            ),
            (
                "le dossier dit que l'article 26 n'est couvert par nul accord",
                "the file says that article 26 is covered by none",
            ),
        ),
    ),
    "essence": FieldWords(
        doc=doc_of("agreements", "essence"),
        phrase=flag(
            (
                "les grandes lignes de l'accord sont à la disposition des personnes",
                "the essence of the arrangement is available to people",
            ),
            (
                "les grandes lignes de l'accord ne sont pas à la disposition des personnes",
                "the essence of the arrangement is not available to people",
            ),
        ),
    ),
    "duties_by_law": FieldWords(
        doc=doc_of("activities", "duties_by_law"),
        phrase=flag(
            ("la loi détermine les obligations de chacun", "law determines the duties of each"),
            (
                "aucune loi ne détermine les obligations de chacun",
                "no law determines the duties of each",
            ),
        ),
    ),
    "scope": FieldWords(
        doc=Bilingual("la portée", "the scope"),
        phrase=Clause(
            ("la portée", "est"),
            ("the scope", "is", "is not"),
            values=worded(
                activity=("toute l'activité", "the whole activity"),
                collection=("la collecte et la transmission", "collection and transmission"),
            ),
        ),
    ),
    "loads": FieldWords(
        doc=Bilingual("le moment du chargement", "when it loads"),
        phrase=Clause(
            ("l'élément", "se charge"),
            ("the element", "loads", "does not load"),
            values=worded(
                at_once=("d'emblée", "at once"),
                click=("au clic", "on a click"),
                consent=("après un consentement", "after consent"),
                never=("sans aucune requête", "without any request"),
            ),
        ),
    ),
    **GROUP_ABROAD,
    "affiliate": FieldWords(
        doc=Bilingual("celle qui a un groupe à l'étranger", "the one with a group abroad"), phrase=NAMED
    ),
    "parties": FieldWords(doc=Bilingual("les deux parties", "the two parties"), phrase=NAMED),
    "activity": FieldWords(doc=Bilingual("l'activité", "the activity"), phrase=NAMED),
    "data": FieldWords(
        doc=Bilingual("les données en cause", "the data concerned"),
        phrase=contains("les données en cause", "the data concerned"),
    ),
    "first": FieldWords(doc=Bilingual("le premier des deux", "the first of the two"), phrase=NAMED),
    "second": FieldWords(doc=Bilingual("le second", "the second"), phrase=NAMED),
}

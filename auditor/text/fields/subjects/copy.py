"""Words of the fields of `copy`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import ROLES, Clause, FieldWords, contains, flag, worded
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("copie gardée", "copy kept")
FIELDS: Final[dict[str, FieldWords]] = {
    "keeps": FieldWords(
        doc=doc_of("hosts", "keeps"), phrase=contains("les données gardées", "the data kept")
    ),
    "limit": FieldWords(
        doc=Bilingual("la limite de conservation", "the limit of retention"),
        phrase=Clause(
            ("la durée de conservation", "est"),
            ("the period of retention", "is", "is not"),
            values=worded(
                limited=("limitée", "limited"),
                unlimited=("sans limite", "without a limit"),
                nothing=("sans objet", "without object"),
            ),
        ),
    ),
    "beyond": FieldWords(
        doc=Bilingual(
            "la conservation au-delà de la durée annoncée", "being kept beyond the period announced"
        ),
        phrase=flag(
            (
                "la copie est gardée au-delà de la durée annoncée",
                "the copy is kept beyond the period announced",
            ),
            (
                "la copie n'est pas gardée au-delà de la durée annoncée",
                "the copy is not kept beyond the period announced",
            ),
        ),
    ),
    "erased": FieldWords(
        doc=doc_of("hosts", "erased"),
        phrase=flag(
            ("la copie est effacée au terme", "the copy is erased at the end"),
            ("la copie n'est pas effacée au terme", "the copy is not erased at the end"),
        ),
    ),
    "out_of_reach": FieldWords(
        doc=Bilingual("les droits qui ne l'atteignent pas", "the rights that do not reach it"),
        phrase=Clause(
            ("les droits qui n'atteignent pas la copie", "comprennent"),
            ("the rights that do not reach the copy", "include", "do not include"),
            values=worded(
                access=("l'accès", "access"),
                rectification=("la rectification", "rectification"),
                erasure=("l'effacement", "erasure"),
                **{"return": ("la restitution", "return at the end of the contract")},
            ),
        ),
    ),
    "role": FieldWords(
        doc=Bilingual("le rôle de qui la garde", "the role of who keeps it"),
        phrase=Clause(("qui garde la copie", "est"), ("who keeps the copy", "is", "is not"), values=ROLES),
    ),
}

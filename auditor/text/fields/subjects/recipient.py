"""Words of the fields of `recipient`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import (
    GROUP_ABROAD,
    NAMED,
    ROLES,
    Clause,
    FieldWords,
    contains,
    flag,
    worded,
)
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("destinataire", "recipient")
FIELDS: Final[dict[str, FieldWords]] = {
    "declared": FieldWords(
        doc=Bilingual("la déclaration", "being declared"),
        phrase=flag(
            (
                "l'information des personnes ou le registre le nomme, lui ou sa catégorie",
                "the notice or the record names it or its category",
            ),
            (
                "ni l'information des personnes ni le registre ne le nomme, lui ou sa catégorie",
                "neither the notice nor the record names it or its category",
            ),
        ),
    ),
    "told": FieldWords(
        doc=Bilingual("l'information des personnes sur lui", "people being told of it"),
        phrase=flag(
            (
                "l'information des personnes le nomme, lui ou sa catégorie",
                "the notice to people names it or its category",
            ),
            (
                "l'information des personnes ne le nomme pas, ni lui ni sa catégorie",
                "the notice to people names neither it nor its category",
            ),
        ),
    ),
    "inquiry": FieldWords(
        doc=doc_of("flows", "inquiry"),
        phrase=flag(
            (
                "une autorité publique les demande pour une enquête particulière",
                "a public authority asks for the data for a particular inquiry",
            ),
            (
                "aucune enquête particulière d'une autorité publique ne les demande",
                "no particular inquiry of a public authority asks for the data",
            ),
        ),
    ),
    **GROUP_ABROAD,
    "data": FieldWords(
        doc=Bilingual("les données reçues", "the data received"),
        phrase=contains("les données reçues", "the data received"),
    ),
    "is": FieldWords(
        doc=Bilingual("la nature", "what it is"),
        phrase=Clause(("le destinataire", "est"), ("the recipient", "is", "is not")),
    ),
    "role": FieldWords(
        doc=Bilingual("le rôle", "the role"),
        phrase=Clause(("le destinataire", "est"), ("the recipient", "is", "is not"), values=ROLES),
    ),
    "who": FieldWords(doc=Bilingual("le destinataire", "the recipient"), phrase=NAMED),
    "modelled": FieldWords(
        doc=Bilingual("un flux qui l'atteint", "a flow that reaches it"),
        phrase=flag(
            ("un flux l'atteint", "a flow reaches it"),
            ("aucun flux décrit ne l'atteint", "no flow described reaches it"),
        ),
    ),
    "mapped": FieldWords(
        doc=Bilingual("des flux de l'activité décrits", "flows of the activity that are described"),
        phrase=flag(
            ("des flux de l'activité sont décrits", "flows of the activity are described"),
            ("aucun flux de l'activité n'est décrit", "no flow of the activity is described"),
        ),
    ),
    "observed": FieldWords(
        doc=Bilingual("le déclaré face à l'observé", "what is declared against what was observed"),
        phrase=Clause(
            ("ce destinataire", "est"),
            ("this recipient", "is", "is not"),
            values=worded(
                undeclared=("observé sans être déclaré", "observed and not declared"),
                declared_observed=("déclaré et observé", "declared and observed"),
                declared_not_observed=("déclaré sans être observé", "declared and not observed"),
                attempted=("l'objet d'un envoi tenté", "the aim of an attempted sending"),
                unattributed=("sans nom attribué", "not attributed to anybody"),
            ),
        ),
    ),
    "gets_more": FieldWords(
        doc=Bilingual(
            "les données reçues au-delà de celles déclarées pour lui",
            "the data received beyond those declared for it",
        ),
        phrase=contains(
            "les données reçues au-delà de celles déclarées pour lui",
            "the data received beyond that declared for it",
        ),
    ),
    "needs_more": FieldWords(
        doc=Bilingual(
            "les données reçues au-delà de celles qu'il lui faut", "the data received beyond those it needs"
        ),
        phrase=contains(
            "les données reçues au-delà de celles qu'il lui faut",
            "the data received beyond that which it needs",
        ),
    ),
}

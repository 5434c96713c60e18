"""Words of the fields of `exposure`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import LEVEL, NAMED, SCALE, Clause, FieldWords, contains, flag

NAME: Final = Bilingual("exposition", "exposure")
FIELDS: Final[dict[str, FieldWords]] = {
    "country": FieldWords(
        doc=Bilingual("l'État", "the State"),
        phrase=Clause(("le droit en cause", "est celui"), ("the law at stake", "is that", "is not that")),
    ),
    "by": FieldWords(
        doc=Bilingual("l'atteinte", "the reach"),
        phrase=Clause(
            ("ce droit", "atteint"),
            ("that law", "reaches", "does not reach"),
            values={
                "none": Bilingual("le dépositaire en rien", "the custodian in no way"),
                "dependency": Bilingual(
                    "le dépositaire par une dépendance", "the custodian through a dependency"
                ),
                "presence": Bilingual(
                    "le dépositaire par un établissement", "the custodian through an establishment"
                ),
                "control": Bilingual(
                    "le dépositaire par qui le contrôle", "the custodian through whoever controls it"
                ),
                "direct": Bilingual("le dépositaire directement", "the custodian directly"),
                "unnamed": Bilingual(
                    "le dépositaire par un propriétaire inconnu", "the custodian through an unknown owner"
                ),
            },
        ),
    ),
    "compels": FieldWords(
        doc=Bilingual("la qualité de destinataire de la loi", "being an addressee of the law"),
        phrase=flag(
            ("la loi s'adresse à un tel dépositaire", "the law addresses such a custodian"),
            ("la loi ne s'adresse pas à un tel dépositaire", "the law does not address such a custodian"),
        ),
    ),
    "level": FieldWords(doc=Bilingual("le niveau d'exposition", "the exposure level"), phrase=LEVEL),
    "data": FieldWords(
        doc=Bilingual("les données gardées", "the data kept"),
        phrase=contains("les données gardées", "the data kept"),
    ),
    "scale": FieldWords(doc=Bilingual("l'échelle", "the scale"), phrase=SCALE),
    "custody": FieldWords(
        doc=Bilingual("la qualité du dépositaire", "the custody"),
        phrase=Clause(
            ("le dépositaire", "est"),
            ("the custodian", "is", "is not"),
            values={
                "operator": Bilingual("l'exploitant de l'hôte", "the operator of the host"),
                "machine": Bilingual(
                    "l'exploitant de la machine au-dessous", "the operator of the machine below"
                ),
                "customer": Bilingual("le client de l'hébergeur", "the customer of the host"),
                "vendor": Bilingual("qui exploite des systèmes pour lui", "whoever runs systems for it"),
                "transit": Bilingual(
                    "qui lit les données à leur passage", "whoever reads the data as it passes"
                ),
            },
        ),
    ),
    "host": FieldWords(doc=Bilingual("l'hôte", "the host"), phrase=NAMED),
    "custodian": FieldWords(doc=Bilingual("le dépositaire", "the custodian"), phrase=NAMED),
}

"""Words of the fields of `reading`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import NAMED, ROLES, Clause, FieldWords, contains, flag

NAME: Final = Bilingual("lecture", "reading")
FIELDS: Final[dict[str, FieldWords]] = {
    "data": FieldWords(
        doc=Bilingual("les données lues", "the data read"),
        phrase=contains("les données lues", "the data read"),
    ),
    "passing": FieldWords(
        doc=Bilingual("les données qui arrivent et repartent", "the data that arrives and is passed on"),
        phrase=contains("les données qui arrivent et repartent", "the data that arrives and is passed on"),
    ),
    "role": FieldWords(
        doc=Bilingual("le rôle", "the role"),
        phrase=Clause(("le lecteur", "est"), ("the reader", "is", "is not"), values=ROLES),
    ),
    "declared": FieldWords(
        doc=Bilingual("la déclaration", "being declared"),
        phrase=flag(
            ("le lecteur est déclaré", "the reader is declared"),
            ("le lecteur n'est pas déclaré", "the reader is not declared"),
        ),
    ),
    "denied": FieldWords(
        doc=Bilingual("une affirmation contraire", "a claim that denies it"),
        phrase=flag(
            (
                "une affirmation dit que le lecteur ne peut pas lire",
                "a claim says that the reader cannot read",
            ),
            (
                "aucune affirmation ne dit que le lecteur ne peut pas lire",
                "no claim says that the reader cannot read",
            ),
        ),
    ),
    "needs_clear": FieldWords(
        doc=Bilingual("un service qui suppose les données en clair", "a service that needs clear data"),
        phrase=flag(
            ("son service suppose les données en clair", "its service needs clear data"),
            ("son service ne suppose pas les données en clair", "its service does not need clear data"),
        ),
    ),
    "how": FieldWords(
        doc=Bilingual("la manière", "the manner"),
        phrase=Clause(
            ("le lecteur", "lit"),
            ("the reader", "reads", "does not read"),
            values={
                "end": Bilingual("comme destinataire", "as the recipient"),
                "use": Bilingual("dans le service qu'il exploite", "in the service it operates"),
                "machine": Bilingual(
                    "sur la machine qu'il exploite au-dessous", "on the machine it operates below"
                ),
                "key": Bilingual("avec la clé", "with the key"),
            },
        ),
    ),
    "who": FieldWords(doc=Bilingual("le lecteur", "the reader"), phrase=NAMED),
    "at": FieldWords(doc=Bilingual("le lieu", "the place"), phrase=NAMED),
}

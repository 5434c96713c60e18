"""One row per field of a certificate or an accreditation."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, Without, says
from auditor.text.fields.common import ALSO, AS_OF, KNOWN, NOTE, SOURCE, STATUS

#: The question on all certificates asks for each with its scope and its days.
ASKED_OF_THE_LIST: Final = Without("the question on all certificates asks it")
LISTED: Final = Without("as for the list of certificates in which it stands")
SECTIONS: Final[dict[str, Rows]] = {
    "certified": {
        "is": Row(
            doc=Bilingual("le type de certificat", "the kind of certificate"),
            question=ASKED_OF_THE_LIST,
            clause=says(
                (
                    "{key}, pour {it}, est un certificat de ce type : {value}",
                    "{key}, of {it}, is a certificate of this kind: {value}",
                )
            ),
            whose=LISTED,
        ),
        "offer": Row(
            doc=Bilingual("l'offre pour laquelle il a été délivré", "the offer it was granted for"),
            question=ASKED_OF_THE_LIST,
            clause=says(
                (
                    "le certificat {key} {it:de} a été délivré pour cette offre : {value}",
                    "the {key} certificate of {it} was granted for this offer: {value}",
                )
            ),
            whose=LISTED,
        ),
        "type": Row(
            doc=Bilingual("le type du rapport (1 ou 2)", "the type of the report (1 or 2)"),
            question=ASKED_OF_THE_LIST,
            clause=says(
                (
                    "le rapport {key} {it:de} est de ce type : {value}",
                    "the {key} report of {it} is of this type: {value}",
                )
            ),
            whose=LISTED,
        ),
        "scope": Row(
            doc=Bilingual("le périmètre", "the scope"),
            question=ASKED_OF_THE_LIST,
            clause=says(
                (
                    "le périmètre du certificat {key} {it:de} est : {value}",
                    "the scope of the {key} certificate of {it} is {value}",
                )
            ),
            whose=LISTED,
        ),
        "version": Row(
            doc=Bilingual("la version du référentiel", "the version of the scheme"),
            question=ASKED_OF_THE_LIST,
            clause=says(
                (
                    "le certificat {key} {it:de} suit cette version du référentiel : {value}",
                    "the {key} certificate of {it} follows this version of the scheme: {value}",
                )
            ),
            whose=LISTED,
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=ASKED_OF_THE_LIST,
            clause=says(
                (
                    "le certificat {key} {it:de} vaut depuis : {value}",
                    "the {key} certificate of {it} is valid since {value}",
                )
            ),
            whose=LISTED,
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=ASKED_OF_THE_LIST,
            clause=says(
                (
                    "le dernier jour du certificat {key} {it:de} est : {value}",
                    "the last day of the {key} certificate of {it} is {value}",
                )
            ),
            whose=LISTED,
        ),
        "known": KNOWN,
        "source": SOURCE,
        "also": ALSO,
        "as_of": AS_OF,
        "status": STATUS,
        "note": NOTE,
    },
}

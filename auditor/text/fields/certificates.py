"""One row per field of a certificate or an accreditation."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, Without, says
from auditor.text.fields.common import ALSO, AS_OF, KNOWN, NOTE, SOURCE, STATUS

SECTIONS: Final[dict[str, Rows]] = {
    "certified": {
        "is": Row(
            doc=Bilingual("le type de certificat", "the kind of certificate"),
            question=Without("a certificate is listed by its kind"),
            clause=says(
                (
                    "{key}, pour {it}, est un certificat de ce type : {value}",
                    "{key}, of {it}, is a certificate of this kind: {value}",
                )
            ),
            whose=Without("as for the list of certificates in which it stands"),
        ),
        "scope": Row(
            doc=Bilingual("le périmètre", "the scope"),
            question=Bilingual(
                "Quel est le périmètre du certificat {key} {it:de} ?",
                "What is the scope of the {key} certificate of {it}?",
            ),
            clause=says(
                (
                    "le périmètre du certificat {key} {it:de} est : {value}",
                    "the scope of the {key} certificate of {it} is {value}",
                )
            ),
            whose=Without("as for the list of certificates in which it stands"),
        ),
        "version": Row(
            doc=Bilingual("la version du référentiel", "the version of the scheme"),
            question=Bilingual(
                "Quelle version du référentiel suit le certificat {key} {it:de} ?",
                "Which version of the scheme does the {key} certificate of {it} follow?",
            ),
            clause=says(
                (
                    "le certificat {key} {it:de} suit cette version du référentiel : {value}",
                    "the {key} certificate of {it} follows this version of the scheme: {value}",
                )
            ),
            whose=Without("as for the list of certificates in which it stands"),
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual(
                "Depuis quand vaut le certificat {key} {it:de} ?",
                "Since when is the {key} certificate of {it} valid?",
            ),
            clause=says(
                (
                    "le certificat {key} {it:de} vaut depuis : {value}",
                    "the {key} certificate of {it} is valid since {value}",
                )
            ),
            whose=Without("as for the list of certificates in which it stands"),
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "Jusqu'à quand vaut le certificat {key} {it:de} ?",
                "Until when is the {key} certificate of {it} valid?",
            ),
            clause=says(
                (
                    "le dernier jour du certificat {key} {it:de} est : {value}",
                    "the last day of the {key} certificate of {it} is {value}",
                )
            ),
            whose=Without("as for the list of certificates in which it stands"),
        ),
        "known": KNOWN,
        "source": SOURCE,
        "also": ALSO,
        "as_of": AS_OF,
        "status": STATUS,
        "note": NOTE,
    },
}

"""One row per field of a category of data of the case's own."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says, yes_no
from auditor.text.fields.common import NOTE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "data": {
        "is": Row(
            doc=Bilingual("la catégorie plus large", "the broader category"),
            question=Bilingual(
                "De quelle catégorie de données relève « {it} » ?",
                'Under which category of data does "{it}" fall?',
            ),
            clause=says(("« {it} » relève de : {value}", '"{it}" falls under {value}')),
            whose="audited",
        ),
        "title": TITLE,
        "inferred": Row(
            doc=Bilingual("le fait d'être déduite", "being inferred"),
            question=Bilingual(
                "« {it} » est-elle déduite d'autres données ?", 'Is "{it}" inferred from other data?'
            ),
            clause=yes_no(
                ("« {it} » est déduite d'autres données", '"{it}" is inferred from other data'),
                ("« {it} » n'est pas déduite d'autres données", '"{it}" is not inferred from other data'),
            ),
            whose="audited",
        ),
        "about": Row(
            doc=Bilingual("les personnes dont elle parle", "the people it is about"),
            question=Bilingual(
                "Quelles personnes « {it} » concerne-t-elle ?", 'Which people is "{it}" about?'
            ),
            clause=says(
                ("« {it} » concerne ces personnes : {value}", '"{it}" is about these people: {value}')
            ),
            whose="audited",
        ),
        "note": NOTE,
    },
}

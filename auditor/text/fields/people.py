"""One row per field of people."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says
from auditor.text.fields.common import NOTE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "people": {
        "title": TITLE,
        "country": Row(
            doc=Bilingual("le pays où elles vivent", "the country they live in"),
            question=Bilingual(
                "Dans quel pays vivent les personnes « {it} » ?",
                'In which country do the people "{it}" live?',
            ),
            clause=says(
                ("les personnes « {it} » vivent dans ce pays : {value}", 'the people "{it}" live in {value}'),
                {
                    "none": (
                        "les personnes « {it} » ne vivent dans aucun pays en particulier",
                        'the people "{it}" live in no country in particular',
                    )
                },
            ),
            whose="audited",
        ),
        "note": NOTE,
    },
}

"""One row per field of what a case must say when it is judged."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import NOTE

#: What only tests look at.
COMPARED: Final = "tests compare it; no verdict depends on it"
SECTIONS: Final[dict[str, Rows]] = {
    "expected": {
        "as_of": aside("le jour de l'évaluation", "the day of judging", COMPARED),
        "expect": aside("les constats attendus", "the findings expected", COMPARED),
        "unknown": aside(
            "les constats non démontrables attendus",
            "the findings expected that cannot be shown",
            COMPARED,
        ),
        "hypothetical": aside(
            "les constats hypothétiques attendus",
            "the hypothetical findings expected",
            COMPARED,
        ),
        "silent": aside(
            "les règles qui ne disent rien",
            "the rules that say nothing",
            COMPARED,
        ),
        "complete": aside(
            "l'absence de tout autre constat établi",
            "no other rule being established",
            COMPARED,
        ),
        "note": NOTE,
    },
}

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
        "expect": aside("les points attendus", "the findings expected", COMPARED),
        "unknown": aside(
            "les points en suspens attendus",
            "the open points expected",
            COMPARED,
        ),
        "hypothetical": aside(
            "les hypothèses attendues",
            "the hypothetical findings expected",
            COMPARED,
        ),
        "silent": aside(
            "les règles qui ne disent rien",
            "the rules that say nothing",
            COMPARED,
        ),
        "complete": aside(
            "l'absence de tout autre point établi",
            "no other rule being established",
            COMPARED,
        ),
        "note": NOTE,
    },
}

"""One row per field of a what-if."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import NOTE, SOURCE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "scenarios": {
        "title": TITLE,
        "set": aside("les faits changés", "the facts changed", "a what-if is told as a whole, by its title"),
        "add": aside(
            "les entrées ajoutées", "the entries added", "a what-if is told as a whole, by its title"
        ),
        "remove": aside(
            "les entrées retirées", "the entries removed", "a what-if is told as a whole, by its title"
        ),
        "source": SOURCE,
        "note": NOTE,
    },
}

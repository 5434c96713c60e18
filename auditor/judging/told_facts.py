"""What facts that changed say, as clauses, on each side of a change."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from auditor.judging.premise_text import Teller
from auditor.model.comparison import FactChange
from auditor.model.materials import Materials
from auditor.model.vocabulary import UNKNOWN
from auditor.text.names import Names


def teller_of(materials: Materials) -> Teller:
    """Give the teller of the facts of a case, with the names of the case and of its knowledge base."""
    known = materials.knowledge
    return Teller(materials, Names(materials.case, materials.as_of, known.sources, known.countries))


def told_changes(changes: Iterable[FactChange], then: Teller, now: Teller) -> list[FactChange]:
    """Give changes with what each fact said before and says after; nothing on the side where it is not stated."""
    return [
        replace(
            change,
            said_before=None if change.before == UNKNOWN else then.tell(change.fact),
            said_after=None if change.after == UNKNOWN else now.tell(change.fact),
        )
        for change in changes
    ]

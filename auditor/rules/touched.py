"""What a change of a case can touch: the kinds of subjects of which anything follows from what is changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from auditor.graph.estate import Estate
from auditor.rules.subjects import SUBJECTS

#: The sections of a case at which only some kinds of subjects look, with these kinds; any kind may look at the others.
LOOKING_AT: Final[dict[str, frozenset[str]]] = {
    "ownership": frozenset(
        {"claim", "dataset", "exposure", "host", "joint", "organisation", "reading", "recipient"}
    ),
    "notices": frozenset(
        {"activity", "claim", "copy", "hop", "host", "notice", "reading", "recipient", "transfer"}
    ),
    "claims": frozenset({"claim", "organisation", "reading"}),
    "questions": frozenset({"question"}),
    "sources": frozenset(),
    "scenarios": frozenset(),
}


def touched(now: Estate, then: Estate) -> Collection[str]:
    """Give the kinds of subjects of which something may follow from what differs between two states of a case.

    Of all other kinds, rules come to the same in both. The sections are compared as they stand on the day, with successors in
    the place of those that have ended.
    """
    if now.materials.knowledge != then.materials.knowledge or now.heirs != then.heirs:
        return SUBJECTS.keys()
    found: set[str] = set()
    for section in now.case.__struct_fields__:
        if getattr(now.case, section) != getattr(then.case, section):
            found.update(LOOKING_AT.get(section, SUBJECTS))
    return found

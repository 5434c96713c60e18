"""What must be asked of what imports state: the questions that `auditor ask` finds in the case as it would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.import_changes import facts
from auditor.api.read import assembled
from auditor.api.sources import Sources
from auditor.errors import NothingToCheck
from auditor.loading.files.document import read
from auditor.model.bilingual import Bilingual
from auditor.model.imports import AskedOf, PlannedDocument
from auditor.model.materials import Materials
from auditor.model.result.shown import TOLD
from auditor.model.vocabulary import UNKNOWN
from auditor.rules.addressees import Addressees
from auditor.rules.questions import question
from auditor.text.elements import NOBODY_KNOWN
from auditor.text.names import Names

#: Fields that are unknown of whoever is only known by a brand; its name is asked.
NO_QUESTION: Final = frozenset({"kind"})
#: How many entries an import may have for the case to be judged while it is shown; of more, `auditor ask` tells.
MOST_JUDGED: Final = 1_000


def with_questions(plans: Sequence[PlannedDocument], files: Mapping[str, bytes]) -> list[PlannedDocument]:
    """Give plans with the questions about entries that each would write, by whom to ask. The case is judged once, unless they are many."""
    if sum(sum(plan.counts.values()) for plan in plans) > MOST_JUDGED:
        return [replace(plan, too_many_to_ask=True) for plan in plans]
    try:
        materials = assembled(Sources(case=sorted(files.items())))
    except NothingToCheck:
        return list(plans)
    asked = _Asked(materials)
    return [replace(plan, asks=asked.of(plan)) for plan in plans]


class _Asked:
    """The questions of a judged case, and those on facts that imports state to be unknown and that no verdict waits for yet."""

    def __init__(self, materials: Materials) -> None:
        self.result = assess(materials, shown=TOLD)
        self.names = Names(
            materials.case, materials.as_of, materials.knowledge.sources, materials.knowledge.countries
        )
        self.addressees = Addressees(materials.case)

    def of(self, plan: PlannedDocument) -> list[AskedOf]:
        """Give what is asked of the entries of one import, by addressee, in the order of the questions."""
        trees = [read(file.path, file.data).value for file in plan.files if file.data is not None]
        stated = {fact: value for tree in trees if isinstance(tree, dict) for fact, (value, _) in facts(tree)}
        written = {_entry(fact) for fact in stated}
        listed = [fact for each in self.result.questions for fact in each.facts]
        asked: dict[str, list[tuple[str, Bilingual]]] = {}
        for fact in listed:
            if fact.live and _entry(fact.fact) in written:
                asked.setdefault(fact.to, []).append((fact.fact, fact.question))
        there = {route for pairs in asked.values() for route, _ in pairs}
        for route, value in stated.items():
            unknown = UNKNOWN in value.split(", ") and route.rpartition(".")[2] not in NO_QUESTION
            if unknown and route not in there:
                asked.setdefault(self.addressees.of(route), []).append((route, question(route, self.names)))
        return [
            AskedOf(
                to=to,
                title=self.result.names.get(to, NOBODY_KNOWN),
                facts=[route for route, _ in pairs],
                questions=[words for _, words in pairs],
            )
            for to, pairs in asked.items()
        ]


def _entry(fact: str) -> str:
    return ".".join(fact.split(".")[:2])

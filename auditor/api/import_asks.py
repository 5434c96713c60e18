"""What must be asked of what imports state: the questions that `auditor ask` finds in the case as it would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.import_changes import COMPARED
from auditor.api.read import assembled
from auditor.api.sources import Sources
from auditor.errors import NothingToCheck
from auditor.loading.files.document import read
from auditor.model.imports import AskedOf, PlannedDocument
from auditor.model.result.document import Result
from auditor.model.result.findings import OpenFact
from auditor.text.elements import NOBODY_KNOWN


def with_questions(plans: Sequence[PlannedDocument], files: Mapping[str, bytes]) -> list[PlannedDocument]:
    """Give plans with the questions about entries that each would write, by whom to ask. The case is judged once."""
    try:
        result = assess(assembled(Sources(case=sorted(files.items()))))
    except NothingToCheck:
        return list(plans)
    return [replace(plan, asks=_asked(plan, result)) for plan in plans]


def _asked(plan: PlannedDocument, result: Result) -> list[AskedOf]:
    """Give what is asked of the entries of one import, by addressee, in the order of the questions."""
    trees = [read(file.path, file.data).value for file in plan.files if file.data is not None]
    written = {
        f"{section}.{name}"
        for tree in trees
        for section in COMPARED
        if isinstance(tree, dict) and isinstance(tree.get(section), dict)
        for name in tree[section]
    }
    asked: dict[str, list[OpenFact]] = {}
    for question in result.questions:
        for fact in question.facts:
            if fact.live and ".".join(fact.fact.split(".")[:2]) in written:
                asked.setdefault(fact.to, []).append(fact)
    return [
        AskedOf(
            to=to,
            title=result.names.get(to, NOBODY_KNOWN),
            facts=[fact.fact for fact in facts],
            questions=[fact.question for fact in facts],
        )
        for to, facts in asked.items()
    ]

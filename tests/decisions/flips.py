"""Decisions with one fact changed, and the outcome that must follow: two flips for each case of truth.yaml.

A flip changes facts of the case by their address (`flows.storage.keys`; a number for an entry of a list), or the date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from auditor.api.assess import assess
from auditor.api.read import all_policies, knowledge_base, named
from auditor.loading.case.load import load_case
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import Tree, tree_of
from tests.decisions.score import DECISIONS, answers, audit, concerned, seen, truth


class Flip(Struct, frozen=True):
    """One change of a case: whether its outcome follows, and whether the case as it stands has it anyway."""

    case: str
    name: str
    wanted: str
    follows: bool
    held_before: bool
    found: str

    @property
    def agrees(self) -> bool:
        """Tell whether the change brings the outcome about."""
        return self.follows and not self.held_before


def changed(tree: Tree, changes: dict[str, Any]) -> Tree:
    """Give a copy of `tree` with the values at the addresses of `changes`, each of which must be one of the case."""
    made: Tree = json.loads(json.dumps(tree))
    for address, value in changes.items():
        *above, last = address.split(".")
        part: Any = made
        for step in above:
            part = part[int(step)] if isinstance(part, list) else part[step]
        part[last] = value
    return made


@cache
def _tree(case: str) -> Tree:
    return tree_of(DECISIONS / case)


def judged(tree: Tree, as_of: str) -> Result:
    """Give the result of a case given as plain values."""
    loaded = load_case([("case.yaml", json.dumps(tree).encode())], knowledge_base())
    wanted = loaded.case.case.policies
    return assess(
        Materials(
            case=loaded.case,
            knowledge=knowledge_base(),
            policies=tuple(p for p in all_policies() if named(p.policy, wanted)),
            as_of=as_of,
            places=loaded.places,
            scenarios=loaded.scenarios,
        )
    )


def flips() -> Iterator[Flip]:
    """Give every flip of every case, followed or not."""
    for case, expected in truth().items():
        for flip in expected["flips"]:
            yield _flip(case, flip)


def _flip(case: str, flip: dict[str, Any]) -> Flip:
    changes = flip.get("set", {})
    found = concerned(judged(changed(_tree(case), changes), flip["as_of"]), flip)
    before = concerned(audit(case, flip.get("before", flip["as_of"])), flip)
    what = ", ".join(changes) or f"the date {flip['as_of']}"
    who = flip.get("culprit", flip.get("subject", ""))
    wanted = f"{flip['rule']} {flip['outcome']} {who}".strip()
    outcome = flip["outcome"]
    return Flip(case, what, wanted, _is(found, outcome), _is(before, outcome), seen(found))


def _is(found: list[Finding], outcome: str) -> bool:
    return not found if outcome == "none" else any(answers(f, outcome) for f in found)


def told(all_of: list[Flip]) -> Iterator[str]:
    """Give the score of flips as text: those that do not turn, then the cases of which all do."""
    for flip in all_of:
        if not flip.agrees:
            why = "held already" if flip.held_before else f"found: {flip.found}"
            yield f"does not turn: {flip.case}, {flip.name}: {flip.wanted}; {why}"
    cases = {flip.case for flip in all_of}
    wrong = {flip.case for flip in all_of if not flip.agrees}
    yield f"decisions whose flips all turn: {len(cases - wrong)} of {len(cases)}"

"""Rules of one's own held against a small case: through the doors a pack from a file goes through, and no others."""

from __future__ import annotations

import json
from typing import Any

from auditor.api.assess import assess, judged
from auditor.api.examples import materials_of
from auditor.api.read import knowledge_base
from auditor.loading.policy_files import load_policies
from auditor.model.materials import Materials
from auditor.model.policy import Policy
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rules.language.validate import problems
from auditor.rules.matches import Match

Tree = dict[str, Any]
KNOWLEDGE = knowledge_base()
RULE: Tree = {
    "id": "own/TST-001",
    "title": "A test",
    "kind": "gap",
    "about": "flow",
    "for": "hop",
    "severity": "low",
    "message": "Told.",
    "why": "Because.",
    "law": ["gdpr.32"],
    "gate": "true",
}


def rule(number: int = 1, **parts: Any) -> Tree:
    """Give a rule as a pack spells it, which forbids all of its kind of subject unless `parts` say otherwise."""
    made = {**RULE, "id": f"own/TST-{number:03}", **{name.rstrip("_"): part for name, part in parts.items()}}
    return made if "require" in made else {"forbid": {}, **made}


def pack(*rules: Tree, **lists: list[str]) -> Policy:
    """Give the pack that holds `rules`, read and checked as a file is."""
    written = {"auditor": "1", "policy": "own", "title": "Own", "rules": rules, "lists": lists}
    (read,) = load_policies([("policies/own.yaml", json.dumps(written).encode())], KNOWLEDGE, problems)
    return read


def held(case: Tree, *rules: Tree, **lists: list[str]) -> Materials:
    """Give a case and the rules it is held against, ready to be judged."""
    head = {"id": "small", "as_of": "2024-01-01", **case.get("case", {})}
    return materials_of(pack(*rules, **lists), {**case, "case": head}, KNOWLEDGE)


def result(case: Tree, *rules: Tree, **lists: list[str]) -> Result:
    """Give what an audit of the case finds by `rules` alone."""
    return assess(held(case, *rules, **lists))


def found(case: Tree, *rules: Tree, **lists: list[str]) -> list[Finding]:
    """Give the findings, in the order in which they are told."""
    return result(case, *rules, **lists).findings


def one(case: Tree, *rules: Tree, **lists: list[str]) -> Finding:
    """Give the only finding."""
    (finding,) = found(case, *rules, **lists)
    return finding


def matches(case: Tree, *rules: Tree, **lists: list[str]) -> list[Match]:
    """Give every match, also those that hang on facts nobody asked for."""
    return judged(held(case, *rules, **lists))[1].matches


def said(
    case: Tree, condition: Tree, about: str, **lists: list[str]
) -> tuple[bool | None, tuple[str, ...], tuple[str, ...]]:
    """Give what a condition comes to for the only subject of a kind: its value, the facts that show it, those that decide it.

    It is asked both as what a rule forbids and as what one requires, which must be each other's opposite.
    """
    forbids, requires = rule(1, for_=about, forbid=condition), rule(2, for_=about, require=condition)
    by_rule = {match.rule.id: match for match in matches(case, forbids, requires, **lists)}
    met, missed = by_rule.get(forbids["id"]), by_rule.get(requires["id"])
    shown = met or missed
    assert shown is not None
    if met is not None and missed is not None:
        assert (met.proof, met.unsettled) == (missed.proof, missed.unsettled)
        assert not met.established
        assert not missed.established
    else:
        assert shown.established
    value = None if met is not None and missed is not None else met is not None
    return value, shown.proof, shown.unsettled

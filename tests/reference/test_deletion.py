"""Deleting any single fact of the reference case never turns a finding into silence.

Every field, every element of a list and every whole entry is deleted, one at a time. For each finding there was, one of
these must hold afterwards, and nothing else counts as a visible reason:

1. the finding is still there: same rule, same culprit;
2. a finding of the same rule that was not there before stands for it: it shares a subject, or its culprit is now the one
   nobody names;
3. a question, live or dormant, names the rule and a fact that was deleted, was missing already, or was among
   its premises;
4. the entry deleted is listed as not analysed;
5. what was deleted is the very thing the finding is about, not something known of it: the claim, the question, the
   scenario, the flow or its end, whole, or the notice whose own words the finding is about. Where the thing is gone there is nothing left to say; comparing two audits shows it.

Deletions that leave a dangling reference, or a field without which an entry is none, are refused with a place: that is loud
enough. Which packs apply, sources, titles and notes are no facts; nor is how a fact is known, without which it is known as
its file says.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from auditor.errors import NothingToCheck, Refused
from auditor.judging.open_points import open_facts
from auditor.loading.files.links import ENDS
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rules.questions import fact_route
from tests.conftest import REFERENCE, Tree, tree_of

pytestmark = pytest.mark.slow

Route = tuple[Any, ...]
NO_FACTS = {"auditor", "sources"}
ASIDE = {"title", "note", "policies", "known"}
#: Sections whose entries are things a finding may be about.
THINGS = {"claims", "questions", "scenarios", "flows"}
ENDS_OF_FLOWS = {"from", "to", "through"}


def routes(node: Any, at: Route = ()) -> Iterator[Route]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in children:
        if (at or key not in NO_FACTS) and key not in ASIDE:
            yield (*at, key)
            yield from routes(value, (*at, key))


def without(tree: Tree, route: Route) -> Tree:
    changed = copy.deepcopy(tree)
    node: Any = changed
    for step in route[:-1]:
        node = node[step]
    del node[route[-1]]
    return changed


def address(tree: Tree, route: Route) -> str:
    """The address of the fact at `route`, as findings and questions give it: entries of lists are named by their ends."""
    section, *rest = route
    if section in ENDS and rest:
        rest[0] = ENDS[section](tree[section][rest[0]])
    return ".".join(str(step) for step in (section, *rest) if isinstance(step, str) and step != "value")


def related(fact: str, deleted: str) -> bool:
    return (
        fact == deleted
        or fact.startswith(f"{deleted}.")
        or deleted.startswith(f"{fact}.")
        or fact_route(deleted) == fact
    )


def is_the_thing(finding: Finding, route: Route, deleted: str) -> bool:
    section = route[0]
    if section == "notices" and finding.subject.kind == "notice":
        return len(route) <= 2
    if section not in THINGS:
        return False
    whole = len(route) <= 2 or (section == "flows" and route[2] in ENDS_OF_FLOWS) or section == "scenarios"
    concerned = [fact.fact for fact in finding.proof] + [f"flows.{hop.flow}" for hop in finding.path]
    concerned += [f"{section}.{name}" for name in (finding.subject.id, *finding.subjects)]
    return whole and any(related(fact, deleted) or fact.partition(":")[0] == deleted for fact in concerned)


def visible(finding: Finding, before: Result, after: Result, route: Route, deleted: str) -> bool:
    if any(f.fingerprint == finding.fingerprint for f in after.findings):
        return True
    there = {f.fingerprint for f in before.findings}
    for other in after.findings:
        if other.rule == finding.rule and other.fingerprint not in there:
            shared = set(finding.subjects) & set(other.subjects)
            nobody = "unknown" in other.culprit.split("+") and any(
                related(fact, deleted) for fact in other.missing
            )
            wider = set(finding.culprit.split("+")) & set(other.culprit.split("+"))
            if shared or nobody or wider:
                return True
    known = {*finding.missing, *(fact.fact for fact in finding.proof)}
    for point in open_facts(after.questions, dormant=True):
        if finding.rule in point.rules and (related(point.fact, deleted) or point.fact in known):
            return True
    if any(related(deleted, f"{item.subject.kind}s.{item.subject.id}") for item in after.not_analysed):
        return True
    return is_the_thing(finding, route, deleted)


@pytest.fixture(scope="module")
def deletions() -> list[Route]:
    return list(routes(tree_of(REFERENCE)))


def test_deleting_any_fact_never_silences(judge: Callable[..., Result], deletions: list[Route]) -> None:
    tree = tree_of(REFERENCE)
    before = judge(tree)
    judged, silent = 0, []
    for route in deletions:
        try:
            after = judge(without(tree, route))
        except (Refused, NothingToCheck):
            continue
        judged += 1
        deleted = address(tree, route)
        silent += [
            (deleted, finding.rule, finding.culprit)
            for finding in before.findings
            if not visible(finding, before, after, route, deleted)
        ]
    assert silent == []
    assert judged > 300


def test_the_walk_reaches_every_kind_of_fact(deletions: list[Route]) -> None:
    tree = tree_of(REFERENCE)
    sections = {route[0] for route in deletions}
    assert sections == set(tree) - NO_FACTS
    depths = {len(route) for route in deletions}
    assert {1, 2, 3, 4, 5} <= depths


def test_silence_would_be_seen(judge: Callable[..., Result]) -> None:
    """A pack that is left out silences its rules: the criterion says so."""
    tree = tree_of(REFERENCE)
    before = judge(tree)
    after = judge({**tree, "case": {**tree["case"], "policies": ["claims"]}})
    assert any(
        not visible(f, before, after, ("hosts", "aws", "keys"), "hosts.aws.keys") for f in before.findings
    )

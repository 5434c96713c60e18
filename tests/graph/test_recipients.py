"""Declared against described against observed, recipient by recipient."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.graph.declarations import Declarations
from auditor.graph.derive import derive
from auditor.graph.estate import build
from auditor.graph.recipients import Recipients
from auditor.judging.open_points import open_facts
from auditor.loading.case.load import case_of
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import CASES, materials


def case(**changes: Any) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "auditor": "1",
        "case": {"id": "site", "as_of": "2024-03-01", "about": "shop", "policies": ["gdpr", "third-parties"]},
        "known": "documented",
        "source": "file",
        "sources": {
            "file": {"kind": "own-document", "date": "2024"},
            "capture": {"kind": "capture", "date": "2024"},
        },
        "people": {"visitor": {}},
        "organisations": {
            "shop": {"country": "FR"},
            "told": {"country": "FR", "is": "analytics"},
            "untold": {"country": "FR", "is": "ads"},
            "stale": {"country": "FR", "is": "maps"},
            "blocked": {"country": "FR", "is": "chat"},
        },
        "activities": {
            "visit": {
                "people": "visitor",
                "data": "device",
                "controller": "shop",
                "processors": "none",
                "recipients": "none",
            }
        },
        "hosts": {"page": {"operator": "shop", "keeps": "none"}, "nobody": {"operator": "unknown"}},
        "flows": {
            name: {
                "for": "visit",
                "from": "visitor",
                "to": to,
                "embedded_in": "page",
                "known": "observed",
                "source": "capture",
                **more,
            }
            for name, to, more in (
                ("one", "told", {}),
                ("two", "untold", {}),
                ("three", "blocked", {"attempted": "true"}),
                ("four", "nobody", {}),
            )
        },
        "notices": {"privacy": {"by": "shop", "for": "visit", "recipients": ["analytics", "stale"]}},
    }
    for route, value in changes.items():
        section, name, field = route.split("__")
        tree[section][name][field] = value
    return tree


def statuses(result: Result) -> dict[str, str]:
    return {r.recipient: r.observed for r in result.recipients}


def established(result: Result, rule: str) -> set[str]:
    found = [f for f in result.findings if f.rule == rule and f.outcome == "established"]
    return subjects_of(found)


def subjects_of(findings: list[Finding]) -> set[str]:
    return {name.partition(":")[0] for finding in findings for name in finding.subjects}


def test_what_is_declared_against_what_was_observed(judge: Callable[..., Result]) -> None:
    assert statuses(judge(case())) == {
        "told": "declared-observed",
        "untold": "undeclared",
        "stale": "declared-not-observed",
        "blocked": "attempted",
        "nobody": "unattributed",
    }


def test_where_nothing_was_observed_nothing_is_said_of_it(judge: Callable[..., Result]) -> None:
    tree = case()
    for flow in tree["flows"].values():
        flow["known"] = "declared"
    assert set(statuses(judge(tree)).values()) == {"none"}


def test_an_attempted_request_carries_nothing(judge: Callable[..., Result]) -> None:
    tree = case()
    assert "blocked" not in established(judge(tree), "TPS-002")
    tree["flows"]["three"]["attempted"] = "false"
    assert "blocked" in established(judge(tree), "TPS-002")
    tree["flows"]["three"]["attempted"] = "unknown"
    result = judge(tree)
    assert "blocked" not in established(result, "TPS-002")
    assert "flows.three.attempted" in {q.fact for q in open_facts(result.questions)}


def test_a_recipient_that_only_the_notice_knows(judge: Callable[..., Result]) -> None:
    tree = case()
    del tree["flows"]["four"]
    assert established(judge(tree), "TPS-003") == {"stale"}
    tree["hosts"]["page"]["keys"] = "stale"
    assert not established(judge(tree), "TPS-003")


def test_a_flow_to_nobody_knows_whom_may_be_the_one_declared(judge: Callable[..., Result]) -> None:
    result = judge(case())
    assert not established(result, "TPS-003")
    assert "stale" in subjects_of([f for f in result.findings if f.rule == "TPS-003"])


def test_a_flow_to_an_unknown_end_has_an_unknown_recipient(judge: Callable[..., Result]) -> None:
    result = judge(case(flows__one__to="unknown"))
    asked = {q.fact: q.rules for q in open_facts(result.questions)}
    assert "TPS-002" in asked["flows.one.to"]


def test_a_notice_for_several_activities_is_read_once(judge: Callable[..., Result]) -> None:
    tree = case()
    del tree["flows"]["four"]
    tree["activities"]["map"] = {**tree["activities"]["visit"]}
    tree["flows"]["five"] = {"for": "map", "from": "page", "to": "stale", "transport": "tls"}
    tree["notices"]["privacy"]["for"] = ["visit", "map"]
    assert not established(judge(tree), "TPS-003")


def test_recipients_of_which_the_same_is_said_share_it() -> None:
    organisations = {name: {"is": "ads"} for name in ("own", "told", "one", "two")}
    tree = {
        "people": {"p": {}},
        "organisations": organisations,
        "activities": {
            "x": {
                "people": "p",
                "data": "contact",
                "controller": "own",
                "processors": "none",
                "recipients": "told",
            }
        },
        "hosts": {f"host-{name}": {"operator": name, "runs_on": "none"} for name in organisations},
        "flows": {
            name: {"for": "x", "from": "host-own", "to": f"host-{name}", "content": "none"}
            for name in ("told", "one", "two")
        },
    }
    made = derive(build(Materials(case_of(tree, Knowledge())[0], Knowledge(), (), "2024-01-01", Nowhere())))
    told, one, two = (next(r for r in made.recipients.all if r.who == who) for who in ("told", "one", "two"))
    assert told.declared.value
    assert one.declared is two.declared
    assert one.role is two.role
    assert one.declared.value is None
    assert one.declared.proof == one.role.proof != told.declared.proof
    lists = made.declarations
    assert lists.declared("one", "x") is lists.declared("two", "x")
    assert lists.told("one", "x", "own") is lists.told("two", "x", "own")
    assert lists.declared("one", "x") == lists.declared("p", "x")


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_what_is_said_of_all_whom_nothing_names_is_said_of_each(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = derive(build(materials([folder])))
    said_alike = Recipients(made.estate, made.roles, made.declarations)
    monkeypatch.setattr(Declarations, "others", lambda *_: set())
    said_of_each = Recipients(made.estate, made.roles, made.declarations)
    assert said_alike.all == said_of_each.all
    assert said_alike.disclosures == said_of_each.disclosures


def test_a_recipient_of_whom_something_is_open_is_not_said_to_be_as_others() -> None:
    names = ("own", "one", "two", "three", "four")
    ends = {"one": {}, "two": {"attempted": "unknown"}, "three": {}, "four": {}}
    tree = {
        "known": "declared",
        "people": {"p": {}},
        "organisations": {name: {"is": "ads"} for name in names},
        "activities": {
            "x": {
                "people": "p",
                "data": "contact",
                "controller": "own",
                "processors": "none",
                "recipients": "three",
            }
        },
        "hosts": {
            f"host-{name}": {
                "operator": {"value": name, "known": "inferred"} if name == "four" else name,
                "runs_on": "none",
            }
            for name in names
        },
        "flows": {
            name: {"for": "x", "from": "host-own", "to": f"host-{name}", "content": "none", **more}
            for name, more in ends.items()
        },
    }
    made = derive(build(Materials(case_of(tree, Knowledge())[0], Knowledge(), (), "2024-01-01", Nowhere())))
    said = {found.who: found.standing for found in made.recipients.all}
    assert [said["one"].doubt, said["two"].doubt] == [(), ("flows.two.attempted",)]
    assert [said[who].attributed for who in ("one", "four")] == [(), ("hosts.host-four.operator",)]
    assert [said[who].declared.value for who in ("one", "three")] == [None, True]

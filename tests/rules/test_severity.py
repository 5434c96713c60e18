"""Severity of exposures: raised by art. 9 data and a large scale, lowered by weak premises, capped; one culprit told once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding

Judge = Callable[..., Result]


def case(
    known: str = "documented", data: str = "contact", scale: str = "small", **host: Any
) -> dict[str, Any]:
    return {
        "auditor": "1",
        "case": {"id": "severity", "as_of": "2024-01-01", "policies": ["sovereignty"]},
        "known": "documented",
        "people": {"customer": {}},
        "organisations": {
            "shop": {"country": "FR", "parent": "none"},
            "cloud-ie": {"country": "IE", "parent": {"value": "cloud-inc", "known": known}, "is": "cloud"},
            "cloud-inc": {"country": "US", "parent": "none", "is": "cloud"},
        },
        "activities": {"orders": {"people": "customer", "data": data, "controller": "shop", "scale": scale}},
        "hosts": {
            "store": {
                "operator": "cloud-ie",
                "keeps": data,
                "at_rest": "encrypted",
                "keys": "cloud-ie",
                **host,
            }
        },
    }


def one(result: Result, rule: str) -> Finding:
    (finding,) = [f for f in result.findings if f.rule == rule and f.outcome == "established"]
    return finding


@pytest.mark.parametrize(
    ("known", "data", "scale", "floor", "ceiling"),
    [
        ("documented", "contact", "small", "medium", "medium"),
        ("documented", "health", "small", "high", "high"),
        ("documented", "contact", "large", "high", "high"),
        ("documented", "health", "large", "high", "high"),
        ("documented", "contact", "unknown", "medium", "high"),
        ("alleged", "contact", "small", "low", "low"),
        ("inferred", "health", "small", "medium", "medium"),
        ("alleged", "health", "large", "high", "high"),
        ("declared", "contact", "small", "medium", "medium"),
    ],
)
def test_an_exposure_through_control(
    judge: Judge, known: str, data: str, scale: str, floor: str, ceiling: str
) -> None:
    finding = one(judge(case(known, data, scale)), "CTL-001")
    assert (finding.severity, finding.severity_if_open) == (floor, ceiling)


def test_the_laws_of_a_state_are_premises_that_make_a_finding_no_less_certain(judge: Judge) -> None:
    finding = one(judge(case()), "CTL-001")
    laws = {fact.fact: fact.known for fact in finding.proof if fact.fact.startswith("instruments.")}
    assert "alleged" in laws.values()
    assert finding.confidence == "documented"


def test_what_is_residual_is_raised_by_nothing(judge: Judge) -> None:
    tree = case(data="health", scale="large", keys="shop")
    tree["hosts"]["desk"] = {"operator": "shop", "runs_on": "none", "keeps": "none"}
    tree["flows"] = {
        "enter": {"for": "orders", "from": "customer", "to": "desk", "content": "none", "transport": "tls"},
        "save": {
            "for": "orders",
            "from": "desk",
            "to": "store",
            "content": "encrypted",
            "keys": "shop",
            "transport": "tls",
        },
    }
    finding = one(judge(tree), "CTL-001")
    assert finding.level is not None
    assert (finding.level.min, finding.level.max, finding.severity) == (1, 1, "info")


def test_keys_and_control_on_one_store_are_one_finding_with_two_reasons(judge: Judge) -> None:
    result = judge(case())
    lead, joined = one(result, "CTL-001"), one(result, "KEY-002")
    assert joined.joined == lead.fingerprint
    assert [reason.rule for reason in lead.also] == ["KEY-002"]
    assert lead.joined == ""
    assert sum(result.summary.established.values()) == len(result.findings) - 1


def test_findings_on_different_stores_stay_apart(judge: Judge) -> None:
    tree = case()
    tree["organisations"]["cloud-fr"] = {"country": "FR", "parent": "none", "is": "cloud"}
    tree["hosts"]["other"] = {
        "operator": "cloud-fr",
        "keeps": "contact",
        "at_rest": "encrypted",
        "keys": "cloud-fr",
    }
    result = judge(tree)
    assert {f.subject.id: bool(f.joined) for f in result.findings if f.rule == "KEY-002"} == {
        "store": True,
        "other": False,
    }


@pytest.mark.parametrize(
    ("links", "established"),
    [
        ([{"owner": "fund", "of": "cloud-fr", "votes": "25"}], True),
        ([{"owner": "fund", "of": "cloud-fr", "votes": "24"}], False),
        ([{"owner": "fund", "of": "cloud-fr", "votes": "10", "shares": "30"}], True),
        (
            [
                {"owner": "fund", "of": "cloud-fr", "votes": "20"},
                {"owner": "other", "of": "cloud-fr", "shares": "20"},
            ],
            True,
        ),
        (
            [
                {"owner": "fund", "of": "holding", "votes": "45"},
                {"owner": "holding", "of": "cloud-fr", "votes": "60"},
            ],
            True,
        ),
        (
            [
                {"owner": "fund", "of": "holding", "votes": "40"},
                {"owner": "holding", "of": "cloud-fr", "votes": "50"},
            ],
            False,
        ),
        ([{"owner": "fund", "of": "cloud-fr", "kind": "veto"}], True),
        ([{"owner": "fund", "of": "cloud-fr", "kind": "licence"}], False),
        ([{"owner": "fund", "of": "cloud-fr", "kind": "operations"}], True),
    ],
)
def test_stakes_from_outside_the_union(
    judge: Judge, links: list[dict[str, str]], *, established: bool
) -> None:
    tree = case()
    tree["organisations"] |= {
        "cloud-fr": {"country": "FR", "parent": "none", "is": "cloud"},
        "holding": {"country": "FR", "parent": "none"},
        "fund": {"country": "US", "parent": "none"},
        "other": {"country": "NO", "parent": "none"},
    }
    tree["hosts"]["store"] = {"operator": "cloud-fr", "keeps": "contact"}
    tree["ownership"] = links
    found = [f for f in judge(tree).findings if f.rule == "CTL-005" and f.outcome == "established"]
    assert bool(found) is established
    claimed = {
        "by": "cloud-fr",
        "quote": "qualified",
        "says": {"certified": {"who": "cloud-fr", "is": "secnumcloud"}},
    }
    severities = {
        f.severity for f in judge({**tree, "claims": {"label": claimed}}).findings if f.rule == "CTL-005"
    }
    assert severities == ({"high"} if established else set())


@pytest.mark.parametrize(
    ("body", "activity", "floor", "ceiling"),
    [
        ({"kind": "state", "duties": "sren-31"}, {"controller": "body"}, "high", "high"),
        ({"duties": "sren-31"}, {"controller": "body"}, "high", "high"),
        ({"kind": "state", "duties": "none"}, {"controller": "body"}, "info", "info"),
        ({"kind": "state"}, {"controller": "body"}, "info", "high"),
        ({"kind": "company"}, {"controller": "body"}, "info", "high"),
        ({"kind": "company", "duties": "none"}, {"controller": "body"}, "info", "info"),
        ({"kind": "company", "duties": "unknown"}, {"controller": "body"}, "info", "high"),
        (
            {"kind": "state", "duties": "sren-31"},
            {"controller": "unknown", "processors": "body"},
            "info",
            "high",
        ),
        ({"kind": "company"}, {"controller": "unknown", "processors": "body"}, "info", "high"),
        (
            {"kind": "company", "duties": "none"},
            {"controller": "unknown", "processors": "body"},
            "info",
            "info",
        ),
    ],
)
def test_a_customer_bound_by_article_31_of_the_sren_act(
    judge: Judge, body: dict[str, str], activity: dict[str, str], floor: str, ceiling: str
) -> None:
    tree = case()
    tree["case"]["as_of"] = "2026-09-01"
    tree["organisations"] = {
        "body": {"country": "FR", **body},
        "cloud-inc": {"country": "US", "parent": "none", "is": "cloud"},
    }
    tree["activities"] = {"files": {"people": "customer", "data": "contact", **activity}}
    tree["hosts"] = {"store": {"operator": "cloud-inc", "keeps": "contact"}}
    tree["ownership"] = []
    tree.pop("agreements", None)
    finding = one(judge(tree), "CTL-005")
    assert (finding.severity, finding.severity_if_open) == (floor, ceiling)
    assert any(law.ref.startswith("sren") for law in finding.law) is (floor == "high")
    for before in ("2024-05-20", "2026-04-16"):
        tree["case"]["as_of"] = before
        earlier = one(judge(tree), "CTL-005")
        assert (earlier.severity, earlier.severity_if_open) == ("info", "info")
        assert not any(law.ref.startswith("sren") for law in earlier.law)


def test_an_administration_outside_the_union_counts(judge: Judge) -> None:
    tree = case()
    tree["organisations"]["cloud-ie"] = {"country": "IE", "run_from": "US", "parent": "none", "is": "cloud"}
    assert one(judge(tree), "CTL-005").culprit == "cloud-ie"


def test_a_branch_abroad_is_an_establishment(judge: Judge) -> None:
    tree = case()
    tree["organisations"]["cloud-fr"] = {"country": "FR", "parent": "none", "is": "cloud"}
    tree["organisations"]["cloud-fr-us"] = {"branch_of": "cloud-fr", "country": "US"}
    tree["hosts"]["store"] = {"operator": "cloud-fr", "keeps": "contact", "at_rest": "plain"}
    finding = one(judge(tree), "CTL-006")
    assert (finding.severity, finding.level and finding.level.max) == ("low", 2)

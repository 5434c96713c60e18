"""Who reads data in passing has it in hand: its law reaches it there, and a claim that denies so is held against it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, Final

import pytest

from auditor.model.result.document import Result
from tests.claims.test_kinds import verdict
from tests.conftest import Tree

Judge = Callable[..., Result]

#: A hotel in Austria hosted at home, behind a front of a firm from elsewhere.
HOTEL: Final[Tree] = {
    "auditor": "1",
    "known": "documented",
    "case": {"id": "hotel", "as_of": "2025-06-01", "about": "hotel", "policies": ["claims", "sovereignty"]},
    "people": {"guest": {"country": "AT"}},
    "organisations": {
        "hotel": {"name": "Hotel", "country": "AT", "parent": "none"},
        "barn": {"name": "Barn GmbH", "country": "AT", "parent": "none", "is": "hosting"},
        "front": {"name": "Front LLC", "country": "US", "parent": "none", "is": ["cdn", "security"]},
    },
    "activities": {
        "stay": {
            "people": "guest",
            "data": ["contact", "financial"],
            "controller": "hotel",
            "processors": ["barn", "front"],
            "recipients": "none",
        }
    },
    "hosts": {
        "edge": {
            "title": "the front",
            "operator": "front",
            "runs_on": "none",
            "location": "AT",
            "keeps": "none",
        },
        "site": {
            "title": "the site",
            "operator": "barn",
            "runs_on": "none",
            "location": "AT",
            "keeps": ["contact", "financial"],
            "at_rest": "encrypted",
            "keys": "hotel",
        },
    },
    "flows": {
        "book": {
            "title": "booking",
            "for": "stay",
            "from": "guest",
            "through": "edge",
            "to": "site",
            "transport": "tls",
            "content": "none",
        }
    },
    "claims": {
        "said": {"by": "hotel", "quote": "no US law", "says": {"not-exposed-to": {"country": "US"}}},
        "nobody": {"by": "hotel", "quote": "only we read", "says": {"cannot-read": {"who": "front"}}},
        "us": {
            "by": "hotel",
            "quote": "for us and our host alone",
            "says": {"only-recipients": {"who": "barn"}},
        },
    },
}


def hotel(**changes: Any) -> Tree:
    """The hotel with facts changed, by route with `__` for the dots."""
    tree = copy.deepcopy(HOTEL)
    for route, value in changes.items():
        *path, last = route.split("__")
        node = tree
        for step in path:
            node = node[step]
        node[last] = value
    return tree


def exposed(result: Result, outcome: str) -> set[tuple[str, str]]:
    return {
        (f.rule, f.culprit)
        for f in result.findings
        if f.rule in ("CTL-001", "CTL-002") and f.outcome == outcome
    }


def test_a_front_that_ends_the_protection_has_the_data_in_hand(judge: Judge) -> None:
    result = judge(hotel())
    assert exposed(result, "established") == {("CTL-002", "edge+front")}
    (line,) = [e for e in result.exposures if e.custodian == "front" and e.state == "US"][:1]
    assert (line.as_, line.host) == ("transit", "edge")
    assert line.level.min == line.level.max
    assert {name: verdict(result, name).verdict for name in ("said", "nobody", "us")} == {
        "said": "contradicted",
        "nobody": "contradicted",
        "us": "contradicted",
    }
    (finding,) = [f for f in result.findings if f.rule == "CTL-002"]
    assert "passes there in clear" in finding.message.en
    assert "y passent en clair" in finding.message.fr


def test_an_organisation_that_relays_is_a_front_too(judge: Judge) -> None:
    tree = hotel(flows__book__through="front")
    del tree["hosts"]["edge"]
    result = judge(tree)
    assert exposed(result, "established") == {("CTL-002", "front+front")}
    assert verdict(result).verdict == "contradicted"


def test_a_front_of_a_subsidiary_is_reached_through_its_parent(judge: Judge) -> None:
    tree = hotel()
    tree["organisations"]["front"]["country"] = "IE"
    tree["organisations"]["front"]["parent"] = "top"
    tree["organisations"]["top"] = {"name": "Top Inc.", "country": "US", "parent": "none", "is": "cdn"}
    result = judge(tree)
    assert exposed(result, "established") == {("CTL-001", "edge+front")}
    assert verdict(result).verdict == "contradicted"


def test_a_machine_below_the_front_is_in_hand_too(judge: Judge) -> None:
    tree = hotel(hosts__edge__runs_on="metal", hosts__edge__operator="barn")
    tree["hosts"]["metal"] = {"title": "the metal", "operator": "front", "runs_on": "none", "keeps": "none"}
    tree["activities"]["stay"]["processors"] = "barn"
    result = judge(tree)
    assert exposed(result, "established") == {("CTL-002", "edge+front")}
    assert verdict(result, "nobody").verdict == "unproven"
    assert verdict(result, "us").verdict == "unproven"
    assert not [f for f in result.findings if f.rule == "CLM-001" and f.outcome == "established"]


@pytest.mark.parametrize("place", ["edge", "metal"])
def test_who_runs_a_machine_may_be_able_to_read_unless_shut_off(judge: Judge, place: str) -> None:
    tree = hotel(hosts__edge__runs_on="metal", hosts__edge__operator="barn")
    tree["hosts"]["metal"] = {"title": "the metal", "operator": "front", "runs_on": "none", "keeps": "none"}
    claim = verdict(judge(tree), "nobody")
    assert claim.missing == ["hosts.edge.isolation"]
    assert "may be able to read" in claim.message.en
    assert " reads " not in claim.message.en
    tree["hosts"][place]["isolation"] = "attested"
    shut_off = judge(tree)
    assert verdict(shut_off, "nobody").verdict == "unproven"
    assert exposed(shut_off, "established") == set()
    tree["hosts"][place]["isolation"] = "none"
    assert verdict(judge(tree), "nobody").verdict == "contradicted"


@pytest.mark.parametrize("content", ["unknown", None])
def test_content_nobody_speaks_of_leaves_it_open(judge: Judge, content: str | None) -> None:
    tree = hotel(flows__book__content=content, activities__stay__processors="barn")
    if content is None:
        del tree["flows"]["book"]["content"]
    result = judge(tree)
    assert exposed(result, "established") == set()
    assert {verdict(result, name).verdict for name in ("said", "nobody", "us")} == {"unproven"}
    lines = [e for e in result.exposures if e.custodian == "front"]
    assert {e.level.min for e in lines} == {0}
    assert all("flows.book.content" in e.missing for e in lines)


def test_what_passes_sealed_is_in_nobody_s_hand(judge: Judge) -> None:
    result = judge(hotel(flows__book__content="end-to-end", activities__stay__processors="barn"))
    assert [e for e in result.exposures if e.custodian == "front"] == []
    assert verdict(result).verdict == "supported"
    assert verdict(result, "us").verdict == "supported"


def test_who_keeps_what_is_sent_on_is_told_once(judge: Judge) -> None:
    tree = hotel(hosts__site__operator="front")
    result = judge(tree)
    assert {e.host for e in result.exposures if e.custodian == "front"} == {"site"}


def test_who_reads_for_itself_alone_is_in_nobody_s_service(judge: Judge) -> None:
    tree = hotel(
        activities__stay__controller="front", hosts__site__operator="front", hosts__site__keeps="none"
    )
    assert [e for e in judge(tree).exposures if e.custodian == "front"] == []

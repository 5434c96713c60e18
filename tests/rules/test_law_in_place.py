"""The law of a State is cited only where somebody the finding concerns is there."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from auditor.api.assess import judged
from auditor.api.read import all_policies, knowledge_base
from auditor.api.rules import listing
from auditor.errors import Refused
from auditor.loading.case.load import case_of
from auditor.model.materials import Materials, Nowhere, plain
from auditor.model.policy import Policy
from auditor.model.result.document import Result
from tests.conftest import CASES

BASE = knowledge_base()
ABROAD = sorted(
    code
    for code in BASE.eea
    if code not in BASE.left and code not in ("FR", "GF", "GP", "MF", "MQ", "RE", "YT")
)
#: Ties to one State that no country of a party carries: what the French Act on State data binds.
TIES = ("duties",)


def moved(tree: Any, country: str) -> Any:
    """The tree with every party in `country`, a controller where none is named, and no tie to another State."""
    found = copy.deepcopy(tree)
    for activity in found.get("activities", {}).values():
        if activity.get("controller", "unknown") == "unknown":
            activity["controller"] = "somebody"
    organisations = found.setdefault("organisations", {})
    for name in spoken_of(found):
        organisations.setdefault(name, {})["country"] = country
    for section in ("organisations", "people"):
        for entity in found.get(section, {}).values():
            for tie in TIES:
                entity.pop(tie, None)
            if entity.get("country") in (None, "FR") or not isinstance(entity["country"], str):
                entity["country"] = country
    return found


def spoken_of(tree: Any) -> set[str]:
    """Whom a finding may concern: who controls, arranges, claims, is asked, and whom the case is about."""
    found = [tree.get("case", {}).get("about")]
    found += [each.get("controller") for each in tree.get("activities", {}).values()]
    found += [each.get("operator") for each in tree.get("hosts", {}).values()]
    found += [each.get("arranged_by") for each in tree.get("flows", {}).values()]
    found += [each.get("by") for each in tree.get("claims", {}).values()]
    found += [each.get("to") for each in tree.get("questions", {}).values()]
    named: set[str] = set()
    for value in found:
        bare = value.get("value") if isinstance(value, dict) else value
        named |= {x for x in (bare if isinstance(bare, list) else [bare]) if isinstance(x, str)}
    return (
        named
        - {"unknown", "none", "not-produced", "self"}
        - set(tree.get("people", {}))
        - set(tree.get("hosts", {}))
    )


def out_of_place(law: Iterator[str], country: str) -> list[str]:
    return [
        ref
        for ref in law
        if BASE.law.get(ref.partition(".")[0])
        and BASE.law[ref.partition(".")[0]].applies_in not in ("", country)
    ]


def cited(policy: Policy, given: Any) -> Iterator[tuple[str, str]]:
    case, scenarios = case_of(given, BASE)
    materials = Materials(
        case=case,
        knowledge=BASE,
        policies=(policy,),
        as_of=str(plain(case.case.as_of)),
        places=Nowhere(),
        scenarios=scenarios,
    )
    for match in judged(materials)[1].matches:
        yield from ((match.rule.id, reference) for reference in match.law)


@pytest.mark.parametrize("policy", all_policies(), ids=lambda policy: policy.policy)
def test_no_example_moved_abroad_cites_the_law_of_the_state_it_left(policy: Policy) -> None:
    """Each example in one State after another: the States in turn, so that all are met."""
    wrong, cites = [], 0
    for number, example in enumerate(policy.tests):
        for country in ("DE", ABROAD[number % len(ABROAD)]):
            try:
                found = list(cited(policy, moved(example.given, country)))
            except Refused:
                continue
            cites += len(found)
            wrong += [(rule, ref, country) for rule, ref in found if out_of_place(iter([ref]), country)]
    assert cites
    assert wrong == []


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_no_case_moved_to_germany_cites_the_law_of_another_state(
    folder: Any, judge: Callable[..., Result]
) -> None:
    tree: dict[str, Any] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, part in (yaml.safe_load(path.read_text()) or {}).items():
            if isinstance(part, dict) and isinstance(tree.get(name), dict):
                tree[name] = {**tree[name], **part}
            else:
                tree[name] = part
    tree = json.loads(json.dumps(moved(tree, "DE"), default=str))
    result = judge(tree)
    wrong = [
        (finding.rule, law.ref)
        for finding in result.findings
        for law in finding.law
        if out_of_place(iter([law.ref]), "DE")
    ]
    assert wrong == []


def audit(country: str, **claims: Any) -> dict[str, Any]:
    """A hospital of `country` whose data a firm under US law and a firm of that country keep."""
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "x", "as_of": "2026-11-26", "about": "clinic"},
        "people": {"patient": {"country": country}},
        "organisations": {
            "clinic": {"country": country, "parent": "none", "kind": "public-body"},
            "us-host": {"country": "US", "parent": "none", "is": ["cloud"]},
            "host": {"country": "FR", "parent": "none", "is": ["cloud"]},
        },
        "activities": {
            "care": {
                "people": "patient",
                "data": "health",
                "controller": "clinic",
                "processors": ["us-host", "host"],
                "care": True,
                "scale": "large",
                "dpia": False,
            }
        },
        "hosts": {
            f"at-{name}": {
                "operator": name,
                "runs_on": "none",
                "keeps": "health",
                "at_rest": "plain",
                "location": "DE",
            }
            for name in ("us-host", "host")
        },
        "flows": {
            "save": {
                "for": "care",
                "from": "patient",
                "to": "at-us-host",
                "transport": "tls",
                "content": "none",
            }
        },
        "claims": {name: {"by": "clinic", "quote": "Q", "says": says} for name, says in claims.items()},
        "questions": {
            "q": {"to": "clinic", "text": "Who reads it?", "asked": "2026-01-10", "answered": False}
        },
    }


def laws(result: Result, rule: str) -> set[str]:
    return {law.ref for finding in result.findings if finding.rule == rule for law in finding.law}


@pytest.mark.parametrize(
    ("country", "own"),
    [("FR", "ce-emc2"), ("DE", "olg-15-verg-8-22"), ("BE", "rvs-251378"), ("ES", "")],
)
def test_each_reader_is_given_the_decisions_of_their_state(
    country: str, own: str, judge: Callable[..., Result]
) -> None:
    tree = audit(country)
    tree["organisations"]["us-host"] = {"country": "IE", "parent": "big", "is": ["cloud"]}
    tree["organisations"]["big"] = {"country": "US", "parent": "none", "is": ["cloud"]}
    cites = laws(judge(tree), "CTL-001")
    assert cites & {"ce-emc2", "olg-15-verg-8-22", "rvs-251378"} == ({own} if own else set())
    assert {"gdpr.28.1", "gdpr.48"} <= cites


def test_access_to_documents_is_cited_to_french_public_bodies_only(judge: Callable[..., Result]) -> None:
    assert "crpa" in laws(judge(audit("FR")), "TRP-001")
    private = audit("FR")
    private["organisations"]["clinic"]["kind"] = "company"
    assert "crpa" not in laws(judge(private), "TRP-001")
    assert "crpa" not in laws(judge(audit("DE")), "TRP-001")


def test_the_cloud_act_is_cited_where_it_reaches_only(judge: Callable[..., Result]) -> None:
    us = judge(audit("DE", out={"not-exposed-to": {"country": "US"}}))
    assert laws(us, "CLM-002") == {"gdpr.5.1.a", "us-cloud"}
    british = audit("DE", out={"not-exposed-to": {"country": "GB"}})
    british["organisations"]["us-host"]["country"] = "GB"
    assert laws(judge(british), "CLM-002") == {"gdpr.5.1.a"}


def test_the_french_criterion_is_for_those_it_is_about(judge: Callable[..., Result]) -> None:
    assert laws(judge(audit("FR")), "CTL-005") >= {"secnumcloud", "c-com.L233-3"}
    assert laws(judge(audit("DE")), "CTL-005") == set()


@pytest.mark.parametrize(
    ("as_of", "added"),
    [
        ("2026-04-16", set()),
        ("2026-04-17", {"sren.31", "decret-2026-272"}),
        ("2026-08-14", {"sren.31", "decret-2026-272", "arrete-2026-08-12"}),
    ],
)
def test_the_criterion_is_one_of_law_from_the_decree_on(
    as_of: str, added: set[str], judge: Callable[..., Result]
) -> None:
    tree = audit("FR")
    tree["organisations"]["clinic"]["duties"] = "sren-31"
    result = judge(tree, as_of)
    assert laws(result, "CTL-005") == {"secnumcloud", "c-com.L233-3", *added}
    found = {f.severity for f in result.findings if f.rule == "CTL-005" and f.outcome == "established"}
    assert found == ({"high"} if added else {"info"})
    assert {BASE.law[name.partition(".")[0]].status for name in added - {"sren.31"}} <= {"secondary"}


def test_every_text_that_rules_list_has_an_identifier_a_status_and_a_date() -> None:
    listed = json.loads(listing("json", "en"))
    rules = {rule.id: rule for pack in all_policies() for rule in pack.rules}
    assert {rule["id"] for rule in listed} == set(rules)
    for rule in listed:
        cites = [*rules[rule["id"]].law, *rules[rule["id"]].law_when]
        assert [law["ref"] for law in rule["law"]] == cites
        assert [law["ref"] for law in rule["law"] if not (law["id"] and law["status"] and law["since"])] == []


@pytest.mark.parametrize(
    ("reference", "identifier", "status"),
    [
        ("csp.L1111-8", "LEGIARTI000049577902", "verified"),
        ("csp.R1111-8-8", "LEGITEXT000006072665", "unverified"),
        ("csp.R1111-9", "LEGIARTI000053720790", "secondary"),
        ("csp.R1111-9-1", "LEGIARTI000053720788", "secondary"),
        ("csp.R1111-11", "LEGITEXT000006072665", "secondary"),
        ("loi-78-17.82", "LEGIARTI000037813978", "verified"),
        ("loi-78-17.45", "JORFTEXT000000886460", "secondary"),
    ],
)
def test_an_article_has_its_own_identifier_or_that_of_its_text(
    reference: str, identifier: str, status: str
) -> None:
    name, _, article = reference.partition(".")
    found = BASE.law[name].at(article)
    assert (found.id, found.status) == (identifier, status)
    assert found.official.endswith(identifier)

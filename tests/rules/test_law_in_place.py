"""The law of a State is cited only where somebody the finding concerns is there."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from msgspec import to_builtins
from msgspec.structs import replace

from auditor.api.assess import judged
from auditor.api.examples import materials_of
from auditor.api.read import all_policies, knowledge_base
from auditor.api.rules import listing
from auditor.errors import Refused
from auditor.graph.derive import Derived
from auditor.graph.regimes import EUDPR, GDPR
from auditor.model.policy import Policy, Rule
from auditor.model.result.document import Result
from auditor.rules import matches
from auditor.rules.duty import under
from auditor.rules.law_in_place import in_place
from auditor.rules.matches import Match
from auditor.rules.subjects import SUBJECTS
from tests.conftest import CASES, materials

BASE = knowledge_base()
#: Every country of the EEA, and three outside.
EVERYWHERE = sorted({*(code for code in BASE.eea if code not in BASE.left), "GB", "CH", "US"})
ABROAD = [c for c in EVERYWHERE if BASE.state_of(c) != "FR"]
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


def applies_in(reference: str) -> str:
    text = BASE.law.get(reference.partition(".")[0])
    return text.applies_in if text is not None else ""


def listed(rule: Rule) -> tuple[str, ...]:
    return (*rule.law, *rule.law_when)


def out_of_place(law: Iterator[str], country: str) -> list[str]:
    return [ref for ref in law if applies_in(ref) not in ("", BASE.state_of(country))]


def cited(policy: Policy, given: Any) -> Iterator[tuple[str, str]]:
    derived, found = judged(materials_of(policy, given, BASE))
    for match in found.matches:
        yield from ((match.rule.id, reference) for reference in matches.cited(derived, match))


@pytest.mark.parametrize("policy", all_policies(), ids=lambda policy: policy.policy)
def test_no_example_moved_abroad_cites_the_law_of_the_state_it_left(policy: Policy) -> None:
    wrong, cites = [], 0
    for example in policy.tests:
        for country in ABROAD:
            try:
                found = list(cited(policy, moved(example.given, country)))
            except Refused:
                continue
            cites += len(found)
            wrong += [(rule, ref, country) for rule, ref in found if out_of_place(iter([ref]), country)]
    assert cites
    assert wrong == []


class _Elsewhere:
    """What `found` is, save what is said otherwise: all that decides which law may be cited, in another country."""

    def __init__(self, found: Any, **otherwise: Any) -> None:
        self._found = found
        vars(self).update(otherwise)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found, name)


def all_in(country: str, derived: Derived) -> Any:
    """What was derived, with every organisation and all people in `country`."""
    case = derived.estate.case
    people = {name: replace(group, country=country) for name, group in case.people.items()}
    there = _Elsewhere(derived.estate, case=replace(case, people=people), country=lambda _: country)
    return _Elsewhere(derived, estate=there)


def cited_elsewhere(derived: Derived, matches: list[Match]) -> Iterator[tuple[str, str, str]]:
    """What each match would cite of all that its rule lists, in each country: (rule, text, country) where it is out of place.

    A rule that lists law of one State alone is left to the tests that judge: it must not match elsewhere.
    """
    for country in EVERYWHERE:
        there = all_in(country, derived)
        for match in matches:
            if all(map(applies_in, listed(match.rule))):
                continue
            kind = SUBJECTS[match.rule.for_]
            for regime in (GDPR, EUDPR):
                kept = in_place(listed(match.rule), there, kind, match.subject, who=match.culprit)
                cites = under(regime, kept, BASE)
                yield from ((match.rule.id, ref, country) for ref in out_of_place(iter(cites), country))
                yield from (
                    (match.rule.id, ref, regime)
                    for ref in cites
                    if regime == EUDPR and ref.startswith("gdpr.")
                )


@pytest.mark.parametrize("policy", all_policies(), ids=lambda policy: policy.policy)
def test_no_example_cites_law_out_of_place_in_any_country_or_regime(policy: Policy) -> None:
    wrong: set[tuple[str, str, str]] = set()
    seen: set[str] = set()
    for example in policy.tests:
        derived, found = judged(materials_of(policy, example.given, BASE))
        seen |= {match.rule.id for match in found.matches}
        wrong |= set(cited_elsewhere(derived, found.matches))
    assert sorted(wrong) == []
    assert {
        rule.id for rule in policy.rules if len({bool(applies_in(ref)) for ref in listed(rule)}) > 1
    } <= seen


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_no_case_cites_law_out_of_place_in_any_country_or_regime(folder: Any) -> None:
    derived, found = judged(materials([folder]))
    assert sorted(set(cited_elsewhere(derived, found.matches))) == []


def test_law_out_of_place_is_seen() -> None:
    (policy,) = [policy for policy in all_policies() if policy.policy == "claims"]
    derived, found = judged(materials_of(policy, policy.tests[0].given, BASE))
    cites = {ref for match in found.matches for ref in match.rule.law}
    assert [ref for ref in out_of_place(iter(cites), "AT") if ref.startswith("c-conso.")]
    assert not list(cited_elsewhere(derived, found.matches))


def test_every_rule_keeps_law_to_cite_under_the_regulation_on_union_institutions() -> None:
    rules = [rule for policy in all_policies() for rule in policy.rules]
    assert [rule.id for rule in rules if not under(EUDPR, listed(rule), BASE)] == []


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


@pytest.mark.parametrize("place", ["GF", "GP", "MF", "MQ", "RE", "YT", "BL", "PM"])
def test_french_law_is_cited_in_the_parts_of_france(place: str, judge: Callable[..., Result]) -> None:
    tree = audit(place)
    tree["organisations"]["clinic"]["regime"] = "gdpr"
    tree["organisations"]["host"] |= {"certified": "none"}
    tree["hosts"]["at-host"]["certified"] = "none"
    result = judge(tree)
    assert "crpa" in laws(result, "TRP-001")
    assert laws(result, "SPC-002") == laws(judge(audit("FR") | {"hosts": tree["hosts"]}), "SPC-002") != set()
    assert "secnumcloud" in laws(result, "CTL-005")
    assert "cnil-aipd" in laws(result, "SPC-004")


@pytest.mark.parametrize("place", ["NC", "PF", "WF"])
def test_where_french_law_must_be_extended_only_the_text_that_is_counts(
    place: str, judge: Callable[..., Result]
) -> None:
    tree = audit(place)
    tree["organisations"]["clinic"]["regime"] = "gdpr"
    cites = {law.ref for finding in judge(tree).findings for law in finding.law}
    french = {ref for ref in cites if (t := BASE.law.get(ref.partition(".")[0])) and t.applies_in == "FR"}
    assert {ref.partition(".")[0] for ref in french} <= {"loi-78-17"}
    assert BASE.law["loi-78-17"].also_in == ["NC", "PF", "WF"]


@pytest.mark.parametrize("place", ["BL", "PM", "NC", "PF", "WF"])
def test_where_a_french_text_holds_outside_the_union_the_regime_is_asked(
    place: str, judge: Callable[..., Result]
) -> None:
    result = judge(audit(place))
    assert {f.outcome for f in result.findings} == {"cannot-be-shown"}
    assert "organisations.clinic.regime" in {fact for f in result.findings for fact in f.missing}
    assert not [item for item in result.not_analysed if item.subject.kind == "regime"]


#: Names of bodies, codes and schemes of one State.
OF_ONE_STATE = re.compile(
    r"CNIL|CRPA|HDS|SecNum|ANSSI|BSI|SGB|Garante|French|German|français|allemand|\bin France|\ben France"
    r"|[LR]\.\s?\d{3,}|§ 393|\bdecree\b|\bdécret 20|Act 20|loi (française )?(20|78)|Code, art|C\. com"
)
#: Rules that say what the law of one State asks, and hold nobody else to it.
NATIONAL = {
    *(f"SPC-{number:03}" for number in (2, 3, 5, 6, 7, 8, 9, 10)),
    "CTL-005",
}


def words_of(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for value in part.values():
            yield from words_of(value)
    elif isinstance(part, list):
        for value in part:
            yield from words_of(value)


def test_no_rule_for_everybody_names_a_body_or_text_of_one_state() -> None:
    named = set()
    for pack in all_policies():
        for rule in pack.rules:
            said = to_builtins(rule)
            texts = [
                said[name] for name in said if name not in ("law", "law_when", "when", "forbid", "unless")
            ]
            if any(map(OF_ONE_STATE.search, words_of(texts))):
                named.add(rule.id)
    assert named <= NATIONAL
    assert {"SPC-002", "SPC-009", "CTL-005"} <= named


def test_rules_on_the_law_of_one_state_hold_nobody_of_another_to_it() -> None:
    established = set()
    for pack in all_policies():
        for example in pack.tests:
            tree = moved(example.given, "AT")
            try:
                _, found = judged(materials_of(pack, tree, BASE))
            except Refused:
                continue
            established |= {match.rule.id for match in found.matches if match.established}
    assert established & NATIONAL <= {"CTL-005"}


def test_no_question_put_to_anybody_names_a_text_of_one_state(judge: Callable[..., Result]) -> None:
    """Whatever is asked of an Austrian hospital and its hosts."""
    tree = audit("AT")
    for name in ("us-host", "host"):
        tree["organisations"][name] = {"country": "AT"}
    tree["ownership"] = [{"owner": "host", "of": "us-host", "votes": 45}]
    tree["activities"]["care"] = {"people": "patient", "data": "health", "controller": "clinic"}
    asked = judge(tree).questions
    assert len(asked) > 10
    said = [text for q in asked for text in (q.question.en, q.question.fr)]
    assert [text for text in said if OF_ONE_STATE.search(text)] == []

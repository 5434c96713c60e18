"""Texts of law on the date of the case, texts that are cited only where they apply, and gates with a confidence of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from auditor.judging.open_points import open_facts
from auditor.model.law import Knowledge
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding

LATER = re.compile(r"GDPR|RGPD|2016/679")


def page(as_of: str, **facts: Any) -> dict[str, Any]:
    button = {
        "for": "audience",
        "from": "visitor",
        "to": "network",
        "embedded_in": "site",
        "loads": "at-once",
        "consent_first": "false",
        "transport": "tls",
        "content": "none",
        "referrer": "sent",
        **facts,
    }
    return {
        "auditor": "1",
        "case": {"id": "page", "as_of": as_of, "policies": ["gdpr", "third-parties"]},
        "known": "documented",
        "source": "file",
        "sources": {"file": {"kind": "own-document", "title": "file", "date": "2024"}},
        "people": {"visitor": {}},
        "organisations": {"shop": {"country": "FR"}, "network": {"country": "IE", "is": "social-network"}},
        "activities": {
            "audience": {
                "people": "visitor",
                "data": "device",
                "controller": "shop",
                "processors": "none",
                "recipients": "none",
                "legal_basis": "consent",
                "necessary": "false",
                "consent": {"by": "visitor", "how": "pre-ticked", "bundled": "true"},
            }
        },
        "hosts": {"site": {"operator": "shop", "about": "health"}},
        "flows": {"button": button},
        "notices": {"told": {"by": "shop", "for": "audience", "recipients": "none", "retention": "false"}},
    }


def of(result: Result, rule: str) -> Finding:
    (finding,) = [f for f in result.findings if f.rule == rule]
    return finding


@pytest.mark.parametrize("rule", ["TPS-001", "TPS-002", "TPS-004", "CON-001", "CON-003", "TRP-003"])
def test_before_the_gdpr_the_directive_is_cited(judge: Callable[..., Result], rule: str) -> None:
    finding = of(judge(page("2018-05-24")), rule)
    assert finding.outcome == "established"
    assert any(law.ref.startswith("dir-95-46.") for law in finding.law)
    assert not [law for law in finding.law if law.ref.startswith("gdpr")]
    texts = (
        finding.title,
        finding.message,
        finding.why,
        finding.remedy,
        finding.mistaken_when,
        *(law.cite for law in finding.law),
    )
    for text in texts:
        assert not LATER.search(text.fr + text.en), text
    after = of(judge(page("2018-05-25")), rule)
    assert [law for law in after.law if law.ref.startswith("gdpr")]
    assert not [law for law in after.law if law.ref.startswith("dir-95-46")]


def test_before_the_gdpr_no_question_names_it(judge: Callable[..., Result]) -> None:
    tree = page("2018-05-24", loads="unknown")
    tree["activities"]["audience"].update({"legal_basis": "unknown", "controller": "unknown"})
    result = judge(tree)
    points = list(open_facts(result.questions, dormant=True))
    assert points
    for point in (*points, *result.questions):
        assert not LATER.search(point.question.fr + point.question.en)


def test_each_counterpart_is_of_an_article_that_rules_cite_by(knowledge: Knowledge) -> None:
    directive = knowledge.law["dir-95-46"]
    assert directive.succeeded_by == "gdpr"
    assert directive.until == knowledge.law["gdpr"].since
    assert directive.counterparts["13"] == "10"
    assert directive.counterparts["4.11"] == "2.h"


def test_the_terminal_is_cited_only_where_it_is_touched(judge: Callable[..., Result]) -> None:
    refs = {law.ref for law in of(judge(page("2024-03-01")), "TPS-001").law}
    assert not {"eprivacy.5.3", "loi-78-17.82"} & refs
    touched = {law.ref for law in of(judge(page("2024-03-01", reads_terminal="true")), "TPS-001").law}
    assert {"eprivacy.5.3", "loi-78-17.82"} <= touched
    abroad = page("2024-03-01", reads_terminal="true")
    abroad["organisations"]["shop"]["country"] = "NL"
    refs = {law.ref for law in of(judge(abroad), "TPS-001").law}
    assert "eprivacy.5.3" in refs
    assert not {"loi-78-17.82", "cnil-92"} & refs


@pytest.mark.parametrize(
    ("known", "gates"), [("documented", True), ("observed", True), ("declared", False), ("alleged", False)]
)
def test_only_an_observed_or_documented_load_gates(
    judge: Callable[..., Result], known: str, *, gates: bool
) -> None:
    finding = of(judge(page("2024-03-01", loads={"value": "at-once", "known": known})), "TPS-001")
    assert finding.outcome == "established"
    assert finding.gate is gates


def test_a_crawl_speaks_of_the_page_and_of_no_harm(judge: Callable[..., Result]) -> None:
    finding = of(judge(page("2023-03-30", known="observed")), "TPS-001")
    for text in (finding.message, finding.why):
        assert not re.search(r"victim|damage|harm|dommage|préjudice|lésé", text.fr + text.en, re.IGNORECASE)

"""Certificates of the base: for the offer they were granted for, and consistent with who holds whom."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.api.knowledge import show, whole
from auditor.errors import Refused
from auditor.graph.certificates import CertificatesOnDate
from auditor.graph.estate import build
from auditor.loading.case.load import load_case
from auditor.loading.knowledge.layers import add_knowledge
from auditor.model.evidence import Answer
from auditor.model.materials import Materials, certificate_words

BASE = whole(())
OWN = """auditor: 1
knowledge: own
as_of: 2026-11-26
sources:
  page: {kind: own-document, title: Page, publisher: P, date: 2026-01-01}
organisations:
  holder: {name: Holder of the cloud, country: %s, is: [holding], source: page, as_of: 2026, status: verified}
  cloud: {name: The cloud itself, country: FR, is: [cloud], certified: [{is: secnumcloud, version: "%s", source: page, as_of: 2026, status: verified}], source: page, as_of: 2026, status: verified}
ownership:
  - {owner: holder, of: cloud, kind: %s, shares: %s, source: page, as_of: 2026, status: verified}
"""


def estate(operator: str, day: str, own: Any = "none", **more: Any) -> CertificatesOnDate:
    tree = {
        "auditor": "1",
        "case": {"id": "x", "as_of": day},
        "hosts": {"store": {"operator": operator, "runs_on": "none", "certified": own, **more}},
    }
    loaded = load_case([("x.yaml", json.dumps(tree).encode())], BASE)
    return CertificatesOnDate(build(Materials(loaded.case, BASE, (), day, loaded.places)))


def qualified(operator: str, day: str, own: Any = "none") -> Answer:
    return estate(operator, day, own).qualified("store")


@pytest.mark.parametrize("operator", ["ovh-sas", "s3ns", "outscale", "cloud-temple", "docaposte"])
def test_a_host_borrows_no_qualification_of_another_offer(operator: str) -> None:
    answer = qualified(operator, "2026-06-01")
    assert answer.value is None
    assert any(route.endswith(".scope") for route in answer.missing)


def test_a_host_that_is_the_offer_has_it() -> None:
    stated = [{"is": "secnumcloud", "version": "3.2", "offer": "Bare Metal Pod", "since": "2025-01-01"}]
    assert qualified("ovh-sas", "2026-06-01", stated).value is True


def test_health_hosting_of_one_zone_covers_no_other() -> None:
    assert estate("clever-cloud", "2026-06-01", hosting=["4"]).health_hosting("store").value is None
    assert estate("scalingo", "2026-06-01", hosting=["4"]).health_hosting("store").value is True


def test_a_renewal_under_version_2_follows_version_1_without_a_gap() -> None:
    for day in ("2025-09-11", "2025-09-12", "2028-09-11"):
        assert estate("scalingo", day, hosting=["5"]).health_hosting("store").value is True
    assert estate("scalingo", "2028-09-12", hosting=["5"]).health_hosting("store").value is not True


def test_nobody_is_printed_as_qualified_who_was_not_read_to_be() -> None:
    held = {
        name
        for name, entry in BASE.organisations.items()
        for paper in (entry.certified if isinstance(entry.certified, list) else [])
        if paper.is_ == "secnumcloud"
    }
    assert held == {"cloud-temple", "ovh-sas", "outscale", "s3ns", "oodrive", "docaposte"}


def test_a_certificate_in_one_line_names_its_offer() -> None:
    papers = BASE.organisations["s3ns"].certified
    assert isinstance(papers, list)
    assert (
        certificate_words(papers[0]) == "secnumcloud 3.2 [PREMI3NS: IaaS, CaaS and PaaS] 2025-12-17 – 2028-12"
    )


@pytest.mark.parametrize(
    ("country", "version", "kind", "shares", "refused"),
    [
        ("US", "3.2", "shares", "100", True),
        ("US", "3.2", "minority", "25", True),
        ("US", "3.2", "minority", "24", False),
        ("GB", "3.2", "shares", "100", True),
        ("US", "3.1", "shares", "100", False),
        ("FR", "3.2", "shares", "100", False),
        ("unknown", "3.2", "shares", "100", False),
    ],
)
def test_a_qualification_under_3_2_and_a_holder_from_outside_exclude_each_other(
    country: str, version: str, kind: str, shares: str, *, refused: bool
) -> None:
    text = OWN % (country, version, kind, shares)
    if not refused:
        add_knowledge(BASE, [("own.yaml", text.encode())])
        return
    with pytest.raises(Refused) as found:
        add_knowledge(BASE, [("own.yaml", text.encode())])
    problem = found.value.problems[0]
    assert "holds more than 24 %" in problem.message.en
    assert "détenue à plus de" in problem.message.fr


def test_a_link_of_an_addition_that_contradicts_a_qualification_is_refused() -> None:
    text = (
        "auditor: 1\nknowledge: own\nas_of: 2026-11-26\n"
        "sources: {page: {kind: own-document, title: Page, publisher: P, date: 2026-01-01}}\n"
        "ownership: [{owner: microsoft, of: outscale, kind: shares, shares: 30, source: page, as_of: 2026, status: verified}]\n"
    )
    with pytest.raises(Refused) as found:
        add_knowledge(BASE, [("own.yaml", text.encode())])
    (problem,) = found.value.problems
    assert "microsoft, from outside the EU" in problem.message.en
    add_knowledge(BASE, [("own.yaml", text.replace("microsoft", "thales").encode())])


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "plateforme d'applications (4)"), ("en", "application platform (4)")]
)
def test_activities_are_shown_by_what_they_are_since_certificates_number_them_otherwise(
    lang: str, said: str
) -> None:
    assert said in show(["scalingo"], day="", own=(), form="text", lang=lang).decode()

"""Whose claim is about what: a supplier speaks of its own service, a controller of all; an admission binds its author."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from auditor.model.result import Result
from tests.claims.test_kinds import PARENT, changed, verdict

Judge = Callable[..., Result]


@pytest.mark.parametrize(
    "says",
    [
        {"hosted-in": {"only": "DE"}},
        {"processed-in": {"only": "DE"}},
        {"encrypted-at-rest": {"data": "xray"}},
        {"encrypted-in-transit": {"data": "xray"}},
        {"no-transfer": {"outside": "EU"}},
    ],
)
def test_a_supplier_is_not_held_to_what_others_do_before_it(judge: Judge, says: dict[str, object]) -> None:
    elsewhere = (
        ("hosts.app.location", "US"),
        ("hosts.app.keeps", "xray"),
        ("hosts.app.at_rest", "plain"),
        ("flows.upload.transport", "none"),
    )
    assert verdict(judge(changed(elsewhere, says, by="barn"))).verdict == "supported"


def test_it_is_held_to_what_it_sends_on(judge: Judge) -> None:
    further = (
        ("organisations.vault", {"name": "Vault Inc.", "country": "US", "is": "storage"}),
        ("hosts.copy", {"title": "the copy", "operator": "vault", "location": "US", "keeps": "xray"}),
        ("flows.backup", {"for": "care", "from": "store", "to": "copy", "data": "xray"}),
    )
    says = {"hosted-in": {"only": "DE"}}
    assert verdict(judge(changed(further, says, by="barn"))).message.en == (
        "Vault Inc. keeps X-rays at the copy, elsewhere than stated (United States)."
    )


@pytest.mark.parametrize(
    ("by", "expected"), [("dentist", "inconsistent"), ("barn", "inconsistent"), ("big", "supported")]
)
def test_an_admission_speaks_against_its_author(judge: Judge, by: str, expected: str) -> None:
    tree = changed(PARENT[:1], {"not-exposed-to": {"country": "US"}})
    tree["claims"]["frank"] = {
        "by": by,
        "quote": "we cannot rule out a US order",
        "says": {"exposed-to": {"country": "US"}},
        "known": "documented",
    }
    result = judge(tree)
    assert verdict(result).verdict == expected
    (finding,) = [f for f in result.findings if f.rule == "CLM-010"]
    assert (finding.outcome, finding.confidence, finding.severity) == ("established", "declared", "info")
    assert [f.severity for f in result.findings if f.rule == "CLM-002"] == (
        ["medium"] if expected == "inconsistent" else []
    )

"""Whose claim is about what: a supplier speaks of its own service, a controller of all; an admission binds its author."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from auditor.model.result.document import Result
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
        "Vault keeps X-rays at the copy, elsewhere than stated (United States)."
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


def test_what_is_told_in_broader_words_leaves_a_claim_open(judge: Judge) -> None:
    says = {"hosted-in": {"only": "DE", "data": "xray"}}
    assert verdict(judge(changed((), says))).verdict == "supported"
    broad = (
        ("hosts.attic", {"title": "the attic", "operator": "soft", "location": "US", "keeps": "health"}),
    )
    claim = verdict(judge(changed(broad, says)))
    assert (claim.verdict, claim.missing) == ("unproven", ["hosts.attic.keeps"])


@pytest.mark.parametrize(
    ("referrer", "missing", "words"),
    [
        ("sent", ["flows.pixel.data"], "the address of a page about X-rays"),
        ("unknown", ["flows.pixel.referrer"], "may tell as much as X-rays"),
        (None, ["flows.pixel.referrer"], "obody has said whether the address of the page"),
        ("stripped", [], ""),
    ],
)
def test_the_address_of_a_page_about_the_data_leaves_a_claim_open(
    judge: Judge, referrer: str | None, missing: list[str], words: str
) -> None:
    pixel = {"for": "care", "from": "patient", "to": "miner", "data": "device", "embedded_in": "app"}
    pixel |= {} if referrer is None else {"referrer": referrer}
    page = (
        ("organisations.miner", {"name": "Miner AG", "country": "AT", "is": "ads"}),
        ("flows.pixel", pixel),
        ("hosts.app.about", "xray"),
    )
    claim = verdict(judge(changed(page, {"never-to": {"who": "ads", "data": "xray"}})))
    assert (claim.verdict, claim.missing) == ("unproven" if missing else "supported", missing)
    assert words in claim.message.en


def test_the_better_known_of_two_protections_counts(judge: Judge) -> None:
    declared = (("flows.deposit.content", {"value": "encrypted", "known": "declared"}),)
    assert verdict(judge(changed(declared, {"encrypted-in-transit": {}}))).verdict == "supported"
    word = (("hosts.store.at_rest", {"value": "encrypted", "known": "declared"}),)
    assert verdict(judge(changed(word, {"encrypted-at-rest": {}}))).verdict == "supported"

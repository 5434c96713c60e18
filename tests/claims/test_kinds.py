"""Every kind of claim, judged: contradicted, inconsistent, supported, and unproven where a fact is unknown or absent."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any, Final

import pytest

from auditor.model.result.document import Result
from auditor.model.result.tables import ClaimVerdict
from tests.conftest import Tree

Judge = Callable[..., Result]

#: A dentist in Belgium, its software house in the Netherlands, a host in Germany; nothing goes anywhere else.
BASE: Final[Tree] = {
    "auditor": "1",
    "known": "documented",
    "source": "file",
    "case": {
        "id": "dental",
        "as_of": "2025-03-01",
        "about": "dentist",
        "policies": ["claims", "sovereignty"],
    },
    "sources": {"file": {"kind": "contract", "title": "File", "date": "2025-02-01"}},
    "people": {"patient": {"title": "Patients", "country": "BE"}},
    "data": {
        "xray": {"title": "X-rays", "is": "health", "about": "patient"},
        "visits": {"title": "visit counts", "is": "personal"},
    },
    "organisations": {
        "dentist": {
            "name": "Dentist",
            "country": "BE",
            "parent": "none",
            "is": "care-provider",
            "access_from": "none",
        },
        "soft": {
            "name": "Soft BV",
            "country": "NL",
            "parent": "none",
            "is": "health-software",
            "access_from": "none",
        },
        "barn": {
            "name": "Barn GmbH",
            "country": "DE",
            "parent": "none",
            "is": "hosting",
            "access_from": "none",
        },
    },
    "activities": {
        "care": {
            "title": "Dental care",
            "people": "patient",
            "data": "xray",
            "controller": "dentist",
            "processors": ["soft", "barn"],
            "recipients": "none",
            "transfers": "none",
        }
    },
    "hosts": {
        "app": {
            "title": "the application",
            "operator": "soft",
            "runs_on": "none",
            "location": "NL",
            "keeps": "none",
        },
        "store": {
            "title": "the store",
            "operator": "barn",
            "runs_on": "none",
            "location": "DE",
            "keeps": "xray",
            "at_rest": "encrypted",
            "keys": "soft",
        },
    },
    "flows": {
        "upload": {
            "title": "upload",
            "for": "care",
            "from": "patient",
            "to": "app",
            "data": "xray",
            "transport": "tls",
            "content": "none",
        },
        "deposit": {
            "title": "deposit",
            "for": "care",
            "from": "app",
            "to": "store",
            "data": "xray",
            "transport": "tls-1.3",
            "content": "encrypted",
            "keys": "soft",
        },
    },
    "claims": {},
}

GONE: Final = object()
Change = tuple[str, Any]


def changed(changes: tuple[Change, ...], says: Tree, by: str = "dentist") -> Tree:
    """The base case with facts changed, taken away (`GONE`) or added, and one claim."""
    tree = copy.deepcopy(BASE)
    for route, value in changes:
        *path, last = route.split(".")
        node = tree
        for step in path:
            node = node.setdefault(step, {})
        if value is GONE:
            del node[last]
        else:
            node[last] = value
    tree["claims"] = {
        **tree["claims"],
        "said": {"by": by, "quote": "as said", "says": says, "known": "declared"},
    }
    return tree


def verdict(result: Result, claim: str = "said") -> ClaimVerdict:
    return next(one for one in result.claims if one.id == claim)


SUPPORT_DESK: Final = (
    "flows.help",
    {
        "title": "help desk",
        "for": "care",
        "from": "store",
        "to": "desk",
        "data": "xray",
        "access": "remote",
        "transport": "tls",
        "content": "none",
    },
)
INDIA: Final = (
    "organisations.desk",
    {"name": "Desk Ltd", "country": "IN", "parent": "none", "is": "support"},
)
DECLARED: Final = "declared"


def stated(value: Any, known: str = DECLARED) -> Tree:
    return {"value": value, "known": known}


E2E: Final[tuple[Change, ...]] = (
    ("flows.upload.content", "end-to-end"),
    ("flows.upload.to", "practice"),
    ("flows.upload.through", "app"),
    ("hosts.practice", {"title": "the practice", "operator": "dentist", "runs_on": "none", "keeps": "none"}),
    ("flows.deposit", GONE),
    ("hosts.store.keeps", "none"),
)
BROKER: Final = (
    "organisations.miner",
    {"name": "Miner AG", "country": "AT", "parent": "none", "is": ["analytics", "data-broker"]},
)
SALE: Final = (
    "flows.sale",
    {
        "title": "sale",
        "for": "care",
        "from": "app",
        "to": "miner",
        "data": "xray",
        "transport": "tls",
        "content": "none",
    },
)
PARENT: Final[tuple[Change, ...]] = (
    ("organisations.big", {"name": "Big Inc.", "country": "US", "parent": "none", "is": "cloud"}),
    ("organisations.barn.parent", "big"),
    ("organisations.barn.is", "cloud"),
    ("hosts.store.at_rest", "plain"),
)

#: Kind of claim, its meaning, what is changed in the case, and what follows.
TABLE: Final[list[tuple[str, Tree, tuple[Change, ...], str]]] = [
    # cannot-read
    ("reads in use", {"cannot-read": {"who": "soft", "data": "xray"}}, (), "contradicted"),
    (
        "a declared reading",
        {"cannot-read": {"who": "soft", "data": "xray"}},
        (("flows.upload.content", stated("none")),),
        "inconsistent",
    ),
    (
        "content unknown",
        {"cannot-read": {"who": "soft", "data": "xray"}},
        (("flows.upload.content", "unknown"),),
        "unproven",
    ),
    (
        "content absent",
        {"cannot-read": {"who": "soft", "data": "xray"}},
        (("flows.upload.content", GONE),),
        "unproven",
    ),
    ("sealed, without a key", {"cannot-read": {"who": "barn", "data": "xray"}}, (), "supported"),
    (
        "sealed, keys unknown",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit.keys", "unknown"),),
        "unproven",
    ),
    (
        "sealed, keys absent",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit.keys", GONE),),
        "unproven",
    ),
    (
        "sealed, keys declared",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit.keys", stated("soft")),),
        "unproven",
    ),
    (
        "kept without encryption",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit", GONE), ("hosts.store.at_rest", "plain")),
        "contradicted",
    ),
    (
        "kept with the key",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit", GONE), ("hosts.store.keys", ["barn", "soft"])),
        "contradicted",
    ),
    # end-to-end
    ("read on the way", {"end-to-end": {"data": "xray"}}, (), "contradicted"),
    ("ends alone", {"end-to-end": {"data": "xray"}}, E2E, "supported"),
    (
        "ends, declared",
        {"end-to-end": {"data": "xray"}},
        (*E2E, ("flows.upload.content", stated("end-to-end"))),
        "unproven",
    ),
    (
        "ends, unknown",
        {"end-to-end": {"data": "xray"}},
        (*E2E, ("flows.upload.content", "unknown")),
        "unproven",
    ),
    ("ends, absent", {"end-to-end": {"data": "xray"}}, (*E2E, ("flows.upload.content", GONE)), "unproven"),
    (
        "declared in clear",
        {"end-to-end": {"data": "xray"}},
        (*E2E, ("flows.upload.content", stated("none"))),
        "inconsistent",
    ),
    # encrypted-in-transit
    ("all hops", {"encrypted-in-transit": {"data": "xray"}}, (), "supported"),
    (
        "neither",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", "none"),),
        "contradicted",
    ),
    (
        "content unknown",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", "none"), ("flows.upload.content", "unknown")),
        "contradicted",
    ),
    (
        "content absent",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", "none"), ("flows.upload.content", GONE)),
        "contradicted",
    ),
    (
        "declared",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", stated("none")),),
        "inconsistent",
    ),
    (
        "sealed",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.deposit.transport", "none"),),
        "supported",
    ),
    (
        "obsolete",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", "ssl"),),
        "unproven",
    ),
    (
        "not guaranteed",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", "opportunistic"),),
        "unproven",
    ),
    (
        "unknown",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", "unknown"),),
        "unproven",
    ),
    ("absent", {"encrypted-in-transit": {"data": "xray"}}, (("flows.upload.transport", GONE),), "unproven"),
    (
        "said by the party",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.transport", stated("tls")),),
        "unproven",
    ),
    (
        "inside a machine",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.upload.network", "same-machine"), ("flows.upload.transport", "none")),
        "supported",
    ),
    # encrypted-at-rest
    ("encrypted", {"encrypted-at-rest": {"data": "xray"}}, (), "supported"),
    (
        "plain",
        {"encrypted-at-rest": {"data": "xray"}},
        (("hosts.store.at_rest", "plain"), ("flows.deposit.content", "none")),
        "contradicted",
    ),
    (
        "declared plain",
        {"encrypted-at-rest": {"data": "xray"}},
        (("hosts.store.at_rest", stated("none")), ("flows.deposit.content", "none")),
        "inconsistent",
    ),
    (
        "unknown",
        {"encrypted-at-rest": {"data": "xray"}},
        (("hosts.store.at_rest", "unknown"), ("flows.deposit.content", "none")),
        "unproven",
    ),
    (
        "absent",
        {"encrypted-at-rest": {"data": "xray"}},
        (("hosts.store.at_rest", GONE), ("flows.deposit.content", "none")),
        "unproven",
    ),
    (
        "said by the party",
        {"encrypted-at-rest": {"data": "xray"}},
        (("hosts.store.at_rest", stated("encrypted")), ("flows.deposit.content", "none")),
        "unproven",
    ),
    ("keeping unknown", {"encrypted-at-rest": {"data": "xray"}}, (("hosts.app.keeps", GONE),), "unproven"),
    # anonymous
    ("health, about people", {"anonymous": {"data": "xray"}}, (), "contradicted"),
    (
        "declared so",
        {"anonymous": {"data": "xray"}},
        (("data.xray.known", DECLARED), ("activities.care.known", DECLARED)),
        "inconsistent",
    ),
    ("nothing said", {"anonymous": {"data": "visits"}}, (), "unproven"),
    ("unknown", {"anonymous": {"data": "visits"}}, (("data.visits.re_identifiable", "unknown"),), "unproven"),
    (
        "found again",
        {"anonymous": {"data": "visits"}},
        (("data.visits.re_identifiable", True),),
        "contradicted",
    ),
    (
        "not found again",
        {"anonymous": {"data": "visits"}},
        (("data.visits.re_identifiable", False),),
        "supported",
    ),
    (
        "said by the party",
        {"anonymous": {"data": "visits"}},
        (("data.visits.re_identifiable", stated(False)),),
        "unproven",
    ),
    (
        "pseudonymised",
        {"anonymous": {"data": "visits"}},
        (("data.visits.pseudonymised", True), ("data.visits.about", "patient")),
        "contradicted",
    ),
    (
        "hashed",
        {"anonymous": {"data": "visits"}},
        (("data.visits.hashed", True), ("data.visits.about", "patient")),
        "contradicted",
    ),
    ("aggregated", {"anonymous": {"data": "xray"}}, (("data.xray.aggregated", True),), "unproven"),
    # hosted-in
    ("there", {"hosted-in": {"only": "DE", "data": "xray"}}, (), "supported"),
    ("in the EU", {"hosted-in": {"only": "EU", "data": "xray"}}, (), "supported"),
    ("outside of one", {"hosted-in": {"outside": "US"}}, (), "supported"),
    ("elsewhere", {"hosted-in": {"only": ["BE", "NL"], "data": "xray"}}, (), "contradicted"),
    ("outside the EU", {"hosted-in": {"only": "EU"}}, (("hosts.store.location", "CH"),), "contradicted"),
    ("adequate", {"hosted-in": {"only": "adequate"}}, (("hosts.store.location", "CH"),), "supported"),
    ("adequate in part", {"hosted-in": {"only": "adequate"}}, (("hosts.store.location", "US"),), "unproven"),
    ("in the excluded one", {"hosted-in": {"outside": "DE"}}, (), "contradicted"),
    (
        "declared elsewhere",
        {"hosted-in": {"only": "BE"}},
        (("hosts.store.location", stated("DE")),),
        "inconsistent",
    ),
    ("unknown", {"hosted-in": {"only": "DE"}}, (("hosts.store.location", "unknown"),), "unproven"),
    ("absent", {"hosted-in": {"only": "DE"}}, (("hosts.store.location", GONE),), "unproven"),
    ("open", {"hosted-in": {"only": "DE"}}, (("hosts.store.location", ["DE", "unknown"]),), "unproven"),
    (
        "said by the party",
        {"hosted-in": {"only": "DE"}},
        (("hosts.store.location", stated("DE")),),
        "unproven",
    ),
    # processed-in
    ("all inside", {"processed-in": {"only": "EU"}}, (), "supported"),
    ("remote access", {"processed-in": {"only": "EU"}}, (INDIA, SUPPORT_DESK), "contradicted"),
    (
        "remote, declared",
        {"processed-in": {"only": "EU"}},
        (INDIA, ("flows.help", {**SUPPORT_DESK[1], "known": DECLARED})),
        "inconsistent",
    ),
    (
        "remote from inside",
        {"processed-in": {"only": "EU"}},
        (("organisations.desk", {"country": "IN", "run_from": "PT"}), SUPPORT_DESK),
        "supported",
    ),
    ("passing elsewhere", {"processed-in": {"only": "EU"}}, (("hosts.app.location", "US"),), "contradicted"),
    (
        "affiliates abroad",
        {"processed-in": {"only": "EU"}},
        (("organisations.barn.access_from", "SG"),),
        "contradicted",
    ),
    (
        "affiliates unknown",
        {"processed-in": {"only": "EU"}},
        (("organisations.barn.access_from", "unknown"),),
        "unproven",
    ),
    (
        "affiliates absent",
        {"processed-in": {"only": "EU"}},
        (("organisations.barn.access_from", GONE),),
        "unproven",
    ),
    ("place absent", {"processed-in": {"only": "EU"}}, (("hosts.app.location", GONE),), "unproven"),
    # no-transfer
    ("none", {"no-transfer": {}}, (), "supported"),
    ("a transfer", {"no-transfer": {}}, (INDIA, SUPPORT_DESK), "contradicted"),
    ("to another", {"no-transfer": {"to": "US"}}, (INDIA, SUPPORT_DESK), "supported"),
    (
        "outside the EU",
        {"no-transfer": {"outside": "EU", "data": "xray"}},
        (INDIA, SUPPORT_DESK),
        "contradicted",
    ),
    (
        "declared",
        {"no-transfer": {}},
        (INDIA, ("flows.help", {**SUPPORT_DESK[1], "known": DECLARED})),
        "inconsistent",
    ),
    ("own record", {"no-transfer": {}}, (("activities.care.transfers", "PK"),), "inconsistent"),
    (
        "own notice",
        {"no-transfer": {}},
        (("notices.page", {"by": "dentist", "for": "care", "transfers": True}),),
        "inconsistent",
    ),
    (
        "country unknown",
        {"no-transfer": {}},
        (("organisations.desk", {"country": "unknown"}), SUPPORT_DESK),
        "unproven",
    ),
    ("country absent", {"no-transfer": {}}, (("organisations.desk", {}), SUPPORT_DESK), "unproven"),
    # not-exposed-to
    ("free", {"not-exposed-to": {"country": "US"}}, (), "supported"),
    ("parent", {"not-exposed-to": {"country": "US"}}, PARENT, "contradicted"),
    ("any foreign law", {"not-exposed-to": {"outside": "EU"}}, PARENT, "contradicted"),
    ("another law", {"not-exposed-to": {"country": "CN"}}, PARENT, "supported"),
    (
        "owner unknown",
        {"not-exposed-to": {"country": "US"}},
        (("organisations.barn.parent", "unknown"),),
        "unproven",
    ),
    (
        "owner absent",
        {"not-exposed-to": {"country": "US"}},
        (("organisations.barn.parent", GONE),),
        "unproven",
    ),
    (
        "owner declared",
        {"not-exposed-to": {"country": "US"}},
        (("organisations.barn.parent", stated("none")),),
        "unproven",
    ),
    # only-recipients
    ("those alone", {"only-recipients": {"who": ["soft", "barn"]}}, (), "supported"),
    ("a kind", {"only-recipients": {"who": ["provider"]}}, (), "supported"),
    ("another", {"only-recipients": {"who": ["soft", "barn"]}}, (BROKER, SALE), "contradicted"),
    (
        "another, content unsaid",
        {"only-recipients": {"who": ["soft", "barn"]}},
        (BROKER, ("flows.sale", {"for": "care", "from": "app", "to": "miner", "data": "xray"})),
        "contradicted",
    ),
    (
        "another, declared",
        {"only-recipients": {"who": ["soft", "barn"]}},
        (BROKER, ("flows.sale", {**SALE[1], "known": DECLARED})),
        "inconsistent",
    ),
    (
        "named in the notice",
        {"only-recipients": {"who": ["soft", "barn"]}},
        (BROKER, ("notices.page", {"by": "dentist", "for": "care", "recipients": ["soft", "miner"]})),
        "inconsistent",
    ),
    (
        "end unknown",
        {"only-recipients": {"who": ["soft", "barn"]}},
        (("flows.sale", {**SALE[1], "to": "unknown"}),),
        "unproven",
    ),
    (
        "list unknown",
        {"only-recipients": {"who": ["soft", "barn"]}},
        (("activities.care.recipients", "unknown"),),
        "unproven",
    ),
    (
        "list absent",
        {"only-recipients": {"who": ["soft", "barn"]}},
        (("activities.care.recipients", GONE),),
        "unproven",
    ),
    ("sealed, in its own record", {"only-recipients": {"who": "soft"}}, (), "inconsistent"),
    (
        "sealed, in no list",
        {"only-recipients": {"who": "soft"}},
        (("activities.care.processors", "soft"), ("hosts.store.keeps", "none")),
        "supported",
    ),
    (
        "kept sealed",
        {"only-recipients": {"who": "soft"}},
        (("activities.care.processors", "soft"),),
        "unproven",
    ),
    # never-to
    ("none of them", {"never-to": {"who": "ads"}}, (), "supported"),
    ("one of them", {"never-to": {"who": "data-broker"}}, (BROKER, SALE), "contradicted"),
    ("by name", {"never-to": {"who": "miner"}}, (BROKER, SALE), "contradicted"),
    ("another kind", {"never-to": {"who": "ads"}}, (BROKER, SALE), "supported"),
    (
        "declared",
        {"never-to": {"who": "data-broker"}},
        (("organisations.miner", {"country": "AT", "is": stated("data-broker")}), SALE),
        "inconsistent",
    ),
    (
        "kind unknown",
        {"never-to": {"who": "data-broker"}},
        (("organisations.miner", {"country": "AT", "is": "unknown"}), SALE),
        "unproven",
    ),
    (
        "kind absent",
        {"never-to": {"who": "data-broker"}},
        (("organisations.miner", {"country": "AT"}), SALE),
        "unproven",
    ),
    (
        "named in the notice",
        {"never-to": {"who": "ads"}},
        (("notices.page", {"by": "dentist", "for": "care", "recipients": ["soft", "ads"]}),),
        "inconsistent",
    ),
    # certified
    (
        "held",
        {"certified": {"who": "barn", "is": "iso-27001"}},
        (
            (
                "organisations.barn.certified",
                [{"is": "iso-27001", "since": "2024-01-01", "until": "2027-01-01"}],
            ),
        ),
        "supported",
    ),
    (
        "not held",
        {"certified": {"who": "barn", "is": "iso-27001"}},
        (("organisations.barn.certified", "none"),),
        "contradicted",
    ),
    (
        "declared not held",
        {"certified": {"who": "barn", "is": "iso-27001"}},
        (("organisations.barn.certified", "none"), ("organisations.barn.known", DECLARED)),
        "inconsistent",
    ),
    (
        "unknown",
        {"certified": {"who": "barn", "is": "iso-27001"}},
        (("organisations.barn.certified", "unknown"),),
        "unproven",
    ),
    ("absent", {"certified": {"who": "barn", "is": "iso-27001"}}, (), "unproven"),
    # controlled-from
    ("seat and owners", {"controlled-from": {"who": "soft", "only": "NL"}}, (), "supported"),
    ("seat and owners, EU", {"controlled-from": {"who": "soft", "only": "EU"}}, (), "supported"),
    ("parent elsewhere", {"controlled-from": {"who": "barn", "only": "EU"}}, PARENT, "contradicted"),
    ("seat elsewhere", {"controlled-from": {"who": "soft", "only": "BE"}}, (), "contradicted"),
    (
        "owners declared",
        {"controlled-from": {"who": "soft", "only": "NL"}},
        (("organisations.soft.parent", stated("none")),),
        "unproven",
    ),
    (
        "parent declared",
        {"controlled-from": {"who": "barn", "only": "EU"}},
        (*PARENT, ("organisations.barn.parent", stated("big"))),
        "inconsistent",
    ),
    (
        "owners unknown",
        {"controlled-from": {"who": "soft", "only": "NL"}},
        (("organisations.soft.parent", "unknown"),),
        "unproven",
    ),
    (
        "owners absent",
        {"controlled-from": {"who": "soft", "only": "NL"}},
        (("organisations.soft.parent", GONE),),
        "unproven",
    ),
    # exposed-to
    ("an admission that facts show", {"exposed-to": {"country": "US"}}, PARENT, "supported"),
    ("an admission alone", {"exposed-to": {"country": "US"}}, (), "unproven"),
]


@pytest.mark.parametrize(
    ("says", "changes", "expected"),
    [row[1:] for row in TABLE],
    ids=[f"{next(iter(says))}: {name}" for name, says, _, _ in TABLE],
)
def test_a_claim_has_the_verdict_that_the_facts_carry(
    judge: Judge, says: Tree, changes: tuple[Change, ...], expected: str
) -> None:
    result = judge(changed(changes, says))
    found = verdict(result)
    assert found.verdict == expected, found.message.en
    established = [f for f in result.findings if f.rule.startswith("CLM") and f.outcome == "established"]
    against = expected in ("contradicted", "inconsistent")
    assert len(established) == int(against or "exposed-to" in says)
    assert found.message.fr != found.message.en
    for text in (found.message.fr, found.message.en):
        assert re.fullmatch(r"[A-ZÀÉ«“](?!.*(\.\.|  )).*\.", text)


def test_words_in_which_nothing_can_be_checked_have_a_verdict_of_their_own(judge: Judge) -> None:
    tree = changed((), {})
    tree["claims"]["said"]["says"] = "nothing-checkable"
    found = verdict(judge(tree))
    assert (found.says, found.verdict, found.parts) == ("nothing-checkable", "not-checkable", [])


def test_every_kind_of_claim_is_in_the_table() -> None:
    from auditor.model.case.claim_meaning import Says

    kinds = {name.replace("_", "-") for name in Says.__struct_fields__}
    tried = {kind: {row[3] for row in TABLE if kind in row[1]} for kind in kinds}
    assert set(tried) == kinds
    wanted = {"contradicted", "inconsistent", "unproven", "supported"}
    missing = {kind: wanted - found for kind, found in tried.items() if wanted - found}
    assert missing == {"exposed-to": {"contradicted", "inconsistent"}, "not-exposed-to": {"inconsistent"}}


UNKNOWN_ROWS: Final = [
    pytest.param(says, changes, id=f"{next(iter(says))}: {name}")
    for name, says, changes, _ in TABLE
    if any(value == "unknown" and not route.endswith("re_identifiable") for route, value in changes)
]


@pytest.mark.parametrize(("says", "changes"), UNKNOWN_ROWS)
def test_what_is_said_to_be_unknown_and_what_nobody_says_are_one(
    judge: Judge, says: Tree, changes: tuple[Change, ...]
) -> None:
    tree = changed(changes, says)
    silent = copy.deepcopy(tree)
    for route, value in changes:
        if value == "unknown":
            *path, last = route.split(".")
            node = silent
            for step in path:
                node = node[step]
            del node[last]
    written, absent = verdict(judge(tree)), verdict(judge(silent))
    assert (written.verdict, written.message, written.missing) == (
        absent.verdict,
        absent.message,
        absent.missing,
    )

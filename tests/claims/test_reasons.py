"""What each part of a judged claim rests on: its reason, whom and which places it is about, what shows it, what would settle it."""

from __future__ import annotations

import json
from typing import Final

import pytest

from auditor.api.read import knowledge_base
from auditor.graph.claims.part import Part
from auditor.graph.derive import derive
from auditor.graph.estate import build
from auditor.loading.case.load import load_case
from auditor.model.materials import Materials, plain
from tests.claims.test_kinds import GONE, Change, changed
from tests.conftest import Tree

KNOWLEDGE: Final = knowledge_base()
#: What a part tells besides its verdict and reason; its data where it is other than that of the claim.
TOLD: Final = ("who", "at", "flows", "countries", "terms", "data", "proof", "missing")
Told = tuple[str, dict[str, tuple[str, ...] | str]]


def parts_of(says: Tree, changes: tuple[Change, ...]) -> list[Part]:
    loaded = load_case([("case.yaml", json.dumps(changed(changes, says)).encode())], KNOWLEDGE)
    as_of = str(plain(loaded.case.case.as_of))
    made = Materials(loaded.case, KNOWLEDGE, (), as_of, loaded.places)
    (claim,) = (claim for claim in derive(build(made)).claims.all if claim.id == "said")
    return list(claim.parts)


def told(part: Part, says: Tree) -> Told:
    said = {name: getattr(part, name) for name in TOLD if getattr(part, name)}
    (meaning,) = says.values()
    if said.get("data") == (meaning.get("data"),):
        del said["data"]
    return f"{part.verdict}: {part.because}", said


def sending(flow: str, source: str, target: str, **stated: object) -> Change:
    """A flow that sends the X-ray over TLS, save what is stated otherwise."""
    usual = {"title": flow, "for": "care", "data": "xray", "transport": "tls", "content": "none"}
    return f"flows.{flow}", {**usual, "from": source, "to": target, **stated}


def notice(**stated: object) -> Change:
    """A notice of the dentist on care."""
    return "notices.site", {"by": "dentist", "for": "care", "title": "notice", **stated}


#: Parties, places and a flow that several rows bring in.
REMOTE_HELP: Final[Change] = sending("help", "store", "desk", title="help desk", access="remote")
BIG: Final[Change] = (
    "organisations.big",
    {"name": "Big Inc.", "country": "US", "parent": "none", "is": "cloud"},
)
RACK: Final[Change] = (
    "hosts.rack",
    {"title": "rack", "operator": "barn", "runs_on": "none", "kind": "data-centre", "location": "DE"},
)
PRACTICE: Final[Change] = (
    "hosts.practice",
    {"title": "the practice", "operator": "dentist", "runs_on": "none", "keeps": "none"},
)
DESK_IN_INDIA: Final[Change] = (
    "organisations.desk",
    {"name": "Desk Ltd", "country": "IN", "parent": "none", "is": "support"},
)
MINER: Final[Change] = (
    "organisations.miner",
    {"name": "Miner AG", "country": "AT", "parent": "none", "is": ["analytics", "data-broker"]},
)

#: What is tried, the meaning of the claim, what is changed in the case, and the parts.
TABLE: Final[list[tuple[str, Tree, tuple[Change, ...], list[Told]]]] = [
    (
        "processor with no place",
        {"hosted-in": {"only": "EU", "data": "xray"}},
        (
            ("organisations.lab", {"name": "Lab", "country": "FR", "parent": "none"}),
            ("activities.care.processors", ["soft", "barn", "lab"]),
            sending("tests", "app", "lab"),
        ),
        [("unproven: keeper-unplaced", {"who": "lab"})],
    ),
    (
        "remote access from India",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (DESK_IN_INDIA, REMOTE_HELP),
        [
            (
                "contradicted: reached-from",
                {
                    "who": "desk",
                    "flows": ("help",),
                    "countries": ("IN",),
                    "proof": ("flows.help", "flows.help.to", "organisations.desk.country"),
                },
            )
        ],
    ),
    (
        "used in India",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (DESK_IN_INDIA, sending("help", "store", "desk", title="help desk")),
        [
            (
                "contradicted: used-by-somebody-elsewhere",
                {
                    "who": "desk",
                    "flows": ("help",),
                    "countries": ("IN",),
                    "proof": ("flows.help", "flows.help.to", "organisations.desk.country"),
                },
            )
        ],
    ),
    (
        "transfer, outside unsaid",
        {"no-transfer": {"data": "xray"}},
        (DESK_IN_INDIA, REMOTE_HELP),
        [
            (
                "contradicted: transferred",
                {
                    "who": "desk",
                    "flows": ("help",),
                    "countries": ("IN",),
                    "proof": (
                        "flows.help",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "organisations.desk.country",
                    ),
                },
            )
        ],
    ),
    (
        "transfer to the US only",
        {"no-transfer": {"data": "xray", "to": "US"}},
        (DESK_IN_INDIA, REMOTE_HELP),
        [
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.help",
                        "organisations.desk.country",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            )
        ],
    ),
    (
        "notice of transfer",
        {"no-transfer": {"data": "xray"}},
        (notice(transfers=True),),
        [("inconsistent: notice-of-transfer", {"who": "dentist", "proof": ("notices.site.transfers",)})],
    ),
    (
        "notice of transfer no longer",
        {"no-transfer": {"data": "xray"}},
        (notice(transfers=True, until="2024-12-31"),),
        [
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            )
        ],
    ),
    (
        "notice without transfer",
        {"no-transfer": {"data": "xray"}},
        (notice(transfers=False),),
        [
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            )
        ],
    ),
    (
        "none, all stated",
        {"no-transfer": {"data": "xray"}},
        (),
        [
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            )
        ],
    ),
    (
        "operator unknown",
        {"no-transfer": {"data": "xray"}},
        (("hosts.store.operator", "unknown"),),
        [
            (
                "unproven: transfer-unsure",
                {"who": "unknown", "flows": ("deposit",), "missing": ("hosts.store.operator",)},
            )
        ],
    ),
    (
        "processors unknown",
        {"no-transfer": {"data": "xray"}},
        (("activities.care.processors", "unknown"),),
        [("unproven: others-unsaid", {"missing": ("activities.care.processors",)})],
    ),
    (
        "processors and recipients absent",
        {"no-transfer": {"data": "xray"}},
        (("activities.care.processors", GONE), ("activities.care.recipients", GONE)),
        [
            (
                "unproven: others-unsaid",
                {"missing": ("activities.care.processors", "activities.care.recipients")},
            )
        ],
    ),
    (
        "recipients with one unknown",
        {"no-transfer": {"data": "xray"}},
        (("activities.care.recipients", ["soft", "unknown"]),),
        [("unproven: others-unsaid", {"missing": ("activities.care.recipients",)})],
    ),
    (
        "adequate US",
        {"processed-in": {"only": "adequate", "data": "xray"}},
        (("organisations.desk", {"name": "D", "country": "US", "parent": "none"}), REMOTE_HELP),
        [
            (
                "unproven: adequacy-unsaid",
                {
                    "who": "desk",
                    "flows": ("help",),
                    "countries": ("US",),
                    "missing": ("organisations.desk.dpf",),
                },
            )
        ],
    ),
    (
        "mixed transport",
        {"encrypted-in-transit": {"data": "xray"}},
        (
            ("flows.upload.transport", "ssl"),
            ("flows.deposit.transport", "none"),
            ("flows.deposit.content", "none"),
        ),
        [
            (
                "contradicted: in-clear",
                {
                    "flows": ("deposit",),
                    "proof": ("flows.deposit", "flows.deposit.transport", "flows.deposit.content"),
                },
            ),
            ("unproven: way-weak", {"flows": ("upload",), "missing": ("flows.upload.transport",)}),
        ],
    ),
    (
        "local first, clear later",
        {"encrypted-in-transit": {"data": "xray"}},
        (
            sending("a", "patient", "app", title="x", network="same-machine", transport="none"),
            sending("zz", "app", "store", title="x", transport="none"),
        ),
        [
            (
                "contradicted: in-clear",
                {"flows": ("zz",), "proof": ("flows.zz", "flows.zz.transport", "flows.zz.content")},
            )
        ],
    ),
    (
        "at rest, sealed content",
        {"encrypted-at-rest": {"data": "xray"}},
        (("hosts.store.at_rest", "plain"),),
        [("supported: encrypted-at-rest", {"proof": ("flows.deposit.content",)})],
    ),
    (
        "at rest, sealed for one of two",
        {"encrypted-at-rest": {"data": "xray"}},
        (("hosts.store.at_rest", "plain"), sending("second", "app", "store", title="x")),
        [
            (
                "contradicted: readable-at-rest",
                {"who": "barn", "at": ("store",), "proof": ("hosts.store.keeps", "hosts.store.at_rest")},
            )
        ],
    ),
    (
        "anonymous hashed, about nobody, not personal kind",
        {"anonymous": {"data": "visits"}},
        (("data.visits.hashed", True),),
        [("unproven: people-unsaid", {"missing": ("data.visits.re_identifiable",)})],
    ),
    (
        "anonymous pseudonymised kind only",
        {"anonymous": {"data": "xray"}},
        (("data.xray.pseudonymised", True), ("data.xray.about", GONE)),
        [
            (
                "contradicted: only-pseudonymised",
                {"proof": ("data.xray.pseudonymised", "activities.care.people")},
            )
        ],
    ),
    (
        "exposed none",
        {"not-exposed-to": {"country": "US", "data": "xray"}},
        (),
        [
            (
                "supported: no-reach",
                {
                    "proof": (
                        "organisations.barn.country",
                        "organisations.barn.parent",
                        "organisations.soft.country",
                        "organisations.soft.parent",
                    )
                },
            )
        ],
    ),
    (
        "exposed operator unknown",
        {"not-exposed-to": {"country": "US", "data": "xray"}},
        (("hosts.store.operator", "unknown"),),
        [
            (
                "unproven: reach-unsaid",
                {"who": "unknown", "at": ("store",), "missing": ("hosts.store.operator",)},
            )
        ],
    ),
    (
        "kept operator unknown",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("hosts.store.operator", "unknown"),),
        [("unproven: may-read", {"who": "unknown", "at": ("store",), "missing": ("hosts.store.operator",)})],
    ),
    (
        "kept keys nobody",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit", GONE), ("hosts.store.keys", "none")),
        [("unproven: keys-unsaid", {"who": "barn", "at": ("store",), "missing": ("hosts.store.keys",)})],
    ),
    (
        "kept readable",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit", GONE), ("hosts.store.at_rest", "none")),
        [
            (
                "contradicted: keeps-readable",
                {
                    "who": "barn",
                    "at": ("store",),
                    "proof": ("hosts.store.operator", "hosts.store.keeps", "hosts.store.at_rest"),
                },
            )
        ],
    ),
    (
        "sealed, and another way that does not reach",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (sending("admission", "patient", "app"),),
        [("supported: sealed", {"who": "barn", "proof": ("flows.deposit.content", "flows.deposit.keys")})],
    ),
    (
        "sealed with no key of anybody",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit.keys", "none"),),
        [("unproven: no-reading-described", {"who": "barn"})],
    ),
    (
        "run for the host from abroad",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (
            (
                "organisations.vendor",
                {"name": "Vendor", "country": "US", "parent": "none", "is": "support"},
            ),
            ("ownership", [{"owner": "vendor", "of": "barn", "kind": "operations"}]),
        ),
        [
            (
                "contradicted: can-be-reached-from",
                {
                    "who": "vendor",
                    "at": ("store",),
                    "countries": ("US",),
                    "proof": ("ownership.vendor>barn", "organisations.vendor.country"),
                },
            )
        ],
    ),
    (
        "reached from abroad, a broader kind claimed",
        {"processed-in": {"only": "EU", "data": "health"}},
        (("organisations.barn.access_from", ["DE", "US"]),),
        [
            (
                "contradicted: can-be-reached-from",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("US",),
                    "data": ("xray",),
                    "proof": ("organisations.barn.access_from",),
                },
            )
        ],
    ),
    (
        "machine below",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (
            ("hosts.store.operator", "soft"),
            ("hosts.store.runs_on", "rack"),
            ("hosts.rack", {"title": "rack", "operator": "barn", "runs_on": "none", "kind": "data-centre"}),
        ),
        [("supported: sealed", {"who": "barn", "proof": ("flows.deposit.content", "flows.deposit.keys")})],
    ),
    (
        "relays",
        {"cannot-read": {"who": "soft", "data": "xray"}},
        (
            ("flows.upload.content", "end-to-end"),
            ("flows.upload.to", "practice"),
            ("flows.upload.through", "app"),
            PRACTICE,
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
            ("flows.upload.content", "none"),
        ),
        [
            (
                "contradicted: relays",
                {
                    "who": "soft",
                    "at": ("app",),
                    "proof": ("flows.upload", "flows.upload.content", "hosts.app.operator"),
                },
            )
        ],
    ),
    (
        "only recipients with broker",
        {"only-recipients": {"who": ["soft", "barn"], "data": "xray"}},
        (MINER, sending("sale", "app", "miner")),
        [
            (
                "contradicted: also-receives",
                {"who": "miner", "flows": ("sale",), "proof": ("flows.sale", "flows.sale.to")},
            )
        ],
    ),
    (
        "only recipients sealed",
        {"only-recipients": {"who": ["soft"], "data": "xray"}},
        (),
        [
            ("inconsistent: named-in-record", {"who": "barn", "proof": ("activities.care.processors",)}),
            ("unproven: may-receive", {"who": "barn", "at": ("store",), "missing": ("hosts.store.keys",)}),
        ],
    ),
    (
        "only recipients keys unknown",
        {"only-recipients": {"who": ["soft"], "data": "xray"}},
        (("flows.deposit.keys", "unknown"),),
        [
            ("inconsistent: named-in-record", {"who": "barn", "proof": ("activities.care.processors",)}),
            (
                "unproven: may-receive",
                {"who": "barn", "at": ("store",), "flows": ("deposit",), "missing": ("flows.deposit.keys",)},
            ),
        ],
    ),
    (
        "never to broker",
        {"never-to": {"who": "data-broker", "data": "xray"}},
        (MINER, sending("sale", "app", "miner")),
        [
            (
                "contradicted: such-receives",
                {
                    "who": "miner",
                    "flows": ("sale",),
                    "terms": ("data-broker",),
                    "proof": ("flows.sale", "flows.sale.to", "organisations.miner.is"),
                },
            )
        ],
    ),
    (
        "certified",
        {"certified": {"who": "barn", "is": "hds"}},
        (
            (
                "organisations.barn.certified",
                [
                    {
                        "is": "hds",
                        "since": "2024-01-01",
                        "until": "2026-01-01",
                        "scope": ["1", "2", "3", "4", "5"],
                    }
                ],
            ),
        ),
        [("supported: certificate-held", {"who": "barn", "proof": ("organisations.barn.certified.hds",)})],
    ),
    (
        "certified, of a host",
        {"certified": {"who": "barn", "is": "hds"}},
        (
            ("hosts.store.certified", [{"is": "hds", "since": "2020-01-01", "until": "2021-01-01"}]),
            ("organisations.barn.certified", "none"),
        ),
        [
            (
                "contradicted: certificate-other-time",
                {"who": "barn", "proof": ("organisations.barn.certified", "hosts.store.certified.hds")},
            )
        ],
    ),
    (
        "certified, of another",
        {"certified": {"who": "barn", "is": "hds"}},
        (
            ("organisations.soft.certified", [{"is": "hds", "since": "2024-01-01", "until": "2026-01-01"}]),
            ("organisations.barn.certified", "none"),
            ("organisations.dentist.certified", "none"),
            ("hosts.app.certified", "none"),
            ("hosts.store.certified", "none"),
        ),
        [
            (
                "contradicted: certificate-of-another",
                {
                    "who": "soft",
                    "proof": ("organisations.barn.certified", "organisations.soft.certified.hds"),
                },
            )
        ],
    ),
    (
        "exposed to, admitted",
        {"exposed-to": {"country": "US", "data": "xray"}},
        (
            BIG,
            ("organisations.barn.parent", "big"),
            ("organisations.barn.is", "cloud"),
            ("hosts.store.at_rest", "plain"),
        ),
        [
            (
                "supported: reached",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("US",),
                    "proof": (
                        "hosts.store.operator",
                        "hosts.store.keeps",
                        "organisations.barn.parent",
                        "organisations.big.country",
                        "organisations.barn.country",
                        "hosts.store.keys",
                        "organisations.soft.parent",
                        "organisations.soft.country",
                        "flows.deposit.content",
                        "hosts.app.runs_on",
                        "organisations.barn.access_from",
                    ),
                },
            )
        ],
    ),
    (
        "exposed to, not shown",
        {"exposed-to": {"country": "US", "data": "xray"}},
        (
            BIG,
            ("organisations.barn.parent", {"value": "big", "known": "declared"}),
            ("organisations.barn.is", "cloud"),
            ("hosts.store.at_rest", "plain"),
        ),
        [("unproven: admitted", {"who": "dentist", "countries": ("US",)})],
    ),
    (
        "exposed outside, owner unnamed",
        {"not-exposed-to": {"outside": "EU", "data": "xray"}},
        (("organisations.barn.parent", "unknown"),),
        [
            (
                "unproven: reach-unsaid",
                {"who": "barn", "at": ("store",), "missing": ("organisations.barn.parent",)},
            )
        ],
    ),
    (
        "exposed country, unreached state",
        {"not-exposed-to": {"country": "IN", "data": "xray"}},
        (
            BIG,
            ("organisations.barn.parent", "big"),
            ("organisations.barn.is", "cloud"),
            ("hosts.store.at_rest", "plain"),
        ),
        [
            (
                "supported: no-reach",
                {
                    "proof": (
                        "organisations.barn.country",
                        "organisations.barn.parent",
                        "organisations.soft.country",
                        "organisations.soft.parent",
                    )
                },
            )
        ],
    ),
    (
        "exposed, declared parent",
        {"not-exposed-to": {"country": "US", "data": "xray"}},
        (
            BIG,
            ("organisations.barn.parent", {"value": "big", "known": "declared"}),
            ("organisations.barn.is", "cloud"),
            ("hosts.store.at_rest", "plain"),
        ),
        [
            (
                "unproven: reach-to-document",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("US",),
                    "proof": (
                        "hosts.store.operator",
                        "hosts.store.keeps",
                        "organisations.barn.parent",
                        "organisations.big.country",
                        "organisations.barn.country",
                        "hosts.store.keys",
                        "organisations.soft.parent",
                        "organisations.soft.country",
                        "flows.deposit.content",
                        "hosts.app.runs_on",
                        "organisations.barn.access_from",
                    ),
                    "missing": ("organisations.barn.parent",),
                },
            )
        ],
    ),
    (
        "exposed, another kind of data",
        {"not-exposed-to": {"country": "US", "data": "location"}},
        (
            BIG,
            ("organisations.barn.parent", "big"),
            ("organisations.barn.is", "cloud"),
            ("hosts.store.at_rest", "plain"),
        ),
        [("unproven: nothing-described", {})],
    ),
    (
        "operator unknown, no parent",
        {"not-exposed-to": {"country": "US", "data": "xray"}},
        (("hosts.app.operator", "unknown"), ("hosts.store.keeps", "none"), ("flows.deposit", GONE)),
        [("unproven: operator-unsaid", {"at": ("app",), "missing": ("hosts.app.operator",)})],
    ),
    (
        "reads elsewhere, runs machine",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit", GONE), ("hosts.store.keeps", "none"), ("hosts.app.runs_on", "rack"), RACK),
        [
            (
                "unproven: runs-the-machine",
                {
                    "who": "barn",
                    "at": ("app",),
                    "proof": (
                        "flows.upload",
                        "flows.upload.content",
                        "hosts.app.runs_on",
                        "hosts.rack.operator",
                    ),
                    "missing": ("hosts.app.isolation",),
                },
            )
        ],
    ),
    (
        "runs machine, no isolation",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
            ("hosts.app.isolation", "none"),
            ("hosts.app.runs_on", "rack"),
            RACK,
        ),
        [
            (
                "contradicted: not-shut-off",
                {
                    "who": "barn",
                    "at": ("app",),
                    "proof": (
                        "flows.upload",
                        "flows.upload.content",
                        "hosts.app.runs_on",
                        "hosts.rack.operator",
                        "hosts.app.isolation",
                    ),
                },
            )
        ],
    ),
    (
        "runs machine and reads",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit.content", "none"), ("hosts.app.runs_on", "rack"), RACK),
        [
            (
                "contradicted: reads",
                {
                    "who": "barn",
                    "at": ("store",),
                    "proof": (
                        "flows.upload",
                        "flows.upload.content",
                        "flows.deposit",
                        "flows.deposit.content",
                        "hosts.store.operator",
                    ),
                },
            )
        ],
    ),
    (
        "own notice",
        {"cannot-read": {"who": "dentist", "data": "xray"}},
        (notice(data="xray"),),
        [("inconsistent: own-notice", {"who": "dentist", "proof": ("notices.site.data",)})],
    ),
    (
        "own notice of later",
        {"cannot-read": {"who": "dentist", "data": "xray"}},
        (notice(data="xray", since="2026-01-01"),),
        [("unproven: no-reading-described", {"who": "dentist"})],
    ),
    (
        "notice of another",
        {"cannot-read": {"who": "soft", "data": "xray"}},
        (notice(data="xray"), ("flows.upload.content", "end-to-end")),
        [
            (
                "contradicted: holds-the-key",
                {
                    "who": "soft",
                    "at": ("app",),
                    "proof": (
                        "flows.upload",
                        "flows.upload.content",
                        "hosts.app.operator",
                        "flows.upload.keys",
                    ),
                },
            )
        ],
    ),
    (
        "kept by two",
        {"cannot-read": {"who": "barn", "data": "xray"}},
        (("flows.deposit", GONE), ("hosts.store.at_rest", "unknown")),
        [
            (
                "unproven: at-rest-unsaid",
                {"who": "barn", "at": ("store",), "missing": ("hosts.store.at_rest",)},
            )
        ],
    ),
    (
        "end-to-end, observed relay",
        {"cannot-read": {"who": "soft", "data": "xray"}},
        (
            ("known", "observed"),
            ("flows.upload.content", "end-to-end"),
            ("flows.upload.to", "practice"),
            ("flows.upload.through", "app"),
            PRACTICE,
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
            ("flows.upload.content", "none"),
        ),
        [
            (
                "contradicted: reads",
                {
                    "who": "soft",
                    "at": ("app",),
                    "proof": ("flows.upload", "flows.upload.content", "hosts.app.operator"),
                },
            )
        ],
    ),
    (
        "e2e other end",
        {"end-to-end": {"data": "xray"}},
        (
            ("flows.upload.content", "end-to-end"),
            ("flows.upload.to", "practice"),
            ("flows.upload.through", "app"),
            PRACTICE,
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
            sending("aside", "practice", "store", title="a", content="end-to-end", keys="soft"),
        ),
        [("supported: sealed", {"proof": ("flows.aside.content", "flows.upload.content")})],
    ),
    (
        "only by kind",
        {"only-recipients": {"who": ["hosting", "health-software"], "data": "xray"}},
        (),
        [
            (
                "supported: nobody-else-described",
                {
                    "proof": (
                        "flows.upload",
                        "flows.upload.to",
                        "hosts.app.operator",
                        "organisations.soft.is",
                        "hosts.store.operator",
                        "hosts.store.keeps",
                        "organisations.barn.is",
                        "activities.care.processors",
                        "activities.care.recipients",
                    )
                },
            )
        ],
    ),
    (
        "only by kind, one unsaid",
        {"only-recipients": {"who": ["hosting", "health-software"], "data": "xray"}},
        (("organisations.soft.is", "unknown"),),
        [
            (
                "unproven: kind-unsaid",
                {"who": "soft", "at": ("app",), "flows": ("upload",), "missing": ("organisations.soft.is",)},
            )
        ],
    ),
    (
        "only by kind, keys and kind unsaid",
        {"only-recipients": {"who": ["health-software"], "data": "xray"}},
        (("organisations.barn.is", "unknown"), ("flows.deposit.keys", "unknown")),
        [
            (
                "unproven: may-receive",
                {
                    "who": "barn",
                    "at": ("store",),
                    "flows": ("deposit",),
                    "missing": ("flows.deposit.keys", "organisations.barn.is"),
                },
            )
        ],
    ),
    (
        "only, by soft itself",
        {"only-recipients": {"who": ["barn"], "data": "xray"}},
        (),
        [
            (
                "contradicted: also-receives",
                {
                    "who": "soft",
                    "at": ("app",),
                    "flows": ("upload",),
                    "proof": ("flows.upload", "flows.upload.to", "hosts.app.operator"),
                },
            )
        ],
    ),
    (
        "only, end unknown",
        {"only-recipients": {"who": ["soft", "barn"], "data": "xray"}},
        (("flows.upload.to", "unknown"),),
        [
            (
                "unproven: somebody-unnamed",
                {"who": "unknown", "flows": ("upload",), "missing": ("flows.upload.to",)},
            )
        ],
    ),
    (
        "only, end and another unknown",
        {"only-recipients": {"who": ["soft", "barn"], "data": "xray"}},
        (("flows.upload.to", ["app", "unknown"]),),
        [
            (
                "unproven: somebody-unnamed",
                {"who": "unknown", "flows": ("upload",), "missing": ("flows.upload.to",)},
            )
        ],
    ),
    (
        "only, relay of unsaid content",
        {"only-recipients": {"who": ["dentist", "barn"], "data": "xray"}},
        (
            ("flows.upload.content", "end-to-end"),
            ("flows.upload.to", "practice"),
            ("flows.upload.through", "app"),
            PRACTICE,
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
            ("flows.upload.content", "unknown"),
        ),
        [
            ("inconsistent: named-in-record", {"who": "soft", "proof": ("activities.care.processors",)}),
            (
                "unproven: may-receive",
                {"who": "soft", "at": ("app",), "flows": ("upload",), "missing": ("flows.upload.content",)},
            ),
        ],
    ),
    (
        "only, relay e2e",
        {"only-recipients": {"who": ["dentist", "barn"], "data": "xray"}},
        (
            ("flows.upload.content", "end-to-end"),
            ("flows.upload.to", "practice"),
            ("flows.upload.through", "app"),
            PRACTICE,
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
        ),
        [("inconsistent: named-in-record", {"who": "soft", "proof": ("activities.care.processors",)})],
    ),
    (
        "only, machine below",
        {"only-recipients": {"who": ["soft"], "data": "xray"}},
        (
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
            ("activities.care.processors", "soft"),
            ("hosts.app.runs_on", "rack"),
            RACK,
        ),
        [
            (
                "unproven: runs-the-machine",
                {"who": "barn", "at": ("rack",), "flows": ("upload",), "missing": ("hosts.app.isolation",)},
            )
        ],
    ),
    (
        "only, keeps in clear",
        {"only-recipients": {"who": ["soft"], "data": "xray"}},
        (("hosts.store.at_rest", "plain"), ("flows.deposit", GONE), ("activities.care.processors", "soft")),
        [
            (
                "contradicted: also-keeps",
                {"who": "barn", "at": ("store",), "proof": ("hosts.store.operator", "hosts.store.keeps")},
            )
        ],
    ),
    (
        "only, keeps encrypted without key",
        {"only-recipients": {"who": ["soft"], "data": "xray"}},
        (("flows.deposit", GONE), ("activities.care.processors", "soft")),
        [("unproven: may-receive", {"who": "barn", "at": ("store",), "missing": ("hosts.store.keys",)})],
    ),
    (
        "only, keeps encrypted with key",
        {"only-recipients": {"who": ["soft"], "data": "xray"}},
        (("hosts.store.keys", ["barn"]), ("flows.deposit", GONE), ("activities.care.processors", "soft")),
        [
            (
                "contradicted: also-keeps",
                {"who": "barn", "at": ("store",), "proof": ("hosts.store.operator", "hosts.store.keeps")},
            )
        ],
    ),
    (
        "only, notice gives other",
        {"only-recipients": {"who": ["soft", "barn"], "data": "xray"}},
        (MINER, notice(recipients=["miner"])),
        [("inconsistent: named-in-notice", {"who": "miner", "proof": ("notices.site.recipients",)})],
    ),
    (
        "only, notice gives other data",
        {"only-recipients": {"who": ["soft", "barn"], "data": "xray"}},
        (MINER, notice(recipients=["miner"], gives={"miner": "contact"})),
        [
            (
                "supported: nobody-else-described",
                {
                    "proof": (
                        "flows.upload",
                        "flows.upload.to",
                        "hosts.app.operator",
                        "hosts.store.operator",
                        "hosts.store.keeps",
                        "activities.care.processors",
                        "activities.care.recipients",
                    )
                },
            )
        ],
    ),
    (
        "only, notice names a kind",
        {"only-recipients": {"who": ["soft", "barn"], "data": "xray"}},
        (notice(recipients=["data-broker"]),),
        [
            (
                "inconsistent: named-in-notice",
                {"terms": ("data-broker",), "proof": ("notices.site.recipients",)},
            )
        ],
    ),
    (
        "only, record of another",
        {"only-recipients": {"who": ["soft"], "data": "xray"}},
        (("activities.care.controller", "soft"), ("hosts.store.keeps", "none"), ("flows.deposit", GONE)),
        [
            (
                "unproven: named-by-another",
                {
                    "who": "barn",
                    "proof": ("activities.care.processors",),
                    "missing": ("activities.care.processors",),
                },
            )
        ],
    ),
    (
        "never to a kind unsaid",
        {"never-to": {"who": "data-broker", "data": "xray"}},
        (("organisations.barn.is", "unknown"),),
        [
            (
                "unproven: kind-unsaid",
                {"who": "barn", "at": ("store",), "missing": ("organisations.barn.is", "hosts.store.keys")},
            )
        ],
    ),
    (
        "never, lists open",
        {"never-to": {"who": "data-broker", "data": "xray"}},
        (("activities.care.recipients", "unknown"),),
        [("unproven: others-unsaid", {"missing": ("activities.care.recipients",)})],
    ),
    (
        "never, all closed",
        {"never-to": {"who": "data-broker", "data": "xray"}},
        (),
        [
            (
                "supported: none-such-described",
                {
                    "proof": (
                        "flows.upload",
                        "flows.upload.to",
                        "hosts.app.operator",
                        "organisations.soft.is",
                        "hosts.store.operator",
                        "hosts.store.keeps",
                        "organisations.barn.is",
                        "activities.care.processors",
                        "activities.care.recipients",
                    )
                },
            )
        ],
    ),
    (
        "never, resting",
        {"never-to": {"who": "data-broker", "data": "xray"}},
        (("organisations.soft.is", {"value": "health-software", "known": "declared"}),),
        [
            (
                "unproven: rests-on-words",
                {
                    "flows": ("upload",),
                    "proof": ("organisations.soft.is",),
                    "missing": ("organisations.soft.is",),
                },
            )
        ],
    ),
    (
        "never, machine",
        {"never-to": {"who": "barn", "data": "xray"}},
        (("flows.deposit", GONE), ("hosts.store.keeps", "none"), ("hosts.app.runs_on", "rack"), RACK),
        [
            ("inconsistent: named-in-record", {"who": "barn", "proof": ("activities.care.processors",)}),
            (
                "unproven: runs-the-machine",
                {"who": "barn", "at": ("rack",), "flows": ("upload",), "missing": ("hosts.app.isolation",)},
            ),
        ],
    ),
    (
        "hosted, resting",
        {"hosted-in": {"only": "DE", "data": "xray"}},
        (("hosts.store.location", {"value": "DE", "known": "declared"}),),
        [
            (
                "unproven: rests-on-words",
                {"at": ("store",), "proof": ("hosts.store.location",), "missing": ("hosts.store.location",)},
            )
        ],
    ),
    (
        "hosted on a machine",
        {"hosted-in": {"only": "DE", "data": "xray"}},
        (("hosts.store.location", GONE), ("hosts.store.runs_on", "rack"), RACK),
        [
            (
                "supported: kept-inside",
                {"proof": ("hosts.store.keeps", "hosts.store.runs_on", "hosts.rack.location")},
            )
        ],
    ),
    (
        "hosted, machine elsewhere",
        {"hosted-in": {"only": "DE", "data": "xray"}},
        (
            ("hosts.store.runs_on", "rack"),
            (
                "hosts.rack",
                {
                    "title": "rack",
                    "operator": "barn",
                    "runs_on": "none",
                    "kind": "data-centre",
                    "location": "US",
                },
            ),
        ),
        [
            (
                "unproven: machine-elsewhere",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("US",),
                    "missing": ("hosts.store.location", "hosts.rack.location"),
                },
            )
        ],
    ),
    (
        "hosted, two places one unknown",
        {"hosted-in": {"only": "DE", "data": "xray"}},
        (("hosts.store.location", ["DE", "unknown"]),),
        [("unproven: place-unsaid", {"who": "barn", "at": ("store",), "missing": ("hosts.store.location",)})],
    ),
    (
        "hosted, keeping unsaid inside",
        {"hosted-in": {"only": "EU", "data": "xray"}},
        (("hosts.app.keeps", GONE),),
        [("supported: kept-inside", {"proof": ("hosts.store.keeps", "hosts.store.location")})],
    ),
    (
        "hosted, keeping unsaid outside",
        {"hosted-in": {"only": "EU", "data": "xray"}},
        (("hosts.app.keeps", GONE), ("hosts.app.location", "US")),
        [("unproven: keeping-unsaid", {"who": "soft", "at": ("app",), "missing": ("hosts.app.keeps",)})],
    ),
    (
        "hosted adequate dpf",
        {"hosted-in": {"only": "adequate", "data": "xray"}},
        (("hosts.store.location", "US"), ("organisations.barn.dpf", "true")),
        [("supported: kept-inside", {"proof": ("hosts.store.keeps", "hosts.store.location")})],
    ),
    (
        "hosted adequate no dpf",
        {"hosted-in": {"only": "adequate", "data": "xray"}},
        (("hosts.store.location", "US"), ("organisations.barn.dpf", "false")),
        [
            (
                "contradicted: kept-elsewhere",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("US",),
                    "proof": ("hosts.store.keeps", "hosts.store.location"),
                },
            )
        ],
    ),
    (
        "hosted adequate ca in scope",
        {"hosted-in": {"only": "adequate", "data": "xray"}},
        (("hosts.store.location", "CA"), ("organisations.barn.in_scope", "true")),
        [("supported: kept-inside", {"proof": ("hosts.store.keeps", "hosts.store.location")})],
    ),
    (
        "hosted adequate ca unsaid",
        {"hosted-in": {"only": "adequate", "data": "xray"}},
        (("hosts.store.location", "CA"),),
        [
            (
                "unproven: adequacy-unsaid",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("CA",),
                    "missing": ("organisations.barn.in_scope",),
                },
            )
        ],
    ),
    (
        "processed, run from",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (
            (
                "organisations.desk",
                {"name": "D", "country": "FR", "run_from": "IN", "parent": "none", "access_from": "none"},
            ),
            REMOTE_HELP,
        ),
        [
            (
                "contradicted: reached-from",
                {
                    "who": "desk",
                    "flows": ("help",),
                    "countries": ("IN",),
                    "proof": ("flows.help", "flows.help.to", "organisations.desk.run_from"),
                },
            )
        ],
    ),
    (
        "processed, founded inside",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (
            ("organisations.desk", {"name": "D", "country": "FR", "parent": "none", "access_from": "none"}),
            REMOTE_HELP,
        ),
        [
            (
                "unproven: acting-unsaid",
                {"who": "desk", "flows": ("help",), "missing": ("organisations.desk.run_from",)},
            )
        ],
    ),
    (
        "processed, run from inside",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (
            (
                "organisations.desk",
                {"name": "D", "country": "IN", "run_from": "FR", "parent": "none", "access_from": "none"},
            ),
            REMOTE_HELP,
        ),
        [
            (
                "supported: processed-inside",
                {
                    "proof": (
                        "organisations.desk.run_from",
                        "hosts.store.location",
                        "hosts.app.location",
                        "organisations.barn.access_from",
                        "organisations.soft.access_from",
                    )
                },
            )
        ],
    ),
    (
        "processed, reached from",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (("organisations.barn.access_from", ["IN"]),),
        [
            (
                "contradicted: can-be-reached-from",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("IN",),
                    "proof": ("organisations.barn.access_from",),
                },
            )
        ],
    ),
    (
        "processed, access unknown",
        {"processed-in": {"only": "EU", "data": "xray"}},
        (("organisations.barn.access_from", "unknown"),),
        [
            (
                "unproven: access-unsaid",
                {"who": "barn", "at": ("store",), "missing": ("organisations.barn.access_from",)},
            )
        ],
    ),
    (
        "controlled inside",
        {"controlled-from": {"who": "barn", "only": "EU"}},
        (),
        [
            (
                "supported: controlled-inside",
                {"who": "barn", "proof": ("organisations.barn.country", "organisations.barn.parent")},
            )
        ],
    ),
    (
        "controlled by US",
        {"controlled-from": {"who": "barn", "only": "EU"}},
        (
            BIG,
            ("organisations.barn.parent", "big"),
            ("organisations.barn.is", "cloud"),
            ("hosts.store.at_rest", "plain"),
        ),
        [
            (
                "contradicted: controlled-by",
                {
                    "who": "big",
                    "countries": ("US",),
                    "proof": ("organisations.barn.parent", "organisations.big.country"),
                },
            )
        ],
    ),
    (
        "controlled, seat elsewhere",
        {"controlled-from": {"who": "barn", "only": "FR"}},
        (),
        [
            (
                "contradicted: seat-elsewhere",
                {"who": "barn", "countries": ("DE",), "proof": ("organisations.barn.country",)},
            )
        ],
    ),
    (
        "controlled, seat unknown",
        {"controlled-from": {"who": "barn", "only": "EU"}},
        (("organisations.barn.country", "unknown"),),
        [("unproven: owners-unsaid", {"who": "barn", "missing": ("organisations.barn.country",)})],
    ),
    (
        "controlled, parent unknown",
        {"controlled-from": {"who": "barn", "only": "EU"}},
        (("organisations.barn.parent", "unknown"),),
        [("unproven: owners-unsaid", {"who": "barn", "missing": ("organisations.barn.parent",)})],
    ),
    (
        "supplier, its own places",
        {"hosted-in": {"only": "NL", "data": "xray"}},
        (
            (
                "hosts.extra",
                {"title": "x", "operator": "dentist", "runs_on": "none", "location": "BE", "keeps": "xray"},
            ),
        ),
        [
            (
                "contradicted: kept-elsewhere",
                {
                    "who": "dentist",
                    "at": ("extra",),
                    "countries": ("BE",),
                    "proof": ("hosts.extra.keeps", "hosts.extra.location"),
                },
            ),
            (
                "contradicted: kept-elsewhere",
                {
                    "who": "barn",
                    "at": ("store",),
                    "countries": ("DE",),
                    "proof": ("hosts.store.keeps", "hosts.store.location"),
                },
            ),
        ],
    ),
    (
        "page about health",
        {"no-transfer": {"data": "health"}},
        (
            ("hosts.app.about", "health"),
            sending("pixel", "patient", "barn", data="device", embedded_in="app"),
        ),
        [
            ("unproven: page-unsaid", {"flows": ("pixel",), "missing": ("flows.pixel.referrer",)}),
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            ),
        ],
    ),
    (
        "page address told",
        {"no-transfer": {"data": "health"}},
        (
            ("hosts.app.about", "health"),
            sending(
                "pixel", "patient", "barn", title="pixel", data=["device", "page-address"], embedded_in="app"
            ),
        ),
        [
            ("unproven: page-tells", {"flows": ("pixel",), "missing": ("flows.pixel.data",)}),
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            ),
        ],
    ),
    (
        "broad data kept",
        {"hosted-in": {"only": "DE", "data": "xray"}},
        (("hosts.store.keeps", ["xray", "health"]),),
        [("supported: kept-inside", {"proof": ("hosts.store.keeps", "hosts.store.location")})],
    ),
    (
        "broad data sent",
        {"no-transfer": {"data": "xray"}},
        (
            ("activities.care.data", ["xray", "health"]),
            sending("wide", "app", "store", data="health"),
        ),
        [
            ("unproven: flow-unsure", {"flows": ("wide",), "missing": ("flows.wide.data",)}),
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                        "flows.wide",
                    )
                },
            ),
        ],
    ),
    (
        "masked and of a kind, about nobody",
        {"anonymous": {"data": "visits"}},
        (("data.visits.pseudonymised", "true"), ("data.visits.is", "health")),
        [("contradicted: only-pseudonymised", {"proof": ("data.visits.pseudonymised",)})],
    ),
    (
        "masked, about nobody, personal only",
        {"anonymous": {"data": "visits"}},
        (("data.visits.pseudonymised", "true"),),
        [("unproven: people-unsaid", {"missing": ("data.visits.re_identifiable",)})],
    ),
    (
        "perhaps controlled from the US",
        {"not-exposed-to": {"country": "US", "data": "xray"}},
        (
            BIG,
            ("ownership", [{"owner": "big", "of": "barn", "votes": "unknown"}]),
            ("organisations.barn.is", "cloud"),
            ("hosts.store.at_rest", "plain"),
        ),
        [
            (
                "unproven: reach-unsaid",
                {"who": "barn", "at": ("store",), "countries": ("US",), "missing": ("ownership.big>barn",)},
            )
        ],
    ),
    (
        "reads at two places",
        {"cannot-read": {"who": "soft", "data": "xray"}},
        (
            ("hosts.backup", {"title": "b", "operator": "soft", "runs_on": "none", "keeps": "none"}),
            sending("second", "patient", "backup", title="s"),
        ),
        [
            (
                "contradicted: reads",
                {
                    "who": "soft",
                    "at": ("app",),
                    "proof": ("flows.upload", "flows.upload.content", "hosts.app.operator"),
                },
            )
        ],
    ),
    (
        "a claim on two kinds, one read",
        {"cannot-read": {"who": "soft", "data": ["xray", "contact"]}},
        (),
        [
            (
                "contradicted: reads",
                {
                    "who": "soft",
                    "at": ("app",),
                    "data": ("xray",),
                    "proof": ("flows.upload", "flows.upload.content", "hosts.app.operator"),
                },
            )
        ],
    ),
    (
        "certificate of a place of nobody known",
        {"certified": {"who": "barn", "is": "hds"}},
        (
            ("hosts.store.operator", "unknown"),
            ("hosts.store.certified", [{"is": "hds", "since": "2024-01-01"}]),
            ("organisations.barn.certified", "none"),
            ("organisations.soft.certified", "none"),
            ("organisations.dentist.certified", "none"),
            ("hosts.app.certified", "none"),
        ),
        [("unproven: certificate-unsaid", {"who": "barn", "missing": ("hosts.store.operator",)})],
    ),
    (
        "certificate of a host of another",
        {"certified": {"who": "barn", "is": "hds"}},
        (
            ("hosts.app.certified", [{"is": "hds", "since": "2024-01-01"}]),
            ("organisations.barn.certified", "none"),
            ("organisations.soft.certified", "none"),
            ("organisations.dentist.certified", "none"),
            ("hosts.store.certified", "none"),
        ),
        [
            (
                "contradicted: certificate-of-another",
                {"who": "soft", "proof": ("organisations.barn.certified", "hosts.app.certified.hds")},
            )
        ],
    ),
    (
        "certificate list not known",
        {"certified": {"who": "barn", "is": "hds"}},
        (("organisations.barn.certified", "unknown"), ("hosts.store.certified", "none")),
        [("unproven: certificate-unsaid", {"who": "barn", "missing": ("organisations.barn.certified",)})],
    ),
    (
        "certificate begun later",
        {"certified": {"who": "barn", "is": "hds"}},
        (
            ("organisations.barn.certified", [{"is": "hds", "since": "2026-01-01"}]),
            ("hosts.store.certified", "none"),
        ),
        [
            (
                "contradicted: certificate-other-time",
                {
                    "who": "barn",
                    "proof": ("organisations.barn.certified", "organisations.barn.certified.hds"),
                },
            )
        ],
    ),
    (
        "certificate of one kind for a service",
        {"certified": {"who": "barn", "is": "secnumcloud", "host": "store"}},
        (
            ("organisations.barn.certified", [{"is": "secnumcloud", "since": "2024-01-01"}]),
            ("hosts.store.certified", "none"),
        ),
        [
            (
                "unproven: certificate-unsaid",
                {"who": "barn", "missing": ("organisations.barn.certified.secnumcloud.scope",)},
            )
        ],
    ),
    (
        "certificate of a scope",
        {"certified": {"who": "barn", "is": "hds", "scope": ["5"]}},
        (
            ("organisations.barn.certified", [{"is": "hds", "since": "2024-01-01", "scope": ["1", "2"]}]),
            ("hosts.store.certified", "none"),
        ),
        [
            (
                "contradicted: certificate-other-scope",
                {
                    "who": "barn",
                    "proof": ("organisations.barn.certified", "organisations.barn.certified.hds"),
                },
            )
        ],
    ),
    (
        "end to end, one end runs by another",
        {"end-to-end": {"data": "xray"}},
        (
            ("flows.upload.content", "end-to-end"),
            ("flows.upload.to", "practice"),
            ("flows.upload.through", "app"),
            (
                "hosts.practice",
                {"title": "the practice", "operator": "soft", "runs_on": "none", "keeps": "none"},
            ),
            ("flows.deposit", GONE),
            ("hosts.store.keeps", "none"),
            ("hosts.practice.operator", "soft"),
        ),
        [("supported: sealed", {"proof": ("flows.upload.content",)})],
    ),
    (
        "adequate in part, party not told",
        {"processed-in": {"only": "adequate", "data": "xray"}},
        (("hosts.store.operator", "unknown"), ("hosts.store.location", "US")),
        [
            (
                "unproven: adequacy-unsaid",
                {
                    "who": "unknown",
                    "at": ("store",),
                    "countries": ("US",),
                    "missing": ("hosts.store.operator",),
                },
            )
        ],
    ),
    (
        "no transfer, adequate",
        {"no-transfer": {"data": "xray", "outside": "adequate"}},
        (("organisations.desk", {"name": "D", "country": "CH", "parent": "none"}), REMOTE_HELP),
        [
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.help",
                        "organisations.desk.country",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            )
        ],
    ),
    (
        "no transfer outside the EU, to CH",
        {"no-transfer": {"data": "xray", "outside": "EU"}},
        (("organisations.desk", {"name": "D", "country": "CH", "parent": "none"}), REMOTE_HELP),
        [
            (
                "contradicted: transferred",
                {
                    "who": "desk",
                    "flows": ("help",),
                    "countries": ("CH",),
                    "proof": (
                        "flows.help",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "organisations.desk.country",
                    ),
                },
            )
        ],
    ),
    (
        "no transfer, record says so",
        {"no-transfer": {"data": "xray"}},
        (("activities.care.transfers", ["IN"]),),
        [
            (
                "inconsistent: record-of-transfer",
                {"who": "dentist", "countries": ("IN",), "proof": ("activities.care.transfers",)},
            )
        ],
    ),
    (
        "no transfer, record of Norway",
        {"no-transfer": {"data": "xray"}},
        (("activities.care.transfers", ["NO"]),),
        [
            (
                "supported: no-transfer-described",
                {
                    "proof": (
                        "flows.deposit",
                        "hosts.store.operator",
                        "organisations.barn.country",
                        "hosts.store.location",
                        "flows.upload",
                        "hosts.app.operator",
                        "organisations.soft.country",
                        "hosts.app.location",
                    )
                },
            )
        ],
    ),
    (
        "controlled by two",
        {"controlled-from": {"who": "barn", "outside": "US"}},
        (
            BIG,
            ("ownership", [{"owner": "big", "of": "barn", "votes": "60"}]),
            ("organisations.barn.parent", GONE),
        ),
        [
            (
                "contradicted: controlled-by",
                {
                    "who": "big",
                    "countries": ("US",),
                    "proof": ("ownership.big>barn", "organisations.big.country"),
                },
            )
        ],
    ),
    (
        "in transit, keys unsaid",
        {"encrypted-in-transit": {"data": "xray"}},
        (("flows.deposit.transport", "unknown"),),
        [("supported: encrypted-in-transit", {"proof": ("flows.deposit.content", "flows.upload.transport")})],
    ),
    (
        "in transit, local then clear",
        {"encrypted-in-transit": {"data": "xray"}},
        (
            ("flows.deposit.network", "same-machine"),
            ("flows.deposit.transport", "none"),
            ("flows.deposit.content", "none"),
            ("flows.upload.transport", "none"),
        ),
        [
            (
                "contradicted: in-clear",
                {
                    "flows": ("upload",),
                    "proof": ("flows.upload", "flows.upload.transport", "flows.upload.content"),
                },
            )
        ],
    ),
]


@pytest.mark.parametrize(
    ("says", "changes", "parts"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_part_of_a_claim_tells_its_reason_its_proof_and_what_is_missing(
    says: Tree, changes: tuple[Change, ...], parts: list[Told]
) -> None:
    assert [told(part, says) for part in parts_of(says, changes)] == parts

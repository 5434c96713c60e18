"""What leaves a claim open, each reason by itself: a flow of which nobody says what it carries, a way nobody describes, a place unsaid."""

from __future__ import annotations

from typing import Final

import pytest

from tests.claims.test_kinds import Change
from tests.claims.test_reasons import DESK_IN_INDIA, Told, parts_of, sending, told
from tests.conftest import Tree

IN_TRANSIT: Final[Tree] = {"encrypted-in-transit": {"data": "xray"}}
AT_REST: Final[Tree] = {"encrypted-at-rest": {"data": "xray"}}
IN_THE_UNION: Final[Tree] = {"processed-in": {"only": "EU", "data": "xray"}}
UNSAID_DEPOSIT: Final[Told] = (
    "unproven: flow-unsure",
    {"flows": ("deposit",), "missing": ("flows.deposit.data",)},
)

TABLE: Final[list[tuple[str, Tree, tuple[Change, ...], list[Told]]]] = [
    ("carries what nobody says", IN_TRANSIT, (("flows.deposit.data", ["unknown"]),), [UNSAID_DEPOSIT]),
    (
        "by post, where the letter may be sealed",
        IN_TRANSIT,
        (("flows.upload.transport", "post"),),
        [("unproven: way-by-post", {"flows": ("upload",), "missing": ("flows.upload.content",)})],
    ),
    ("no flow described", IN_TRANSIT, (("flows", {}),), [("unproven: way-undescribed", {})]),
    (
        "readable at rest, if kept",
        AT_REST,
        (
            ("hosts.store.keeps", "unknown"),
            ("hosts.store.at_rest", "none"),
            ("flows.deposit.content", "none"),
        ),
        [("unproven: keeping-unsaid", {"who": "barn", "at": ("store",), "missing": ("hosts.store.keeps",)})],
    ),
    ("kept inside, brought perhaps", IN_THE_UNION, (("flows.deposit.data", ["unknown"]),), [UNSAID_DEPOSIT]),
    (
        "brought outside perhaps",
        IN_THE_UNION,
        (DESK_IN_INDIA, sending("help", "store", "desk", data=["unknown"])),
        [("unproven: flow-unsure", {"flows": ("help",), "missing": ("flows.help.data",)})],
    ),
    (
        "of a kind by its name, about the people of its activity",
        {"anonymous": {"data": "contact"}},
        (("activities.care.data", ["xray", "contact"]),),
        [
            (
                "contradicted: about-people",
                {"proof": ("activities.care.data", "activities.care.people")},
            )
        ],
    ),
    (
        "of a kind by its name, kept of nobody known",
        {"anonymous": {"data": "contact"}},
        (("hosts.store.keeps", ["xray", "contact"]),),
        [("unproven: people-unsaid", {})],
    ),
    (
        "personal and no more",
        {"anonymous": {"data": "personal"}},
        (
            ("activities.care.data", ["personal"]),
            ("data", {}),
            ("flows", {}),
            ("hosts.store.keeps", "none"),
        ),
        [("unproven: people-unsaid", {})],
    ),
    (
        "in clear on the way and inside",
        {"end-to-end": {"data": "xray"}},
        (("flows.upload.transport", "none"),),
        [
            (
                "contradicted: reads",
                {
                    "who": "soft",
                    "at": ("app",),
                    "proof": ("flows.upload", "flows.upload.content", "hosts.app.operator"),
                },
            ),
            (
                "contradicted: in-clear",
                {
                    "flows": ("upload",),
                    "proof": ("flows.upload", "flows.upload.transport", "flows.upload.content"),
                },
            ),
        ],
    ),
    (
        "kept by somebody unnamed, who may be one of those",
        {"never-to": {"who": "data-broker", "data": "xray"}},
        (("hosts.store.operator", "unknown"),),
        [
            (
                "unproven: somebody-unnamed",
                {
                    "who": "unknown",
                    "at": ("store",),
                    "flows": ("deposit",),
                    "missing": ("hosts.store.operator", "flows.deposit.keys"),
                },
            )
        ],
    ),
    (
        "reached from a State that has no power over who keeps it",
        {"not-exposed-to": {"country": "US", "data": "xray"}},
        (("organisations.barn.access_from", ["US"]),),
        [("unproven: reach-unsaid", {"who": "barn", "at": ("store",), "countries": ("US",)})],
    ),
    (
        "adequate if in scope",
        {"not-exposed-to": {"outside": "adequate", "data": "xray"}},
        (("organisations.soft.country", "CA"),),
        [
            (
                "unproven: adequacy-unsaid",
                {"who": "soft", "countries": ("CA",), "missing": ("organisations.soft.in_scope",)},
            )
        ],
    ),
]


@pytest.mark.parametrize(
    ("says", "changes", "parts"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_nobody_says_leaves_a_claim_open_and_tells_what_is_missing(
    says: Tree, changes: tuple[Change, ...], parts: list[Told]
) -> None:
    assert [told(part, says) for part in parts_of(says, changes)] == parts

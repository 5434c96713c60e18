"""What rules may ask of organisation, of claim: the words of each field, and that a small case says no others."""

from __future__ import annotations

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, Fields, hold_to_their_words, words
from tests.rules.test_small_fields import Tree, changed

ORGANISATION: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "holds": "category",
    "controllers_shown": YES_NO,
    "largest_outside_eu": "number",
    "all_outside_eu": "number",
    "veto_outside_eu": YES_NO,
    "seat_in_eu": YES_NO,
    "outside_hands_on": YES_NO,
    "secnumcloud_claimed": YES_NO,
    "sren_customer": YES_NO,
    "jurisdiction_published": YES_NO,
    "is": "term",
    "serves": "any",
    "country": "any",
    "as_of": "date",
}

CLAIM: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "says": "any",
    "verdict": words("contradicted inconsistent unproven supported not-checkable"),
    "data": "category",
    "reached_from": "any",
    "imposed": YES_NO,
    "admitted": YES_NO,
    "by": "any",
    "as_of": "date",
}

#: Each kind of subject with its fields, a case in which there is one, and which.
KINDS: list[tuple[str, Fields, Tree, list[str]]] = [
    ("organisation", ORGANISATION, changed(), ["cloud"]),
    (
        "claim",
        CLAIM,
        changed(
            claims={
                "c": {
                    "by": "shop",
                    "quote": "as said",
                    "says": {"never-to": {"who": "ads", "data": "contact"}},
                }
            }
        ),
        ["c"],
    ),
]


@pytest.mark.parametrize(("kind", "fields", "case", "ids"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_a_field_takes_the_words_that_it_can_hold_and_holds_no_other(
    knowledge: Knowledge, kind: str, fields: Fields, case: Tree, ids: list[str]
) -> None:
    hold_to_their_words(knowledge, kind, fields, case, ids)

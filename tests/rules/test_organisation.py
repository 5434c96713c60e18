"""What rules may ask of organisation, of claim: the words of each field, and that a small case says no others."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, declared, read, strays, words
from tests.rules.test_small_fields import Tree, changed

Fields = Mapping[str, str | tuple[str, ...]]

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
    taken = declared(kind, fields)
    assert [name for name, holds in taken.items() if not holds] == []
    found = read(case, knowledge, kind)
    assert sorted(found) == ids
    assert strays(found, fields) == []
    assert {name for values in found.values() for name in values} == {*fields}

"""What rules may ask of recipient, of joint: the words of each field, and that a small case says no others."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, declared, read, strays, words
from tests.rules.test_small_fields import Tree, changed

Fields = Mapping[str, str | tuple[str, ...]]

RECIPIENT: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "declared": YES_NO,
    "told": YES_NO,
    "data": "category",
    "is": "term",
    "inquiry": YES_NO,
    "group_abroad": YES_NO,
    "kept_in_eea": YES_NO,
    "role": words("processor third-party"),
    "who": "any",
    "modelled": YES_NO,
    "mapped": YES_NO,
    "observed": words("undeclared declared-observed declared-not-observed attempted unattributed none"),
    "gets_more": "category",
    "needs_more": "category",
    "as_of": "date",
}

JOINT: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "jointly": YES_NO,
    "arrangement": YES_NO,
    "essence": YES_NO,
    "duties_by_law": YES_NO,
    "scope": words("activity collection"),
    "loads": words("at-once click consent never"),
    "data": "category",
    "affiliate": "any",
    "group_abroad": YES_NO,
    "kept_in_eea": YES_NO,
    "first": "any",
    "parties": "any",
    "activity": "any",
    "second": "any",
    "as_of": "date",
}

#: Each kind of subject with its fields, a case in which there is one, and which.
KINDS: list[tuple[str, Fields, Tree, list[str]]] = [
    ("recipient", RECIPIENT, changed(), ["cloud:sales"]),
    ("joint", JOINT, changed(activities={"sales": {"controller": ["shop", "far"]}}), ["far+shop:sales"]),
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

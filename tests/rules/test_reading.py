"""What rules may ask of reading, of exposure: the words of each field, and that a small case says no others."""

from __future__ import annotations

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, Fields, hold_to_their_words, words
from tests.rules.test_small_fields import Tree, changed

READING: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "data": "category",
    "passing": "category",
    "role": words("controller processor third-party"),
    "declared": YES_NO,
    "denied": YES_NO,
    "needs_clear": YES_NO,
    "how": words("end use machine key"),
    "who": "any",
    "at": "any",
    "as_of": "date",
}

EXPOSURE: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "country": "any",
    "by": words("none dependency presence control direct unnamed"),
    "compels": YES_NO,
    "level": "number",
    "data": "category",
    "scale": words("large small"),
    "custody": words("operator machine vendor customer transit"),
    "host": "any",
    "custodian": "any",
    "as_of": "date",
}

#: Each kind of subject with its fields, a case in which there is one, and which.
KINDS: list[tuple[str, Fields, Tree, list[str]]] = [
    ("reading", READING, changed(), ["cloud@store:sales"]),
    ("exposure", EXPOSURE, changed(organisations={"cloud": {"country": "US"}}), ["store:cloud:US"]),
]


@pytest.mark.parametrize(("kind", "fields", "case", "ids"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_a_field_takes_the_words_that_it_can_hold_and_holds_no_other(
    knowledge: Knowledge, kind: str, fields: Fields, case: Tree, ids: list[str]
) -> None:
    hold_to_their_words(knowledge, kind, fields, case, ids)

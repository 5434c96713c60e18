"""What rules may ask of host, of dataset, of copy: the words of each field, and that a small case says no others."""

from __future__ import annotations

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, Fields, hold_to_their_words, words
from tests.rules.test_small_fields import Tree, changed

HOST: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "backup": YES_NO,
    "erased": YES_NO,
    "for_source": YES_NO,
    "short_task": YES_NO,
    "access_measures": YES_NO,
    "keeps": "category",
    "at_rest": words("none plain encrypted"),
    "kind": words("application data-centre mailbox desk device"),
    "scale": words("large small"),
    "keys_with_operator": YES_NO,
    "keeper_reached": YES_NO,
    "keeper_level": "number",
    "own_account": YES_NO,
    "level": "number",
    "care": YES_NO,
    "in_france": YES_NO,
    "hds": YES_NO,
    "hds_documented": YES_NO,
    "hds_version": words("1 2"),
    "secnumcloud": YES_NO,
    "transparency": words("published partial none qualified-sentence no-transfer-sentence"),
    "location_documented": YES_NO,
    "operator_is": "term",
    "bound_by_sgb": YES_NO,
    "c5_type_2": YES_NO,
    "c5_type_1": YES_NO,
    "operator_in_germany": YES_NO,
    "sren_sensitive": YES_NO,
    "location": "any",
    "as_of": "date",
}

DATASET: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "data": "category",
    "copies": "number",
    "same_level": YES_NO,
    "worst_level": "number",
    "as_of": "date",
}

COPY: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "keeps": "category",
    "limit": words("limited unlimited nothing"),
    "beyond": YES_NO,
    "erased": YES_NO,
    "out_of_reach": words("access rectification erasure return"),
    "role": words("controller processor third-party"),
    "as_of": "date",
}

#: Each kind of subject with its fields, a case in which there is one, and which.
KINDS: list[tuple[str, Fields, Tree, list[str]]] = [
    ("host", HOST, changed(), ["store"]),
    ("dataset", DATASET, changed(), ["store"]),
    ("copy", COPY, changed(), ["store"]),
]


@pytest.mark.parametrize(("kind", "fields", "case", "ids"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_a_field_takes_the_words_that_it_can_hold_and_holds_no_other(
    knowledge: Knowledge, kind: str, fields: Fields, case: Tree, ids: list[str]
) -> None:
    hold_to_their_words(knowledge, kind, fields, case, ids)

"""What rules may ask of transfer: the words of each field, and that a small case says no others."""

from __future__ import annotations

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, Fields, hold_to_their_words, words
from tests.rules.test_small_fields import Tree, changed

TRANSFER: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "carries": "category",
    "scale": words("large small"),
    "exporter": "any",
    "importer": "any",
    "country": "any",
    "decision": words("whole partial none void"),
    "listed": words("true false none"),
    "covered": words("true false none"),
    "listing_read": words("list own-statement others none"),
    "in_scope": YES_NO,
    "adequate": YES_NO,
    "tool": words("adequacy scc bcr code-of-conduct certification ad-hoc dpf-onward none"),
    "clauses": words("2001/497 2004/915 2010/87 2021/914 none"),
    "derogation": words("a b c d e f g none"),
    "readable": YES_NO,
    "problematic_law": YES_NO,
    "measures": words("effective insufficient none"),
    "assessment": words("done law-not-applied insufficient none"),
    "rests_on": words("framework tool other none"),
    "passed_on_by_contract": YES_NO,
    "exporting_as": words("controller processor third-party"),
    "denied": YES_NO,
    "regular": YES_NO,
    "care": YES_NO,
    "in_france": YES_NO,
    "access": words("push remote"),
    "declared": YES_NO,
    "onward": YES_NO,
    "placed": YES_NO,
    "as_of": "date",
}

#: Each kind of subject with its fields, a case in which there is one, and which.
KINDS: list[tuple[str, Fields, Tree, list[str]]] = [
    (
        "transfer",
        TRANSFER,
        changed(organisations={"cloud": {"country": "IN"}}, flows={"f": {"from": "shop"}}),
        ["f:cloud"],
    ),
]


@pytest.mark.parametrize(("kind", "fields", "case", "ids"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_a_field_takes_the_words_that_it_can_hold_and_holds_no_other(
    knowledge: Knowledge, kind: str, fields: Fields, case: Tree, ids: list[str]
) -> None:
    hold_to_their_words(knowledge, kind, fields, case, ids)

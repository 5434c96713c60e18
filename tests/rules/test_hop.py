"""What rules may ask of hop: the words of each field, and that a small case says no others."""

from __future__ import annotations

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, Fields, hold_to_their_words, words
from tests.rules.test_small_fields import Tree, changed

HOP: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "carries": "category",
    "transport": words(
        "none tls tls-1.0 tls-1.1 tls-1.2 tls-1.3 ssl self-signed opportunistic mtls vpn post unknown not-produced"
    ),
    "content": words("none encrypted end-to-end"),
    "network": words("public private same-machine"),
    "same_operator": YES_NO,
    "embedded": YES_NO,
    "trigger": words("load click submit schedule"),
    "to_role": words("controller processor third-party none"),
    "page_about": "category",
    "sender": "any",
    "paid": words("true false for-a-service"),
    "paid_documented": YES_NO,
    "between_organisations": YES_NO,
    "in_france": YES_NO,
    "page_operator": "any",
    "loads": words("at-once click consent never"),
    "consent_first": YES_NO,
    "consent_state": words("before-choice refused accepted none-offered"),
    "after_refusal": YES_NO,
    "refusal": words("free harder bars-service"),
    "reads_terminal": words("true false"),
    "exempt": words("strictly-necessary pure-transmission audience-measurement none"),
    "never_exempt": YES_NO,
    "step": words("booking search account browsing"),
    "identifier": YES_NO,
    "address": YES_NO,
    "from_device": YES_NO,
    "in_mail": YES_NO,
    "mail": YES_NO,
    "to_is": "term",
    "receiver": "any",
    "under_contract": YES_NO,
    "necessary": YES_NO,
    "arranger": "any",
    "arranger_country": "any",
    "own_purpose": YES_NO,
    "purpose_told": YES_NO,
    "compatible": words("true false"),
    "as_of": "date",
}

#: Each kind of subject with its fields, a case in which there is one, and which.
KINDS: list[tuple[str, Fields, Tree, list[str]]] = [
    ("hop", HOP, changed(), ["f"]),
]


@pytest.mark.parametrize(("kind", "fields", "case", "ids"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_a_field_takes_the_words_that_it_can_hold_and_holds_no_other(
    knowledge: Knowledge, kind: str, fields: Fields, case: Tree, ids: list[str]
) -> None:
    hold_to_their_words(knowledge, kind, fields, case, ids)

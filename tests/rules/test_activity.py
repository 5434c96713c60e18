"""What rules may ask of activity, of notice: the words of each field, and that a small case says no others."""

from __future__ import annotations

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, Fields, hold_to_their_words, words
from tests.rules.test_small_fields import Tree, changed

ACTIVITY: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "legal_basis": words(
        "consent contract pre-contract legal-obligation vital-interest public-task legitimate-interest none"
    ),
    "scale": words("large small"),
    "consent_how": words("opt-in pre-ticked silence none"),
    "consent_bundled": words("true false"),
    "consent_refusal": words("free bars-service harder"),
    "beyond_service": YES_NO,
    "consent_by_people": YES_NO,
    "consent_own": YES_NO,
    "consent_represented": YES_NO,
    "consent_too_young": YES_NO,
    "people_country": "any",
    "consent_parental": words("true false"),
    "on_by_default": words("true false"),
    "necessary": words("true false"),
    "for_children": words("true false"),
    "data": "category",
    "care": words("true false"),
    "recorded": words("true false"),
    "calls_anonymous": YES_NO,
    "found_again": YES_NO,
    "lacks": words("controller purpose people data recipients transfers retention measures"),
    "differs": "any",
    "differs_on": words("purpose retention"),
    "period_set": YES_NO,
    "special_basis": words("none a b c d e f g h i j"),
    "dpia": words("true false incomplete"),
    "alone": YES_NO,
    "informed": words("true false exempt"),
    "lacks_officer": YES_NO,
    "officer_owed_by": "any",
    "officer_required": YES_NO,
    "lacks_representative": YES_NO,
    "representative_owed_by": "any",
    "representative_exempt": YES_NO,
    "lacks_record": YES_NO,
    "record_owed_by": "any",
    "record_exempt": YES_NO,
    "as_of": "date",
}

NOTICE: Fields = {
    "controller": "any",
    "regime": words("gdpr eudpr none"),
    "id": "any",
    "transfers": YES_NO,
    "transfers_exist": YES_NO,
    "retention": YES_NO,
    "lacks": words("identity dpo purposes legal-basis interests rights withdrawal complaint source"),
    "indirect": YES_NO,
    "by": "any",
    "as_of": "date",
}

#: Each kind of subject with its fields, a case in which there is one, and which.
KINDS: list[tuple[str, Fields, Tree, list[str]]] = [
    ("activity", ACTIVITY, changed(), ["sales"]),
    ("notice", NOTICE, changed(notices={"n": {"by": "shop", "for": "sales"}}), ["n"]),
]


@pytest.mark.parametrize(("kind", "fields", "case", "ids"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_a_field_takes_the_words_that_it_can_hold_and_holds_no_other(
    knowledge: Knowledge, kind: str, fields: Fields, case: Tree, ids: list[str]
) -> None:
    hold_to_their_words(knowledge, kind, fields, case, ids)

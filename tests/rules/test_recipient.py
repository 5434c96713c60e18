"""What rules may ask of recipient, of joint: the words of each field, and that a small case says no others."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from tests.rules.fields import YES_NO, Fields, hold_to_their_words, words
from tests.rules.test_small_fields import Tree, changed, field, said

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
    hold_to_their_words(knowledge, kind, fields, case, ids)


@pytest.mark.parametrize(
    ("listed", "flow", "sure", "maybe", "missing"),
    [
        (None, {}, (), ("contact", "health"), ""),
        ({"cloud": "contact"}, {}, ("health",), (), ".cloud"),
        ({"cloud": "health"}, {}, ("contact",), (), ".cloud"),
        ({"cloud": "none"}, {}, ("contact", "health"), (), ".cloud"),
        ({"cloud": ["contact", "health"]}, {}, (), (), ".cloud"),
        ({"cloud": "personal"}, {}, (), (), ".cloud"),
        ({"cloud": "unknown"}, {}, (), ("contact", "health"), ".cloud"),
        ({"far": ["contact", "health"]}, {}, (), ("contact", "health"), ".cloud"),
        ({"cloud": "contact", "far": "health"}, {}, ("health",), (), ".cloud"),
        ({"cloud": "contact"}, {"data": "contact"}, (), (), ".cloud"),
        ({"cloud": "contact"}, {"data": "unknown"}, (), ("health",), ".cloud"),
        ({"cloud": "contact"}, {"to": "unknown"}, (), ("health",), ".cloud"),
        ({"cloud": "contact"}, {"attempted": "unknown"}, (), ("health",), ".cloud"),
    ],
)
@pytest.mark.parametrize("name", ["needs_more", "gets_more"])
def test_a_recipient_gets_more_than_a_list_gives_it_surely_where_it_surely_gets_that(
    knowledge: Knowledge,
    name: str,
    listed: Any,
    flow: Tree,
    sure: tuple[str, ...],
    maybe: tuple[str, ...],
    missing: str,
) -> None:
    data = ["contact", "health"]
    given = {} if listed is None else {"needs" if name == "needs_more" else "gives": listed}
    notice = {"page": {"by": "shop", "for": "sales", **(given if name == "gets_more" else {})}}
    tree = changed(
        activities={"sales": {"data": data, **(given if name == "needs_more" else {})}},
        flows={"f": {"data": data, **flow}},
        **({"notices": notice} if name == "gets_more" else {}),
    )
    table = "activities.sales.needs" if name == "needs_more" else "notices.page.gives"
    open_ = [f"flows.f.{each}" for each, word in flow.items() if word == "unknown"]
    assert said(field(knowledge, tree, "recipient", name, "cloud:sales")) == (
        sure,
        maybe,
        (*open_, f"{table}{missing}"),
    )

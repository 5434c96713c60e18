"""What fields of joint controllers and of recipients say, with the facts that show and settle each."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from tests.rules.test_accountability import told
from tests.rules.test_small_fields import Tree, changed, field

PAIR: Tree = {"controller": ["shop", "far"]}
AGREEMENT = "agreements.shop>far"


def joint(knowledge: Knowledge, name: str, agreement: Tree | None = None, **sections: Any) -> tuple[Any, ...]:
    sales = {**PAIR, **sections.pop("sales", {})}
    tree = changed(activities={"sales": sales}, **sections)
    tree["agreements"] = (
        [] if agreement is None else [{"between": ["shop", "far"], "is": "joint", **agreement}]
    )
    return told(field(knowledge, tree, "joint", name))


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("true", ("true", (f"{AGREEMENT}.essence",), ())),
        ("false", ("false", (f"{AGREEMENT}.essence",), ())),
        ("unknown", (None, (), (f"{AGREEMENT}.essence",))),
    ],
)
def test_the_essence_of_an_arrangement_is_available_as_it_says(
    knowledge: Knowledge, stated: str, expected: tuple[Any, ...]
) -> None:
    assert joint(knowledge, "essence", {"essence": stated}) == expected


def test_an_arrangement_is_that_of_the_two(knowledge: Knowledge) -> None:
    assert joint(knowledge, "arrangement", {}) == ("true", (AGREEMENT,), ())
    asked = (None, (), ("agreements.far>shop.joint",))
    assert joint(knowledge, "arrangement") == joint(knowledge, "essence") == asked


DUTIES = ("activities.sales.duties_by_law",)


@pytest.mark.parametrize(
    ("sales", "kinds", "expected"),
    [
        ({"duties_by_law": "true"}, ("company", "company"), ("true", DUTIES, ())),
        ({"duties_by_law": "false"}, ("state", "company"), ("false", DUTIES, ())),
        ({}, ("company", "company"), ("false", (), ())),
        ({}, ("public-body", "company"), (None, (), DUTIES)),
        ({}, ("company", "state"), (None, (), DUTIES)),
        ({}, ("company", "unknown"), (None, (), DUTIES)),
        ({"duties_by_law": "unknown"}, ("company", "company"), ("false", (), ())),
    ],
)
def test_law_may_determine_the_duties_of_two_where_one_is_a_public_body(
    knowledge: Knowledge, sales: Tree, kinds: tuple[str, str], expected: tuple[Any, ...]
) -> None:
    parties = {"shop": {"kind": kinds[0]}, "far": {"kind": kinds[1]}}
    assert joint(knowledge, "duties_by_law", {}, sales=sales, organisations=parties) == expected


def recipient(knowledge: Knowledge, name: str, **sections: Any) -> tuple[Any, ...]:
    who = sections.pop("who", "cloud:sales")
    return told(field(knowledge, changed(**sections), "recipient", name, who))


@pytest.mark.parametrize(
    ("cloud", "flow", "expected"),
    [
        ({"kind": "company"}, {}, "false"),
        ({"kind": "company", "is": "public-authority"}, {"inquiry": "true"}, "true"),
        ({"kind": "public-body"}, {"inquiry": "true"}, "true"),
        ({"kind": "public-body"}, {"inquiry": "false"}, "false"),
        ({"kind": "public-body"}, {"inquiry": "unknown"}, None),
        ({"kind": "state"}, {}, None),
        ({"kind": "international-organisation"}, {"inquiry": "true"}, "true"),
        ({"kind": "class"}, {"inquiry": "true"}, "true"),
        ({"kind": "foundation"}, {"inquiry": "true"}, "false"),
    ],
)
def test_an_authority_that_makes_an_inquiry_is_no_recipient(
    knowledge: Knowledge, cloud: Tree, flow: Tree, expected: str | None
) -> None:
    """GDPR art. 4(9)."""
    route = (
        ("flows.f",)
        if cloud["kind"] in ("company", "foundation") and "is" not in cloud
        else ("flows.f.inquiry",)
    )
    found = recipient(knowledge, "inquiry", organisations={"cloud": cloud}, flows={"f": flow})
    assert found == ((None, (), route) if expected is None else (expected, route, ()))


def test_what_a_recipient_gets_is_sure_where_the_flow_is(knowledge: Knowledge) -> None:
    wide = {"sales": {"data": ["contact", "health"]}}
    assert recipient(knowledge, "data", activities=wide)[0] == (("contact", "health"), False)
    assert recipient(knowledge, "data", activities=wide, flows={"f": {"data": "contact"}})[0] == (
        ("contact",),
        False,
    )
    (sure, _), _, missing = recipient(
        knowledge, "data", activities=wide, flows={"f": {"data": ["contact", "unknown"]}}
    )
    assert sure == ("contact",)
    assert missing == ("flows.f.data",)


GIVES, NEEDS = "notices.n.gives", "activities.sales.needs"


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("needs_more", {"cloud": ["contact", "health"]}, ((), False)),
        ("needs_more", {"cloud": ["contact"]}, (("health",), False)),
        ("needs_more", {"provider": ["contact"]}, (("health",), False)),
        ("gets_more", {"cloud": ["contact", "health"]}, ((), False)),
        ("gets_more", {"cloud": ["contact"]}, (("health",), False)),
    ],
)
def test_a_recipient_gets_more_than_it_is_given_or_needs(
    knowledge: Knowledge, name: str, given: Tree, expected: tuple[Any, ...]
) -> None:
    sales: Tree = {"data": ["contact", "health"]}
    notice: Tree = {"by": "shop", "for": "sales", "recipients": "cloud"}
    if name == "needs_more":
        sales["needs"] = given
    else:
        notice["gives"] = given
    value, proof, _ = recipient(knowledge, name, activities={"sales": sales}, notices={"n": notice})
    assert value == expected
    (who,) = given
    assert proof[0] == f"{NEEDS if name == 'needs_more' else GIVES}.{who}"


def test_what_nobody_says_a_recipient_needs_is_asked(knowledge: Knowledge) -> None:
    assert recipient(knowledge, "needs_more")[2] == (NEEDS,)
    assert recipient(knowledge, "gets_more")[2] == ("activities.sales.notice",)
    notice = {"n": {"by": "shop", "for": "sales"}}
    assert recipient(knowledge, "gets_more", notices=notice)[2] == (GIVES,)
    other = {"n": {**notice["n"], "gives": {"far": ["contact"]}}}
    assert recipient(knowledge, "gets_more", notices=other)[2] == (f"{GIVES}.cloud",)
    unsaid = {"n": {**notice["n"], "gives": {"cloud": ["contact", "unknown"]}}}
    assert recipient(knowledge, "gets_more", notices=unsaid)[2] == (f"{GIVES}.cloud",)

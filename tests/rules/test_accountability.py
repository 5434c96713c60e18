"""What controllers owe, field by field: who lacks it, who owes it, whether the law asks for it, with the facts that show and settle it."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.evidence import Bounds
from auditor.model.law import Knowledge
from tests.rules.test_small_fields import Tree, changed, field


def told(value: Any) -> tuple[Any, ...]:
    """What a value says, the facts that show it, and those that would settle it."""
    assert not isinstance(value, Bounds)
    words = getattr(value, "settled", "") or None if hasattr(value, "options") else (value.sure, value.open)
    return words, value.proof, value.missing


def activity(
    knowledge: Knowledge, name: str, shop: Tree, sales: Tree | None = None, **more: Any
) -> tuple[Any, ...]:
    tree = changed(organisations={"shop": shop}, activities={"sales": sales or {}}, **more)
    return told(field(knowledge, tree, "activity", name, "sales"))


CONTROLLER = ("activities.sales.controller",)


@pytest.mark.parametrize(
    ("owed", "lacks", "owing"),
    [("dpo", "lacks_officer", "officer_owed_by"), ("record", "lacks_record", "record_owed_by")],
)
def test_a_controller_lacks_what_it_says_it_has_not_and_owes_it(
    knowledge: Knowledge, owed: str, lacks: str, owing: str
) -> None:
    route = (f"organisations.shop.{owed}",)
    for stated, expected in (
        ("none", ("true", route, ())),
        ("far", ("false", route, ())),
        ("unknown", (None, (), route)),
    ):
        assert (
            activity(knowledge, lacks, {owed: stated if owed == "dpo" or stated != "far" else "kept"})
            == expected
        ), stated
    assert activity(knowledge, owing, {owed: "none"}) == ((("shop",), False), CONTROLLER, ())
    assert activity(knowledge, owing, {owed: "unknown"}) == ((("shop",), False), CONTROLLER, ())


def test_where_nobody_says_who_controls_it_is_asked_who_does(knowledge: Knowledge) -> None:
    unknown = {"controller": "unknown"}
    for lacks in ("lacks_officer", "lacks_record", "lacks_representative"):
        assert activity(knowledge, lacks, {}, unknown) == (None, (), CONTROLLER)
    for owing in ("officer_owed_by", "record_owed_by", "representative_owed_by"):
        assert activity(knowledge, owing, {}, unknown) == (((), True), CONTROLLER, CONTROLLER)


@pytest.mark.parametrize(
    ("shop", "expected"),
    [
        ({"country": "FR"}, ("false", ("organisations.shop.country",), ())),
        ({"country": "IN", "presence": "FR"}, ("false", ("organisations.shop.presence",), ())),
        ({"country": "IN", "presence": "none", "representative": "none"}, ("true", ("organisations.shop.country", "organisations.shop.presence", "organisations.shop.representative"), ())),
        ({"country": "IN", "presence": "none", "representative": "far"}, ("false", ("organisations.shop.representative",), ())),
        ({"country": "IN", "presence": ["US", "unknown"], "representative": "none"}, (None, ("organisations.shop.representative",), ("organisations.shop.presence",))),
        ({"country": "unknown", "representative": "none"}, (None, ("organisations.shop.representative",), ("organisations.shop.country",))),
        ({"country": "IN", "presence": "none", "representative": "unknown"}, (None, ("organisations.shop.country", "organisations.shop.presence"), ("organisations.shop.representative",))),
    ],
)  # fmt: skip
def test_a_representative_is_lacking_where_a_controller_outside_the_area_has_none(
    knowledge: Knowledge, shop: Tree, expected: tuple[Any, ...]
) -> None:
    value, proof, missing = activity(knowledge, "lacks_representative", shop)
    assert (value, missing) == (expected[0], expected[2])
    if value is not None:
        assert proof == expected[1]


LARGE: Tree = {"core": "true", "scale": "large", "monitoring": "true"}
SALES = "activities.sales"


@pytest.mark.parametrize(
    ("shop", "sales", "expected"),
    [
        ({"kind": "public-body"}, {}, ("true", ("organisations.shop.kind",), ())),
        ({"kind": "state"}, {}, ("true", ("organisations.shop.kind",), ())),
        ({"kind": "company"}, LARGE, ("true", (f"{SALES}.core", f"{SALES}.scale", f"{SALES}.monitoring"), ())),
        ({"kind": "company"}, {**LARGE, "core": "false"}, ("false", ("organisations.shop.kind", f"{SALES}.core"), ())),
        ({"kind": "company"}, {**LARGE, "scale": "small"}, ("false", ("organisations.shop.kind", f"{SALES}.scale"), ())),
        ({"kind": "company"}, {**LARGE, "monitoring": "false"}, ("false", ("organisations.shop.kind", f"{SALES}.data", f"{SALES}.monitoring"), ())),
        ({"kind": "company"}, {**LARGE, "monitoring": "false", "data": "health"}, ("true", (f"{SALES}.core", f"{SALES}.scale", f"{SALES}.data"), ())),
        ({"kind": "company"}, {**LARGE, "monitoring": "false", "data": "criminal"}, ("true", (f"{SALES}.core", f"{SALES}.scale", f"{SALES}.data"), ())),
    ],
)  # fmt: skip
def test_an_officer_is_asked_of_public_bodies_and_of_large_core_monitoring_or_sensitive_data(
    knowledge: Knowledge, shop: Tree, sales: Tree, expected: tuple[Any, ...]
) -> None:
    """GDPR art. 37(1)."""
    assert activity(knowledge, "officer_required", {"dpo": "none", **shop}, sales) == expected


@pytest.mark.parametrize(
    ("left_open", "missing"),
    [("core", f"{SALES}.core"), ("scale", f"{SALES}.scale"), ("monitoring", f"{SALES}.monitoring")],
)
def test_whether_an_officer_is_asked_is_open_where_one_of_the_three_is(
    knowledge: Knowledge, left_open: str, missing: str
) -> None:
    value, _, asked = activity(
        knowledge, "officer_required", {"dpo": "none", "kind": "company"}, {**LARGE, left_open: "unknown"}
    )
    assert value is None
    assert asked == (missing,)


def test_no_duty_is_asked_about_while_nobody_says_whether_it_is_met(knowledge: Knowledge) -> None:
    for duty, owed in (("officer_required", "dpo"), ("record_exempt", "record")):
        found = activity(knowledge, duty, {owed: "unknown", "kind": "public-body"}, LARGE)
        assert found == (None, (), (f"organisations.shop.{owed}",))


@pytest.mark.parametrize(
    ("sales", "expected"),
    [
        ({"data": "health"}, ("false", (f"{SALES}.data",), ())),
        ({"occasional": "false"}, ("false", (f"{SALES}.occasional",), ())),
        ({"occasional": "true"}, (None, (), (f"{SALES}.occasional",))),
        ({"occasional": "unknown"}, (None, (), (f"{SALES}.occasional",))),
    ],
)
def test_a_record_is_exempt_for_nobody_with_sensitive_data_or_lasting_processing(
    knowledge: Knowledge, sales: Tree, expected: tuple[Any, ...]
) -> None:
    """GDPR art. 30(5)."""
    assert activity(knowledge, "record_exempt", {"record": "none"}, sales) == expected


ABROAD: Tree = {"country": "IN", "presence": "none", "representative": "none"}


@pytest.mark.parametrize(
    ("shop", "sales", "expected"),
    [
        ({"kind": "public-body"}, {}, ("true", ("organisations.shop.kind",), ())),
        (
            {"kind": "company"},
            {"data": "health", "scale": "large"},
            ("false", (f"{SALES}.data", f"{SALES}.scale"), ()),
        ),
        ({"kind": "company"}, {"occasional": "false"}, ("false", (f"{SALES}.occasional",), ())),
        ({"kind": "company"}, {"occasional": "true"}, (None, (), (f"{SALES}.occasional",))),
        ({"kind": "company"}, {"occasional": "unknown"}, (None, (), (f"{SALES}.occasional",))),
        (
            {"kind": "unknown"},
            {"occasional": "unknown"},
            (None, (), ("organisations.shop.kind", f"{SALES}.occasional")),
        ),
        ({"kind": "unknown"}, {"occasional": "false"}, (None, (), ("organisations.shop.kind",))),
    ],
)
def test_a_representative_is_exempt_for_a_public_body_or_what_is_occasional(
    knowledge: Knowledge, shop: Tree, sales: Tree, expected: tuple[Any, ...]
) -> None:
    """GDPR art. 27(2)."""
    assert activity(knowledge, "representative_exempt", {**ABROAD, **shop}, sales) == expected


@pytest.mark.parametrize(
    ("sales", "notices", "expected"),
    [
        ({"informed": "true"}, {}, ("true", (f"{SALES}.informed",), ())),
        ({"informed": "false"}, {"n": {"by": "shop", "for": "sales"}}, ("false", (f"{SALES}.informed",), ())),
        ({"informed": "exempt"}, {}, ("exempt", (f"{SALES}.informed",), ())),
        ({}, {}, (None, (), (f"{SALES}.informed",))),
        ({}, {"n": {"by": "shop", "for": "sales"}}, ("true", ("notices.n",), ())),
        ({"informed": "unknown"}, {"n": {"by": "shop", "for": "sales"}}, ("true", ("notices.n",), ())),
    ],
)
def test_people_are_informed_as_stated_else_by_a_notice(
    knowledge: Knowledge, sales: Tree, notices: Tree, expected: tuple[Any, ...]
) -> None:
    assert activity(knowledge, "informed", {}, sales, notices=notices) == expected

"""What a host keeps and how: for how long, within which reach of people, under whose keys; with the facts that show and settle each."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.evidence import Bounds
from auditor.model.law import Knowledge
from tests.rules.test_accountability import told
from tests.rules.test_small_fields import Tree, changed, field

S = "hosts.store"
KEPT, RETENTION = f"{S}.kept_for", "activities.sales.retention"


def copy(knowledge: Knowledge, name: str, store: Tree, **sections: Any) -> tuple[Any, ...]:
    return told(field(knowledge, changed(hosts={"store": store}, **sections), "copy", name, "store"))


@pytest.mark.parametrize(
    ("kept_for", "expected"),
    [
        ("1 year", ("limited", (KEPT,), ())),
        ("unlimited", ("unlimited", (KEPT,), ())),
        ("none", ("nothing", (KEPT,), ())),
        ("as long as needed", (None, (), (KEPT,))),
        ("unknown", (None, (), (KEPT,))),
        (None, (None, (), (KEPT,))),
    ],
)
def test_a_copy_is_limited_by_a_period(
    knowledge: Knowledge, kept_for: str | None, expected: tuple[Any, ...]
) -> None:
    assert copy(knowledge, "limit", {"kept_for": kept_for} if kept_for else {}) == expected


@pytest.mark.parametrize(
    ("kept_for", "retention", "expected"),
    [
        ("2 years", "1 year", ("true", (KEPT, RETENTION), ())),
        ("1 year", "1 year", ("false", (KEPT, RETENTION), ())),
        ("1 month", "1 year", ("false", (KEPT, RETENTION), ())),
        ("unlimited", "1 year", ("true", (KEPT, RETENTION), ())),
        ("2 years", "unlimited", ("false", (KEPT, RETENTION), ())),
        ("2 years", "none", ("false", (KEPT, RETENTION), ())),
        ("none", "1 year", ("false", (KEPT,), ())),
        ("2 years", "unknown", (None, (), (RETENTION,))),
        ("2 years", "as long as needed", (None, (), (RETENTION,))),
        ("as long as needed", "1 year", (None, (), (KEPT,))),
        ("unknown", "1 year", (None, (), (KEPT,))),
    ],
)
def test_a_copy_outlasts_the_period_that_is_announced(
    knowledge: Knowledge, kept_for: str, retention: str, expected: tuple[Any, ...]
) -> None:
    sales = {"sales": {"retention": retention}}
    assert copy(knowledge, "beyond", {"kept_for": kept_for}, activities=sales) == expected


def test_a_copy_that_outlasts_one_announced_period_is_beyond_it(knowledge: Knowledge) -> None:
    notice = {"n": {"by": "shop", "for": "sales", "kept_for": "1 month"}}
    sales = {"sales": {"retention": "3 years"}}
    found = copy(knowledge, "beyond", {"kept_for": "1 year"}, activities=sales, notices=notice)
    assert found == ("true", (KEPT, "notices.n.kept_for"), ())
    longer = {"n": {**notice["n"], "kept_for": "2 years"}}
    found = copy(knowledge, "beyond", {"kept_for": "1 year"}, activities=sales, notices=longer)
    assert found == ("false", (KEPT, RETENTION, "notices.n.kept_for"), ())


@pytest.mark.parametrize(("stated", "value"), [("true", "true"), ("false", "false"), ("unknown", None)])
def test_a_copy_is_erased_as_is_stated(knowledge: Knowledge, stated: str, value: str | None) -> None:
    route = (f"{S}.erased",)
    assert copy(knowledge, "erased", {"erased": stated}) == (
        value,
        route if value else (),
        () if value else route,
    )


RIGHTS = f"{S}.rights"


def test_a_copy_is_out_of_reach_for_the_rights_that_no_path_leads_to_it_for(knowledge: Knowledge) -> None:
    own = {"operator": "shop"}
    assert copy(knowledge, "out_of_reach", {**own, "rights": ["access", "rectification", "erasure"]}) == (
        ((), False),
        (RIGHTS,),
        (),
    )
    assert copy(knowledge, "out_of_reach", {**own, "rights": ["access"]}) == (
        (("rectification", "erasure"), False),
        (RIGHTS,),
        (),
    )
    assert copy(knowledge, "out_of_reach", {**own, "rights": "none"}) == (
        (("access", "rectification", "erasure"), False),
        (RIGHTS,),
        (),
    )
    tree = changed(hosts={"store": {**own, "rights": "unknown"}})
    value = field(knowledge, tree, "copy", "out_of_reach", "store")
    assert (value.sure, set(value.maybe), value.missing) == (
        (),
        {"access", "rectification", "erasure", "return"},
        (RIGHTS,),
    )


def test_return_is_owed_by_processors_only(knowledge: Knowledge) -> None:
    rights = {"rights": ["access", "rectification", "erasure"]}
    by_contract: Tree = {
        "activities": {"sales": {"processors": "cloud"}},
        "agreements": [{"between": ["shop", "cloud"], "is": "processing"}],
    }
    (sure, _), proof, missing = copy(knowledge, "out_of_reach", rights, **by_contract)
    assert (sure, missing) == (("return",), ())
    assert proof[0] == RIGHTS
    assert len(proof) > 1
    unsaid = changed(hosts={"store": rights}, activities={"sales": {"processors": "unknown"}})
    value = field(knowledge, unsaid, "copy", "out_of_reach", "store")
    assert (value.sure, value.maybe) == ((), ("return",))
    assert value.missing


def host(knowledge: Knowledge, name: str, store: Tree, **sections: Any) -> tuple[Any, ...]:
    return told(field(knowledge, changed(hosts={"store": store}, **sections), "host", name, "store"))


KEYS = f"{S}.keys"


@pytest.mark.parametrize(
    ("store", "parties", "expected"),
    [
        ({"keys": "cloud"}, {}, ("true", (KEYS,), ())),
        ({"keys": "shop"}, {}, ("false", (KEYS,), ())),
        ({"keys": ["shop", "cloud"]}, {}, ("true", (KEYS,), ())),
        ({"keys": "unknown"}, {}, (None, (), (KEYS,))),
        ({"keys": ["shop", "unknown"]}, {}, (None, (), (KEYS,))),
        ({"keys": ["cloud", "unknown"]}, {}, ("true", (KEYS,), ())),
        ({"keys": "shop", "operator": "unknown"}, {}, (None, (), (f"{S}.operator",))),
        ({"keys": "far"}, {"cloud": {"parent": "far"}}, ("true", (KEYS, "organisations.cloud.parent"), ())),
    ],
)
def test_keys_are_with_the_operator_or_its_group(
    knowledge: Knowledge, store: Tree, parties: Tree, expected: tuple[Any, ...]
) -> None:
    found = host(knowledge, "keys_with_operator", {"at_rest": "encrypted", **store}, organisations=parties)
    assert found == expected


@pytest.mark.parametrize(
    ("store", "expected"),
    [
        ({"keeps": "contact"}, ((("contact",), False), (f"{S}.keeps",), ())),
        ({"keeps": "none"}, (((), False), (f"{S}.keeps",), ())),
        ({"keeps": ["contact", "unknown"]}, ((("contact",), True), (f"{S}.keeps",), (f"{S}.keeps",))),
        ({"keeps": "personal"}, ((("contact",), False), (f"{S}.keeps",), ())),
    ],
)
def test_a_host_keeps_what_is_stated_a_broad_word_as_what_arrives(
    knowledge: Knowledge, store: Tree, expected: tuple[Any, ...]
) -> None:
    assert host(knowledge, "keeps", store) == expected


@pytest.mark.parametrize(
    ("scales", "expected"),
    [
        (("large", "small"), ("large", ("activities.sales.scale",), ())),
        (("small", "large"), ("large", ("activities.news.scale",), ())),
        (("small", "small"), ("small", ("activities.news.scale",), ())),
        (("small", "unknown"), (None, (), ("activities.news.scale",))),
        (("unknown", "large"), ("large", ("activities.news.scale",), ())),
    ],
)
def test_the_scale_of_a_host_is_the_largest_of_its_activities(
    knowledge: Knowledge, scales: tuple[str, str], expected: tuple[Any, ...]
) -> None:
    news = {"people": "people", "data": "contact", "controller": "shop", "scale": scales[1]}
    activities = {"sales": {"scale": scales[0]}, "news": news}
    assert host(knowledge, "scale", {}, activities=activities) == expected


def test_a_host_whose_operator_nobody_knows_may_be_reached_to_any_level(knowledge: Knowledge) -> None:
    tree = changed(hosts={"store": {"operator": "unknown", "at_rest": "encrypted", "keys": "shop"}})
    level = field(knowledge, tree, "host", "keeper_level", "store")
    assert isinstance(level, Bounds)
    assert (level.low, level.missing) == (0, (f"{S}.operator",))
    assert level.high > 0
    assert told(field(knowledge, tree, "host", "keeper_reached", "store")) == (None, (), (f"{S}.operator",))

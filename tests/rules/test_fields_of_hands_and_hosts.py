"""What fields say of whoever has data in hand: hosts and their keys, who arranges and receives, who owes what, and by which facts."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from auditor.rules.subjects import SUBJECTS
from tests.graph.test_roles import derived
from tests.rules.test_small_fields import Tree, changed, field, said

US = {"country": "US", "parent": "none", "is": "cloud"}


def test_a_key_in_the_hands_of_the_operator_s_owner_is_shown_by_the_list_of_keys_and_by_the_holding(
    knowledge: Knowledge,
) -> None:
    tree = changed(
        organisations={"cloud": {"parent": "far"}},
        hosts={"store": {"at_rest": "encrypted", "keys": "far"}},
    )
    value = field(knowledge, tree, "host", "keys_with_operator", "store")
    assert said(value) == ("true", ("hosts.store.keys", "organisations.cloud.parent"), ())
    own = changed(hosts={"store": {"at_rest": "encrypted", "keys": "cloud"}})
    assert said(field(knowledge, own, "host", "keys_with_operator", "store")) == (
        "true",
        ("hosts.store.keys",),
        (),
    )


def test_one_state_that_reaches_operator_and_keeper_of_the_key_reaches_the_data_for_certain(
    knowledge: Knowledge,
) -> None:
    tree = changed(
        organisations={"cloud": US, "vault": US},
        hosts={"store": {"at_rest": "encrypted", "keys": "vault"}},
    )
    value = field(knowledge, tree, "host", "keeper_level", "store")
    assert value.low == value.high > 0
    assert field(knowledge, tree, "host", "keeper_reached", "store").settled == "true"


def test_a_state_that_reaches_only_the_keeper_of_the_key_does_not_reach_the_data(
    knowledge: Knowledge,
) -> None:
    tree = changed(organisations={"vault": US}, hosts={"store": {"at_rest": "encrypted", "keys": "vault"}})
    value = field(knowledge, tree, "host", "keeper_level", "store")
    assert (value.low, value.high) == (0, 0)


@pytest.mark.parametrize(
    ("parent", "by", "country"),
    [
        (None, ("unnamed",), ("unknown",)),
        ("far", ("control",), ("IN",)),
        ("unknown", ("unnamed",), ("unknown",)),
    ],
)
def test_an_owner_that_nobody_names_is_an_unnamed_hand_of_an_unknown_country(
    knowledge: Knowledge, parent: str | None, by: tuple[str, ...], country: tuple[str, ...]
) -> None:
    tree = changed(organisations={"cloud": {"parent": parent} if parent else {}})
    if parent is None:
        del tree["organisations"]["cloud"]["parent"]
    made, kind = derived(tree, knowledge), SUBJECTS["exposure"]
    (found,) = (each for each in kind.each(made) if each.first.custodian == "cloud")
    values: dict[str, Any] = {name: kind.fields[name].read(made, found) for name in ("by", "country")}
    assert {name: value.options for name, value in values.items()} == {"by": by, "country": country}


def test_of_a_host_that_nobody_is_said_to_run_neither_the_country_nor_the_hand_is_known(
    knowledge: Knowledge,
) -> None:
    tree = changed(hosts={"store": {"operator": "unknown"}})
    made, kind = derived(tree, knowledge), SUBJECTS["exposure"]
    (found,) = kind.each(made)
    for name in ("by", "country"):
        value: Any = kind.fields[name].read(made, found)
        assert (value.options, value.anything) == ((), True)
        assert "hosts.store.operator" in value.missing


def test_of_controllers_without_an_officer_the_public_body_owes_one_where_nothing_is_large(
    knowledge: Knowledge,
) -> None:
    bodies = {
        "shop": {"dpo": "none", "kind": "company"},
        "town": {"country": "FR", "parent": "none", "dpo": "none", "kind": "public-body"},
    }
    tree = changed(
        organisations=bodies, activities={"sales": {"controller": ["shop", "town"], "scale": "small"}}
    )
    assert field(knowledge, tree, "activity", "officer_owed_by").sure == ("town",)
    assert field(knowledge, tree, "activity", "representative_owed_by").sure == ()
    bodies["town"]["kind"] = "company"
    companies = changed(
        organisations=bodies, activities={"sales": {"controller": ["shop", "town"], "scale": "small"}}
    )
    assert field(knowledge, companies, "activity", "officer_owed_by").sure == ("shop", "town")


@pytest.mark.parametrize(
    ("sales", "expected"),
    [
        (
            {"retention": "3 years", "retentions": {"contact": {"active": "as long as necessary"}}},
            ("true", ("activities.sales.retention",), ()),
        ),
        (
            {"retentions": {"contact": {"active": "as long as necessary"}}},
            (None, (), ("activities.sales.retentions.contact.active",)),
        ),
        (
            {"retentions": {"contact": {"active": "3 years"}}},
            ("true", ("activities.sales.retentions.contact.active",), ()),
        ),
    ],
)
def test_a_period_of_a_category_counts_where_none_is_stated_for_all(
    knowledge: Knowledge, sales: Tree, expected: tuple[Any, ...]
) -> None:
    tree = changed(activities={"sales": sales})
    assert said(field(knowledge, tree, "activity", "period_set")) == expected


def test_whose_box_a_consent_is_has_to_be_asked_where_somebody_else_gives_it(knowledge: Knowledge) -> None:
    consent = {"legal_basis": "consent", "consent": {"by": "shop"}}
    other = changed(activities={"sales": consent})
    assert said(field(knowledge, other, "activity", "consent_own")) == (
        None,
        (),
        ("activities.sales.consent.own",),
    )


def test_whether_a_notice_is_about_a_transfer_waits_for_the_end_of_a_flow(knowledge: Knowledge) -> None:
    tree = changed(
        flows={"f": {"from": "shop", "to": "unknown"}},
        notices={"n": {"by": "shop", "for": "sales"}},
    )
    value = field(knowledge, tree, "notice", "transfers_exist", "n")
    assert value.settled == ""
    assert "flows.f.to" in value.missing


def test_of_several_claims_of_the_scheme_the_first_by_id_shows_that_it_is_claimed(
    knowledge: Knowledge,
) -> None:
    says = {"certified": {"who": "cloud", "is": "secnumcloud"}}
    claim = {"by": "cloud", "quote": "We are certified.", "says": says}
    tree = changed(claims={f"said-{number}": claim for number in reversed(range(9))})
    value = field(knowledge, tree, "organisation", "secnumcloud_claimed", "cloud")
    assert (value.settled, value.proof) == ("true", ("claims.said-0",))


def test_a_processor_stands_in_the_list_of_processors_of_its_activity(knowledge: Knowledge) -> None:
    tree = changed(activities={"sales": {"processors": "cloud"}})
    tree["agreements"] = [{"between": ["shop", "cloud"], "is": "processing"}]
    made, kind = derived(tree, knowledge), SUBJECTS["processor"]
    assert [(kind.id(part), kind.route(part)) for part in kind.each(made)] == [
        ("cloud:sales", "activities.sales.processors")
    ]


@pytest.mark.parametrize(
    ("kind", "settled"),
    [
        ("state", ""),
        ("public-body", ""),
        ("international-organisation", ""),
        ("class", ""),
        ("company", "false"),
    ],
)
def test_a_state_or_a_public_body_may_be_an_authority_that_makes_an_inquiry(
    knowledge: Knowledge, kind: str, settled: str
) -> None:
    tree = changed(
        organisations={"far": {"kind": kind, "is": "unknown"}}, flows={"f": {"from": "shop", "to": "far"}}
    )
    value = field(knowledge, tree, "recipient", "inquiry")
    assert value.settled == settled
    assert value.missing == (() if settled else ("flows.f.inquiry",))

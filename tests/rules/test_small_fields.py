"""What a field says of a small case, by which facts, and what would tell where nobody knows."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from auditor.model.evidence import Choice, Selection
from auditor.model.law import Knowledge
from auditor.rules.addressees import Addressees
from auditor.rules.subjects import SUBJECTS
from tests.graph.test_roles import derived
from tests.own_rules import matches, result, rule

Tree = dict[str, Any]
BASE: Tree = {
    "people": {"people": {"country": "FR"}},
    "organisations": {
        "shop": {"country": "FR", "parent": "none"},
        "far": {"country": "IN", "parent": "none", "is": "support"},
        "cloud": {"country": "FR", "parent": "none", "is": "cloud"},
    },
    "activities": {"sales": {"people": "people", "data": "contact", "controller": "shop"}},
    "hosts": {"store": {"operator": "cloud", "keeps": "contact", "runs_on": "none"}},
    "flows": {"f": {"for": "sales", "from": "people", "to": "store", "content": "none"}},
}


def changed(**sections: Tree) -> Tree:
    """The small case with fields of its entries changed, and entries added."""
    tree = copy.deepcopy(BASE)
    for section, entries in sections.items():
        if isinstance(entries, list):
            tree[section] = entries
            continue
        for name, fields in entries.items():
            tree.setdefault(section, {}).setdefault(name, {}).update(fields)
    return tree


def field(knowledge: Knowledge, tree: Tree, kind: str, name: str, of: str = "") -> Any:
    """What the field `name` says of the one subject of a kind, or of the one that is `of`."""
    made, subject = derived(tree, knowledge), SUBJECTS[kind]
    found = [each for each in subject.each(made) if not of or subject.id(each) == of]
    assert len(found) == 1, [subject.id(each) for each in subject.each(made)]
    return subject.fields[name].read(made, found[0])


def said(value: Any) -> tuple[Any, ...]:
    if isinstance(value, Choice):
        return value.settled or None, value.proof, value.missing
    assert isinstance(value, Selection)
    return value.sure, value.maybe, value.missing


@pytest.mark.parametrize(
    ("store", "activity", "agreements", "expected"),
    [
        ({"operator": "shop"}, {}, [], ("true", ("activities.sales.controller",), ())),
        ({}, {}, [], ("false", ("activities.sales.controller",), ())),
        ({"operator": "shop"}, {"controller": "unknown"}, [], (None, (), ("activities.sales.controller",))),
        (
            {"operator": "unknown"},
            {"controller": "unknown"},
            [],
            (None, (), ("activities.sales.controller",)),
        ),
        ({"operator": "shop", "keeps": "health"}, {}, [], (None, (), ("hosts.store.keeps",))),
        (
            {"operator": "cloud"},
            {"controller": "cloud"},
            [{"between": ["shop", "cloud"], "is": "hosting"}],
            ("false", ("agreements.shop>cloud",), ()),
        ),
    ],
)
def test_a_host_keeps_on_its_own_account_where_its_operator_is_the_controller_and_serves_nobody(
    knowledge: Knowledge, store: Tree, activity: Tree, agreements: list[Tree], expected: tuple[Any, ...]
) -> None:
    tree = changed(hosts={"store": store}, activities={"sales": activity})
    tree["agreements"] = agreements
    assert said(field(knowledge, tree, "host", "own_account", "store")) == expected


def test_of_several_agreements_the_first_by_id_shows_that_a_host_serves_others(knowledge: Knowledge) -> None:
    names = [f"client-{number}" for number in range(9)]
    tree = changed(organisations={name: {"country": "FR"} for name in names})
    tree["agreements"] = [{"between": [name, "cloud"], "is": "hosting"} for name in reversed(names)]
    assert field(knowledge, tree, "host", "own_account", "store").proof == ("agreements.client-0>cloud",)


@pytest.mark.parametrize(
    ("store", "expected"),
    [
        ({"short_task": "true"}, ("true", ("hosts.store.short_task",), ())),
        ({"kept_for": "1 month"}, (None, ("hosts.store.kept_for",), ("hosts.store.short_task",))),
        ({"kept_for": "none"}, (None, ("hosts.store.kept_for",), ("hosts.store.short_task",))),
        ({"kept_for": "1 year"}, ("false", (), ())),
        ({}, ("false", (), ())),
    ],
)
def test_a_short_task_is_asked_about_only_where_data_is_kept_for_a_short_time(
    knowledge: Knowledge, store: Tree, expected: tuple[Any, ...]
) -> None:
    assert said(field(knowledge, changed(hosts={"store": store}), "host", "short_task", "store")) == expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ({"from": "people", "to": "store"}, "false"),
        ({"from": "store", "to": "people"}, "false"),
        ({"from": "store", "to": "far"}, "true"),
        ({"from": "cloud", "to": "store"}, "false"),
    ],
)
def test_people_are_no_party_to_a_sending_between_organisations(
    knowledge: Knowledge, ends: Tree, expected: str
) -> None:
    tree = changed(flows={"f": ends})
    assert field(knowledge, tree, "hop", "between_organisations").settled == expected


def test_what_a_flow_carries_for_certain_and_possibly(knowledge: Knowledge) -> None:
    two = {"sales": {"data": ["contact", "health"]}}
    part = changed(activities=two, flows={"f": {"data": ["contact", "unknown"]}})
    assert said(field(knowledge, part, "hop", "carries", "f")) == (
        ("contact",),
        ("health",),
        ("flows.f.data",),
    )
    page = {"page": {"operator": "shop", "keeps": "none"}}
    embedded = changed(
        hosts=page, flows={"f": {"embedded_in": "page", "referrer": "unknown", "data": "device"}}
    )
    assert said(field(knowledge, embedded, "hop", "carries", "f")) == (
        ("device",),
        ("page-address",),
        ("flows.f.referrer",),
    )


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ({"country": "FR"}, (("FR",), (), ())),
        ({"country": "unknown"}, ((), (), ("people.people.country",))),
    ],
)
def test_the_country_of_whom_a_consent_is_asked(
    knowledge: Knowledge, people: Tree, expected: tuple[Any, ...]
) -> None:
    consent = {"sales": {"legal_basis": "consent", "consent": {"by": "people"}}}
    tree = changed(people={"people": people}, activities=consent)
    value = field(knowledge, tree, "activity", "people_country")
    assert said(value) == expected
    assert value.open is bool(expected[2])


@pytest.mark.parametrize(
    ("purposes", "record", "expected"),
    [
        ("sales", "unknown", ("true", ("notices.n.purposes",), ())),
        (["unknown", "sales"], "none", ("true", ("notices.n.purposes",), ())),
        (["unknown", "news"], "none", (None, ("activities.sales.purpose",), ("notices.n.purposes",))),
        ("news", "sales", ("true", ("activities.sales.purpose",), ())),
        ("news", "more news", ("false", ("activities.sales.purpose", "notices.n.purposes"), ())),
    ],
)
def test_a_purpose_is_told_by_the_record_or_a_notice_and_open_where_either_leaves_some_unknown(
    knowledge: Knowledge, purposes: Any, record: Any, expected: tuple[Any, ...]
) -> None:
    tree = changed(
        activities={"sales": {"purpose": record}},
        flows={"f": {"purpose": "sales"}},
        notices={"n": {"by": "shop", "for": "sales", "purposes": purposes}},
    )
    assert said(field(knowledge, tree, "hop", "purpose_told", "f")) == expected


def test_a_notice_without_purposes_lacks_them_once(knowledge: Knowledge) -> None:
    for left_out in ("none", "purposes", "unknown"):
        notice = {"by": "shop", "for": "sales", "purposes": "none", "leaves_out": left_out}
        value = field(knowledge, changed(notices={"n": notice}), "notice", "lacks", "n")
        assert value.sure.count("purposes") == 1, left_out
        assert "purposes" not in value.maybe
        assert "notices.n.purposes" in value.proof or left_out == "purposes"


def test_whether_an_officer_is_due_in_a_notice_is_asked_of_whoever_gives_it(knowledge: Knowledge) -> None:
    notice = {"n": {"by": "shop", "for": "sales", "leaves_out": "dpo"}}
    for dpo, expected in (
        ("unknown", ((), ("dpo",), ("organisations.shop.dpo",))),
        ("none", ((), (), ())),
        ("far", (("dpo",), (), ())),
    ):
        tree = changed(organisations={"shop": {"dpo": dpo}}, notices=notice)
        assert said(field(knowledge, tree, "notice", "lacks", "n")) == expected


def test_a_recipient_that_nobody_names_may_be_anything(knowledge: Knowledge) -> None:
    unnamed = changed(flows={"f": {"to": "unknown", "from": "shop"}})
    value = field(knowledge, unnamed, "recipient", "is", "unknown:sales")
    assert (value.sure, value.open, value.missing) == ((), True, ("flows.f.to",))
    nobody = changed(hosts={"store": {"operator": "unknown"}}, flows={"f": {"from": "shop"}})
    value = field(knowledge, nobody, "recipient", "is")
    assert (value.sure, value.open, value.missing) == ((), True, ("hosts.store.operator",))
    named = changed(flows={"f": {"from": "shop", "to": "far"}})
    assert "support" in field(knowledge, named, "recipient", "is").sure


def test_data_sent_abroad_is_possible_where_the_transfer_is(knowledge: Knowledge) -> None:
    certain = changed(flows={"f": {"from": "shop", "to": "far"}})
    assert said(field(knowledge, certain, "transfer", "carries")) == (("contact",), (), ())
    possible = changed(flows={"f": {"to": "far"}})
    value = field(knowledge, possible, "transfer", "carries")
    assert (value.sure, value.maybe, value.missing) == ((), ("contact",), ("flows.f.arranged_by",))


def test_the_largest_stake_is_shown_by_the_links_of_those_who_hold_for_certain(knowledge: Knowledge) -> None:
    links = [{"owner": "far", "of": "cloud", "votes": "30"}]
    value = field(knowledge, changed(ownership=links), "organisation", "largest_outside_eu", "cloud")
    assert (value.low, value.high) == (30, 30)
    assert value.proof == ("ownership.far>cloud", "organisations.far.country")
    nobody = field(knowledge, changed(), "organisation", "largest_outside_eu", "cloud")
    assert (nobody.low, nobody.high, nobody.proof) == (0, 0, ("organisations.cloud.parent",))


def test_whether_data_is_of_a_special_kind_is_asked_of_data_that_nobody_placed(knowledge: Knowledge) -> None:
    sheet = {"data": "notes", "scale": "large", "core": "true", "monitoring": "false"}
    tree = changed(
        organisations={"shop": {"dpo": "none"}},
        activities={"sales": sheet},
        data={"notes": {"title": "notes"}},
    )
    value = field(knowledge, tree, "activity", "officer_required")
    assert not value.settled
    assert "data.notes.is" in value.missing


def test_a_device_and_people_send_themselves_and_an_organisation_does_not(knowledge: Knowledge) -> None:
    hosts = {"phone": {"kind": "device", "operator": "shop"}, "server": {"operator": "shop"}}
    for start, expected in (("people", "true"), ("phone", "true"), ("server", "false"), ("shop", "false")):
        tree = changed(hosts=hosts, flows={"f": {"from": start}})
        assert field(knowledge, tree, "hop", "from_device", "f").settled == expected, start


def test_an_element_of_a_message_is_one_of_a_mailbox(knowledge: Knowledge) -> None:
    for kind, expected in (("mailbox", "true"), ("application", "false")):
        page = {"page": {"operator": "shop", "kind": kind}}
        tree = changed(hosts=page, flows={"f": {"embedded_in": "page"}})
        assert field(knowledge, tree, "hop", "in_mail", "f").settled == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("unlimited", ("false", ("activities.sales.retention",), ())),
        ("as long as needed", (None, (), ("activities.sales.retention",))),
        ("1 year", ("true", ("activities.sales.retention",), ())),
        ("unknown", (None, (), ("activities.sales.retention",))),
    ],
)
def test_a_period_is_one_unless_nothing_ends_it(
    knowledge: Knowledge, stated: str, expected: tuple[Any, ...]
) -> None:
    tree = changed(activities={"sales": {"retention": stated}})
    assert said(field(knowledge, tree, "activity", "period_set", "sales")) == expected


def test_a_keeper_with_a_role_for_each_of_two_activities_has_neither_for_sure(knowledge: Knowledge) -> None:
    own = {"people": "people", "data": "contact", "controller": "cloud"}
    served = {"processors": "cloud"}
    tree = changed(
        activities={"sales": served, "own": own},
        flows={"g": {"for": "own", "from": "people", "to": "store", "content": "none"}},
        agreements=[{"between": ["shop", "cloud"], "is": "processing"}],
    )
    role = field(knowledge, tree, "copy", "role", "store")
    assert role.options == ("controller", "processor")
    assert set(role.missing) == set(role.proof) != set()


def test_a_third_party_needs_nothing_in_clear_by_what_makes_it_one(knowledge: Knowledge) -> None:
    tree = changed(
        activities={"sales": {"controller": "shop", "processors": "none", "recipients": "far"}},
        hosts={"store": {"operator": "far", "keeps": "contact"}},
    )
    role = field(knowledge, tree, "reading", "role", "far@store:sales")
    needs = field(knowledge, tree, "reading", "needs_clear", "far@store:sales")
    assert role.settled == "third-party"
    assert said(needs) == ("false", role.proof, ())
    assert role.proof


@pytest.mark.parametrize(
    ("route", "value", "loses"),
    [
        ("organisations.far.dpf", "false", True),
        ("organisations.far.country", "FR", False),
        ("hosts.store.operator", "far", False),
        ("flows.f.content", "none", False),
    ],
)
def test_a_scenario_takes_away_a_certificate_where_it_changes_one(
    route: str, value: str, loses: bool
) -> None:
    tree = changed(organisations={"far": {"country": "US", "dpf": "true"}})
    tree["scenarios"] = {"less": {"title": "Less", "set": {route: value}}}
    asked = rule(kind="what-if", for_="scenario", about="ownership", forbid={"loses": "certificate"})
    assert [match.id for match in matches(tree, asked)] == (["less"] if loses else [])


def test_a_transfer_of_data_that_nobody_names_may_carry_personal_data(knowledge: Knowledge) -> None:
    tree = changed(activities={"sales": {"data": "unknown"}}, organisations={"cloud": {"country": "IN"}})
    carried = field(knowledge, tree, "transfer", "carries")
    assert (carried.sure, carried.maybe) == ((), ("personal",))
    assert "activities.sales.data" in carried.missing


@pytest.mark.parametrize(
    ("who", "route", "own"),
    [
        ("cloud", "hosts.store.operator", True),
        ("shop", "hosts.store.operator", False),
        ("cloud", "organisations.cloud.certified.hds", True),
        ("shop", "organisations.cloud.certified.hds", False),
        ("shop", "activities.sales.retention", True),
        ("cloud", "activities.sales.retention", False),
        ("far", "flows.f.loads", True),
        ("far", "flows.f.content", False),
    ],
)
def test_a_fact_is_that_of_whom_it_is_about(knowledge: Knowledge, who: str, route: str, own: bool) -> None:
    page = {"page": {"operator": "far"}}
    made = derived(changed(hosts=page, flows={"f": {"embedded_in": "page"}}), knowledge)
    assert Addressees(made.estate.case).is_own(who, route) is own


@pytest.mark.parametrize(
    ("trigger", "loads"), [("load", "at-once"), ("click", "click"), ("submit", "click"), ("unknown", None)]
)
def test_when_an_element_loads_is_told_by_what_sets_it_off(
    knowledge: Knowledge, trigger: str, loads: str | None
) -> None:
    tree = changed(
        hosts={"page": {"operator": "shop"}},
        flows={"f": {"embedded_in": "page", "trigger": trigger, "known": "documented"}},
    )
    found = field(knowledge, tree, "hop", "loads", "f")
    assert (found.settled or None) == loads
    assert found.missing == (() if loads else ("flows.f.loads",))


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("true", "true"), ("false", "false"), ("unknown", None)],
)
def test_a_notice_speaks_of_transfers_where_it_is_said_to(
    knowledge: Knowledge, stated: str, expected: str | None
) -> None:
    tree = changed(notices={"told": {"by": "shop", "for": "sales", "transfers": stated}})
    found = field(knowledge, tree, "notice", "transfers", "told")
    route = ("notices.told.transfers",)
    assert said(found) == (expected, route if expected else (), () if expected else route)


@pytest.mark.parametrize("keeps", ["contact", ["contact", "unknown"]])
def test_a_host_is_of_the_activities_of_what_it_keeps(knowledge: Knowledge, keeps: Any) -> None:
    cellar = {"operator": "cloud", "keeps": keeps}
    tree = changed(activities={"sales": {"scale": "large"}}, hosts={"cellar": cellar})
    assert field(knowledge, tree, "host", "scale", "cellar").settled == "large"


def test_the_evidence_of_a_reading_is_what_arrives_there_and_the_most_sensitive(knowledge: Knowledge) -> None:
    tree = changed(
        activities={"sales": {"data": ["contact", "health"]}},
        hosts={"store": {"keeps": ["contact", "health"]}},
        flows={
            "f": {"data": "contact"},
            "g": {"for": "sales", "from": "people", "to": "store", "data": "health", "content": "none"},
        },
    )
    read = field(knowledge, tree, "reading", "data", "cloud@store:sales")
    assert read.sure == ("contact", "health")
    assert "flows.g" in read.proof
    assert "flows.f" not in read.proof


def test_what_passes_a_place_is_shown_by_how_it_came_and_how_it_left(knowledge: Knowledge) -> None:
    tree = changed(
        hosts={"store": {"keeps": "none"}},
        flows={"on": {"for": "sales", "from": "store", "to": "far", "data": "contact", "content": "none"}},
    )
    passing = field(knowledge, tree, "reading", "passing", "cloud@store:sales")
    assert passing.sure == ("contact",)
    assert {"flows.f", "flows.on"} <= set(passing.proof)


def test_what_a_flow_may_carry_besides_is_possible_in_its_transfer(knowledge: Knowledge) -> None:
    tree = changed(
        activities={"sales": {"data": ["contact", "health"]}},
        organisations={"cloud": {"country": "IN"}},
        flows={"f": {"from": "shop", "data": ["contact", "unknown"]}},
    )
    made, subject = derived(tree, knowledge), SUBJECTS["transfer"]
    carried = [subject.fields["carries"].read(made, each) for each in subject.each(made)]
    assert [each.sure for each in carried if not each.missing or each.sure] == [("contact",)]
    assert ("health",) in [each.maybe for each in carried if each.sure]


@pytest.mark.parametrize(
    ("kind", "country", "where"),
    [("company", "IN", "India"), ("international-organisation", "CH", "international organisation")],
)
def test_a_transfer_goes_to_a_country_or_to_an_international_organisation(
    kind: str, country: str, where: str
) -> None:
    tree = changed(organisations={"cloud": {"country": country, "kind": kind}}, flows={"f": {"from": "shop"}})
    found = result(tree, rule(kind="transfer", for_="transfer", message="To {country}.")).findings
    assert where in found[0].message.en


def test_a_host_of_which_nobody_says_what_it_keeps_is_of_the_activities_that_may_reach_it(
    knowledge: Knowledge,
) -> None:
    tree = changed(activities={"sales": {"scale": "large"}}, hosts={"store": {"keeps": "unknown"}})
    assert field(knowledge, tree, "host", "scale", "store").settled == "large"

"""Small steps of what is derived, each by itself: what stands for several, what is left open, and by which facts."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from auditor.errors import UsageRefused
from auditor.graph import limits
from auditor.graph.claims.part import Part
from auditor.graph.claims.receipts import Receipts
from auditor.graph.claims.receiving import _graver
from auditor.graph.on_the_day import _listed
from auditor.graph.seals import openers
from auditor.graph.transfers import _surer
from auditor.model.case.activities import Activity
from auditor.model.case.hosts import Host
from auditor.model.law import Knowledge
from auditor.model.result.tables import Verdict
from auditor.model.scalars import Value
from tests.graph.test_roles import derived
from tests.rules.test_small_fields import Tree, changed, field, said


def transfer(*missing: str) -> Any:
    return SimpleNamespace(missing=missing)


@pytest.mark.parametrize(
    ("first", "second", "surer"),
    [
        (transfer("x"), None, True),
        (transfer(), transfer("y"), True),
        (transfer(), transfer(), False),
        (transfer("x"), transfer(), False),
        (transfer("x"), transfer("y"), False),
    ],
)
def test_a_certain_transfer_stands_for_a_step_rather_than_a_possible_one(
    first: Any, second: Any, *, surer: bool
) -> None:
    assert _surer(first, second) is surer


def test_the_gravest_of_what_is_told_of_one_recipient_is_the_contradicted_and_the_mildest_the_unproven() -> (
    None
):
    order: tuple[Verdict, ...] = ("contradicted", "inconsistent", "unproven")
    parts = [Part(verdict=verdict, because="x") for verdict in order]
    found = {
        (one.verdict, other.verdict): _graver(one, other)
        for one in parts
        for other in parts
        if one is not other
    }
    assert found == {
        (one, other): order.index(one) < order.index(other)
        for one in order
        for other in order
        if one != other
    }


def test_of_dated_values_the_only_one_that_holds_is_kept_as_it_was_stated() -> None:
    over = Value(value="contact", until="2019-01-01", known="declared")
    holds = Value(value=["health"], since="2020-01-01", known="documented", source="file", note="read")
    assert _listed([over, holds], "2024-01-01", Activity, "data") is holds
    assert _listed([over, holds], "2024-01-01", Host, "operator") is holds
    assert _listed([over, holds], "2018-06-01", Activity, "data") is over


NEWS: Tree = {"news": {"people": "people", "data": "contact", "controller": "shop", "purpose": "letters"}}


@pytest.mark.parametrize(
    ("for_", "sure", "maybe"),
    [
        ("sales", ("purpose",), ()),
        (["sales", "news"], (), ()),
        (["sales", "unknown"], (), ("purpose",)),
    ],
)
def test_a_purpose_of_a_notice_may_be_that_of_an_activity_that_nobody_names(
    knowledge: Knowledge, for_: Any, sure: tuple[str, ...], maybe: tuple[str, ...]
) -> None:
    tree = changed(
        activities={"sales": {"purpose": "orders"}, **NEWS},
        notices={"n": {"by": "shop", "for": for_, "purposes": ["orders", "letters"]}},
    )
    value = field(knowledge, tree, "activity", "differs_on", "sales")
    assert (value.sure, value.maybe) == (sure, maybe)


def test_what_differs_is_shown_by_what_both_state_and_not_by_what_either_leaves_open(
    knowledge: Knowledge,
) -> None:
    tree = changed(
        activities={"sales": {"purpose": "orders", "retention": "1 year"}},
        notices={"n": {"by": "shop", "for": "sales", "purposes": "unknown", "kept_for": "2 years"}},
    )
    value = field(knowledge, tree, "activity", "differs_on", "sales")
    assert (value.sure, value.maybe) == (("retention",), ("purpose",))
    assert value.proof == ("activities.sales.retention", "notices.n.kept_for")
    assert value.missing == ("notices.n.purposes",)


@pytest.mark.parametrize(
    ("place", "regime"),
    [("IN", "none"), ("NC", "gdpr"), ("PF", "gdpr")],
)
def test_a_place_to_which_a_text_of_a_member_state_extends_is_not_without_its_law(
    knowledge: Knowledge, place: str, regime: str
) -> None:
    tree = changed(
        organisations={"far": {"country": place}},
        people={"there": {"country": place}},
        activities={"sales": {"controller": "far", "people": "there"}},
    )
    assert derived(tree, knowledge).regimes.of("sales").settled == regime


def test_who_keeps_data_comes_by_it_without_any_flow(knowledge: Knowledge) -> None:
    made = derived(changed(), knowledge)
    found = {
        (receipt.way, receipt.who, receipt.flow)
        for receipt in Receipts(made.estate, made.exposures.protection).of(("contact",))
    }
    assert found == {("end", "cloud", "f"), ("keeper", "cloud", "")}


@pytest.mark.parametrize(
    ("cloud", "ownership", "shown"),
    [
        ({}, [], ("organisations.cloud.country", "organisations.cloud.parent")),
        (
            {"parent": "unknown"},
            [{"owner": "shop", "of": "cloud", "votes": "100"}],
            ("organisations.cloud.country", "ownership.shop>cloud"),
        ),
        (
            {"parent": "unknown", "kind": "public-body"},
            [],
            ("organisations.cloud.country", "organisations.cloud.kind"),
        ),
    ],
)
def test_that_no_law_of_a_state_reaches_a_keeper_is_shown_by_its_country_and_its_owners(
    knowledge: Knowledge, cloud: Tree, ownership: list[Tree], shown: tuple[str, ...]
) -> None:
    says = {"not-exposed-to": {"data": "contact", "country": "US"}}
    tree = changed(
        organisations={"cloud": {"known": "documented", "source": "", **cloud}},
        hosts={"store": {"location": "FR"}},
        claims={"c": {"by": "shop", "quote": "Beyond their law.", "says": says}},
    )
    tree["ownership"] = ownership
    (claim,) = derived(tree, knowledge).claims.all
    proof = {route for part in claim.parts for route in part.proof}
    assert set(shown) <= proof, claim.parts
    assert not {route for route in proof if route.startswith("organisations.cloud.")} - set(shown)


def test_words_in_which_nothing_can_be_checked_are_named_so(knowledge: Knowledge) -> None:
    claim = {"by": "shop", "quote": "We care.", "says": "nothing-checkable"}
    (checked,) = derived(changed(claims={"c": claim}), knowledge).claims.all
    assert (checked.says, checked.verdict, checked.parts) == ("nothing-checkable", "not-checkable", ())


def test_what_passes_at_a_relay_is_in_its_hands_as_the_content_of_the_flow_shows(
    knowledge: Knowledge,
) -> None:
    tree = changed(
        organisations={"front": {"country": "US", "parent": "none", "is": "cloud"}},
        hosts={"edge": {"operator": "front", "keeps": "none", "runs_on": "none"}},
        flows={
            "f": {"to": "edge", "transport": "tls", "content": "none"},
            "g": {"for": "sales", "from": "edge", "to": "store", "transport": "tls", "content": "none"},
        },
    )
    made = derived(tree, knowledge)
    (held,) = {each.proof for each in made.exposures.all if each.custodian == "front"}
    assert {"flows.f", "flows.f.content"} <= set(held)
    assert all(each.custody == "transit" for each in made.exposures.all if each.custodian == "front")
    kept = changed(
        **{**tree, "hosts": {**tree["hosts"], "edge": {**tree["hosts"]["edge"], "keeps": "contact"}}}
    )
    again = derived(kept, knowledge).exposures.all
    assert {each.custody for each in again if each.custodian == "front"} == {"operator"}


def test_who_runs_a_host_and_what_it_runs_on_are_edges_of_the_graph(knowledge: Knowledge) -> None:
    hosts = {"rack": {"operator": "unknown"}, "store": {"runs_on": "rack"}}
    graph = derived(changed(hosts=hosts), knowledge).estate.graph
    assert graph.get_edge_data("rack", "store") == {"runs-on": {"kind": "runs-on"}}
    assert graph.get_edge_data("cloud", "store") == {"operates": {"kind": "operates"}}
    assert not graph.in_edges("rack")


@pytest.mark.parametrize(
    ("keeps", "possible"),
    [
        ("contact", True),
        ("personal", True),
        ("health", False),
        ("unknown", False),
        (["unknown", "contact"], True),
    ],
)
def test_an_unknown_end_may_be_a_host_that_keeps_such_data(
    knowledge: Knowledge, keeps: Any, *, possible: bool
) -> None:
    tree = changed(hosts={"other": {"operator": "far", "keeps": keeps}}, flows={"f": {"to": "unknown"}})
    hops = [hop for sheet in derived(tree, knowledge).estate.sheets.values() for hop in sheet.hops]
    assert ("other" in {hop.b for hop in hops}) is possible
    assert {hop.doubt for hop in hops} == {("flows.f.to",)}


@pytest.mark.parametrize(
    ("far", "value", "proof", "missing"),
    [
        ({"presence": ["IN", "DE"]}, True, ("organisations.far.presence",), ()),
        ({"presence": "none"}, False, ("organisations.far.country", "organisations.far.presence"), ()),
        ({"presence": "unknown"}, None, (), ("organisations.far.presence",)),
        ({"country": "DE"}, True, ("organisations.far.country",), ()),
    ],
)
def test_whoever_has_no_seat_in_a_country_may_have_an_establishment_there(
    knowledge: Knowledge, far: Tree, value: bool | None, proof: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    care = derived(changed(organisations={"far": far}), knowledge).care
    found = care.established("far", "DE", "hosts.store.operator")
    assert (found.value, found.proof, found.missing) == (value, proof, missing)


@pytest.mark.parametrize("name", ["bound_by_sgb", "sren_sensitive"])
def test_no_special_law_binds_a_host_that_keeps_nothing_of_people(knowledge: Knowledge, name: str) -> None:
    value = field(knowledge, changed(hosts={"store": {"keeps": "none"}}), "host", name, "store")
    assert said(value) == ("false", ("hosts.store.keeps",), ())


def captured(**flows: Tree) -> Tree:
    """A page of the shop that called a tracker, as a capture shows; and flows that people wrote."""
    row = {"page": "page", "to": "tracker", "domain": "t.example", "at": "visit#1", "flows": ["seen"]}
    row |= {"requests": "2", "sent": "2", "first": "1", "last": "2"}
    digest = dict.fromkeys(("observation", "hosts"), "a" * 64)
    visit = {"kind": "har", "sha256": ["a" * 64], **digest, "state": "refused", "source": "visit"}
    seen = {"for": "sales", "from": "people", "to": "tracker", "embedded_in": "page", "known": "observed"}
    return changed(
        sources={"visit": {"title": "Visit"}},
        captures={"visit": {**visit, "recipients": [row]}},
        hosts={"page": {"operator": "shop"}, "tracker": {"operator": "far"}},
        flows={"seen": seen, **flows},
    )


@pytest.mark.parametrize(
    ("flow", "host", "operator"),
    [
        ({}, True, True),
        ({"to": "tracker"}, False, False),
        ({"to": "far"}, True, False),
        ({"from": "far", "to": "store"}, True, False),
        ({"to": "store", "through": "far"}, True, False),
    ],
)
def test_what_captures_alone_show_is_what_no_flow_that_people_wrote_names(
    knowledge: Knowledge, flow: Tree, *, host: bool, operator: bool
) -> None:
    tree = captured(**({"own": {"for": "sales", "from": "people", **flow}} if flow else {}))
    made = derived(tree, knowledge).captured
    assert (made.is_called("tracker"), made.is_called("far")) == (host, operator)


@pytest.mark.parametrize(("data", "possible"), [(["contact", "unknown"], True), ("contact", False)])
def test_an_unknown_end_may_keep_what_a_flow_only_may_carry(
    knowledge: Knowledge, data: Any, *, possible: bool
) -> None:
    tree = changed(
        activities={"sales": {"data": ["contact", "health"]}},
        hosts={"clinic": {"operator": "far", "keeps": "health"}},
        flows={"f": {"to": "unknown", "data": data}},
    )
    hops = [hop for sheet in derived(tree, knowledge).estate.sheets.values() for hop in sheet.hops]
    assert ("clinic" in {hop.b for hop in hops}) is possible


def test_ways_that_nobody_closes_are_bounded(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = {f"h{number}": {"operator": "far", "keeps": "contact"} for number in range(4)}
    tree = changed(hosts=hosts, flows={"f": {"to": "unknown"}})
    monkeypatch.setattr(limits, "MOST_WAYS", 5)
    assert derived(tree, knowledge)
    monkeypatch.setattr(limits, "MOST_WAYS", 4)
    with pytest.raises(UsageRefused):
        derived(tree, knowledge)


@pytest.mark.parametrize(("content", "refused"), [("encrypted", True), ("none", False)])
def test_seals_upon_seals_are_bounded(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, content: str, *, refused: bool
) -> None:
    """Data sealed once, twice and three times counts for two, four and six open facts, looked for as certain and as possible."""
    places = ["people", "one", "two", "three"]
    keys = {f"k{number}": {"country": "FR", "parent": "none"} for number in range(3)}
    hosts = {name: {"operator": "cloud", "keeps": "none", "runs_on": "none"} for name in places[1:]}
    flows = {
        f"s{number}": {
            "for": "sales",
            "from": start,
            "to": end,
            "content": content,
            **({"keys": f"k{number}"} if content == "encrypted" else {}),
        }
        for number, (start, end) in enumerate(pairwise(places))
    }
    tree = changed(organisations=keys, hosts=hosts)
    tree["flows"] = flows
    monkeypatch.setattr(limits, "MOST_OPEN", 23)
    if refused:
        with pytest.raises(UsageRefused):
            assert derived(tree, knowledge).readability
    else:
        assert derived(tree, knowledge).readability
    monkeypatch.setattr(limits, "MOST_OPEN", 24)
    assert derived(tree, knowledge).readability


@pytest.mark.parametrize(
    ("clauses", "settled", "proof"),
    [
        ({"assessment": "done", "finds": "sufficient", "assessed_on": "2023-09-01"}, "false", True),
        ({"assessment": "done", "finds": "problematic", "assessed_on": "2023-09-01"}, "true", True),
        ({"assessment": "none"}, "", False),
    ],
)
def test_a_law_is_no_problem_where_an_assessment_shows_so(
    knowledge: Knowledge, clauses: Tree, settled: str, *, proof: bool
) -> None:
    tree = changed(flows={"f": {"from": "shop", "to": "far"}})
    tree["agreements"] = [{"between": ["shop", "far"], "is": "scc", "signed": "true", **clauses}]
    value = field(knowledge, tree, "transfer", "problematic_law")
    assert value.settled == settled
    assert any(route.startswith("agreements.shop>far.") for route in value.proof) is proof


def test_flows_of_which_both_ends_are_stated_are_no_ways_that_are_only_possible(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_WAYS", 1)
    stated = {f"f{n}": {"for": "sales", "from": "shop", "to": ["cloud", "lab"]} for n in range(3)}
    tree = changed(organisations={"lab": {"country": "FR"}}, flows=stated)
    assert len(derived(tree, knowledge).estate.sheets["sales"].hops) > len(stated)


def test_a_holder_of_keys_whom_nobody_names_is_nobody_who_can_open(knowledge: Knowledge) -> None:
    flow = {
        "for": "sales",
        "from": "shop",
        "to": "cloud",
        "content": "encrypted",
        "keys": ["shop", "unknown"],
    }
    estate = derived(changed(flows={"f": flow}), knowledge).estate
    assert openers(estate, "f", certain=True) == {"shop"}
    assert "unknown" not in openers(estate, "f", certain=False)


@pytest.mark.parametrize(
    ("data", "certain", "besides"),
    [
        (["contact", "unknown"], ["contact"], ["health"]),
        (["contact", "health"], ["contact", "health"], []),
        (["unknown"], ["contact", "health"], []),
    ],
)
def test_what_a_flow_may_carry_besides_is_what_it_does_not_carry_for_certain(
    knowledge: Knowledge, data: list[str], certain: list[str], besides: list[str]
) -> None:
    made = derived(
        {
            "people": {"people": {}},
            "organisations": {"shop": {"country": "FR"}},
            "activities": {
                "sales": {"people": "people", "data": ["contact", "health"], "controller": "shop"}
            },
            "flows": {"f": {"for": "sales", "from": "people", "to": "shop", "data": data}},
        },
        knowledge,
    )
    hop, *_ = made.estate.sheets["sales"].hops
    names = made.estate.sheets["sales"].names
    assert (sorted(names(hop.mask)), sorted(names(hop.more))) == (certain, besides)

"""In whose hands things are: data that a law reaches, data in passing, and facts that somebody can answer for."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model.law import Knowledge
from auditor.rules.addressees import Addressees
from auditor.rules.subjects import SUBJECTS
from tests.graph.test_roles import derived
from tests.rules.test_accountability import told
from tests.rules.test_small_fields import Tree, changed, field

US: Tree = {"country": "US"}
ASKED = ("custody", "data", "by", "country", "custodian", "host", "scale")
#: A front through which the data passes on its way.
THROUGH: Tree = {"f": {"through": "edge", "data": "contact"}}


def front(operator: str, **more: str) -> Tree:
    return {"operator": operator, "runs_on": "none", "keeps": "none", **more}


def reached(knowledge: Knowledge, tree: Tree) -> dict[str, tuple[str, dict[str, tuple[object, ...]]]]:
    """Each exposure of a case: the fact that it is about, and what its fields say."""
    made, kind = derived(tree, knowledge), SUBJECTS["exposure"]
    return {
        kind.id(each): (
            kind.route(each),
            {name: told(kind.fields[name].read(made, each)) for name in ASKED},
        )
        for each in kind.each(made)
    }


CASES: dict[str, tuple[Tree, str, str, str, str]] = {
    "operator": (
        changed(organisations={"cloud": US}),
        "store:cloud:US",
        "operator",
        "hosts.store.operator",
        "hosts.store.keeps",
    ),
    "machine": (
        changed(
            organisations={"far": US},
            hosts={"store": {"runs_on": "iron"}, "iron": front("far")},
        ),
        "store:far:US",
        "machine",
        "hosts.store.runs_on",
        "hosts.store.keeps",
    ),
    "transit": (
        changed(organisations={"far": US}, hosts={"edge": front("far")}, flows=THROUGH),
        "edge:far:US",
        "transit",
        "hosts.edge.operator",
        "hosts.edge.operator",
    ),
    "machine in transit": (
        changed(
            organisations={"far": US},
            hosts={"edge": front("cloud", runs_on="iron"), "iron": front("far")},
            flows=THROUGH,
        ),
        "edge:far:US",
        "transit",
        "hosts.edge.runs_on",
        "hosts.edge.runs_on",
    ),
    "kept on the way": (
        changed(organisations={"far": US}, hosts={"edge": front("far", keeps="contact")}, flows=THROUGH),
        "edge:far:US",
        "operator",
        "hosts.edge.operator",
        "hosts.edge.keeps",
    ),
}


@pytest.mark.parametrize(("tree", "name", "custody", "shown", "data"), CASES.values(), ids=CASES)
def test_data_is_in_the_hands_of_who_keeps_it_or_lets_it_pass(
    knowledge: Knowledge, tree: Tree, name: str, custody: str, shown: str, data: str
) -> None:
    found = reached(knowledge, tree)
    assert list(found) == [name]
    route, fields = found[name]
    host, who, country = name.split(":")
    assert fields["custody"] == (custody, (shown,), ())
    assert fields["data"] == ((("contact",), False), (data,), ())
    assert fields["by"] == ("direct", (f"organisations.{who}.country",), ())
    assert fields["country"][0] == country
    assert fields["custodian"][0] == who
    assert fields["host"][0] == host
    assert route == (shown if custody == "transit" else f"hosts.{host}.operator")
    assert fields["scale"] == (None, (), ("activities.sales.scale",))


@pytest.mark.parametrize(("tree", "name"), [(tree, name) for tree, name, *_ in CASES.values()], ids=CASES)
@pytest.mark.parametrize("scale", ["large", "small"])
def test_the_scale_is_that_of_the_activity_whose_data_is_reached(
    knowledge: Knowledge, tree: Tree, name: str, scale: str
) -> None:
    stated = {**tree, "activities": {"sales": {**tree["activities"]["sales"], "scale": scale}}}
    _, fields = reached(knowledge, stated)[name]
    assert fields["scale"] == (scale, ("activities.sales.scale",), ())


@pytest.mark.parametrize(
    ("organisations", "flow", "reached_"),
    [
        ({"far": {"country": "FR"}}, {}, False),
        ({"far": US}, {"content": "end-to-end"}, False),
        ({"far": US}, {"content": "none"}, True),
        ({"far": {"country": "FR"}, "cloud": US}, {}, True),
    ],
)
def test_a_law_reaches_what_somebody_under_it_has_in_clear(
    knowledge: Knowledge, organisations: Tree, flow: Tree, *, reached_: bool
) -> None:
    tree = changed(
        organisations=organisations,
        hosts={"edge": front("far")},
        flows={"f": {**THROUGH["f"], **flow}},
    )
    assert bool(reached(knowledge, tree)) is reached_


BOTH = ["contact", "health"]
#: What shows that the data came to the store, and is read there.
CAME = ("flows.f", "flows.f.content", "hosts.store.operator")


def passing(knowledge: Knowledge, **flows: Tree) -> tuple[Any, ...]:
    """What passes the store: what comes is of both kinds and readable, what goes on is of one, save what is said otherwise."""
    given = {"f": {"data": BOTH}, **{name: dict(flow) for name, flow in flows.items()}}
    for name, flow in given.items():
        start, end = ("store", "next") if name.startswith("on") else ("people", "store")
        stated = {"for": "sales", "from": start, "to": end, "data": "contact", "content": "none"}
        given[name] = {**stated, **flow}
    tree = changed(
        activities={"sales": {"data": BOTH}},
        hosts={"store": {"keeps": BOTH}, "next": front("far")},
        flows=given,
    )
    found = field(knowledge, tree, "reading", "passing", "cloud@store:sales")
    return found.sure, found.maybe, found.proof, found.missing


@pytest.mark.parametrize(
    ("flows", "sure", "maybe", "facts"),
    [
        ({}, (), (), ()),
        ({"on": {}}, ("contact",), (), (*CAME, "flows.on")),
        ({"on": {"data": BOTH}}, ("contact", "health"), (), (*CAME, "flows.on")),
        ({"on": {}, "on2": {"data": "health"}}, ("contact", "health"), (), (*CAME, "flows.on")),
        ({"on": {"data": "unknown"}}, (), ("contact", "health"), ("flows.on.data",)),
        ({"on": {"attempted": "true"}}, (), (), ()),
        ({"on": {"attempted": "unknown"}}, (), ("contact",), ("flows.on.attempted",)),
        ({"on": {"to": "unknown"}}, (), ("contact",), ("flows.on.to",)),
        ({"on": {"content": "end-to-end"}}, ("contact",), (), (*CAME, "flows.on")),
        ({"f": {"data": "health"}, "on": {}}, (), (), ()),
        ({"f": {"data": "unknown"}, "on": {}}, (), ("contact",), ("flows.f.data",)),
        ({"f": {"data": BOTH, "content": "unknown"}, "on": {}}, (), ("contact",), ("flows.f.content",)),
        (
            {"f": {"data": BOTH, "content": "unknown"}, "on": {"data": "unknown"}},
            (),
            ("contact", "health"),
            ("flows.on.data", "flows.f.content"),
        ),
        (
            {"f": {"content": "unknown"}, "g": {"data": "health", "content": "unknown"}, "on": {}},
            (),
            ("contact",),
            ("flows.f.content",),
        ),
        (
            {
                "f": {},
                "on": {"attempted": "unknown"},
                "on2": {"data": "health", "attempted": "unknown"},
            },
            (),
            ("contact",),
            ("flows.on.attempted",),
        ),
    ],
)
def test_what_comes_to_a_place_in_clear_and_goes_on_from_it_passes_there(
    knowledge: Knowledge,
    flows: Tree,
    sure: tuple[str, ...],
    maybe: tuple[str, ...],
    facts: tuple[str, ...],
) -> None:
    found = passing(knowledge, **flows)
    assert found[:2] == (sure, maybe)
    assert found[2:] == ((facts, ()) if sure else ((), facts))


@pytest.mark.parametrize(
    ("who", "route", "own"),
    [
        ("far", "ownership.cloud>far.votes", True),
        ("far", "ownership.cloud>far~b.votes", True),
        ("cloud", "ownership.cloud>far.votes", False),
        ("shop", "ownership.cloud>far.votes", False),
        ("far", "organisations.far.country", True),
        ("shop", "organisations.far.country", False),
        ("shop", "organisations.shop.country", True),
        ("shop", "case.as_of", True),
        ("far", "case.as_of", False),
        ("shop", "agreements.shop>cloud.signed", True),
        ("cloud", "agreements.shop>cloud.signed", True),
        ("far", "agreements.shop>cloud.signed", False),
    ],
)
def test_a_holding_is_a_fact_of_what_is_held_and_a_contract_of_both_parties(
    knowledge: Knowledge, who: str, route: str, *, own: bool
) -> None:
    tree = changed(ownership=[{"owner": "cloud", "of": "far", "votes": "60"}])
    tree["case"] = {"id": "example", "as_of": "2024-01-01", "about": "shop"}
    tree["agreements"] = [{"between": ["shop", "cloud"], "is": "processing"}]
    assert Addressees(derived(tree, knowledge).estate.case).is_own(who, route) is own

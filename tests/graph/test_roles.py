"""Roles: from the sheet and from contracts down the chain; what nobody states stays unknown."""

from __future__ import annotations

import copy
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.graph.exposure import Exposures
from auditor.graph.joint_controllers import Pair
from auditor.graph.network import network
from auditor.graph.processing_record import lacks
from auditor.loading.case.load import case_of
from auditor.model.evidence import Answer
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere

Tree = dict[str, Any]
ENDS = ("a", "b", "c", "d")


def derived(given_: Tree, knowledge: Knowledge) -> Derived:
    case, _ = case_of(given_, knowledge)
    return derive(build(Materials(case, knowledge, (), "2024-01-01", Nowhere())))


def case(agreements: list[tuple[str, str]], activity: Tree | None = None, **more: Tree) -> Tree:
    return {
        "people": {"people": {}},
        "organisations": {name: {"country": "FR"} for name in ENDS},
        "activities": {
            "work": {"people": "people", "data": "contact", "controller": "a", **(activity or {})}
        },
        "flows": {
            f"{x}-{y}": {"for": "work", "from": x, "to": y, "content": "none"}
            for x, y in (("a", "b"), ("b", "c"), ("c", "d"))
        },
        "agreements": [{"between": list(ends), "is": "processing"} for ends in agreements],
        **more,
    }


@pytest.fixture(scope="module")
def plain_knowledge() -> Knowledge:
    return Knowledge(
        countries={"FR": "France", "US": "US"}, eea={"FR": "1994-01-01"}, eu={"FR": "1958-01-01"}
    )


def test_contracts_make_processors_down_the_chain(plain_knowledge: Knowledge) -> None:
    roles = derived(case([("a", "b"), ("b", "c")], {"processors": "none"}), plain_knowledge).roles
    assert [(p.role.settled, p.tier.options) for p in (roles.of(x, "work") for x in ENDS)] == [
        ("controller", ("direct",)),
        ("processor", ("direct",)),
        ("processor", ("sub",)),
        ("third-party", ("direct",)),
    ]
    assert roles.of("c", "work").clients == ("b",)
    assert roles.of("c", "work").role.proof == (
        "agreements.b>c",
        "agreements.a>b",
        "activities.work.controller",
    )


def test_what_nobody_states_stays_unknown(plain_knowledge: Knowledge) -> None:
    roles = derived(case([("b", "c")], {"controller": "unknown"}), plain_knowledge).roles
    part = roles.of("c", "work")
    assert part.role.anything
    assert part.role.missing == ("activities.work.controller", "activities.work.processors")
    assert part.tier.options == ("direct", "sub")
    assert roles.of("b", "work").role.anything


def test_data_entrusted_without_a_contract_makes_a_processor_without_one(plain_knowledge: Knowledge) -> None:
    tree = case([("a", "b")], {"processors": "none"})
    tree["agreements"][0]["signed"] = "false"
    roles = derived(tree, plain_knowledge).roles
    part = roles.of("b", "work")
    assert part.role.settled == "processor"
    assert roles.contract(part).value is False


@pytest.mark.parametrize(
    ("stated", "binds"),
    [
        ({}, True),
        ({"signed": "true"}, True),
        ({"signed": "true", "complete": "true"}, True),
        ({"signed": "false"}, False),
        ({"complete": "false"}, False),
        ({"signed": "unknown"}, None),
        ({"complete": "unknown"}, None),
        ({"signed": "unknown", "complete": "true"}, None),
    ],
)
def test_a_contract_binds_a_processor_where_it_is_signed_and_complete(
    plain_knowledge: Knowledge, stated: Tree, binds: bool | None
) -> None:
    agreement = {"between": ["a", "b"], "is": "processing", **stated}
    tree = {**case([], {"processors": "b"}), "agreements": [agreement]}
    roles = derived(tree, plain_knowledge).roles
    found = roles.contract(roles.of("b", "work"))
    assert found.value is binds
    field = "complete" if "complete" in stated and "signed" not in stated else "signed"
    if binds is False:
        assert found.proof == (f"agreements.a>b.{field}",)
    if binds is None:
        assert found.missing == (f"agreements.a>b.{field}",)


def test_only_organisations_are_members_of_an_activity(plain_knowledge: Knowledge) -> None:
    tree = case([], {"processors": ["d", "unknown"]})
    del tree["flows"]["c-d"]
    assert derived(tree, plain_knowledge).roles.members("work") == ("a", "b", "c", "d")


def test_where_nobody_says_who_entrusts_a_processor_the_controller_is_asked_for(
    plain_knowledge: Knowledge,
) -> None:
    tree = case([], {"controller": "unknown", "processors": "b"})
    tree["flows"] = {"f": {"for": "work", "from": "people", "to": "b", "content": "none"}}
    roles = derived(tree, plain_knowledge).roles
    assert roles.contract(roles.of("b", "work")).missing == ("activities.work.controller",)


def test_whom_several_processors_entrust_is_shown_by_the_contract_with_the_first_by_id(
    plain_knowledge: Knowledge,
) -> None:
    several = [f"p{number}" for number in range(9)]
    tree = case([(name, "d") for name in several], {"processors": several})
    tree["organisations"].update({name: {"country": "FR"} for name in several})
    part = derived(tree, plain_knowledge).roles.of("d", "work")
    assert part.role.settled == "processor"
    assert "agreements.p0>d" in part.role.proof
    assert not {f"agreements.{name}>d" for name in several[1:]} & set(part.role.proof)


def test_data_that_moves_between_hosts_of_one_organisation_makes_it_no_processor_of_its_own(
    plain_knowledge: Knowledge,
) -> None:
    tree = case([], {"processors": "unknown"})
    tree["hosts"] = {name: {"operator": "d"} for name in ("one", "two")}
    tree["flows"] = {"f": {"for": "work", "from": "one", "to": "two", "content": "none"}}
    part = derived(tree, plain_knowledge).roles.of("d", "work")
    assert part.tier.options == ("direct",)
    assert part.clients == ("a",)


def test_who_runs_a_machine_below_is_shown_by_what_the_host_runs_on(plain_knowledge: Knowledge) -> None:
    tree = case([], {"processors": "unknown"})
    tree["hosts"] = {
        "app": {"operator": "b", "runs_on": "rack"},
        "rack": {"operator": "d", "kind": "data-centre"},
    }
    tree["flows"] = {"f": {"for": "work", "from": "a", "to": "app", "content": "none"}}
    part = derived(tree, plain_knowledge).roles.of("d", "work")
    assert part.role.proof == ("flows.f", "hosts.app.runs_on", "hosts.rack.operator")


def test_a_role_that_is_open_is_asked_for_and_not_shown(plain_knowledge: Knowledge) -> None:
    recipients = derived(case([]), plain_knowledge).recipients
    role = recipients.role("b", "work")
    assert role.anything
    assert (role.proof, role.missing) == ((), ("activities.work.processors",))
    received = next(found for found in recipients.all if found.who == "b")
    assert received.role.anything
    assert "activities.work.processors" in received.role.missing


def test_a_flow_through_nobody_knows_whom_is_received_by_somebody_unknown(plain_knowledge: Knowledge) -> None:
    tree = case([])
    tree["flows"]["a-b"]["through"] = "unknown"
    assert {"unknown", "b"} <= {found.who for found in derived(tree, plain_knowledge).recipients.all}


@pytest.mark.parametrize("named", ["unknown", "a", ["a", "unknown"]])
def test_a_list_that_names_nobody_else_names_no_recipient_that_no_flow_reaches(
    plain_knowledge: Knowledge, named: Any
) -> None:
    tree = case([], {"recipients": named, "processors": "b"})
    tree["flows"] = {"f": {"for": "work", "from": "a", "to": "b", "content": "none"}}
    assert derived(tree, plain_knowledge).recipients.without_flow == []
    tree["activities"]["work"]["recipients"] = "d"
    (found,) = derived(tree, plain_knowledge).recipients.without_flow
    assert found.who == "d"
    assert found.declared.proof == ("activities.work.recipients",)


def test_who_hosts_below_a_processor_without_a_contract_may_be_a_sub_processor(
    plain_knowledge: Knowledge,
) -> None:
    tree = case([("a", "b")], {"processors": ["b", "c"]}, flows={})
    tree["hosts"] = {
        "app": {"operator": "b", "runs_on": "hall"},
        "hall": {"operator": "c", "kind": "data-centre"},
    }
    tree["flows"] = {"in": {"for": "work", "from": "a", "to": "app"}}
    part = derived(tree, plain_knowledge).roles.of("c", "work")
    assert (part.role.settled, part.tier.options) == ("processor", ("direct", "sub"))
    assert part.tier.missing == ("agreements.b>c.signed",)


def test_a_branch_is_its_head(plain_knowledge: Knowledge) -> None:
    tree = case([("a", "b")])
    tree["organisations"]["b-lyon"] = {"branch_of": "b"}
    roles = derived(tree, plain_knowledge).roles
    assert roles.of("b-lyon", "work").role.settled == roles.of("b", "work").role.settled == "processor"


def test_the_order_of_questions_does_not_matter(plain_knowledge: Knowledge) -> None:
    tree = case([("a", "b"), ("b", "c"), ("c", "b"), ("d", "c")], {"processors": "none"})
    answers = set()
    for order in permutations(ENDS):
        roles = derived(tree, plain_knowledge).roles
        found = {who: roles.of(who, "work") for who in order}
        answers.add(tuple((who, found[who].role, found[who].tier) for who in ENDS))
    assert len(answers) == 1


PAIRS = st.lists(st.sampled_from([(x, y) for x in ENDS for y in ENDS if x != y]), max_size=6, unique=True)
LISTED = st.one_of(st.just("none"), st.lists(st.sampled_from(ENDS[1:]), min_size=1, max_size=3, unique=True))


@settings(max_examples=150)
@given(PAIRS, LISTED)
def test_what_is_certain_stays_so_when_the_list_is_closed(
    plain_knowledge: Knowledge, agreements: list[tuple[str, str]], processors: Any
) -> None:
    """Derived twice: a role shown while the list of processors is open holds for every way of closing it."""
    open_ = derived(case(agreements), plain_knowledge).roles
    closed = derived(case(agreements, {"processors": processors}), plain_knowledge).roles
    for who in ENDS:
        before, after = open_.of(who, "work"), closed.of(who, "work")
        assert before.role.settled in ("", after.role.settled)
        assert after.role.settled
        assert before.role.settled or before.role.missing


def pairs(tree: Tree, knowledge: Knowledge) -> list[Pair]:
    return derived(tree, knowledge).joint.all


@pytest.mark.parametrize(
    ("loads", "jointly"),
    [("at-once", True), ("consent", True), ("click", False), ("never", False), ("unknown", None)],
)
def test_an_embedded_element_is_joint_for_collection_only(
    plain_knowledge: Knowledge, loads: str, *, jointly: bool | None
) -> None:
    tree = case([], {"processors": "none"}, hosts={"page": {"operator": "a"}})
    tree["flows"] = {
        "button": {"for": "work", "from": "people", "to": "b", "embedded_in": "page", "loads": loads}
    }
    (pair,) = pairs(tree, plain_knowledge)
    assert (pair.first, pair.second, pair.scope, pair.jointly.value) == ("a", "b", "collection", jointly)
    assert pair.jointly.value is not None or pair.jointly.missing == ("flows.button.loads",)


def test_a_processor_behind_an_element_is_no_joint_controller(plain_knowledge: Knowledge) -> None:
    tree = case([("a", "b")], {"processors": "b"}, hosts={"page": {"operator": "a"}})
    tree["flows"] = {
        "fonts": {"for": "work", "from": "people", "to": "b", "embedded_in": "page", "loads": "at-once"}
    }
    assert [pair.jointly.value for pair in pairs(tree, plain_knowledge)] == [False]


def arranged(knowledge: Knowledge, *signed: str | None) -> Answer:
    """Whether an arrangement binds the two controllers of an activity, who made one for each of `signed`."""
    tree = case([], {"controller": ["a", "b"], "joint": "joint"})
    tree["organisations"]["branch"] = {"branch_of": "b"}
    tree["agreements"] = [
        {"between": ["a", other], "is": "joint", **({} if word is None else {"signed": word})}
        for other, word in zip(("b", "branch"), signed, strict=False)
    ]
    joint = derived(tree, knowledge).joint
    return joint.arrangement(next(pair for pair in joint.all if pair.scope == "activity"))


@pytest.mark.parametrize(
    ("signed", "binds", "missing"),
    [
        ((), None, ("agreements.a>b.joint",)),
        ((None,), True, ()),
        (("true",), True, ()),
        (("false",), False, ()),
        (("unknown",), None, ("agreements.a>b.signed",)),
        (("false", "unknown"), None, ("agreements.a>branch.signed",)),
        (("false", "true"), True, ()),
    ],
)
def test_an_arrangement_binds_where_one_is_signed_and_is_refused_where_all_are(
    plain_knowledge: Knowledge, signed: tuple[str | None, ...], binds: bool | None, missing: tuple[str, ...]
) -> None:
    found = arranged(plain_knowledge, *signed)
    assert (found.value, found.missing) == (binds, missing)


@pytest.mark.parametrize(
    ("stated", "jointly", "missing"),
    [
        ({"trigger": "load"}, True, ()),
        ({"trigger": "click"}, None, ("flows.button.loads",)),
        ({"loads": "at-once", "trigger": "click"}, True, ()),
        ({"loads": "at-once", "trigger": "unknown"}, True, ()),
    ],
)
def test_when_an_element_sends_is_asked_where_neither_its_loading_nor_its_trigger_tells(
    plain_knowledge: Knowledge, stated: Tree, jointly: bool | None, missing: tuple[str, ...]
) -> None:
    tree = case([], {"processors": "none"}, hosts={"page": {"operator": "a"}})
    tree["flows"] = {"button": {"for": "work", "from": "people", "to": "b", "embedded_in": "page", **stated}}
    (pair,) = pairs(tree, plain_knowledge)
    assert (pair.jointly.value, pair.jointly.missing) == (jointly, missing)


def test_where_nobody_says_whose_a_page_or_an_element_is_its_operator_is_asked_for(
    plain_knowledge: Knowledge,
) -> None:
    hosts = {"page": {"operator": "unknown"}, "widget": {"operator": "unknown"}}
    tree = case([], {"processors": "none"}, hosts=hosts)
    button = {"for": "work", "from": "people", "to": "widget", "embedded_in": "page", "loads": "at-once"}
    tree["flows"] = {"button": button}
    (pair,) = pairs(tree, plain_knowledge)
    assert pair.jointly.value is None
    assert pair.jointly.missing[:2] == ("hosts.page.operator", "hosts.widget.operator")


def test_who_names_nobody_is_shown_by_notice_and_register(plain_knowledge: Knowledge) -> None:
    tree = case([], {"processors": "c", "recipients": "none"})
    tree["notices"] = {"told": {"by": "a", "for": "work", "recipients": "d"}}
    declarations = derived(tree, plain_knowledge).declarations
    found = declarations.declared("b", "work")
    assert found.value is False
    assert found.proof == (
        "notices.told.recipients",
        "activities.work.recipients",
        "activities.work.processors",
    )
    assert declarations.declared("c", "work").proof == ("activities.work.processors",)
    assert declarations.declared("d", "work").proof == ("notices.told.recipients",)
    assert declarations.declared("a", "work").proof == ("notices.told.by",)


def test_a_notice_that_leaves_its_recipients_unknown_names_nobody_unknown(plain_knowledge: Knowledge) -> None:
    tree = case([], {"processors": "none", "recipients": "none"})
    tree["notices"] = {"told": {"by": "a", "for": "work", "recipients": "unknown"}}
    found = derived(tree, plain_knowledge).declarations.declared("unknown", "work")
    assert found.value is None
    assert found.missing == ("notices.told.recipients",)


def test_custodians_of_a_host_stand_in_order_of_id_and_none_keeps_for_itself_alone(
    knowledge: Knowledge,
) -> None:
    rack = {"operator": "a-machines", "kind": "data-centre"}
    others = {name: {"country": "FR", "parent": "none"} for name in ("a-machines", "z-vendor", "m-vendor")}
    links = [{"owner": name, "of": "d", "kind": "operations"} for name in ("z-vendor", "m-vendor")]
    tree = copy.deepcopy(hosted({"country": "FR"}, organisations=others, ownership=links))
    tree["hosts"] = {"store": {**STORE["hosts"]["store"], "runs_on": "rack"}, "rack": rack}
    held = derived(tree, knowledge).exposures.custodians.of("store")
    assert [found.who for found in held] == ["a-machines", "d", "m-vendor", "z-vendor"]
    tree["activities"]["work"] = {**STORE["activities"]["work"], "controller": "d"}
    assert "d" not in {found.who for found in derived(tree, knowledge).exposures.custodians.of("store")}
    tree["hosts"]["store"]["keeps"] = "health"
    held = derived(tree, knowledge).exposures.custodians.of("store")
    assert "d" in {found.who for found in held}, "of health data no activity says that d is the controller"


# exposure -------------------------------------------------------------------------------------------------------------

STORE: Tree = {
    "people": {"people": {}},
    "activities": {"work": {"people": "people", "data": "contact", "controller": "shop"}},
    "hosts": {"store": {"operator": "d", "keeps": "contact", "at_rest": "encrypted", "keys": "d"}},
}
STAKES = st.dictionaries(
    st.sampled_from([(x, y) for x in ENDS for y in ENDS if x != y]), st.integers(1, 60).map(str), max_size=5
)


def exposures(
    links: dict[tuple[str, str], str], countries: dict[str, str], knowledge: Knowledge
) -> Exposures:
    organisations = {
        name: {"country": countries.get(name, "FR"), "parent": "none", "is": "cloud"} for name in ENDS
    }
    tree = {
        **STORE,
        "organisations": {
            **organisations,
            "shop": {"country": "FR", "parent": "none"},
            "buyer": {"country": "US", "is": "cloud"},
        },
        "ownership": [{"owner": x, "of": y, "votes": votes} for (x, y), votes in links.items()],
    }
    return derived(tree, knowledge).exposures


@settings(max_examples=80)
@given(
    STAKES, st.sampled_from(["FR", "CN", "GB", "US"]), st.sampled_from(ENDS), st.integers(51, 100).map(str)
)
def test_adding_control_from_outside_never_lowers_a_level(
    knowledge: Knowledge, links: dict[tuple[str, str], str], country: str, of: str, votes: str
) -> None:
    before = exposures(links, {"a": country}, knowledge)
    others = {ends: stake for ends, stake in links.items() if ends[1] != of}
    after = exposures({**links, ("buyer", of): votes}, {"a": country}, knowledge)
    least = exposures({**others, ("buyer", of): votes}, {"a": country}, knowledge)
    low = max((e.low for e in before.all), default=0)
    assert max((e.low for e in after.all), default=0) >= low
    us_before = max((e.low for e in before.all if e.state == "US"), default=0)
    assert max((e.low for e in least.all if e.state == "US"), default=0) >= (us_before if of == "d" else 0)


def level(tree: Tree, knowledge: Knowledge, state: str) -> set[tuple[str, int, int]]:
    return {(e.custodian, e.low, e.high) for e in derived(tree, knowledge).exposures.all if e.state == state}


def hosted(operator: Tree, **more: Tree) -> Tree:
    organisations = {
        "shop": {"country": "FR", "parent": "none"},
        "d": {"parent": "none", "is": "cloud", **operator},
    }
    return {**STORE, "organisations": {**organisations, **more.pop("organisations", {})}, **more}


def test_a_licence_is_dependency_and_hands_on_is_custody(knowledge: Knowledge) -> None:
    vendor = {"vendor": {"country": "US", "parent": "none", "is": "cloud"}}
    for kind, expected in (("licence", {("d", 1, 1)}), ("operations", {("vendor", 1, 4)})):
        link = [{"owner": "vendor", "of": "d", "kind": kind}]
        assert (
            level(hosted({"country": "FR"}, organisations=vendor, ownership=link), knowledge, "US")
            == expected
        )


@pytest.mark.parametrize(
    ("access", "levels"),
    [
        ({}, (2, 2)),
        ({"access_from": "none"}, (1, 1)),
        ({"access_from": "FR"}, (1, 1)),
        ({"access_from": {"value": "none", "known": "declared"}}, (2, 2)),
        ({"access_from": ["FR", "US"]}, (2, 2)),
        ({"access_from": ["FR", "unknown"]}, (2, 2)),
    ],
)
def test_an_establishment_counts_unless_shown_to_be_without_access(
    knowledge: Knowledge, access: Tree, levels: tuple[int, int]
) -> None:
    below = {"d-us": {"country": "US", "parent": "d", "is": "cloud"}}
    assert level(hosted({"country": "FR", **access}, organisations=below), knowledge, "US") == {
        ("d", *levels)
    }
    assert level(hosted({"country": "FR", "presence": "US", **access}), knowledge, "US") == {("d", *levels)}


@pytest.mark.parametrize(
    ("country", "scope", "high"),
    [
        ("CH", {}, 3),
        ("IL", {}, 4),
        ("IL", {"in_scope": "true"}, 3),
        ("IL", {"in_scope": {"value": "true", "known": "declared"}}, 4),
    ],
)
def test_adequacy_is_one_class_lower_where_the_operator_is_shown_inside(
    knowledge: Knowledge, country: str, scope: Tree, high: int
) -> None:
    found = level(hosted({"country": country, **scope}), knowledge, country)
    assert {line[1:] for line in found} == {(0, high)}, "nobody verified these laws: possible only"


def test_a_state_whose_access_laws_are_not_held_is_a_question(knowledge: Knowledge) -> None:
    (line,) = [e for e in derived(hosted({"country": "TR"}), knowledge).exposures.all if e.state == "TR"]
    assert (line.instrument, line.low, line.high, line.missing) == ("", 0, 4, ("countries.TR.access_laws",))


def tied(
    knowledge: Knowledge, controllers: dict[str, str], people: dict[str, str], **sheets: Tree
) -> Derived:
    """Activities of controllers of which only the country is stated, each with its people."""
    tree: Tree = {
        "people": {name: {"country": country} for name, country in people.items()},
        "organisations": {name: {"country": country} for name, country in controllers.items()},
        "activities": {name: {"data": "contact", **sheet} for name, sheet in sheets.items()},
    }
    return derived(tree, knowledge)


def test_a_regime_is_in_doubt_only_where_every_activity_asked_about_is(knowledge: Knowledge) -> None:
    made = tied(
        knowledge,
        {"far": "IN", "near": "FR"},
        {"unplaced": "unknown", "here": "FR"},
        abroad={"controller": "far", "people": "unplaced"},
        home={"controller": "near", "people": "here"},
    ).regimes
    assert made.applies(["home"]).value is True
    assert made.applies(["abroad"]).value is None
    assert made.applies(["abroad"]).missing == ("organisations.far.regime",)
    assert made.applies(["abroad", "home"]).value is True
    assert made.applies([]).value is True
    assert made.of("home").settled == "gdpr"


def test_people_abroad_of_a_controller_abroad_leave_no_tie_to_the_union(knowledge: Knowledge) -> None:
    made = tied(knowledge, {"far": "IN"}, {"there": "IN"}, x={"controller": "far", "people": "there"}).regimes
    assert made.of("x").settled == "none"
    assert made.of("x").proof == ("organisations.far.country", "people.there.country")
    here = tied(knowledge, {"far": "IN"}, {"here": "FR"}, x={"controller": "far", "people": "here"}).regimes
    assert here.of("x").settled == "gdpr"


def test_a_controller_with_an_establishment_in_the_union_is_tied_to_it(knowledge: Knowledge) -> None:
    tree: Tree = {
        "people": {"there": {"country": "IN"}},
        "organisations": {"far": {"country": "IN", "presence": "FR"}},
        "activities": {"x": {"data": "contact", "controller": "far", "people": "there"}},
    }
    assert derived(tree, knowledge).regimes.of("x").settled == "gdpr"


def test_what_an_entry_of_the_register_leaves_out_is_shown_by_the_register(knowledge: Knowledge) -> None:
    tree = case([], {"recorded": "true", "processors": ["b", "unknown"], "recipients": ["c", "unknown"]})
    found = lacks(derived(tree, knowledge).estate, derived(tree, knowledge).estate.sheets["work"])
    assert found.maybe == ("recipients",)
    assert {"purpose", "retention", "measures"} <= set(found.sure)
    assert found.proof == ("activities.work.recorded",)
    assert found.missing == ("activities.work.recipients",)


def test_an_adequacy_decision_is_on_its_own_country(knowledge: Knowledge) -> None:
    laws = derived(case([]), knowledge).exposures.laws
    assert laws.adequacy("CH") == [True]
    assert laws.adequacy("IN") == []
    assert laws.adequacy("US") == [False]


@pytest.mark.parametrize(
    ("duties", "country", "bound", "shown"),
    [
        ("sgb-v-393", "DE", True, ("activities.work.controller", "organisations.a.duties")),
        ("none", "DE", False, ("organisations.a.duties",)),
        ("unknown", "FR", False, ("activities.work.controller", "organisations.a.country")),
        ("unknown", "DE", None, ("organisations.a.duties",)),
    ],
)
def test_a_special_duty_binds_by_what_is_said_of_a_controller(
    knowledge: Knowledge, duties: str, country: str, bound: bool | None, shown: tuple[str, ...]
) -> None:
    tree = case([], {"data": "health"}, hosts={"store": {"operator": "b", "keeps": "health"}})
    tree["organisations"]["a"] = {"country": country, "duties": duties}
    found = derived(tree, knowledge).care.bound_by_sgb("store")
    assert found.value is bound
    assert (found.missing if bound is None else found.proof) == shown


def test_no_duty_or_no_sensitive_data_each_shows_that_the_state_is_not_bound(knowledge: Knowledge) -> None:
    def bound(duties: str, sensitive: str) -> Answer:
        tree = case([], {"sren_sensitive": sensitive}, hosts={"store": {"operator": "b", "keeps": "contact"}})
        tree["organisations"]["a"] = {"country": "FR", "duties": duties}
        return derived(tree, knowledge).care.of_the_state("store")

    assert bound("none", "unknown").value is False
    assert bound("none", "unknown").proof == ("organisations.a.duties",)
    assert bound("unknown", "false").value is False
    assert bound("unknown", "unknown").value is None


def test_a_place_that_nobody_names_is_of_an_unknown_kind_in_the_network(knowledge: Knowledge) -> None:
    tree = case([])
    tree["flows"] = {"f": {"for": "work", "from": "a", "to": "b", "through": "unknown", "content": "none"}}
    read, _ = case_of(tree, knowledge)
    made = network(Materials(read, knowledge, (), "2024-01-01", Nowhere()))
    kinds = dict(made.nodes(data="kind"))
    assert (kinds["unknown"], kinds["a"], kinds["people"]) == ("unknown", "organisation", "people")


def test_a_flow_to_a_place_that_is_gone_and_to_another_still_reaches_the_other(knowledge: Knowledge) -> None:
    hosts = {"old": {"operator": "b", "until": "2020-01-01"}, "new": {"operator": "c"}}
    tree = case([], hosts=hosts)
    tree["flows"] = {"f": {"for": "work", "from": "a", "to": ["old", "new"], "content": "none"}}
    estate = derived(tree, knowledge).estate
    assert [(hop.a, hop.b) for hop in estate.sheets["work"].hops] == [("a", "new")]


def test_a_body_without_the_duty_is_not_bound_though_its_data_are_sensitive(knowledge: Knowledge) -> None:
    tree = case([], {"sren_sensitive": "true"}, hosts={"store": {"operator": "b", "keeps": "contact"}})
    tree["organisations"]["a"] = {"country": "FR", "duties": "none"}
    found = derived(tree, knowledge).care.of_the_state("store")
    assert (found.value, found.proof) == (False, ("organisations.a.duties",))

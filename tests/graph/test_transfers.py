"""Transfers by the three criteria, what they rest on, and what may never follow."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.api.assess import judged
from auditor.api.read import all_policies, knowledge_base
from auditor.graph import exposure, transfer_grounds, transfers
from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.graph.importers import Importers, Party
from auditor.loading.case.load import case_of
from auditor.loading.knowledge.as_of import known_on
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere, plain
from auditor.model.result.document import Result

Tree = dict[str, Any]
KNOWLEDGE = knowledge_base()
PACK = tuple(policy for policy in all_policies() if policy.policy == "transfers")
BASE: Tree = {
    "case": {"id": "example", "as_of": "2024-01-01"},
    "people": {"person": {}},
    "organisations": {
        "shop": {"country": "FR", "parent": "none"},
        "branch": {"country": "US", "branch_of": "shop"},
        "far": {"country": "US", "parent": "none"},
        "far-branch": {"country": "IE", "branch_of": "far"},
        "near": {"country": "IE", "parent": "far"},
        "farther": {"country": "IN", "parent": "none"},
        "body": {"kind": "international-organisation", "country": "CH"},
    },
    "activities": {"sales": {"people": "person", "data": "contact", "controller": "shop"}},
    "hosts": {"app": {"operator": "shop", "location": "FR"}, "site": {"operator": "shop", "location": "FR"}},
}


def derived(knowledge: Knowledge, changes: Tree, as_of: str = "") -> Derived:
    tree = copy.deepcopy(BASE)
    tree["case"].update(changes.get("case", {}))
    for section, entries in ((name, part) for name, part in changes.items() if name != "case"):
        for name, entry in entries.items():
            tree.setdefault(section, {}).setdefault(name, {}).update(entry)
    case, _ = case_of(tree, knowledge)
    day = as_of or str(plain(case.case.as_of))
    return derive(build(Materials(case=case, knowledge=knowledge, policies=(), as_of=day, places=Nowhere())))


def out(
    knowledge: Knowledge, flow: Tree, changes: Tree | None = None, as_of: str = ""
) -> list[tuple[str, str, bool]]:
    """Exporter, importer and whether it is certain, of each transfer of one flow."""
    made = derived(
        knowledge, {**(changes or {}), "flows": {"f": {"for": "sales", "content": "none", **flow}}}, as_of
    )
    return [(t.exporter, t.importer, not t.missing) for t in made.transfers.all]


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ({"from": "app", "to": "far"}, [("shop", "far", True)]),
        ({"from": "app", "to": "branch"}, []),
        ({"from": "app", "to": "near"}, []),
        ({"from": "shop", "to": "farther"}, [("shop", "farther", True)]),
        ({"from": "app", "to": "body"}, [("shop", "body", True)]),
        ({"from": "person", "to": "far"}, [("shop", "far", False)]),
        ({"from": "person", "to": "far", "arranged_by": "none"}, []),
        ({"from": "person", "to": "far", "arranged_by": "shop"}, [("shop", "far", True)]),
        ({"from": "person", "to": "far", "embedded_in": "site", "loads": "at-once"}, [("shop", "far", True)]),
        (
            {"from": "person", "to": "far", "embedded_in": "site", "trigger": "click"},
            [("shop", "far", False)],
        ),
        (
            {"from": "person", "to": "far", "embedded_in": "site", "loads": "click", "trigger": "click"},
            [("shop", "far", True)],
        ),
        ({"from": "person", "to": "far", "embedded_in": "site"}, [("shop", "far", False)]),
        ({"from": "person", "to": "far", "embedded_in": "site", "loads": "never"}, []),
        (
            {"from": "person", "to": "far", "embedded_in": "site", "loads": "never", "trigger": "click"},
            [("shop", "far", False)],
        ),
        ({"from": "far", "to": "farther"}, []),
        ({"from": "app", "to": "far", "arranged_by": "farther"}, [("shop", "far", True)]),
    ],
)
def test_who_exports_to_whom(knowledge: Knowledge, flow: Tree, expected: list[tuple[str, str, bool]]) -> None:
    assert out(knowledge, flow) == expected


def test_a_branch_of_a_foreign_person_is_that_person(knowledge: Knowledge) -> None:
    assert out(knowledge, {"from": "app", "to": "far-branch"}) == [("shop", "far-branch", True)]


@pytest.mark.parametrize(
    ("operator", "host", "organisation", "expected"),
    [
        ("far", {"location": "IE"}, {}, [("shop", "far", False)]),
        ("far", {"location": "IE"}, {"run_from": "IE"}, []),
        ("far", {"location": "IE"}, {"run_from": "US"}, [("shop", "far", True)]),
        ("far", {}, {}, [("shop", "far", True)]),
        ("near", {"location": ["IE", "US"]}, {}, [("shop", "near", False)]),
        ("near", {"location": "US", "runs_on": "none"}, {}, [("shop", "near", False)]),
        ("near", {"location": "US", "runs_on": "none"}, {"run_from": "US"}, [("shop", "near", True)]),
        ("near", {"location": "US", "runs_on": "none"}, {"run_from": "IE"}, []),
        ("near", {"location": "IE"}, {}, []),
        ("far", {}, {"kind": "group"}, [("shop", "far", False)]),
        ("near", {}, {}, [("shop", "near", False)]),
        ("near", {"location": "unknown"}, {}, [("shop", "near", False)]),
        ("near", {"location": ["IE", "unknown"]}, {}, [("shop", "near", False)]),
    ],
)
def test_where_the_importer_is(
    knowledge: Knowledge, operator: str, host: Tree, organisation: Tree, expected: list[tuple[str, str, bool]]
) -> None:
    changes = {"hosts": {"store": {"operator": operator, **host}}, "organisations": {operator: organisation}}
    assert out(knowledge, {"from": "app", "to": "store"}, changes) == expected


def test_where_an_importer_is_a_group_it_is_asked_which_of_it_receives(knowledge: Knowledge) -> None:
    changes = {
        "organisations": {"far": {"kind": "group"}},
        "hosts": {"store": {"operator": "far"}},
        "flows": {"f": {"for": "sales", "from": "app", "to": "store", "content": "none"}},
    }
    (transfer,) = derived(knowledge, changes).transfers.all
    assert transfer.missing == ("organisations.far.kind",)


def test_who_runs_a_machine_below_receives_too(knowledge: Knowledge) -> None:
    changes = {"hosts": {"app": {"runs_on": "cloud"}, "cloud": {"operator": "far", "kind": "data-centre"}}}
    assert out(knowledge, {"from": "person", "to": "app"}, changes) == [("shop", "far", True)]


def test_whose_place_stands_on_machines_of_another_abroad_sends_to_that_other(knowledge: Knowledge) -> None:
    changes = {
        "hosts": {
            "store": {"operator": "near", "location": "US", "runs_on": "cloud"},
            "cloud": {"operator": "far", "location": "US"},
        }
    }
    assert out(knowledge, {"from": "app", "to": "store"}, changes) == [("near", "far", True)]


def test_an_importer_that_passes_data_on(knowledge: Knowledge) -> None:
    flows = {
        "a": {"for": "sales", "from": "app", "to": "crm", "content": "none"},
        "b": {"for": "sales", "from": "crm", "to": "farther", "content": "none"},
    }
    made = derived(knowledge, {"hosts": {"crm": {"operator": "far"}}, "flows": flows})
    assert [(t.exporter, t.sender, t.importer, t.onward) for t in made.transfers.all] == [
        ("shop", "shop", "far", False),
        ("shop", "far", "farther", True),
    ]


def test_only_what_an_importer_received_is_passed_on(knowledge: Knowledge) -> None:
    flows = {
        "a": {"for": "sales", "from": "app", "to": "far", "data": "contact", "content": "none"},
        "b": {
            "for": "sales",
            "from": "far",
            "to": "farther",
            "data": ["contact", "image"],
            "content": "none",
        },
        "c": {"for": "sales", "from": "farther", "to": "body", "data": "image", "content": "none"},
    }
    sheet = {"activities": {"sales": {"data": ["contact", "image"]}}}
    made = derived(knowledge, {**sheet, "flows": flows})
    assert [t.id for t in made.transfers.all] == ["a:far", "b:farther"]


def test_a_possible_transfer_hides_no_certain_one_to_the_same_importer(knowledge: Knowledge) -> None:
    """What people may send to the importer by themselves, its lower machine gets from somebody of the EEA for certain."""
    hosts = {
        "front": {"operator": "far", "location": "US", "runs_on": "middle"},
        "middle": {"operator": "shop", "location": "FR", "runs_on": "back"},
        "back": {"operator": "far", "location": "US", "runs_on": "none"},
    }
    assert out(knowledge, {"from": "person", "to": "front"}, {"hosts": hosts}) == [("shop", "far", True)]


def test_a_certain_chain_is_followed_before_a_possible_one(knowledge: Knowledge) -> None:
    """Two importers that may export of their own send each other what one of them received for certain."""
    flows = {
        name: {"for": "sales", "from": start, "to": end, "content": "none"}
        for name, start, end in (("a", "far", "farther"), ("b", "farther", "far"), ("c", "app", "far"))
    }
    controllers = {"activities": {"sales": {"controller": ["shop", "far", "farther"]}}}
    made = derived(knowledge, {**controllers, "flows": flows})
    assert [(t.id, not t.missing) for t in made.transfers.all] == [
        ("a:farther", True),
        ("b:far", True),
        ("c:far", True),
    ]


def test_a_flow_that_has_ended_is_not_implied_anew_by_the_register(knowledge: Knowledge) -> None:
    flow = {"from": "app", "to": "far", "until": "2020-12-03"}
    processed = {"activities": {"sales": {"processors": "far"}}}
    assert out(knowledge, flow, processed, "2020-10-01") == [("shop", "far", True)]
    assert out(knowledge, flow, processed, "2022-12-15") == []


def test_where_the_gdpr_does_not_apply_nothing_is_exported(knowledge: Knowledge) -> None:
    assert out(knowledge, {"from": "app", "to": "far"}, {"organisations": {"shop": {"regime": "none"}}}) == []
    assert out(knowledge, {"from": "app", "to": "far"}, {"organisations": {"shop": {"regime": "eudpr"}}})


def test_an_institution_of_the_union_is_under_its_own_regulation(knowledge: Knowledge) -> None:
    flows = {"f": {"for": "sales", "from": "app", "to": "far", "content": "none"}}
    changes = {"organisations": {"shop": {"country": "none"}}, "flows": flows}
    assert [bool(t.missing) for t in derived(knowledge, changes).transfers.all] == [True]
    changes["case"] = {"regime": "eudpr", "about": "shop"}
    assert [bool(t.missing) for t in derived(knowledge, changes).transfers.all] == [False]


def test_whom_a_relay_serves_exports_to_it_where_it_arranges_the_sending(knowledge: Knowledge) -> None:
    """A proxy that ends TLS, run by a US company for a European controller (CNPD 2021/533)."""
    flow = {"from": "person", "through": "edge", "to": "app"}
    changes = {"hosts": {"edge": {"operator": "far"}}, "activities": {"sales": {"processors": "far"}}}
    assert out(knowledge, flow, changes) == [("shop", "far", False)]
    assert out(knowledge, {**flow, "arranged_by": "shop"}, changes) == [("shop", "far", True)]


@pytest.mark.parametrize(("day", "count"), [("2020-12-31", 0), ("2021-03-01", 0), ("2021-06-28", 1)])
def test_the_bridge_to_the_united_kingdom(knowledge: Knowledge, day: str, count: int) -> None:
    flows = {"f": {"for": "sales", "from": "app", "to": "far", "content": "none"}}
    made = derived(knowledge, {"organisations": {"far": {"country": "GB"}}, "flows": flows}, day)
    assert len(made.transfers.all) == count
    assert ("GB" in made.transfers.bridged) == (day == "2021-03-01")


def ground(
    knowledge: Knowledge, what: str, far: Tree, flow: Tree, as_of: str = "", **more: Any
) -> tuple[str, ...]:
    given_flow = {"for": "sales", "from": "app", "to": "far", "content": "none", **flow}
    changes = {"organisations": {"far": far}, "flows": {"f": given_flow}, **more}
    made = derived(knowledge, changes, as_of)
    (transfer,) = made.transfers.all
    answer = getattr(made.grounds, what)(transfer)
    return answer[0].options if isinstance(answer, tuple) else answer.options


@pytest.mark.parametrize(
    ("far", "day", "adequate"),
    [
        ({"dpf": "true"}, "2024-01-01", ("true",)),
        ({"dpf": "false"}, "2024-01-01", ("false",)),
        ({}, "2024-01-01", ("false", "true")),
        ({"dpf": "true"}, "2023-07-09", ("false",)),
        ({"dpf": {"value": "true", "since": "2023-11"}}, "2023-10-15", ("false", "true")),
        ({"dpf": {"value": "true", "since": "2023-11"}}, "2023-12-15", ("true",)),
        ({"dpf": {"value": "true", "until": "2024-06"}}, "2024-07-01", ("false", "true")),
        ({"dpf": "true", "dpf_covers": "hr"}, "2024-01-01", ("false",)),
        ({"dpf": "true", "dpf_covers": ["hr", "non-hr"]}, "2024-01-01", ("true",)),
        ({"dpf": "true", "dpf_covers": ["non-hr", "designated-services"]}, "2024-01-01", ("false", "true")),
        ({"dpf": "true", "dpf_covers": "designated-services"}, "2024-01-01", ("false", "true")),
        ({"dpf": "true", "dpf_covers": ["hr", "designated-services"]}, "2024-01-01", ("false",)),
        ({"privacy_shield": "true"}, "2020-06-01", ("true",)),
        ({"privacy_shield": "true"}, "2020-07-16", ("false",)),
        ({"country": "JP"}, "2024-01-01", ("false", "true")),
        ({"country": "JP", "in_scope": "true"}, "2024-01-01", ("true",)),
        ({"country": "CH"}, "2024-01-01", ("true",)),
        ({"country": "IN"}, "2024-01-01", ("false",)),
    ],
)
def test_what_is_adequate_when(knowledge: Knowledge, far: Tree, day: str, adequate: tuple[str, ...]) -> None:
    assert ground(knowledge, "adequate", far, {}, day) == adequate


def test_data_of_employees_is_covered_only_where_it_is_said(knowledge: Knowledge) -> None:
    staff = {"activities": {"sales": {"data": "employment"}}}
    assert ground(knowledge, "adequate", {"dpf": "true"}, {}, **staff) == ("false", "true")
    assert ground(knowledge, "adequate", {"dpf": "true", "dpf_covers": "non-hr"}, {}, **staff) == ("false",)
    assert ground(knowledge, "adequate", {"dpf": "true", "dpf_covers": "hr"}, {}, **staff) == ("true",)


@pytest.mark.parametrize(
    ("far", "day", "read"),
    [
        ({"dpf": {"value": "true", "known": "declared"}}, "2024-01-01", ("own-statement",)),
        ({"dpf": {"value": "true", "known": "documented"}}, "2024-01-01", ("list",)),
        ({"dpf": {"value": "true", "known": "alleged"}}, "2024-01-01", ("others",)),
        (
            {"dpf": {"value": "true", "known": "declared", "since": "2024-02"}},
            "2024-01-01",
            transfer_grounds.READ,
        ),
        ({"dpf": "false"}, "2024-01-01", ("none",)),
        ({}, "2024-01-01", transfer_grounds.READ),
    ],
)
def test_who_says_that_an_importer_is_listed(
    knowledge: Knowledge, far: Tree, day: str, read: tuple[str, ...]
) -> None:
    assert ground(knowledge, "listing_read", far, {}, day) == read


def test_an_entry_of_the_framework_says_nothing_under_another_decision(knowledge: Knowledge) -> None:
    assert ground(knowledge, "covered", {"privacy_shield": "true"}, {}, "2020-06-01") == ("none",)
    assert ground(knowledge, "covered", {"dpf": "true", "dpf_covers": "non-hr"}, {}, "2024-01-01") == (
        "true",
    )


def test_an_absent_tool_is_not_none(knowledge: Knowledge) -> None:
    assert ground(knowledge, "tool", {}, {}) == ()
    assert ground(knowledge, "tool", {}, {"tool": "none"}) == ("none",)
    assert ground(knowledge, "derogation", {}, {}) == ()
    ended = {"tool": {"value": "none", "since": "2021-08"}}
    assert ground(knowledge, "tool", {}, ended, "2021-07-01") == ()
    assert ground(knowledge, "tool", {}, ended, "2022-06-01") == ("none",)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2020-07-15", ("false", "true")),
        ("2020-07-16", ("true",)),
        ("2023-07-09", ("true",)),
        ("2023-07-10", ("false", "true")),
    ],
)
def test_when_the_law_is_known_to_defeat_tools(
    knowledge: Knowledge, day: str, answer: tuple[str, ...]
) -> None:
    assert ground(knowledge, "problematic_law", {}, {}, day) == answer


def test_what_was_known_of_the_law_on_a_day(knowledge: Knowledge) -> None:
    assert not known_on(knowledge, "2020-07-15").problematic
    assert known_on(knowledge, "2021-06-01").problematic["us-2020"].until == ""
    assert known_on(knowledge, "2024-01-01").problematic == knowledge.problematic
    assert not known_on(knowledge, "2020-07-15").bridges


def test_of_any_other_law_nothing_is_known(knowledge: Knowledge) -> None:
    assert ground(knowledge, "problematic_law", {"country": "IN"}, {}, "2021-06-01") == ("false", "true")


def test_a_decision_on_a_body_covers_that_body(knowledge: Knowledge) -> None:
    office = msgspec.structs.replace(
        knowledge.adequacy["ch"], country="", organisation="body", whole="false", since="2023-01-01"
    )
    known = msgspec.structs.replace(knowledge, adequacy={**knowledge.adequacy, "office": office})
    flows = {"f": {"for": "sales", "from": "app", "to": "body", "content": "none"}}
    for base, words in ((knowledge, ("none",)), (known, ("whole",))):
        made = derived(base, {"flows": flows})
        assert made.grounds.decision(made.transfers.all[0])[0].options == words


@pytest.mark.parametrize(
    ("flow", "readable"),
    [
        ({"content": "none"}, ("true",)),
        ({"content": "encrypted", "keys": "shop"}, ("false",)),
        ({"content": "encrypted", "keys": ["shop", "far"]}, ("true",)),
        ({"content": "unknown"}, ("false", "true")),
    ],
)
def test_what_the_importer_can_read(knowledge: Knowledge, flow: Tree, readable: tuple[str, ...]) -> None:
    assert ground(knowledge, "readable", {}, flow) == readable


ENDS = ("person", "app", "store", "shop", "branch", "far", "far-branch", "near", "farther")
SETTLED: dict[str, Any] = {
    "from": st.sampled_from(ENDS),
    "to": st.sampled_from(ENDS[1:]),
    "arranged_by": st.sampled_from(["none", "shop", "far"]),
    "tool": st.sampled_from(["none", "scc", "adequacy"]),
    "derogation": st.sampled_from(["none", "a"]),
    "content": st.sampled_from(["none", "encrypted"]),
    "keys": st.sampled_from(["shop", "far", "none"]),
    "loads": st.sampled_from(["at-once", "click", "never"]),
    "trigger": st.sampled_from(["load", "click"]),
}
WORLD = st.fixed_dictionaries(
    {
        "flows": st.dictionaries(
            st.sampled_from(["f1", "f2", "f3"]),
            st.fixed_dictionaries({"from": SETTLED["from"], "to": SETTLED["to"]}, optional={k: v for k, v in SETTLED.items() if k not in ("from", "to")}),
            min_size=1,
        ),
        "operator": st.sampled_from(["shop", "far", "near", "branch"]),
        "location": st.sampled_from(["FR", "US", None]),
        "dpf": st.sampled_from(["true", "false", None]),
        "embedded": st.booleans(),
        "day": st.sampled_from(["2020-06-01", "2021-06-01", "2024-01-01"]),
    }
)  # fmt: skip


def tree_of_world(world: Tree) -> Tree:
    tree = copy.deepcopy(BASE)
    store = {"operator": world["operator"]}
    if world["location"]:
        store["location"] = world["location"]
    if world["dpf"]:
        tree["organisations"]["far"]["dpf"] = world["dpf"]
    tree["hosts"]["store"] = store
    embedded = {"embedded_in": "site"} if world["embedded"] else {}
    tree["flows"] = {name: {"for": "sales", **embedded, **flow} for name, flow in world["flows"].items()}
    tree["case"]["as_of"] = world["day"]
    tree["auditor"], tree["known"] = "1", "documented"
    return tree


def materials_of(tree: Tree, knowledge: Knowledge) -> Materials:
    case, scenarios = case_of({k: v for k, v in tree.items() if k not in ("auditor", "known")}, knowledge)
    day = str(plain(case.case.as_of))
    return Materials(
        case=case, knowledge=knowledge, policies=PACK, as_of=day, places=Nowhere(), scenarios=scenarios
    )


def transfers_of(tree: Tree) -> Derived:
    return derive(build(materials_of(tree, KNOWLEDGE)))


def said(tree: Tree, rule: str, knowledge: Knowledge) -> set[str]:
    """The transfers for which a rule is established."""
    matches = judged(materials_of(tree, knowledge))[1].matches
    return {match.id for match in matches if match.rule.id == rule and match.established}


MANY = settings(max_examples=150)


@MANY
@given(WORLD, st.sampled_from(["loads", "trigger", "content", "keys", "tool", "derogation"]), st.data())
def test_knowing_more_only_narrows(world: Tree, field: str, data: st.DataObject) -> None:
    """What is certain with a fact forgotten is certain with it; what is possible with it is possible without."""
    tree = tree_of_world(world)
    name = data.draw(st.sampled_from(sorted(tree["flows"])))
    less = copy.deepcopy(tree)
    less["flows"][name][field] = "unknown"
    knowing, forgetting = transfers_of(tree).transfers.all, transfers_of(less).transfers.all
    assert {t.id for t in forgetting if not t.missing} <= {t.id for t in knowing if not t.missing}
    assert {t.id for t in knowing} <= {t.id for t in forgetting}
    for rule in ("XFR-001", "XFR-002", "XFR-003", "XFR-005"):
        assert said(less, rule, KNOWLEDGE) <= said(tree, rule, KNOWLEDGE), rule


@MANY
@given(WORLD)
def test_no_transfer_within_one_person_nor_by_somebody_the_gdpr_does_not_reach(world: Tree) -> None:
    made = transfers_of(tree_of_world(world)).transfers
    for transfer in made.all:
        assert made.head(transfer.sender) != made.head(transfer.importer)
        assert made.head(transfer.exporter) in ("shop", "near")


@MANY
@given(WORLD)
def test_a_transfer_lacks_a_decision_or_is_outside_one_not_both(world: Tree) -> None:
    tree = tree_of_world(world)
    assert said(tree, "XFR-001", KNOWLEDGE).isdisjoint(said(tree, "XFR-002", KNOWLEDGE))


@MANY
@given(WORLD)
def test_the_list_never_lowers_reach_or_exposure(world: Tree) -> None:
    made = []
    for answer in ("true", "false"):
        tree = tree_of_world({**world, "dpf": answer})
        tree["hosts"]["store"]["keeps"] = "contact"
        made.append(transfers_of(tree))
    listed, unlisted = made
    assert listed.exposures.all == unlisted.exposures.all
    assert {t.id for t in listed.transfers.all} == {t.id for t in unlisted.transfers.all}


@MANY
@given(WORLD, st.sampled_from(["US", "IN"]))
def test_another_decision_never_adds_a_transfer_without_ground(world: Tree, country: str) -> None:
    tree = tree_of_world(world)
    decision = msgspec.structs.replace(KNOWLEDGE.adequacy["ch"], country=country, since="2000-01-01")
    more = msgspec.structs.replace(KNOWLEDGE, adequacy={"new": decision, **KNOWLEDGE.adequacy})
    for rule in ("XFR-001", "XFR-002", "XFR-003", "XFR-005"):
        assert said(tree, rule, more) <= said(tree, rule, KNOWLEDGE), rule


def test_exposure_and_transfer_share_no_code() -> None:
    """ADR 4: neither derivation reads the other."""
    assert {"Exposures", "Exposure", "Reaches", "Reach"}.isdisjoint(
        {*vars(transfers), *vars(transfer_grounds)}
    )
    assert {"Transfers", "Transfer", "Grounds"}.isdisjoint(vars(exposure))


def test_what_is_passed_on_must_be_what_was_received(knowledge: Knowledge) -> None:
    flows = {
        "a": {"for": "sales", "from": "app", "to": "crm", "content": "none", "data": "contact"},
        "b": {"for": "sales", "from": "crm", "to": "farther", "content": "none", "data": "health"},
    }
    sheet = {"activities": {"sales": {"data": ["contact", "health"]}}, "hosts": {"crm": {"operator": "far"}}}
    assert [t.importer for t in derived(knowledge, {**sheet, "flows": flows}).transfers.all] == ["far"]


@pytest.mark.parametrize(
    ("assessment", "answer"),
    [
        ("done", ("false", "true")),
        ("law-not-applied", ("false",)),
        ("insufficient", ("false", "true")),
        ("none", ("false", "true")),
    ],
)
def test_an_assessment_settles_a_law_of_which_nothing_is_known(
    knowledge: Knowledge, assessment: str, answer: tuple[str, ...]
) -> None:
    tree = copy.deepcopy(BASE)
    tree["flows"] = {"f": {"for": "sales", "from": "app", "to": "far", "content": "none"}}
    tree["agreements"] = [{"between": ["far", "shop"], "is": "scc", "assessment": assessment}]
    made = transfers_of(tree)
    assert made.grounds.problematic_law(made.transfers.all[0]).options == answer


@pytest.mark.parametrize(
    ("notice", "answer"),
    [
        ({"recipients": "none", "transfers": "true"}, ("true",)),
        ({"recipients": "none", "transfers": "false"}, ("false",)),
        ({"recipients": "none"}, ("false", "true")),
        ({"recipients": "far", "transfers": "false"}, ("true",)),
    ],
)
def test_a_notice_declares_the_importer_or_speaks_of_transfers(
    knowledge: Knowledge, notice: Tree, answer: tuple[str, ...]
) -> None:
    changes = {
        "activities": {"sales": {"processors": "none", "recipients": "none"}},
        "notices": {"told": {"by": "shop", "for": "sales", **notice}},
    }
    assert ground(knowledge, "declared", {}, {}, **changes) == answer


def test_only_a_certain_transfer_relies_on_a_decision(knowledge: Knowledge) -> None:
    flow = {"for": "sales", "from": "person", "to": "far", "content": "none"}
    changes = {"organisations": {"far": {"dpf": "true"}}, "flows": {"f": flow}}
    assert derived(knowledge, changes).grounds.relied == {}
    changes["flows"] = {"f": {**flow, "arranged_by": "shop"}}
    assert set(derived(knowledge, changes).grounds.relied) == {"us-dpf"}


def test_what_is_assumed_is_said_and_the_table_tells_possible_from_certain(
    judge: Callable[..., Result],
) -> None:
    def result(day: str, far: Tree, flow: Tree) -> Result:
        tree = {**copy.deepcopy(BASE), "auditor": "1", "known": "documented"}
        tree["organisations"]["far"] |= far
        tree["flows"] = {"f": {"for": "sales", "to": "far", "content": "none", **flow}}
        tree["agreements"] = [{"between": ["shop", "far"], "is": "scc"}]
        return judge(tree, day)

    bridged = result("2021-03-01", {"country": "GB"}, {"from": "app"})
    assert not bridged.transfers
    assert any(
        "not considered a transfer" in line.en and "no adequacy decision" in line.en
        for line in bridged.assumptions
    )
    relying = result("2020-06-01", {"privacy_shield": "true"}, {"from": "app"})
    said = " ".join(line.en for line in relying.assumptions)
    assert "then in force, declared invalid on 16 July 2020" in said
    (line,) = relying.transfers
    assert (line.exporter, line.importer, line.certain, line.adequate, line.tool) == (
        "shop",
        "far",
        True,
        ["true"],
        "scc",
    )
    (line,) = result("2024-01-01", {}, {"from": "person"}).transfers
    assert (line.certain, line.missing[0]) == (False, "flows.f.arranged_by")


def test_what_is_only_possibly_received_is_possibly_sent_on(knowledge: Knowledge) -> None:
    flows = {
        "f": {"for": "sales", "from": "app", "to": "far", "content": "none", "attempted": "unknown"},
        "g": {"for": "sales", "from": "far", "to": "farther", "content": "none"},
    }
    found = derived(knowledge, {"flows": flows}).transfers.all
    assert [(each.importer, each.onward, bool(each.missing)) for each in found] == [
        ("far", False, True),
        ("farther", True, True),
    ]


def test_where_an_end_is_is_told_once_however_many_flows_lead_there(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed: list[str] = []
    place_of = Importers._placed

    def counted(self: Importers, importer: str, place: str, bridges: dict[str, str]) -> Party:
        placed.append(place)
        return place_of(self, importer, place, bridges)

    monkeypatch.setattr(Importers, "_placed", counted)
    flows = {f"f{n}": {"for": "sales", "from": "app", "to": "far", "content": "none"} for n in range(9)}
    assert len(derived(knowledge, {"flows": flows}).transfers.all) == 9
    assert placed == ["far"]

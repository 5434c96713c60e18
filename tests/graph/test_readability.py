"""Who can read what: seals, keys, machines below, and work that does not explode with paths."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.api.read import knowledge_base
from auditor.graph import arrivals, readability
from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.graph.hop import Hop, OpenHop
from auditor.loading.case.load import case_of
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere
from tests.conftest import CASES, materials

BASE: dict[str, Any] = {
    "people": {"p": {}},
    "organisations": {"a": {}, "b": {}, "c": {}},
    "activities": {"x": {"people": "p", "data": ["contact", "health"]}},
    "hosts": {"front": {"operator": "a"}, "back": {"operator": "b"}},
}


def derived(**more: Any) -> Derived:
    case, _ = case_of({**BASE, **more}, Knowledge())
    return derive(build(Materials(case, Knowledge(), (), "2024-01-01", Nowhere())))


def read_by(made: Derived, who: str) -> dict[str, tuple[str, ...]]:
    sheet = made.estate.sheets["x"]
    return {r.at: sheet.names(r.sure) for r in made.readability.by_who.get(who, []) if r.sure}


def flow(**fields: Any) -> dict[str, Any]:
    return {"for": "x", "transport": "tls", **fields}


def test_transport_ends_at_each_place() -> None:
    made = derived(flows={"f": flow(**{"from": "p", "to": "back", "through": "front", "content": "none"})})
    assert read_by(made, "a") == {"front": ("contact", "health")}
    assert read_by(made, "b") == {"back": ("contact", "health")}


def test_a_seal_stays_until_somebody_with_the_key_opens_it() -> None:
    flows = {
        "f": flow(**{"from": "p", "to": "front", "content": "encrypted", "keys": "b"}),
        "g": flow(**{"from": "front", "to": "back", "content": "none"}),
    }
    made = derived(flows=flows)
    assert read_by(made, "a") == {}
    assert read_by(made, "b") == {"back": ("contact", "health")}


def test_end_to_end_is_opened_by_its_ends_only() -> None:
    made = derived(
        flows={"f": flow(**{"from": "p", "to": "back", "through": "front", "content": "end-to-end"})}
    )
    assert read_by(made, "a") == {}
    assert read_by(made, "b") == {"back": ("contact", "health")}


def test_unknown_content_is_possible_and_asks() -> None:
    made = derived(flows={"f": flow(**{"from": "p", "to": "front"})})
    (reading,) = made.readability.by_who["a"]
    assert (reading.sure, reading.maybe) == (0, 3)
    assert reading.missing == ("flows.f.content",)


def test_a_flow_of_an_unknown_activity_leaves_open_in_each_what_is_open_there() -> None:
    activities = {"x": {"people": "p"}, "y": {"people": "p", "until": "unknown"}}
    said = flow(**{"for": "unknown", "from": "p", "to": "front", "data": "contact", "content": "none"})
    made = derived(activities=activities, flows={"f": said})
    missing = {reading.activity: reading.missing for reading in made.readability.by_who["a"]}
    assert missing == {"x": ("flows.f.for",), "y": ("activities.y.until", "flows.f.for")}


def test_the_machine_below_reads_too() -> None:
    hosts = {"front": {"operator": "a", "runs_on": "back"}, "back": {"operator": "b", "runs_on": "none"}}
    made = derived(hosts=hosts, flows={"f": flow(**{"from": "p", "to": "front", "content": "none"})})
    (reading,) = [r for r in made.readability.by_who["b"] if r.at == "front"]
    assert (reading.how, reading.sure) == ("machine", 3)


def test_data_is_followed_within_its_activity() -> None:
    activities = {**BASE["activities"], "y": {"people": "p", "data": "opinion"}}
    flows = {
        "f": flow(**{"from": "p", "to": "front", "content": "none", "data": "health"}),
        "g": {**flow(**{"from": "front", "to": "back", "content": "none"}), "for": "y"},
    }
    hosts = {"front": {"operator": "a", "runs_on": "none"}, "back": {"operator": "b"}}
    made = derived(activities=activities, flows=flows, hosts=hosts)
    assert {r.activity for r in made.readability.by_who["b"]} == {"y"}


def test_whoever_may_be_a_host_may_run_the_machine_below() -> None:
    made = derived(flows={"f": flow(**{"from": "p", "through": "front", "to": "back", "content": "none"})})
    (reading,) = [r for r in made.readability.by_who["b"] if r.at == "front"]
    assert (reading.how, reading.sure, reading.missing) == ("machine", 0, ("hosts.front.runs_on",))
    known = {"a": {}, "b": {"is": "care-provider"}, "c": {}}
    flows = {"f": flow(**{"from": "p", "through": "front", "to": "back", "content": "none"})}
    assert [r.at for r in derived(organisations=known, flows=flows).readability.by_who["b"]] == ["back"]


def test_an_operator_nobody_names_may_hold_the_key() -> None:
    hosts = {"front": {"runs_on": "none"}, "back": {"operator": "b", "runs_on": "none"}}
    flows = {
        "f": flow(**{"from": "p", "through": "front", "to": "back", "content": "encrypted", "keys": "b"})
    }
    made = derived(hosts=hosts, flows=flows)
    (reading,) = made.readability.by_who["unknown"]
    assert (reading.at, reading.sure, reading.maybe) == ("front", 0, 3)


def test_a_broad_category_means_this_activitys_data() -> None:
    activities = {"x": {"people": "p", "data": ["contact", "reason"]}}
    flows = {"f": flow(**{"from": "p", "to": "front", "content": "none", "data": "health"})}
    made = derived(activities=activities, data={"reason": {"is": "health"}}, flows=flows)
    assert read_by(made, "a") == {"front": ("reason",)}


def test_the_work_grows_with_the_hops_not_with_the_paths() -> None:
    """Twelve layers of four hosts have 4**12 paths; each place is entered once."""
    hosts = {f"h{n}-{m}": {"operator": "a"} for n in range(12) for m in range(4)}
    flows = {f"in{m}": flow(**{"from": "p", "to": f"h0-{m}", "content": "none"}) for m in range(4)}
    for n in range(11):
        for m in range(4):
            flows[f"f{n}-{m}"] = flow(
                **{"from": f"h{n}-{m}", "to": [f"h{n + 1}-{k}" for k in range(4)], "content": "none"}
            )
    made = derived(hosts=hosts, flows=flows)
    readings = made.readability.by_who["a"]
    assert len(readings) == len(hosts)
    assert all(len(r.sure_by) == 1 for r in readings)
    last = next(r for r in readings if r.at == "h11-3")
    assert len(last.sure_by[0][1].path()) == 12


def test_an_own_account_is_no_custody_for_others() -> None:
    """A controller keeping its own data at a host is nobody's custodian; its host is."""
    organisations = {
        "shop": {"country": "IE", "parent": "mother"},
        "mother": {"country": "US", "parent": "none"},
        "cloud": {"country": "FR", "parent": "none", "is": "cloud"},
    }
    case, _ = case_of(
        {
            "people": {"p": {}},
            "organisations": organisations,
            "activities": {"x": {"people": "p", "data": "contact", "controller": "shop"}},
            "hosts": {"front": {"operator": "shop"}, "store": {"operator": "cloud", "keeps": "contact"}},
            "flows": {"f": flow(**{"from": "front", "to": "store"})},
            "agreements": [{"between": ["shop", "cloud"], "is": "hosting"}],
        },
        knowledge_base(),
    )
    made = derive(build(Materials(case, knowledge_base(), (), "2024-01-01", Nowhere())))
    assert {(e.host, e.custodian) for e in made.exposures.all} == set()
    assert made.reaches.of("US", "shop").certain == "control"


def test_a_flow_of_which_nobody_says_the_activity_is_followed_in_each() -> None:
    made = derived(
        activities={
            "x": {"people": "p", "data": "contact"},
            "y": {"people": "p", "data": "health"},
        },
        flows={
            "f": {"for": "unknown", "from": "p", "to": "front", "transport": "tls", "content": "none"},
        },
    )
    assert [sorted(made.estate.sheets[name].leaving()) for name in ("x", "y")] == [["p"], ["p"]]
    assert sorted(reading.activity for reading in made.readability.by_who["a"]) == ["x", "y"]


def test_keys_that_nobody_states_are_asked_for_with_what_they_would_open() -> None:
    made = derived(flows={"f": flow(**{"from": "p", "to": "front", "content": "encrypted"})})
    (reading,) = made.readability.by_who["a"]
    assert (reading.sure, reading.maybe, reading.missing) == (0, 3, ("flows.f.keys",))


def test_a_doubtful_sending_hides_no_certain_one_from_the_same_place() -> None:
    flows = {
        "a-first": flow(**{"from": "front", "to": "back", "content": "none", "attempted": "unknown"}),
        "b-next": flow(**{"from": "front", "to": "back", "content": "none"}),
    }
    hosts = {name: {**BASE["hosts"][name], "runs_on": "none"} for name in ("front", "back")}
    made = derived(hosts=hosts, flows=flows)
    assert read_by(made, "a") == {"front": ("contact", "health")}


def test_who_runs_the_second_machine_below_is_shown_by_the_first() -> None:
    hosts = {
        "front": {"operator": "a", "runs_on": "middle"},
        "middle": {"operator": "b", "runs_on": "back"},
        "back": {"operator": "c", "runs_on": "none"},
    }
    made = derived(hosts=hosts, flows={"f": flow(**{"from": "p", "to": "front", "content": "none"})})
    (reading,) = made.readability.by_who["c"]
    assert reading.proof[:4] == (
        "hosts.front.runs_on",
        "hosts.middle.operator",
        "hosts.middle.runs_on",
        "hosts.back.operator",
    )


def test_whoever_runs_an_end_opens_what_is_sealed_for_the_ends() -> None:
    hosts = {"front": {"operator": "a"}, "back": {"operator": "unknown"}}
    flows = {"f": flow(**{"from": "p", "through": "front", "to": "back", "content": "end-to-end"})}
    room = derived(hosts=hosts, flows=flows).readability
    assert room.keys.opens("f", "unknown", "back", certain=True)
    assert not room.keys.opens("f", "unknown", "front", certain=True)
    assert not room.keys.opens("f", "a", "front", certain=True)
    assert room.keys.opens("f", "unknown", "front", certain=False)


def test_an_arrival_counts_the_hops_of_its_path() -> None:
    flows = {
        "f": flow(**{"from": "p", "to": "front", "content": "none"}),
        "g": flow(**{"from": "front", "to": "back", "content": "none"}),
    }
    made = derived(flows=flows)
    found = [entry for reading in made.readability.readings for _, entry in reading.sure_by]
    assert found
    assert all(entry.hops == len(entry.path()) for entry in found)


def test_what_a_host_may_keep_is_what_arrives_there_where_nobody_says() -> None:
    hosts = {**BASE["hosts"], "back": {"operator": "b", "keeps": ["contact", "unknown"]}}
    estate = derived(hosts=hosts, flows={"f": flow(**{"from": "p", "to": "back", "content": "none"})}).estate
    assert (estate.kept("back"), estate.may_keep("back")) == (("contact",), ("health",))
    (hop,) = estate.sheets["x"].hops
    assert (hop.doubt, hop.open_end) == ((), False)


def test_only_a_step_of_a_flow_that_may_leave_something_open_has_fields_for_it() -> None:
    flows = {
        "f": flow(**{"from": "p", "to": "front", "content": "none"}),
        "g": flow(**{"from": "p", "to": "front", "content": "none", "data": ["contact", "unknown"]}),
        "h": flow(**{"from": "p", "to": ["front", "unknown"], "content": "none"}),
    }
    hops = {hop.id: hop for hop in derived(flows=flows).estate.sheets["x"].hops}
    told = {name: (type(hop), bool(hop.more), hop.rest, hop.open_end) for name, hop in hops.items()}
    assert told["f"] == (Hop, False, False, False)
    assert (told["g"], told["g~"]) == ((OpenHop, True, False, False), (OpenHop, False, True, False))
    assert told["h:p>front"] == (OpenHop, False, False, True)


def test_data_that_nobody_lists_is_a_doubt_of_the_flow() -> None:
    f = flow(**{"from": "p", "to": "back", "content": "none", "data": "unknown"})
    estate = derived(flows={"f": f}).estate
    assert {hop.doubt for hop in estate.sheets["x"].hops} == {("flows.f.data",)}


def test_an_end_nobody_names_may_be_one_of_the_people_or_places_of_the_activity_and_no_stated_one() -> None:
    f = flow(**{"from": "front", "to": ["back", "unknown"], "content": "none"})
    estate = derived(flows={"f": f}).estate
    ends = {hop.b: hop.doubt for hop in estate.sheets["x"].hops}
    assert ends == {"back": (), "p": ("flows.f.to",)}


def test_a_broad_word_stands_for_itself_where_the_activity_has_nothing_below_it() -> None:
    f = flow(**{"from": "p", "to": "back", "content": "none", "data": "location"})
    estate = derived(flows={"f": f}).estate
    (hop,) = estate.sheets["x"].hops
    assert estate.hop_categories(hop) == ("location",)


def test_the_graph_holds_who_holds_whom() -> None:
    link = [{"owner": "a", "of": "b", "votes": "60"}]
    graph = derived(ownership=link).estate.graph
    kinds = {(start, end, data["kind"]) for start, end, data in graph.edges(data=True)}
    assert ("a", "b", "holding") in kinds
    assert ("a", "front", "operates") in kinds


@pytest.mark.parametrize(
    ("said", "searches"),
    [
        ({"content": "none"}, 0),
        ({"content": "unknown"}, 2),
        ({}, 2),
        ({"content": "encrypted", "keys": "b"}, 2),
        ({"content": "none", "to": "unknown"}, 2),
        ({"content": "none", "data": ["contact", "unknown"]}, 2),
    ],
)
def test_what_is_possible_is_searched_for_where_it_may_differ_from_what_is_certain(
    said: dict[str, Any], searches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []
    run = arrivals.Search.run

    def counted(search: Any) -> Any:
        made.append(search.certain)
        return run(search)

    monkeypatch.setattr(arrivals.Search, "run", counted)
    assert derived(flows={"f": flow(**{"from": "p", "to": "back", **said})}).readability is not None
    assert made == [True, False][:searches]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_without_a_search_the_same_is_read_as_two_find(folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> list[Any]:
        readings = derive(build(materials([folder]))).readability.readings
        return [(r.who, r.at, r.activity, r.how, r.sure, r.maybe, r.proof, r.missing) for r in readings]

    settled = told()
    monkeypatch.setattr(readability, "settled", lambda out: False)
    assert told() == settled

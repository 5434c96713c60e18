"""Who can decrypt what a host keeps, whether it is processed there in clear, and what would tell."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.graph.protection import Protection
from auditor.model.law import Knowledge
from tests.graph.test_roles import STORE, derived, hosted

Tree = dict[str, Any]
HOLDERS: Tree = {
    "keeper": {"country": "US", "parent": "none", "is": "cloud"},
    "near": {"country": "FR", "parent": "unknown", "is": "cloud"},
    "safe": {"country": "FR", "parent": "none", "is": "cloud"},
}


def protection(knowledge: Knowledge, store: Tree, **more: Any) -> Protection:
    """The protection of what `store` keeps, which `d` operates in France."""
    tree = hosted({"country": "FR"}, organisations=HOLDERS, **more)
    tree["hosts"] = {"store": {**STORE["hosts"]["store"], **store}, **more.get("hosts", {})}
    return derived(tree, knowledge).exposures.protection


def sealed(**more: Any) -> Tree:
    """A flow that brings what is kept, sealed with a key of `safe`."""
    given = {"for": "work", "from": "shop", "to": "store", "content": "encrypted", "keys": "safe", **more}
    return {"f": given}


def test_what_arrives_sealed_says_who_holds_the_keys_where_nobody_else_does(knowledge: Knowledge) -> None:
    arrives = sealed()
    made = protection(knowledge, {"keys": "unknown"}, flows=arrives)
    assert made.key_holders("store") == (("safe",), ("flows.f.keys", "flows.f.content"))
    stated = protection(knowledge, {"keys": "d"}, flows=arrives)
    assert stated.key_holders("store") == (("d",), ("hosts.store.keys",))
    differ = {"value": "unknown", "versions": [{"value": "d"}, {"value": "keeper"}]}
    disputed = protection(knowledge, {"keys": differ}, flows=arrives)
    assert disputed.key_holders("store") == (("unknown",), ("hosts.store.keys",))


def test_holders_of_the_keys_of_what_arrives_sealed_are_in_order_of_id(knowledge: Knowledge) -> None:
    names = [f"holder{number}" for number in range(9)]
    holders = {name: {"country": "FR", "parent": "none", "is": "cloud"} for name in names}
    tree = hosted({"country": "FR"}, organisations=holders, flows=sealed(keys=names[::-1]))
    tree["hosts"] = {"store": {**STORE["hosts"]["store"], "keys": "unknown"}}
    found, _ = derived(tree, knowledge).exposures.protection.key_holders("store")
    assert found == tuple(names)


def test_a_key_holder_that_a_state_may_reach_is_asked_about(knowledge: Knowledge) -> None:
    link = [{"owner": "keeper", "of": "near", "votes": {"max": "60"}}]
    found = protection(knowledge, {"keys": "near"}, ownership=link).kept_by("store", "d")
    assert found.maybe
    assert found.keepers == ()
    assert "near" in found.open
    assert "ownership.keeper>near" in found.missing
    certain = protection(knowledge, {"keys": "keeper"}).kept_by("store", "d")
    assert certain.keepers == ("keeper",)


@pytest.mark.parametrize(
    ("keys", "options", "missing"),
    [
        ("keeper", ("provider",), ()),
        ("safe", ("customer",), ()),
        ("unknown", ("customer", "provider"), ("hosts.store.keys",)),
        ("none", ("customer", "provider"), ("hosts.store.keys",)),
        ({"value": "safe", "known": "declared"}, ("customer", "provider"), ("hosts.store.keys",)),
    ],
)
def test_a_key_is_out_of_the_reach_of_a_state_where_its_holder_is_shown_to_be(
    knowledge: Knowledge, keys: Any, options: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    found = protection(knowledge, {"keys": keys}).key_state("store", "US")
    assert (found.options, found.missing) == (options, missing)


def test_where_no_flow_brings_what_is_kept_it_is_asked_what_that_is(knowledge: Knowledge) -> None:
    found = protection(knowledge, {}).clear_state("store", "d")
    assert (found.options, found.missing) == (("no", "yes"), ("hosts.store.keeps",))


def test_what_arrives_sealed_from_a_host_is_closed_to_whoever_runs_nothing_below_that_host(
    knowledge: Knowledge,
) -> None:
    front = {"operator": "shop", "runs_on": "none"}
    arrives = sealed(**{"from": "front"})
    found = protection(knowledge, {}, flows=arrives, hosts={"front": front}).clear_state("store", "d")
    assert found.options == ("no",)
    assert found.proof == ("flows.f.content", "hosts.front.runs_on")
    unsaid = {"operator": "shop", "runs_on": "unknown"}
    found = protection(knowledge, {}, flows=arrives, hosts={"front": unsaid}).clear_state("store", "d")
    assert (found.options, found.missing) == (("no", "yes"), ("hosts.front.runs_on",))

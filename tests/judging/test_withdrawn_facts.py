"""What a change takes away, weakens or states otherwise is told, whatever rests on it: every fact of a case, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from auditor.errors import Refused
from auditor.judging.baseline_status import Before
from auditor.judging.weakened_facts import weakened_facts
from auditor.model.result.gate import WeakenedFact
from tests.conftest import CASES, materials
from tests.judging.states import made_of
from tests.own_rules import Tree, held, rule
from tests.reference.test_any_case import CASES as ANY_CASE
from tests.rules import rich_case

#: What an entry is called: nothing rests on it.
CALLED: Final = frozenset({"title", "name", "note", "quote"})
#: Entries that say what any other would without them.
TAKEN_FOR_GRANTED: Final = frozenset({"kind"})
RICH: Final = {section: part for section, part in rich_case.RICH.items() if section != "auditor"}
#: What the head says of the case: for which date, by which packs.
OF_THE_HEAD: Final = {("case", "id"), ("case", "as_of"), ("case", "policies")}
Route = tuple[str | int, ...]
#: Two hosts and a flow between them, with all that a test below changes.
SMALL: Final[Tree] = {
    "sources": {
        "file": {"kind": "own-document", "title": "File"},
        "web": {"kind": "own-document", "title": "Web"},
    },
    "organisations": {
        "shop": {"name": "Shop", "country": "FR"},
        "cloud": {"name": "Cloud", "country": "IE"},
    },
    "hosts": {"app": {"operator": "shop"}, "store": {"operator": "cloud", "keys": ["shop", "cloud"]}},
    "activities": {"orders": {"controller": "shop", "data": ["contact", "identity"]}},
    "flows": {"save": {"for": "orders", "from": "app", "to": "store", "transport": "tls"}},
}


def told(before: Tree, after: Tree) -> list[WeakenedFact]:
    """Give what is told of a change from one case to another in which nothing was found."""
    then, now = held(before, rule()), held(after, rule())
    return weakened_facts(Before(against="base", findings={}, written=(then, now)), [])


def fates(before: Tree, after: Tree) -> dict[str, str]:
    return {line.fact: line.fate for line in told(before, after)}


def with_(tree: Tree, route: str, value: Any) -> Tree:
    """Give `tree` with another value at `route`; without it where the value is None."""
    made = deepcopy(tree)
    *way, last = route.split(".")
    node = made
    for step in way:
        node = node.setdefault(step, {})
    if value is None:
        del node[last]
    else:
        node[last] = value
    return made


def routes(node: Any, above: Route = ()) -> Iterator[Route]:
    steps = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for step in steps:
        yield (*above, step)
        yield from routes(node[step], (*above, step))


def without(route: Route) -> Tree:
    made = deepcopy(RICH)
    node = made
    for step in route[:-1]:
        node = node[step]  # type: ignore[index]
    del node[route[-1]]  # type: ignore[arg-type]
    return made


def is_fact(route: Route) -> bool:
    named = CALLED.intersection(route) or route[-1] in TAKEN_FOR_GRANTED
    return not (named or route[:2] in OF_THE_HEAD or len(route) == 1)


def test_every_fact_of_a_case_is_told_where_it_is_taken_away() -> None:
    untold, tried = [], 0
    for route in filter(is_fact, routes(RICH)):
        try:
            lines = told(RICH, without(route))
        except (Refused, KeyError):  # what cannot be left out, or is referred to
            continue
        tried += 1
        if not lines or not all(
            line.said_before and line.said_before.fr and line.said_before.en for line in lines
        ):
            untold.append(route)
    assert not untold
    assert tried > 200


@pytest.mark.parametrize(
    ("route", "value", "fate"),
    [
        ("flows.save.transport", None, {"flows.save.transport": "removed"}),
        ("flows.save.transport", "unknown", {"flows.save.transport": "removed"}),
        ("flows.save.transport", "not-produced", {"flows.save.transport": "removed"}),
        ("flows.save.transport", "none", {"flows.save.transport": "otherwise"}),
        (
            "flows.save.transport",
            {"value": "tls", "until": "2023-06-01"},
            {"flows.save.transport": "otherwise"},
        ),
        (
            "flows.save.transport",
            {"value": "tls", "known": "assumed"},
            {"flows.save.transport": "less-known"},
        ),
        ("flows.save.transport", {"value": "tls", "known": "documented"}, {}),
        ("flows.save.transport", {"value": "tls", "note": "Read on the spot."}, {}),
        (
            "flows.save.transport",
            {"value": "unknown", "since": "2023-06-01"},
            {"flows.save.transport": "removed"},
        ),
        ("flows.save.known", "declared", {"flows.save": "less-known"}),
        ("flows.save.title", "Orders kept", {}),
        ("organisations.shop.name", "Shop SA", {}),
        ("flows.save.until", "2023-06-01", {"flows.save.until": "otherwise"}),
        ("flows.save.attempted", "true", {"flows.save.attempted": "otherwise"}),
        ("flows.save.since", "2023-06-01", {}),
        ("flows.save.until", "unknown", {"flows.save.until": "left-open"}),
        ("flows.save.network", "unknown", {"flows.save.network": "left-open"}),
        ("flows.save.network", "not-produced", {"flows.save.network": "left-open"}),
        ("flows.save.network", "public", {}),
        ("hosts.store.location", "IE", {}),
        ("hosts.other", {"operator": "shop"}, {}),
        ("hosts.store.keys", ["shop"], {"hosts.store.keys": "otherwise"}),
        ("hosts.store.keys", "none", {"hosts.store.keys": "otherwise"}),
        ("activities.orders.data", "none", {"activities.orders.data": "otherwise"}),
        ("case.title", "Another title", {}),
        ("flows", None, {"flows.save": "removed"}),
    ],
)
def test_a_change_of_one_fact_is_told_by_what_becomes_of_it(
    route: str, value: Any, fate: dict[str, str]
) -> None:
    assert fates(SMALL, with_(SMALL, route, value)) == fate


@pytest.mark.parametrize(
    ("before", "after", "fate"),
    [
        ("file", None, "unsourced"),
        ("file", "web", ""),
        (None, "file", ""),
        (None, None, ""),
    ],
)
@pytest.mark.parametrize("route", ["flows.save.source", "flows.save.transport.source"])
def test_a_fact_or_an_entry_that_loses_its_source_is_told(
    route: str, before: str | None, after: str | None, fate: str
) -> None:
    base = with_(SMALL, "flows.save.transport", {"value": "tls", "note": "Seen."})
    sides = [base if source is None else with_(base, route, source) for source in (before, after)]
    assert fates(*sides) == ({route.removesuffix(".source"): fate} if fate else {})


def test_of_several_words_the_one_that_loses_its_source_counts() -> None:
    keys = [{"value": "shop", "source": "file"}, {"value": "cloud", "source": "web"}]
    bare = [keys[0], {"value": "cloud"}]
    lines = told(with_(SMALL, "hosts.store.keys", keys), with_(SMALL, "hosts.store.keys", bare))
    assert [(line.fact, line.fate, line.before) for line in lines] == [
        ("hosts.store.keys", "unsourced", "web")
    ]


@pytest.mark.parametrize(
    ("before", "after", "values"),
    [
        ({"min": "51"}, {"min": "10"}, ("51 – 100", "10 – 100")),
        ({"min": "51"}, {"min": "51", "max": "60"}, ("51 – 100", "51 – 60")),
        ({"max": "60"}, "30", ("0 – 60", "30")),
    ],
)
def test_bounds_of_a_holding_are_one_fact(before: Any, after: Any, values: tuple[str, str]) -> None:
    sides = [
        {**SMALL, "ownership": [{"owner": "shop", "of": "cloud", "votes": votes}]}
        for votes in (before, after)
    ]
    assert [(line.fact, line.before, line.after) for line in told(*sides)] == [
        ("ownership.shop>cloud.votes", *values)
    ]


def test_a_certificate_that_is_gone_is_told_by_its_name_and_one_that_ends_by_its_last_day() -> None:
    held_by = [{"is": "hds", "since": "2023-01-01"}, {"is": "iso-27001", "since": "2022-01-01"}]
    base = with_(SMALL, "organisations.cloud.certified", held_by)
    gone = with_(SMALL, "organisations.cloud.certified", held_by[1:])
    ends = with_(SMALL, "organisations.cloud.certified", [{**held_by[0], "until": "2023-06-01"}, held_by[1]])
    assert fates(base, gone) == {"organisations.cloud.certified.hds": "removed"}
    assert fates(base, ends) == {"organisations.cloud.certified.hds.until": "otherwise"}


def test_what_a_clause_leaves_out_is_told_beside_it() -> None:
    (line,) = told(SMALL, with_(SMALL, "flows.save.transport", {"value": "tls", "until": "2023-06-01"}))
    assert line.said_before is not None
    assert line.said_after is not None
    assert line.said_before.en.endswith("(“tls”)")
    assert line.said_after.en.endswith("(“tls (… – 2023-06-01)”)")
    assert line.said_after.fr.endswith("(« tls (… – 2023-06-01) »)")


def test_a_fact_of_several_periods_is_told_period_by_period() -> None:
    periods = [{"value": "none", "until": "2023-05-01"}, {"value": "tls", "since": "2023-05-01"}]
    (line,) = told(with_(SMALL, "flows.save.transport", periods), SMALL)
    assert (line.before, line.after) == ("none (… – 2023-05-01), tls (2023-05-01 – …)", "tls")
    assert line.said_before is not None
    assert "is not protected (until 1 May 2023) and" in line.said_before.en
    assert "n'est pas protégé (jusqu'au 1er mai 2023) et" in line.said_before.fr


@pytest.mark.parametrize("called", ["note", "title", "name", "known", "source", "status", "until"])
def test_an_entry_that_is_called_as_a_field_is_told_where_it_goes(called: str) -> None:
    before = with_(SMALL, f"flows.{called}", {"for": "orders", "from": "app", "to": "store"})
    assert fates(before, SMALL) == {f"flows.{called}": "removed"}


def test_what_sources_say_is_part_of_a_fact_on_which_they_differ() -> None:
    differ = {
        "value": "unknown",
        "versions": [{"value": "none", "source": "file"}, {"value": "tls", "source": "web"}],
    }
    base = with_(SMALL, "flows.save.transport", differ)
    (line,) = told(base, with_(SMALL, "flows.save.transport", "unknown"))
    assert (line.fact, line.fate, line.before) == ("flows.save.transport", "removed", "unknown (none / tls)")


def test_nothing_is_told_of_a_case_that_did_not_change_nor_without_the_case_as_it_was() -> None:
    assert told(RICH, RICH) == []
    assert weakened_facts(Before(against="base", findings={}), []) == []
    assert weakened_facts(None, []) == []


def clauses(lines: list[WeakenedFact]) -> list[str]:
    return [
        text
        for line in lines
        for said in (line.said_before, line.said_after)
        if said
        for text in (said.fr, said.en)
    ]


@pytest.mark.parametrize(
    ("before", "after"), list(pairwise([*CASES, CASES[0]])), ids=lambda folder: folder.name
)
def test_of_two_cases_all_that_one_has_and_the_other_has_not_is_told_in_both_languages(
    before: Path, after: Path
) -> None:
    then, now = materials([before]), materials([after])
    lines = weakened_facts(Before(against="base", findings={}, written=(then, now)), [])
    assert all(clauses(lines))
    gone = {
        f"{section}.{name}"
        for section in ("hosts", "flows", "organisations", "activities", "agreements", "notices", "claims")
        for name, entry in getattr(then.case, section).items()
        if name not in getattr(now.case, section) and not entry.source.startswith("knowledge:")
    }
    assert gone <= {line.fact for line in lines if line.fate == "removed"}


@pytest.mark.slow
@settings(max_examples=100)
@given(ANY_CASE, ANY_CASE)
def test_of_any_two_states_of_a_case_every_change_can_be_told(before: Tree, after: Tree) -> None:
    then, now = made_of(before), made_of(after)
    lines = weakened_facts(Before(against="base", findings={}, written=(then, now)), [])
    assert all(clauses(lines))
    assert weakened_facts(Before(against="base", findings={}, written=(now, now)), []) == []


def test_what_the_knowledge_base_says_is_not_taken_away_with_the_last_who_named_it() -> None:
    before = with_(SMALL, "hosts.cache", {"operator": "aws-emea"})
    assert fates(before, SMALL) == {"hosts.cache": "removed"}

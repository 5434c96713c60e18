"""What is asked for to decide matches is told column by column as it would be told of each match by itself."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rules import open_matches
from auditor.rules.open_matches import AskedAlike, Asking, OpenMatches
from auditor.rules.own_facts import OwnColumn, OwnFacts
from auditor.rules.questions import VOTES, fact_route, kind_of, kind_of_all

ROUTE = st.sampled_from(
    [
        "hosts.h1.keys",
        "hosts.h2.keys",
        "hosts.h1.keeps",
        "flows.f.to",
        "case.as_of",
        "ownership.a>b",
        "ownership.a>b.votes",
        "ownership.c>d.kind",
        "activities.x.consent.how",
        "activities.y.consent.how",
    ]
)
FACTS = st.lists(ROUTE, max_size=3, unique=True).map(tuple)


def asked(found: AskedAlike) -> list[tuple[Any, ...]]:
    """What is asked for by each match: its key first."""
    return [(key, found.live, found.count, found.distance, found.kinds) for key in found.keys]


def facts(found: AskedAlike) -> Counter[str]:
    listed = Counter(fact for of_kind in found.facts.values() for fact in of_kind)
    return listed + Counter(fact for together in found.together for fact in together.facts)


@given(st.lists(st.tuples(FACTS, FACTS, FACTS, st.booleans()), max_size=8))
def test_what_is_asked_is_what_each_match_asks_by_itself(subjects: list[tuple[Any, ...]]) -> None:
    missing = [[each[at] for each in subjects] for at in range(3)]
    matches = OpenMatches(
        [f"k{row}" for row in range(len(subjects))], missing, [live for *_, live in subjects]
    )
    found = list(Asking().alike(matches))
    expected, listed = [], Counter[str]()
    for row, (*of_fields, live) in enumerate(subjects):
        each = dict.fromkeys(fact for of_field in of_fields for fact in of_field)
        kinds = frozenset(map(kind_of, each))
        wanted = set(map(fact_route, each)) if VOTES in kinds else set(each)
        expected.append((f"k{row}", live, len(each), len(wanted), kinds))
        listed.update(wanted)
    assert sorted(line for one in found for line in asked(one)) == sorted(expected)
    assert sum((facts(one) for one in found), Counter()) == listed
    assert all(kind_of(fact) == kind for one in found for kind in one.facts for fact in one.facts[kind])


def test_no_fact_of_a_column_of_one_kind_is_looked_at_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr(open_matches, "kind_of", lambda route: looked_at.append(route) or kind_of(route))
    keys = [f"k{row}" for row in range(100)]
    columns = [[(f"hosts.{key}.{field}",) for key in keys] for field in ("keys", "keeps", "keys")]
    (found,) = Asking().alike(OpenMatches(keys, columns, [True] * 100))
    assert looked_at == []
    assert (found.count, found.kinds) == (2, {"hosts.keys", "hosts.keeps"})


@given(st.lists(st.sampled_from(["hosts.h1", "hosts.h2", "hosts.h3"]), min_size=1, max_size=12), st.data())
def test_a_column_of_entries_is_asked_for_as_its_facts_are(entries: list[str], data: st.DataObject) -> None:
    keys = [f"k{row}" for row in range(len(entries))]
    live = data.draw(st.lists(st.booleans(), min_size=len(keys), max_size=len(keys)))
    besides = data.draw(st.lists(FACTS, min_size=len(keys), max_size=len(keys)))
    own = OwnColumn(OwnFacts(entries, "keys"))
    by_entry = list(Asking().alike(OpenMatches(keys, [own, besides], live)))
    by_fact = list(Asking().alike(OpenMatches(keys, [[*own], besides], live)))
    assert [asked(one) for one in by_entry] == [asked(one) for one in by_fact]
    assert [facts(one) for one in by_entry] == [facts(one) for one in by_fact]


@given(st.lists(ROUTE, min_size=1, max_size=4))
def test_facts_are_of_one_kind_only_where_each_of_them_is(routes: list[str]) -> None:
    found = kind_of_all(routes)
    assert found is None or {found} == set(map(kind_of, routes))


@pytest.mark.parametrize(
    ("routes", "kind"),
    [
        (["hosts.a.keys", "hosts.b.keys"], "hosts.keys"),
        (["hosts.a.keys"], "hosts.keys"),
        (["hosts.a.keys", "hosts.b.keeps"], None),
        (["hosts.a.keys", "flows.b.keys"], None),
        (["hosts.a.keys", "hosts.b.x.keys", "hosts.keys"], None),
        (["hosts.a.x.keys", "hosts.b.keys.x"], None),
        (["hosts.a.keys\nhosts.b.keys", "hosts.c"], None),
        (["hosts.a", "hosts.b"], None),
        (["case.as_of.x", "case.about.x"], None),
    ],
)
def test_what_stands_at_one_place_of_entries_of_one_section_is_of_one_kind(
    routes: list[str], kind: str | None
) -> None:
    assert kind_of_all(routes) == kind

"""A case on its date: a value that is over is as if nobody had stated it, an entity that is over as if it were not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET, to_builtins

from auditor.api.read import knowledge_base
from auditor.graph.on_the_day import NAMING, on_the_day
from auditor.judging.open_points import open_facts
from auditor.loading.case.load import case_of
from auditor.model.case.activities import Consent
from auditor.model.case.document import Case
from auditor.model.materials import several, versions
from auditor.model.result.document import Result
from auditor.text.days import in_words
from tests.conftest import ROOT, tree_of

Tree = dict[str, Any]
DAY = "2024-06-01"
PAST, FUTURE = "2021-03-31", "2027-01-01"
CASE: Tree = {
    "case": {"id": "library", "as_of": DAY, "policies": ["gdpr", "third-parties", "transfers", "sovereignty", "roles"]},
    "people": {"reader": {"country": "BE"}, "child": {"country": "BE"}},
    "organisations": {
        "library": {"name": "Library", "country": "BE", "parent": "none", "is": "public-authority"},
        "cloud": {"name": "Cloud", "country": "US", "parent": "none", "dpf": "true", "access_from": ["IN"]},
        "counter": {"name": "Counter", "country": "US", "parent": "none", "is": "analytics"},
    },
    "activities": {
        "loans": {
            "people": "reader",
            "data": ["identity", "contact"],
            "controller": "library",
            "processors": "cloud",
            "recipients": "none",
            "retention": "1 year",
            "legal_basis": "consent",
            "consent": {"by": "reader", "how": "pre-ticked", "own": "true"},
            "needs": {"cloud": "identity"},
        },
        "visits": {"people": "reader", "data": "device", "controller": "library", "recipients": "none"},
    },
    "hosts": {
        "shelf": {"operator": "cloud", "keeps": "identity", "location": "US", "at_rest": "plain"},
        "site": {"operator": "library", "about": "health"},
    },
    "flows": {
        "lend": {"for": "loans", "from": "reader", "to": "shelf", "transport": "none", "content": "none"},
        "order": {"for": "loans", "from": "reader", "to": "shelf", "data": "contact", "transport": "tls"},
        "count": {
            "for": "visits",
            "from": "reader",
            "to": "counter",
            "embedded_in": "site",
            "loads": "at-once",
            "consent_first": "false",
            "referrer": "sent",
        },
        "visit": {"for": "visits", "from": "reader", "to": "site", "transport": "tls", "content": "none"},
    },
    "agreements": {"library>cloud": {"between": ["library", "cloud"], "is": "processing", "complete": "true"}},
    "notices": {"poster": {"by": "library", "for": "loans", "recipients": "none", "kept_for": "1 month"}},
}  # fmt: skip
LINKS = ("agreements", "ownership")
#: Fields of the case above that may say since when and until when they hold.
VALUES = [
    ("organisations", "library", "country"),
    ("organisations", "library", "parent"),
    ("organisations", "cloud", "dpf"),
    ("organisations", "cloud", "access_from"),
    ("organisations", "counter", "is"),
    ("activities", "loans", "controller"),
    ("activities", "loans", "processors"),
    ("activities", "loans", "recipients"),
    ("activities", "loans", "retention"),
    ("activities", "loans", "legal_basis"),
    ("activities", "loans", "consent", "how"),
    ("activities", "loans", "consent", "own"),
    ("activities", "loans", "needs", "cloud"),
    ("people", "reader", "country"),
    ("hosts", "shelf", "operator"),
    ("hosts", "shelf", "keeps"),
    ("hosts", "shelf", "location"),
    ("hosts", "shelf", "at_rest"),
    ("hosts", "site", "about"),
    ("flows", "lend", "transport"),
    ("flows", "lend", "content"),
    ("flows", "count", "loads"),
    ("flows", "count", "consent_first"),
    ("flows", "count", "referrer"),
    ("agreements", "library>cloud", "complete"),
    ("notices", "poster", "recipients"),
    ("notices", "poster", "kept_for"),
]


#: Those on which nothing hangs in the case above: they are asked about only where somebody asked for them already.
IDLE = [
    ("organisations", "cloud", "access_from"),
    ("activities", "loans", "retention"),
    ("activities", "loans", "consent", "own"),
    ("hosts", "shelf", "location"),
    ("notices", "poster", "kept_for"),
]


def within(tree: Tree, route: tuple[str, ...]) -> Tree:
    """Give the mapping that holds the last step of `route`."""
    for step in route[:-1]:
        tree = tree[step]
    return tree


def dated(route: tuple[str, ...], **dates: str) -> Tree:
    tree = deepcopy(CASE)
    held = within(tree, route)
    held[route[-1]] = {"value": held[route[-1]], **dates}
    return tree


def without(*routes: tuple[str, ...]) -> Tree:
    tree = deepcopy(CASE)
    for route in routes:
        del within(tree, route)[route[-1]]
    return tree


def listed(tree: Tree) -> Tree:
    """Give the tree as a file writes it: links as lists."""
    parts = {k: list(part.values()) if k in LINKS else part for k, part in tree.items()}
    return {"auditor": "1", "known": "documented", **parts}


#: Parts of a result that say where something stands, what was read, or what was not looked at.
ASIDE = frozenset({"place", "inputs", "not_looked_at", "not_analysed"})


def bare(result: Result) -> Tree:
    """Give a result as plain values, without places, without what was read and without the note on what was not looked at."""
    found: Tree = without_parts(to_builtins(result))
    return found


def without_parts(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_parts(part) for name, part in value.items() if name not in ASIDE}
    return [without_parts(item) for item in value] if isinstance(value, list) else value


Judge = Callable[..., Result]


@pytest.mark.parametrize("route", VALUES, ids=".".join)
def test_a_value_whose_period_is_over_is_as_if_nobody_had_stated_it(
    judge: Judge, route: tuple[str, ...]
) -> None:
    gone = bare(judge(listed(without(route)), DAY))
    assert bare(judge(listed(dated(route, until=PAST)), DAY)) == gone
    assert bare(judge(listed(dated(route, since=FUTURE)), DAY)) == gone


@pytest.mark.parametrize("route", VALUES, ids=".".join)
def test_a_period_that_covers_the_date_changes_nothing(judge: Judge, route: tuple[str, ...]) -> None:
    whole = bare(judge(listed(CASE), DAY))
    found = bare(judge(listed(dated(route, since="2019", until="2026-12")), DAY))
    assert {**found, "assumptions": whole["assumptions"]} == whole


@pytest.mark.parametrize("route", [route for route in VALUES if route[0] != "people"], ids=".".join)
def test_a_value_that_may_be_over_is_asked_about_and_shows_nothing(
    judge: Judge, route: tuple[str, ...]
) -> None:
    tree, address = dated(route, until="unknown"), ".".join(route)
    if route in IDLE:
        assert address not in {
            fact.fact for fact in open_facts(judge(listed(tree), DAY).questions, dormant=True)
        }
        tree["questions"] = {"letter": {"to": "library", "settles": [address]}}
    result = judge(listed(tree), DAY)
    assert not [f for f in result.findings if any(fact.fact == address for fact in f.proof)]
    (asked,) = [fact for fact in open_facts(result.questions, dormant=True) if fact.fact == address]
    assert in_words(DAY).en in asked.question.en
    assert in_words(DAY).fr in asked.question.fr
    assert "documents differ" not in asked.question.en


def entities() -> Iterator[tuple[tuple[str, str], list[tuple[str, ...]]]]:
    """Give entities that may be over, with whatever is gone with them."""
    yield ("flows", "order"), []
    yield ("flows", "count"), []
    yield ("notices", "poster"), []
    yield ("agreements", "library>cloud"), []
    yield ("people", "child"), []
    yield ("activities", "visits"), [("flows", "count"), ("flows", "visit")]
    yield ("activities", "loans"), [("flows", "lend"), ("flows", "order"), ("notices", "poster")]
    yield ("hosts", "site"), [("flows", "count"), ("flows", "visit")]


@pytest.mark.parametrize(("entity", "along"), list(entities()), ids=str)
@pytest.mark.parametrize("dates", [{"until": PAST}, {"since": FUTURE}], ids=str)
def test_an_entity_that_is_not_there_is_as_if_it_were_deleted_save_for_the_note(
    judge: Judge, entity: tuple[str, str], along: list[tuple[str, ...]], dates: dict[str, str]
) -> None:
    tree = deepcopy(CASE)
    within(tree, entity)[entity[1]].update(dates)
    result = judge(listed(tree), DAY)
    deleted = without(*along, entity)
    if entity == ("hosts", "site"):
        deleted["flows"]["later"] = {**CASE["flows"]["visit"], "to": "library", "attempted": "true"}
        tree["flows"]["later"] = deleted["flows"]["later"]
        result = judge(listed(tree), DAY)
    assert bare(result) == bare(judge(listed(deleted), DAY))
    told = {(line.kind, name) for line in result.not_looked_at for name in line.ids}
    singular = {"activities": "activity", "people": "people"}
    assert told == {(singular.get(s, s.removesuffix("s")), name) for s, name in [entity, *along]}
    assert all(line.why == ("ended" if "until" in dates else "not-begun") for line in result.not_looked_at)


def test_questions_are_only_about_what_runs(judge: Judge) -> None:
    tree = deepcopy(CASE)
    tree["flows"]["order"] |= {"tool": "unknown", "derogation": "unknown", "until": PAST}
    tree["agreements"]["library>cloud"] |= {"authorised": "unknown", "since": FUTURE}
    result = judge(listed(tree), DAY)
    asked = [fact.fact for fact in open_facts(result.questions, dormant=True)]
    assert not [fact for fact in asked if fact.startswith("flows.order.") or fact.endswith(".authorised")]
    assert len(asked) == len(set(asked))


def test_what_is_kept_of_flows_that_ended_is_kept_only_where_the_host_says_so(judge: Judge) -> None:
    tree = without(("hosts", "shelf", "keeps"))
    for name in ("lend", "order"):
        tree["flows"][name]["until"] = PAST
    assert not [line for line in judge(listed(tree), DAY).exposures if line.host == "shelf"]
    tree["hosts"]["shelf"]["keeps"] = "identity"
    assert [line for line in judge(listed(tree), DAY).exposures if line.host == "shelf"]


@pytest.mark.parametrize("section", ["flows", "activities", "hosts", "notices", "agreements"])
def test_what_rests_on_something_that_may_be_over_is_open(judge: Judge, section: str) -> None:
    tree = deepcopy(CASE)
    for entity in tree[section].values():
        entity["until"] = "unknown"
    result = judge(listed(tree), DAY)
    shown = [f for f in result.findings if f.outcome == "established"]
    assert not [f for f in shown if any(fact.fact.startswith(f"{section}.") for fact in f.proof)]
    assert [fact for fact in open_facts(result.questions, dormant=True) if fact.fact.endswith(".until")]


def test_a_dated_list_gives_the_value_of_the_date() -> None:
    countries = [
        {"value": "NL", "since": "2010", "until": "2022-05-01"},
        {"value": "US", "since": "2022-05-01", "until": "unknown"},
    ]
    tree = {"organisations": {"host": {"country": countries}}}
    case, _ = case_of(tree, knowledge_base())
    country = {
        day: on_the_day(case, day).case.organisations["host"].country
        for day in ("2009-12-31", "2015-01-01", "2023-01-01")
    }
    assert [getattr(value, "value", "unset") for value in country.values()] == ["unset", "NL", "unknown"]


def case_on(day: str, section: str, field: str, value: Any) -> Any:
    """Give what a field of the case above is on `day`, written as `value`."""
    name = next(iter(CASE[section]))
    tree = {**deepcopy(CASE), "case": {"id": "library", "as_of": day}}
    tree[section][name][field] = value
    case, _ = case_of(tree, knowledge_base())
    return getattr(getattr(on_the_day(case, day).case, section)[name], field)


@pytest.mark.parametrize(
    ("day", "word"),
    [("2018-01-01", UNSET), ("2020-01-01", "none"), ("2022-01-01", "tls"), ("2025-01-01", UNSET)],
)
def test_any_field_may_list_what_it_was_in_each_period(day: str, word: Any) -> None:
    periods = [
        {"value": "none", "since": "2019-01-01", "until": "2021-01-01"},
        {"value": "tls", "since": "2021-01-01", "until": "2024-01-01"},
    ]
    found = case_on(day, "flows", "transport", periods)
    assert getattr(found, "value", found) == word


@pytest.mark.parametrize(
    ("day", "words"),
    [("2019-06-01", ["cloud"]), ("2022-06-01", ["cloud", "counter"]), ("2025-06-01", ["counter"])],
)
def test_elements_of_a_list_have_periods_of_their_own(day: str, words: list[str]) -> None:
    listed = [
        {"value": "cloud", "until": "2024-01-01", "known": "declared"},
        {"value": "counter", "since": "2021"},
    ]
    found = case_on(day, "activities", "processors", listed)
    assert several(found) == tuple(words)
    assert (found.known == "declared") is ("cloud" in words)


def test_an_element_that_may_be_over_leaves_its_list_open() -> None:
    found = case_on(DAY, "activities", "processors", ["cloud", {"value": "counter", "until": "unknown"}])
    assert several(found) == ("cloud", "unknown")
    assert versions(found) == ("counter",)


def naming(kind: Any) -> set[str]:
    """Give the fields of a struct that name people, hosts or activities."""
    found = set()
    for name, hint in get_type_hints(kind, include_extras=True).items():
        metas = [meta for part in parts(hint) for meta in getattr(part, "__metadata__", ())]
        refs = {ref for meta in metas for ref in (getattr(meta, "extra", None) or {}).get("ref", ())}
        if refs & {"people", "hosts", "activities"}:
            found.add(name)
    return found


def parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from parts(part)


def test_every_reference_to_what_may_be_gone_is_followed() -> None:
    nested = {"consent": Consent}
    for section, kind in {**get_type_hints(Case), **nested}.items():
        entity = get_args(kind)[-1] if get_args(kind) else kind
        if section not in ("case", "claims", "questions", "replies", "scenarios", "sources"):
            assert naming(entity) - {"consent"} == set(NAMING.get(section, {})), section


def folders() -> list[str]:
    return sorted(file.parent.relative_to(ROOT).as_posix() for file in (ROOT / "flows").rglob("case.yaml"))


@settings(max_examples=25)
@given(folder=st.sampled_from(folders()), data=st.data())
def test_any_value_of_any_case_that_is_over_is_as_if_it_were_deleted(
    folder: str, data: st.DataObject
) -> None:
    tree = tree_of(ROOT / folder)
    places = [
        (section, name, field)
        for section in ("hosts", "flows", "activities")
        for name, entity in tree.get(section, {}).items()
        for field, value in entity.items()
        if field
        in {"operator", "location", "keeps", "transport", "content", "loads", "legal_basis", "processors"}
        and not isinstance(value, dict)
    ]
    section, name, field = data.draw(st.sampled_from(places))
    ended, deleted = deepcopy(tree), deepcopy(tree)
    ended[section][name][field] = {"value": tree[section][name][field], "until": "1999"}
    del deleted[section][name][field]
    first, second = (case_of(_links(one), knowledge_base())[0] for one in (ended, deleted))
    day = str(getattr(first.case.as_of, "value", first.case.as_of))
    assert on_the_day(first, day) == on_the_day(second, day)


def _links(tree: Tree) -> Tree:
    left_out = ("scenarios", "replies", "expected", "auditor")
    return {name: part for name, part in tree.items() if name not in left_out}


def test_what_is_no_longer_there_is_called_as_its_title_says(judge: Callable[..., Result]) -> None:
    tree = {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "c", "as_of": "2024-01-01"},
        "people": {"buyer": {}},
        "organisations": {"shop": {"country": "FR"}, "lab": {"country": "FR"}},
        "activities": {"orders": {"people": "buyer", "data": "contact", "controller": "shop"}},
        "flows": {
            "now": {"for": "orders", "from": "shop", "to": "lab", "title": "By post"},
            "then": {"for": "orders", "from": "shop", "to": "lab", "title": "By fax", "until": "2020-01-01"},
        },
    }
    assert judge(tree).names["flows.then"].en == "By fax"

"""The language of conditions: what each word of it comes to, for facts that are known, doubtful, open or absent."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from auditor.api.assess import assess
from tests.own_rules import Tree, held, rule, said

PLACES = ("hosts.page.operator", "hosts.edge.operator")


def sent(**flow: Any) -> Tree:
    """A case with one flow, from the page of a clinic to the edge of a relay."""
    return {
        "people": {"patient": {}},
        "organisations": {"clinic": {"country": "FR"}, "relay": {"country": "DE", "is": ["cdn", "payments"]}},
        "activities": {
            "booking": {
                "people": "patient",
                "data": ["contact", "special"],
                "controller": "clinic",
                "processors": "none",
            }
        },
        "hosts": {"page": {"operator": "clinic"}, "edge": {"operator": "relay"}},
        "flows": {"book": {"for": "booking", "from": "page", "to": "edge", "data": "contact", **flow}},
    }


def stored(**host: Any) -> Tree:
    """A case with one store."""
    return {
        "organisations": {"clinic": {"country": "FR", "parent": "none"}},
        "hosts": {"store": {"operator": "clinic", **host}},
    }


def copies(*more: str, unsaid: bool = False) -> Tree:
    """A case whose identities are kept at the store, at each host of `more`, and perhaps at one of which nobody says."""
    tree = stored(keeps="identity")
    tree["hosts"] |= {name: {"operator": "clinic", "keeps": "identity"} for name in more}
    if unsaid:
        tree["hosts"]["attic"] = {"operator": "clinic", "keeps": "unknown"}
        tree["people"] = {"patient": {}}
        tree["activities"] = {"booking": {"people": "patient", "data": "identity", "controller": "clinic"}}
        tree["flows"] = {"put": {"for": "booking", "from": "patient", "to": "attic"}}
    return tree


@pytest.mark.parametrize(
    ("stated", "wanted", "value"),
    [
        ("tls", "tls", True),
        ("tls", ["none", "tls"], True),
        ("tls", "none", False),
        ("tls", ["none", "tls-1.0"], False),
        ("tls", {"not": "none"}, True),
        ("tls", {"not": "tls"}, False),
        ("tls", {"not": ["none", "tls"]}, False),
        ("tls", {"only": ["tls", "none"]}, True),
        ("tls", {"only": "none"}, False),
        ("tls", {"not": "none", "only": "tls"}, True),
        ("tls", {"not": "none", "only": "none"}, False),
        ("tls", {"not": "tls", "only": "tls"}, False),
        ("tls", {"not": {"not": "tls"}}, True),
    ],
)
def test_a_word_that_is_stated_is_met_or_not(stated: str, wanted: Any, value: bool) -> None:
    assert said(sent(transport=stated), {"transport": wanted}, "hop") == (
        value,
        ("flows.book.transport",),
        (),
    )


@pytest.mark.parametrize(
    "wanted", ["tls", {"not": "tls"}, {"only": "tls"}, {"same_as": "content"}, {"not": "none", "only": "tls"}]
)
@pytest.mark.parametrize("unsettled", ["unknown", "not-produced"])
def test_an_unknown_word_is_asked_for_whatever_is_wanted_of_it(unsettled: str, wanted: Any) -> None:
    assert said(sent(transport=unsettled, content="none"), {"transport": wanted}, "hop")[::2] == (
        None,
        ("flows.book.transport",),
    )


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        (["public", "private"], True),
        ("public", None),
        (["public", "same-machine"], None),
        ("same-machine", False),
        ({"not": "same-machine"}, True),
        ({"not": "public"}, None),
        ({"same_as": "network"}, None),
        ({"same_as": "embedded"}, False),
    ],
)
def test_a_word_that_is_one_of_several_is_judged_by_each_of_them(wanted: Any, value: bool | None) -> None:
    truth, proof, missing = said(sent(network="unknown"), {"network": wanted}, "hop")
    assert truth is value
    assert proof[:2] == PLACES
    assert missing == (() if value is not None else ("flows.book.network",))


@pytest.mark.parametrize(
    ("flow", "field", "other", "value"),
    [
        ({"transport": "none", "content": "none"}, "transport", "content", True),
        ({"transport": "tls", "content": "none"}, "transport", "content", False),
        ({"transport": "tls", "content": "unknown"}, "transport", "content", None),
        ({"transport": "unknown", "content": "none"}, "transport", "content", None),
        ({"transport": "unknown", "content": "unknown"}, "transport", "content", None),
        ({"transport": "tls"}, "carries", "transport", None),
        ({"transport": "tls"}, "transport", "carries", None),
    ],
)
def test_two_fields_hold_the_same_word_only_where_both_are_known(
    flow: Tree, field: str, other: str, value: bool | None
) -> None:
    truth, proof, missing = said(sent(**flow), {field: {"same_as": other}}, "hop")
    assert truth is value
    routes = {
        "transport": "flows.book.transport",
        "content": "flows.book.content",
        "carries": "flows.book",
    }
    unknown = tuple(routes[name] for name in (field, other) if flow.get(name) == "unknown")
    known = tuple(routes[name] for name in (field, other) if flow.get(name) != "unknown")
    assert proof == known
    assert missing == (() if value is not None else unknown or known)


def test_what_may_be_either_of_two_words_may_be_the_same_as_one_of_them() -> None:
    tree = sent(embedded_in="page")
    tree["hosts"]["edge"]["operator"] = "unknown"
    assert said(tree, {"same_operator": {"same_as": "embedded"}}, "hop")[::2] == (
        None,
        ("hosts.edge.operator",),
    )
    assert said(tree, {"embedded": {"same_as": "same_operator"}}, "hop")[::2] == (
        None,
        ("hosts.edge.operator",),
    )


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("contact", True),
        ("personal", True),
        (["criminal", "contact"], True),
        ("criminal", False),
        ("none", False),
        (["none", "contact"], True),
        ("health", None),
        ({"not": "health"}, None),
        ({"not": "contact"}, False),
        ({"only": "personal"}, True),
        ({"only": ["contact", "special"]}, True),
        ({"only": "contact"}, False),
        ({"only": ["contact", "health"]}, None),
        ({"only": "criminal"}, False),
    ],
)
def test_a_list_of_categories_holds_what_is_below_and_perhaps_what_it_says_broadly(
    wanted: Any, value: bool | None
) -> None:
    asked = ("flows.book",) if value is None else ()
    assert said(sent(data=["contact", "special"]), {"carries": wanted}, "hop") == (
        value,
        ("flows.book",),
        asked,
    )


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("contact", None),
        ("personal", None),
        ("criminal", False),
        ("health", None),
        ("none", None),
        (["none", "criminal"], None),
        ({"only": "personal"}, True),
        ({"only": ["contact", "special"]}, True),
        ({"only": "contact"}, None),
        ({"only": ["contact", "health"]}, None),
        ({"only": "criminal"}, None),
    ],
)
def test_a_list_whose_elements_are_only_possible_shows_nothing_that_hangs_on_them(
    wanted: Any, value: bool | None
) -> None:
    tree = sent(data=["contact", "special"], attempted="unknown")
    truth, proof, missing = said(tree, {"carries": wanted}, "hop")
    assert (truth, proof) == (value, ())
    assert missing == (("flows.book.attempted",) if value is None else ())


@pytest.mark.parametrize(
    ("stated", "wanted", "value"),
    [
        ("none", "none", True),
        ("none", ["none", "contact"], True),
        ("none", "contact", False),
        ("none", {"only": "contact"}, True),
        ("unknown", "none", None),
        ("unknown", "contact", None),
        ("unknown", {"only": "contact"}, None),
        (["contact", "unknown"], "contact", True),
        (["contact", "unknown"], "criminal", None),
        (["contact", "unknown"], "none", None),
        (["contact", "unknown"], {"only": "contact"}, None),
        (["contact", "unknown"], {"only": "criminal"}, False),
        (["contact", "location"], "none", False),
        (["contact", "location"], {"only": "contact"}, False),
    ],
)
def test_an_open_list_may_hold_more_and_an_empty_one_holds_none(
    stated: Any, wanted: Any, value: bool | None
) -> None:
    asked = ("hosts.store.keeps",) if value is None else ()
    assert said(stored(keeps=stated), {"keeps": wanted}, "host") == (value, ("hosts.store.keeps",), asked)


@pytest.mark.parametrize(
    ("location", "wanted", "value"),
    [
        (["FR", "DE"], {"only": "@eea"}, True),
        (["FR", "US"], {"only": "@eea"}, False),
        (["FR", "US"], "@eea", True),
        ("US", "@eea", False),
        ("US", {"not": "@eea"}, True),
        ("IS", "@eea", True),
        ("IS", "@eu", False),
        ("CH", "@adequate", True),
        ("US", "@adequate", False),
        ("US", ["@eea", "US"], True),
        ("US", ["US", "@eea"], True),
        (["FR", "unknown"], {"only": "@eea"}, None),
        ("unknown", {"only": "@eea"}, None),
        ({"value": "unknown", "versions": [{"value": "FR"}, {"value": "US"}]}, {"only": "@eea"}, None),
        ({"value": "unknown", "versions": [{"value": "FR"}, {"value": "US"}]}, "US", None),
        ({"value": "unknown", "versions": [{"value": "FR"}, {"value": "US"}]}, {"not": "US"}, None),
    ],
)
def test_a_place_is_within_a_list_of_countries_only_where_no_other_place_is_possible(
    location: Any, wanted: Any, value: bool | None
) -> None:
    assert said(stored(location=location), {"location": wanted}, "host")[0] is value


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("cdn", True),
        ("provider", True),
        ("payments", True),
        ("hosting", False),
        ("hosting-provider", False),
        ("bank", False),
    ],
)
def test_a_term_is_met_by_what_is_below_it_and_never_by_what_is_above(wanted: str, value: bool) -> None:
    assert said(sent(), {"to_is": wanted}, "hop") == (value, ("organisations.relay.is",), ())


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("cdn", True),
        ("provider", True),
        ("bank", False),
        ({"only": "provider"}, True),
        ({"not": "provider"}, False),
    ],
)
def test_a_term_that_is_stated_narrowly_meets_the_broader_ones(wanted: Any, value: bool) -> None:
    tree = stored(keeps="contact")
    tree["organisations"]["clinic"]["is"] = "cdn"
    assert said(tree, {"is": wanted}, "organisation") == (value, ("organisations.clinic.is",), ())


@pytest.mark.parametrize(("operators", "value"), [(("clinic", "clinic"), True), (("clinic", "relay"), False)])
def test_a_yes_and_a_no_are_met_by_their_words(operators: tuple[str, str], value: bool) -> None:
    tree = sent()
    for place, operator in zip(("page", "edge"), operators, strict=True):
        tree["hosts"][place]["operator"] = operator
    assert said(tree, {"same_operator": "true"}, "hop") == (value, PLACES, ())
    assert said(tree, {"same_operator": "false"}, "hop") == (not value, PLACES, ())


def test_a_broad_term_does_not_meet_a_narrow_one() -> None:
    tree = sent()
    tree["organisations"]["relay"]["is"] = "provider"
    assert said(tree, {"to_is": "cdn"}, "hop")[0] is False
    assert said(tree, {"to_is": {"only": "provider"}}, "hop")[0] is True
    tree["organisations"]["relay"]["is"] = "unknown"
    assert said(tree, {"to_is": "provider"}, "hop") == (None, (), ("organisations.relay.is",))


@pytest.mark.parametrize(
    ("bars", "value"),
    [
        ({"at_least": 2}, True),
        ({"at_least": 3}, False),
        ({"above": 1}, True),
        ({"above": 2}, False),
        ({"at_most": 2}, True),
        ({"at_most": 1}, False),
        ({"below": 3}, True),
        ({"below": 2}, False),
        ("2", True),
        ("3", False),
        (["1", "2"], True),
        (["2", "1"], True),
        (["1", "3"], False),
        ({"not": ["1", "2"]}, False),
        ({"only": "2"}, True),
        ({"not": "2"}, False),
        ({"at_least": 1, "below": 3}, True),
        ({"at_least": 1, "below": 2}, False),
        ({"at_least": 3, "below": 4}, False),
        ({"at_least": "1.5"}, True),
        ({"at_most": "2.5"}, True),
    ],
)
def test_a_number_that_is_known_lies_on_one_side_of_a_bar(bars: Any, value: bool) -> None:
    proof = ("hosts.second.keeps", "hosts.store.keeps")
    assert said(copies("second"), {"copies": bars}, "dataset") == (value, proof, ())


@pytest.mark.parametrize(
    ("bars", "value"),
    [
        ({"at_least": 1}, True),
        ({"at_least": 2}, None),
        ({"at_least": 3}, False),
        ({"above": 0}, True),
        ({"above": 1}, None),
        ({"above": 2}, False),
        ({"at_most": 2}, True),
        ({"at_most": 1}, None),
        ({"at_most": 0}, False),
        ({"below": 3}, True),
        ({"below": 2}, None),
        ({"below": 1}, False),
        ("1", None),
        ("2", None),
        ("3", False),
        (["3", "1"], None),
        (["3", "4"], False),
        ({"not": {"at_least": 3}}, True),
    ],
)
def test_a_number_between_bounds_lies_on_a_side_only_where_both_bounds_do(
    bars: Any, value: bool | None
) -> None:
    asked = ("hosts.attic.keeps",) if value is None else ()
    truth, proof, missing = said(copies(unsaid=True), {"copies": bars}, "dataset")
    assert (truth, missing) == (value, asked)
    assert "hosts.store.keeps" in proof


@pytest.mark.parametrize(
    ("condition", "value", "shows", "asks"),
    [
        ({}, True, (), ()),
        ({"transport": "tls"}, True, ("transport",), ()),
        ({"transport": "tls", "step": "search"}, True, ("transport", "step"), ()),
        ({"transport": "none", "step": "search"}, False, ("transport",), ()),
        ({"transport": "tls", "step": "booking"}, False, ("step",), ()),
        ({"transport": "tls", "content": "none"}, None, ("transport",), ("content",)),
        ({"content": "none", "transport": "none"}, False, ("transport",), ()),
        ({"content": "none", "refusal": "free"}, None, (), ("content", "refusal")),
        ({"any_of": [{"transport": "none"}, {"step": "search"}]}, True, ("step",), ()),
        ({"any_of": [{"transport": "tls"}, {"step": "search"}]}, True, ("transport",), ()),
        ({"any_of": [{"transport": "none"}, {"step": "booking"}]}, False, ("transport", "step"), ()),
        ({"any_of": [{"content": "none"}, {"step": "search"}]}, True, ("step",), ()),
        ({"any_of": [{"content": "none"}, {"step": "booking"}]}, None, ("step",), ("content",)),
        ({"any_of": [{"transport": "tls", "step": "booking"}]}, False, ("step",), ()),
        ({"any_of": [{"transport": "none"}], "step": "search"}, False, ("transport",), ()),
        ({"not": {"transport": "tls"}}, False, ("transport",), ()),
        ({"not": {"transport": "none"}}, True, ("transport",), ()),
        ({"not": {"transport": "tls", "step": "booking"}}, True, ("step",), ()),
        ({"not": {"transport": "tls", "step": "search"}}, False, ("transport", "step"), ()),
        ({"not": {"content": "none"}}, None, (), ("content",)),
        ({"not": {"content": "none", "step": "booking"}}, True, ("step",), ()),
        (
            {"not": {"any_of": [{"transport": "none"}, {"content": "none"}]}},
            None,
            ("transport",),
            ("content",),
        ),
    ],
)
def test_conditions_are_joined_by_three_valued_logic_with_the_reasons_of_what_decides(
    condition: Tree, value: bool | None, shows: tuple[str, ...], asks: tuple[str, ...]
) -> None:
    tree = sent(transport="tls", step="search", content="unknown", refusal="unknown")
    route = "flows.book."
    expected = (value, tuple(route + name for name in shows), tuple(route + name for name in asks))
    assert said(tree, condition, "hop") == expected


@pytest.mark.parametrize(
    ("bar", "on_or_after", "before"),
    [("2023-12-31", True, False), ("2024-01-01", True, False), ("2024-01-02", False, True)],
)
def test_the_date_of_the_case_lies_from_a_day_on_or_before_it(
    bar: str, on_or_after: bool, before: bool
) -> None:
    assert said(sent(), {"as_of": {"from": bar}}, "hop") == (on_or_after, (), ())
    assert said(sent(), {"as_of": {"before": bar}}, "hop") == (before, (), ())
    assert said(sent(), {"as_of": {"from": "2020-01-01", "before": bar}}, "hop")[0] is before


@pytest.mark.parametrize(
    ("list_of_one_pack", "value"), [(["FR"], True), (["US"], False), (["US", "FR"], True)]
)
def test_a_list_of_the_pack_itself_may_be_named(list_of_one_pack: list[str], value: bool) -> None:
    assert said(stored(location="FR"), {"location": "@ours"}, "host", ours=list_of_one_pack)[0] is value
    assert (
        said(stored(location="FR"), {"location": {"only": ["@ours", "DE"]}}, "host", ours=list_of_one_pack)[0]
        is value
    )


def test_a_list_of_the_pack_goes_before_one_of_that_name_that_the_law_gives() -> None:
    assert said(stored(location="US"), {"location": "@eea"}, "host", eea=["US"])[0] is True
    assert said(stored(location="FR"), {"location": "@eea"}, "host", eea=["US"])[0] is False


@pytest.mark.parametrize(
    ("day", "country", "name", "within"),
    [
        ("2020-12-31", "GB", "eea", True),
        ("2021-01-01", "GB", "eea", False),
        ("2020-12-31", "GB", "eu", True),
        ("2021-01-01", "GB", "eu", False),
        ("2013-06-30", "HR", "eu", False),
        ("2013-07-01", "HR", "eu", True),
        ("2013-06-30", "HR", "eea", False),
        ("2013-07-01", "HR", "eea", True),
        ("2021-06-27", "GB", "adequate", False),
        ("2021-06-28", "GB", "adequate", True),
        ("2031-12-26", "GB", "adequate", True),
        ("2031-12-27", "GB", "adequate", False),
        ("2024-01-01", "JP", "adequate", False),
        ("2024-01-01", "CA", "adequate", False),
    ],
)
def test_the_lists_of_law_are_those_of_the_date_of_the_case(
    day: str, country: str, name: str, within: bool
) -> None:
    tree = {**stored(location=country), "case": {"as_of": day}}
    assert said(tree, {"location": f"@{name}"}, "host")[0] is within


@pytest.mark.parametrize(
    ("ends", "within"),
    [
        ({}, True),
        ({"invalid": "2024-01-02"}, True),
        ({"invalid": "2024-01-01"}, False),
        ({"until": "2024-01-01"}, False),
        ({"until": "2024-01-02", "invalid": "2023-12-31"}, False),
        ({"until": "2023-12-31", "invalid": "2024-01-02"}, False),
        ({"whole": "false"}, False),
        ({"since": "2024-01-01"}, True),
        ({"since": "2024-01-02"}, False),
    ],
)
def test_a_decision_counts_while_it_is_in_force_and_where_it_covers_the_whole_country(
    ends: Tree, within: bool
) -> None:
    made = held(stored(location="CH"), rule(for_="host", forbid={"location": "@adequate"}))
    swiss = replace(made.knowledge.adequacy["ch"], **ends)
    knowledge = replace(made.knowledge, adequacy={**made.knowledge.adequacy, "ch": swiss})
    assert bool(assess(replace(made, knowledge=knowledge)).findings) is within

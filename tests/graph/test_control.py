"""Control: the least fixpoint of joint majority, for certain and for possible."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.graph.control import Control
from auditor.graph.estate import Estate
from auditor.graph.holdings import HALF, VOTELESS, bounds
from auditor.graph.stakes import Stake, Stakes
from auditor.loading.case.load import case_of
from auditor.model.case.ownership import Ownership
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere

NOBODY = Knowledge(
    countries={"FR": "France", "US": "United States"}, eea={"FR": "1994-01-01"}, eu={"FR": "1958-01-01"}
)


def control(links: list[dict[str, Any]], **organisations: dict[str, Any]) -> Control:
    names = {end for link in links for end in (link["owner"], link["of"])}
    given = {
        "organisations": {name: organisations.get(name, {"country": "FR"}) for name in names},
        "ownership": links,
    }
    case, _ = case_of(given, NOBODY)
    return Control(Estate(Materials(case, NOBODY, (), "2024-01-01", Nowhere())))


def link(owner: str, of: str, votes: Any, **more: str) -> dict[str, Any]:
    return {"owner": owner, "of": of, "votes": votes, **more}


def test_joint_majority_through_those_one_controls() -> None:
    made = control([link("a", "b", "60"), link("a", "c", "60"), link("b", "d", "30"), link("c", "d", "30")])
    assert set(made.controlled("a", certain=True)) == {"b", "c", "d"}
    assert "ownership.b>d" in made.proof("a", "d")


def test_half_is_not_control_and_cycles_are_not_their_own_reason() -> None:
    assert control([link("a", "b", "50")]).controllers("b") == []
    made = control([link("b", "c", "60"), link("c", "b", "60"), link("a", "b", "30"), link("a", "c", "30")])
    assert set(made.controlled("a", certain=True)) == set()
    assert set(made.controlled("b", certain=True)) == {"c"}


@pytest.mark.parametrize("certain", [True, False])
def test_three_stakes_that_make_half_to_the_digit_are_no_majority(*, certain: bool) -> None:
    """Added as binary fractions they come to more than 50."""
    assert HALF < 1.7 + 35.7 + 12.6
    held = [link("a", "b", "60"), link("a", "c", "60")]
    joint = [link("a", "d", "1.7"), link("b", "d", "35.7"), link("c", "d", "12.6"), link("e", "d", "50")]
    assert control([*held, *joint]).controllers("d", certain=certain) == []


def test_a_minority_never_controls_and_an_unknown_share_may() -> None:
    made = control([link("a", "b", "minority"), link("c", "d", "unknown")])
    assert made.controllers("b", certain=False) == []
    assert made.controllers("d") == []
    assert made.controllers("d", certain=False) == ["c"]
    assert made.unsettled("d") == ["ownership.c>d", "organisations.d.parent"]


@pytest.mark.parametrize(
    "shares",
    ["unknown", {"max": "80"}, {"value": "15", "known": "assumed"}, {"max": "15", "known": "assumed"}],
)
def test_a_minority_of_shares_nobody_knows_is_no_control(shares: Any) -> None:
    stake = {"owner": "a", "of": "b", "kind": "minority", "shares": shares}
    made = control([stake], b={"country": "FR", "parent": "none"})
    assert made.holdings[0].high <= HALF
    assert made.unsettled("b") == ([] if shares != {"max": "80"} else ["ownership.a>b.decides"])
    assert control([{**stake, "votes": "60"}]).controllers("b") == ["a"]
    assert control([{**stake, "known": "assumed"}]).controllers("b", certain=False) == ["a"]


def test_upper_bounds_are_capped_by_what_others_hold() -> None:
    made = control([link("a", "c", {"max": "70"}), link("b", "c", "25")])
    assert made.controllers("c", certain=False) == ["a"]
    made = control([link("a", "c", {"max": "70"}), link("b", "c", "65")])
    assert made.controllers("c", certain=False) == ["b"]
    made = control([link("a", "c", {"max": "70"}), link("b", "c", "55")])
    assert made.controllers("c", certain=False) == ["b"]


def test_votes_go_before_shares_and_licences_carry_none() -> None:
    made = control(
        [
            {"owner": "a", "of": "b", "shares": "80", "votes": "20"},
            {"owner": "c", "of": "d", "kind": "licence"},
        ]
    )
    assert made.controllers("b", certain=False) == []
    assert made.controllers("d", certain=False) == []


def test_links_hold_in_their_time() -> None:
    old = link("a", "b", "51", until="2023-12-31")
    new = link("c", "b", "51", since="2024-02")
    assert control([old]).controllers("b") == []
    assert control([new]).controllers("b") == []
    assert control([link("a", "b", "51", since="2024-01-01")]).controllers("b") == ["a"]


def test_what_nobody_vouches_for_is_only_possible() -> None:
    made = control([link("a", "b", "51", known="assumed")])
    assert made.controllers("b") == []
    assert made.controllers("b", certain=False) == ["a"]


def test_a_parent_of_none_closes_but_never_overrides_votes() -> None:
    assert control([link("a", "b", "10")], b={"country": "FR", "parent": "none"}).gap("b") == ""
    assert control([link("a", "b", "10")]).gap("b") == "b"
    made = control([link("a", "b", "51")], b={"country": "FR", "parent": "none"}, a={"country": "FR"})
    assert made.controllers("b") == ["a"]
    assert made.gap("b") == "a"


ENDS = ("a", "b", "c", "d")
LINKS = st.dictionaries(
    st.sampled_from([(x, y) for x, y in product(ENDS, ENDS) if x != y]),
    st.tuples(st.integers(0, 60), st.integers(0, 40)),
    max_size=7,
)


def by_definition(stakes: dict[tuple[str, str], float], owner: str) -> set[str]:
    """The definition read word for word: iterate until nothing is added."""
    held: set[str] = set()
    while True:
        more = {
            y
            for y in ENDS
            if y != owner and sum(stakes.get((z, y), 0) for z in {owner, *held}) > 50 and y not in held
        }
        if not more:
            return held
        held |= more


@settings(max_examples=120)
@given(LINKS)
def test_both_bounds_agree_with_the_definition(found: dict[tuple[str, str], tuple[int, int]]) -> None:
    if not found:
        return
    links = [link(x, y, {"min": str(low), "max": str(low + more)}) for (x, y), (low, more) in found.items()]
    made = control(links)
    certain = {ends: float(low) for ends, (low, _) in found.items()}
    for owner in ENDS:
        sure = set(made.controlled(owner, certain=True))
        assert sure == by_definition(certain, owner) - {owner}
        assert sure <= set(made.controlled(owner, certain=False))


@settings(max_examples=120)
@given(
    st.dictionaries(
        st.sampled_from([(x, y) for x, y in product(ENDS, ENDS) if x != y]),
        st.sampled_from([(60, 0), (0, 100), (45, 0), (30, 30)]),
        max_size=6,
    ),
    st.booleans(),
)
def test_seen_from_below_control_is_what_it_is_from_above(
    found: dict[tuple[str, str], tuple[int, int]], certain: bool
) -> None:
    if not found:
        return
    links = [link(x, y, {"min": str(low), "max": str(low + more)}) for (x, y), (low, more) in found.items()]
    made, again = control(links), control(links)
    names = sorted({end for ends in found for end in ends})
    below = {owner: again.controlled(owner, certain=certain) for owner in names}
    for name in names:
        above = [owner for owner in names if name in below[owner]]
        assert made.controllers(name, certain=certain) == above
        assert [owner for owner in names if made.proof(owner, name, certain=certain)] == above
        assert made.group(name) == {name}.union(
            made.controllers(name),
            *(made.controlled(owner, certain=True) for owner in (name, *made.controllers(name))),
        )


@settings(max_examples=120)
@given(
    st.dictionaries(
        st.sampled_from([(x, y) for x, y in product("abcdef", repeat=2) if x != y]),
        st.sampled_from([(60, 0), (51, 0), (30, 30)]),
        min_size=1,
        max_size=8,
    )
)
def test_the_facts_by_which_all_control_are_those_of_each_in_turn(
    found: dict[tuple[str, str], tuple[int, int]],
) -> None:
    links = [link(x, y, {"min": str(low), "max": str(low + more)}) for (x, y), (low, more) in found.items()]
    made = control(links)
    for name in sorted({end for ends in found for end in ends}):
        each = [made.proof(owner, name) for owner in made.controllers(name)]
        assert made.proof_of_all(name) == tuple(dict.fromkeys(route for proof in each for route in proof))


def test_a_chain_of_thousands_is_proved_from_its_top() -> None:
    names = [f"o{number:04}" for number in range(3_000)]
    made = control([link(owner, of, "60") for owner, of in pairwise(names)])
    assert made.controllers(names[-1]) == names[:-1]
    proof = made.proof(names[0], names[-1])
    assert proof[0] == made.by_owned[names[1]][0].routes[0]
    assert proof[-1] == made.by_owned[names[-1]][0].routes[0]
    assert len(proof) == len(names) - 1


@pytest.mark.parametrize("kind", ["consolidated", "board", "contract"])
def test_kinds_that_mean_a_majority(kind: str) -> None:
    assert control([{"owner": "a", "of": "b", "kind": kind}]).controllers("b") == ["a"]


def test_forty_percent_and_no_larger_holder_is_possible_control_never_certain() -> None:
    made = control([link("a", "b", "45"), link("c", "b", "30")], b={"country": "FR", "parent": "none"})
    assert made.controllers("b") == []
    assert made.controllers("b", certain=False) == ["a"]
    assert made.unsettled("b") == ["ownership.a>b.decides"]
    assert control([link("a", "b", "49"), link("c", "b", "49")]).controllers("b", certain=False) == []
    assert control([link("a", "b", "40")]).controllers("b", certain=False) == []
    assert control([link("a", "b", "45", decides="false")]).controllers("b", certain=False) == []
    assert control([link("a", "b", "45", decides="true")]).controllers("b") == ["a"]


def test_a_presumption_passes_through_those_one_controls() -> None:
    made = control([link("a", "b", "60"), link("b", "c", "30"), link("a", "c", "12")])
    assert made.controllers("c", certain=False) == ["a"]
    assert made.controllers("c") == []


def test_a_rival_counts_with_those_it_controls() -> None:
    rivals = [link("w", "x", "100"), link("w", "b", "24"), link("x", "b", "24")]
    assert control([link("a", "b", "45"), *rivals[1:]]).controllers("b", certain=False) == ["a"]
    assert control([link("a", "b", "45"), *rivals]).controllers("b", certain=False) == ["w"]


def held_through(owner: str, percents: tuple[str, ...]) -> list[dict[str, Any]]:
    """Let `owner` hold b by those it controls, so many percent each."""
    parts = [(f"{owner}{number}", percent) for number, percent in enumerate(percents)]
    return [part for name, percent in parts for part in (link(owner, name, "60"), link(name, "b", percent))]


def test_forty_percent_in_parts_that_no_binary_fraction_holds_presume_nothing() -> None:
    assert sum((1.7, 35.7, 2.6)) > 40
    assert "a" not in control(held_through("a", ("1.7", "35.7", "2.6"))).controllers("b", certain=False)
    assert "a" in control(held_through("a", ("1.7", "35.7", "2.7"))).controllers("b", certain=False)


def test_rivals_who_hold_as_much_in_other_parts_are_equal() -> None:
    mine, theirs = ("1.7", "35.7", "7.6"), ("1.7", "7.6", "35.7")
    assert sum(map(float, mine)) > sum(map(float, theirs))
    made = control([*held_through("a", mine), *held_through("c", theirs)])
    assert not {"a", "c"}.intersection(made.controllers("b", certain=False))


def test_the_holder_one_controls_is_no_rival() -> None:
    made = control([link("a", "z", "60"), link("z", "b", "45"), link("c", "b", "44")])
    assert made.controllers("b", certain=False) == ["a", "z"]
    assert made.open("a", "b") == ("ownership.z>b.decides",)


def test_nobody_vouches_for_a_minority_nor_for_who_decides() -> None:
    others = [link("c", "b", "30"), link("d", "b", "25")]
    assert control([link("a", "b", "minority"), *others]).controllers("b", certain=False) == []
    assert control([link("a", "b", "minority", known="assumed"), *others]).controllers(
        "b", certain=False
    ) == ["a"]
    for decides in ("true", "false"):
        made = control([link("a", "b", "45", decides={"value": decides, "known": "assumed"})])
        assert made.controllers("b") == []
        assert made.controllers("b", certain=False) == ["a"]


def test_a_stake_told_in_percent_presumes_whatever_its_kind_is_called() -> None:
    assert control([link("a", "b", "45", kind="minority")]).controllers("b", certain=False) == ["a"]
    assert control([{"owner": "a", "of": "b", "kind": "minority"}]).controllers("b", certain=False) == []


def test_the_owners_of_a_branch_are_shown_where_those_of_its_head_are() -> None:
    owned = link("owner", "head", "60")
    head = {"country": "FR", "parent": "none"}
    branch = {"country": "FR", "branch_of": "head"}
    made = control([owned, link("branch", "other", "60")], owner=head, head={"country": "FR"}, branch=branch)
    assert made.gap("branch") == ""
    open_head = control([link("head", "other", "60"), link("branch", "other", "10")], branch=branch)
    assert open_head.gap("branch") == "head"


def stakes(links: list[dict[str, Any]], **organisations: dict[str, Any]) -> Stakes:
    made = control(links, **organisations)
    return Stakes(made.estate, made)


ABROAD: dict[str, Any] = {"country": "US", "parent": "none"}
HERE: dict[str, Any] = {"country": "FR", "parent": "none"}


def test_two_links_of_one_holder_are_one_stake_shown_by_both() -> None:
    twice = [
        link("fund", "firm", {"min": "10"}),
        {**link("fund", "firm", {"max": "20"}), "kind": "veto"},
    ]
    votes, _ = stakes(twice, fund=ABROAD, firm=HERE).of("firm")
    stake = votes.stakes["fund"]
    assert (stake.low, stake.high) == (10, 20)
    assert len([route for route in stake.routes if route.startswith("ownership.")]) == 2


def test_a_stake_through_a_holder_is_the_product_of_both() -> None:
    chain = [link("fund", "middle", "40"), link("middle", "firm", "50")]
    votes, _ = stakes(chain, fund=ABROAD, middle=HERE, firm=HERE).of("firm")
    stake = votes.stakes["fund"]
    assert (stake.low, stake.high, stake.indirect) == (20, 20, True)


@given(
    st.lists(
        st.lists(st.tuples(st.sets(st.integers(0, 9)), st.integers(0, 6)), max_size=4), min_size=1, max_size=7
    )
)
def test_the_facts_of_a_stake_are_those_of_its_parts_one_after_the_other(
    parts: list[list[tuple[set[int], int]]],
) -> None:
    made: list[Stake] = []
    expected: list[dict[str, None]] = []
    for of_one in parts:
        stake, facts = Stake(), dict[str, None]()
        for numbers, held in of_one:
            proof = tuple(f"ownership.{number}" for number in sorted(numbers))
            stake.parts.append((proof, made[held] if held < len(made) else None))
            facts |= dict.fromkeys(proof) | (expected[held] if held < len(made) else {})
        made.append(stake)
        expected.append(facts)
    assert [stake.routes for stake in made] == [tuple(facts) for facts in expected]


def test_stakes_add_up_as_their_decimals_do() -> None:
    assert 9.8 + 22.6 + 6.6 > 39
    abroad = dict.fromkeys(("fund", "pool", "trust"), ABROAD)
    shares = (link("fund", "firm", "9.8"), link("pool", "firm", "22.6"), link("trust", "firm", "6.6"))
    home = link("home", "firm", "61")
    votes, _ = stakes([*shares, home], **abroad, firm=HERE, home=HERE).of("firm")
    assert votes.together == (39, 39)


def test_what_the_others_leave_is_half_where_their_decimals_add_up_to_half() -> None:
    assert 100 - (8.2 + 23.9 + 17.9) > 50
    shares = (link("x", "firm", "8.2"), link("y", "firm", "23.9"), link("z", "firm", "17.9"))
    made = control([*shares, link("rest", "firm", {"min": "1"})])
    assert next(h.high for h in made.by_owned["firm"] if h.owner == "rest") == 50


@pytest.mark.parametrize(
    ("country", "run_from", "inside"),
    [
        ("FR", "FR", True),
        ("FR", "unknown", True),
        ("FR", "US", False),
        ("US", "FR", False),
        ("unknown", "FR", None),
        ("unknown", "US", False),
        ("unknown", "unknown", None),
    ],
)
def test_seat_and_administration_are_both_in_the_union_or_it_is_not_inside(
    country: str, run_from: str, inside: bool | None
) -> None:
    firm = {"country": country, "run_from": run_from}
    assert stakes([link("firm", "other", "10")], firm=firm).seat("firm") is inside


def test_shares_in_numbers_go_before_a_parent_that_is_only_named() -> None:
    named = {"country": "FR", "parent": "a"}
    assert control([link("a", "b", "30")], b=named).controllers("b") == []
    assert control([link("a", "c", "30")], a={"country": "FR"}, c=named, b=named).controllers("c") == []
    assert control([link("a", "c", "60"), link("c", "b", "10")], b=named).controllers("b") == ["a"]


@pytest.mark.parametrize("kind", sorted(VOTELESS))
def test_a_link_that_carries_no_votes_bounds_none(kind: Any) -> None:
    assert bounds(Ownership(owner="a", of="b", kind=kind)) == (0, 0)

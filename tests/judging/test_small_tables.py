"""Tables of small cases, each worked out by hand: what captures showed, what places are, what was not analysed, whom an order names."""

from __future__ import annotations

from typing import Any

import pytest

from tests.own_rules import Tree, result, rule

DIGEST = "a" * 64


def seen(to: str, *flows: str, **more: Any) -> Tree:
    """Whom a page called."""
    counts = {"requests": "2", "sent": "2", "first": "1", "last": "2"}
    return {
        "page": "page",
        "to": to,
        "domain": f"{to}.example",
        "at": "visit#log.entries.1",
        "flows": [*flows],
        **counts,
        **more,
    }


def visited(*recipients: Tree, state: str = "refused", **more: Any) -> Tree:
    """A shop with a page that calls a counter and an advertiser, and one capture of it."""
    parties = {name: {"country": "FR", "parent": "none"} for name in ("shop", "ads", "stats")}
    hosts = {"page": {"operator": "shop"}, "adserver": {"operator": "ads"}, "counter": {"operator": "stats"}}
    digests = {"sha256": [DIGEST], "observation": DIGEST, "hosts": DIGEST}
    capture = {"kind": "har", **digests, "state": state, "source": "visit", "recipients": [*recipients]}
    to = {"for": "site", "from": "people", "embedded_in": "page"}
    return {
        "sources": {"visit": {"title": "Visit"}},
        "people": {"people": {"country": "FR"}},
        "organisations": parties,
        "activities": {
            "site": {
                "people": "people",
                "data": "device",
                "controller": "shop",
                "recipients": ["ads", "stats"],
            }
        },
        "hosts": hosts,
        "flows": {
            "to-ads": {**to, "to": "adserver", "data": ["device", "unknown"], "known": "observed"},
            "to-stats": {**to, "to": "counter", "data": "device"},
        },
        "captures": {"visit": capture},
        **more,
    }


def captures(case: Tree) -> Any:
    found = result(case, rule()).captures
    assert found is not None
    return found


def test_a_recipient_stands_as_its_flow_does_and_what_was_not_observed_comes_before_what_was() -> None:
    received = captures(visited(seen("adserver", "to-ads"), seen("counter", "to-stats"))).received
    assert [(line.organisation, line.standing) for line in received] == [
        ("stats", "declared-not-observed"),
        ("ads", "declared-observed"),
    ]


def test_data_that_were_seen_to_be_sent_are_those_of_observed_flows_and_named() -> None:
    received = captures(visited(seen("adserver", "to-ads"), seen("counter", "to-stats"))).received
    assert {line.organisation: line.data for line in received} == {"ads": ["device"], "stats": []}


def test_recipients_are_told_for_each_state_in_which_there_is_a_capture_and_for_no_other() -> None:
    case = visited(seen("adserver", "to-ads", sent="1", attempted="3"))
    case["captures"]["again"] = {**case["captures"]["visit"], "state": "accepted", "recipients": []}
    (line,) = captures(case).states
    assert line.recipient == "ads"
    assert {
        state: (cell.seen, cell.captures, cell.sent, cell.attempted) for state, cell in line.states.items()
    } == {
        "refused": (1, 1, 1, 3),
        "accepted": (0, 1, 0, 0),
    }


SHOP: Tree = {
    "people": {"people": {"country": "FR"}},
    "organisations": {
        "shop": {"country": "FR", "parent": "none"},
        "cloud": {"country": "IE", "parent": "none", "is": "cloud"},
        "vault": {"country": "FR", "parent": "none"},
    },
    "activities": {
        "sales": {"people": "people", "data": "contact", "controller": "shop", "retention": "1 year"}
    },
    "hosts": {"store": {"operator": "cloud", "keeps": "contact", "runs_on": "none"}},
    "flows": {"f": {"for": "sales", "from": "people", "to": "store", "content": "none"}},
}


def changed(**sections: Tree) -> Tree:
    """The shop with fields of its entries laid over."""
    return {
        **SHOP,
        **{
            section: {
                **SHOP.get(section, {}),
                **{
                    name: {**SHOP.get(section, {}).get(name, {}), **fields}
                    for name, fields in entries.items()
                },
            }
            for section, entries in sections.items()
        },
    }


def test_people_have_no_country_and_no_operator_as_a_place() -> None:
    places = {line.id: line for line in result(SHOP, rule()).places}
    assert (places["people"].kind, places["people"].country, places["people"].operator) == ("people", "", "")
    assert (places["store"].kind, places["store"].country, places["store"].eea) == ("host", "IE", "yes")


def test_whoever_holds_a_key_is_told_with_whom_it_is_controlled_by() -> None:
    keyed = changed(hosts={"store": {"at_rest": "encrypted", "keys": "vault"}})
    assert "vault" not in [line.organisation for line in result(SHOP, rule()).control]
    assert "vault" in [line.organisation for line in result(keyed, rule()).control]


@pytest.mark.parametrize(
    ("stated", "unread"),
    [("1 year", []), ("as long as needed", ["activities.sales.retention"]), ("none", []), ("unknown", [])],
)
def test_a_period_that_no_comparison_can_use_is_told_by_its_address(stated: str, unread: list[str]) -> None:
    found = result(changed(activities={"sales": {"retention": stated}}), rule()).not_analysed
    assert [line.subject.id for line in found if line.subject.kind == "period"] == unread


def test_of_two_rows_of_a_finding_the_more_severe_is_its_floor_and_what_could_be_graver_is_missing() -> None:
    ladder = {"high": {"content": "none"}, "low": "else"}
    case = changed(
        flows={
            "f": {"content": "encrypted"},
            "g": {"for": "sales", "from": "people", "to": "store", "content": "unknown"},
            "h": {"for": "sales", "from": "people", "to": "store", "content": "encrypted"},
        }
    )
    (finding,) = result(case, rule(severity=ladder, group="receiver", culprit="receiver")).findings
    assert (finding.severity, finding.severity_if_open) == ("low", "high")
    assert finding.missing == ["flows.g.content"]


def test_a_step_that_only_follows_from_the_record_is_told_after_the_flows() -> None:
    case = changed(activities={"care": {"people": "people", "data": "contact", "controller": "shop"}})
    lines = result(case, rule()).flows
    assert [(line.number, line.activity, line.from_, line.to) for line in lines] == [
        (1, "sales", "people", ["store"]),
        (2, "care", "people", ["shop"]),
    ]


@pytest.mark.parametrize(
    ("share", "told"),
    [
        ({"votes": {"min": "10"}}, "10-100"),
        ({"votes": {"max": "60"}}, "0-60"),
        ({"votes": {"value": "30"}}, "30"),
        ({"shares": "40"}, "40"),
        ({"votes": "unknown"}, ""),
    ],
)
def test_a_holding_is_told_by_its_bounds(share: Tree, told: str) -> None:
    case = {**SHOP, "ownership": [{"owner": "vault", "of": "cloud", **share}]}
    (line,) = (each for each in result(case, rule()).control if each.organisation == "cloud")
    links = [*line.holders, *(link for each in line.controllers for link in each.chain)]
    assert {link.votes for link in links} == {told}


@pytest.mark.parametrize(("gate", "undecided"), [("true", 1), ("false", 0)])
def test_only_an_open_point_that_gates_may_yet_reach_the_bar(gate: str, undecided: int) -> None:
    asked = rule(when={"step": "booking"}, forbid={"content": "none"}, severity="high", gate=gate)
    case = changed(flows={"f": {"content": "unknown", "step": "booking"}})
    assert result(case, asked).summary.gate.undecided == undecided


def test_a_fact_for_which_only_dormant_points_wait_counts_these() -> None:
    flows = {name: {**SHOP["flows"]["f"]} for name in ("f", "g")}
    found = result({**SHOP, "flows": flows}, rule(forbid={"refusal": "free"})).questions
    (asked,) = (each for each in found if each.field == "flows.refusal")
    assert [(fact.fact, fact.points, fact.live) for fact in asked.facts] == [
        ("flows.f.refusal", 1, False),
        ("flows.g.refusal", 1, False),
    ]
    assert asked.points == 2


def test_a_fact_of_a_holding_is_of_both_its_ends() -> None:
    question = {
        "q": {
            "to": "cloud",
            "asked": "2023-01-01",
            "text": "How much?",
            "settles": ["ownership.vault>cloud.votes"],
        }
    }
    case = {
        **SHOP,
        "ownership": [{"owner": "vault", "of": "cloud", "votes": "unknown"}],
        "questions": question,
    }
    facts = [fact for each in result(case, rule()).questions for fact in each.facts]
    (held,) = (fact for fact in facts if fact.fact == "ownership.vault>cloud.votes")
    assert held.subject.en == "vault and cloud"


def test_what_is_established_is_not_counted_as_hypothetical() -> None:
    summary = result(SHOP, rule()).summary
    assert (summary.established, summary.hypothetical, summary.cannot_be_shown) == ({"low": 1}, 0, 0)


def test_a_question_about_what_is_gone_on_the_day_is_not_asked_again() -> None:
    asked = {"to": "cloud", "asked": "2023-01-01", "text": "Who?"}
    questions = {name: {**asked, "settles": [f"hosts.{name}.location"]} for name in ("old", "store")}
    hosts = {**SHOP["hosts"], "old": {"operator": "cloud", "keeps": "contact", "until": "2020-01-01"}}
    facts = [
        fact.fact
        for each in result({**SHOP, "hosts": hosts, "questions": questions}, rule()).questions
        for fact in each.facts
    ]
    assert "hosts.store.location" in facts
    assert not [fact for fact in facts if fact.startswith("hosts.old.")]


def test_what_captures_show_is_one_finding_for_each_page_and_rule() -> None:
    case = visited(
        seen("adserver", "to-ads"),
        seen("counter", "to-stats"),
        {**seen("counter", "shop-stats"), "page": "desk"},
    )
    case["hosts"]["desk"] = {"operator": "shop"}
    case["flows"]["shop-stats"] = {**case["flows"]["to-stats"], "embedded_in": "desk"}
    loaded = rule(forbid={"embedded": "true"})
    findings = result(case, loaded).findings
    assert sorted((finding.culprit, finding.subjects) for finding in findings) == [
        ("desk", ["shop-stats"]),
        ("page", ["to-ads", "to-stats"]),
    ]
    del case["captures"]
    assert len(result(case, loaded).findings) == 3

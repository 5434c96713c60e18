"""What rules come to is counted the same whatever is told of it, and nothing is made for what is only counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, get_args

import pytest
from msgspec import UNSET
from msgspec.structs import asdict

from auditor.api import assess as judging
from auditor.graph.derive import derive
from auditor.graph.estate import build
from auditor.judging import findings
from auditor.judging.grouped import by_culprit
from auditor.model.evidence import Routes
from auditor.model.materials import Materials
from auditor.model.result.findings import PointsTold
from auditor.model.result.shown import Shown
from auditor.model.vocabulary import Severity
from auditor.rules import evaluate
from auditor.rules.matches import Evaluation, Match
from auditor.rules.open_matches import MANY, OpenMatches
from auditor.rules.patterns import Pattern
from auditor.rules.points import Point
from auditor.rules.questions import kind_of
from auditor.rules.rule_sets import Rules
from auditor.rules.severity import SeverityRange
from auditor.rules.tally import Judged, Tally
from tests.conftest import CASES, materials
from tests.judging.test_steps_of_judging import by_fact, some
from tests.judging.test_weighed import made_of

TOLD: tuple[PointsTold, ...] = get_args(PointsTold)


def evaluated(read: Materials, told: PointsTold) -> Evaluation:
    derived = derive(build(read))
    return evaluate.evaluate(derived, Rules(derived.estate), points_told=told)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_what_rules_come_to_is_counted_the_same_whatever_is_told(folder: Any) -> None:
    read = materials([folder])
    every, *fewer = (evaluated(read, told) for told in TOLD)
    for told, found in zip(TOLD[1:], fewer, strict=True):
        assert found.judged == every.judged
        assert waited_for(found.tally) == waited_for(every.tally)
        assert found.tally.untold(told).total() == every.tally.untold(told).total()
        expected = [m for m in every.matches if every.tally.tells(m.rule.id, m.key, told)]
        assert list(map(matched, found.matches)) == list(map(matched, expected))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_point_that_is_only_counted_counts_as_its_witness_does(folder: Any) -> None:
    """Also where several matches come as close to breaking the rule and other facts are missing to each of them."""
    read = materials([folder])
    every, counted = evaluated(read, "all"), evaluated(read, "none").tally
    groups = by_culprit(derive(build(read)), every.matches)
    expected = Counter(
        (
            rule,
            group.grave.ceiling,
            len(group.witness.missing),
            frozenset(map(kind_of, group.witness.missing)),
        )
        for (rule, key), group in groups.items()
        if any(match.live for match in group.matches) and not counted.tells(rule, key, "none")
    )
    points = [point for point in counted.untold("none").elements() if point.live]
    assert Counter((point.rule, point.ceiling, point.distance, point.asked) for point in points) == expected
    assert not any(point.tied for point in points)


def waited_for(tally: Tally) -> dict[str, dict[str, Any]]:
    return {fact: asdict(waiting) for fact, waiting in by_fact(tally).items()}


def matched(match: Match) -> tuple[Any, ...]:
    told = match.established, match.proof, match.unsettled
    return match.rule.id, match.key, match.id, told, match.grave, match.duty, match.live


def flows(count: int, **more: Any) -> Materials:
    """A case with so many flows of which little is said, one in clear, and `more` flows."""
    little = {f"f{n}": {"for": "care", "from": "patient", "to": f"host{n % 3}"} for n in range(count)}
    return made_of(
        {
            "auditor": "1",
            "known": "documented",
            "case": {"id": "c", "as_of": "2024-01-01", "about": "clinic"},
            "people": {"patient": {}},
            "organisations": {
                "clinic": {"country": "FR"},
                "cloud": {"country": "FR", "is": "cloud"},
                "us": {"country": "US", "dpf": "true"},
            },
            "activities": {"care": {"people": "patient", "data": ["health"], "controller": "clinic"}},
            "hosts": {f"host{n}": {"operator": "cloud"} for n in range(3)},
            "flows": {
                **little,
                "clear": {"for": "care", "from": "patient", "to": "host0", "transport": "none"},
                **more,
            },
        }
    )


IN_DOUBT = {"abroad": {"for": "care", "from": "clinic", "to": "us", "content": "none"}}


@pytest.mark.parametrize(("more", "supposed"), [({}, 0), (IN_DOUBT, 1)], ids=["plain", "in-doubt"])
def test_nothing_is_made_for_each_of_many_flows_that_are_only_counted(
    more: dict[str, Any], supposed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(judging._in_doubt(derive(build(flows(1, **more))))) == supposed
    made: Counter[str] = Counter()

    def counting(where: Any, name: str) -> None:
        kind = getattr(where, name)

        def one(*given: Any, **fields: Any) -> Any:
            made[name] += 1
            return kind(*given, **fields)

        monkeypatch.setattr(where, name, one)

    counting(evaluate, "Match")
    counting(findings, "Finding")

    def needed(count: int) -> tuple[Counter[str], int]:
        made.clear()
        result = judging.assess(flows(count, **more), shown=Shown("none"))
        assert result.counted.count
        return +made, sum(len(question.facts) for question in result.questions)

    assert needed(40) == needed(400)


def test_points_that_are_alike_are_one() -> None:
    few, many = (evaluated(flows(count), "none").tally for count in (40, 400))
    assert set(map(described, few.untold("none"))) == set(map(described, many.untold("none")))


def described(point: Point) -> tuple[Any, ...]:
    return tuple(asdict(point).values())


def point(ceiling: Severity = "high", distance: int = 1, **more: Any) -> Point:
    given = {"asked": frozenset({"hosts.keys"}), "gates": False, "live": False, "unsure": False, **more}
    return Point(rule="own/TST-001", ceiling=ceiling, distance=distance, **given)


@pytest.mark.parametrize(
    ("other", "comes_to"),
    [
        (point(), point()),
        (point(live=True), point(live=True)),
        (point("medium", 0, gates=True), point()),
        (point("critical", 5, gates=True), point("critical", 5, gates=True)),
        (point(distance=2, gates=True), point()),
        (point(distance=0, gates=True), point(distance=0, gates=True)),
        (point(gates=True), point(tied=True)),
        (point(asked=frozenset({"flows.to"})), point(tied=True)),
        (point(tied=True), point(tied=True)),
        (point("medium", tied=True), point()),
        (point("critical", tied=True), point("critical", tied=True)),
        (point(unsure=True), point(unsure=True)),
        (point("medium", unsure=True), point()),
        (point("critical", unsure=True), point("critical", unsure=True)),
    ],
)
def test_the_gravest_to_which_the_fewest_facts_are_missing_stands_for_two(
    other: Point, comes_to: Point
) -> None:
    assert described(point().and_with(other)) == described(comes_to)


def tally(*gating: str, **rule: Any) -> tuple[Tally, Any]:
    made = Tally(gating)
    ruled = some(**{"id": "a", "kind": "gap", "gate_confidence": UNSET, **rule})
    made.judged["a"] = Judged()
    return made, ruled


GRAVE = SeverityRange(floor="low", ceiling="high")


def opened(*matches: tuple[str, Sequence[Routes], bool]) -> OpenMatches:
    """Open matches, each by its key, the facts missing to it field by field, and whether it is live."""
    keys, missing, live = zip(*matches, strict=True)
    return OpenMatches(keys, [*zip_longest(*missing, fillvalue=())], live)


def test_only_what_breaks_a_rule_is_told_where_no_open_point_is() -> None:
    made, rule = tally()
    made.add_open(rule, Pattern(grave=GRAVE), opened(("dormant", [("hosts.h.keys",)], False)))
    made.add_open(rule, Pattern(grave=GRAVE), opened(("live", [("hosts.h.keys",)], True)))
    assert told(made) == {"all": {"dormant", "live"}, "live": {"live"}, "none": set()}
    assert made.untold("none").total() == 2
    assert not made.may_tell("a", "none")
    assert made.may_tell("a", "live")


def test_what_to_do_about_a_live_point_is_told_where_its_rule_is_broken_elsewhere() -> None:
    made, rule = tally()
    for key, live in (("dormant", False), ("live", True), ("broken", False)):
        made.add_open(rule, Pattern(grave=GRAVE), opened((key, [("hosts.h.keys",)], live)))
    made.add_broken(rule, [("broken", GRAVE)])
    assert told(made)["none"] == {"live", "broken"}
    assert made.may_tell("a", "none")


def test_what_a_rule_only_supposes_is_told() -> None:
    made, rule = tally(kind="what-if")
    made.add_open(rule, Pattern(grave=GRAVE), opened(("dormant", [("hosts.h.keys",)], False)))
    assert told(made)["none"] == {"dormant"}


@pytest.mark.parametrize(
    ("gating", "gates", "confidence", "is_told"),
    [
        ((), True, "observed", True),
        ((), False, "observed", False),
        ((), True, UNSET, False),
        (("a",), True, "observed", False),
    ],
)
def test_a_live_point_is_told_where_it_depends_on_its_proof_whether_it_may_fail(
    gating: tuple[str, ...], *, gates: bool, confidence: Any, is_told: bool
) -> None:
    made, rule = tally(*gating, gate_confidence=confidence)
    made.add_open(rule, Pattern(grave=GRAVE, gates=gates), opened(("live", [("hosts.h.keys",)], True)))
    assert ("live" in told(made)["none"]) is is_told


def test_a_point_counts_as_the_match_that_is_settled_on() -> None:
    made, rule = tally()
    for fact, gates in (("hosts.h.keys", True), ("hosts.h.location", False)):
        made.add_open(rule, Pattern(grave=GRAVE, gates=gates), opened(("one", [(fact,)], True)))
    made.add_open(rule, Pattern(grave=GRAVE), opened(("two", [("hosts.h.keys",)], True)))
    assert (made.tied("a", "none"), made.tied("a", "live")) == ({"one"}, set())
    made.settle(rule, Pattern(grave=GRAVE), opened(("one", [("hosts.h.location",)], True)))
    assert made.tied("a", "none") == set()
    assert {(*point.asked, point.gates) for point in made.untold("none")} == {
        ("hosts.location", False),
        ("hosts.keys", False),
    }


def test_a_dormant_point_is_not_settled() -> None:
    made, rule = tally()
    for fact in ("hosts.h.keys", "hosts.h.location"):
        made.add_open(rule, Pattern(grave=GRAVE), opened(("one", [(fact,)], False)))
    assert made.tied("a", "none") == set()


def test_keys_of_points_are_forgotten_where_none_of_them_is_told() -> None:
    made, rule = tally()
    for key, live in (("one", False), ("two", False), ("three", True)):
        made.add_open(rule, Pattern(grave=GRAVE), opened((key, [("hosts.h.keys",)], live)))
    every = Counter(map(described, made.untold("none").elements()))
    made.forget_keys("a", "live")
    assert told(made)["live"] == {"three"}
    made.forget_keys("a", "none")
    assert made._points == {}
    assert Counter(map(described, made.untold("none").elements())) == every
    assert made.copy().untold("none") == made.untold("none")


def test_keys_of_points_are_kept_where_a_rule_is_broken_elsewhere() -> None:
    made, rule = tally()
    made.add_open(rule, Pattern(grave=GRAVE), opened(("broken", [("hosts.h.keys",)], False)))
    made.add_broken(rule, [("broken", GRAVE)])
    made.forget_keys("a", "none")
    assert told(made)["none"] == {"broken"}


def test_a_copy_takes_more_without_changing_the_first() -> None:
    first, rule = tally()
    first.add_open(rule, Pattern(grave=GRAVE), opened(("one", [("hosts.h.keys",)], False)))
    second = first.copy()
    second.judged["b"] = Judged()
    other = some(id="b", kind="gap", gate_confidence=UNSET)
    second.add_open(other, Pattern(grave=GRAVE), opened(("two", [("hosts.h.keys",)], True)))
    assert (by_fact(first)["hosts.h.keys"].points, by_fact(first)["hosts.h.keys"].live) == (1, False)
    assert by_fact(second)["hosts.h.keys"].rules == {"a", "b"}
    assert (first.untold("none").total(), second.untold("none").total()) == (1, 2)


def told(made: Tally) -> dict[PointsTold, set[str]]:
    """The keys of the points of a tally that are told."""
    return {told: {key for key in made._points["a"].by_key if made.tells("a", key, told)} for told in TOLD}


def test_facts_that_a_field_names_for_many_subjects_count_for_each_of_them() -> None:
    """Whether they come as one list or as several, and whatever else is missing to some."""
    many = tuple(f"activities.a{number}.care" for number in range(MANY + 1))
    subjects = [(("hosts.h0.keeps",), many), (many, many[:2]), (("hosts.h0.keeps", many[3]), many)]
    counted = []
    for parts_of in (list, lambda missing: [(route,) for facts in missing for route in facts]):
        made, rule = tally()
        made.add_open(
            rule,
            Pattern(grave=GRAVE),
            opened(*[(f"k{n}", parts_of(missing), False) for n, missing in enumerate(subjects)]),
        )
        counted.append((waited_for(made), Counter(map(described, made.untold("none").elements()))))
    assert counted[0] == counted[1]
    assert counted[0][0]["hosts.h0.keeps"]["dormant_points"] == 2
    assert counted[0][0][many[0]]["dormant_points"] == 3


def test_lists_of_facts_that_differ_for_each_subject_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.rules.open_matches.MOST_MANY", 3)
    made, rule = tally()
    for number in range(9):
        many = tuple(f"activities.a{number}x{each}.care" for each in range(MANY + 1))
        made.add_open(rule, Pattern(grave=GRAVE), opened((f"k{number}", [many], False)))
    assert len(made._asking._many) == 3
    assert len(by_fact(made)) == 9 * (MANY + 1)

"""Steps of judging by themselves: who counts as told, what a change takes away, what would count, whom a chain of holders passes."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from auditor.graph.derive import derive
from auditor.graph.estate import build
from auditor.judging import (
    annex,
    clauses,
    comparison,
    doubtful,
    finding_scope,
    no_longer_shown,
    proof,
    tables,
    weakened_facts,
)
from auditor.judging import transfers as transfer_lines
from auditor.judging.beginnings import begins_later
from auditor.judging.open_points import _question, _said_in_words, _same_for, open_questions
from auditor.judging.premise_text import Teller
from auditor.judging.worded import Worded
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import Choice
from auditor.model.result.findings import OpenFact
from auditor.model.scalars import Value
from auditor.rules.open_matches import OpenMatches
from auditor.rules.patterns import Pattern
from auditor.rules.severity import SeverityRange
from auditor.rules.tally import Judged, Tally
from auditor.rules.waiting import Waiting
from auditor.text import result as result_texts
from auditor.text.grammar import both
from auditor.text.names import Names
from tests.own_rules import Tree, held, result, rule


def some(**fields: Any) -> Any:
    """Something with these fields, as far as a step looks at it."""
    return SimpleNamespace(**fields)


def test_the_officers_of_an_activity_are_those_of_its_controllers_that_state_one() -> None:
    organisations = {
        "shop": some(dpo="dpo@shop.example"),
        "town": some(dpo=""),
        "other": some(dpo="dpo@other.example"),
    }
    derived = some(estate=some(case=some(organisations=organisations)))
    stated: Any = some(controller=["shop", "town", "nobody"])
    assert annex._officers(derived, stated) == {"shop": "dpo@shop.example"}


def finding(name: str, *facts: str, **more: Any) -> Any:
    """A finding with what orders it and what it rests on."""
    return some(
        **{
            "rule": "own/TST-001",
            "culprit": name,
            "outcome": "established",
            "severity": "high",
            "severity_if_open": "high",
            "confidence": "documented",
            "accepted": None,
            "gate": True,
            "joined": "",
            "fingerprint": name,
            "proof": [some(fact=fact) for fact in facts],
            **more,
        }
    )


class Told:
    """A teller that says the address."""

    def __init__(self, materials: Any, names: Any) -> None:
        self.of = (materials, names)

    def tell(self, route: str) -> Bilingual:
        return Bilingual(route, route)


def test_the_premises_of_the_gravest_finding_of_a_rule_and_of_those_told_with_it_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clauses, "Teller", Told)
    nothing: Any = None
    found = [
        finding("a", "flows.f.content"),
        finding("b", "flows.g.content", severity="medium"),
        finding("c", "hosts.h.location", rule="own/TST-002", joined="a"),
        finding("d", "hosts.i.location", rule="own/TST-002", joined="b"),
    ]
    assert list(clauses.clauses(nothing, found, nothing)) == ["flows.f.content", "hosts.h.location"]


@pytest.mark.parametrize(("rules", "asked"), [(["own/TST-001"], True), (["own/TST-002"], False), ([], False)])
def test_a_fact_taken_away_leaves_a_finding_open_only_where_its_own_rule_waits_for_it(
    rules: list[str], *, asked: bool
) -> None:
    head: Any = some(questions=[some(facts=[some(fact="flows.f.content", rules=rules, live=False)])])
    assert comparison._asked(finding("a", "flows.f.content"), head) is asked
    assert comparison._asked(finding("a", "flows.f.transport"), head) is False


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({"confidence": "alleged"}, True),
        ({"confidence": "documented"}, False),
        ({"confidence": "alleged", "outcome": "cannot-be-shown"}, False),
        ({"confidence": "alleged", "outcome": "hypothetical"}, False),
        ({"confidence": "alleged", "accepted": some()}, False),
        ({"confidence": "alleged", "severity": "low"}, False),
    ],
)
def test_what_is_established_by_weak_facts_alone_would_count_if_they_were_known_better(
    more: Tree, *, counts: bool
) -> None:
    found = doubtful.doubtful([finding("a", **more)], [], "high", "documented")
    assert [each.culprit for each in found] == (["a"] if counts else [])


def test_what_a_finding_rests_on_is_told_apart_by_sixteen_figures_as_exceptions_have_it() -> None:
    bare: Any = finding("a", subjects=[], path=[])
    sections = ("flows", "hosts", "activities", "organisations", "data")
    case: Any = some(**{section: {} for section in sections})
    assert finding_scope.rests_on(bare, case) == hashlib.sha256(b"[[],[]]").hexdigest()[:16]


def test_facts_taken_away_are_named_in_the_order_of_their_addresses() -> None:
    letters = "hgfedcba"
    routes = [f"flows.{letter}.content" for letter in letters]
    was = finding("a", *routes)
    flows = dict.fromkeys(letters)
    then: Any = some(fact=lambda route: some(stated=True, unsettled=False))
    now: Any = some(fact=lambda route: some(stated=False, unsettled=True), case=some(flows=flows))
    assert list(no_longer_shown._lost(was, None, then, now)) == sorted(routes)
    del flows["a"]
    assert list(no_longer_shown._lost(was, None, then, now)) == sorted(routes)[1:]


@pytest.mark.parametrize(
    ("above", "steps"),
    [
        ({"x": ["z"], "z": ["m"], "m": ["a"]}, {"z": 1, "m": 2, "a": 3}),
        ({"x": ["a"], "a": ["m"], "m": ["z"]}, {"a": 1, "m": 2, "z": 3}),
        ({"x": ["m", "z"], "z": ["m"], "m": ["a"]}, {"z": 1, "m": 2, "a": 3}),
        ({"x": ["z", "other"]}, {"z": 1}),
        ({"x": ["z"], "z": ["a"], "a": ["z"]}, {"z": 1, "a": 2}),
        ({"x": ["z"], "z": ["b"], "b": ["a"], "a": ["z", "x"]}, {"z": 1, "b": 2, "a": 3}),
    ],
)
def test_a_controller_is_as_many_holders_away_as_the_longest_line_up_to_it_has(
    above: dict[str, list[str]], steps: dict[str, int]
) -> None:
    room: Any = some(
        by_owned={owned: [some(owner=owner) for owner in owners] for owned, owners in above.items()}
    )
    assert tables._steps(room, "x", frozenset(steps)) == steps


def chosen(word: str) -> Choice:
    return Choice(options=(word,)) if word else Choice(anything=True)


@pytest.mark.parametrize(
    ("adequate", "tool", "derogation", "said"),
    [
        ("false", "none", "none", result_texts.NO_GROUND),
        ("", "none", "none", result_texts.GROUND_TO_SHOW),
        ("false", "", "none", result_texts.GROUND_TO_SHOW),
        ("false", "none", "", result_texts.GROUND_TO_SHOW),
    ],
)
def test_a_transfer_has_no_ground_only_where_each_is_said_to_be_missing(
    adequate: str, tool: str, derogation: str, said: Bilingual
) -> None:
    grounds = some(
        adequate=lambda t: chosen(adequate),
        tool=lambda t: chosen(tool),
        derogation=lambda t: chosen(derogation),
    )
    nothing: Any = None
    derived: Any = some(grounds=grounds)
    assert transfer_lines._ground(derived, nothing) == said


def test_a_holding_that_ended_is_told_as_a_holding_that_was_not_looked_at() -> None:
    case = {
        "organisations": {"shop": {"country": "FR"}, "owner": {"country": "FR"}},
        "ownership": [{"owner": "owner", "of": "shop", "votes": "60", "until": "2020-01-01"}],
    }
    (line,) = (each for each in result(case, rule()).not_looked_at if each.why == "ended")
    assert (line.kind, line.count) == ("ownership", 1)


def test_what_begins_after_the_date_of_the_case_and_by_the_day_of_the_check_begins_later() -> None:
    def case(**since: str) -> Any:
        flows = {name: some(since=day, __struct_fields__=("since",)) for name, day in since.items()}
        return some(__struct_fields__=("flows",), flows=flows)

    then: Any = some(case=case(same="2024-03-01", moved="2024-02-01"))
    now: Any = some(
        case=case(
            same="2024-03-01",
            moved="2024-03-02",
            new="2024-04-01",
            before="2024-01-01",
            on="2024-02-15",
            far="2024-07-01",
            unsaid="unknown",
        ),
        as_of="2024-02-15",
        today="2024-06-01",
    )
    assert begins_later(then, now).changed == {
        "flows.moved.since": "2024-03-02",
        "flows.new.since": "2024-04-01",
    }
    assert begins_later(then, now).steady == {"flows.same.since": "2024-03-01"}
    now.today = ""
    assert set(begins_later(then, now).changed) == {
        "flows.moved.since",
        "flows.new.since",
        "flows.far.since",
    }


def test_a_fact_of_several_periods_turns_on_the_first_day_after_the_date_of_the_case() -> None:
    def case(*transport: Value[str]) -> Any:
        flow = some(transport=list(transport), __struct_fields__=("transport",))
        return some(__struct_fields__=("flows",), flows={"f": flow})

    tls, none = Value("tls", until="2024-03-31"), Value("none", since="2024-04-01")
    now: Any = some(case=case(tls, none), as_of="2024-02-15", today="2024-06-01")
    assert begins_later(some(case=case()), now).changed == {"flows.f.transport": "2024-03-31"}
    assert begins_later(now, now).steady == {"flows.f.transport": "2024-03-31"}
    now.today = "2024-03-01"
    assert begins_later(some(case=case()), now).changed == {}


def by_fact(tally: Tally) -> dict[str, Waiting]:
    """What waits for each missing fact, each of which is listed once."""
    listed = [(fact, waiting) for waiting, facts in tally.facts.items() for fact in facts]
    assert len(dict(listed)) == len(listed)
    return dict(listed)


def test_points_that_wait_for_a_fact_are_counted_one_by_one() -> None:
    tally = Tally()
    tally.judged["a"] = Judged()
    ruled, grave = some(id="a", kind="gap", gate_confidence=UNSET), SeverityRange(floor="low", ceiling="high")

    def add(*missing: str, live: bool) -> None:
        tally.add_open(
            ruled, Pattern(grave=grave), OpenMatches(["key"], [[("hosts.h.keys", *missing)]], [live])
        )

    add("hosts.h.keeps", "hosts.h.location", live=False)
    add("hosts.h.keeps", live=False)
    found = by_fact(tally)["hosts.h.keys"]
    assert (found.points, found.live, found.shown, found.distance) == (2, False, False, 2)
    add("hosts.h.keeps", "hosts.h.location", "hosts.h.operator", live=True)
    tally.add_broken(ruled, [("other", replace(grave, missing=("hosts.h.keys",)))])
    found = by_fact(tally)["hosts.h.keys"]
    assert (found.points, found.dormant_points, found.live, found.shown) == (2, 2, True, True)
    assert (found.severity, found.distance, found.undecided) == ("high", 1, True)
    assert (tally.judged["a"].open, tally.judged["a"].live, tally.judged["a"].broken) == (3, 1, 1)


def test_data_are_named_by_the_address_of_their_entry() -> None:
    names = result({"data": {"badge": {"is": "contact", "title": "Badge number"}}}, rule()).names
    assert names["data.badge"].en == "Badge number"
    assert names["data.contact"].en
    assert "badge" not in names


def premise(known: str = "documented", *, stated: bool = True, source: str = "file") -> Any:
    return some(known=known, stated=stated, unsettled=not stated, source=source, value="none")


@pytest.mark.parametrize(
    ("old", "new", "fate"),
    [
        (premise(), premise("declared"), "less-known"),
        (premise("declared"), premise(), ""),
        (premise(), premise(source=""), "unsourced"),
        (premise(source=""), premise(source=""), ""),
        (premise(), premise(), ""),
        (premise(), premise("assumed", stated=False), ""),
        (premise("assumed", stated=False), premise("assumed"), ""),
    ],
)
def test_a_fact_that_is_stated_still_is_less_where_it_is_known_less_well_or_has_lost_its_source(
    old: Any, new: Any, fate: str
) -> None:
    lines: dict[str, Any] = {}
    then, now = some(fact=lambda route: old), some(fact=lambda route: new)
    weakened_facts._less_known(lines, finding("a", "flows.f.content"), then, now)
    assert {route: (line.fate, line.findings) for route, line in lines.items()} == (
        {"flows.f.content": (fate, {"F-a"})} if fate else {}
    )


@pytest.mark.parametrize(
    ("now", "less"),
    [
        (None, True),
        ({}, False),
        ({"severity": "medium"}, True),
        ({"severity": "critical"}, False),
        ({"confidence": "declared"}, True),
        ({"confidence": "observed"}, True),
        ({"subjects": ["x"]}, True),
        ({"subjects": ["x", "y", "z"]}, False),
        ({"outcome": "cannot-be-shown"}, True),
        ({"severity": "low", "accepted": some()}, False),
    ],
)
def test_a_finding_is_less_where_it_is_gone_milder_known_less_well_or_of_fewer_subjects(
    now: Tree | None, *, less: bool
) -> None:
    was: Any = finding("a", subjects=frozenset({"x", "y"}))
    is_now = None if now is None else finding("a", **{"subjects": ["x", "y"], **now})
    assert weakened_facts._less(was, is_now) is less


@pytest.mark.parametrize(
    ("earlier", "told"),
    [(None, []), ("documented", ["own/TST-001"]), ("declared", []), ("alleged", [])],
)
def test_a_finding_counts_no_longer_where_it_was_known_well_enough_before(
    earlier: str | None, told: list[str]
) -> None:
    before: Any = some(
        then=some(fact=lambda route: premise(stated=False)),
        findings={} if earlier is None else {"a": some(confidence=earlier)},
    )
    weak = finding("a", "flows.f.content", confidence="alleged")
    found = doubtful.less_known([weak], [], before, "high", "documented")
    assert [change.rule for change in found] == told


@pytest.mark.parametrize(
    ("part", "mark"),
    [
        ("2", proof.PARAGRAPH),
        ("10", proof.PARAGRAPH),
        ("100", proof.POINT),
        ("IV", proof.ROMAN),
        ("b", proof.POINT),
    ],
)
def test_a_part_of_an_article_is_a_paragraph_by_its_number_and_a_point_by_its_letter(
    part: str, mark: Bilingual
) -> None:
    assert proof._mark(part) is mark


def test_answers_in_words_are_in_the_order_of_their_forms_without_those_that_were_corrected() -> None:
    def reply(*words: str, supersedes: str = "") -> Any:
        said = [some(words=each, label="hosts.store.keys", at="x") for each in words]
        return some(supersedes=supersedes, to_settle=said, to="cloud", date="2024-01-01")

    answers = {"c": reply("third"), "b": reply("old"), "a": reply("first", "second", supersedes="b")}
    derived: Any = some(estate=some(case=some(answers=answers)))
    (lines,) = _said_in_words(derived).values()
    assert [line.words for line in lines] == ["first", "second", "third"]


def open_fact(name: str, subject: str, *, live: bool = True) -> Any:
    return OpenFact(
        fact=f"hosts.{name}.keys",
        subject=Bilingual(subject, subject),
        question=Bilingual("Qui ?", "Who?"),
        to="",
        rules=["own/TST-001"],
        severity_if_open="high",
        live=live,
        points=1,
        asked=[],
    )


def test_a_question_counts_what_waits_for_each_of_its_facts() -> None:
    facts = [open_fact("a", "the store"), open_fact("b", "the store"), open_fact("c", "the archive")]
    waiting = {
        Waiting("hosts.keys", live_points=1): ["hosts.a.keys", "hosts.c.keys"],
        Waiting("hosts.keys", dormant_points=1): ["hosts.b.keys"],
    }
    said = _question("hosts.keys", waiting, facts, _same_for([both("the archive")], 1))
    assert said.question.en == "Who? The same for the archive."
    assert [fact.fact for fact in said.facts] == [f"hosts.{name}.keys" for name in "abc"]
    assert said.points == 3
    assert _question("hosts.keys", waiting, facts[:2], _same_for([], 0)).question.en == "Who?"


@pytest.mark.parametrize("told", [True, False])
def test_a_question_names_others_of_whom_the_same_is_asked_and_no_subject_twice(*, told: bool) -> None:
    titles = {
        "a10": "the tape",
        "a2": "the archive",
        "a1": "the store",
        "b": "the store",
        "c": "the cellar",
        "d": "e",
    }
    hosts = {name: {"title": title, "operator": "us"} for name, title in titles.items()}
    made = derive(build(held({"organisations": {"us": {"country": "US"}}, "hosts": hosts}, rule())))
    live = Waiting("hosts.keys", live_points=1)
    (asked,) = (
        question
        for question in open_questions(
            Worded.of(made), {live: [f"hosts.{name}.keys" for name in titles]}, listed=None if told else ()
        )
        if question.field == "hosts.keys"
    )
    assert asked.question.en.endswith("the archive, the tape, the cellar and 1 more.")
    assert asked.question.fr.endswith("the archive, the tape, the cellar et 1 de plus.")
    assert asked.facts[0].fact == "hosts.a1.keys"
    assert asked.times == 6


def test_a_flow_through_somebody_is_told_with_whom() -> None:
    case = {
        "people": {"people": {"title": "Clients", "country": "FR"}},
        "organisations": {"shop": {"name": "Shop SAS"}, "front": {"name": "Front SAS"}},
        "activities": {"sales": {"people": "people", "data": "contact", "controller": "shop"}},
        "flows": {
            "f": {"for": "sales", "from": "people", "to": "shop", "through": "front", "content": "none"},
            "g": {"for": "sales", "from": "people", "to": "shop", "content": "none"},
        },
    }
    made = held(case, rule())
    teller = Teller(made, Names(made.case, made.as_of))
    assert "Front" in teller.tell("flows.f").en
    assert "Front" in teller.tell("flows.f").fr
    assert "Front" not in teller.tell("flows.g").en

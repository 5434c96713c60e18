"""From matches to findings: one per culprit, with its best witness, what it rests on, what it may fail, and in which order."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import asdict, replace

from auditor.api.assess import assess
from auditor.judging import findings
from auditor.judging.gate import failing
from auditor.judging.worded import Worded
from auditor.model.result.shown import ESTABLISHED, NOT_MADE
from auditor.model.vocabulary import Known
from auditor.rules.matches import Match
from tests.own_rules import Tree, found, held, one, result, rule


def sent(*flows: Tree, **case: Any) -> Tree:
    """A case with a flow for each mapping of `flows`, called `a`, `b` and so on."""
    return {
        "case": case,
        "known": "documented",
        "people": {"patient": {}},
        "organisations": {"clinic": {"country": "FR"}, "relay": {"country": "DE"}},
        "activities": {
            "booking": {"people": "patient", "data": "contact", "controller": "clinic", "processors": "none"}
        },
        "hosts": {"page": {"operator": "clinic"}, "edge": {"operator": "relay"}},
        "flows": {
            name: {
                "for": "booking",
                "from": "page",
                "to": "edge",
                "data": "contact",
                "transport": "none",
                **flow,
            }
            for name, flow in zip("abcdef", flows, strict=False)
        },
    }


CLEAR = {"transport": "none"}
#: Files of exceptions and baselines that people keep name findings so: it may never change.
FINGERPRINT = "685b1b989a799ea4"
TOGETHER = rule(forbid=CLEAR, group="receiver", severity={"high": {"step": "search"}, "low": "else"})


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [
        (1, "Told.", "Told."),
        (2, "Told. Il y en a 1 autre de même.", "Told. There is 1 more of the same."),
        (3, "Told. Il y en a 2 autres de même.", "Told. There are 2 more of the same."),
    ],
)
def test_a_culprit_is_told_once_with_how_many_more_there_are(count: int, french: str, english: str) -> None:
    finding = one(sent(*[{}] * count), TOGETHER)
    assert (finding.more, finding.subjects) == (count - 1, list("abc"[:count]))
    assert (finding.message.fr, finding.message.en) == (french, english)
    assert (finding.culprit, finding.subject.kind, finding.subject.id) == ("relay", "hop", "a")


@pytest.mark.parametrize(
    ("flows", "witness"),
    [
        ([{}, {"step": "search"}], "b"),
        ([{"step": "search"}, {}], "a"),
        ([{"step": "booking"}, {"step": "search"}, {"step": "search"}], "b"),
        ([{"transport": {"value": "none", "known": "alleged"}}, {}], "b"),
        ([{}, {"transport": {"value": "none", "known": "alleged"}}], "a"),
        (
            [
                {"transport": {"value": "none", "known": "declared"}},
                {"transport": {"value": "none", "known": "observed"}},
            ],
            "b",
        ),
        ([{}, {"step": "search", "transport": {"value": "none", "known": "alleged"}}], "b"),
    ],
)
def test_the_witness_of_a_culprit_is_the_gravest_then_the_best_known_then_the_first(
    flows: list[Tree], witness: str
) -> None:
    told = [{"step": "booking", **flow} for flow in flows]
    finding = one(sent(*told), TOGETHER)
    assert finding.subject.id == witness
    assert f"flows.{witness}.transport" in [fact.fact for fact in finding.proof]


def test_a_witness_is_as_well_known_as_its_weakest_fact() -> None:
    weak = {"step": "search", "transport": {"value": "none", "known": "alleged"}}
    even = {
        "step": {"value": "search", "known": "observed"},
        "transport": {"value": "none", "known": "observed"},
    }
    assert one(sent(weak, even), {**TOGETHER, "when": {"step": "search"}}).subject.id == "b"
    assert one(sent(even, weak), {**TOGETHER, "when": {"step": "search"}}).subject.id == "a"


def test_what_is_shown_of_a_culprit_is_not_mixed_with_what_may_be() -> None:
    finding = one(sent({"transport": "unknown"}, {}, {"transport": "unknown"}), TOGETHER)
    assert (finding.outcome, finding.subjects, finding.more) == ("established", ["b"], 0)
    assert [fact.fact for fact in finding.proof] == ["flows.b.transport"]
    assert (finding.severity, finding.severity_if_open) == ("low", "high")
    assert finding.missing == ["flows.a.transport", "flows.b.step", "flows.c.transport"]
    asked = one(sent({"transport": "unknown"}, {"transport": "unknown"}), TOGETHER)
    assert (asked.outcome, asked.subjects, asked.missing) == (
        "cannot-be-shown",
        ["a", "b"],
        ["flows.a.transport"],
    )


@pytest.mark.parametrize("written", ["unknown", "not-produced", None])
@pytest.mark.parametrize(("when", "live"), [({}, False), ({"transport": "none"}, True)])
def test_what_nobody_wrote_is_an_open_point_as_what_is_written_as_unknown(
    written: str | None, when: Tree, live: bool
) -> None:
    flow = {} if written is None else {"content": written}
    made = result(sent(flow), rule(when=when, forbid={"content": "none"}))
    (finding,) = made.findings
    assert (finding.outcome, finding.severity, finding.severity_if_open) == ("cannot-be-shown", "none", "low")
    assert (finding.live, finding.withheld) == (live, written == "not-produced")
    assert finding.missing == ["flows.a.content"]
    assert [question.field for question in made.questions if question.rules] == ["flows.content"]
    assert made.summary.questions == live
    judged = made.summary.judged
    assert (judged.applicable, judged.decided, judged.live, judged.dormant) == (1, 0, live, not live)


def test_what_is_shown_of_a_culprit_is_told_though_nobody_wrote_of_the_rest() -> None:
    tree = sent({}, {})
    del tree["flows"]["b"]["transport"]
    finding = one(tree, TOGETHER)
    assert (finding.outcome, finding.subjects) == ("established", ["a"])


def test_what_hangs_on_one_fact_that_is_asked_is_told_with_all_it_hangs_on() -> None:
    finding = one(sent({"content": "unknown"}), rule(when={"step": "search"}, forbid={"content": "none"}))
    assert (finding.outcome, finding.missing) == ("cannot-be-shown", ["flows.a.step", "flows.a.content"])


@pytest.mark.parametrize(
    ("parts", "flow", "outcome", "gates"),
    [
        ({"forbid": CLEAR}, {}, "established", True),
        ({"forbid": CLEAR, "gate": "false"}, {}, "established", False),
        ({"forbid": CLEAR, "kind": "what-if"}, {}, "hypothetical", False),
        ({"forbid": CLEAR, "kind": "what-if"}, {"transport": "unknown"}, "hypothetical", False),
        ({"forbid": CLEAR}, {"transport": "unknown"}, "cannot-be-shown", True),
        ({"forbid": CLEAR, "gate": "false"}, {"transport": "unknown"}, "cannot-be-shown", False),
    ],
)
def test_only_what_is_established_fails_a_build_though_an_open_point_says_whether_it_could(
    parts: Tree, flow: Tree, outcome: str, gates: bool
) -> None:
    finding = one(sent(flow), rule(**parts))
    assert (finding.outcome, finding.gate) == (outcome, gates)
    assert bool(failing([finding], "info", "assumed")) is (gates and outcome == "established")


@pytest.mark.parametrize(
    ("added", "flow", "gates"),
    [
        ([], {}, False),
        (["own/TST-001"], {}, True),
        (["own/TST-002"], {}, False),
        (["own/TST-001"], {"transport": "unknown"}, True),
    ],
)
def test_a_case_may_add_a_rule_to_those_that_fail_a_build(added: list[str], flow: Tree, gates: bool) -> None:
    assert one(sent(flow, gate=added), rule(forbid=CLEAR, gate="false")).gate is gates


@pytest.mark.parametrize(
    ("least", "known", "gates"),
    [
        (None, "assumed", True),
        ("declared", "documented", True),
        ("declared", "declared", True),
        ("declared", "alleged", False),
        ("documented", "documented", True),
        ("documented", "observed", False),
        ("assumed", "assumed", True),
    ],
)
def test_a_rule_may_ask_how_well_its_weakest_fact_is_known(
    least: str | None, known: str, gates: bool
) -> None:
    asked: Tree = {} if least is None else {"gate_confidence": least}
    finding = one(sent({"transport": {"value": "none", "known": known}}), rule(forbid=CLEAR, **asked))
    assert (finding.confidence, finding.gate) == (known, gates)


@pytest.mark.parametrize(("least", "looked"), [({}, []), ({"gate_confidence": "declared"}, ["b"])])
def test_how_well_a_counted_point_is_known_is_looked_up_where_its_gate_asks(
    monkeypatch: pytest.MonkeyPatch, least: Tree, looked: list[str]
) -> None:
    asked: list[str] = []

    def known(worded: Worded, match: Match) -> Known:
        asked.append(match.id.partition(":")[0])
        return how_known(worded, match)

    how_known = findings._known
    monkeypatch.setattr(findings, "_known", known)
    case = sent({}, {"transport": "unknown"})
    asking = rule(when={"carries": "contact"}, forbid=CLEAR, **least)
    told = assess(held(case, asking), shown=ESTABLISHED).findings
    assert [finding.live for finding in told] == [False, True]
    assert asked == looked


def test_where_few_findings_are_told_in_full_they_are_those_that_may_stand_for_their_rule() -> None:
    severity = {"high": {"step": "search"}, "low": "else"}
    case = sent({"step": "search"}, {"step": "search"}, {"step": "booking"}, {"step": "booking"})
    ruled = held(case, rule(forbid=CLEAR, severity=severity, gate={"step": "booking"}))
    whole, part = assess(ruled).findings, assess(ruled, shown=replace(ESTABLISHED, in_full=False)).findings
    in_full = [finding.path is not NOT_MADE for finding in part]
    assert [(finding.severity, finding.gate) for finding in part] == [("high", False)] * 2 + [
        ("low", True)
    ] * 2
    assert in_full == [True, False, True, False]
    story = {"path", "law", "headline", "proof_sentence"}
    for told, brief, is_told in zip(whole, part, in_full, strict=True):
        of_whole, of_part = asdict(told), asdict(brief)
        alike = of_whole.keys() - {"proof"} - (set() if is_told else story)
        assert {name: of_part[name] for name in alike} == {name: of_whole[name] for name in alike}
        assert is_told or all(of_part[name] is NOT_MADE for name in story)


def test_a_rule_that_asks_for_well_known_facts_gates_nothing_that_its_gate_does_not() -> None:
    assert one(sent({}), rule(forbid=CLEAR, gate="false", gate_confidence="assumed")).gate is False


def test_a_finding_is_as_well_known_as_its_weakest_premise() -> None:
    tree = sent(
        {
            "transport": {"value": "none", "known": "observed"},
            "step": {"value": "search", "known": "inferred"},
        }
    )
    finding = one(tree, rule(when={"step": "search"}, forbid=CLEAR))
    assert finding.confidence == "inferred"
    assert {fact.fact: fact.known for fact in finding.proof} == {
        "flows.a.step": "inferred",
        "flows.a.transport": "observed",
    }
    assert (finding.message.en, finding.message.fr) == (
        "Told. This is inferred; we could not check it.",
        "Told. C'est déduit ; nous n'avons pas pu le vérifier.",
    )


@pytest.mark.parametrize("forbid", [{"by": "clinic"}, {"verdict": "contradicted"}])
def test_what_a_finding_says_beyond_what_decides_is_shown_with_its_facts_each_once(forbid: Tree) -> None:
    tree = sent({"content": {"value": "none", "known": "alleged"}, "transport": "tls"})
    says = {"cannot-read": {"who": "relay", "data": "contact"}}
    tree["claims"] = {"safe": {"by": "clinic", "quote": "Nobody reads it.", "says": says}}
    proof = [fact.fact for fact in one(tree, rule(for_="claim", forbid=forbid)).proof]
    assert {"flows.a.content", "hosts.edge.operator"} <= set(proof)
    assert len(proof) == len(set(proof))


@pytest.mark.parametrize(
    ("parts", "flow", "english", "french"),
    [
        ({"kind": "what-if"}, {}, "By hypothesis: Told.", "Par hypothèse : Told."),
        (
            {},
            {"transport": "unknown"},
            "It would be established that: Told.",
            "Il serait établi que : Told.",
        ),
        ({}, {}, "Told.", "Told."),
    ],
)
def test_what_is_not_established_says_so_in_its_first_words(
    parts: Tree, flow: Tree, english: str, french: str
) -> None:
    finding = one(sent(flow), rule(forbid=CLEAR, **parts))
    assert (finding.message.en, finding.message.fr) == (english, french)


def test_a_message_begins_with_a_capital_and_french_contracts_with_what_it_names() -> None:
    said = {"fr": "{to} reçoit {from:de}.", "en": "{to} gets from {from}."}
    tree = sent({})
    tree["hosts"]["edge"]["title"] = {"fr": "le relais", "en": "the relay"}
    tree["hosts"]["page"]["title"] = {"fr": "le site", "en": "the site"}
    finding = one(tree, rule(forbid=CLEAR, message=said))
    assert (finding.message.fr, finding.message.en) == (
        "Le relais reçoit du site.",
        "The relay gets from the site.",
    )


def test_findings_come_by_outcome_then_gravest_first_then_by_rule_and_culprit() -> None:
    tree = sent({}, {}, {"transport": "unknown"})
    rules = [
        rule(1, forbid=CLEAR, severity="low"),
        rule(2, forbid=CLEAR, severity="high"),
        rule(3, forbid=CLEAR, severity="critical", kind="what-if"),
        rule(4, forbid={"transport": "tls"}, severity="critical"),
        rule(5, forbid=CLEAR, severity="high"),
    ]
    told = [
        (finding.outcome, finding.severity_if_open, finding.rule[-3:], finding.culprit)
        for finding in found(tree, *rules)
    ]
    assert told == [
        ("established", "high", "002", "a"),
        ("established", "high", "002", "b"),
        ("established", "high", "005", "a"),
        ("established", "high", "005", "b"),
        ("established", "low", "001", "a"),
        ("established", "low", "001", "b"),
        ("hypothetical", "critical", "003", "a"),
        ("hypothetical", "critical", "003", "b"),
        ("hypothetical", "critical", "003", "c"),
        ("cannot-be-shown", "critical", "004", "c"),
        ("cannot-be-shown", "high", "002", "c"),
        ("cannot-be-shown", "high", "005", "c"),
        ("cannot-be-shown", "low", "001", "c"),
    ]


def test_a_finding_keeps_its_fingerprint_while_rule_and_culprit_stay() -> None:
    first = one(sent({}), TOGETHER)
    graver = one(
        sent({"step": "search"}, {}, gate=["own/TST-001"]),
        {**TOGETHER, "message": "Otherwise.", "gate": "false"},
    )
    other_culprit, other_rule = (
        one(sent({}), rule(forbid=CLEAR)),
        one(sent({}), {**TOGETHER, "id": "own/TST-002"}),
    )
    assert first.fingerprint == graver.fingerprint
    assert len({first.fingerprint, other_culprit.fingerprint, other_rule.fingerprint}) == 3
    assert first.fingerprint == FINGERPRINT


def test_a_finding_is_told_by_the_subject_that_is_gravest_for_certain() -> None:
    """One flow is graver for certain, the other could be graver still."""
    graded = rule(
        forbid={"transport": "none"},
        severity={"high": {"step": "search"}, "medium": {"content": "none"}, "low": "else"},
        group="receiver",
    )
    case = sent({"content": "encrypted", "step": "unknown"}, {"content": "none", "step": "booking"})
    (finding,) = found(case, graded)
    assert (finding.subject.id, finding.severity, finding.severity_if_open) == ("b", "medium", "high")

"""A case into its types: flows that state little become brief, and say the same as flows that have all fields."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any, Final

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.errors import Refused
from auditor.judging.fact_changes import FactChanges
from auditor.loading.case import load
from auditor.loading.case import typed as load_typed
from auditor.loading.case.load import case_of, load_case
from auditor.loading.case.typed import typed
from auditor.loading.files import document
from auditor.loading.files.convert import convert
from auditor.model.brief import in_full
from auditor.model.case.document import Case, CaseFile
from auditor.model.case.flows import BriefFlow, Flow
from tests.own_rules import KNOWLEDGE

Tree = dict[str, Any]
ENDS: Final = {"for": "do", "from": "people", "to": "host"}
CASE: Final[Tree] = {
    "people": {"people": {}},
    "activities": {"do": {"people": "people", "data": "contact", "controller": "org"}},
    "organisations": {"org": {"country": "FR"}},
    "hosts": {"host": {"operator": "org", "runs_on": "none"}},
}
LITTLE: Final = {"title": "Send", "data": ["contact"], "transport": "tls", "network": "public", "source": ""}
MORE: Final = {
    "exempt": "none",
    "keys": ["org"],
    "through": "host",
    "access": "push",
    "note": "",
    "since": "2020",
    "content": {"value": "none", "known": "documented"},
}
WRONG: Final = {"no-such": "", "paid": "perhaps", "network": "broad"}


def flow(**stated: Any) -> Tree:
    return {**ENDS, **stated}


def tree(**flows: Tree) -> Tree:
    return {"case": {"id": "small", "as_of": "2024-01-01"}, **CASE, "flows": flows}


def case(**flows: Tree) -> Case:
    return case_of({**CASE, "flows": flows}, KNOWLEDGE)[0]


def every_field(made: Case | None) -> dict[str, Flow] | None:
    return None if made is None else {name: in_full(entry) for name, entry in made.flows.items()}


def flows(**optional: Any) -> st.SearchStrategy[dict[str, Tree]]:
    stated = {name: st.just(value) for name, value in ENDS.items()}
    more = {name: st.just(value) for name, value in optional.items()}
    return st.dictionaries(st.sampled_from("abcdef"), st.fixed_dictionaries(stated, optional=more))


@settings(max_examples=200, deadline=None)
@given(stated=st.one_of(flows(**LITTLE), flows(**LITTLE, **MORE), flows(**{**LITTLE, **WRONG})))
def test_a_case_with_brief_flows_says_what_one_with_all_fields_says(stated: dict[str, Tree]) -> None:
    made, wrong = typed(tree(**stated))
    wanted, refused = convert(tree(**stated), Case)
    assert wrong == refused
    assert every_field(made) == every_field(wanted)
    if made is not None and wanted is not None:
        assert [*made.flows] == [*wanted.flows]


def test_a_flow_is_brief_where_it_states_no_more_than_nearly_every_flow_does() -> None:
    made = case(little=flow(**LITTLE), more=flow(**LITTLE, exempt="none"), least=flow()).flows
    assert {name: type(entry) for name, entry in made.items()} == {
        "little": BriefFlow,
        "more": Flow,
        "least": BriefFlow,
    }


@pytest.mark.parametrize("field", ["title", "exempt"])
def test_a_scenario_may_state_any_field_of_a_brief_flow_and_leaves_the_others_as_they_are(field: str) -> None:
    scenario = {"title": "S", "source": "", "set": {f"flows.one.{field}": "none"}}
    flows = {"one": flow(**LITTLE), "other": flow(**LITTLE)}
    made, scenarios = case_of({**CASE, "flows": flows, "scenarios": {"s": scenario}}, KNOWLEDGE)
    changed = scenarios["s"].flows
    assert changed["other"] is made.flows["other"]
    assert str(getattr(changed["one"], field)) != str(getattr(made.flows["one"], field))
    assert [each.fact for each in FactChanges(made, scenarios["s"]).all] == [f"flows.one.{field}"]


def test_no_fact_differs_where_a_default_is_written() -> None:
    before, after = case(one=flow(**LITTLE)), case(one=flow(**LITTLE, access="push", note=""))
    assert type(before.flows["one"]) is not type(after.flows["one"])
    assert FactChanges(before, after).all == []
    assert [each.fact for each in FactChanges(before, case(one=flow(**LITTLE, access="remote"))).all] == [
        "flows.one.access"
    ]


@pytest.mark.parametrize(("fact", "known"), [("exempt", True), ("transport", True), ("exempted", False)])
def test_a_question_may_settle_any_field_of_a_brief_flow(fact: str, *, known: bool) -> None:
    question = {"text": "Q", "to": "org", "settles": [f"flows.one.{fact}"]}
    asked = {**CASE, "flows": {"one": flow(**LITTLE)}, "questions": {"q": question}}
    with nullcontext() if known else pytest.raises(Refused):
        case_of(asked, KNOWLEDGE)


def loaded(text: str) -> tuple[Any, ...]:
    """Give what a file of a case comes to, or what is wrong with it."""
    try:
        made = load_case([("case.yaml", text.encode())], KNOWLEDGE)
    except Refused as refused:
        return (refused.problems,)
    found = [
        made.places.find(f"flows.{name}.{field}") for name in made.case.flows for field in ("to", "known")
    ]
    return (
        every_field(made.case),
        {**made.case.flows}.keys(),
        made.scenarios,
        made.overrides,
        found,
        made.case,
    )


HEADS: Final = (
    {},
    {"known": "documented"},
    {"known": "declared", "source": "form"},
    {"known": "sure"},
    {"source": []},
)
CHANGES: Final = (
    {
        "scenarios": {
            "s": {"title": "S", "source": "", "set": {"flows.a.title": "none"}, "remove": ["flows.b.data"]}
        }
    },
    {
        "scenarios": {
            "s": {"title": "S", "source": "", "set": {"flows.a.paid": "true", "flows.b.network": "broad"}}
        }
    },
    {
        "answers": {
            "form": {"form": "form", "facts": {"flows.a.content": {"value": "none", "known": "declared"}}}
        }
    },
    {"answers": {"form": {"form": "form", "facts": {"flows.a.title": {"value": "A", "known": "declared"}}}}},
)


@settings(max_examples=200, deadline=None)
@example(stated={"a": flow(**LITTLE), "b": flow(**LITTLE)}, head={}, changes=CHANGES[0])
@example(stated={"a": flow(**LITTLE), "b": flow(**LITTLE)}, head={}, changes=CHANGES[1])
@example(stated={"a": flow(**LITTLE), "b": flow(**LITTLE)}, head={}, changes=CHANGES[2])
@example(stated={"a": flow(**LITTLE), "A_b": flow(**LITTLE)}, head={}, changes={})
@given(
    stated=st.one_of(flows(**LITTLE), flows(**LITTLE, **MORE), flows(**{**LITTLE, **WRONG})),
    head=st.sampled_from(HEADS),
    changes=st.sampled_from(({}, *CHANGES)),
)
def test_a_large_file_whose_flows_are_typed_as_it_is_read_says_what_a_small_one_says(
    stated: dict[str, Tree], head: Tree, changes: Tree
) -> None:
    sources = {"form": {"title": "A", "kind": "note"}}
    given = {"auditor": "1", **head, **tree(**stated), "sources": sources, **changes}
    text = yaml.safe_dump(given, sort_keys=False)
    small = loaded(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "LARGE", 0)
        assert loaded(text) == small


def test_flows_of_a_large_file_that_state_little_are_typed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def counted(value: Any, kind: Any) -> Any:
        asked.extend(value.get("flows", value) if kind in (Case, CaseFile) else value)
        return convert(value, kind)

    monkeypatch.setattr(document, "LARGE", 0)
    monkeypatch.setattr(load, "convert", counted)
    monkeypatch.setattr(load_typed, "convert", counted)
    text = yaml.safe_dump({"auditor": "1", **tree(one=flow(**LITTLE), more=flow(**MORE))}, sort_keys=False)
    assert [*load_case([("case.yaml", text.encode())], KNOWLEDGE).case.flows] == ["one", "more"]
    assert sorted(asked) == ["more", "more", "one"]


def test_organisations_that_flows_of_a_large_file_name_are_brought_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document, "LARGE", 0)
    known = sorted(KNOWLEDGE.organisations)[:4]
    named = {
        "a": flow(title=known[0]),
        "b": {**flow(), "to": ["host", known[1]]},
        "c": {**flow(), "from": {"value": "people", "known": "declared", "note": known[2]}},
        known[3]: flow(),
    }
    text = yaml.safe_dump({"auditor": "1", **tree(**named)}, sort_keys=False)
    made = load_case([("case.yaml", text.encode())], KNOWLEDGE).case
    assert {*known} <= made.organisations.keys()

"""Subjects whose fields hold the same get the same answer, and it is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from auditor.model.evidence import Choice, FieldValue, Selection
from auditor.model.result.document import Result
from auditor.rules.classes import Classes, held
from auditor.rules.language.condition import Vocabulary, compile_condition

SCOPE = Vocabulary(lambda name: frozenset({name}), {}, {"a": "word", "b": "word", "c": "word"})
VALUES: dict[str, FieldValue] = {
    "yes": Choice(options=("yes",), proof=("flows.x.a",)),
    "no": Choice(options=("no",), proof=("flows.x.a",)),
    "either": Choice(options=("yes", "no"), missing=("flows.x.a",)),
    "some": Selection(sure=("yes",), maybe=("no",), proof=("flows.x.a",)),
    "open": Selection(open=True, missing=("flows.x.a",)),
}
CONDITION = st.recursive(
    st.dictionaries(
        st.sampled_from("abc"), st.sampled_from(["yes", "no", ["yes", "no"], {"not": "yes"}]), max_size=3
    ),
    lambda inner: (
        st.builds(lambda parts: {"any_of": parts}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda part: {"not": part}, inner)
    ),
    max_leaves=4,
)


@given(CONDITION, st.lists(st.tuples(*[st.sampled_from(sorted(VALUES))] * 3), max_size=12))
def test_each_class_gets_the_answer_of_the_test_itself(
    condition: dict[str, Any], subjects: list[tuple[str, ...]]
) -> None:
    test = compile_condition(condition, SCOPE)
    known = Classes(lambda get: test(get).value)
    for values in subjects:
        read = dict(zip("abc", (VALUES[each] for each in values), strict=True))
        assert known.value(read.__getitem__) == test(read.__getitem__).value


def test_the_test_runs_once_for_a_class_whatever_facts_show_it() -> None:
    ran: list[str] = []
    test = compile_condition({"a": "yes", "b": "yes"}, SCOPE)

    def counted(get: Callable[[str], FieldValue]) -> bool | None:
        ran.append("")
        return test(get).value

    known = Classes(counted)
    for number, (a, b) in enumerate(list(product(["yes", "no"], repeat=2)) * 50):
        facts = {
            "a": Choice(options=(a,), proof=(f"flows.f{number}.a",)),
            "b": Choice(options=(b,), proof=(f"flows.f{number}.b",)),
        }
        assert known.value(facts.__getitem__) == (a == b == "yes")
    assert known.count == len(ran) == 3, "where a says no, b is not read"


def test_what_a_field_holds_does_not_depend_on_what_shows_it() -> None:
    assert held(Choice(options=("x",), proof=("a",))) == held(Choice(options=("x",), proof=("b",)))
    assert held(Choice(options=("x",))) != held(Choice(options=("x",), anything=True))
    assert held(Selection(sure=("x",), missing=("a",))) != held(Selection(maybe=("x",), missing=("a",)))


def test_many_flows_alike_are_few_classes(judge: Callable[..., Result], monkeypatch: Any) -> None:
    made: list[Classes] = []

    class Listed(Classes):
        def __init__(self, test: Callable[[Any], bool | None]) -> None:
            super().__init__(test)
            made.append(self)

    monkeypatch.setattr("auditor.rules.evaluate.Classes", Listed)

    def most(flows: int) -> int:
        made.clear()
        judge(
            {
                "auditor": "1",
                "known": "documented",
                "case": {"id": "c", "as_of": "2024-01-01", "about": "shop"},
                "people": {"customer": {}},
                "organisations": {"shop": {"country": "FR"}, "lab": {"country": "FR"}},
                "activities": {"orders": {"people": "customer", "data": "contact", "controller": "shop"}},
                "flows": {
                    f"f{n}": {
                        "for": "orders",
                        "from": "shop",
                        "to": "lab",
                        "transport": ("none", "tls")[n % 2],
                    }
                    for n in range(flows)
                },
            }
        )
        return max(each.count for each in made)

    assert most(4) == most(200)

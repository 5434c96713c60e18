"""Of subjects whose fields hold the same the same is said, and it is worked out once, with the facts of each put in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import product
from typing import Any, Self

from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert
from msgspec.structs import replace

from auditor.model.evidence import Choice, FieldValue, Selection, conjunction, negation
from auditor.model.policy import Rule
from auditor.model.result.document import Result
from auditor.rules.classes import Classes, EachRead, held
from auditor.rules.language.compile import Compiled
from auditor.rules.language.condition import Vocabulary, compile_condition
from auditor.rules.patterns import each_once, parts, pattern
from auditor.rules.rule_sets import SharedRules
from auditor.rules.severity import severity_range

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
        assert known.of(EachRead(read.__getitem__)) == test(read.__getitem__).value


class Read:
    """A table of subjects, each by what its fields hold; a field is read for all of them at once."""

    def __init__(self, each: list[dict[str, FieldValue]]) -> None:
        self.each = each

    def column(self, field: str) -> list[FieldValue]:
        return [fields[field] for fields in self.each]

    def side(self, name: str) -> list[Hashable]:
        return [tuple(held(fields[field]) for field in SIDES if SIDES[field] == name) for fields in self.each]

    def part(self, rows: Sequence[int]) -> Self:
        return type(self)([self.each[row] for row in rows])


class ByItself(dict[str, FieldValue]):
    """The fields of a subject by itself."""

    def side(self, name: str) -> Hashable:
        return Read([self]).side(name)[0]


#: From which side a field follows, if any.
SIDES = {"a": "said", "b": "said"}


@given(
    CONDITION,
    st.sampled_from([{}, SIDES]),
    st.lists(st.tuples(*[st.sampled_from(sorted(VALUES))] * 3), min_size=1, max_size=12),
    st.integers(min_value=0, max_value=12),
)
def test_many_subjects_part_at_forks_as_each_would_go_by_itself(
    condition: dict[str, Any], sides: dict[str, str], subjects: list[tuple[str, ...]], met: int
) -> None:
    test = compile_condition(condition, SCOPE)
    known = Classes(lambda get: str(test(get).value), sides)
    each = [ByItself(zip("abc", (VALUES[kind] for kind in kinds), strict=True)) for kinds in subjects]
    for fields in each[:met]:
        known.of(fields)
    count = known.count
    parted = [(said, fields) for said, part in known.known(Read([*each])) for fields in part.each]
    assert known.count == count, "nothing is worked out of classes that were not met"
    assert sorted(map(id, each)) == sorted(id(fields) for _, fields in parted)
    for said, fields in parted:
        assert said == str(test(fields.__getitem__).value) or (said is None and fields not in each[:met])


def of_subject(number: int, kind: str, field: str, *, shown: bool) -> FieldValue:
    """A value of a field with facts that no other subject has; without any that shows it, unless it is `shown`."""
    value = VALUES[kind]
    proof, missing = (tuple(f"flows.f{number}.{field}.{name}{n}" for n in range(2)) for name in "pm")
    return replace(value, proof=proof if shown else (), missing=missing if value.missing else ())


RULE = {
    "id": "OWN-001",
    "kind": "gap",
    "about": "flow",
    "title": "t",
    "for": "hop",
    "why": "w",
    "remedy": "r",
    "message": "m",
    "law": ["gdpr.32"],
    "mistaken_when": "never",
}


@given(
    *[CONDITION] * 3,
    st.sampled_from(
        [
            "high",
            {"high": {"a": "yes"}, "low": "else"},
            {"high": {"b": "yes"}, "medium": {"c": "no"}, "info": "else"},
        ]
    ),
    st.lists(st.tuples(*[st.sampled_from(sorted(VALUES))] * 3, st.booleans()), min_size=1, max_size=12),
)
def test_a_rule_comes_to_the_same_by_class_as_held_against_each_subject(
    when: dict[str, Any],
    breach: dict[str, Any],
    unless: dict[str, Any],
    severity: Any,
    subjects: list[tuple[str, str, str, bool]],
) -> None:
    compiled = ruled(when, breach, unless, severity)
    known = Classes(lambda get: pattern(compiled, get))
    for number, (*kinds, shown) in enumerate(subjects):
        read = {
            name: of_subject(number, kind, name, shown=shown) for name, kind in zip("abc", kinds, strict=True)
        }
        get = read.__getitem__
        found = known.of(EachRead(get))
        applies, breached = compiled.when(get), compiled.breach(get)
        kept = conjunction((breached, negation(compiled.unless(get)))) if compiled.unless else breached
        assert found.applies == (applies.value is not False)
        if not found.applies:
            continue
        assert found.kept == (kept.value is False)
        if found.kept:
            continue
        truth = conjunction((applies, kept))
        assert found.truth.value == truth.value
        assert each_once(parts(found.truth.proof, get)) == truth.proof
        assert each_once(parts(found.truth.missing, get)) == truth.missing
        grave = severity_range(compiled, get)
        assert replace(found.grave, missing=each_once(parts(found.grave.missing, get))) == grave


def test_what_shows_one_of_a_class_is_told_though_nothing_shows_the_first() -> None:
    compiled = ruled({"a": "yes"}, {"b": "yes"}, {}, "high")
    known = Classes(lambda get: pattern(compiled, get))
    for number, shown in enumerate((False, True, False)):
        read = {name: of_subject(number, "yes", name, shown=shown) for name in "ab"}
        get = read.__getitem__
        proof = tuple(f"flows.f{number}.{name}.p{n}" for name in "ab" for n in range(2)) if shown else ()
        assert each_once(parts(known.of(EachRead(get)).truth.proof, get)) == proof
    assert known.count == 1


def ruled(when: Any, breach: Any, unless: Any, severity: Any) -> Compiled:
    """A rule of these conditions, compiled."""
    rungs = {severity: "else"} if isinstance(severity, str) else severity
    return Compiled(
        rule=convert({**RULE, "severity": severity}, Rule),
        when=compile_condition(when, SCOPE),
        breach=compile_condition(breach, SCOPE),
        breach_parts=tuple(compile_condition({name: wanted}, SCOPE) for name, wanted in breach.items()),
        unless=compile_condition(unless, SCOPE) if unless else None,
        ladder=tuple(
            (rung, None if wanted == "else" else compile_condition(wanted, SCOPE))
            for rung, wanted in rungs.items()
        ),
        gate=True,
        group=(),
        former=(),
        law_when=(),
        raises=(),
    )


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
        assert known.of(EachRead(facts.__getitem__)) == (a == b == "yes")
    assert known.count == len(ran) == 3, "where a says no, b is not read"


def test_what_a_field_holds_does_not_depend_on_what_shows_it() -> None:
    assert held(Choice(options=("x",), proof=("a",))) == held(Choice(options=("x",), proof=("b",)))
    assert held(Choice(options=("x",))) != held(Choice(options=("x",), anything=True))
    assert held(Selection(sure=("x",), missing=("a",))) != held(Selection(maybe=("x",), missing=("a",)))
    assert held(Choice(missing=("a",), anything=True)) == held(Choice(missing=("b",), anything=True))
    assert held(Choice(missing=("a",), anything=True)) != held(Choice(anything=True))


def test_many_flows_alike_are_few_classes(judge: Callable[..., Result], monkeypatch: Any) -> None:
    made: list[Classes[Any]] = []

    class Listed(Classes[Any]):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            made.append(self)

    monkeypatch.setattr("auditor.rules.rule_sets.Classes", Listed)

    def most(flows: int) -> int:
        made.clear()
        monkeypatch.setattr("auditor.api.assess.SHARED", SharedRules())
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

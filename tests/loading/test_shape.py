"""The walk that words problems agrees with the conversion that refuses."""

from __future__ import annotations

import copy
import gc
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from auditor.loading.files.convert import convert, problems
from auditor.loading.knowledge.layers import KnowledgeFile
from auditor.model.case.document import CaseFile
from auditor.model.policy import Policy

GOOD: dict[str, Any] = {
    "auditor": "1",
    "known": "documented",
    "case": {"id": "one", "as_of": {"value": "2019-07", "known": "assumed"}, "title": {"fr": "a", "en": "b"}},
    "organisations": {
        "host": {"country": "FR", "parent": "none", "is": ["cloud"], "former": [{"name": "x"}]}
    },
    "ownership": [
        {"owner": "a", "of": "b", "votes": {"max": "20"}},
        {"owner": "a", "of": "c", "votes": "majority"},
    ],
    "activities": {"sheet": {"people": "p", "data": ["contact"], "consent": {"by": "p", "how": "opt-in"}}},
    "hosts": {"store": {"operator": {"value": "host", "known": "observed"}, "keys": ["host", "unknown"]}},
    "flows": {"flow": {"for": "sheet", "from": "p", "to": ["store"], "transport": "tls"}},
    "agreements": [{"between": ["a", "b"], "is": "processing"}],
    "claims": {"claim": {"by": "host", "quote": "q", "says": {"cannot-read": {"who": "host"}}}},
    "scenarios": {"sale": {"set": {"hosts.store.keys": "x"}, "add": {"hosts": {}}}},
}
POLICY: dict[str, Any] = {
    "auditor": "1",
    "policy": "own",
    "title": "t",
    "lists": {"weak": ["ssl"]},
    "rules": [
        {
            "id": "OWN-001",
            "title": "t",
            "kind": "gap",
            "about": "flow",
            "for": "hop",
            "severity": {"high": {"network": "public"}, "low": "else"},
            "message": "m",
            "why": "w",
            "law": ["gdpr.5"],
            "forbid": {"transport": "none"},
            "gate": "true",
        }
    ],
    "tests": [{"name": "n", "given": {"hosts": {}}, "expect": {"OWN-001": ["x"]}}],
}
PLAIN = st.recursive(
    st.sampled_from(["", "unknown", "none", "FR", "2019", "true", "a b", "tls", "12", "host"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["value", "min", "by", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def routes(value: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [route]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found.extend(routes(item, (*route, key)))
    return found


@st.composite
def mutated(draw: st.DrawFn, good: dict[str, Any]) -> Any:
    value = copy.deepcopy(good)
    for _ in range(draw(st.integers(0, 3))):
        route = draw(st.sampled_from(routes(value)[1:]))
        node = value
        for step in route[:-1]:
            node = node[step]
        action = draw(st.sampled_from(["replace", "delete", "rename"]))
        if action == "replace":
            node[route[-1]] = draw(PLAIN)
        elif action == "delete":
            del node[route[-1]]
        elif isinstance(node, dict):
            node[str(route[-1]) + "x"] = node.pop(route[-1])
        if not routes(value)[1:]:
            break
    return value


def agrees(value: Any, kind: Any) -> None:
    try:
        msgspec.convert(value, kind, strict=True)
        refused = False
    except msgspec.ValidationError:
        refused = True
    assert bool(list(problems(value, kind))) == refused


@settings(max_examples=400)
@given(mutated(GOOD))
def test_the_walk_finds_a_problem_in_a_case_exactly_when_conversion_fails(value: Any) -> None:
    agrees(value, CaseFile)


@settings(max_examples=150)
@given(mutated(POLICY))
def test_the_walk_finds_a_problem_in_a_policy_exactly_when_conversion_fails(value: Any) -> None:
    agrees(value, Policy)


def test_good_values_have_no_problem() -> None:
    assert convert(GOOD, CaseFile)[1] == []
    assert convert(POLICY, Policy)[1] == []


def test_all_problems_at_once_with_near_words() -> None:
    bad = copy.deepcopy(GOOD)
    bad["hosts"]["store"]["operater"] = "x"
    bad["flows"]["flow"]["transport"] = "tsl"
    bad["case"]["as_of"] = "yesterday"
    del bad["flows"]["flow"]["to"]
    found = {(wrong.route, wrong.hint.en if wrong.hint else "") for wrong in convert(bad, CaseFile)[1]}
    assert (("hosts", "store", "operater"), "did you mean operator?") in found
    assert (("flows", "flow", "transport"), "did you mean tls?") in found
    assert len(found) == 4


def test_no_type_mixes_a_pattern_with_a_list() -> None:
    """The collector of msgspec 0.22 crashes on a text with a pattern that may also be a list or a mapping."""
    seen: set[int] = set()

    def check(info: Any) -> None:
        if id(info) in seen:
            return
        seen.add(id(info))
        if isinstance(info, inspect.Metadata):
            check(info.type)
        elif isinstance(info, inspect.UnionType):
            bare = [b.type if isinstance(b, inspect.Metadata) else b for b in info.types]
            lists = [b for b in bare if isinstance(b, (inspect.ListType, inspect.DictType))]
            patterns = [b for b in bare if isinstance(b, inspect.StrType) and b.pattern]
            assert not (lists and patterns)
            for branch in info.types:
                check(branch)
        elif isinstance(info, inspect.StructType):
            for field in info.fields:
                check(field.type)
        elif isinstance(info, inspect.ListType):
            check(info.item_type)
        elif isinstance(info, inspect.DictType):
            check(info.value_type)

    for kind in (CaseFile, Policy, KnowledgeFile):
        check(inspect.type_info(kind))
        msgspec.convert({}, kind) if kind is CaseFile else None
    gc.collect()

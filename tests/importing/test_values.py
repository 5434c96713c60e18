"""JSON and YAML of others as plain values: limits held, nothing built, places that lead somewhere, and nothing silently dropped."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import Refused
from auditor.loading.importing.format import Document
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.organisations import exactly, has_form
from auditor.loading.importing.values import value_of

SCALARS = st.none() | st.booleans() | st.text(st.characters(codec="utf-8"), max_size=8)
TREES = st.dictionaries(
    st.text(max_size=4),
    st.recursive(
        SCALARS,
        lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=4), each, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


def value(text: str | bytes, encoding: str = "") -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return value_of(Document(name="source", data=data, encoding=encoding))


def refusal(text: str | bytes) -> Any:
    with pytest.raises(Refused) as caught:
        value(text)
    return caught.value.problems[0]


def resolved(tree: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        tree = tree[int(key)] if isinstance(tree, list) else tree[key]
    return tree


def test_merge_keys_are_carried_out_and_pointers_lead_into_what_they_give() -> None:
    tree = value("a: &a {id: one, kind: x}\nb:\n  <<: *a\n  id: two\nc: {<<: [{id: three}, *a]}\n")
    assert tree["b"] == {"id": "two", "kind": "x"}
    assert tree["c"] == {"id": "three", "kind": "x"}
    assert Node(tree).get("b").get("kind").at == "/b/kind"


def test_words_of_yaml_stay_words_but_for_true_false_and_nothing() -> None:
    tree = value("a: NO\nb: 1e3\nc: 2026-01-02\nd: 'true'\ne: true\nf:\ng: !!str null\n")
    assert tree == {"a": "NO", "b": "1e3", "c": "2026-01-02", "d": "true", "e": True, "f": None, "g": "null"}


@pytest.mark.parametrize("text", ["a: 1\nb: 2\na: 3\n", '{"b": 2,\n "a": 1, "a": 3}'])
def test_a_key_that_stands_twice_is_refused(text: str) -> None:
    assert "given twice" in refusal(text).message.en


def test_a_key_that_stands_twice_in_yaml_is_refused_with_its_line() -> None:
    assert refusal("b: 1\na: {x: 1}\na: {x: 2}\n").line == 3


def test_tags_are_refused_and_nothing_is_built() -> None:
    assert "tags" in refusal('a: !!python/object/apply:os.system ["echo no"]\n').message.en
    assert "tags" in refusal("a: !own {b: c}\n").message.en


def test_aliases_are_counted_while_they_are_composed() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    names = "abcdefghij"
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]" for old, new in pairwise(names)]
    began = time.process_time()
    assert "100000 values" in refusal("\n".join(lines)).message.en
    assert time.process_time() - began < 2


def test_an_alias_inside_its_own_anchor_is_refused() -> None:
    assert "inside" in refusal("a: &a [*a]\n").message.en


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 60 + "1" + "}" * 60, "- " * 60 + "x"])
def test_what_is_nested_too_deep_is_refused(text: str) -> None:
    assert "48" in refusal(text).message.en or "JSON" in refusal(text).message.en


def test_what_holds_too_many_values_is_refused_and_commas_in_words_are_none() -> None:
    assert "100000" in refusal(json.dumps([1] * 100_001)).message.en
    assert "100000" in refusal("- x\n" * 100_001).message.en
    assert value(json.dumps({"a": "," * 200_000}))["a"].startswith(",")


def test_a_hostile_text_of_quotes_is_read_in_time() -> None:
    began = time.process_time()
    assert refusal('["' + '\\"' * 1_000_000 + "," * 100_001)
    assert time.process_time() - began < 5


def test_json_that_ends_early_is_refused_with_its_place() -> None:
    problem = refusal('{"a": 1,\n "b": [1, 2,')
    assert (problem.line, problem.column) == (2, 13)


def test_a_mark_settles_the_encoding_and_what_is_no_text_is_refused() -> None:
    assert value('{"a": "é"}'.encode("utf-16")) == {"a": "é"}
    assert value(b'{"a": "\xe9"}', "latin-1") == {"a": "é"}
    assert "UTF-8" in refusal(b'{"a": "\xe9"}').message.en.upper()


@settings(max_examples=40, deadline=None)
@given(TREES)
def test_every_place_leads_to_its_value_and_what_nobody_looked_at_is_told(tree: dict[str, Any]) -> None:
    root = Node(tree)
    for node in root.unseen():
        if "%" not in node.at:
            assert resolved(tree, node.at) is node.value
    assert len(list(root.unseen())) == sum(each not in (None, "", [], {}) for each in tree.values())
    root.whole()
    assert not list(root.unseen())


@settings(max_examples=40, deadline=None)
@given(TREES)
def test_json_and_yaml_of_the_same_values_are_the_same(tree: dict[str, Any]) -> None:
    assert value(json.dumps(tree)) == tree


def test_names_are_compared_with_their_legal_form_and_in_full() -> None:
    assert exactly("Étoile,  S.A.S.") == exactly("etoile SAS")
    assert exactly("Magnite, Inc.") != exactly("Magnite, Inc. (Outstream)")
    assert has_form("Skypost Ltd")
    assert not has_form("Amazon Web Services (AWS)")
    assert not has_form("Ltd")


def test_a_merge_of_what_is_no_mapping_is_refused_at_its_place() -> None:
    problem = refusal("a: 1\nb:\n  <<: text\n")
    assert problem.line == 3
    assert refusal("b:\n  <<: [{c: 1}, text]\n").line == 2
    assert value("b: {<<: {c: 1, d: 2}, d: 3}\n") == {"b": {"c": "1", "d": "3"}}

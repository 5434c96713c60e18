"""The JSON Schema of files of the knowledge base: it takes what is shipped, and refuses what loading refuses."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.loading.schema import schema

VALIDATOR = Draft202012Validator(schema("knowledge"))
FILES = [*shipped("knowledge"), *shipped("knowledge/web")]
HEAD = {"auditor": "1", "knowledge": "own", "as_of": "2026-11-26"}


@pytest.mark.parametrize("name", [name for name, _ in FILES])
def test_it_takes_every_file_of_the_base(name: str) -> None:
    (data,) = [data for path, data in FILES if path == name]
    VALIDATOR.validate(read(name, data).value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"organisation": {}},
        {"organisations": {"a": {"cuontry": "FR"}}},
        {"dpf": {"a": [{"state": "lapsed", "basis": "list", "since": "2024"}]}},
        {"dpf": {"a": [{"state": "active", "since": "2024"}]}},
        {"ownership": [{"owner": "a"}]},
        {"products": {"a": {"organisation": "b"}}},
    ],
)
def test_it_refuses_a_misspelt_key_a_word_that_is_none_and_what_is_missing(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid({**HEAD, **wrong})
    assert VALIDATOR.is_valid(HEAD)


def test_every_reference_in_it_leads_somewhere() -> None:
    made = schema("knowledge")
    Draft202012Validator.check_schema(made)
    wanted = {text.rpartition("/")[2] for text in _references(made)}
    assert wanted <= made["$defs"].keys()


def _references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for item in node for found in _references(item)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
    return [*own, *(found for part in node.values() for found in _references(part))]

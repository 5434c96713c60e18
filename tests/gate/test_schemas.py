"""The JSON Schemas of what the gate reads and writes accept what the program accepts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.api.assess import assess
from auditor.api.baseline import rewritten
from auditor.loading.files.document import read
from auditor.loading.schema import TYPES, schema
from tests.conftest import ROOT, materials
from tests.gate.test_documentation import PAGES, blocks

Auditor = Callable[..., Any]


def validator(kind: str) -> Draft202012Validator:
    made = schema(kind)  # type: ignore[arg-type]
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


@pytest.mark.parametrize("kind", TYPES)
def test_every_schema_is_one(kind: str) -> None:
    assert not validator(kind).is_valid([])


def test_exceptions_and_settings_as_documented() -> None:
    for kind, name in (("exceptions", "exceptions"), ("config", "settings")):
        (shown,) = blocks(PAGES[0], name)
        value = read("x", shown.encode()).value
        assert list(validator(kind).iter_errors(value)) == []
        assert not validator(kind).is_valid({**value, "unknown-key": "x"})
        assert validator(kind).is_valid({**value, "auditor": 1})


def test_a_baseline_as_written(tmp_path: Any) -> None:
    data = rewritten(assess(materials([ROOT / "flows" / "doctolib-2019"])), tmp_path / "none.yaml").data
    assert list(validator("baseline").iter_errors(read("x", data).value)) == []


def test_a_difference_as_printed(auditor: Auditor) -> None:
    done = auditor("diff", "flows/plaintext-hop", "flows/undeclared-widget", "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    assert list(validator("diff").iter_errors(json.loads(done.stdout))) == []


@pytest.mark.parametrize("case", ["flows/doctolib-2019", "flows/plaintext-hop"])
def test_results_with_all_there_is_of_a_gate(auditor: Auditor, tmp_path: Any, case: str) -> None:
    first = auditor("baseline", case, "--baseline", str(tmp_path / "b.yaml"))
    assert first.returncode == 0
    done = auditor(
        "check", case, "--baseline", str(tmp_path / "b.yaml"), "--today", "2025-01-01", "--format", "json"
    )
    assert list(validator("result").iter_errors(json.loads(done.stdout))) == []

"""The tables of the result of the rich case: each cell by its row and column, words in English, without places in files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from msgspec import to_builtins

from auditor.api.assess import assess
from auditor.loading.case.load import load_case
from auditor.model.materials import Materials, plain
from tests.conftest import Tree
from tests.own_rules import KNOWLEDGE, pack, rule

TABLES: Final = (
    "case",
    "summary",
    "questions",
    "claims",
    "exposures",
    "control",
    "recipients",
    "transfers",
    "flows",
    "not_analysed",
    "assumptions",
    "names",
    "places",
    "activities",
    "agreements",
    "asked",
    "rules",
)
#: Columns that name a row.
NAMES: Final = ("fact", "host", "who", "id", "importer", "organisation")
ASIDE: Final = ("place", "source")
RULES: Final = (
    rule(
        1,
        forbid={"content": "none"},
        message="{from} sends {data} to {to}.",
        severity={"high": {"carries": "health"}, "low": "else"},
    ),
    rule(2, for_="host", forbid={"level": {"at_least": 3}}, message="{host}"),
    rule(3, for_="copy", forbid={"beyond": "true"}, message="{place}"),
)


def cells(node: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict) and set(node) == {"fr", "en"}:
        yield at, node["en"]
    elif isinstance(node, dict):
        for name, part in node.items():
            if name not in ASIDE:
                yield from cells(part, f"{at}.{name}")
    elif isinstance(node, list) and not all(isinstance(part, str) for part in node):
        for number, part in enumerate(node):
            named = [str(part[name]) for name in NAMES if name in part] if isinstance(part, dict) else []
            yield from cells(part, f"{at}[{' '.join([str(number + 1), *named[:1]])}]")
    else:
        yield at, " ".join(node) if isinstance(node, list) else str(node)


def tables(tree: Tree) -> dict[str, str]:
    """Every cell that holds something."""
    loaded = load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE)
    as_of = str(plain(loaded.case.case.as_of))
    made = Materials(loaded.case, KNOWLEDGE, (pack(*RULES),), as_of, loaded.places)
    result = to_builtins(assess(made))
    return {
        name: said
        for table in TABLES
        for name, said in cells(result[table], table)
        if said not in ("", "None")
    }

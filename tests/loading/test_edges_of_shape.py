"""At the edges of what files may hold: shares of a half, years of four digits, tabs, tags, empty texts and keys that do not belong."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from auditor.api.knowledge import whole
from auditor.errors import Refused
from auditor.loading.case.load import load_case
from auditor.loading.files.document import read
from auditor.loading.files.yaml_words import not_yaml, requoted
from auditor.loading.knowledge.layers import add_knowledge
from auditor.loading.schema import schema
from tests.own_rules import KNOWLEDGE

BASE = whole(())
HEAD = (
    "auditor: 1\nknowledge: own\nas_of: 2026-11-23\n"
    "sources: {deed: {kind: filing, title: Deed, publisher: Registry, date: 2025-06-01}}\n"
)
GOOD = "source: deed, as_of: 2025-06-01, status: verified"


def refused(text: str) -> list[str]:
    try:
        add_knowledge(BASE, [("own/a.yaml", (HEAD + text).encode())])
    except Refused as found:
        return [problem.message.en for problem in found.problems]
    return []


def link(fields: str) -> str:
    acme = f"organisations:\n  acme: {{name: Acme, country: FR, is: [cloud], {GOOD}}}\n"
    return f"{acme}ownership:\n  - {{owner: ovh, of: acme, {fields}, {GOOD}}}\n"


@pytest.mark.parametrize(
    ("fields", "sound"),
    [
        ("kind: minority, shares: 50", True),
        ("kind: minority, shares: 50.1", False),
        ("kind: minority, votes: 51", False),
        ("kind: shares, shares: 51", True),
        ("kind: shares, shares: 100", True),
        ("kind: shares, shares: 100.5", False),
        ("kind: shares", False),
        ("kind: votes, shares: 51", False),
        ("kind: shares, shares: 51, unchecked: [shares]", True),
        ("kind: shares, shares: 51, unchecked: [organisation]", True),
        ("kind: shares, shares: 51, unchecked: [share]", False),
        ("kind: shares, shares: 51, also: [deed]", True),
        ("kind: shares, shares: 51, also: [talk]", False),
    ],
)
def test_a_holding_of_the_knowledge_base_is_sound_up_to_these_edges(fields: str, *, sound: bool) -> None:
    assert (refused(link(fields)) == []) == sound


@pytest.mark.parametrize(("kind", "sound"), [("filing", True), ("press", True), ("gossip", False)])
def test_a_source_is_of_a_kind_that_vouches_or_of_hearsay(kind: str, *, sound: bool) -> None:
    also = f"sources: {{deed: {{kind: filing, title: Deed, publisher: Registry, date: 2025-06-01}}, talk: {{kind: '{kind}', title: T, publisher: P, date: 2025-06-01}}}}\n"
    text = f"auditor: 1\nknowledge: own\nas_of: 2026-11-23\n{also}"
    try:
        add_knowledge(BASE, [("own/a.yaml", text.encode())])
        told: list[str] = []
    except Refused as found:
        told = [problem.message.en for problem in found.problems]
    assert any("kind of source" in said for said in told) != sound


@pytest.mark.parametrize(
    ("year", "valid"),
    [(1000, True), (999, False), (9999, True), (10000, False), ("2024-05", True), ("24", False)],
)
def test_the_schema_takes_years_of_four_digits(year: Any, *, valid: bool) -> None:
    tree = {"auditor": "1", "case": {"id": "a", "as_of": year}}
    assert jsonschema.Draft202012Validator(schema("case")).is_valid(tree) == valid


@pytest.mark.parametrize(
    ("said", "line", "column", "message"),
    [
        ("found character '\\t' that cannot start any token", "\tkey: 1", 1, "tab"),
        ("found character that cannot start any token", "\tkey: 1", 1, "tab"),
        ("found character that cannot start any token", "key: @b", 6, ""),
        ("mapping values are not allowed here", "\tkey: 1", 1, ""),
        (None, "", 1, ""),
    ],
)
def test_a_tab_is_told_only_where_the_sign_is_one(
    said: str | None, line: str, column: int, message: str
) -> None:
    told, _ = not_yaml(said, line, column)
    assert ("tab" in told.en.lower()) == bool(message)


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("title: Terms: of use", 'title: "Terms: of use"'),
        ("- note: a: b  # said", '- note: "a: b"  # said'),
        ("key: @name", 'key: "@name"'),
        ("- `x`", '- "`x`"'),
        ("title: plain", ""),
        (f"title: {'a' * 150}: b", ""),
    ],
)
def test_a_line_that_lacks_quotes_is_shown_with_them(line: str, better: str) -> None:
    assert requoted(line) == better


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("a: !!str b\n", True),
        ("a: ! b\n", False),
        ("a: !x {b: c}\n", True),
        ("a: &n b\nc: *n\n", False),
        ("a: &n {b: c}\nd: *n\n", False),
    ],
)
def test_a_tag_is_refused_and_an_anchor_is_not(text: str, *, refused: bool) -> None:
    found = read("a.yaml", text.encode())
    assert bool(found.problems) == refused


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("hosts: {a: []}", [("a mapping was expected, not a list", True)]),
        ("hosts: {a: text}", [("a mapping was expected, not the text text", True)]),
        ("hosts: []", [("a mapping was expected, not a list", False)]),
        ("hosts: {a: {operater: shop}}", [("unknown key: operater", True)]),
        ("claims: {c: {quote: q}}", [("the key by is missing", False)]),
        ("organisations: {shop: {name: ''}}", []),
    ],
)
def test_what_has_not_the_shape_it_should_is_told_with_a_hint_where_there_is_one(
    part: str, told: list[tuple[str, bool]]
) -> None:
    head = "auditor: 1\ncase: {id: a, as_of: 2024-06-01}\n"
    try:
        load_case([("case.yaml", (head + part).encode())], KNOWLEDGE)
        problems: list[Any] = []
    except Refused as found:
        problems = [*found.problems]
    assert [(p.message.en, p.hint is not None) for p in problems][: len(told) or 1] == told

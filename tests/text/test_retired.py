"""No text of the program or of its rules holds a phrase that was retired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from tests.rendering.retired import RETIRED, retired
from tests.text.languages import pairs

#: Of the format and of rules, whose words are those of files: they are quoted as they stand there.
QUOTING = ("problems.", "synonyms.", "near_names.", "rewordings.", "starter.")


def texts() -> Iterator[tuple[str, str, str]]:
    """Where a text stands, its language, and its words."""
    for where, pair in pairs():
        if not where.startswith(QUOTING):
            yield where, "fr", pair.fr
            yield where, "en", pair.en
    for path, data in shipped("policies"):
        yield from within(path, read(path, data).value)


def within(where: str, value: Any) -> Iterator[tuple[str, str, str]]:
    """The texts in two languages below a value of a pack of rules; its tests are cases of their own."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("fr", "en") and isinstance(part, str):
                yield where, key, part
            elif key != "tests":
                yield from within(f"{where} {value.get('id', '')} {key}", part)
    elif isinstance(value, list):
        for part in value:
            yield from within(where, part)


def test_no_text_holds_a_retired_phrase() -> None:
    found = [(where, phrase) for where, lang, said in texts() for phrase in retired(said, lang)]
    assert found == []


def test_rules_are_read() -> None:
    assert {where.split()[0] for where, _, _ in texts() if where.endswith("message")} >= {
        "policies/claims.yaml",
        "policies/transfers.yaml",
    }


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("known as: declared", "en"),
        ("Not shown; it would read: …", "en"),
        ("Niveau E1 à E3, non établi.", "fr"),
        ("Peut se tromper si …", "fr"),
        ("le contrôle n'est pas établi", "fr"),
    ],
)
def test_retired_phrases_are_found(said: str, lang: str) -> None:
    assert retired(said, lang)


def test_each_phrase_is_a_pattern() -> None:
    assert all(re.compile(phrase) for phrases in RETIRED.values() for phrase in phrases)


def test_an_action_of_a_rule_holds_no_code() -> None:
    """A rule speaks of other rules and of fields of files by what they are, as its readers have neither."""
    code = re.compile(r"\b[A-Z]{3}-\d{3}\b|\b[a-z]+_[a-z_]+\b")
    slot = re.compile(r"\{[^}]*\}")
    assert [
        (where, found[0])
        for where, _, said in texts()
        if where.startswith("policies/")
        for found in code.finditer(slot.sub("", said))
    ] == []

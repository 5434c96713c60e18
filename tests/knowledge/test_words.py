"""Entries and rules are told in one language: closed words are said, names, titles and words of a source stay as they are."""

from __future__ import annotations

import re

import pytest

from auditor.api.explain import rule as explain_rule
from auditor.api.knowledge import show
from auditor.api.read import all_policies, knowledge_base
from tests.rendering.sentences import bare
from tests.text.languages import ENGLISH, FRENCH

pytestmark = pytest.mark.slow

#: Fields whose words are those of a source or of whoever wrote the entry.
OWN = re.compile(
    r"^ +(?:- .*|(?:nom|name|note|non vérifié|unchecked|identifiants|ids|anciens noms|former)\s?:.*)$",
    re.MULTILINE,
)
SOURCES = re.compile(r"^  [Ss]ources\s?:\n(?:    .*\n)*", re.MULTILINE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»")
BOTH = pytest.mark.parametrize(("lang", "foreign"), [("fr", ENGLISH), ("en", FRENCH)], ids=["fr", "en"])


@BOTH
def test_an_organisation_is_told_in_one_language(lang: str, foreign: re.Pattern[str]) -> None:
    known = knowledge_base()
    text = show(sorted(known.organisations), day="2026-11-26", own=(), form="text", lang=lang).decode()
    text = OWN.sub("", SOURCES.sub("", text))
    names = {str(entry.name) for entry in known.organisations.values()}
    for name in sorted((name for name in names if " " in name), key=len, reverse=True):
        text = text.replace(name, " ")
    assert [text[max(0, m.start() - 60) : m.end() + 30] for m in foreign.finditer(text)] == []
    assert "→" in text


@BOTH
def test_a_rule_is_explained_in_one_language(lang: str, foreign: re.Pattern[str]) -> None:
    known = knowledge_base()
    ids = sorted({text.id for text in known.law.values() if " " in text.id}, key=len, reverse=True)
    for policy in all_policies():
        for rule in policy.rules:
            told = bare(explain_rule(rule.id, lang).decode())
            for cited in ids:
                told = told.replace(cited, " ")
            told = QUOTED.sub(" ", told)
            assert [told[max(0, m.start() - 60) : m.end() + 30] for m in foreign.finditer(told)] == [], (
                rule.id
            )

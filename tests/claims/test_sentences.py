"""The sentences on claims: one for each reason, in both languages, made of nothing that a reader does not know."""

from __future__ import annotations

import re

import pytest

from auditor.model.bilingual import Bilingual
from auditor.rules.language.wording_lint import overclaims
from auditor.text.slots.claim import BECAUSE
from tests.conftest import ROOT

SOURCES = "".join(
    path.read_text("utf-8") for path in sorted((ROOT / "auditor" / "graph" / "claims").glob("*.py"))
)
#: Reasons whose name is put together where it is used.
COMPOSED = {"kept-elsewhere", "used-elsewhere"}


@pytest.mark.parametrize("reason", sorted({name.partition(":")[0] for name in BECAUSE} - COMPOSED))
def test_each_reason_is_given_somewhere(reason: str) -> None:
    assert f'"{reason}"' in SOURCES


@pytest.mark.parametrize(("reason", "words"), sorted(BECAUSE.items()))
def test_each_clause_is_whole_in_both_languages(reason: str, words: Bilingual) -> None:
    slots = [set(re.findall(r"\{(\w+)", text)) for text in (words.fr, words.en)]
    assert slots[0] == slots[1], reason
    for text in (words.fr, words.en):
        assert not text.endswith(".")
        assert ": " not in text
        assert text.count("(") == text.count(")")
        assert list(overclaims(text)) == []


@pytest.mark.parametrize("verb", ["reads", "lit"])
def test_nobody_is_said_to_read_but_who_reads(verb: str) -> None:
    with_verb = {
        name for name, words in BECAUSE.items() if re.search(rf"\b{verb}\b", f"{words.fr} {words.en}")
    }
    assert with_verb == {"reads"}

"""Nothing retired is written in the documentation either, in each language; developers read words of the engine too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT
from tests.rendering.retired import RETIRED, retired

PAGES: Final = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
CODE: Final = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
#: A word of the engine, which its documentation in English explains.
ENGINE: Final = frozenset({"culprit"})


def found(text: str, lang: str) -> list[str]:
    phrases = retired(CODE.sub(" ", text), lang)
    return [phrase for phrase in phrases if lang == "fr" or phrase.lower() not in ENGINE]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_of_the_documentation_holds_a_retired_phrase(page: Path) -> None:
    lang = "fr" if page.name.endswith(".fr.md") else "en"
    assert found(page.read_text(encoding="utf-8"), lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "phrases"),
    [
        ("It is unproven, the culprit says.", "en", ["unproven"]),
        ("Un constat du coupable.", "fr", ["constat"]),
        ("Set `fail_on: unproven`.\n```\nunproven\n```\n", "en", []),
    ],
)
def test_a_retired_phrase_is_seen_outside_of_code(text: str, lang: str, phrases: list[str]) -> None:
    assert found(text, lang) == phrases
    assert RETIRED[lang]

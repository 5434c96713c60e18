"""What people read of every published case: no retired phrase, no address, id or rule code in a sentence, one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from auditor.rendering.opening import LINES
from tests.conftest import CASES, REFERENCE, tree_of
from tests.rendering.retired import retired
from tests.rendering.sentences import bare, named, outputs
from tests.text.languages import ENGLISH, FRENCH

pytestmark = pytest.mark.slow

#: An address of a fact, a source by its id, a rule by its code, a date as files write it (the moment of a capture is written to the second), a level without its scale.
CODES = {
    "address": re.compile(
        r"(?<![\w.-])(?:organisations|hosts|flows|activities|ownership|agreements|claims|questions|notices|people|data|adequacy|"
        r"scenarios|instruments|countries)\.[a-z0-9][\w>.~-]+"
    ),
    "source": re.compile(r"\bknowledge:[\w-]+|\b[a-z][\w-]*#[\w-]+"),
    "rule": re.compile(r"\b(?!SHA-256)[A-Z]{3}-\d{3}\b"),
    "date": re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b(?!T\d|-\d{2}T)"),
    "level": re.compile(r"\bE[0-4]\b"),
}
#: Quotations: what somebody said, in the language in which it was said.
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»")
#: Sections whose entries have ids that no sentence shows.
NAMED = ("people", "hosts", "flows", "activities", "organisations", "data", "notices", "scenarios")


@cache
def told(case: Path, lang: str) -> tuple[tuple[str, str], ...]:
    """What people read of a case, without what is no sentence, names and titles."""
    names = named(case)
    return tuple((what, without(bare(text), names)) for what, text in outputs(case, lang))


def without(text: str, names: tuple[str, ...]) -> str:
    """A text without the names of parties, titles of documents and of laws, and words that the case states."""
    for name in names:
        if name.partition(" ")[0] in text:
            text = re.sub(r"\s+".join(map(re.escape, name.split(" "))), " ", text)
    return text


def found(case: Path, lang: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for what, text in told(case, lang):
        for match in pattern.finditer(text):
            yield what, text[max(0, match.start() - 40) : match.end() + 40]


EVERY = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
BOTH = pytest.mark.parametrize("lang", ["fr", "en"])


@EVERY
@BOTH
def test_nothing_retired_is_read(case: Path, lang: str) -> None:
    assert [(what, phrase) for what, text in told(case, lang) for phrase in retired(text, lang)] == []


@EVERY
@BOTH
def test_no_code_stands_in_a_sentence(case: Path, lang: str) -> None:
    assert {name: list(found(case, lang, pattern)) for name, pattern in CODES.items()} == {
        name: [] for name in CODES
    }


@EVERY
@BOTH
def test_no_id_stands_for_a_name(case: Path, lang: str) -> None:
    """Ids of several words are no words of a sentence; what has a name is called by it."""
    tree: dict[str, Any] = tree_of(case)
    ids = {name for section in NAMED for name in tree.get(section, {}) if "-" in name}
    pattern = re.compile(rf"(?<![\w/.@-])(?:{'|'.join(map(re.escape, sorted(ids))) or '(?!)'})(?![\w/.@-])")
    assert list(found(case, lang, pattern)) == []


@EVERY
@pytest.mark.parametrize(("lang", "foreign"), [("fr", ENGLISH), ("en", FRENCH)], ids=["fr", "en"])
def test_each_language_speaks_alone(case: Path, lang: str, foreign: re.Pattern[str]) -> None:
    alone = ((what, QUOTED.sub(" ", text)) for what, text in told(case, lang))
    assert [
        (what, text[max(0, match.start() - 40) : match.end() + 40])
        for what, text in alone
        for match in foreign.finditer(text)
    ] == []


@BOTH
def test_the_first_screen_has_ten_lines(lang: str) -> None:
    text = next(text for what, text in outputs(REFERENCE, lang, broken=True) if what == "text")
    first = text.split("\n\nA  ")[0].split("\n")
    assert len(first) <= LINES + 1
    assert max(map(len, first)) <= 100


@BOTH
def test_sentences_of_the_page_are_short(lang: str) -> None:
    """Of the reference page, which a reader knows nothing of, the mean sentence has at most fourteen words."""
    page = next(text for what, text in outputs(REFERENCE, lang) if what == "page")
    sentences = [
        words
        for line in bare(page).splitlines()
        for said in re.split(r"(?<=[.!?»”])\s+", line)
        if len(words := re.findall(r"[\w'’.-]+", said)) > 3 and said.rstrip().endswith((".", "!", "?"))
    ]
    assert len(sentences) > 100
    assert sum(map(len, sentences)) / len(sentences) <= 14

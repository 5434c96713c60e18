"""Headings and words of lists as the program knows them: which column a heading is, what words in a cell say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from auditor.errors import Refused
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.text.plain_letters import LETTERS

FOLDER: Final = "knowledge/lists"
_SIGNS: Final = re.compile(r"[^a-z0-9]+")
#: No heading is longer.
LONGEST_HEADING: Final = 120


def bare(text: str) -> str:
    """Give a text as words are compared: without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode().lower()
    return _SIGNS.sub(" ", plain).strip()


@cache
def listed(name: str) -> Mapping[str, Any]:
    """Give the words of a list that come with the program. Raises Refused where they are broken."""
    for path, data in shipped(FOLDER):
        if path.endswith(f"/{name}.yaml"):
            document = read(path, data)
            if document.problems:
                raise Refused(list(document.problems))
            return dict(document.value)
    return {}


@cache
def headings(name: str) -> Mapping[str, str]:
    """Give the field of each heading of a list."""
    return {bare(word): field for field, words in listed(name)["headings"].items() for word in words}


def columns(texts: Sequence[str], name: str) -> dict[str, int]:
    """Give the column of each field that a row of headings names; of several the first."""
    known = headings(name)
    found: dict[str, int] = {}
    for number, text in enumerate(texts):
        field = known.get(bare(text), "") if len(text) <= LONGEST_HEADING else ""
        if field:
            found.setdefault(field, number)
    return found


def is_word(name: str, key: str, text: str) -> bool:
    """Tell whether a text is one of the words of a list, and nothing else."""
    return bare(text) in _bare_words(name, key)


def has_word(words: Sequence[str], text: str) -> bool:
    """Tell whether one of `words` stands in a text, whole."""
    within = f" {bare(text)} "
    return any(f" {bare(word)} " in within for word in words)


@cache
def _bare_words(name: str, key: str) -> frozenset[str]:
    return frozenset(bare(word) for word in listed(name)[key])

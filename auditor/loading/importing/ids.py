"""Ids that an import gives: they read as what the source calls the element, and nothing else of the case has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, NONE, NOT_PRODUCED, UNKNOWN
from auditor.text.plain_letters import LETTERS

RESERVED: Final = frozenset({UNKNOWN, NONE, NOT_PRODUCED, *CATEGORIES, *ACTIVITY_TERMS})
_NOT_OF_AN_ID: Final = re.compile(r"[^a-z0-9]+")


def kebab(text: str, fallback: str = "unnamed") -> str:
    """Give a text in plain lower-case letters and digits with hyphens between words."""
    bare = unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode().lower()
    return _NOT_OF_AN_ID.sub("-", bare).strip("-") or fallback


class Ids:
    """Gives ids that nothing else has: by words, in the order of the document."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def free(self, wanted: str) -> str:
        """Give `wanted`, or it with the first number that is free, and take it."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name

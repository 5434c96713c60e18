"""Closed words of a case that have several usual writings, made the one that all later rooms read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from auditor.model.vocabulary import SPECIAL_BASES, UNSETTLED

#: `9.2.h`, `art. 9(2)(h)`, `article 9, § 2, point h)`, `9(2)h GDPR`, `A9-2-h` with nothing but letters and digits left.
ART_9: Final = (
    rf"(?:gdpr|rgpd)?(?:article|art|a)?9(?:para|paragraph|paragraphe)?2(?:point|letter|lettre|let|lit)?([{''.join(SPECIAL_BASES)}])"
    r"(?:of|ofthe|du)?(?:gdpr|rgpd)?"
)


def usual(tree: dict[str, Any]) -> dict[str, Any]:
    """Return `tree` with each condition of GDPR art. 9(2) as its letter, where it can be read as one."""
    activities = tree.get("activities")
    if not isinstance(activities, dict):
        return tree
    made = {name: _with(sheet, "special_basis", special_basis) for name, sheet in activities.items()}
    return {**tree, "activities": made}


def special_basis(text: str) -> str:
    """Return the letter that `text` writes, or `text` where it is none."""
    if text in SPECIAL_BASES or text in UNSETTLED:
        return text
    from auditor.text.near_names import folded

    words = folded(text)
    letters = words.replace(" ", "")
    found = re.fullmatch(ART_9, letters)
    if found is not None:
        return found[1]
    return letters if letters in SPECIAL_BASES else _by_synonym().get(words, text)


@cache
def _by_synonym() -> dict[str, str]:
    """Give the letter that each synonym stands for."""
    from auditor.text.near_names import folded
    from auditor.text.synonyms import SPECIAL_BASIS_SYNONYMS

    return {folded(word): letter for letter, words in SPECIAL_BASIS_SYNONYMS.items() for word in words}


def _with(entry: Any, field: str, read: Callable[[str], str]) -> Any:
    if not isinstance(entry, dict) or field not in entry:
        return entry
    return {**entry, field: _read(entry[field], read)}


def _read(value: Any, read: Callable[[str], str]) -> Any:
    """Return a value read, with its own word on how it is known and the versions of sources that differ."""
    if isinstance(value, str):
        return read(value)
    if isinstance(value, list):
        return [_read(item, read) for item in value]
    if isinstance(value, dict):
        return {
            name: _read(part, read) if name in ("value", "versions") else part for name, part in value.items()
        }
    return value

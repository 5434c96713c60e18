"""Names and texts of strangers, made harmless for terminals and for Markdown."""

from __future__ import annotations

from typing import Final

MARKS: Final = frozenset(r"\`*_{}[]()#+-.!|~")
#: What Markdown would read as markup of its own: entities, and the sign that calls somebody, parted from the name.
ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@\u200b"}


def safe(line: str) -> str:
    """Give a line without any character that would drive a terminal."""
    return "".join(c if c.isprintable() or c in "\u202f\u00a0" else "\N{REPLACEMENT CHARACTER}" for c in line)


def escaped(text: str) -> str:
    """Give text that Markdown shows as it is, on one line: names come from strangers."""
    return "".join(_mark(c) for c in text)


def _mark(character: str) -> str:
    if character in MARKS:
        return f"\\{character}"
    if character in ENTITIES:
        return ENTITIES[character]
    if character.isprintable() or character in "\u202f\u00a0":
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"

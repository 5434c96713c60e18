"""Names and texts of strangers, made harmless for terminals and for Markdown."""

from __future__ import annotations

import re
from typing import Final

from auditor.text.cleaned import cleaned, one_line

MARKS: Final = frozenset(r"\`*_{}[]()#+-.!|~")
#: What Markdown, or a forge that shows it, would read as markup of its own: entities, formulas, and the sign that calls
#: somebody, parted from the name.
ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@\u200b", "$": "<span>$</span>"}
#: What a forge makes something of after Markdown was read, so that no backslash helps: addresses, faces, numbers of issues.
SIGNS: Final = r":(?=//|[\w+-]+:)|#(?=\d)|\b[Gg][Hh]-(?=\d)|\bwww(?=\.)"


def safe(line: str) -> str:
    """Give a line without any character that would drive a terminal, and that no runner takes for a command."""
    return one_line(line)


def escaped(text: str) -> str:
    """Give text that Markdown shows as it is, on one line: names come from strangers."""
    return "".join(_mark(c) for c in re.sub(SIGNS, lambda found: f"{found[0]}\u200b", cleaned(text)))


def code(text: str) -> str:
    """Give what stands between two backticks in Markdown, also in a cell of a table, and shows as it is, on one line."""
    return cleaned(text).replace("\\", "\N{REPLACEMENT CHARACTER}").replace("`", "'").replace("|", "\\|")


def _mark(character: str) -> str:
    return f"\\{character}" if character in MARKS else ENTITIES.get(character, character)

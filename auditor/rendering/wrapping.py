"""Sentences on lines that fit a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.rendering.markup import safe

#: How many columns a line has; what has no space is never broken.
COLUMNS: Final = 100


def wrapped(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Give `text` on lines of `COLUMNS`, the first after `first`, the others after `rest`, or as far in as the first."""
    words = safe(text).rstrip(" ")
    indent, start, word = first, 0, _next_word(words, 0)
    while start < len(words):
        end = _end(words, word, start + COLUMNS - len(indent))
        yield indent + words[start:end].rstrip(" ")
        indent = first if rest is None else rest
        start = word = _next_word(words, end)


def _next_word(words: str, start: int) -> int:
    while words.startswith(" ", start):
        start += 1
    return start


def _end(words: str, start: int, most: int) -> int:
    """Give where a line ends whose words start at `start`: at the last space up to `most`, else at the next one."""
    if most >= len(words):
        return len(words)
    end = words.rfind(" ", start, most + 1)
    if end < 0:
        end = words.find(" ", max(start, most))
    return len(words) if end < 0 else end

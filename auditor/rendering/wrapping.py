"""Sentences on lines that fit a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from auditor.rendering.markup import safe

#: How many columns a line has; what has no space is never broken.
COLUMNS: Final = 100


def wrapped(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Give `text` on lines of `COLUMNS`, the first after `first`, the others after `rest`, or as far in as the first."""
    indent = first if rest is None else rest
    yield from textwrap.wrap(
        safe(text),
        COLUMNS,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )

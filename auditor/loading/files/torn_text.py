"""A text between braces that a comma tears: `{en: about 2,000 doctors}` reads as a text and a key without a value."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: The text before the comma that tears it.
_BEFORE: Final = re.compile(r"(?<![\w-])[\w-]+:\s+([^\s\"'\[\]{},&*!|>%@`:][^\"'\[\]{}:]*),\s*$")
#: Where another key begins after it.
_NEXT_KEY: Final = re.compile(r",\s*[\w-]+:(?=\s)")


class Torn(NamedTuple):
    """The number of a line and where the whole text stands in it, all from 0; `end` is after its last character."""

    number: int
    start: int
    end: int


def torn_at(line: str, number: int, key: int, missing: int) -> Torn | None:
    """Give the text that was torn before the key at column `key`, whose value is missing at column `missing`."""
    before = _BEFORE.search(line, 0, key)
    if before is None or ":" in line[key : missing + 1]:
        return None
    closing = line.find("}", key)
    end = len(line) if closing < 0 else closing
    following = _NEXT_KEY.search(line, key, end)
    return Torn(number, before.start(1), len(line[: following.start() if following else end].rstrip()))


def mended(line: str, torn: Torn) -> str:
    """Give the braces around a torn text, with the text in quotes."""
    brace = max(line.rfind("{", 0, torn.start), 0)
    rest = line[torn.end :]
    closing = rest.find("}")
    tail = rest[: closing + 1] if closing >= 0 else rest
    import json

    text = json.dumps(line[torn.start : torn.end], ensure_ascii=False)
    return f"{line[brace : torn.start]}{text}{tail}".strip()

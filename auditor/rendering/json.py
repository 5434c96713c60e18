"""JSON as every command writes it."""

from __future__ import annotations

import re
from typing import Final

import msgspec

#: What a runner of a pipeline takes for a command inside a line; in JSON it only stands in texts.
COMMAND: Final = re.compile(rb"##(?=\[|vso\[|teamcity\[)")


def as_json(value: object) -> bytes:
    """Return `value` as JSON: two spaces, keys in the order of the types, a last newline."""
    return inert(msgspec.json.format(msgspec.json.encode(value), indent=2)) + b"\n"


def inert(data: bytes) -> bytes:
    """Return JSON that says the same, in which no runner sees a command."""
    return COMMAND.sub(rb"#\\u0023", data) if b"##" in data else data

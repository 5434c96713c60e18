"""JSON as every command writes it."""

from __future__ import annotations

import re
from typing import Final

import msgspec

#: In UTF-8: what a runner of a pipeline takes for a command inside a line, and what turns the direction of a line, breaks
#: it or cannot be seen. In JSON all of it only stands in texts.
ACTIVE: Final = re.compile(
    rb"#(?=#\[|#vso\[|#teamcity\[)|\x7f|\xc2[\x80-\x9f]|\xd8\x9c"
    rb"|\xe2(?:\x80[\x8c-\x8f\xa8-\xae]|\x81[\xa0-\xaf])|\xef\xbb\xbf"
)


def as_json(value: object) -> bytes:
    """Return `value` as JSON: two spaces, keys in the order of the types, a last newline."""
    return inert(msgspec.json.format(msgspec.json.encode(value), indent=2)) + b"\n"


def inert(data: bytes) -> bytes:
    """Return JSON that says the same, in which no runner nor terminal sees anything to obey."""
    return ACTIVE.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), data)

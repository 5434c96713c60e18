"""JSON as every command writes it."""

from __future__ import annotations

import msgspec


def as_json(value: object) -> bytes:
    """Return `value` as JSON: two spaces, keys in the order of the types, a last newline."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"

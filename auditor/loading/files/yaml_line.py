"""Plain values as one line of YAML that reads back as what it was: JSON, which YAML contains."""

from __future__ import annotations

import json
import re
from typing import Any, Final

PLAIN: Final = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._/+-]*\Z")


def emitted(value: Any) -> str:
    """Give a text, a list or a mapping as YAML in one line; only plain words stand without quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {emitted(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(emitted(part) for part in value) + "]"
    return value if PLAIN.match(value) else json.dumps(value, ensure_ascii=False)

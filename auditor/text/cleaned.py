"""Words of others made safe to show in a line: nothing that moves a cursor, turns the direction or speaks to a runner."""

from __future__ import annotations

import re
from typing import Final

#: What printing would refuse and typography needs.
_SPACES: Final = "\u00a0\u202f"
#: How the runners of Azure, GitHub and TeamCity mark a command inside a line.
_COMMAND: Final = r"##(?=\[|vso\[|teamcity\[)"

#: How the runners of GitHub mark a command at the beginning of a line.
_LED: Final = r"(\n[^\S\n]*)::"


def cleaned(text: str) -> str:
    """Give `text` as one line of the same length: what cannot be seen is replaced, a tab or line break is a space."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c in _SPACES else _stand_in(c) for c in text)
    return without_commands(text)


def without_commands(text: str) -> str:
    """Give `text`, of the same length, without what a runner would take for a command inside a line."""
    return re.sub(_COMMAND, "#\N{REPLACEMENT CHARACTER}", text) if "##" in text else text


def _stand_in(character: str) -> str:
    return " " if character in "\t\n\r" else "\N{REPLACEMENT CHARACTER}"


def lines(text: str) -> str:
    """Give `text` of several lines, of the same length, none of which but the first begins as a command of a runner."""
    return without_commands(re.sub(_LED, "\\1:\N{REPLACEMENT CHARACTER}", text) if "::" in text else text)


def one_line(text: str) -> str:
    """Give `text` as a line that no runner takes for a command: none begins with the two colons of one."""
    line = cleaned(text)
    return f"./{line.lstrip()}" if line.lstrip().startswith("::") else line

"""What a caret underlines in a line of a file where something is wrong."""

from __future__ import annotations

import re
from typing import Final

from auditor.errors import Problem

#: A word as a caret underlines it: what is quoted, or up to a space or a sign of YAML.
_WORD: Final = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^\s,\]}:]+"


def width(text: str, column: int) -> int:
    """Give how many characters a caret at `column` should underline: the word that stands there."""
    word = re.compile(_WORD).match(text, column - 1) if column else None
    return len(word[0]) if word else 1


def pointed(problem: Problem, text: str) -> Problem:
    """Give `problem` with the line it stands on and as wide a caret as the word there."""
    return problem._replace(text=text, width=width(text, problem.column))

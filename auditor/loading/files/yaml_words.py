"""What to say where a file is no YAML: what the reader of YAML found, and the line as it was probably meant."""

from __future__ import annotations

import re
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.problems import yaml as words
from auditor.text.problems.hints import READER_SAYS

#: A key, the space after its colon, and the text that follows, which holds a colon of its own.
_TEXT_AFTER_KEY: Final = re.compile(
    r"^(\s*(?:- )?[\w-]+:\s+)([^\s\"'\[{|>&*!%@`#][^#]*?: [^#]*?)(\s*(?: #.*)?)$"
)
#: Text that begins with a sign which YAML keeps for itself.
_TEXT_WITH_SIGN: Final = re.compile(r"^(\s*(?:- )?(?:[\w-]+:\s+)?)([@`%][^#]*?)(\s*(?: #.*)?)$")
#: What libyaml and its twin say of a sign that begins nothing.
_ODD_SIGN: Final = frozenset(
    {"found character that cannot start any token", "found character '\\t' that cannot start any token"}
)
#: Longest line that a hint repeats.
LONGEST: Final = 150


def not_yaml(what: str | None, line: str, column: int) -> tuple[Bilingual, Bilingual | None]:
    """Give message and hint for what the reader of YAML says of `line` at `column` (1-based), which may be none."""
    if not what:
        return words.NOT_YAML(what=words.UNREADABLE()), None
    if line[column - 1 : column] == "\t" and what in _ODD_SIGN:
        return words.NOT_YAML(what=words.TAB()), words.INDENT()
    known = words.SCANNER.get(what)
    hint = words.SCANNER_HINTS.get(what)
    said = READER_SAYS(words=what) if known is None else known()
    better = requoted(line) if hint is words.QUOTES else ""
    if better:
        return words.NOT_YAML(what=said), words.QUOTE_TEXT(line=better)
    return words.NOT_YAML(what=said), None if hint is None else hint()


def requoted(line: str) -> str:
    """Give the line with its text between quotes, where it is clear which text is meant; else nothing."""
    if len(line) > LONGEST:
        return ""
    found = _TEXT_AFTER_KEY.match(line) or _TEXT_WITH_SIGN.match(line)
    if found is None:
        return ""
    import json

    return f"{found[1]}{json.dumps(found[2], ensure_ascii=False)}{found[3]}".strip()

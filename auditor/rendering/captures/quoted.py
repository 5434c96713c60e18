"""What a pointer into a capture leads to, in words: names, and one value where it is asked for."""

from __future__ import annotations

from auditor.model.capture_pointer import PointedAt
from auditor.rendering.markup import safe
from auditor.rendering.words import speaker
from auditor.text import captures as words


def render_quoted(found: PointedAt, lang: str, *, value: bool) -> bytes:
    """Give the names at a pointer, and with `value` the value it leads to, else only how long that is."""
    say = speaker(lang)
    lines = [say(words.POINTED, pointer=found.pointer, file=found.file)]
    if found.names:
        lines.append(say(words.NAMES_THERE, names=", ".join(found.names)))
    if value:
        lines += [say(words.VALUE_QUOTED), f"  {found.value}"]
    else:
        lines.append(say(words.VALUE_LENGTH, count=len(found.value)))
    return ("\n".join(map(safe, lines)) + "\n").encode()

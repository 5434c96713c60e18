"""Whether the captures of a case hold, in words."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.captures_verified import CapturesVerified, CaptureVerified
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, speaker
from auditor.text import planned as words


def render_verified(found: CapturesVerified, lang: str) -> bytes:
    """Give what was found of each capture, as lines of text."""
    say = speaker(lang)
    return "".join(f"{safe(line)}\n" for each in found.captures for line in _lines(each, say)).encode()


def _lines(each: CaptureVerified, say: Say) -> Iterator[str]:
    if each.missing:
        yield say(words.FILE_MISSING, name=each.name, sha=", ".join(each.missing))
    elif not each.broken:
        yield say(words.HOLDS, name=each.name, count=each.pointers, sha=", ".join(each.sha256))
    for pointer in each.broken:
        yield say(words.BROKEN, name=each.name, pointer=pointer)

"""A result as bytes, in the format and language asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from auditor.judging.profile import viewed
from auditor.loading.files.folder import openable
from auditor.model.profile import ProfileName
from auditor.model.result import Result
from auditor.rendering.formats import render

VIEWED: Final = frozenset({"text", "html"})


def publish(
    result: Result,
    form: str,
    lang: str,
    *,
    colour: bool = False,
    accepted: bool = False,
    given: Sequence[Path] = (),
    profile: ProfileName = "dpo",
) -> bytes:
    """Give `result` in a format of `FORMATS` or as html; files are shown so that they open from here, where they were `given`.

    What people read is shown as `profile` wants it; what programs read is always whole.
    """
    if profile != "dpo" and form in VIEWED:
        result = viewed(result, profile)
    return render(result, form, lang, colour=colour, accepted=accepted, where=openable(given))


def questions(result: Result, lang: str) -> bytes:
    """Give the open points of `result` as letters, one per addressee."""
    from auditor.rendering.letters import letters

    return letters(result, lang)

"""A result as bytes, in the format and language asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.loading.folder import openable
from auditor.model.result import Result
from auditor.render.formats import render


def publish(
    result: Result, form: str, lang: str, *, colour: bool = False, accepted: bool = False, given: Sequence[Path] = ()
) -> bytes:
    """Give `result` in a format of `FORMATS` or as html; files are shown so that they open from here, where they were `given`."""
    return render(result, form, lang, colour=colour, accepted=accepted, where=openable(given))


def questions(result: Result, lang: str) -> bytes:
    """Give the open points of `result` as letters, one per addressee."""
    from auditor.render.letters import letters

    return letters(result, lang)

"""A result as bytes, in the format and language asked."""

from __future__ import annotations

from auditor.model.result import Result
from auditor.render.formats import render


def publish(result: Result, form: str, lang: str, *, colour: bool = False) -> bytes:
    """Give `result` as text, json or html."""
    return render(result, form, lang, colour=colour)


def questions(result: Result, lang: str) -> bytes:
    """Give the open points of `result` as letters, one per addressee."""
    from auditor.render.letters import letters

    return letters(result, lang)

"""One result, several formats: a dispatch by name."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from auditor.model.result import Result


def render(result: Result, form: str, lang: str, *, colour: bool = False, where: Callable[[str], str] = str) -> bytes:
    """Give `result` as `text`, `json` or `html`, in `lang` (fr or en); JSON holds both languages.

    `where` turns the path of a file as it is cited into the path a text shows.
    """
    if form == "json":
        return as_json(result)
    if form == "html":
        from auditor.model.report import Report
        from auditor.render.html.page import page

        return page(Report(result), lang)
    from auditor.render.text import text

    return text(result, lang, colour=colour, where=where)


def as_json(result: object) -> bytes:
    """Give a result or a comparison as JSON: two spaces, keys in the order of the types, a last newline."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"

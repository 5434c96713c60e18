"""One result, several formats: a dispatch by name."""

from __future__ import annotations

import msgspec

from auditor.model.result import Result


def render(result: Result, form: str, lang: str, *, colour: bool = False) -> bytes:
    """Give `result` as `text`, `json` or `html`, in `lang` (fr or en); JSON holds both languages."""
    if form == "json":
        return as_json(result)
    if form == "html":
        from auditor.render.html.page import page

        return page(result, lang)
    from auditor.render.text import text

    return text(result, lang, colour=colour)


def as_json(result: object) -> bytes:
    """Give a result or a comparison as JSON: two spaces, keys in the order of the types, a last newline."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"

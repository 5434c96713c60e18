"""The whole result for other programs, as docs/result.md describes it."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering.format import Format, Presentation
from auditor.rendering.whole_result import whole


def json(result: Result, _: Presentation) -> bytes:
    """Return the whole result; every text holds both languages."""
    return whole(result)


FORMAT = Format(render=json, media_type="application/json", suffix=".json", both_languages=True)

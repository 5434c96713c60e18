"""The network of a case, drawn or for other programs."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering.drawing.notations import NOTATIONS


def graph(result: Result, form: str, lang: str) -> bytes:
    """Return the network of `result` in a notation of `NOTATIONS`, in `lang` (fr or en). Raises UsageRefused."""
    return NOTATIONS.load(form).render(result, lang)

"""The network of a case, drawn or for other programs."""

from __future__ import annotations

from auditor.model.result import Result
from auditor.rendering.drawing.graph import render_graph


def graph(result: Result, form: str, lang: str) -> bytes:
    """Give the drawing (`svg`) or the network (`dot`, `mermaid`, `graphml`, `json`) of `result` in `lang`."""
    return render_graph(result, form, lang)

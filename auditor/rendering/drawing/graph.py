"""The drawing or the network of a result, in the format asked."""

from __future__ import annotations

from auditor.model.result import Result
from auditor.rendering.drawing.network import network
from auditor.rendering.drawing.notations import dot, graphml, mermaid
from auditor.rendering.json import as_json
from auditor.rendering.words import speaker


def render_graph(result: Result, form: str, lang: str) -> bytes:
    """Give `result` as `svg` (the drawing), or its network as `dot`, `mermaid`, `graphml` or `json`."""
    if form == "svg":
        from auditor.rendering.drawing.layout import plan
        from auditor.rendering.drawing.scene import scene
        from auditor.rendering.drawing.svg import svg

        return (svg(plan(scene(result, lang)), speaker(lang)) + "\n").encode()
    found = network(result)
    if form == "json":
        return as_json(found)
    notation = {"dot": dot, "mermaid": mermaid, "graphml": graphml}[form]
    return notation(found, lang, speaker(lang)).encode()

"""DOT, for Graphviz: every name is a quoted text."""

from __future__ import annotations

from typing import Final

from auditor.model.result.document import Result
from auditor.rendering.drawing.labels import edge_label, node_ids, node_label
from auditor.rendering.drawing.network import network
from auditor.rendering.drawing.notation import Notation
from auditor.rendering.words import speaker

SHAPES: Final = {"people": "ellipse", "organisation": "box", "host": "box3d", "unknown": "plaintext"}
STYLES: Final = {
    "flow": "solid",
    "operates": "dotted",
    "runs-on": "dotted",
    "control": "dashed",
    "possible-control": "dashed",
}


def dot(result: Result, lang: str) -> bytes:
    """Return the network in DOT: nodes are `n0`, `n1` …, so no name can become syntax."""
    found, say = network(result), speaker(lang)
    ids = node_ids(found)
    lines = ["digraph case {", "  rankdir=LR;"]
    lines.extend(
        f"  {ids[n.id]} [label={_quoted(node_label(n, lang, say))}, shape={SHAPES[n.kind]}];"
        for n in found.nodes
    )
    lines.extend(
        f"  {ids[e.from_]} -> {ids[e.to]} [label={_quoted(edge_label(e, say))}, style={STYLES[e.kind]}];"
        for e in found.edges
    )
    return "\n".join([*lines, "}", ""]).encode()


def _quoted(text: str) -> str:
    """Quote for DOT. A text in angle brackets is kept from being read as HTML by programs that drop the quotes."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'" {quoted}"' if quoted.startswith("<") else f'"{quoted}"'


NOTATION = Notation(render=dot, media_type="text/vnd.graphviz", suffix=".dot")

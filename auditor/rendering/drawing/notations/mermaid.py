"""Mermaid, which Markdown pages draw: every character of a name that could be syntax is written by its number."""

from __future__ import annotations

from typing import Final

from auditor.model.result.document import Result
from auditor.rendering.drawing.labels import edge_label, node_ids, node_label
from auditor.rendering.drawing.network import network
from auditor.rendering.drawing.notation import Notation
from auditor.rendering.words import speaker

#: Characters a Mermaid label may hold as they are; the others are written by their number.
PLAIN: Final = frozenset(" .,-")


def mermaid(result: Result, lang: str) -> bytes:
    """Return the network as a Mermaid flowchart."""
    found, say = network(result), speaker(lang)
    ids = node_ids(found)
    lines = ["flowchart LR"]
    lines.extend(f'  {ids[n.id]}["{_plain(node_label(n, lang, say))}"]' for n in found.nodes)
    for edge in found.edges:
        arrow = "-->" if edge.kind == "flow" else "-.->"
        lines.append(f'  {ids[edge.from_]} {arrow}|"{_plain(edge_label(edge, say))}"| {ids[edge.to]}')
    return "\n".join([*lines, ""]).encode()


def _plain(text: str) -> str:
    return "".join(c if c.isalnum() or c in PLAIN else f"#{ord(c)};" for c in text)


NOTATION = Notation(render=mermaid, media_type="text/vnd.mermaid", suffix=".mmd")

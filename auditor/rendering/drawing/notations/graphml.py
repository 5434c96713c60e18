"""GraphML, for programs that analyse networks."""

from __future__ import annotations

from html import escape

from auditor.model.result.document import Result
from auditor.rendering.drawing.labels import node_ids, node_label
from auditor.rendering.drawing.network import network
from auditor.rendering.drawing.notation import Notation
from auditor.rendering.words import printable, speaker


def graphml(result: Result, lang: str) -> bytes:
    """Return the network as GraphML, each field as a key of its own."""
    found, say = network(result), speaker(lang)
    node_keys, edge_keys = (
        ("id", "kind", "label", "country"),
        ("kind", "flow", "number", "transport", "content", "known"),
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ]
    for domain, keys in (("node", node_keys), ("edge", edge_keys)):
        lines.extend(
            f'  <key id="{domain}-{key}" for="{domain}" attr.name="{key}" attr.type="string"/>'
            for key in keys
        )
    lines.append('  <graph id="case" edgedefault="directed">')
    ids = node_ids(found)
    for node in found.nodes:
        values = {
            "id": node.id,
            "kind": node.kind,
            "label": node_label(node, lang, say),
            "country": node.country,
        }
        lines.append(f'    <node id="{ids[node.id]}">{_data("node", values)}</node>')
    for edge in found.edges:
        values = {key: str(getattr(edge, key) or "") for key in edge_keys}
        lines.append(
            f'    <edge source="{ids[edge.from_]}" target="{ids[edge.to]}">{_data("edge", values)}</edge>'
        )
    return "\n".join([*lines, "  </graph>", "</graphml>", ""]).encode()


def _data(domain: str, values: dict[str, str]) -> str:
    return "".join(
        f'<data key="{domain}-{key}">{escape(printable(value))}</data>'
        for key, value in values.items()
        if value
    )


NOTATION = Notation(render=graphml, media_type="application/xml", suffix=".graphml")

"""A network in the notations of other drawing programs: DOT, Mermaid, GraphML. Names are data there, never syntax."""

from __future__ import annotations

from html import escape
from typing import Final

from auditor.rendering.drawing.network import Edge, Network, Node
from auditor.rendering.words import Say, pick, printable
from auditor.text import drawing as drawing_texts
from auditor.text import parties as party_texts

SHAPES: Final = {"people": "ellipse", "organisation": "box", "host": "box3d", "unknown": "plaintext"}
STYLES: Final = {
    "flow": "solid",
    "operates": "dotted",
    "runs-on": "dotted",
    "control": "dashed",
    "possible-control": "dashed",
}
#: Characters a Mermaid label may hold as they are; the others are written by their number.
PLAIN: Final = frozenset(" .,-")


def dot(network: Network, lang: str, say: Say) -> str:
    """Give the network in DOT: nodes are `n0`, `n1` …, so no name can become syntax."""
    ids = _ids(network)
    lines = ["digraph case {", "  rankdir=LR;"]
    lines.extend(
        f"  {ids[n.id]} [label={_dot(_label(n, lang, say))}, shape={SHAPES[n.kind]}];" for n in network.nodes
    )
    lines.extend(
        f"  {ids[e.from_]} -> {ids[e.to]} [label={_dot(_told(e, say))}, style={STYLES[e.kind]}];"
        for e in network.edges
    )
    return "\n".join([*lines, "}", ""])


def mermaid(network: Network, lang: str, say: Say) -> str:
    """Give the network as a Mermaid flowchart."""
    ids = _ids(network)
    lines = ["flowchart LR"]
    lines.extend(f'  {ids[n.id]}["{_mermaid(_label(n, lang, say))}"]' for n in network.nodes)
    for edge in network.edges:
        arrow = "-->" if edge.kind == "flow" else "-.->"
        lines.append(f'  {ids[edge.from_]} {arrow}|"{_mermaid(_told(edge, say))}"| {ids[edge.to]}')
    return "\n".join([*lines, ""])


def graphml(network: Network, lang: str, say: Say) -> str:
    """Give the network as GraphML, each field as a key of its own."""
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
    ids = _ids(network)
    for node in network.nodes:
        values = {"id": node.id, "kind": node.kind, "label": _label(node, lang, say), "country": node.country}
        lines.append(f'    <node id="{ids[node.id]}">{_data("node", values)}</node>')
    for edge in network.edges:
        values = {key: str(getattr(edge, key) or "") for key in edge_keys}
        lines.append(
            f'    <edge source="{ids[edge.from_]}" target="{ids[edge.to]}">{_data("edge", values)}</edge>'
        )
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _data(domain: str, values: dict[str, str]) -> str:
    return "".join(
        f'<data key="{domain}-{key}">{escape(printable(value))}</data>'
        for key, value in values.items()
        if value
    )


def _ids(network: Network) -> dict[str, str]:
    return {node.id: f"n{number}" for number, node in enumerate(network.nodes)}


def _label(node: Node, lang: str, say: Say) -> str:
    name = printable(pick(node.label, lang)).replace("\n", " ")
    country = say(party_texts.COUNTRY_UNKNOWN) if node.country == "unknown" else node.country
    return f"{name} ({country})" if country else name


def _told(edge: Edge, say: Say) -> str:
    if edge.kind == "flow":
        return f"{edge.number} · {say.word(edge.transport)}"
    return say(drawing_texts.LINKS[edge.kind])


def _dot(text: str) -> str:
    """Quote for DOT. A text in angle brackets is kept from being read as HTML by programs that drop the quotes."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'" {quoted}"' if quoted.startswith("<") else f'"{quoted}"'


def _mermaid(text: str) -> str:
    return "".join(c if c.isalnum() or c in PLAIN else f"#{ord(c)};" for c in text)

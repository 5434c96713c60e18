"""What nodes and edges of a network are called in the notations of other programs."""

from __future__ import annotations

from auditor.rendering.drawing.network import Edge, Network, Node
from auditor.rendering.words import Say, pick, printable
from auditor.text import drawing as drawing_texts
from auditor.text import parties as party_texts


def node_ids(network: Network) -> dict[str, str]:
    """Return a name of ours for each node, so that no name of a stranger can become syntax."""
    return {node.id: f"n{number}" for number, node in enumerate(network.nodes)}


def node_label(node: Node, lang: str, say: Say) -> str:
    """Return the name of a node on one line, with the country of whoever operates it."""
    name = printable(pick(node.label, lang)).replace("\n", " ")
    country = say(party_texts.COUNTRY_UNKNOWN) if node.country == "unknown" else node.country
    return f"{name} ({country})" if country else name


def edge_label(edge: Edge, say: Say) -> str:
    """Return the number and the protection of a flow, or what else ties two nodes."""
    if edge.kind == "flow":
        return f"{edge.number} · {say.word(edge.transport)}"
    return say(drawing_texts.LINKS[edge.kind])

"""The network of a case for other programs: a copy that callers may change, with plain values on nodes and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from auditor.graph.estate import build
from auditor.text.names import Names

if TYPE_CHECKING:
    import networkx as nx

    from auditor.graph.estate import Estate
    from auditor.model.materials import Materials

    Network: TypeAlias = nx.MultiDiGraph[str]


def network(materials: Materials) -> Network:
    """Return the people, organisations and hosts of a case, and what ties them on its date, each tie with its `kind`."""
    import networkx as nx

    estate = build(materials)
    names = Names(materials.case, materials.as_of, materials.knowledge.sources, materials.knowledge.countries)
    found: Network = nx.MultiDiGraph()
    for node, about in estate.graph.nodes(data=True):
        name = names.full(node)
        found.add_node(node, kind=about.get("kind", "unknown"), name_en=name.en, name_fr=name.fr)
    for start, end, key, about in estate.graph.edges(keys=True, data=True):
        found.add_edge(start, end, key, **_plain(estate, about))
    return found


def _plain(estate: Estate, about: dict[str, Any]) -> dict[str, Any]:
    """Return the kind of an edge, and of a step of a flow its flow, its activity and the categories it carries."""
    plain = {"kind": about["kind"]}
    hop = about.get("hop")
    if hop is None:
        return plain
    return {
        **plain,
        "flow": hop.route.removeprefix("flows."),
        "activity": hop.activity,
        "data": list(estate.hop_categories(hop)),
    }

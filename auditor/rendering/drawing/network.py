"""The whole network of a case for other programs: everything as nodes and edges, nothing left out, nothing placed."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.tables import FlowLine
from auditor.model.vocabulary import UNSETTLED
from auditor.text.grammar import both


class Node(Struct, frozen=True):
    """People, an organisation or a host; `country` is that of whoever operates it."""

    id: str
    kind: Literal["people", "organisation", "host", "unknown"]
    label: Bilingual
    country: str = ""


class Edge(Struct, frozen=True):
    """A hop of a flow, with its number in the flow table; or who operates a host, what it runs on, who controls whom."""

    kind: Literal["flow", "operates", "runs-on", "control", "possible-control"]
    from_: str = field(name="from")
    to: str
    flow: str = ""
    number: int = 0
    transport: str = ""
    content: str = ""
    known: str = ""


class Network(Struct, frozen=True):
    """`auditor.graph/1`."""

    schema: Literal["auditor.graph/1"]
    case: str
    as_of: str
    nodes: list[Node]
    edges: list[Edge]


def network(result: Result) -> Network:
    """Give the network of `result`, everything sorted."""
    edges = [edge for flow in result.flows for edge in _hops(flow)]
    for place in result.places:
        if place.kind == "host" and place.operator and place.operator not in UNSETTLED:
            edges.append(Edge("operates", place.operator, place.id))
        if place.runs_on and place.runs_on not in (*UNSETTLED, "none"):
            edges.append(Edge("runs-on", place.id, place.runs_on))
    control: dict[tuple[str, str], Edge] = {}
    for line in result.control:
        for controller in line.controllers:
            for link in controller.chain:
                kind: Literal["control", "possible-control"] = (
                    "control" if controller.certain else "possible-control"
                )
                if controller.certain or (link.owner, link.of) not in control:
                    control[link.owner, link.of] = Edge(kind, link.owner, link.of, known=link.known)
    edges.extend(control[key] for key in sorted(control))
    places = {place.id: place for place in result.places}
    countries = {line.organisation: line.country for line in result.control}
    names = sorted({end for edge in edges for end in (edge.from_, edge.to)} | places.keys())
    nodes = []
    for name in names:
        label = result.names.get(name, both(name))
        if name in places:
            nodes.append(Node(name, places[name].kind, label, places[name].country))
        else:
            nodes.append(
                Node(name, "unknown" if name in UNSETTLED else "organisation", label, countries.get(name, ""))
            )
    return Network(
        schema="auditor.graph/1", case=result.case.id, as_of=result.as_of, nodes=nodes, edges=edges
    )


def _hops(flow: FlowLine) -> list[Edge]:
    pairs: dict[tuple[str, str], None] = {}
    for start in flow.from_.split(", "):
        for end in flow.to:
            pairs.update(dict.fromkeys(pairwise([start, *flow.through, end])))
    return [
        Edge(
            kind="flow",
            from_=a,
            to=b,
            flow=flow.id,
            number=flow.number,
            transport=flow.transport,
            content=flow.content,
            known=flow.known,
        )
        for a, b in pairs
        if a != b
    ]

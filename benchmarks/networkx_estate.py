"""What an afternoon gives: a YAML case as a networkx graph, and two rules: plaintext hops, and hosts under foreign control."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import networkx as nx
import yaml

AT_HOME = "FR"


def main() -> None:
    """Print each finding of both rules."""
    case: dict[str, Any] = yaml.load(Path(sys.argv[1]).read_bytes(), Loader=yaml.CSafeLoader)  # noqa: TID251  read as anybody would
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, flow in case["flows"].items():
        graph.add_edge(flow["from"], flow["to"], name, transport=flow["transport"])
    control: nx.DiGraph[str] = nx.DiGraph()
    for name, organisation in case["organisations"].items():
        control.add_node(name, country=organisation["country"])
        if organisation["parent"] != "none":
            control.add_edge(name, organisation["parent"])
    for source, target, name, transport in graph.edges(keys=True, data="transport"):
        if transport == "none":
            print("plaintext", name, source, target)
    for name, host in case["hosts"].items():
        above = {host["operator"], *nx.descendants(control, host["operator"])}
        if any(control.nodes[owner]["country"] != AT_HOME for owner in above):
            print("foreign control", name)


if __name__ == "__main__":
    main()

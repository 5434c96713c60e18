"""What a case may ask of the graph: limits that no real case comes near, and that keep a small file from taking all memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from auditor.errors import UsageRefused
from auditor.text.problems.limits import LONG_CHAIN, POSSIBLE_WAYS, SHORTEN_CHAIN, STATE_ENDS

#: How many holders may stand one above the other.
MOST_LEVELS: Final = 450
#: How many ways may be possible for want of ends that somebody stated, in a case of few flows; in one of more, one a flow.
MOST_WAYS: Final = 5_000


def refuse_deep(links: Iterable[tuple[str, str]]) -> None:
    """Raise UsageRefused where holders stand on each other in more than `MOST_LEVELS` levels, those in a circle on one.

    `links` are holders with what they hold.
    """
    links = [*links]
    if len(links) <= MOST_LEVELS:
        return
    import networkx as nx

    levels = nx.dag_longest_path_length(nx.condensation(nx.DiGraph(links)))
    if levels > MOST_LEVELS:
        raise UsageRefused(LONG_CHAIN(limit=MOST_LEVELS, levels=levels), SHORTEN_CHAIN())


def refuse_many(ways: int, flows: int) -> None:
    """Raise UsageRefused where `ways` are more than a case of so many flows may leave possible."""
    limit = max(MOST_WAYS, flows)
    if ways > limit:
        raise UsageRefused(POSSIBLE_WAYS(limit=limit), STATE_ENDS())

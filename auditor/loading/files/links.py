"""Entries of lists get names from their ends, so that every fact has an address whatever the order of files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Final

from auditor.errors import Problem
from auditor.loading.files.document import Document, Route
from auditor.text import problems as words

Placed = tuple[Document, Route, dict[str, Any]]


def _owner(entry: dict[str, Any]) -> str:
    return f"{entry['owner']}>{entry['of']}"


def _between(entry: dict[str, Any]) -> str:
    return ">".join(entry["between"])


def kind_of(entry: dict[str, Any]) -> str:
    """Give the kind of an entry as written, else what its numbers say it is."""
    return str(entry.get("kind") or entry.get("is") or ("votes" if "votes" in entry else "shares"))


def _field(name: str) -> Callable[[dict[str, Any]], str]:
    return lambda entry: str(entry.get(name, ""))


#: How an entry of each list is named.
ENDS: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    "ownership": _owner,
    "agreements": _between,
    "replies": lambda entry: str(entry["by"]),
}
#: What tells apart those with the same ends, one after the other.
APART: Final[dict[str, tuple[Callable[[dict[str, Any]], str], ...]]] = {
    "ownership": (kind_of, _field("since")),
    "agreements": (kind_of, _field("since")),
    "replies": (_field("date"), _field("source")),
}


def named_links(links: Iterable[Placed], section: str) -> tuple[dict[str, Placed], list[Problem]]:
    """Give the entries by name (`amazon>aws-emea`, `a>b~scc` where two share their ends) and those declared twice."""
    groups: dict[str, list[Placed]] = defaultdict(list)
    for placed in links:
        groups[ENDS[section](placed[2])].append(placed)
    for apart in APART[section]:
        finer: dict[str, list[Placed]] = defaultdict(list)
        for name, group in groups.items():
            for placed in group:
                finer[name if len(group) == 1 else f"{name}~{apart(placed[2])}"].append(placed)
        groups = finer
    problems = [
        group[-1][0].problem(
            group[-1][1],
            words.shape.DECLARED_TWICE(name=name),
            words.hints.FIRST_IN(place=where(*group[0][:2])),
        )
        for name, group in groups.items()
        if len(group) > 1
    ]
    return {name: group[0] for name, group in sorted(groups.items())}, problems


def where(document: Document, route: Route) -> str:
    """Give `file:line:column` of what stands at `route`."""
    line, column = document.locate(route, key=True)
    return f"{document.path}:{line}:{column}"

"""What must hold of domains and of the pieces that pages take in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.errors import Problem
from auditor.loading.knowledge.entry import PlacedEntry, references
from auditor.model.law import Knowledge
from auditor.model.scalars import ID_PATTERN


def domain(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a domain."""
    yield from references(held, ("organisation", "elsewhere", "was"), known, frozenset())
    if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]+", held.key):
        yield held.problem(f"not a domain: {held.key}", "lower case, without scheme and path", key=True)
    if not held.entry["roles"]:
        yield held.problem("roles are missing", key=True)
    for host in held.entry.get("hosts", {}):
        name = host.partition("/")[0]
        if name != held.key and not name.endswith(f".{held.key}"):
            yield held.problem(f"{host} is not below {held.key}", "", "hosts", host, key=True)


def widget(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a piece of pages."""
    entry = held.entry
    yield from references(held, ("organisation",), known, frozenset({"own", "unknown"}))
    if not isinstance(entry["name"], dict) or not entry["name"].get("fr") or not entry["name"].get("en"):
        yield held.problem("a name in French and in English", "name: {fr: …, en: …}", "name")
    if not re.match(ID_PATTERN, entry["kind"]):
        yield held.problem(f"not a kind: {entry['kind']}", "", "kind")
    if "request" not in entry["load"]:
        yield held.problem(
            "whatever is fetched sends a request: load must name it", "load: [request]", "load"
        )
    for number, host in enumerate(entry.get("via", [])):
        yield from _betrays(held, number, host, known)


def _betrays(held: PlacedEntry, number: int, host: str, known: Knowledge) -> Iterator[Problem]:
    who, name = held.entry["organisation"], host.partition("/")[0]
    if who in ("own", "unknown") or name.endswith(".js") or not known.domains:
        return
    labels = name.split(".")
    above = (".".join(labels[start:]) for start in range(len(labels)))
    domain = next((known.domains[d] for d in above if d in known.domains), None)
    if domain is None:
        if not held.entry.get("until"):
            yield held.problem(f"{host}: nobody is said to answer for this domain", "", "via", number)
        return
    answering = {domain.organisation, domain.elsewhere, domain.was}
    if who not in answering and not answering & _kin(who, known):
        yield held.problem(f"{host} is of {domain.organisation}, the widget of {who}", "", "via", number)


def _kin(organisation: str, known: Knowledge) -> set[str]:
    """Give who holds `organisation` or whom it holds, as far as one link goes."""
    return {
        x
        for link in known.ownership.values()
        if organisation in (link.owner, link.of)
        for x in (link.owner, link.of)
    }

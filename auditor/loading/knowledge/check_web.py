"""What must hold of domains and of the pieces that pages take in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.errors import Problem
from auditor.loading.knowledge.entry import PlacedEntry, references
from auditor.model.brands import suffixes
from auditor.model.law import Knowledge
from auditor.model.scalars import ID_PATTERN
from auditor.text.problems import knowledge as words


def domain(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a domain."""
    yield from references(held, ("organisation", "elsewhere", "was"), known, frozenset())
    if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]+", held.key):
        yield held.problem(words.NOT_A_DOMAIN(name=held.key), hint=words.DOMAIN_HINT(), key=True)
    if not held.entry["roles"]:
        yield held.problem(words.NO_ROLES(), key=True)
    for host in held.entry.get("hosts", {}):
        name = host.partition("/")[0]
        if name != held.key and not name.endswith(f".{held.key}"):
            yield held.problem(words.NOT_BELOW(host=host, domain=held.key), "hosts", host, key=True)


def widget(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a piece of pages."""
    entry = held.entry
    yield from references(held, ("organisation",), known, frozenset({"own", "unknown"}))
    if not isinstance(entry["name"], dict) or not entry["name"].get("fr") or not entry["name"].get("en"):
        yield held.problem(words.TWO_NAMES(), "name", hint=words.TWO_NAMES_HINT())
    if not re.match(ID_PATTERN, entry["kind"]):
        yield held.problem(words.NOT_A_KIND(kind=entry["kind"]), "kind")
    if "request" not in entry["load"]:
        yield held.problem(words.SENDS_REQUEST(), "load", hint=words.LOAD_HINT())
    for number, host in enumerate(entry.get("via", [])):
        yield from _betrays(held, number, host, known)


def product(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a service that people know by name."""
    yield from references(held, ("organisation", "elsewhere"), known, frozenset())
    if not held.entry["names"]:
        yield held.problem(words.NO_NAMES(), key=True)


def _betrays(held: PlacedEntry, number: int, host: str, known: Knowledge) -> Iterator[Problem]:
    who, name = held.entry["organisation"], host.partition("/")[0]
    if who in ("own", "unknown") or name.endswith(".js") or not known.domains:
        return
    domain = next((known.domains[each] for each in suffixes(name) if each in known.domains), None)
    if domain is None:
        if not held.entry.get("until"):
            yield held.problem(words.NOBODY_ANSWERS(host=host), "via", number)
        return
    answering = {domain.organisation, domain.elsewhere, domain.was}
    if who not in answering and not answering & _kin(who, known):
        message = words.WIDGET_OF(host=host, owner=domain.organisation, who=who)
        yield held.problem(message, "via", number)


def _kin(organisation: str, known: Knowledge) -> set[str]:
    """Give who holds `organisation` or whom it holds, as far as one link goes."""
    return {
        x
        for link in known.ownership.values()
        if organisation in (link.owner, link.of)
        for x in (link.owner, link.of)
    }

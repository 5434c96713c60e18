"""What must hold of the knowledge base beyond its types: every broken rule, with its place.

The status of a fact follows from its source, dates from each other, numbers from their check digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from auditor.errors import Problem
from auditor.loading.knowledge.check_law import adequacy, instrument, period, text
from auditor.loading.knowledge.check_ownership import (
    circles,
    identity,
    link,
    organisation,
    participation,
    qualified,
    sums,
    taken,
    twice,
)
from auditor.loading.knowledge.check_web import domain, product, widget
from auditor.loading.knowledge.entry import HEARSAY, VOUCHING, PlacedEntry, dates, record
from auditor.model.law import Knowledge
from auditor.text.problems import knowledge as words
from auditor.text.problems.suggestion import allowed

#: Sections whose entries rest on a source, and may thus be verified, secondary or unverified.
SOURCED: Final = frozenset({"organisations", "ownership", "dpf", "domains", "widgets", "products"})


def broken(layer: Sequence[PlacedEntry], known: Knowledge) -> Iterator[Problem]:
    """Give every rule that an entry of `layer` breaks, once it is part of all that is `known`."""
    names, numbers = taken(known)
    for held in layer:
        yield from dates(held)
        if held.section in SOURCED:
            yield from record(held, held.entry, known)
        yield from RULES.get(held.section, _nothing)(held, known)
        if held.section == "organisations":
            yield from identity(held, names, numbers)
    yield from twice(layer)
    yield from sums(layer, known)
    yield from circles(layer, known)
    yield from qualified(layer, known)


def unused(layer: Sequence[PlacedEntry], known: Knowledge) -> Iterator[Problem]:
    """Give every source of `layer` on which nothing that is `known` rests."""
    used = {"none"}
    for name in sorted(SOURCED):
        for entries in getattr(known, name).values():
            for resting in entries if isinstance(entries, list) else [entries]:
                used.update((resting.source, *resting.also))
    for entry in known.organisations.values():
        for paper in entry.certified if isinstance(entry.certified, list) else ():
            used.update((paper.source, *paper.also))
    used.update(step.source for text in known.law.values() for step in text.history)
    for held in layer:
        if held.section == "sources" and held.key not in used:
            yield held.problem(words.UNUSED_SOURCE(name=held.key), key=True)


def _nothing(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    del held, known
    yield from ()


def source(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a source."""
    del known
    entry = held.entry
    for name in ("title", "publisher"):
        if not entry.get(name):
            yield held.problem(words.MISSING(field=name), key=True)
    kind, date, url = entry.get("kind", ""), entry.get("date", ""), entry.get("url", "")
    if kind not in VOUCHING | HEARSAY:
        hint = allowed(kind, tuple(sorted(VOUCHING | HEARSAY)))
        yield held.problem(words.SOURCE_KIND(kind=kind), "kind", hint=hint)
    if not date and held.key != "none":
        yield held.problem(words.MISSING(field="date"), hint=words.SOURCE_DATE(), key=True)
    if url and not url.startswith(("https://", "http://")):
        yield held.problem(words.NOT_A_WEB_ADDRESS(text=url), "url")


RULES: Final = {
    "sources": source,
    "organisations": organisation,
    "ownership": link,
    "dpf": participation,
    "instruments": instrument,
    "adequacy": adequacy,
    "problematic": period,
    "bridges": period,
    "law": text,
    "domains": domain,
    "widgets": widget,
    "products": product,
}

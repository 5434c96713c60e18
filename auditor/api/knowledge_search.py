"""A search of the knowledge base by names of today and before, brands, products, numbers and domains."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from auditor.api.knowledge import whole
from auditor.api.knowledge_names import SECTIONS, name_of, said
from auditor.api.read import day_of
from auditor.errors import UsageRefused
from auditor.model.knowledge_entry import Hit
from auditor.model.law import Knowledge
from auditor.rendering.knowledge import render_hits
from auditor.text.problems import usage as words
from auditor.text.problems.references import near_entries
from auditor.text.problems.suggestion import suggestion

#: How well words match: equal, at the beginning, somewhere inside, each somewhere among the names.
EQUAL, BEGINNING, INSIDE, APART = range(4)


def search(text: str, *, day: str, own: Sequence[Path], form: str, lang: str) -> bytes:
    """Give what bears `text` in its id, names, brands, products, numbers or domains, whatever case and accents; the closest first.

    Where nothing does, the text says which names are near. Raises UsageRefused for no text at all.
    """
    wanted = folded(text)
    if not wanted:
        raise UsageRefused(words.SEARCH_WHAT(), words.EXAMPLE(command="auditor knowledge search amazon"))
    known = whole(own)
    date = day_of(day) or known.as_of
    products = _products(known)
    ranked = []
    for place, section in enumerate(SECTIONS):
        for name in getattr(known, section):
            best = _best(wanted, _told(known, section, name, products=products))
            if best is not None:
                hit = Hit(section, name, name_of(known, section, name, date), best[1])
                ranked.append((best[0], place, name, hit))
    hits = [hit for *_, hit in sorted(ranked, key=lambda row: row[:3])]
    near = None
    if not hits:
        named = [(section, getattr(known, section)) for section in SECTIONS]
        near = suggestion(text, near_entries([*named, ("products", _by_name(known))]))
    return render_hits(hits, form, lang, near)


def _products(known: Knowledge) -> dict[str, list[str]]:
    """Give, by organisation, the names of the services for which it answers."""
    found: dict[str, list[str]] = {}
    for product in known.products.values():
        for organisation in (product.organisation, product.elsewhere):
            found.setdefault(organisation, []).extend(product.names)
    return found


def _by_name(known: Knowledge) -> dict[str, str]:
    return {name: name for product in known.products.values() for name in product.names}


def _best(wanted: str, names: Iterator[str]) -> tuple[int, str] | None:
    """Give how well the names of an entry match, and the one that matches best."""
    told = list(names)
    matches = [(rank, name) for name in told if (rank := _rank(wanted, folded(name))) is not None]
    if matches:
        return min(matches, key=lambda match: match[0])
    words_of = folded(" ".join(told))
    apart = wanted.split()
    return (APART, told[0]) if len(apart) > 1 and all(word in words_of for word in apart) else None


def folded(text: str) -> str:
    """Give `text` without case and accents, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def _rank(wanted: str, told: str) -> int | None:
    if wanted not in told:
        return None
    return EQUAL if wanted == told else BEGINNING if told.startswith(wanted) else INSIDE


def _told(known: Knowledge, section: str, name: str, *, products: dict[str, list[str]]) -> Iterator[str]:
    """Give the words by which an entry is found."""
    entry = getattr(known, section)[name]
    yield name
    if section == "organisations":
        yield said(entry, name)
        yield from _both(entry.title)
        yield from (former.name for former in entry.former)
        yield from entry.ids.values()
        yield from products.get(name, ())
        yield from (
            (paper.offer for paper in entry.certified if paper.offer)
            if isinstance(entry.certified, list)
            else ()
        )
        yield from (
            domain
            for domain, held in known.domains.items()
            if name in (held.organisation, held.elsewhere, held.was)
        )
    elif section == "countries":
        yield from _both(entry)
    elif section == "products":
        yield from entry.names
    elif section == "domains":
        yield from entry.hosts
    else:
        for field in ("title", "short", "name", "cite", "id", "decision", "reference", "celex"):
            yield from _both(getattr(entry, field, ""))


def _both(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else (text.fr, text.en)

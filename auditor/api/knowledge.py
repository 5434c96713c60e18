"""The knowledge base to look into: an entry with what hangs together with it, a search, a check of own additions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import to_builtins
from msgspec.structs import replace

from auditor.api.knowledge_names import SECTIONS, called, name_of
from auditor.api.read import day_of, knowledge_with
from auditor.errors import Problem, Refused, UsageRefused
from auditor.graph.holdings import HALF, bounds
from auditor.judging.sources import source_line
from auditor.loading.files.folder import shipped, yaml_files
from auditor.loading.knowledge.brands import load_brands
from auditor.loading.knowledge.layers import add_knowledge
from auditor.model.brands import KnownBrand, attribute
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.dates import holds
from auditor.model.knowledge_entry import Counted, HoldingStep, KnowledgeEntry
from auditor.model.law import Knowledge
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN
from auditor.rendering.knowledge import render_counts, render_entries
from auditor.text.brands import known_as
from auditor.text.problems import usage as words
from auditor.text.problems.references import near_entries
from auditor.text.problems.suggestion import suggestion

#: Sections whose entries an organisation answers for.
ANSWERED: Final = ("domains", "widgets", "products")


def show(names: Sequence[str], *, day: str, own: Sequence[Path], form: str, lang: str) -> bytes:
    """Give every entry with one of the ids `names`, in whatever section, on `day`; of a host, who is behind it.

    That is our domain above it, else the brand that a public list knows it as. Raises UsageRefused for a name that is neither.
    """
    if not names:
        raise UsageRefused(words.SHOW_WHAT(), words.EXAMPLE(command="auditor knowledge show aws-emea"))
    known = whole(own)
    date = day_of(day) or known.as_of
    found = [entry for name in names for entry in _entries(known, name, date)]
    return render_entries(found, form, lang)


def check(paths: Sequence[Path], *, form: str, lang: str) -> bytes:
    """Check own additions, or without `paths` the base itself, and count what they hold. Raises Refused, NothingToCheck."""
    if not paths:
        files = [*shipped("knowledge"), *shipped("knowledge/web")]
        return render_counts(_counts(add_knowledge(Knowledge(), files, whole=True)[0]), form, lang)
    known = whole(())
    problems: list[Problem] = []
    for path in paths:
        try:
            known, _ = add_knowledge(known, yaml_files([path]), whole=True)
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(problems)
    return render_counts(_counts(known), form, lang)


def whole(own: Sequence[Path]) -> Knowledge:
    """Give the knowledge base with its domains and widgets, and `own` laid over it. Raises Refused."""
    known, _, _ = knowledge_with([yaml_files([path]) for path in own], web=True)
    return known


def _entries(known: Knowledge, name: str, date: str) -> list[KnowledgeEntry]:
    sections = [section for section in SECTIONS if name in getattr(known, section)]
    if sections:
        return [_entry(known, section, name, date) for section in sections]
    host = host_of(name)
    found = attribute(host.partition("/")[0], known.domains, load_brands)
    if found is None:
        sections = ["domains"] if "." in host else list(SECTIONS)
        near = near_entries([(section, getattr(known, section)) for section in sections])
        hint = suggestion(name, near)
        raise UsageRefused(words.NOTHING_KNOWN(name=name), hint or words.SEARCH_HINT())
    entries = []
    if found.entry is not None:
        own = _entry(known, "domains", found.domain, date)
        entries.append(replace(own, asked=name, roles=list(found.entry.serves(host)), layer="organisations"))
    if found.brand is not None:
        entries.append(_brand(known, found.brand, name, date))
    return entries


def _brand(known: Knowledge, brand: KnownBrand, asked: str, date: str) -> KnowledgeEntry:
    """Give a brand as an entry: a name at a domain, without a country, a holder or anybody who answers."""
    who = brand.organisation
    named = known_as(brand, called(known.organisations[who], who, date) if who else "")
    facts = {"source": brand.source, "as_of": brand.as_of, "status": brand.status}
    return KnowledgeEntry(
        section="brands",
        id=brand.domain,
        name=named,
        country="",
        date=date,
        facts=facts,
        above=[],
        below=[],
        related={"organisations": [who]} if who else {},
        sources=[],
        asked=asked,
        roles=list(brand.roles),
        layer="brands",
    )


def _entry(known: Knowledge, section: str, name: str, date: str) -> KnowledgeEntry:
    entry = getattr(known, section)[name]
    facts = _country(known, name) if section == "countries" else to_builtins(entry)
    if section == "organisations" and name in known.dpf:
        facts["dpf"] = to_builtins(known.dpf[name])
    above: list[HoldingStep] = []
    below: list[HoldingStep] = []
    who = name if section == "organisations" else getattr(entry, "organisation", "")
    if who in known.organisations and section in ("organisations", *ANSWERED):
        above = _chain(known, who, date, upwards=True)
    if section == "organisations":
        below = _chain(known, name, date, upwards=False)
    sources = {*_sources(facts), *(link.source for link in (*above, *below))}
    return KnowledgeEntry(
        section=section,
        id=name,
        name=name_of(known, section, name, date),
        country=_where(known.organisations[who], date) if who in known.organisations else "",
        date=date,
        facts=facts,
        above=above,
        below=below,
        related=_related(known, section, name),
        answers=called(known.organisations[who], who, date)
        if section in ANSWERED and who in known.organisations
        else "",
        sources=[source_line(name, known.sources[name]) for name in sorted(sources) if name in known.sources],
    )


def host_of(text: str) -> str:
    """Give `text` as a host with its path, without protocol, port, user and query, in lower case up to the path."""
    bare = text.partition("://")[2] or text
    place, slash, path = bare.partition("?")[0].partition("/")
    return place.rpartition("@")[2].partition(":")[0].strip(".").lower() + slash + path


def _where(entry: Organisation, date: str) -> str:
    """Give the country under whose law an organisation exists on `date`."""
    if isinstance(entry.country, list):
        return next((row.value for row in entry.country if holds(row.since, row.until, date)), UNKNOWN)
    return str(plain(entry.country))


def _country(known: Knowledge, code: str) -> dict[str, str]:
    tables = {"eu": known.eu, "eea": known.eea, "left": known.left, "parts": known.parts}
    return {name: table[code] for name, table in tables.items() if code in table}


def _chain(known: Knowledge, name: str, date: str, *, upwards: bool) -> list[HoldingStep]:
    """Return the holdings above or below an organisation on `date`, nearest first; each organisation is followed once."""
    found: list[HoldingStep] = []
    seen = {name}
    todo = [(name, 1)]
    while todo:
        current, depth = todo.pop(0)
        for _, link in sorted(known.ownership.items()):
            here, there = (link.of, link.owner) if upwards else (link.owner, link.of)
            if here == current and holds(link.since, link.until, date):
                found.append(_held(known, link, depth, date))
                if there not in seen:
                    seen.add(there)
                    todo.append((there, depth + 1))
    return found


def _held(known: Knowledge, link: Ownership, depth: int, date: str) -> HoldingStep:
    current, link = link, link.seen_on(date)
    plain = to_builtins(link)
    share = ", ".join(f"{field} {_percent(plain[field])}" for field in ("votes", "shares") if field in plain)
    people = known.organisations
    return HoldingStep(
        depth=depth,
        owner=link.owner,
        owner_name=called(people[link.owner], link.owner, date),
        of=link.of,
        of_name=called(people[link.of], link.of, date),
        kind=plain.get("kind", ""),
        share=share,
        since=link.since,
        until=link.until,
        as_of=link.as_of if link == current else known.sources[link.source].date,
        status=plain.get("status", ""),
        source=link.source,
    )


def _percent(value: Any) -> str:
    if isinstance(value, dict):
        return (
            f"{value.get('min', '0')}–{value.get('max', '100')} %"
            if "value" not in value
            else f"{value['value']} %"
        )
    return f"{value} %" if value.replace(".", "", 1).isdigit() else value


def _sources(facts: Any) -> Iterator[str]:
    if isinstance(facts, dict):
        for field, part in facts.items():
            if field == "source" and isinstance(part, str):
                yield part
            elif field == "also" and isinstance(part, list):
                yield from part
            else:
                yield from _sources(part)
    elif isinstance(facts, list):
        for item in facts:
            yield from _sources(item)


def _related(known: Knowledge, section: str, name: str) -> dict[str, list[str]]:
    """Give the entries of other sections that name this one."""
    naming: dict[str, tuple[str, ...]] = {
        "organisations": ("organisation", "elsewhere", "was"),
        "countries": ("country",),
        "sources": ("source",),
    }
    found: dict[str, list[str]] = {}
    if section in ANSWERED:
        entry = getattr(known, section)[name]
        named = (entry.organisation, getattr(entry, "elsewhere", ""), getattr(entry, "was", ""))
        found["organisations"] = [who for who in dict.fromkeys(named) if who in known.organisations]
    for field in naming.get(section, ()):
        for other in SECTIONS:
            for key, entry in getattr(known, other).items():
                if getattr(entry, field, None) == name:
                    found.setdefault(other, []).append(key)
    return {other: sorted(set(keys)) for other, keys in found.items()}


def _counts(known: Knowledge) -> list[Counted]:
    found = []
    for section in (*SECTIONS, "dpf"):
        entries = getattr(known, section)
        listed = [
            row for entry in entries.values() for row in (entry if isinstance(entry, list) else [entry])
        ]
        statuses = Counter(str(entry.status) for entry in listed if hasattr(entry, "status"))
        found.append(Counted(section, len(listed), dict(sorted(statuses.items()))))
    deciding = [link for link in known.ownership.values() if decides(link)]
    statuses = Counter(str(link.status) for link in deciding)
    shares = {status: round(100 * count / len(deciding)) for status, count in sorted(statuses.items())}
    found.append(Counted("deciding_links", len(deciding), dict(sorted(statuses.items())), shares))
    return found


def decides(link: Ownership) -> bool:
    """Tell whether a holding that runs today may decide who controls: it can be more than half, and is no licence or the like."""
    return link.until in ("", "unknown") and bounds(link)[1] > HALF

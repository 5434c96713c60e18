"""The knowledge base to look into: an entry with what hangs together with it, a search, a check of own additions."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import to_builtins

from auditor.api.read import day_of, knowledge_with
from auditor.errors import Problem, Refused, UsageRefused
from auditor.judging.sources import source_line
from auditor.loading.files.folder import shipped, yaml_files
from auditor.loading.knowledge.layers import add_knowledge
from auditor.model.bilingual import Bilingual
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.dates import holds, last_day
from auditor.model.knowledge_entry import Counted, Hit, HoldingStep, KnowledgeEntry
from auditor.model.law import Knowledge
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rendering.knowledge import render_counts, render_entries, render_hits
from auditor.text.grammar import bilingual, both
from auditor.text.problems import usage as words
from auditor.text.problems.references import near_entries
from auditor.text.problems.suggestion import suggestion

SECTIONS: Final = (
    "organisations",
    "ownership",
    "instruments",
    "adequacy",
    "law",
    "countries",
    "domains",
    "widgets",
    "sources",
)
#: How well words match: equal, at the beginning, somewhere inside.
EQUAL, BEGINNING, INSIDE = range(3)


def show(names: Sequence[str], *, day: str, own: Sequence[Path], form: str, lang: str) -> bytes:
    """Give every entry with one of the ids `names`, in whatever section, on `day`. Raises UsageRefused for an unknown id."""
    if not names:
        raise UsageRefused(words.SHOW_WHAT(), words.EXAMPLE(command="auditor knowledge show aws-emea"))
    known = whole(own)
    date = day_of(day) or known.as_of
    found = [entry for name in names for entry in _entries(known, name, date)]
    return render_entries(found, form, lang)


def search(text: str, *, day: str, own: Sequence[Path], form: str, lang: str) -> bytes:
    """Give what bears `text` in its id, names, numbers or domains, whatever case and accents; the closest first."""
    wanted = folded(text)
    if not wanted:
        raise UsageRefused(words.SEARCH_WHAT(), words.EXAMPLE(command="auditor knowledge search amazon"))
    known = whole(own)
    date = day_of(day) or known.as_of
    ranked = []
    for section in SECTIONS:
        for name, entry in getattr(known, section).items():
            matches = [
                (rank, told)
                for told in _told(known, section, name, entry)
                if (rank := _rank(wanted, folded(told))) is not None
            ]
            if matches:
                rank, told = min(matches, key=lambda match: match[0])
                ranked.append(
                    (
                        rank,
                        SECTIONS.index(section),
                        name,
                        Hit(section, name, _name(known, section, name, date), told),
                    )
                )
    return render_hits([hit for *_, hit in sorted(ranked, key=lambda row: row[:3])], form, lang)


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


def folded(text: str) -> str:
    """Give `text` without case and accents, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def _rank(wanted: str, told: str) -> int | None:
    if wanted not in told:
        return None
    return EQUAL if wanted == told else BEGINNING if told.startswith(wanted) else INSIDE


def _told(known: Knowledge, section: str, name: str, entry: Any) -> Iterator[str]:
    """Give the words by which an entry is found."""
    yield name
    if section == "organisations":
        yield _said(entry, name)
        yield from _both(entry.title)
        yield from (former.name for former in entry.former)
        yield from entry.ids.values()
        yield from (
            domain
            for domain, held in known.domains.items()
            if name in (held.organisation, held.elsewhere, held.was)
        )
    elif section == "countries":
        yield from _both(entry)
    else:
        for field in ("title", "short", "name", "cite", "id", "decision", "reference", "celex"):
            yield from _both(getattr(entry, field, ""))


def _both(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else (text.fr, text.en)


def _name(known: Knowledge, section: str, name: str, date: str) -> Bilingual:
    entry = getattr(known, section)[name]
    if section == "organisations":
        said = _called(entry, name, date)
        return both(said)
    if section == "countries":
        return bilingual(entry)
    title = next(
        (text for field in ("short", "name", "title", "decision") if (text := getattr(entry, field, ""))),
        name,
    )
    return bilingual(title)


def _called(entry: Organisation, name: str, date: str) -> str:
    for former in entry.former:
        if former.until not in ("", "unknown") and date <= last_day(former.until):
            return former.name
    return _said(entry, name)


def _said(entry: Organisation, name: str) -> str:
    """Give the name of an organisation as it is stated, else its title, else its id."""
    stated = plain(entry.name)
    if stated not in UNSETTLED:
        return str(stated)
    return bilingual(entry.title).en or name


def _entries(known: Knowledge, name: str, date: str) -> list[KnowledgeEntry]:
    sections = [section for section in SECTIONS if name in getattr(known, section)]
    if not sections:
        near = near_entries([(section, getattr(known, section)) for section in SECTIONS])
        hint = suggestion(name, near)
        raise UsageRefused(words.NOTHING_KNOWN(name=name), hint or words.SEARCH_HINT())
    return [_entry(known, section, name, date) for section in sections]


def _entry(known: Knowledge, section: str, name: str, date: str) -> KnowledgeEntry:
    entry = getattr(known, section)[name]
    facts = _country(known, name) if section == "countries" else to_builtins(entry)
    if section == "organisations" and name in known.dpf:
        facts["dpf"] = to_builtins(known.dpf[name])
    above: list[HoldingStep] = []
    below: list[HoldingStep] = []
    if section == "organisations":
        above = _chain(known, name, date, upwards=True)
        below = _chain(known, name, date, upwards=False)
    sources = {*_sources(facts), *(link.source for link in (*above, *below))}
    return KnowledgeEntry(
        section=section,
        id=name,
        name=_name(known, section, name, date),
        country=_where(entry, date) if section == "organisations" else "",
        date=date,
        facts=facts,
        above=above,
        below=below,
        related=_related(known, section, name),
        sources=[source_line(name, known.sources[name]) for name in sorted(sources) if name in known.sources],
    )


def _where(entry: Organisation, date: str) -> str:
    """Give the country under whose law an organisation exists on `date`."""
    if isinstance(entry.country, list):
        return next((row.value for row in entry.country if holds(row.since, row.until, date)), UNKNOWN)
    return str(plain(entry.country))


def _country(known: Knowledge, code: str) -> dict[str, str]:
    tables = {"eu": known.eu, "eea": known.eea, "left": known.left}
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
    plain = to_builtins(link)
    share = ", ".join(f"{field} {_percent(plain[field])}" for field in ("votes", "shares") if field in plain)
    people = known.organisations
    return HoldingStep(
        depth=depth,
        owner=link.owner,
        owner_name=_called(people[link.owner], link.owner, date),
        of=link.of,
        of_name=_called(people[link.of], link.of, date),
        kind=plain.get("kind", ""),
        share=share,
        since=link.since,
        until=link.until,
        as_of=link.as_of,
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
    for field in naming.get(section, ()):
        for other in SECTIONS:
            for key, entry in getattr(known, other).items():
                if getattr(entry, field, None) == name:
                    found.setdefault(other, []).append(key)
    return {other: sorted(set(keys)) for other, keys in found.items()}


def _counts(known: Knowledge) -> list[Counted]:
    found = []
    for section in SECTIONS:
        entries = getattr(known, section)
        statuses = Counter(str(entry.status) for entry in entries.values() if hasattr(entry, "status"))
        found.append(Counted(section, len(entries), dict(sorted(statuses.items()))))
    return found

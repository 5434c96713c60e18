"""Entries of the knowledge base, as text or as json."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from auditor.model.bilingual import Bilingual
from auditor.model.knowledge_entry import Counted, Hit, HoldingStep, KnowledgeEntry, Stale, Watched
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import pick, speaker
from auditor.text.facts import HOSTING_ACTIVITIES
from auditor.text.findings import NO_SOURCE
from auditor.text.knowledge import ENTRY_WORDS, NOTHING_STALE, STALE_WORDS

#: From how many letters on the words that matched are left out of a line.
LONG: Final = 60


def render_entries(entries: Sequence[KnowledgeEntry], form: str, lang: str) -> bytes:
    """Give entries with what hangs together with them."""
    if form == "json":
        return as_json(list(entries))
    return _bytes(line for entry in entries for line in _entry(entry, lang))


def render_hits(hits: Sequence[Hit], form: str, lang: str, near: Bilingual | None = None) -> bytes:
    """Give what a search found, a line each; where nothing was, `near` says which names are near."""
    if form == "json":
        return as_json(list(hits))
    if not hits:
        return _bytes([_say("nothing", lang), *([pick(near, lang)] if near else [])])
    wide = max(len(hit.id) for hit in hits)
    return _bytes(_hit(hit, wide, lang) for hit in hits)


def render_counts(counts: Sequence[Counted], form: str, lang: str) -> bytes:
    """Give how many entries there are, by section and status."""
    if form == "json":
        return as_json(list(counts))
    lines = []
    for line in counts:
        statuses = ", ".join(
            f"{count} {_say(status, lang)}{_share(line, status)}" for status, count in line.statuses.items()
        )
        lines.append(f"{_say(line.section, lang):24} {line.count:5}" + (f"  {statuses}" if statuses else ""))
    return _bytes([*lines, _say("fine", lang)])


def render_watched(found: Sequence[Watched], form: str, lang: str) -> bytes:
    """Give what is pending, two lines each: what it is, then where it stands and on what it bears."""
    if form == "json":
        return as_json(list(found))
    return (
        _bytes(line for item in found for line in _watched(item, lang))
        if found
        else _bytes([_say("nothing", lang)])
    )


def _watched(item: Watched, lang: str) -> Iterator[str]:
    colon = speaker(lang).colon("")
    yield f"{item.id}  {pick(item.what, lang)}"
    told = [
        f"{_say(item.standing, lang)} {_say('since', lang)} {item.since}",
        f"{_say('seen', lang)} {item.seen}",
        _say(item.mark, lang),
    ]
    if item.bears_on:
        told.append(f"{_say('bears_on', lang)}{colon} {', '.join(item.bears_on)}")
    yield f"    {' · '.join(told)}"


def _share(line: Counted, status: str) -> str:
    return f" ({line.shares[status]} %)" if status in line.shares else ""


def render_stale(rows: Sequence[Stale], form: str, lang: str) -> bytes:
    """Give what asks to be looked at again, a line each, under the reason for it."""
    if form == "json":
        return as_json(list(rows))
    lines: list[str] = []
    colon = speaker(lang).colon("")
    for why, group in groupby(rows, key=lambda row: row.why):
        listed = list(group)
        lines.append(f"{pick(STALE_WORDS[why], lang)} ({len(listed)}){colon}")
        lines.extend(
            f"  {row.date:10}  {row.id} · {pick(row.name, lang)} · {_say(row.section, lang)}"
            + (f" · {pick(row.what, lang)}" if row.what.en else "")
            for row in listed
        )
    return _bytes(lines or [pick(NOTHING_STALE, lang)])


def _bytes(lines: Any) -> bytes:
    return ("\n".join(safe(line) for line in lines) + "\n").encode()


def _say(word: str, lang: str) -> str:
    return pick(ENTRY_WORDS[word], lang) if word in ENTRY_WORDS else word.replace("_", " ")


def _hit(hit: Hit, wide: int, lang: str) -> str:
    name = pick(hit.name, lang)
    told = hit.matched in (hit.id, hit.name.fr, hit.name.en) or len(hit.matched) > LONG
    also = "" if told else f" ({hit.matched})"
    return f"{hit.id:{wide}}  {name}{also} · {_say(hit.section, lang)}"


def _entry(entry: KnowledgeEntry, lang: str) -> Iterator[str]:
    colon = speaker(lang).colon("")
    where = f" · {_say(entry.country, lang)}" if entry.country else ""
    yield f"{pick(entry.name, lang)} · {entry.id} · {_say(entry.section, lang)}{where} · {entry.date}"
    if entry.answers:
        yield f"  {_say('answers', lang)}{colon} {entry.answers}"
    if entry.asked:
        there = ", ".join(_role(role, lang) for role in entry.roles)
        served = f" · {_say('roles', lang)}{colon} {there}" if there else ""
        yield f"  {_say('asked', lang)}{colon} {entry.asked}{served}"
    for field, value in entry.facts.items():
        yield from _fact(f"{_say(field, lang)}{colon}", value, lang, 2)
    for title, links in (("above", entry.above), ("below", entry.below)):
        if links:
            yield f"  {_say(title, lang)}{colon}"
            yield from (_link(link, lang) for link in links)
    for section, names in entry.related.items():
        yield f"  {_say(section, lang)}{colon} {', '.join(names)}"
    if entry.sources:
        yield f"  {_say('sources_read', lang)}{colon}"
        for source in entry.sources:
            parts = (pick(source.title, lang), source.author, source.publisher, source.date, source.url)
            yield f"    {source.id}{colon} {', '.join(part for part in parts if part)}"
    yield ""


def _role(role: str, lang: str) -> str:
    return _say(role, lang) if role in ENTRY_WORDS else role


def _fact(label: str, value: Any, lang: str, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        yield f"{pad}{label}"
        for item in value:
            yield f"{pad}  - {_words(item, lang)}"
    else:
        yield f"{pad}{label} {_words(value, lang)}"


def _words(value: Any, lang: str) -> str:
    if isinstance(value, dict):
        if value and set(value) <= {"fr", "en"}:
            return pick(Bilingual(value.get("fr") or value["en"], value.get("en") or value["fr"]), lang)
        return ", ".join(f"{_say(name, lang)} {_part(value, name, lang)}" for name in value)
    if isinstance(value, list):
        return ", ".join(_words(item, lang) for item in value)
    return _say(value, lang) if value in ENTRY_WORDS and value != "of" else str(value)


def _part(entry: dict[str, Any], name: str, lang: str) -> str:
    """Give a field of a nested entry in words; the activities of a certificate for hosting health data by what they are."""
    part = entry[name]
    if name == "scope" and entry.get("is") == "hds" and isinstance(part, list):
        return ", ".join(
            pick(HOSTING_ACTIVITIES[item], lang) if item in HOSTING_ACTIVITIES else str(item) for item in part
        )
    return _words(part, lang)


def _link(link: HoldingStep, lang: str) -> str:
    held = " ".join(_say(word, lang) for word in link.share.split(" "))
    share = f" ({_say(link.kind, lang)}{f', {held}' if held else ''})"
    span = " ".join(
        part
        for part in (
            link.since and f"{_say('since', lang)} {link.since}",
            link.until and f"{_say('until', lang)} {_say(link.until, lang)}",
        )
        if part
    )
    source = pick(NO_SOURCE, lang) if link.source == "none" else link.source
    told = f"{_say(link.status, lang)}, {source}, {link.as_of}"
    return f"    {'  ' * (link.depth - 1)}{link.owner_name} → {link.of_name}{share}{' ' + span if span else ''} · {told}"

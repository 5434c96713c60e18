"""What differs between captures, as text or as json."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from auditor.model.captures_compared import CapturesCompared, Recurrence, Seen
from auditor.rendering.captures.columns import aligned
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, speaker
from auditor.text import captures as words

#: How many things of one sort are told.
MOST_TOLD: Final = 40


def render_compared(compared: CapturesCompared, form: str, lang: str) -> bytes:
    """Give what captures have in common and what not."""
    if form == "json":
        return as_json(compared)
    return ("\n".join(map(safe, _lines(compared, speaker(lang)))) + "\n").encode()


def _lines(compared: CapturesCompared, say: Say) -> Iterator[str]:
    yield say(words.COMPARED, names=", ".join(compared.names))
    yield say(words.IN_ALL, **compared.common)
    if compared.recipients:
        yield ""
        yield from _recipients(compared, say)
        yield ""
    if not compared.differing:
        yield say(words.SAME)
    for what, group in groupby(compared.differing, key=lambda seen: seen.what):
        if what == "domain":
            continue
        found = list(group)
        yield f"{say(words.WHAT[what])} ({len(found)})"
        yield from (f"  {_said(compared, seen, say)}" for seen in found[:MOST_TOLD])
        if len(found) > MOST_TOLD:
            yield f"  {say(words.MORE, count=len(found) - MOST_TOLD)}"
    if compared.why:
        yield say(words.WHY)
        yield from (f"  {say(words.REASONS_TO_DIFFER[why])}" for why in compared.why)


def _recipients(compared: CapturesCompared, say: Say) -> Iterator[str]:
    """Give the table of recipients, each with how many of the captures show it."""
    told = compared.recipients[:MOST_TOLD]
    rows = [[say(words.DOMAIN), say(words.WHO), say(words.RUNS)]]
    rows += [[each.domain, each.operator or say(words.UNKNOWN), _runs(compared, each, say)] for each in told]
    yield from aligned(rows)
    if len(compared.recipients) > MOST_TOLD:
        yield say(words.MORE, count=len(compared.recipients) - MOST_TOLD)


def _runs(compared: CapturesCompared, recurrence: Recurrence, say: Say) -> str:
    """Say in how many of the captures a recipient was seen, and by which tool where there are several."""
    said = say(words.SEEN_IN, seen=len(recurrence.seen), all=len(compared.names))
    tools = list(dict.fromkeys(compared.tools))
    if len(tools) == 1 or len(recurrence.seen) == len(compared.names):
        return said
    found = [
        say(
            words.SEEN_BY,
            tool=tool or say(words.UNNAMED),
            seen=sum(compared.tools[n] == tool for n in recurrence.seen),
            all=compared.tools.count(tool),
        )
        for tool in tools
    ]
    return f"{said} ({', '.join(found)})"


def _said(compared: CapturesCompared, seen: Seen, say: Say) -> str:
    name = say(words.KINDS[seen.name]) if seen.what == "kind" else seen.name
    thing = say(words.TO, name=name, domain=seen.of) if seen.what in ("kind", "parameter") else name
    every = len(compared.names)
    if every == 2:
        absent = [each for n, each in enumerate(compared.names) if n not in seen.seen]
        return say(words.NOT_SEEN, thing=thing, names=", ".join(absent))
    return say(words.OF_RUNS, thing=thing, seen=len(seen.seen), all=every)

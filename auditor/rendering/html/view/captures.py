"""What captures showed, on the page: who got what, a timeline, recipients by state of consent, the unattributed, the limits of each file.

It stands before anything that is judged, and judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from markupsafe import Markup
from msgspec import Struct

from auditor.model.result.captures import CaptureLine, ReceivedLine
from auditor.model.result.document import Result
from auditor.rendering.captures import received as cells
from auditor.rendering.captures.matrix import by_recipient, cell, name
from auditor.rendering.captures.timeline import Lane, moments, timeline
from auditor.rendering.telling.letters import letter_of
from auditor.rendering.words import Say, printable, speaker
from auditor.text import captures as capture_texts
from auditor.text import received as words

#: How many recipients the first table shows so that one screen holds it, and how many rows others have at most; the export has all.
FIRST: Final = 6
ROWS: Final = 100
UNATTRIBUTED: Final = 400
LANES: Final = 30
#: What of a row is not repeated where captures show the same.
SHOWN: Final = ("cookies", "transport", "standing", "controlled_by")
#: What every request tells, said once above the table.
ALWAYS: Final = "device"
ENTRY: Final = re.compile(r"#/log/entries/(\d+)/")


class Row(Struct, frozen=True, kw_only=True):
    """One recipient with all that captures show of it, each text as a cell has it.

    `pointers` lead to where it is seen first in each capture, short and whole; `findings` are each letter that something on it stands under, with a
    fingerprint.
    """

    who: str
    domains: str
    requests: str
    first: str
    data: str
    inferred: str
    cookies: str
    transport: str
    standing: str
    controlled_by: str
    pointers: Sequence[tuple[str, str]]
    findings: Sequence[tuple[str, str]]


class Unattributed(Struct, frozen=True):
    """A host of which nobody says who operates it: what called it, and where that is seen."""

    domain: str
    requests: str
    chain: str
    pointer: str


class Limits(Struct, frozen=True, kw_only=True):
    """What one capture is, what it cannot show, and what identifies it."""

    title: str
    counts: str
    incomplete: str
    cannot: Sequence[str]
    digests: Sequence[tuple[str, str]]
    lists: str


class Captures(Struct, frozen=True, kw_only=True):
    """The section; `states` are the heads of the matrix, and each line of `matrix` and `moments` is a name and its cells."""

    texts: Mapping[str, str]
    heads: Mapping[str, str]
    rows: Sequence[Row]
    more: Sequence[Row]
    left: int
    drawing: Markup | None
    moments: Sequence[tuple[str, Sequence[str]]]
    states: Sequence[str]
    matrix: Sequence[tuple[str, Sequence[str]]]
    unattributed: Sequence[Unattributed]
    limits: Sequence[Limits]


def captures(result: Result, lang: str) -> Captures | None:
    """Give the section on captures, None where the case has none."""
    tables = result.captures
    if tables is None:
        return None
    say = speaker(lang)
    grouped = by_recipient(tables)
    letters = letter_of(result)
    rows = [_row(result, lines, letters, say) for lines in grouped.values()]
    told = list(dict.fromkeys(state for line in tables.states for state in line.states))
    lanes = [
        Lane(
            name(result, lines[0], say),
            {each.state: each.offset for each in reversed(lines) if each.offset is not None},
        )
        for lines in grouped.values()
    ]
    drawn = [lane for lane in lanes if lane.at][:LANES]
    return Captures(
        texts={name: say(text) for name, text in words.SECTION.items()},
        heads={name: say(text) for name, text in words.HEADS.items()},
        rows=rows[:FIRST],
        more=rows[FIRST:ROWS],
        left=max(len(rows) - ROWS, 0),
        drawing=Markup(timeline(drawn, told, say)) if drawn else None,  # noqa: S704  built of escaped names
        moments=[(lane.name, moments(lane, told, say)) for lane in drawn],
        states=[say(words.STATES[state]) for state in told],
        matrix=[
            (name(result, grouped[line.recipient][0], say), [cell(line, state, say) for state in told])
            for line in tables.states[:ROWS]
        ],
        unattributed=[_unattributed(lines, say) for lines in grouped.values() if not lines[0].organisation][
            :UNATTRIBUTED
        ],
        limits=[_limits(line, say) for line in tables.captures],
    )


def _row(result: Result, lines: Sequence[ReceivedLine], letters: Mapping[str, str], say: Say) -> Row:
    told = [cells.row(result, line, say) for line in lines]
    first = min(lines, key=lambda line: (line.offset is None, line.offset or 0, line.first))
    said = {
        name: "; ".join(dict.fromkeys(getattr(each, name) for each in told if getattr(each, name) != "—"))
        for name in SHOWN
    }
    data = dict.fromkeys(item for line in lines for item in line.data if item != ALWAYS)
    # what was seen is not said to be inferred as well
    inferred = {kind for line in lines for kind in line.inferred} - data.keys()
    return Row(
        who=cells.who(result, lines[0], say),
        domains=", ".join(dict.fromkeys(line.domain for line in lines)),
        requests=str(sum(line.requests for line in lines)),
        first=cells.first(first, say),
        data=", ".join(cells.named(result, f"data.{item}", say) for item in data),
        inferred=", ".join(say(capture_texts.KINDS[kind]) for kind in sorted(inferred)),
        pointers=[
            (_short(each.pointer), each.pointer) for each in {line.pointer: line for line in lines}.values()
        ][:3],
        findings=_findings(lines, letters),
        **said,
    )


def _findings(lines: Sequence[ReceivedLine], letters: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give each letter once that something on one of `lines` stands under, with its first finding."""
    here = (fingerprint for line in lines for fingerprint in line.findings if fingerprint in letters)
    found: dict[str, str] = {}
    for fingerprint in here:
        found.setdefault(letters[fingerprint], fingerprint)
    return sorted(found.items(), key=lambda item: (len(item[0]), item[0]))


def _short(pointer: str) -> str:
    """Give a pointer as far as one cell of a table has room for it: the capture and the entry."""
    source = pointer.partition("#")[0].removeprefix("capture-")
    found = ENTRY.search(pointer)
    return printable(f"{source} #{found[1]}" if found else pointer)


def _unattributed(lines: Sequence[ReceivedLine], say: Say) -> Unattributed:
    made = list(dict.fromkeys(each for line in lines for each in line.initiators))
    before = list(dict.fromkeys(each for line in lines for each in line.redirected_from))
    chain = [
        *([say(words.MADE_BY, who=", ".join(made))] if made else []),
        *([say(words.REDIRECTED, hosts=", ".join(before))] if before else []),
        *([say(words.SUSPECTED, hosts=", ".join(lines[0].cloaking))] if lines[0].cloaking else []),
        *([say(words.BRAND, name=lines[0].brand)] if lines[0].brand else []),
    ]
    return Unattributed(
        domain=printable(lines[0].domain),
        requests=str(sum(line.requests for line in lines)),
        chain=printable("; ".join(chain)) or say(words.CHAIN_UNKNOWN),
        pointer=lines[0].pointer,
    )


def _limits(line: CaptureLine, say: Say) -> Limits:
    producer = f"{line.producer} {line.version}".strip() or say(capture_texts.UNNAMED)
    state = say(words.STATES[line.state])
    skipped = [
        say(capture_texts.COUNTED, what=say(table[what]), count=count)
        for table, counted in ((capture_texts.REASONS, line.skipped), (capture_texts.NOISES, line.noise))
        for what, count in counted.items()
        if what in table
    ]
    return Limits(
        title=printable(
            say(
                words.CAPTURE,
                id=line.id,
                kind=say(capture_texts.KINDS_OF_FILE[line.kind]),
                producer=producer,
                state=state,
            )
        ),
        counts=say(
            words.COUNTS,
            start=line.started or say(capture_texts.NO_TIME),
            requests=line.requests,
            attempted=line.attempted,
            failed=line.failed,
            insecure=line.insecure,
            aside=", ".join(skipped) or "0",
        ),
        incomplete="" if line.cut is None else say(words.INCOMPLETE, count=line.cut),
        cannot=[say(capture_texts.BLIND[each]) for each in line.cannot_show],
        digests=_digests(line, say),
        lists=say(
            words.LISTS,
            suffixes=line.public_suffix_list or "—",
            names=line.parameters_as_of or "—",
            knowledge=line.knowledge_as_of or "—",
        ),
    )


def _digests(line: CaptureLine, say: Say) -> list[tuple[str, str]]:
    named: Iterable[tuple[str, str]] = (
        *((say(words.FILE_DIGEST), sha) for sha in line.sha256),
        (say(words.OBSERVATION_DIGEST), line.observation),
        (say(words.HOSTS_DIGEST), line.hosts),
    )
    return list(named)

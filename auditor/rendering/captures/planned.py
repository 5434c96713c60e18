"""What an import would write, in words: the files, the recipients, what people wrote that goes before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from auditor.model.case.captures import ConsentState
from auditor.model.imports import PlannedImport, PlannedRecipient
from auditor.model.vocabulary import UNKNOWN
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, speaker
from auditor.text import planned as words
from auditor.text.received import STATES

WIDE: Final = 34


class FileOfCapture(Struct, frozen=True):
    """A file that an import of captures would write, as data."""

    path: str
    text: str
    unchanged: bool = False


class CaptureOfImport(Struct, frozen=True, kw_only=True):
    """One capture imported, as data."""

    id: str
    place: str
    state: ConsentState
    activity: str
    people: str
    recipients: list[PlannedRecipient]
    clear: list[str]
    own: dict[str, str]
    overrides: list[str]
    related: list[str]
    elsewhere: dict[str, int]
    skipped: int
    cut: int | None
    assumed_day: str
    files: list[FileOfCapture]


class CapturesImported(Struct, frozen=True):
    """What an import of captures gives with `--format json`."""

    captures: list[CaptureOfImport]
    written: bool


def render_planned(plans: Sequence[PlannedImport], form: str, lang: str, *, written: bool) -> bytes:
    """Give what would be written, or was, as lines of text or as JSON."""
    if form == "json":
        return as_json(CapturesImported([_data(plan) for plan in plans], written))
    say = speaker(lang)
    lines = [line for plan in plans for line in (*_lines(plan, say, written=written), "")]
    if not written and any(not plan.unchanged for plan in plans):
        lines.append(say(words.NOT_WRITTEN))
    return "".join(f"{safe(line)}\n" for line in lines).encode()


def _data(plan: PlannedImport) -> CaptureOfImport:
    head = [FileOfCapture(plan.head_path, plan.head.decode())] if plan.head_path else []
    return CaptureOfImport(
        id=plan.capture,
        place=plan.place,
        state=plan.state,
        activity=plan.activity,
        people=plan.people,
        recipients=plan.recipients,
        clear=plan.clear,
        own=plan.own,
        overrides=plan.overrides,
        related=plan.related,
        elsewhere=plan.elsewhere,
        skipped=plan.skipped,
        cut=plan.cut,
        assumed_day=plan.assumed_day,
        files=[*head, FileOfCapture(plan.path, plan.data.decode(), plan.unchanged)],
    )


def _lines(plan: PlannedImport, say: Say, *, written: bool) -> Iterator[str]:
    if plan.head_path:
        yield say(words.WRITTEN if written else words.WOULD, path=plan.head_path)
    if plan.assumed_day:
        yield "  " + say(words.ASSUMED_DATE, day=plan.assumed_day)
    outcome = words.UNCHANGED if plan.unchanged else words.WRITTEN if written else words.WOULD
    yield say(outcome, path=plan.path)
    yield "  " + say(words.OF, place=plan.place or "—", state=say(STATES[plan.state]))
    yield "  " + say(words.FOR, activity=plan.activity or "—", people=plan.people or "—")
    if plan.cut is not None:
        yield "  " + say(words.CUT, count=plan.cut)
    if plan.skipped:
        yield "  " + say(words.SKIPPED, count=plan.skipped)
    if plan.elsewhere:
        yield "  " + say(
            words.ELSEWHERE,
            count=sum(plan.elsewhere.values()),
            sites=", ".join(plan.elsewhere),
            place=plan.place,
        )
    flows = sum(len(each.flows) for each in plan.recipients)
    yield "  " + say(words.COUNTS, hosts=len({each.host for each in plan.recipients}), flows=flows)
    for each in plan.recipients:
        named = each.operator if each.operator not in ("", UNKNOWN) else say(words.NOBODY_KNOWN)
        attempted = f", {say(words.ATTEMPTED)}" if each.attempted else ""
        who = say(words.WRITTEN_BY_HAND) if not each.operator else named
        yield f"    {each.host.ljust(WIDE)} {str(each.requests).rjust(5)}  {who}{attempted}"
    if plan.clear:
        yield "  " + say(words.IN_CLEAR, count=len(plan.clear))
    unattributed = sorted({each.host for each in plan.recipients if each.operator == UNKNOWN})
    if unattributed:
        yield "  " + say(words.UNATTRIBUTED, count=len(unattributed))
    for domain, host in plan.own.items():
        yield "  " + say(words.OWN, domain=domain, host=host)
    for route in plan.overrides:
        yield "  " + say(words.OVERRIDDEN, route=route)
    if plan.related:
        yield "  " + say(words.RELATED, sites=", ".join(plan.related))
    if plan.state == UNKNOWN:
        yield "  " + say(words.STATE_UNKNOWN)

"""What an import would write, in words: the files, the recipients, what people wrote that goes before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from auditor.model.imports import PlannedImport
from auditor.model.vocabulary import UNKNOWN
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, speaker
from auditor.text import planned as words
from auditor.text.received import STATES

WIDE: Final = 34


def render_planned(plans: Sequence[PlannedImport], lang: str, *, written: bool) -> bytes:
    """Give what would be written, or was, as lines of text."""
    say = speaker(lang)
    lines = [line for plan in plans for line in (*_lines(plan, say, written=written), "")]
    if not written and any(not plan.unchanged for plan in plans):
        lines.append(say(words.NOT_WRITTEN))
    return "".join(f"{safe(line)}\n" for line in lines).encode()


def _lines(plan: PlannedImport, say: Say, *, written: bool) -> Iterator[str]:
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

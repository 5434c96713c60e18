"""What differs between two states of a case, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.model.comparison import Cause, Difference, Differing, FactChange
from auditor.model.result.findings import Finding
from auditor.rendering.acceptance import loosened_lines
from auditor.rendering.comparison import asked_once, level_words
from auditor.rendering.grades import state
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.telling.protection import known_words
from auditor.rendering.words import Say, pick, speaker
from auditor.text import difference as difference_texts
from auditor.text import gate as gate_texts


def render_difference(found: Difference, form: str, lang: str) -> bytes:
    """Give the difference as `text` in `lang`, or as `json`."""
    if form == "json":
        return as_json(found)
    return ("\n".join(safe(line) for line in _lines(found, lang)) + "\n").encode()


def _lines(found: Difference, lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield say(
        difference_texts.HEAD,
        base=_side(found.base.label, found.base.commit),
        head=_side(found.head.label, found.head.commit),
    )
    yield (
        say(difference_texts.WHAT_DIFFERS, parts=_parts(found.parts, say))
        if found.parts
        else say(difference_texts.SAME)
    )
    for status, group in groupby(found.findings, key=lambda finding: finding.status):
        listed = list(group)
        yield ""
        yield say(difference_texts.STATUSES[status], count=len(listed))
        for finding in listed:
            yield from _finding(finding, say, lang)
    yield ""
    yield from loosened_lines(found.loosened, say, lang)
    yield say(difference_texts.UNCHANGED, count=found.unchanged)
    for heading, points in (
        (difference_texts.SETTLED, found.questions_settled),
        (difference_texts.OPENED, found.questions_opened),
    ):
        if points:
            yield say(heading)
            yield from asked_once(points, lang)
    gate = found.gate
    if not gate.rules_compared:
        yield say(difference_texts.RULES_UNSEEN)
    passed = difference_texts.GATE_PASSED if gate.rules_compared else difference_texts.NEW_NONE
    told = (
        difference_texts.GATE_FAILED
        if not gate.passed
        else difference_texts.NEVER
        if gate.fail_on == "never"
        else passed
    )
    yield say(told, bar=say.word(gate.fail_on), failing=gate.failing, loosened=gate.loosened)


def _side(label: str, commit: str) -> str:
    return f"{label} ({commit[:12]})" if commit else label


def _parts(parts: Sequence[str], say: Say) -> str:
    return ", ".join(say(difference_texts.PARTS[part]) for part in parts) or say(
        difference_texts.NOTHING_KNOWN
    )


def _finding(differing: Differing, say: Say, lang: str) -> Iterator[str]:
    shown = differing.after or differing.before
    if shown is None:
        return
    fails = f" [{say(difference_texts.FAILS)}]" if differing.fails else ""
    told = pick(shown.headline, lang) or pick(shown.title, lang)
    yield f"  {told} · {state(shown, say)} · F-{shown.fingerprint} ({shown.rule}){fails}"
    if differing.before is not None and differing.after is not None:
        yield f"    {_state(differing.before, say)} → {_state(differing.after, say)}"
        for label, questions in (
            (difference_texts.ASKED, differing.asked),
            (difference_texts.ASKED_NO_MORE, differing.asked_no_more),
        ):
            yield from (f"    {say.label(label)} {pick(question, lang)}" for question in questions)
    elif differing.after is not None:
        yield f"    {pick(shown.message, lang)}"
    else:
        yield f"    {_state(shown, say)}"
    yield f"    {_cause(differing.cause, say)}"
    yield from (f"      {_changed(change, say)}" for change in differing.cause.facts)


def _changed(change: FactChange, say: Say) -> str:
    """Say what a fact said before and what it says now; one that no clause tells, by its address."""
    said = (change.said_before, change.said_after)
    told = difference_texts.STATED.get((said[0] is not None, said[1] is not None))
    if told is None:
        return f"`{change.fact}`"
    was, now = ("" if clause is None else pick(clause, say.lang) for clause in said)
    return say(told, was=was, now=now)


def _cause(cause: Cause, say: Say) -> str:
    return say(difference_texts.CAUSES[cause.how], parts=_parts(cause.parts, say))


def _state(finding: Finding, say: Say) -> str:
    parts = [state(finding, say), known_words(finding.confidence, say)]
    if finding.level is not None:
        parts.append(level_words(finding.level, say))
    if finding.accepted is not None:
        a = finding.accepted
        parts.append(say(gate_texts.ACCEPTED_BY, by=a.by, on=a.on, until=a.until, reason=a.reason))
    elif finding.was_accepted is not None:
        parts.append(
            say(gate_texts.WAS_ACCEPTED, by=finding.was_accepted.by, until=finding.was_accepted.until)
        )
    if finding.more:
        parts.append(f"{len(finding.subjects)} ×")
    return ", ".join(parts)

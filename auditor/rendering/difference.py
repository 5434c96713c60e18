"""What differs between two states of a case, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.model.comparison import Cause, Difference, Differing
from auditor.model.result import Finding
from auditor.rendering.acceptance import loosened_lines
from auditor.rendering.comparison import level_words
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, label, pick, speaker


def render_difference(found: Difference, form: str, lang: str) -> bytes:
    """Give the difference as `text` in `lang`, or as `json`."""
    if form == "json":
        return as_json(found)
    return ("\n".join(safe(line) for line in _lines(found, lang)) + "\n").encode()


def _lines(found: Difference, lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield say(
        "diff_head",
        base=_side(found.base.label, found.base.commit),
        head=_side(found.head.label, found.head.commit),
    )
    yield say("diff_parts", parts=_parts(found.parts, say)) if found.parts else say("diff_same")
    for status, group in groupby(found.findings, key=lambda finding: finding.status):
        listed = list(group)
        yield ""
        yield say(f"diff_{status}", count=len(listed))
        for finding in listed:
            yield from _finding(finding, say, lang)
    yield ""
    yield from loosened_lines(found.loosened, say, lang)
    yield say("diff_unchanged", count=found.unchanged)
    for key, points in (("diff_settled", found.questions_settled), ("diff_opened", found.questions_opened)):
        if points:
            yield say(key)
            yield from (f"  ? {point.fact}: {pick(point.question, lang)}" for point in points)
    gate = found.gate
    if not gate.rules_compared:
        yield say("diff_rules_unseen")
    passed = "diff_gate_passed" if gate.rules_compared else "diff_new_none"
    key = "diff_gate_failed" if not gate.passed else "diff_never" if gate.fail_on == "never" else passed
    yield say(key, bar=say(gate.fail_on), failing=gate.failing, loosened=gate.loosened)


def _side(label: str, commit: str) -> str:
    return f"{label} ({commit[:12]})" if commit else label


def _parts(parts: Sequence[str], say: Say) -> str:
    return ", ".join(say(f"part_{part}") for part in parts) or say("diff_nothing_known")


def _finding(differing: Differing, say: Say, lang: str) -> Iterator[str]:
    shown = differing.after or differing.before
    if shown is None:
        return
    fails = f" [{say('diff_fails')}]" if differing.fails else ""
    yield f"  {say(shown.severity)}[{shown.rule}] {pick(shown.title, lang)} · F-{shown.fingerprint}{fails}"
    if differing.before is not None and differing.after is not None:
        yield f"    {_state(differing.before, say)} → {_state(differing.after, say)}"
        if differing.before.missing != differing.after.missing:
            before, after = (", ".join(f.missing) or "—" for f in (differing.before, differing.after))
            yield f"    {label(say, 'missing', lang)} {before} → {after}"
    elif differing.after is not None:
        yield f"    {pick(shown.message, lang)}"
    else:
        yield f"    {_state(shown, say)}"
    yield f"    {_cause(differing.cause, say)}"
    for change in differing.cause.facts:
        yield f"      {change.fact}: {say(change.before)} → {say(change.after)}"


def _cause(cause: Cause, say: Say) -> str:
    return say(f"cause_{cause.how}", parts=_parts(cause.parts, say))


def _state(finding: Finding, say: Say) -> str:
    parts = [say(finding.outcome), say(finding.severity), say(finding.confidence)]
    if finding.level is not None:
        parts.append(level_words(finding.level))
    if finding.accepted is not None:
        a = finding.accepted
        parts.append(say("accepted_by", by=a.by, on=a.on, until=a.until, reason=a.reason))
    elif finding.was_accepted is not None:
        parts.append(say("was_accepted", by=finding.was_accepted.by, until=finding.was_accepted.until))
    if finding.more:
        parts.append(f"{len(finding.subjects)} ×")
    return ", ".join(parts)

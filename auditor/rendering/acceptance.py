"""What a result says of exceptions, baselines and counts, line by line, for every text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from auditor.model.result import ExceptionLine, Finding, PolicyChange, Result
from auditor.rendering.words import Say, pick
from auditor.text import gate as gate_texts


def accepted_lines(result: Result, say: Say, lang: str, where: Callable[[str], str]) -> Iterator[str]:
    """Give the accepted findings, one line each and why, then the exceptions to look at; `where` tells how files are shown."""
    accepted = [finding for finding in result.findings if finding.accepted is not None]
    if accepted:
        yield say(gate_texts.ACCEPTED, count=len(accepted))
        for finding in accepted:
            yield f"  {say.word(finding.severity)}[{finding.rule}] {pick(finding.title, lang)} · F-{finding.fingerprint}"
            yield f"    {acceptance(finding, say)}"
        yield ""
    stale = [line for line in result.exceptions if line.state != "in-force"]
    if stale:
        yield say(gate_texts.EXCEPTIONS_STALE, count=len(stale))
        yield from (f"  {exception(line, say, where)}" for line in stale)
        yield ""


def acceptance(finding: Finding, say: Say, today: str = "") -> str:
    """Give by whom and until when the finding is, or was, accepted; empty where nobody did."""
    if finding.accepted is not None:
        held = finding.accepted
        return say(gate_texts.ACCEPTED_BY, by=held.by, on=held.on, until=held.until, reason=held.reason)
    if finding.was_accepted is None:
        return ""
    lapsed = finding.was_accepted
    return say(gate_texts.WAS_ACCEPTED if today else gate_texts.WAS_UNDATED, by=lapsed.by, until=lapsed.until)


def exception(line: ExceptionLine, say: Say, where: Callable[[str], str] = str) -> str:
    """Give an exception in one line: what it is of, what became of it, by whom and until when."""
    scope = "; ".join(f"{name} {', '.join(ids)}" for name, ids in line.scope.items())
    of = line.finding or f"{line.rule} ({scope})"
    spot = (
        f" · {where(line.place.file)}:{line.place.line}:{line.place.column}" if line.place is not None else ""
    )
    return f"{of}{spot} · {say.label(gate_texts.STATES[line.state])} {line.by}, {line.on} – {line.until}"


def counted(result: Result, say: Say) -> str:
    """Give in one line how much was established, accepted, not to be shown, supposed, asked, and left unstated."""
    summary = result.summary
    severities = ", ".join(f"{count} {say.word(name)}" for name, count in summary.established.items())
    return say(
        gate_texts.COUNTS,
        established=sum(summary.established.values()),
        severities=severities or say(gate_texts.NOTHING_FOUND),
        accepted=summary.accepted,
        unshown=summary.cannot_be_shown,
        hypothetical=summary.hypothetical,
        questions=summary.questions,
        unstated=summary.unstated,
    )


def verdict(result: Result, say: Say) -> str:
    """Give in one line whether the gate is passed."""
    gate = result.summary.gate
    return say(
        gate_texts.PASSED if gate.passed else gate_texts.FAILED,
        bar=say.word(gate.fail_on),
        count=gate.failing,
    )


def gate_lines(result: Result, say: Say) -> Iterator[str]:
    """Give what the gate counts besides findings: exceptions, what was known before, rules loosened, findings accepted."""
    gate = result.summary.gate
    if gate.unsure:
        yield say(gate_texts.UNSURE, count=gate.unsure)
    if gate.exceptions:
        yield say(gate_texts.EXCEPTIONS_FAIL, count=gate.exceptions)
    if gate.loosened:
        yield say(gate_texts.LOOSENED_FAIL, count=gate.loosened)
    if gate.compared is not None:
        yield say(gate_texts.COMPARED, against=gate.compared.against, known=gate.compared.known)
        if gate.compared.gone:
            yield say(gate_texts.COMPARED_GONE, gone=", ".join(gate.compared.gone))


def loosening(change: PolicyChange, lang: str) -> str:
    """Give what may find less and how, with its words before and after."""
    words = " → ".join(word for word in (change.before, change.after) if word)
    return f"{change.rule}: {pick(change.what, lang)}{f': {words}' if words else ''}"


def loosened_lines(changes: Sequence[PolicyChange], say: Say, lang: str) -> Iterator[str]:
    """Give the rules that may find less, with their words before and after."""
    if not changes:
        return
    yield say(gate_texts.LOOSENED, count=len(changes))
    yield from (f"  {loosening(change, lang)}" for change in changes)
    yield ""

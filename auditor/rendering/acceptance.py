"""What a result says of exceptions, baselines and counts, line by line, for every text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from auditor.model.result.document import OUTSIDE, Result
from auditor.model.result.findings import Finding
from auditor.model.result.gate import (
    DATE_OF_CASE,
    ExceptionLine,
    NoLongerShown,
    PolicyChange,
    WeakenedFact,
    stops,
)
from auditor.model.result.telling_order import live_points
from auditor.model.vocabulary import bar_of, gravity
from auditor.rendering.grades import graded, question_numbers
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.words import Say, pick, printable
from auditor.text import gate as gate_texts
from auditor.text.grammar import enumerated
from auditor.text.telling import AND


def accepted_lines(result: Result, say: Say, lang: str, where: Callable[[str], str]) -> Iterator[str]:
    """Give the accepted findings, one line each and why, then the exceptions to look at; `where` tells how files are shown."""
    accepted = [finding for finding in result.findings if finding.accepted is not None]
    if accepted:
        yield say(gate_texts.ACCEPTED, count=len(accepted))
        for finding in accepted:
            yield f"  {pick(finding.headline, lang)} · {say.word(finding.severity)} · F-{finding.fingerprint} ({finding.rule})"
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
        dormant=summary.cannot_be_shown - live_points(result).total(),
        hypothetical=summary.hypothetical,
        questions=summary.questions,
    )


def judged(result: Result, say: Say) -> str:
    """Give in one line how many subjects the rules applied to, how many they could decide, and what the others wait for."""
    counts = result.summary.judged
    return say(
        gate_texts.DECIDED_ALL if counts.decided == counts.applicable else gate_texts.DECIDED,
        decided=counts.decided,
        applicable=counts.applicable,
        live=counts.live,
        facts=counts.waits_for,
        dormant=counts.dormant,
    )


def verdict(result: Result, say: Say, found: Sequence[Lettered] = ()) -> str:
    """Give in one line what the check comes to, and what could yet reach its bar: it never says that nothing is there.

    Findings that fail it are named by the letters of `found`, else counted.
    """
    gate = result.summary.gate
    bar = say.word(gate.fail_on)
    if gate.fail_on == "never":
        return say(gate_texts.NEVER if gate.passed else gate_texts.NEVER_NOT_PASSED)
    letters = _failing_letters(result, found)
    if letters:
        said = [say(gate_texts.FAILED, bar=bar, letters=enumerated(letters, say(AND)))]
    elif gate.failing:
        said = [say(gate_texts.FAILED_COUNT, bar=bar, count=gate.failing)]
    else:
        aside = [group.letter for group in found if any(_aside(f, gate.fail_on) for f in group.findings)]
        if aside and gate.passed:
            said = [say(gate_texts.NOT_COUNTED, bar=bar, letters=enumerated(aside, say(AND)))]
        else:
            said = [say(gate_texts.NOTHING_ESTABLISHED if gate.passed else gate_texts.NOT_PASSED, bar=bar)]
    if gate.undecided:
        text = gate_texts.ONE_UNDECIDED if gate.undecided == 1 else gate_texts.UNDECIDED
        said.append(say(text, bar=bar, count=gate.undecided))
    return " ".join(said)


def _failing_letters(result: Result, found: Sequence[Lettered]) -> list[str]:
    """Give the letters of the findings that fail the check, those that are told with another by its letter."""
    gate = result.summary.gate
    stopped = {f.fingerprint for f in result.findings if stops(f, gate.fail_on, gate.min_confidence)}
    return [
        group.letter
        for group in found
        if not stopped.isdisjoint(
            name for f in group.findings for name in (f.fingerprint, *(also.fingerprint for also in f.also))
        )
    ]


def _aside(finding: Finding, fail_on: str) -> bool:
    """Tell whether a finding is as grave as the bar, and of a rule that fails no check."""
    return not finding.gate and finding.accepted is None and gravity(finding.severity) >= bar_of(fail_on)


def gate_lines(result: Result, say: Say) -> Iterator[str]:
    """Yield the lines on what the gate counts besides findings: exceptions, loosened rules, comparison with a baseline."""
    gate = result.summary.gate
    outside = [item.subject.id for item in result.not_analysed if item.subject.kind == OUTSIDE]
    if outside:
        yield say(gate_texts.OUTSIDE_REGIMES, activities=", ".join(map(printable, outside)))
    if gate.unsure:
        yield say(gate_texts.UNSURE, count=gate.unsure)
    if gate.open_failing:
        yield say(gate_texts.OPEN_FAIL, bar=say.word(gate.fail_on_open), count=gate.open_failing)
    yield from too_few_decided(result, say)
    if gate.unshown:
        yield say(gate_texts.UNSHOWN_FAIL, count=len(gate.unshown))
    if gate.beginning:
        yield say(gate_texts.BEGINNING_FAIL, count=len(gate.beginning))
    if gate.exceptions:
        yield say(gate_texts.EXCEPTIONS_FAIL, count=gate.exceptions)
    if gate.loosened:
        yield say(gate_texts.LOOSENED_FAIL, count=gate.loosened)
    if gate.compared is not None:
        yield say(gate_texts.COMPARED, against=gate.compared.against, known=gate.compared.known)
        if gate.compared.gone:
            yield say(gate_texts.COMPARED_GONE, gone=", ".join(gate.compared.gone))


def too_few_decided(result: Result, say: Say) -> Iterator[str]:
    """Give a line where less is decided than asked for."""
    gate = result.summary.gate
    if gate.decided < gate.min_decided:
        yield say(gate_texts.TOO_FEW_DECIDED, decided=gate.decided, wanted=gate.min_decided)


def loosening(change: PolicyChange, lang: str) -> str:
    """Give what may find less and how, with its words before and after."""
    words = " → ".join(word for word in (change.before, change.after) if word)
    rule = "" if change.rule == DATE_OF_CASE else f" ({change.rule})"
    return f"{pick(change.what, lang)}{f': {words}' if words else ''}{rule}"


def loosened_lines(changes: Sequence[PolicyChange], say: Say, lang: str) -> Iterator[str]:
    """Give the rules that may find less, with their words before and after."""
    if not changes:
        return
    yield say(gate_texts.LOOSENED, count=len(changes))
    yield from (f"  {loosening(change, lang)}" for change in changes)
    yield ""


def no_longer_shown_lines(lines: Sequence[NoLongerShown], say: Say, lang: str) -> Iterator[str]:
    """Give the findings of an earlier revision that facts taken away no longer show, with these facts."""
    if not lines:
        return
    yield say(gate_texts.NO_LONGER_SHOWN, count=len(lines))
    for line in lines:
        fails = f" · {say(gate_texts.LOST_FAILS)}" if line.fails else ""
        yield f"  {pick(line.title, lang)} · {say.word(line.severity)} · {line.finding} ({line.rule}){fails}"
        yield f"    {lost_facts(line, say)}"
    yield ""


def lost_facts(line: NoLongerShown, say: Say) -> str:
    """Give what is no longer stated, and what is left open where nothing was written."""
    said, left = ([pick(clause, say.lang) for clause in part] for part in (line.said, line.left_open))
    if not said and not left:
        said = [f"`{fact}`" for fact in line.facts]
    parts = ((gate_texts.LOST_FACTS, said), (gate_texts.OPENED_FACTS, left))
    return " ".join(say(text, facts=say.apart.join(facts)) for text, facts in parts if facts)


def opened(result: Result) -> list[Finding]:
    """Give the open points that fail."""
    fails = frozenset(result.summary.gate.opened)
    return [finding for finding in result.findings if f"F-{finding.fingerprint}" in fails]


def opened_lines(result: Result, say: Say, lang: str) -> Iterator[str]:
    """Give the open points that fail, a line each, with the facts that nobody stated."""
    points = opened(result)
    if not points:
        return
    yield say(gate_texts.OPENED, count=len(points))
    numbers = question_numbers(result)
    asked = questions_by_fact(result, lang)
    yield from (f"  {open_point(finding, graded(finding, numbers, say), say, asked)}" for finding in points)
    yield ""


def questions_by_fact(result: Result, lang: str) -> dict[str, str]:
    """Give the question that settles each missing fact, by the address of the fact."""
    return {fact.fact: pick(fact.question, lang) for asked in result.questions for fact in asked.facts}


def open_point(finding: Finding, grave: str, say: Say, asked: Mapping[str, str]) -> str:
    """Give an open point in one line, how `grave` it could be, and the questions that nobody has answered."""
    return say(
        gate_texts.OPEN_POINT,
        rule=finding.rule,
        title=pick(finding.title, say.lang),
        finding=f"F-{finding.fingerprint}",
        graded=grave,
        questions=" ".join(dict.fromkeys(asked.get(route, route) for route in finding.missing)),
    )


def weakened_lines(facts: Sequence[WeakenedFact], say: Say, most: int) -> Iterator[str]:
    """Give the facts that a change took away, weakened or states otherwise, a line each, and how many there are beyond `most`."""
    if not facts:
        return
    yield say(gate_texts.WEAKENED, count=len(facts))
    yield from (f"  {weakened(line, say)}" for line in facts[:most])
    if len(facts) > most:
        yield f"  {say(gate_texts.MORE_CHANGES, count=len(facts) - most)}"
    yield ""


def weakened(line: WeakenedFact, say: Say) -> str:
    """Give in one line what became of a fact, its words before and after, and the findings that it touches."""
    was, now = (
        f"`{line.fact}`" if clause is None else pick(clause, say.lang)
        for clause in (line.said_before, line.said_after)
    )
    values = {"before": say.word(line.before or "—"), "after": say.word(line.after or "—")}
    parts = [say(gate_texts.FATES[line.fate], was=was, now=now, **values)]
    if line.findings:
        parts.append(say(gate_texts.TOUCHED, findings=", ".join(line.findings)))
    if line.beginning:
        parts.append(say(gate_texts.TO_COME, findings=", ".join(line.beginning)))
    return " ".join(parts)

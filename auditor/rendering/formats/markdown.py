"""A comment on a pull request, or the summary of a job: what fails, what else was found, what stays open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.result.shown import Shown
from auditor.rendering.captures.matrix import ON_A_SCREEN, matrix
from auditor.rendering.ci_view import CiView
from auditor.rendering.format import Format, Presentation
from auditor.rendering.markup import code, escaped
from auditor.rendering.telling.headline import headline
from auditor.rendering.telling.letters import lettered
from auditor.rendering.telling.short import first_step
from auditor.text import console as console_texts
from auditor.text import findings as finding_texts
from auditor.text import gate as gate_texts
from auditor.text import questions as question_texts
from auditor.text import received as received_texts
from auditor.text import telling as telling_texts

#: A comment holds 65,536 characters; beyond this many findings only their number is told.
MOST: Final = 60


def markdown(result: Result, presentation: Presentation) -> bytes:
    """Give the result as Markdown in which nothing a stranger wrote is markup."""
    return ("\n".join(_lines(CiView.of(result, presentation))) + "\n").encode()


def _lines(report: CiView) -> Iterator[str]:
    say, result = report.say, report.result
    mark = "✅" if result.summary.gate.passed else "❌"
    yield f"### {mark} {escaped(report.pick(result.case.title))} · {escaped(say(telling_texts.ON_DATE, date=result.as_of))}"
    yield ""
    found = lettered(result)
    yield f"**{escaped(headline(result, found, say))}**"
    yield ""
    yield escaped(first_step(result, found, say))
    yield ""
    if result.not_looked_at:
        yield from (f"- {escaped(words)}" for words in report.not_looked_at())
        yield ""
    yield escaped(report.gate())
    yield ""
    reasons = report.reasons()
    if reasons:
        yield from (f"- {escaped(words)}" for words, _ in reasons[:MOST])
        yield ""
    told = report.told()
    if told:
        yield f"**{escaped(say(gate_texts.WEAKENED, count=len(told)))}**"
        yield ""
        yield from (f"- {escaped(words)}" for words, _ in told[:MOST])
        if len(told) > MOST:
            yield f"- {escaped(say(gate_texts.MORE_CHANGES, count=len(told) - MOST))}"
        yield ""
    findings = report.established()
    if findings:
        yield f"| {say(finding_texts.SEVERITY)} | {say(finding_texts.FINDING)} | {say(finding_texts.HOW_KNOWN)} | {say(finding_texts.PLACE)} |"
        yield "|---|---|---|---|"
        yield from (_row(report, finding) for finding in findings[:MOST])
        if len(findings) > MOST:
            yield ""
            yield escaped(say(finding_texts.MORE, count=len(findings) - MOST))
        yield ""
    yield from _received(report)
    live = [question for question in result.questions if question.live]
    if live:
        yield f"<details><summary>{_text(say(question_texts.OPEN, count=len(live)))}</summary>"
        yield ""
        yield from (f"- Q{n} {escaped(report.pick(q.question))}" for n, q in enumerate(live[:MOST], 1))
        yield ""
        yield "</details>"
        yield ""
    yield escaped(report.judged())
    yield ""
    yield escaped(report.counted())
    yield ""
    yield f"<sub>{_text(say(console_texts.FOOTER, as_of=result.as_of))}</sub>"


def _received(report: CiView) -> Iterator[str]:
    """Give whom captures show, by state of consent."""
    table = matrix(report.result, report.say, ON_A_SCREEN)
    if table is None:
        return
    yield f"**{escaped(report.say(received_texts.SECTION['matrix']))}**"
    yield ""
    for number, line in enumerate([table.heads, *table.lines]):
        yield f"| {' | '.join(map(escaped, line))} |"
        if not number:
            yield "|---" * len(line) + "|"
    yield ""
    if table.left:
        yield escaped(report.say(received_texts.MORE, count=table.left))
        yield ""


def _row(report: CiView, finding: Finding) -> str:
    place = report.place(finding)
    spot = f"`{code(report.uri(place))}:{place.line}`" if place else ""
    told = "<br>".join(map(escaped, report.message(finding).splitlines()))
    cite = f"F-{finding.fingerprint} ({finding.rule})"
    message = f"**{escaped(report.headline(finding))}**<br>{told}<br><sub>{escaped(cite)}</sub>"
    return f"| {report.graded(finding)} | {message} | {escaped(report.tag(finding))} | {spot} |"


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


FORMAT = Format(
    render=markdown,
    media_type="text/markdown",
    suffix=".md",
    shown=Shown("none", frozenset({"captures"}), premises=False),
)

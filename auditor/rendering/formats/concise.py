"""One line per finding, as editors and log readers parse it: file:line:column: severity[RULE] title."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.model.result.findings import PlaceInFile
from auditor.model.result.shown import ESTABLISHED
from auditor.rendering.ci_view import CiView
from auditor.rendering.format import Format, Presentation
from auditor.rendering.markup import safe


def concise(result: Result, presentation: Presentation) -> bytes:
    """Give what was not looked at, one line per established finding and per open point, what else fails or was taken away, the counts."""
    report = CiView.of(result, presentation)
    lines = report.not_looked_at()
    for finding in report.established():
        place = report.place(finding)
        spot = f"{report.uri(place)}:{place.line}:{place.column}: " if place else ""
        lines.append(
            f"{spot}{report.graded(finding)}[{finding.rule}] {report.headline(finding)} ({report.culprit(finding)}; {report.tag(finding)})"
        )
    for asked in result.questions:
        if asked.live:
            place = asked.facts[0].place
            spot = f"{report.uri(place)}:{place.line}:{place.column}: " if place else ""
            lines.append(f"{spot}?[{', '.join(asked.rules)}] {report.pick(asked.question)}")
    return (
        "\n".join(
            safe(line)
            for line in [
                *lines,
                *(_spotted(report, words, place) for words, place in (*report.reasons(), *report.told())),
                report.judged(),
                report.gate(),
                report.counted(),
            ]
        )
        + "\n"
    ).encode()


def _spotted(report: CiView, words: str, place: PlaceInFile | None) -> str:
    return f"{report.uri(place)}:{place.line}:{place.column}: {words}" if place else words


FORMAT = Format(render=concise, media_type="text/plain", suffix=".txt", shown=ESTABLISHED)

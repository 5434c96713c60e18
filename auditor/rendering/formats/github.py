"""Annotations of a GitHub workflow, the gravest first; the last of the ten that are shown counts what is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding, PlaceInFile
from auditor.model.result.shown import ESTABLISHED
from auditor.model.vocabulary import Floor
from auditor.rendering.ci_view import CiView, end_column
from auditor.rendering.format import Format, Presentation
from auditor.text import findings as finding_texts
from auditor.text import gate as gate_texts
from auditor.text.cleaned import cleaned, one_line

KINDS: Final[dict[Floor, str]] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "notice",
    "info": "notice",
    "none": "notice",
}
#: How many annotations one step shows.
SHOWN: Final = 10
#: How many lines one annotation tells.
LINES: Final = 20


def github(result: Result, presentation: Presentation) -> bytes:
    """Give what is established as workflow commands, at most ten, the last one a count where there are more."""
    report = CiView.of(result, presentation)
    commands = [_reason(report, words, place) for words, place in report.reasons()]
    commands += list(_told(report))
    commands += [_command(report, finding) for finding in report.established()]
    over = len(commands) - SHOWN + 1 if len(commands) > SHOWN else 0
    lines = commands[: SHOWN - 1 if over else SHOWN]
    if over:
        lines.append(f"::notice title=auditor::{_data(report.say(finding_texts.MORE, count=over))}")
    return ("\n".join([*lines, *_plain(report)]) + "\n").encode()


def _plain(report: CiView) -> Iterator[str]:
    for line in (*report.not_looked_at(), report.judged(), report.gate(), report.counted()):
        yield _printable(line)


def _command(report: CiView, finding: Finding) -> str:
    title = f"{finding.rule} {report.headline(finding)}"
    words = f"{report.message(finding)} (F-{finding.fingerprint})"
    return _annotation(
        report, kind=KINDS[finding.severity], place=report.place(finding), title=title, words=words
    )


def _reason(report: CiView, words: str, place: PlaceInFile | None) -> str:
    return _annotation(report, kind="error", place=place, title="auditor", words=words)


def _told(report: CiView) -> Iterator[str]:
    """Give in one annotation what a change did to known findings and fails nothing, so that it takes no place from findings."""
    told = report.told()
    if told:
        lines = [words for words, _ in told[:LINES]]
        if len(told) > LINES:
            lines.append(report.say(gate_texts.MORE_CHANGES, count=len(told) - LINES))
        yield _annotation(report, kind="warning", place=told[0][1], title="auditor", words="\n".join(lines))


def _annotation(report: CiView, kind: str, place: PlaceInFile | None, title: str, words: str) -> str:
    spot = (
        f"line={place.line},endLine={place.line},col={place.column},endColumn={end_column(place)},"
        if place
        else ""
    )
    return f"::{kind} file={_property(report.uri(place))},{spot}title={_property(title)}::{_data(words)}"


def _printable(text: str) -> str:
    return one_line(text)


def _data(text: str) -> str:
    return "%0A".join(cleaned(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format(render=github, media_type="text/plain", suffix=".txt", shown=ESTABLISHED)

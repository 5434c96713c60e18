"""What a scenario would change, every line labelled hypothetical."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.comparison import Comparison
from auditor.model.result import Finding, Level
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import pick, speaker


def render_comparison(comparison: Comparison, form: str, lang: str) -> bytes:
    """Give the comparison as `text` in `lang`, or as `json`."""
    if form == "json":
        return as_json(comparison)
    return ("\n".join(safe(line) for line in _lines(comparison, lang)) + "\n").encode()


def _lines(comparison: Comparison, lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield say("cmp_head", title=pick(comparison.title, lang))
    yield say("cmp_note")
    for key, findings in (("cmp_appears", comparison.appears), ("cmp_disappears", comparison.disappears)):
        yield ""
        yield say(key, count=len(findings))
        for finding in findings:
            yield _head(finding, lang)
            yield f"    {pick(finding.message, lang)}"
    yield ""
    yield say("cmp_changed", count=len(comparison.changed))
    for change in comparison.changed:
        yield _head(change.after, lang)
        yield f"    {_state(change.before, lang)} → {_state(change.after, lang)}"
    yield say("cmp_unchanged", count=comparison.unchanged)
    for key, points in (
        ("cmp_settled", comparison.questions_settled),
        ("cmp_opened", comparison.questions_opened),
    ):
        if points:
            yield ""
            yield say(key)
            yield from (f"  ? {point.fact}: {pick(point.question, lang)}" for point in points)


def _head(finding: Finding, lang: str) -> str:
    say = speaker(lang)
    return f"  {say(finding.outcome)}, {say(finding.severity)}[{finding.rule}] {finding.culprit}: {pick(finding.title, lang)}"


def _state(finding: Finding, lang: str) -> str:
    say = speaker(lang)
    level = f", {level_words(finding.level)}" if finding.level is not None else ""
    return f"{say(finding.outcome)}, {say(finding.severity)}{level}"


def level_words(level: Level) -> str:
    """Give an exposure level, or the interval it lies in."""
    return f"E{level.min}" if level.min == level.max else f"E{level.min}–E{level.max}"

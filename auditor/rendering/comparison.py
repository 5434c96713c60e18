"""What a scenario would change, every line labelled hypothetical."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model.comparison import Comparison
from auditor.model.result.findings import Finding, Level, OpenFact
from auditor.rendering.grades import state
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, pick, speaker
from auditor.text import comparison as comparison_texts


def render_comparison(comparison: Comparison, form: str, lang: str) -> bytes:
    """Give the comparison as `text` in `lang`, or as `json`."""
    if form == "json":
        return as_json(comparison)
    return ("\n".join(safe(line) for line in _lines(comparison, lang)) + "\n").encode()


def _lines(comparison: Comparison, lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield say(comparison_texts.HEAD, title=pick(comparison.title, lang))
    yield say(comparison_texts.NOTE)
    for heading, findings in (
        (comparison_texts.APPEARS, comparison.appears),
        (comparison_texts.DISAPPEARS, comparison.disappears),
    ):
        yield ""
        yield say(heading, count=len(findings))
        for finding in findings:
            yield _head(finding, lang)
            yield f"    {pick(finding.message, lang)}"
    yield ""
    yield say(comparison_texts.CHANGED, count=len(comparison.changed))
    for change in comparison.changed:
        yield _head(change.after, lang)
        yield f"    {_state(change.before, lang)} → {_state(change.after, lang)}"
    yield say(comparison_texts.UNCHANGED, count=comparison.unchanged)
    for heading, points in (
        (comparison_texts.SETTLED, comparison.questions_settled),
        (comparison_texts.OPENED, comparison.questions_opened),
    ):
        if points:
            yield ""
            yield say(heading)
            yield from asked_once(points, lang)


def asked_once(points: Iterable[OpenFact], lang: str) -> Iterator[str]:
    """Yield a line for each question; several facts that are asked for in the same words are one question."""
    yield from dict.fromkeys(f"  - {pick(point.question, lang)}" for point in points)


def _head(finding: Finding, lang: str) -> str:
    say = speaker(lang)
    told = pick(finding.headline, lang) or pick(finding.title, lang)
    return f"  {told} · {state(finding, say)} · F-{finding.fingerprint} ({finding.rule})"


def _state(finding: Finding, lang: str) -> str:
    say = speaker(lang)
    level = f", {level_words(finding.level, say)}" if finding.level is not None else ""
    return f"{state(finding, say)}{level}"


def level_words(level: Level, say: Say) -> str:
    """Give an exposure level, or the interval it lies in, with its scale."""
    if level.min == level.max:
        return say(comparison_texts.LEVEL, level=level.min)
    return say(comparison_texts.LEVELS, low=level.min, high=level.max)

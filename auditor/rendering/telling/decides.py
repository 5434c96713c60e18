"""What a question decides: the findings by letter, and how many open points."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.result.findings import OpenQuestion
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.words import Say
from auditor.text import telling as texts
from auditor.text.grammar import enumerated


def decides(question: OpenQuestion, found: Sequence[Lettered], say: Say) -> str:
    """Say which findings and how many open points hang on a question; empty where none does."""
    routes = {fact.fact for fact in question.facts}
    letters = enumerated(
        (
            group.letter
            for group in found
            if any(not routes.isdisjoint(finding.missing) for finding in group.findings)
        ),
        say(texts.AND),
    )
    if letters and question.points:
        return say(texts.DECIDES_BOTH, letters=letters, count=question.points)
    if letters:
        return say(texts.DECIDES, letters=letters)
    return say(texts.DECIDES_POINTS, count=question.points) if question.points else ""

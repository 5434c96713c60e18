"""Documents as sentences call them."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.model.vocabulary import OF_KNOWLEDGE
from auditor.rendering.words import Say, pick
from auditor.text import telling as texts


def cited(result: Result, source: str, say: Say) -> str:
    """Give a source by its label, with the place in it: `the Reflets.info article, F6`; the case file, or the knowledge base, where none is known."""
    name, _, fragment = source.partition("#")
    line = next((line for line in result.sources if line.id == name), None)
    if line is None:
        return say(texts.KNOWLEDGE if name.startswith(OF_KNOWLEDGE) else texts.CASE_FILE)
    label = pick(line.label, say.lang)
    return f"{label}, {fragment}" if fragment else label

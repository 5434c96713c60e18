"""How data is protected on its way, in words."""

from __future__ import annotations

from auditor.model.vocabulary import Known
from auditor.rendering.words import Say
from auditor.text import telling as texts

SAID = ("none", "unknown", "not-produced")


def protection(transport: str, content: str, say: Say) -> str:
    """Give two sentences: what protects the way, and what protects the content beyond it."""
    way = say(texts.IN_TRANSIT[_key(transport)], how=say.word(transport))
    return f"{way} {say(texts.CONTENT_IS[_key(content)], how=say.word(content))}"


def known_words(known: Known, say: Say) -> str:
    """Give how a fact is known, as a tag."""
    return say(texts.TAGS[known])


def _key(value: str) -> str:
    return value if value in SAID else "some"

"""How data is protected on its way, in words."""

from __future__ import annotations

from auditor.model.vocabulary import Known
from auditor.rendering.words import Say
from auditor.text import telling as texts

SAID = ("none", "unknown", "not-produced")


def protection(transport: str, content: str, say: Say) -> str:
    """Give two sentences: what protects the way, and what protects the content beyond it."""
    return f"{in_transit(transport, say)} {content_is(content, say)}"


def in_transit(transport: str, say: Say) -> str:
    """Say what protects the way."""
    return say(texts.IN_TRANSIT[_key(transport)], how=say.word(transport))


def content_is(content: str, say: Say) -> str:
    """Say what protects the content beyond the way."""
    return say(texts.CONTENT_IS[_key(content)], how=say.word(content))


def known_words(known: Known, say: Say) -> str:
    """Give how a fact is known, as a tag."""
    return say(texts.TAGS[known])


def _key(value: str) -> str:
    return value if value in SAID else "some"

"""In which of the two languages a text of others seems to be written, by the commonest words of each."""

from __future__ import annotations

import re
from typing import Final, Literal

#: Words that stand in texts of one of the languages and not of the other.
ENGLISH: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "has",
        "in",
        "is",
        "its",
        "of",
        "on",
        "or",
        "our",
        "privacy",
        "terms",
        "the",
        "to",
        "with",
        "your",
    ]
)
FRENCH: Final = frozenset(
    [
        "au",
        "aux",
        "avec",
        "ce",
        "chez",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "est",
        "et",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "n",
        "ne",
        "nos",
        "notre",
        "où",
        "par",
        "pour",
        "qui",
        "s",
        "sa",
        "ses",
        "son",
        "sous",
        "sur",
        "un",
        "une",
        "votre",
    ]
)
WORD: Final = re.compile(r"[^\W\d_]+")


def written_in(text: str) -> Literal["fr", "en", ""]:
    """Give `fr` or `en` where the words of one language are plainly more, else an empty text."""
    words = [word.lower() for word in WORD.findall(text)]
    french = sum(word in FRENCH for word in words)
    english = sum(word in ENGLISH for word in words)
    if french == english:
        return ""
    return "fr" if french > english else "en"

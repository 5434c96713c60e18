"""How a text is said in one language: picked from its pair, typeset, its slots filled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from auditor.model.bilingual import Bilingual
from auditor.text.cleaned import lines
from auditor.text.days import in_words
from auditor.text.grammar import French, Spoken
from auditor.text.typography import NO_BREAK, spaced
from auditor.text.vocabulary import WORDS


class Say:
    """The voice of one language (fr or en): called with a text of `auditor.text`, it gives it with its slots filled."""

    __slots__ = ("lang",)

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, text: Bilingual, /, **slots: object) -> str:
        """Give `text`, typeset, with values put in; French ones contract as the text asks for (`{who:à}`)."""
        said = pick(text, self.lang)
        return said.format(**self.fitted(slots)) if slots else said

    def fitted(self, slots: dict[str, object]) -> dict[str, object]:
        """Give values as the slots of a text take them, dates in words."""
        spoken = French if self.lang == "fr" else Spoken
        return {
            name: spoken(getattr(in_words(value), self.lang) if isinstance(value, str) else value)
            if isinstance(value, (str, int))
            else value
            for name, value in slots.items()
        }

    def word(self, value: str) -> str:
        """Give the name of a closed word; a value that is none is said as it is."""
        known = WORDS.get(value)
        return value if known is None else pick(known.name, self.lang)

    @property
    def apart(self) -> str:
        """What stands between parts of an enumeration that hold commas themselves."""
        return f"{NO_BREAK}; " if self.lang == "fr" else "; "

    def label(self, text: Bilingual) -> str:
        """Give a text as a label before a value."""
        return self.colon(self(text))

    def colon(self, words: str) -> str:
        """Give words with the colon that follows them in the language."""
        return f"{words}{NO_BREAK}:" if self.lang == "fr" else f"{words}:"


@cache
def speaker(lang: str) -> Say:
    """Give the voice of `lang`."""
    return Say(lang)


def legal_name(names: Mapping[str, Bilingual], identity: str) -> Bilingual | None:
    """Give the name of an organisation with its legal form, the name of another end as sentences have it."""
    return names.get(f"organisations.{identity}") or names.get(identity)


def printable(text: str) -> str:
    """Give `text` without characters that cannot be seen, nor what a runner of a pipeline would take for a command."""
    if not text.isprintable():
        text = "".join(
            c if c.isprintable() or c in "\u202f\u00a0\n" else "\N{REPLACEMENT CHARACTER}" for c in text
        )
    return lines(text)


def pick(text: Bilingual, lang: str) -> str:
    """Give a text in `lang`, typeset."""
    return spaced(text.fr) if lang == "fr" else text.en

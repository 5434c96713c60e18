"""A closed word and the forms it takes."""

from __future__ import annotations

from msgspec import Struct

from auditor.model.bilingual import Bilingual


class Word(Struct, frozen=True):
    """A closed word: by its `name` in a cell, a list or after a label, and as a sentence takes it."""

    name: Bilingual
    in_sentence: Bilingual


def word(fr: str, en: str, *, in_sentence: tuple[str, str] | None = None) -> Word:
    """Give a word that is named so; `in_sentence` (French, English) where a sentence takes another form."""
    name = Bilingual(fr, en)
    return Word(name, name if in_sentence is None else Bilingual(*in_sentence))

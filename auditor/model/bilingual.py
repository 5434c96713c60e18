"""A text in French and in English."""

from typing import Final

from msgspec import Struct


class Bilingual(Struct, frozen=True):
    """A text in both languages; equal where only one was given."""

    fr: str
    en: str


#: No text at all, as where there is no hint.
NOTHING_SAID: Final = Bilingual("", "")

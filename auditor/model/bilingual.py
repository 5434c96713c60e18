"""A text in French and in English."""

from msgspec import Struct


class Bilingual(Struct, frozen=True):
    """A text in both languages; equal where only one was given."""

    fr: str
    en: str

"""A message with slots, in both languages; nothing is imported to have it, only to fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.text.cleaned import cleaned
from auditor.text.typography import spaced

if TYPE_CHECKING:
    from auditor.model.bilingual import Bilingual

    Slot = str | int | Bilingual
#: How much of a word of the input a message repeats.
LONGEST: Final = 160


class Template(NamedTuple):
    """A message in French and in English with the same slots; calling it fills them.

    What fills a slot comes from the input: it is cleaned and cut. A French slot contracts as it asks for (`{what:de}`).
    """

    fr: str
    en: str

    def __call__(self, **slots: Slot) -> Bilingual:
        """Give the message with its slots filled."""
        from auditor.model.bilingual import Bilingual
        from auditor.text.grammar import French, Spoken

        french = {name: French(_said(slot)[0]) for name, slot in slots.items()}
        english = {name: Spoken(_said(slot)[1]) for name, slot in slots.items()}
        return Bilingual(spaced(self.fr).format(**french), self.en.format(**english))

    def said(self, lang: str, **slots: str) -> str:
        """Give the message in French or in English with words of the program in its slots; nothing is imported for it."""
        text = spaced(self.fr) if lang == "fr" else self.en
        return text.format(**slots) if slots else text


def _said(slot: Slot) -> tuple[str, str]:
    """Give what fills a slot in French and in English."""
    if not isinstance(slot, (str, int)):
        return slot.fr, slot.en
    text = cleaned(str(slot))
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return shown, shown

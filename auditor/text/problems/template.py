"""A message with slots, in both languages."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.text.cleaned import cleaned
from auditor.text.grammar import French
from auditor.text.typography import spaced

Slot = str | int | Bilingual
#: How much of a word of the input a message repeats.
LONGEST: Final = 160


class Template(Struct, frozen=True):
    """A message in French and in English with the same slots; calling it fills them.

    What fills a slot comes from the input: it is cleaned and cut. A French slot contracts as it asks for (`{what:de}`).
    """

    fr: str
    en: str

    def __call__(self, **slots: Slot) -> Bilingual:
        """Give the message with its slots filled."""
        said = {name: _said(slot) for name, slot in slots.items()}
        french = spaced(self.fr)
        return Bilingual(
            french.format(**{name: French(text.fr) for name, text in said.items()}),
            self.en.format(**{name: text.en for name, text in said.items()}),
        )


def _said(slot: Slot) -> Bilingual:
    if isinstance(slot, Bilingual):
        return slot
    text = cleaned(str(slot))
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return Bilingual(shown, shown)

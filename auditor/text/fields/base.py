"""How one row of a field of a case is declared: all that is said of the field, in French and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual

Pair = tuple[str, str]
Values = Mapping[str, Pair]
#: Whose fact it is, and so whom to ask first; `auditor/rules/addressees.py` finds who that is in a case.
Whose = Literal[
    "operator",
    "controller",
    "flow-controller",
    "arranger",
    "organisation",
    "owned",
    "party",
    "author",
    "audited",
]


class Without(Struct, frozen=True):
    """What a row leaves out on purpose, and why."""

    reason: str


class Whole(Struct, frozen=True):
    """A field that is told by the sentence of its whole entry (`ENTRIES`), which says its value."""


class Sentences(Struct, frozen=True):
    """What a premise says: the sentence of each value that has one of its own, and `other` for any other value.

    Slots are those of `Row`, and `{value}` for the value in words (of a list, all its elements).
    """

    other: Bilingual | None
    values: Mapping[str, Bilingual]

    def of(self, value: str) -> Bilingual:
        """Give the sentence for a value. Raises KeyError where the row has none, which a test of the rows finds."""
        return self.values[value] if self.other is None else self.values.get(value, self.other)


class Row(Struct, frozen=True, kw_only=True):
    """One field of a case.

    `doc` is what the field is, as a noun: in the reference, in the JSON Schema, at the head of a column, in a sentence.
    `question` settles it, `clause` says its value as a premise, `whose` tells whose fact it is and so whom to ask.
    Slots: `{it}` is the entity, `{owner}` and `{owned}` the two ends of a link, `{key}` the entry of a mapping or list;
    `{it:de}` is the same after `de` in French.
    """

    doc: Bilingual
    question: Bilingual | Without
    clause: Sentences | Whole | Without
    whose: Whose | Without


Rows = Mapping[str, Row]
WHOLE: Final = Whole()


def says(other: Pair, values: Values | None = None) -> Sentences:
    """Give a sentence for any value, and those of values that are said otherwise."""
    return Sentences(Bilingual(*other), _both(values or {}))


def each(values: Values) -> Sentences:
    """Give one sentence per value, where no sentence fits all."""
    return Sentences(None, _both(values))


def yes_no(yes: Pair, no: Pair, values: Values | None = None) -> Sentences:
    """Give the sentences of a yes and of a no, and those of further values."""
    return each({"true": yes, "false": no, **(values or {})})


def aside(french: str, english: str, reason: str) -> Row:
    """Give the row of what is no fact about the system: nobody is asked for it, and no premise says it."""
    without = Without(reason)
    return Row(doc=Bilingual(french, english), question=without, clause=without, whose=without)


def _both(values: Values) -> dict[str, Bilingual]:
    return {word: Bilingual(*pair) for word, pair in values.items()}

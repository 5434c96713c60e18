"""Answers in words, where the question stands that they were given to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from auditor.model.result.findings import OpenFact
from auditor.rendering.words import Say, printable
from auditor.text import questions as texts

#: How much of an answer is shown.
SHOWN: Final = 300


def said_in_words(
    facts: Iterable[OpenFact], say: Say, *, name: Callable[[str], str], date: Callable[[str], str] = str
) -> Iterator[str]:
    """Give each answer in words to some facts, once, with who gave it and when."""
    lines = dict.fromkeys((each.words, each.by, each.on) for fact in facts for each in fact.said)
    for words, by, on in lines:
        told = " ".join(printable(words).split())
        shown = told if len(told) <= SHOWN else f"{told[:SHOWN]}…"
        who = name(by) if by else say(texts.SOMEBODY)
        yield say(texts.SAID_IN_WORDS, words=shown, who=who, date=date(on))

"""French verbs under negation, and elision across a whole sentence."""

from __future__ import annotations

from typing import Final

_PRONOUNS: Final = ("se", "la", "le", "les")
_ELIDED: Final = ("lorsque", "que")


def without(verb: str) -> str:
    """Give a verb after `ne`, or `n'` where it is said."""
    return f"n'{verb}" if verb[0] in "aeéiou" else f"ne {verb}"


def negated(verb: str) -> str:
    """Give `verb` with its negation: after the first word, or after the second where the first is a pronoun."""
    head, _, tail = verb.partition(" ")
    if head in _PRONOUNS:
        second, _, rest = tail.partition(" ")
        return f"ne {head} {second} pas{' ' + rest if rest else ''}"
    return f"{without(head)} pas{' ' + tail if tail else ''}"


def elided(sentence: str) -> str:
    """Give a sentence with its conjunctions elided before vowels: `lorsqu'il`, `s'il`."""
    for word in _ELIDED:
        for vowel in "aeiouyéèêh":
            sentence = sentence.replace(f" {word} {vowel}", f" {word[:-1]}'{vowel}")
    return sentence.replace(" si il", " s'il")

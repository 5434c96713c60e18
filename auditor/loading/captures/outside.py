"""What of JSON stands outside its strings, told from its bytes alone: how deep it is nested, and whether a number has too many digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

#: How many digits may follow each other outside strings: Python makes no integer of more than 4300, and the parser in C does not
#: survive one. An integer of so many that is parted between two chunks has this many in one of them.
MOST_DIGITS: Final = 2000
DIGITS: Final = re.compile(rb"[0-9]{%d}" % MOST_DIGITS)
#: Of so many digits at least three stand on a multiple of this, wherever they begin: few bytes tell that there are not as many.
STEP: Final = MOST_DIGITS // 4
SAMPLED: Final = re.compile(rb"[0-9]{3}")
#: How much is looked at once.
PIECE: Final = 64 * 1024

#: Letters that a backslash may stand before, and the one that stands for each of them.
LETTERS: Final = b"/bfnrtu"
ESCAPED: Final = b"n"
MARKS: Final = bytes.maketrans(LETTERS, ESCAPED * len(LETTERS))
NO_MARKS: Final = bytes(set(range(256)) - set(b'{}[],"\\' + LETTERS))
ALIKE: Final = bytes.maketrans(b"{}", b"[]")


class Outside:
    """Takes the pieces of a JSON text one after the other; `inside` tells whether what was taken ends within a string.

    Most of a text is dropped at once: what is left are marks, and one letter for each that a backslash may stand before.
    """

    def __init__(self) -> None:
        self.inside = False
        self._rest = b""

    def of(self, piece: bytes) -> bytes:
        """Take a piece, and give the brackets and commas of it that stand outside strings."""
        plain = (self._rest + piece.translate(MARKS, NO_MARKS)).replace(rb"\\", b"")
        self._rest = b"\\" if plain.endswith(b"\\") else b""
        parts = plain.removesuffix(b"\\").replace(rb"\"", b"").split(b'"')
        found = b"".join(parts[self.inside :: 2])
        self.inside ^= len(parts) % 2 == 0
        return found.replace(ESCAPED, b"")


def is_deep(text: bytearray, end: int, most: int) -> bool:
    """Tell whether the sound JSON in a text up to `end` is nested deeper than `most`."""
    if not _opens_more(text, end, most):
        return False
    left = b"".join(each.translate(ALIKE, b",") for each in _outside(text, end))
    for _ in range(most):
        if not left:
            return False
        # the innermost of all go at once
        left = left.replace(b"[]", b"")
    return bool(left)


def _opens_more(text: bytearray, end: int, most: int) -> bool:
    """Tell whether a text holds more marks that begin an object or a list than `most`, strings included."""
    left = most
    for mark in (b"{", b"["):
        at = text.find(mark, 0, end)
        while at >= 0:
            left -= 1
            if left < 0:
                return True
            at = text.find(mark, at + 1, end)
    return False


def parts(text: bytes) -> int:
    """Give at least as many as the objects, lists, members and items that begin in a piece of JSON."""
    return text.count(b"{") + text.count(b"[") + text.count(b",")


def has_more_parts(text: bytearray, end: int, most: int) -> bool:
    """Tell whether the sound JSON in a text up to `end` has more parts than `most`."""
    return end > most and sum(map(parts, _outside(text, end))) > most


def _outside(text: bytearray, end: int) -> Iterator[bytes]:
    outside = Outside()
    return (outside.of(bytes(text[at : min(at + PIECE, end)])) for at in range(0, end, PIECE))


class LongNumber(Exception):
    """A number has more digits than are read."""


def of_short_numbers(chunks: Iterable[bytes], again: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
    """Yield the chunks of a JSON text up to a number of too many digits, and there raise LongNumber.

    Where many digits follow each other, `again` gives the chunks from the first, to tell whether they stand in a string.
    """
    outside: Outside | None = None
    for number, chunk in enumerate(chunks):
        found = DIGITS.search(chunk) if SAMPLED.search(chunk[::STEP]) else None
        if found is not None and outside is None:
            outside = Outside()
            for _, earlier in zip(range(number), again(), strict=False):
                outside.of(earlier)
        taken = 0
        while found is not None and outside is not None:
            outside.of(chunk[taken : found.start()])
            if not outside.inside:
                yield chunk[: found.start()]
                raise LongNumber
            taken = found.start()
            found = DIGITS.search(chunk, found.end())
        if outside is not None:
            outside.of(chunk[taken:])
        yield chunk

"""The places of a file of records, each looked up in its record alone: what is kept of thousands of records is where each starts."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from auditor.loading.files.packed import Packed

Route = tuple[str | int, ...]

#: A key as it stands without quotes.
KEY: Final = rb"[A-Za-z0-9][A-Za-z0-9_-]{0,99}"
#: Plain words, and a field of them or of a list of them.
_WORDS: Final = rb"[A-Za-z0-9](?:[\w ./;+()'\x80-\xff-]*[\w./;+()'\x80-\xff-])?"
_MEMBER: Final = rb"%s: (?:%s|\[(?:%s(?:, %s)*)?\])" % (KEY, _WORDS, _WORDS, _WORDS)
#: A record that takes one line: fields of plain words, or of lists of them, between braces.
_LINE: Final = re.compile(rb" *%s: \{%s(?:, %s)*\}" % (KEY, _MEMBER, _MEMBER))
#: From how many bytes a piece that was read again is kept.
_LONG: Final = 1 << 14
#: Of how many bytes lines are counted in one go.
_BLOCK: Final = 1 << 10
#: Numbers of bytes and of lines, four bytes each.
_NUMBERS: Final = "I"
#: From how many bytes a file is kept compressed once it was read.
_VAST: Final = 1 << 22
#: How many steps lead to a field inside of the piece of its record.
_STEPS: Final = 2
#: How far in fields may stand that are looked up without libyaml.
_WIDEST: Final = 255


class Placed(Protocol):
    """A text with the places in it."""

    def locate(self, route: Route, *, key: bool = False) -> tuple[int, int]:
        """Give line and column of the value at `route`, or of its key."""

    def line(self, number: int) -> str:
        """Give the text of a line."""


class Records:
    """The pieces of a file in order: what comes before the first key, then each key of the first column, or a section and its records."""

    def __init__(self, data: bytes, read_piece: Callable[[bytes], Placed]) -> None:
        self._data: bytes | Packed = data
        self._read = read_piece
        self._last: tuple[int, Placed] | None = None
        self._long: dict[int, Placed] = {}
        #: How many bytes come before each piece, and in all of the file last.
        self._bytes = array(_NUMBERS)
        #: How many lines come before each block of bytes, and in all of the file last.
        self._lines = array(_NUMBERS, accumulate(map(_lines_in, _blocks(data)), initial=0))
        #: The piece that was looked up last, as lines of it are looked up next, and how many lines come before it.
        self._looked_up = b"", 0
        #: The number of the piece of each key of the first column.
        self._tops: dict[str | int, int] = {}
        #: How many signs in the fields of a record stand that was cut into them; nothing for other pieces.
        self._indents = bytearray()

    def open(self, top: str) -> None:
        """Note that the next piece is that of a key of the first column."""
        self._tops[top] = len(self._bytes)

    def add(self, position: int) -> None:
        """Note that a piece starts after so many bytes, or that the file ends there."""
        self._bytes.append(position)
        self._indents.append(0)

    def extend(self, positions: Sequence[int], indent: int) -> None:
        """Note that records start after so many bytes each, whose fields stand behind so many spaces."""
        self._bytes.extend(positions)
        self._indents.extend(bytes((indent if indent <= _WIDEST else 0,)) * len(positions))

    def pack(self) -> None:
        """Keep a vast file compressed: to be called once it was read, as all that is looked up from then on are a few pieces."""
        if isinstance(self._data, bytes) and len(self._data) > _VAST:
            from auditor.loading.files.packed import Packed  # most files are small

            self._data = Packed(self._data)

    def _piece(self, number: int) -> tuple[bytes, int]:
        """Give a piece, and how many lines come before it."""
        start = self._bytes[number]
        block = start // _BLOCK
        data = self._data[block * _BLOCK : self._bytes[number + 1]]
        before = start - block * _BLOCK
        self._looked_up = data[before:], self._lines[block] + _lines_in(data[:before])
        return self._looked_up

    def line(self, number: int) -> str:
        """Give the text of a line, 1-based."""
        if not 0 < number <= self._lines[-1] + 1:
            return ""
        if not isinstance(self._data, bytes):  # the piece that was looked up last is at hand
            piece, before = self._looked_up
            lines = piece.split(b"\n", max(number - before, 0))
            if 0 < number - before < len(lines):
                return lines[number - before - 1].decode()
        block = max(bisect_left(self._lines, number - 1) - 1, 0)
        start = block * _BLOCK
        begun = self._data[start : start + _BLOCK].split(b"\n", number - 1 - self._lines[block])[-1]
        return self._to_its_end(start + _BLOCK, begun)

    def _to_its_end(self, position: int, begun: bytes) -> str:
        """Give a line that has begun in a block, as far as it goes in those that follow."""
        parts = [begun]
        while b"\n" not in parts[-1] and position < len(self._data):
            parts.append(self._data[position : position + _BLOCK])
            position += _BLOCK
        return b"".join(parts).partition(b"\n")[0].decode()

    def locate(self, route: Route, *, key: bool) -> tuple[int, int]:
        """Give line and column of the value at `route`, or of its key; of the nearest thing around it if there is none."""
        number, inside = self._holding(route, key=key)
        found = self._key(number, inside) if key and inside else None
        if found is not None:
            return found
        line, column = self._read_again(number).locate(inside, key=key)
        _, before = self._piece(number)
        return before + line, column

    def _read_again(self, number: int) -> Placed:
        """Give a piece with the places in it. Kept are the last one, and those that take long to read."""
        if self._last is None or self._last[0] != number:
            data, _ = self._piece(number)
            piece = self._long.get(number) or self._read(data)
            if len(data) > _LONG:
                self._long[number] = piece
            self._last = number, piece
        return self._last[1]

    def _holding(self, route: Route, *, key: bool) -> tuple[int, Route]:
        """Give the piece in which the value at `route` stands, or its key, and the way to it in there.

        A record may be told by its number in its section, which saves looking up its name. Of what is nowhere, it is the piece of the nearest thing around it, or of the first key of all.
        """
        top = self._tops.get(route[0]) if route else None
        if top is None:
            return 1, ()
        if not self.make_up(route[0]):
            return top, route
        if len(route) > 1 and isinstance(route[1], int):
            number = top + 1 + route[1]
            return number, (self._name(number), *route[2:])
        found = self._sections[top].get(route[1]) if len(route) > 1 else None
        if found is None:
            return (top if key else top + 1), ()
        return found, route[1:]

    def _name(self, number: int) -> str:
        return self._piece(number)[0].partition(b":")[0].lstrip().decode()

    def make_up(self, section: str | int) -> bool:
        """Tell whether a section is made up of records, each a piece of its own."""
        return self._is_record(self._tops[section] + 1)

    def _is_record(self, number: int) -> bool:
        start = self._bytes[number]
        return self._data[start : start + 1] == b" "

    def _key(self, number: int, inside: Route) -> tuple[int, int] | None:
        """Give line and column of the name of a record, or of one of its fields; None where libyaml has to tell."""
        indent = self._indents[number]
        data, before = self._piece(number)
        own = before + 1, len(data) - len(data.lstrip(b" ")) + 1
        name = inside[1] if len(inside) > 1 else ""
        if not isinstance(name, str) or not name or ":" in name:
            return own if indent or len(inside) == 1 else None
        if not indent:
            return (
                self._in_line(data.partition(b"\n")[0], before + 1, name) if len(inside) == _STEPS else None
            )
        start = b" " * indent + name.encode() + b":"
        line = next((n for n, text in enumerate(data.split(b"\n"), 1) if text.startswith(start)), 0)
        if not line:
            return own
        return (before + line, indent + 1) if len(inside) == _STEPS else None

    def _in_line(self, text: bytes, line: int, name: str) -> tuple[int, int] | None:
        """Give line and column of the name of a field of a record that takes one line of plain words; None where it is none."""
        field = re.search(rb"[{ ]%s: " % re.escape(name.encode()), text) if _LINE.fullmatch(text) else None
        return None if field is None else (line, len(text[: field.start() + 1].decode()) + 1)

    @cached_property
    def _sections(self) -> dict[int, dict[str | int, int]]:
        """The number of the piece of each record, by that of its section and its name."""
        found: dict[int, dict[str | int, int]] = {}
        top = 0
        for number in range(1, len(self._bytes) - 1):
            if self._is_record(number):
                found.setdefault(top, {})[self._name(number)] = number
            else:
                top = number
        return found


def _blocks(data: bytes) -> Iterator[bytes]:
    return (data[start : start + _BLOCK] for start in range(0, len(data), _BLOCK))


def _lines_in(data: bytes) -> int:
    return data.count(b"\n")

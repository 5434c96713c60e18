"""Files of many records that are written alike: a field that recurs is read once, and a place is looked up in its record alone.

A key at some column ends whatever came before it at that column or further in, unless a quote or a bracket is still open. So a file
that is cut at the keys of one column can be read piece by piece: libyaml reads a piece by itself as it reads it within the file, and
where the cut fell into a quote or a bracket it refuses the piece. A file of which it refuses a piece, or in which anything is to be
reported, is no file of records: it is read whole.

Records are pieces of their section, and fields are pieces of their record. A field that is a key and plain words is read here, any
other by libyaml, and what was read is remembered by how it is written.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from auditor.loading.files.packed import Packed

Tree = dict[str, Any]
Route = tuple[str | int, ...]
#: Gives the mapping that a piece of a file is by itself, None where it is none, or anything in it is to be reported.
Judge = Callable[[bytes], Tree | None]

_KEY: Final = rb"[A-Za-z0-9][A-Za-z0-9_-]{0,99}"
#: A key and plain words, of signs that mean nothing to YAML where they stand.
_PLAIN: Final = re.compile(rb"(%s): ([A-Za-z0-9](?:[\w ,.;/+()'\x80-\xff-]*[\w,.;/+()'\x80-\xff-])?)" % _KEY)
#: What libyaml refuses wherever it stands, and a reader of pieces might pass over: U+FFFE, U+FFFF, and ends of lines of other kinds.
_NOWHERE: Final = (b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"\r")
#: What none of these is made of.
_ELSEWHERE: Final = bytes(range(0x80)).replace(b"\r", b"")
#: A field by itself: a key and its value, in a line or in further lines below it.
_FIELD: Final = re.compile(rb"%s:(?: +[^ |>].*|(?: .*)?(?:\n.*)+)" % _KEY)
#: The head of a text that is read otherwise further in, or before empty lines.
_HEAD: Final = re.compile(rb"[|>][-+0-9]*[+0-9]")
#: A section, and how far in its records stand.
_WORDS: Final = rb"[A-Za-z0-9](?:[\w ./;+()'\x80-\xff-]*[\w./;+()'\x80-\xff-])?"
_MEMBER: Final = rb"%s: (?:%s|\[(?:%s(?:, %s)*)?\])" % (_KEY, _WORDS, _WORDS, _WORDS)
#: A record that takes one line: fields of plain words, or of lists of them, between braces.
_LINE: Final = re.compile(rb" *%s: \{%s(?:, %s)*\}" % (_KEY, _MEMBER, _MEMBER))
_SECTION: Final = re.compile(rb"(%s):\n( +)%s:[ \n]" % (_KEY, _KEY))
_WORDLESS: Final = re.compile(rb"(?: *(?:#.*)?\n)*")
#: From how many bytes a piece that was read again is kept.
_LONG: Final = 1 << 14
#: How many fields are remembered at a time.
_MOST_FIELDS: Final = 1 << 14
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


class NoRecords(Exception):
    """A file is not made of pieces that can be read one by one."""


class _Unread(Exception):
    """A field has not been read yet."""


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

    def add(self, position: int, indent: int = 0) -> None:
        """Note that a piece starts after so many bytes, or that the file ends there."""
        self._bytes.append(position)
        self._indents.append(indent if indent <= _WIDEST else 0)

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
        piece, before = self._looked_up
        lines = piece.split(b"\n", max(number - before, 0))
        if 0 < number - before < len(lines):
            return lines[number - before - 1].decode()
        if not 0 < number <= self._lines[-1] + 1:
            return ""
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


def read(data: bytes, judge: Judge, read_piece: Callable[[bytes], Placed]) -> tuple[Tree, Records]:
    """Read a file in which no sign is unsafe, with where its pieces stand. Raises NoRecords where it must be read whole.

    `read_piece` gives the places in a piece, by itself, when they are looked up.
    """
    rest = data.translate(None, _ELSEWHERE)
    if any(sign in rest for sign in _NOWHERE):
        raise NoRecords
    records = Records(data, read_piece)
    return _Reading(data, judge, records).value(), records


class _Reading:
    """Reads the pieces of a file one after the other."""

    def __init__(self, data: bytes, judge: Judge, records: Records) -> None:
        self._records = records
        self._data = data
        self._judge = judge
        self._fields: dict[bytes, _Fields] = {}

    def value(self) -> Tree:
        """Give the value of the file."""
        value: Tree = {}
        position = self._noted(0, _end(_WORDLESS, self._data))
        while position < len(self._data):
            top = _piece(0).match(self._data, position)
            if top is None:
                raise NoRecords
            self._records.open(top[1].decode())
            section = _SECTION.match(self._data, position)
            if section is None:
                position = self._judged(value, position, 0)
            else:
                part = _put(value, section[1].decode(), {})
                inside = self._noted(position, section.start(2))
                position = self._section(part, inside, len(section[2]))
        if not value:
            raise NoRecords
        self._records.add(position)
        return value

    def _section(self, part: Tree, position: int, column: int) -> int:
        """Read the records of a section, and give where it ends."""
        record = _record(column)
        while self._data.startswith(b" ", position):
            found = record.match(self._data, position)
            fields = None if found is None else self._stated(found)
            if found is None or fields is None:
                position = self._judged(part, position, column)
                continue
            entry = _put(part, found[1].decode(), dict(fields))
            if len(entry) < len(fields):
                raise NoRecords
            position = self._noted(position, found.end(), len(found[2]) - 1)
        return position

    def _stated(self, record: re.Match[bytes]) -> list[tuple[str, Any]] | None:
        """Give the fields of a record, None where they cannot be told one by one."""
        between, body = record[2], record[3]
        known = self._fields.get(between)
        if known is None:
            known = self._fields[between] = _Fields(self._judge, between)
        try:
            return known.of(body)
        except NoRecords:
            return None

    def _judged(self, part: Tree, position: int, column: int) -> int:
        """Have libyaml read the pieces from here to the next record that can be cut into fields, and give where they end."""
        first = position
        names: list[str] = []
        while not names or self._data.startswith(b" " * max(column, 1), position):
            if names and _record(column).match(self._data, position):
                break
            named = _piece(column).match(self._data, position)
            if named is None:
                raise NoRecords
            names.append(named[1].decode())
            after = _cut(column).search(self._data, named.end())
            position = self._noted(position, len(self._data) if after is None else after.start())
        judged = self._judge(self._data[first:position])
        if judged is None or [*judged] != names:
            raise NoRecords
        for name, value in judged.items():
            _put(part, name, value)
        return position

    def _noted(self, position: int, end: int, indent: int = 0) -> int:
        """Note a piece, and give where it ends."""
        self._records.add(position, indent)
        return end


class _Fields(dict[bytes, tuple[str, Any]]):
    """The name and the value of the fields that stand at a column, by how they are written: each is read where it is first met."""

    def __init__(self, judge: Judge, between: bytes) -> None:
        self._judge = judge
        self._between = between
        self._words: dict[bytes, str] = {}

    def of(self, body: bytes) -> list[tuple[str, Any]]:
        """Give the fields of a record. Raises NoRecords where one of them is none by itself."""
        if len(self) >= _MOST_FIELDS:
            self.clear()
        try:
            return [
                self[line] for line in body.split(self._between)
            ]  # no line that goes on from another is a field
        except _Unread:
            texts = _between(len(self._between) - 1).split(body)
            self._read([text for text in texts if text not in self and not _PLAIN.fullmatch(text)])
            return [self[text] for text in texts]

    def __missing__(self, text: bytes) -> tuple[str, Any]:
        plain = _PLAIN.fullmatch(text)
        if plain is None:
            raise _Unread
        if b" " in plain[2]:
            return self._word(plain[1]), plain[2].decode()  # hardly any free text recurs
        self[text] = self._word(plain[1]), self._word(plain[2])
        return self[text]

    def _read(self, texts: list[bytes]) -> None:
        """Have libyaml read several fields of a record in one go. Raises NoRecords."""
        if not all(_FIELD.fullmatch(text) and not _HEAD.search(text) for text in texts):
            raise NoRecords
        judged = self._judge(self._between.join((b"", *texts))[1:] + b"\n")
        if judged is None or [*judged] != [text.partition(b":")[0].decode() for text in texts]:
            raise NoRecords
        for text, (name, value) in zip(texts, judged.items(), strict=True):
            self[text] = self._word(name.encode()), value

    def _word(self, text: bytes) -> str:
        """Give a word, the same object wherever it recurs."""
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = text.decode()
        return found


def _put(part: Tree, name: str, value: Any) -> Any:
    """Put a value under a name that is new, and give it. Raises NoRecords where it is not new, which is to be reported."""
    if name in part:
        raise NoRecords
    part[name] = value
    return value


@cache
def _record(column: int) -> re.Pattern[bytes]:
    """Give how a record is written whose name stands at a column: its name, what parts its fields, its fields, lines without words.

    The lines after it start at the same column or at the first.
    """
    field, further, wordless = rb"[^ \n#-].*", rb"(?: +[^ \n]|- ).*", rb"(?: {0,%d}#.*| *)\n" % column
    return re.compile(
        rb" {%d}(%s):(\n {%d,}+)(%s(?:\2(?:%s|%s))*+)\n((?:%s)*+)(?= {%d}[^ ]|[^ ]|\Z)"
        % (column, _KEY, column + 1, field, field, further, wordless, column)
    )


@cache
def _between(column: int) -> re.Pattern[bytes]:
    """Give what is between two fields that stand at a column: not what is between the lines of one, further in or items of a list."""
    return re.compile(rb"\n {%d}(?![ -])" % column)


@cache
def _piece(column: int) -> re.Pattern[bytes]:
    """Give how a piece begins whose key stands at a column."""
    return re.compile(rb" {%d}(%s):(?=[ \n])" % (column, _KEY))


@cache
def _cut(column: int) -> re.Pattern[bytes]:
    """Give where a piece ends whose key stands at a column: at the next line that starts there, or with no space."""
    return re.compile(rb"^(?: {%d}|)(?!- )[^ #\n]" % column, re.MULTILINE)


def _blocks(data: bytes) -> Iterator[bytes]:
    return (data[start : start + _BLOCK] for start in range(0, len(data), _BLOCK))


def _lines_in(data: bytes) -> int:
    return data.count(b"\n")


def _end(pattern: re.Pattern[bytes], data: bytes) -> int:
    found = pattern.match(data)
    return 0 if found is None else found.end()

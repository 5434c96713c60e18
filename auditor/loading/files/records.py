"""Files of many records that are written alike: a field that recurs is read once.

A key at some column ends whatever came before it at that column or further in, unless a quote or a bracket is still open. So a file
that is cut at the keys of one column can be read piece by piece: libyaml reads a piece by itself as it reads it within the file, and
where the cut fell into a quote or a bracket it refuses the piece. A file of which it refuses a piece, or in which anything is to be
reported, is no file of records: it is read whole.

Records are pieces of their section, and fields are pieces of their record. A field that is a key and plain words is read here, any
other by libyaml, and what was read is remembered by how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from auditor.loading.files.record_places import KEY, Placed, Records

Tree = dict[str, Any]
#: Gives the mapping that a piece of a file is by itself, None where it is none, or anything in it is to be reported.
Judge = Callable[[bytes], Tree | None]

#: Signs of plain words, which mean nothing to YAML where they stand.
_SIGN: Final = rb"\w,.;/+()'\x80-\xff-"
#: A key and plain words, and a key and several of them.
_PLAIN: Final = re.compile(rb"(%s): ([A-Za-z0-9](?:[%s ]*[%s])?)" % (KEY, _SIGN, _SIGN))
_FREE_TEXT: Final = rb"(%s): ([A-Za-z0-9][%s]*+ [%s ]*[%s])" % (KEY, _SIGN, _SIGN, _SIGN)
#: What libyaml refuses wherever it stands, and a reader of pieces might pass over: U+FFFE, U+FFFF, and ends of lines of other kinds.
_NOWHERE: Final = (b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"\r")
#: What none of these is made of.
_ELSEWHERE: Final = bytes(range(0x80)).replace(b"\r", b"")
#: A field by itself: a key and its value, in a line or in further lines below it.
_FIELD: Final = re.compile(rb"%s:(?: +[^ |>].*|(?: .*)?(?:\n.*)+)" % KEY)
#: The head of a text that is read otherwise further in, or before empty lines.
_HEAD: Final = re.compile(rb"[|>][-+0-9]*[+0-9]")
#: A section, and how far in its records stand.
_SECTION: Final = re.compile(rb"(%s):\n( +)%s:[ \n]" % (KEY, KEY))
_WORDLESS: Final = re.compile(rb"(?: *(?:#.*)?\n)*")
#: How many fields are remembered at a time.
_MOST_FIELDS: Final = 1 << 14


class NoRecords(Exception):
    """A file is not made of pieces that can be read one by one."""


class _Unread(Exception):
    """A field has not been read yet."""


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
        while self._data.startswith(b" ", position):
            end = self._cut(part, position, column)
            position = self._judged(part, position, column) if end == position else end
        return position

    def _cut(self, part: Tree, position: int, column: int) -> int:
        """Read the records from here on that can be cut into fields, as long as these stand at the same column, and give where they end."""
        match, data, starts = _record(column).match, self._data, list[int]()
        found = match(data, position)
        if found is None:
            return position
        between = found[2]
        fields = self._fields.setdefault(between, _Fields(self._judge, between))
        while found is not None and found[2] == between:
            try:
                entry = fields.of(found[3], found[4], found[5])
            except NoRecords:  # its fields cannot be told one by one
                break
            _put(part, found[1].decode(), entry)
            starts.append(position)
            position = found.end()
            found = match(data, position)
        self._records.extend(starts, len(between) - 1)
        return position

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

    def _noted(self, position: int, end: int) -> int:
        """Note a piece that is not cut into fields, and give where it ends."""
        self._records.add(position)
        return end


class _Fields(dict[bytes, tuple[str, Any]]):
    """The name and the value of the fields that stand at a column, by how they are written: each is read where it is first met."""

    def __init__(self, judge: Judge, between: bytes) -> None:
        self._judge = judge
        self._between = between
        self._words = _Words()

    def of(self, title: bytes | None, text: bytes, body: bytes) -> Tree:
        """Give the fields of a record, those in `body` after one that holds free text, if there is a `title` to it.

        Raises NoRecords where one of them is none by itself, or comes twice.
        """
        if len(self) >= _MOST_FIELDS:
            self.clear()
        fields: Tree = {} if title is None else {self._words[title]: text.decode()}
        texts = body.split(self._between)  # no line that goes on from another is a field
        try:
            fields.update(map(self.__getitem__, texts))
        except _Unread:  # fields that were told before one are told again
            texts = _between(len(self._between) - 1).split(body)
            self._read([text for text in texts if text not in self and not _PLAIN.fullmatch(text)])
            fields.update(map(self.__getitem__, texts))
        if len(fields) < len(texts) + (title is not None):
            raise NoRecords
        return fields

    def __missing__(self, text: bytes) -> tuple[str, Any]:
        plain = _PLAIN.fullmatch(text)
        if plain is None:
            raise _Unread
        name, value = plain.groups()
        if b" " in value:
            return self._words[name], value.decode()  # hardly any free text recurs
        self[text] = self._words[name], self._words[value]
        return self[text]

    def _read(self, texts: list[bytes]) -> None:
        """Have libyaml read several fields of a record in one go. Raises NoRecords."""
        if not all(_FIELD.fullmatch(text) and not _HEAD.search(text) for text in texts):
            raise NoRecords
        judged = self._judge(self._between.join((b"", *texts))[1:] + b"\n")
        if judged is None or [*judged] != [text.partition(b":")[0].decode() for text in texts]:
            raise NoRecords
        for text, (name, value) in zip(texts, judged.items(), strict=True):
            self[text] = self._words[name.encode()], value


class _Words(dict[bytes, str]):
    """Words by how they are written, each the same object wherever it recurs."""

    def __missing__(self, text: bytes) -> str:
        self[text] = text.decode()
        return self[text]


def _put(part: Tree, name: str, value: Any) -> Any:
    """Put a value under a name that is new, and give it. Raises NoRecords where it is not new, which is to be reported."""
    if name in part:
        raise NoRecords
    part[name] = value
    return value


@cache
def _record(column: int) -> re.Pattern[bytes]:
    """Give how a record is written whose name stands at a column: its name, what parts its fields, and these, then lines without words.

    Free text in its first field, as in a title, is told apart: hardly any recurs. The lines after it start at the same column or at the first.
    """
    begun, further, wordless = rb"[^ \n#-]", rb" +[^ \n]|- ", rb"(?: {0,%d}#.*| *)\n" % column
    return re.compile(
        rb" {%d}(%s):(\n {%d,}+)(?:%s\2)?(%s.*+(?:\2(?:%s|%s).*+)*+)\n(?:%s)*+(?= {%d}[^ ]|[^ ]|\Z)"
        % (column, KEY, column + 1, _FREE_TEXT, begun, begun, further, wordless, column)
    )


@cache
def _between(column: int) -> re.Pattern[bytes]:
    """Give what is between two fields that stand at a column: not what is between the lines of one, further in or items of a list."""
    return re.compile(rb"\n {%d}(?![ -])" % column)


@cache
def _piece(column: int) -> re.Pattern[bytes]:
    """Give how a piece begins whose key stands at a column."""
    return re.compile(rb" {%d}(%s):(?=[ \n])" % (column, KEY))


@cache
def _cut(column: int) -> re.Pattern[bytes]:
    """Give where a piece ends whose key stands at a column: at the next line that starts there, or with no space."""
    return re.compile(rb"^(?: {%d}|)(?!- )[^ #\n]" % column, re.MULTILINE)


def _end(pattern: re.Pattern[bytes], data: bytes) -> int:
    found = pattern.match(data)
    return 0 if found is None else found.end()

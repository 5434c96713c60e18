"""One YAML file: plain values, and one flat array of the places of every key and value.

A place is how many characters come before a node. A route is found by counting nodes, which is only done for what is printed:
it takes an outline of the values, so these need not be kept.
"""

from __future__ import annotations

import gc
import re
from array import array
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any, Final

import yaml
from msgspec import Struct, field

from auditor.errors import Problem, Wrong
from auditor.loading.files.carets import pointed
from auditor.loading.files.events import MAX_DEPTH, NUMBERS, EventReader, Unreadable
from auditor.loading.files.outline import Outline, Outlines
from auditor.loading.files.regular import MAX_BYTES
from auditor.model.bilingual import Bilingual
from auditor.text import problems as words
from auditor.text.cleaned import cleaned

if TYPE_CHECKING:
    from auditor.loading.files.record_places import Records

Route = tuple[str | int, ...]

#: How deep in a file the fields of its records stand, which are read by themselves.
IN_RECORD: Final = 2
#: From how many bytes it pays to read a file by its records.
LARGE: Final = 1 << 14
#: Control characters, bidirectional overrides and invisible marks that would let a name look like another, and breaks of
#: line that YAML sees and a reviewer does not.
UNSAFE: Final = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2800"
    "\u3164\ufeff\uffa0\U000e0000-\U000e0fff]|[\ufe00-\ufe0f](?<=[^\\W\\d_].)|\r(?!\n)"
)
#: What is in every text, and never unsafe; of the rest, what may be.
_PRINTED: Final = bytes((*b"\t\n", *range(0x20, 0x7F)))
_DOUBTFUL: Final = f"{UNSAFE.partition('|')[0]}|[\r\ufe00-\ufe0f]"
#: How many characters that are not allowed are shown of one file.
MOST_UNSAFE: Final = 20


class LineStarts(Struct, frozen=True):
    """How many bytes, and how many characters, come before each line of a file, and in all of it last."""

    in_bytes: array[int]
    in_characters: array[int]

    @classmethod
    def of(cls, data: bytes) -> LineStarts:
        """Give them of UTF-8; where all is ASCII, they are the same."""
        starts = array(NUMBERS, accumulate(map(len, BytesIO(data)), initial=0))
        if data.isascii():
            return cls(starts, starts)
        characters = (len(line.decode()) for line in BytesIO(data))
        return cls(starts, array(NUMBERS, accumulate(characters, initial=0)))


class Document(Struct):
    """A file that was read: its bytes, its plain value, the places of its nodes, and what is wrong with it so far.

    `aliases` are the nodes that only refer to others. `torn_keys` are pieces of texts that a comma tore, already told: they are no
    keys. A file of `records` has no places of its own: the piece that holds a place is read again where it is looked up, and its bytes
    are with the records alone once its value is forgotten.
    """

    path: str
    data: bytes
    value: Any
    places: array[int] = field(default_factory=lambda: array(NUMBERS))
    aliases: frozenset[int] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    torn_keys: frozenset[str] = frozenset()
    records: Records | None = None
    _lines: LineStarts | None = None
    _outline: Outline | None = None

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.data.decode()

    def line(self, number: int) -> str:
        """Give the text of a line, 1-based."""
        if self.records is not None:
            return self.records.line(number)
        starts = self._line_starts().in_bytes
        if not 0 < number < len(starts):
            return ""
        return self.data[starts[number - 1] : starts[number]].decode().splitlines()[0]

    def place(self, wrong: Wrong) -> Problem:
        """Give a problem placed where what is wrong stands."""
        return self.problem(wrong.route, wrong.message, wrong.hint, key=wrong.key)

    def problem(
        self, route: Route, message: Bilingual, hint: Bilingual | None = None, *, key: bool = False
    ) -> Problem:
        """Give a problem placed at the value at `route`, or at its key."""
        line, column = self.locate(route, key=key)
        return pointed(
            Problem(path=self.path, line=line, column=column, message=message, hint=hint), self.line(line)
        )

    def locate(self, route: Route, *, key: bool = False) -> tuple[int, int]:
        """Give line and column of the value at `route`, or of its key; of the nearest thing around it if there is none."""
        if self.records is not None:
            return self.records.locate(route, key=key)
        number = key_number = 0
        outline = self.outline()
        for step in route:
            found = None if outline is None else outline.part(step)
            if found is None:
                break
            key_number, number, outline = number + found[0], number + found[1], found[2]
        return self._spot(key_number if key else number)

    def _spot(self, number: int) -> tuple[int, int]:
        """Give line and column of a node."""
        if not self.places:
            return 1, 1
        starts, place = self._line_starts().in_characters, self.places[number]
        unbroken = not self.data.endswith(b"\n")  # then no line starts at the end of the text
        line = bisect_right(starts, place, hi=len(starts) - unbroken)
        return line, place - starts[line - 1] + 1

    def _line_starts(self) -> LineStarts:
        if self._lines is None:
            self._lines = LineStarts.of(self.data)
        return self._lines

    def outline(self) -> Outline | None:
        """Give how the value is made up, as it was when this was asked first; None for a text."""
        if self._outline is None:
            self._outline = Outlines(self.aliases).of(self.value)
        return self._outline

    def forget_value(self) -> None:
        """Keep of the value only what tells where its parts stand: to be called once it was made something else."""
        if self.records is None:
            self.outline()
        else:
            self.data = b""
            self.records.pack()
        self.value = None


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cyclic garbage collector: loading and judging make many objects, and none that are in the way before they end."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read(path: str, data: bytes) -> Document:
    """Read one file. What is wrong is in `problems` of the document, its value is None where nothing could be read."""
    if len(data) > MAX_BYTES:
        return _refused(path, words.yaml.TOO_LARGE(limit=MAX_BYTES // 1024 // 1024))
    try:
        data = data.removeprefix(BOM_UTF8)
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return _refused(
            path,
            words.yaml.NOT_UTF8(),
            text=before,
            line=before.count("\n") + 1,
            column=len(before) - before.rfind("\n"),
        )
    unsafe: list[Problem] = []
    if re.search(_DOUBTFUL, data.translate(None, _PRINTED).decode()):
        unsafe = [_unsafe(path, text, found) for found in islice(re.finditer(UNSAFE, text), MOST_UNSAFE)]
    if unsafe:
        return _unread(path, data, unsafe)
    del text  # the bytes are kept; a text with one wide character takes twice as much, or four times
    by_records = _by_records(path, data) if len(data) > LARGE else None
    if by_records is not None:
        return by_records
    try:
        return _whole(path, data)
    except Unreadable as unreadable:
        return _unread(path, data, [unreadable.problem])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
        from auditor.loading.files.yaml_words import not_yaml

        text = data.decode()
        message, hint = not_yaml(getattr(error, "problem", None), _line(text, line), column)
        return _refused(path, message, hint, text=text, line=line, column=column)


def _whole(path: str, data: bytes) -> Document:
    """Give a file, or a piece of one, that was read whole."""
    reader = EventReader(path, data)
    value = reader.value()
    return Document(
        path=path,
        data=data,
        value=value,
        places=reader.places,
        aliases=frozenset(reader.aliases),
        problems=reader.problems,
        torn_keys=frozenset(reader.torn_keys),
    )


def _by_records(path: str, data: bytes) -> Document | None:
    """Give a file that was read by its records, None where it must be read whole."""
    from auditor.loading.files import records  # a small case has no large file

    try:
        value, found = records.read(data, _of_itself, _piece)
    except records.NoRecords:
        return None
    return Document(path=path, data=data, value=value, records=found)


def _of_itself(piece: bytes) -> dict[str, Any] | None:
    """Give the mapping that a piece of a file is, None where it is none, or where only the whole file tells what it is."""
    reader = EventReader("", piece, MAX_DEPTH - IN_RECORD)
    try:
        value = reader.value()
    except (Unreadable, yaml.YAMLError):
        return None
    return None if reader.problems or reader.anchors or type(value) is not dict else value


def _piece(data: bytes) -> Document:
    """Give a piece of a file with the places in it, without its value."""
    piece = _whole("", data)
    piece.forget_value()
    return piece


def _refused(
    path: str,
    message: Bilingual,
    hint: Bilingual | None = None,
    *,
    text: str = "",
    line: int = 0,
    column: int = 0,
) -> Document:
    problem = Problem(path=path, line=line, column=column, message=message, hint=hint, text=_line(text, line))
    return _unread(path, text.encode(), [problem])


def _unread(path: str, data: bytes, problems: list[Problem]) -> Document:
    """Give a file that could not be read, with what is wrong with it."""
    return Document(path=path, data=data, value=None, problems=problems)


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _unsafe(path: str, text: str, found: re.Match[str]) -> Problem:
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    return Problem(
        path=path,
        line=line,
        column=column,
        message=words.yaml.UNSAFE(code=f"{ord(found[0]):04X}"),
        hint=words.yaml.REMOVE_IT(),
        text=cleaned(text.split("\n")[line - 1]),
    )

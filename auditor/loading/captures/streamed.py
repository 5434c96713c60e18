"""A JSON object as it streams by: built by ijson, its long list drained while it grows, so that memory stays within a bound.

The bound is 64 MB and twice the longest string, whatever the file. What would lead beyond it is refused with the pointer to it:
a string longer than `MOST_STRING`, an item that weighs more than `MOST_HELD` besides its longest string, and what is nested deeper
than `MOST_DEPTH`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import InvalidOperation
from itertools import chain
from typing import Any, Final

import ijson
from ijson.common import IncompleteJSONError, JSONError

from auditor.errors import Refused, at_file
from auditor.loading.captures.har import MEMBERS
from auditor.loading.captures.names import MASKED
from auditor.loading.captures.outside import LongNumber, of_short_numbers, parts
from auditor.loading.captures.runs import Most, Runs
from auditor.model.bilingual import Bilingual
from auditor.text.problems import capture as words

#: The longest string that is read, and the longest name of a member, in bytes.
MOST_STRING: Final = 48 * 1024 * 1024
MOST_NAME: Final = 4096
#: How much an item that is not yet drained may weigh besides its longest string.
MOST_HELD: Final = 24 * 1024 * 1024
MOST_DEPTH: Final = 100
#: What an object, a list or a text in memory weighs beside its characters.
WEIGHT: Final = 64
#: How many bytes of items are decoded together at most.
MOST_TOGETHER: Final = 8 * 1024 * 1024
#: From which size on what is not drained is weighed.
WEIGHED_FROM: Final = 1024 * 1024
#: How many objects or lists may begin in what is read at once; else it is read in pieces, and the depth seen after each.
MOST_OPENED: Final = 256
CHUNK: Final = 64 * 1024
PIECE: Final = 8192
LIST_PIECE: Final = 2048

#: A quotation mark that surely begins or ends a string; one after a backslash may do so.
MARK: Final = re.compile(rb'(?<!\\)"')
NAMED: Final = re.compile(rb'"\s*:')

BACKENDS: Final = ("yajl2_c", "python")


def backend() -> Any:
    """Give the first of the ways to parse that is there: the one in C, else the slow one."""
    for name in BACKENDS:
        try:
            return ijson.get_backend(name)
        except ImportError:
            continue
    raise ImportError(BACKENDS)


class Cut(Exception):
    """The JSON breaks off; `ended` tells that it merely ended too early."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.ended = "EOF" in said or "ncomplete" in said


class Streamed:
    """One JSON object, whose list at `route` is drained as it grows; `root` is what is built of the rest."""

    def __init__(self, name: str, route: tuple[str, ...]) -> None:
        self.name = name
        self.root: dict[str, Any] = {}
        self.taken = 0
        self.parser = backend()
        self._route = route
        self._begins = re.compile(rb'"%b"[ \t\r\n]*:[ \t\r\n]*\[' % route[-1].encode())

    @property
    def slow(self) -> bool:
        """Whether the parser in C is not there."""
        return not self.parser.__name__.endswith("yajl2_c")

    def items(
        self,
        chunks: Iterable[bytes],
        again: Callable[[], Iterable[bytes]],
        kind: type[Any] | None = None,
    ) -> Iterator[tuple[int, Any]]:
        """Yield each item of the list with its position, as soon as it is whole; as a `kind` where it was decoded together with others.

        `again` gives the chunks anew, to find what is too large. Raises Refused, and Cut where the JSON breaks off, once the
        items before were yielded.
        """
        made = chain([self.root], iter(dict, None)).__next__
        whole: list[Any] = ijson.sendable_list()
        parser = self.parser.items_coro(whole, "", map_type=made)
        held = _Held()
        source = of_short_numbers(chunks, again)
        try:
            for chunk in source:
                rest = chunk
                if kind is not None and (begun := self._begins.search(chunk)):
                    self._send(parser, chunk[: begun.end()], held, again)
                    rest = chunk[begun.end() :]
                    if self._found() == []:
                        runs = Runs(kind, rest, source, self._most())
                        yield from self._together(runs, held)
                        kind, rest = None, runs.left
                self._send(parser, rest, held, again)
                yield from self._ready(held)
            parser.close()
        except (JSONError, IncompleteJSONError, InvalidOperation, LongNumber, UnicodeDecodeError) as error:
            yield from self._ready(held, last=bool(whole))
            raise Cut(str(error)) from None
        yield from self._ready(held, last=True)

    def _most(self) -> Most:
        """Give the bounds of items that are taken together: what is within them is within those of all."""
        return Most(min(MOST_TOGETHER, MOST_STRING), MOST_HELD // WEIGHT, MOST_DEPTH - len(self._route) - 1)

    def _together(self, runs: Runs[Any], held: _Held) -> Iterator[tuple[int, Any]]:
        """Yield the items at the beginning of the list that are taken off its text, so that they are not parsed."""
        for length, items in runs.taken():
            held.read += length
            yield from enumerate(items, self.taken)
            self.taken += len(items)

    def _send(self, parser: Any, text: bytes, held: _Held, again: Callable[[], Iterable[bytes]]) -> None:
        for at in range(0, len(text), CHUNK):
            chunk = text[at : at + CHUNK]
            held.add(chunk)
            if held.too_much:
                raise self._refused(held, again)
            for piece in _pieces(chunk):
                parser.send(piece)
                if not held.seen(self._state(), piece):
                    raise self._refused(held, again)

    def _found(self) -> Any:
        """Give the list as far as it is built, None before it begins."""
        found: Any = self.root
        for step in self._route:
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def _ready(self, held: _Held, *, last: bool = False) -> Iterator[tuple[int, Any]]:
        """Take the finished items off the list: all but the last, and the last once nothing follows."""
        found = self._found()
        if not isinstance(found, list) or not found:
            return
        count = len(found) if last else len(found) - 1
        if count:
            held.drained()
            items, found[:count] = found[:count], []
            yield from enumerate(items, self.taken)
            self.taken += count

    def _state(self) -> tuple[int, ...]:
        """Give how far the parser is: the sizes of what is being built, outermost first; empty where it is nested too deep."""
        at: Any = self.root
        sizes = [self.taken]
        names = 0
        while at and len(sizes) <= MOST_DEPTH:
            if isinstance(at, dict):
                sizes.append(len(at))
                name = next(reversed(at))
                names += len(name)
                at = at[name]
            elif isinstance(at, list):
                sizes.append(len(at))
                at = at[-1]
            else:
                break
        return () if len(sizes) > MOST_DEPTH or names > MOST_NAME else tuple(sizes)

    def _refused(self, held: _Held, again: Callable[[], Iterable[bytes]]) -> Refused:
        pointer = _pointer(self.parser, again(), held.read)
        said: Bilingual
        if held.too_long:
            said = words.LONG_STRING(limit=MOST_STRING // 1024**2, pointer=pointer)
        elif not held.too_deep:
            said = words.HEAVY_ENTRY(limit=MOST_HELD // 1024**2, pointer=pointer)
        else:
            said = words.DEEP(limit=MOST_DEPTH, pointer=pointer)
        return Refused([at_file(self.name, said)])


class _Held:
    """How much was read since the list was last drained, and how long the string is that is being read.

    Where nothing was built from a whole piece of the file, that piece is inside one string.
    """

    def __init__(self) -> None:
        self.read = 0
        self.too_deep = False
        self.too_long = False
        self._bytes = 0
        self._parts = 0
        self._longest = 0
        self._string = 0
        self._escaping = False
        self._state: tuple[int, ...] = (0,)

    def add(self, chunk: bytes) -> None:
        """Take what will be parsed next. A name that is longer than a chunk is seen here, as it ends before a colon."""
        self.read += len(chunk)
        self._bytes += len(chunk)
        if self._string > MOST_NAME:
            # a quotation mark may be escaped by the end of the chunk before
            end = MARK.search(chunk, 1 if self._escaping else 0)
            self.too_long |= end is not None and bool(NAMED.match(chunk, end.start()))
        self._escaping = chunk.endswith(b"\\")

    def seen(self, state: tuple[int, ...], piece: bytes) -> bool:
        """Take how far the parser is after one more piece; tell whether that is within the bounds."""
        self.too_deep = not state
        within = state == self._state
        self._string = self._string + len(piece) if within else 0
        if not within and self._bytes > WEIGHED_FROM:
            self._parts += parts(piece)
        self._longest = max(self._longest, self._string)
        self._state = state
        self.too_long |= self._string > MOST_STRING
        return not (self.too_deep or self.too_long)

    def drained(self) -> None:
        """Begin anew, as what was read is taken off the list."""
        self._bytes = self._parts = self._longest = 0

    @property
    def too_heavy(self) -> bool:
        """Whether what is held weighs too much besides its longest string."""
        return self._bytes - self._longest + WEIGHT * self._parts > MOST_HELD

    @property
    def too_much(self) -> bool:
        """Whether no more may be read."""
        return self.too_long or self.too_heavy


def _pieces(chunk: bytes) -> Iterable[bytes]:
    lists = chunk.count(b"[")
    if lists + chunk.count(b"{") <= MOST_OPENED:
        return (chunk,)
    size = PIECE if lists <= MOST_OPENED else LIST_PIECE
    return (chunk[at : at + size] for at in range(0, len(chunk), size))


def _pointer(parser: Any, chunks: Iterable[bytes], read: int) -> str:
    """Give the JSON pointer to what is being parsed after `read` bytes, as far as it is not too deep to be written."""
    events: list[tuple[str, Any]] = ijson.sendable_list()
    parsing = parser.basic_parse_coro(events)
    route: list[str | int] = []
    left = read
    for chunk in chunks:
        given = chunk[:left]
        left -= len(given)
        for at in range(0, len(given), LIST_PIECE):
            try:
                parsing.send(given[at : at + LIST_PIECE])
            except JSONError:
                return escaped(route[:MOST_DEPTH])
            for event in events:
                _follow(route, *event)
            events.clear()
            if len(route) > MOST_DEPTH:
                return escaped(route[:MOST_DEPTH])
        if not left:
            break
    return escaped(route[:MOST_DEPTH])


def _follow(route: list[str | int], event: str, value: Any) -> None:
    """Move `route` on by one event: its last step is the member or the position that comes next or is being read."""
    if event == "map_key":
        route[-1] = value
    elif event == "start_map":
        route.append("")
    elif event == "start_array":
        route.append(0)
    else:
        if event in ("end_map", "end_array"):
            route.pop()
        if route and isinstance(route[-1], int):
            route[-1] += 1


def escaped(route: Iterable[str | int]) -> str:
    """Give a route as a JSON pointer (RFC 6901), in which names that are no members of a HAR are masked: they may be values."""
    return "".join(f"/{step if isinstance(step, int) or step in MEMBERS else MASKED}" for step in route)

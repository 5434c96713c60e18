"""Entries that follow each other, decoded together from their bytes: far faster than one event after the other, and just as sound.

An entry begins on a line as the first one did, or, where all is on one line, most often with the same member. What stands between two
such places is taken as the items of a list where it is one, by itself: it is then all of these items and nothing else, as what follows it
is a comma and another item. Where it is none, what is left goes to the parser, which judges it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Generic, NamedTuple, TypeVar

import msgspec

from auditor.loading.captures.outside import has_more_parts, is_deep

#: How often what lies between two places may be none before the rest is left.
MOST_MISSED: Final = 3
#: How an object begins: what stands before it, and its first member. No string of sound JSON holds it, as the mark would end it.
BEGINS: Final = re.compile(rb'([ \t\r\n]*)(\{[ \t\r\n]*")([A-Za-z_]\w{0,63}")')
BLANK: Final = b" \t\r\n"
COMMA, LIST_ENDS = b",]"

Item = TypeVar("Item")


class Most(NamedTuple):
    """How many bytes items may take that are taken together, how many parts they may have, and how deep they may be nested."""

    bytes: int
    parts: int
    depth: int


class Runs(Generic[Item]):
    """Takes the items of a list off its text; `left` is what was read and not taken, once no more is."""

    def __init__(self, kind: type[Item], text: bytes, chunks: Iterator[bytes], most: Most) -> None:
        self._typed = msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]
        self._any = msgspec.json.Decoder(list[Any])
        self._chunks = chunks
        self._held = bytearray(b"[") + text
        self._most = most

    @property
    def left(self) -> bytes:
        """The text that was read and not taken."""
        return bytes(self._held[1:])

    def taken(self) -> Iterator[tuple[int, list[Any]]]:
        """Yield how many bytes items that follow each other take, and the items: as they stand where one is of another kind."""
        begins = BEGINS.match(self._held, 1)
        if begins is None:
            return
        before, opened, named = map(bytes, begins.groups())
        lined = b"\n" in before and b"\n" in opened
        text, at, missed = before + opened if lined else opened + named, begins.end(), 0
        while missed < MOST_MISSED and len(self._held) < self._most.bytes:
            following = self._held.rfind(text, at)
            if following > 0:
                items = self._items(following)
                missed = missed + 1 if items is None else 0
                if items is not None:
                    del self._held[1:following]
                    yield following - 1, items
            at = max(len(self._held) - len(text) + 1, 2)
            chunk = next(self._chunks, None)
            if chunk is None:
                return
            self._held += chunk

    def _items(self, following: int) -> list[Any] | None:
        """Give the items before `following`, None where what is there are none, or where they are nested too deep or too many."""
        end = following
        while self._held[end - 1] in BLANK:
            end -= 1
        if self._held[end - 1] != COMMA:
            return None
        self._held[end - 1] = LIST_ENDS
        with memoryview(self._held) as whole, whole[:end] as text:
            items = None if has_more_parts(self._held, end, self._most.parts) else self._decoded(text)
            if items is not None and is_deep(self._held, end, self._most.depth):
                items = None
        self._held[end - 1] = COMMA
        return items

    def _decoded(self, text: memoryview) -> list[Any] | None:
        for decoder in (self._typed, self._any):
            try:
                return decoder.decode(text)
            except msgspec.ValidationError:
                continue
            except (msgspec.DecodeError, UnicodeError, RecursionError):
                return None
        return None

"""Values of a source with the place of each, and which of them were looked at: what nobody asked for is told, never silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from auditor.loading.files.document import UNSAFE

_ESCAPED: Final = re.compile(f"[~/]|{UNSAFE.pattern}|[\r\n\t]")


def token(key: str | int) -> str:
    """Give a key as a part of a JSON Pointer (RFC 6901); signs that cannot be seen are written as in the fragment of an address."""
    return _ESCAPED.sub(_escape, str(key))


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in "~/":
        return "~0" if sign == "~" else "~1"
    return "".join(f"%{byte:02X}" for byte in sign.encode())


def signs_of(text: str) -> str:
    """Give the signs of a text that cannot be seen, by their numbers."""
    return ", ".join(sorted({f"U+{ord(sign):04X}" for sign in UNSAFE.findall(text)}))


class Looked:
    """What was looked at in a source: places, and the signs that cannot be seen in texts, by their place."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.hidden: dict[str, str] = {}


class Node:
    """A value at a JSON Pointer. Whatever is taken from it counts as looked at; what is missing is a node without a value."""

    __slots__ = ("_looked", "at", "value")

    def __init__(self, value: Any, at: str = "", looked: Looked | None = None) -> None:
        self.value = value
        self.at = at
        self._looked = Looked() if looked is None else looked

    def get(self, *keys: str | int) -> Node:
        """Give the node below the first of `keys` that is there and not empty, else one without a value."""
        found = Node(None, f"{self.at}/{token(keys[0])}", self._looked)
        for key in keys:
            value = self._below(key)
            if value is not None:
                at = f"{self.at}/{token(key)}"
                self._looked.seen.add(at)
                if found.value is None:
                    found = Node(value, at, self._looked)
        return found

    def _below(self, key: str | int) -> Any:
        if isinstance(self.value, dict):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return self.value[key]
        return None

    def entries(self) -> Iterator[tuple[str, Node]]:
        """Give the entries of a mapping with their keys, in the order of the source; none of anything else."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                at = f"{self.at}/{token(key)}"
                self._looked.seen.add(at)
                yield key, Node(value, at, self._looked)

    def items(self) -> Iterator[Node]:
        """Give the items of a list, in the order of the source; none of anything else."""
        if isinstance(self.value, list):
            for number, value in enumerate(self.value):
                at = f"{self.at}/{number}"
                self._looked.seen.add(at)
                yield Node(value, at, self._looked)

    def text(self) -> str:
        """Give a text or number as text, a list of one as that one; empty for anything else.

        Signs that cannot be seen and turn what is read around are taken out, and noted.
        """
        value = self.value[0] if isinstance(self.value, list) and len(self.value) == 1 else self.value
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str):
            return ""
        if UNSAFE.search(value):
            self._looked.hidden[self.at] = signs_of(value)
            value = UNSAFE.sub("", value)
        return value.strip()

    def hidden(self) -> dict[str, str]:
        """Give the signs that were taken out of texts of the whole source, by their place."""
        return dict(self._looked.hidden)

    def texts(self) -> list[str]:
        """Give the texts of a list, or a text alone as a list; each counts as looked at."""
        if isinstance(self.value, list):
            return [each.text() for each in self.items() if each.text()]
        return [self.text()] if self.text() else []

    @property
    def is_true(self) -> bool:
        """Whether it is stated to be true."""
        return self.text().lower() in ("true", "yes", "on")

    def whole(self) -> Node:
        """Count all that lies below as looked at, and give the node itself."""
        for each in [*self.items(), *(node for _, node in self.entries())]:
            each.whole()
        return self

    def knows(self, *keys: str) -> None:
        """Count what lies below `keys` as known to say nothing that a case has words for."""
        for key in keys:
            self.get(key).whole()

    def unseen(self) -> Iterator[Node]:
        """Give what lies below, is not empty, and nobody looked at: the outermost value of each, in the order of the source."""
        below = self.value.items() if isinstance(self.value, dict) else _numbered(self.value)
        for key, value in below:
            if value in (None, "", [], {}):
                continue
            node = Node(value, f"{self.at}/{token(key)}", self._looked)
            if node.at not in self._looked.seen:
                yield node
            else:
                yield from node.unseen()


def _numbered(value: Any) -> Iterator[tuple[int, Any]]:
    if isinstance(value, list):
        yield from enumerate(value)

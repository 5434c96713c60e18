"""Values of a source with the place of each, and which of them were looked at: what nobody asked for is told, never silent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from auditor.loading.files.document import UNSAFE

_UNSEEN: Final = re.compile(f"{UNSAFE}|[\r\n\t]")
_ESCAPED: Final = re.compile(f"[~/]|{_UNSEEN.pattern}")


def token(key: str | int) -> str:
    """Give a key as a part of a JSON Pointer (RFC 6901); signs that cannot be seen are written as in the fragment of an address."""
    return _ESCAPED.sub(_escape, str(key))


def visible(name: str) -> str:
    """Give a name with the signs in it that cannot be seen written as in the fragment of an address, so that no two are one."""
    return _UNSEEN.sub(_escape, name)


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in "~/":
        return "~0" if sign == "~" else "~1"
    return "".join(f"%{byte:02X}" for byte in sign.encode())


def signs_of(text: str) -> str:
    """Give the signs of a text that cannot be seen, by their numbers."""
    return ", ".join(sorted({f"U+{ord(sign):04X}" for sign in re.findall(UNSAFE, text)}))


#: Words for yes and for no, as YAML has them; an empty one says neither.
YES: Final = frozenset({"true", "yes", "on"})
NO: Final = frozenset({"false", "no", "off", ""})


class Looked:
    """What was looked at in a source: places that were read, places that are known to be of no use with what they are counted as.

    `hidden` are the signs that cannot be seen in texts, `odd` words where yes or no is due, each by its place.
    """

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.aside: dict[str, str] = {}
        self.hidden: dict[str, str] = {}
        self.odd: dict[str, str] = {}


class Node:
    """A value at a JSON Pointer. Texts that are taken from it count as read; what is missing is a node without a value."""

    __slots__ = ("_looked", "at", "value")

    def __init__(self, value: Any, at: str = "", looked: Looked | None = None) -> None:
        self.value = value
        self.at = at
        self._looked = Looked() if looked is None else looked

    def get(self, *keys: str | int) -> Node:
        """Give the node below the first of `keys` that is there and not empty, else one without a value."""
        for key in keys:
            value = self._below(key)
            if value is not None:
                return self._taken(key, value)
        return Node(None, f"{self.at}/{token(keys[0])}", self._looked)

    def _taken(self, key: str | int, value: Any) -> Node:
        found = Node(value, f"{self.at}/{token(key)}", self._looked)
        return found.read() if isinstance(value, (dict, list)) else found

    def read(self) -> Node:
        """Count the node itself as read, and give it."""
        self._looked.seen.add(self.at)
        return self

    def _below(self, key: str | int) -> Any:
        if isinstance(self.value, dict):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return self.value[key]
        return None

    def glance(self, *keys: str) -> str:
        """Give the first text below `keys`, else its own, and count none as read: a name by which others refer to it says nothing by itself."""
        below = (Node(self._below(key), f"{self.at}/{token(key)}", self._looked) for key in keys)
        if keys:
            return next((text for each in below if (text := each.glance())), "")
        value = self.value[0] if isinstance(self.value, list) and len(self.value) == 1 else self.value
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str):
            return ""
        if re.search(UNSAFE, value):
            self._looked.hidden[self.at] = signs_of(value)
            value = re.sub(UNSAFE, "", value)
        return value.strip()

    def entries(self) -> Iterator[tuple[str, Node]]:
        """Give the entries of a mapping with their keys, in the order of the source; none of anything else."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, self._taken(key, value)

    def items(self) -> Iterator[Node]:
        """Give the items of a list, in the order of the source; none of anything else."""
        if isinstance(self.value, list):
            for number, value in enumerate(self.value):
                yield self._taken(number, value)

    def text(self) -> str:
        """Give a text or number as text, a list of one as that one; empty for anything else. It counts as read.

        Signs that cannot be seen and turn what is read around are taken out, and noted.
        """
        if isinstance(self.value, list) and len(self.value) == 1:
            self._taken(0, self.value[0]).read()
        return self.read().glance()

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
        """Whether it is stated to be true; a word that says neither yes nor no is noted."""
        said = self.text()
        if said.lower() not in (*YES, *NO):
            self._looked.odd[self.at] = said
        return said.lower() in YES

    def odd(self) -> dict[str, str]:
        """Give the words of the whole source that stand where yes or no is due, by their place."""
        return dict(self._looked.odd)

    def whole(self, label: str = "") -> Node:
        """Count all that lies below and is not read as known to be of no use, under `label` or each under its own key; give the node."""
        stack = [(self.value, self.at, label or _last_key(self.at))]
        while stack:
            value, at, called = stack.pop()
            self._looked.aside.setdefault(at, called)
            stack += [(each, f"{at}/{number}", called) for number, each in _numbered(value)]
            if isinstance(value, dict):
                stack += [(each, f"{at}/{token(key)}", label or key) for key, each in value.items()]
        return self

    def knows(self, *keys: str) -> None:
        """Count what lies below `keys` and is not read as known to say nothing that a case has words for, under these keys."""
        for key in keys:
            value = self._below(key)
            if value is not None:
                Node(value, f"{self.at}/{token(key)}", self._looked).whole(key)

    def beside(self) -> Counter[str]:
        """Give how many values below are known to be of no use and were not read, by what they are counted as, in the order of the source."""
        found: Counter[str] = Counter()
        stack = [(self.value, self.at)]
        while stack:
            value, at = stack.pop()
            if isinstance(value, dict):
                stack += [(each, f"{at}/{token(key)}") for key, each in reversed(value.items())]
            elif isinstance(value, list):
                stack += [(each, f"{at}/{number}") for number, each in [*enumerate(value)][::-1]]
            elif value not in (None, "") and at in self._looked.aside and at not in self._looked.seen:
                called = self._looked.aside[at]
                found[f"{called}: true" if value is True else called] += 1
        return found

    def size(self) -> int:
        """Give how many values lie below, those that hold others aside."""
        count, stack = 0, [self.value]
        while stack:
            value = stack.pop()
            below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
            stack += below or ()
            count += below is None and value not in (None, "")
        return count

    def unseen(self) -> Iterator[Node]:
        """Give what lies below, is not empty, and nobody looked at: the outermost value of each, in the order of the source."""
        below = self.value.items() if isinstance(self.value, dict) else _numbered(self.value)
        for key, value in below:
            if value in (None, "", [], {}):
                continue
            node = Node(value, f"{self.at}/{token(key)}", self._looked)
            if node.at in self._looked.seen:
                yield from node.unseen()
            elif node.at not in self._looked.aside:
                yield node


def _numbered(value: Any) -> Iterator[tuple[int, Any]]:
    if isinstance(value, list):
        yield from enumerate(value)


def _last_key(at: str) -> str:
    """Give the last key of a place that is no number of an item."""
    return next((part for part in reversed(at.split("/")) if not part.isdecimal()), "")

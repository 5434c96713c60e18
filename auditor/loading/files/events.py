"""The events of a YAML file as plain values, with the place of every key and value.

One loop turns libyaml's events into dicts, lists and text; nothing is resolved, so `NO` stays Norway. Places stand in the order of
the events: a key, then its value, depth first.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import yaml

from auditor.errors import Problem
from auditor.loading.files.carets import pointed
from auditor.model.bilingual import Bilingual
from auditor.text import problems as words

if TYPE_CHECKING:
    from auditor.loading.files.torn_text import Torn

MAX_DEPTH: Final = 48
#: How many nodes the aliases of one file may add when spelt out.
MAX_EXPANSION: Final = 100_000
#: Numbers up to the bytes that a file may have, four bytes each.
NUMBERS: Final = "I"
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)


class Unreadable(Exception):
    """A file is read no further, for the one problem that it has from here on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


class EventReader:
    """Turns the events of one file into plain values, and notes the places of its nodes and what is wrong with it."""

    def __init__(self, path: str, data: bytes, depth: int = MAX_DEPTH) -> None:
        self.path = path
        self.data = data
        self.depth = depth
        self.places: array[int] = array(NUMBERS)
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.open_anchors: dict[int, str] = {}
        self.aliases: set[int] = set()
        self.expanded = 0
        self.documents = 0
        self.problems: list[Problem] = []
        self.torn: Torn | None = None
        self.torn_keys: set[str] = set()

    def _events(self) -> Iterator[Any]:
        if _Parser is None:
            return iter(yaml.parse(self.data.decode(), Loader=yaml.SafeLoader))
        return iter(_Parser(self.data).get_event, None)

    def value(self) -> Any:
        """Give the value of the one document of the file. Raises Unreadable, and what the reader of YAML raises."""
        append = self.places.append
        same = dict[str, str]().setdefault  # words recur thousands of times, and each of them is kept once
        scalar, start_map, end_map = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
        start_seq, end_seq, alias = yaml.SequenceStartEvent, yaml.SequenceEndEvent, yaml.AliasEvent
        stack: list[tuple[Any, Any, int]] = []
        container: Any = None
        key: Any = None
        root: Any = None
        for event in self._events():
            kind = type(event)
            if kind is scalar:
                value = event.value
                value = same(value, value)
                append(event.start_mark.index)
                if event.tag is not None or event.anchor is not None:
                    self._marked(event, value)
                if value == "" and not event.style:
                    value = self._empty(event, key)
            elif kind is end_map or kind is end_seq:
                value = container
                container, key, start = stack.pop()
                if self.open_anchors:
                    self._close(value, start)
            elif kind is start_map or kind is start_seq:
                if key is None and type(container) is dict:
                    raise Unreadable(self._problem(event, words.yaml.KEY_PLAIN()))
                stack.append((container, key, len(self.places) + self.expanded))
                container, key = self._opened(event, {} if kind is start_map else [], len(stack)), None
                continue
            elif kind is alias:
                if key is None and type(container) is dict:
                    raise Unreadable(self._problem(event, words.yaml.KEY_ALIAS()))
                value = self._aliased(event)
            else:
                self._count(kind, event)
                continue
            if container is None:
                root = value
            elif type(container) is not dict:
                container.append(value)
            elif key is not None:
                container[key] = value
                key = None
            else:
                if value in container or value == "<<":
                    self._doubtful_key(event, value, container)
                key = value
        return root

    def _count(self, kind: Any, event: Any) -> None:
        """Refuse a second document."""
        self.documents += kind is yaml.DocumentStartEvent
        if self.documents > 1:
            raise Unreadable(self._problem(event, words.yaml.SECOND_DOCUMENT()))

    def _opened(self, event: Any, value: Any, depth: int) -> Any:
        """Note where a mapping or a list starts, and give it."""
        self.places.append(event.start_mark.index)
        if event.tag is not None or event.anchor is not None:
            self._marked(event, value)
            self.open_anchors[id(value)] = event.anchor
        if depth > self.depth:
            raise Unreadable(self._problem(event, words.yaml.TOO_DEEP(limit=MAX_DEPTH)))
        return value

    def _doubtful_key(self, event: Any, key: str, container: dict[str, Any]) -> None:
        if key == "<<" and not event.style:
            raise Unreadable(self._problem(event, words.yaml.MERGE_KEY()))
        if key in container:
            self.problems.append(self._problem(event, words.yaml.KEY_TWICE(key=key)))

    def _empty(self, event: Any, key: Any) -> str:
        torn = self._torn(event)
        if torn is None:
            self.problems.append(self._problem(event, words.yaml.VALUE_MISSING(), words.yaml.WRITE_UNKNOWN()))
            return "unknown"
        self.torn_keys.add(str(key))
        if self.problems and self.problems[-1].message == words.yaml.KEY_TWICE(key=str(key)):
            self.problems.pop()
        if torn != self.torn:
            from auditor.loading.files.torn_text import mended

            self.torn = torn
            line = self._lines[torn.number]
            self.problems.append(
                Problem(
                    path=self.path,
                    line=torn.number + 1,
                    column=torn.start + 1,
                    message=words.yaml.TORN_TEXT(),
                    hint=words.yaml.QUOTE_TEXT(line=mended(line, torn)),
                    text=line,
                    width=torn.end - torn.start,
                )
            )
        return "unknown"

    def _torn(self, event: Any) -> Torn | None:
        """Give the text whose piece the key before is, where a comma tore one."""
        mark = event.start_mark
        key = (self.places[-2] if len(self.places) > 1 else 0) - (mark.index - mark.column)
        if mark.line >= len(self._lines) or key < 0:
            return None
        from auditor.loading.files.torn_text import torn_at

        return torn_at(self._lines[mark.line], mark.line, key, mark.column)

    def _marked(self, event: Any, value: Any) -> None:
        if event.tag is not None and event.tag != "!":
            raise Unreadable(self._problem(event, words.yaml.TAG(tag=event.tag)))
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 0)

    def _close(self, value: Any, start: int) -> None:
        """Note how many nodes a list or mapping with an anchor has, once it is complete."""
        name = self.open_anchors.pop(id(value), None)
        if name is not None and self.anchors[name][0] is value:
            self.anchors[name] = (value, len(self.places) + self.expanded - start)

    def _aliased(self, event: Any) -> Any:
        if event.anchor not in self.anchors:
            raise Unreadable(self._problem(event, words.yaml.NO_ANCHOR(name=event.anchor)))
        value, size = self.anchors[event.anchor]
        if not size and not isinstance(value, str):
            raise Unreadable(self._problem(event, words.yaml.ALIAS_INSIDE()))
        self.aliases.add(len(self.places))
        self.places.append(event.start_mark.index)
        self.expanded += max(size, 1)
        if self.expanded > MAX_EXPANSION:
            raise Unreadable(self._problem(event, words.yaml.ALIASES_EXPAND()))
        return value

    @cached_property
    def _lines(self) -> list[str]:
        return self.data.decode().splitlines()

    def _problem(self, event: Any, message: Bilingual, hint: Bilingual | None = None) -> Problem:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        text = self._lines[line - 1] if line <= len(self._lines) else ""
        return pointed(Problem(path=self.path, line=line, column=column, message=message, hint=hint), text)

"""JSON and YAML that others wrote, as plain values: limits are held while reading, nothing is built, nothing is followed.

Keys are texts; scalars are texts, `True` or `False`, and None. Merge keys of YAML (`<<`) are carried out, so that a JSON Pointer into the
merged document leads to what it cites.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import yaml

from auditor.errors import Problem, Refused, at_file
from auditor.loading.files.carets import pointed
from auditor.loading.files.events import MAX_DEPTH
from auditor.loading.files.regular import MAX_BYTES
from auditor.loading.files.yaml_words import not_yaml
from auditor.loading.importing.format import Document
from auditor.loading.importing.guard import OLE, ZIP
from auditor.model.bilingual import Bilingual
from auditor.text.problems import importing as words
from auditor.text.problems import yaml as yaml_words

#: How many values a source may hold once its aliases are spelt out.
MOST_VALUES: Final = 100_000
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The tags that YAML itself gives to what is written plainly.
OWN_TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq", "int", "float", "bool", "null")
)
_QUOTED: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)', re.DOTALL)
_PLAIN: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)
_MERGE: Final = "<<"


def text_of(document: Document) -> str:
    """Give the text of a document: a byte order mark settles its encoding, else somebody states it, else it is UTF-8. Raises Refused."""
    if len(document.data) > MAX_BYTES:
        raise _refused(document.name, yaml_words.TOO_LARGE(limit=MAX_BYTES // 1024 // 1024))
    marked = next((encoding for mark, encoding in MARKS if document.data.startswith(mark)), "")
    encoding = marked or document.encoding or "utf-8"
    try:
        return document.data.decode(encoding)
    except LookupError:
        raise _refused(document.name, words.NO_ENCODING(encoding=encoding)) from None
    except UnicodeError:
        raise _refused(document.name, words.NO_TEXT(encoding=encoding), words.SAY_ENCODING()) from None


def looks_like_text(document: Document) -> str:
    """Give the text of a document, empty where it is none: what a format looks at before it reads anything."""
    if document.data.startswith((ZIP, OLE)):
        return ""
    try:
        return text_of(document)
    except Refused:
        return ""


def is_json(text: str) -> bool:
    """Tell whether a text begins as JSON that holds several values does."""
    return text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


def value_of(document: Document) -> Any:
    """Give what a document of JSON or YAML holds. Raises Refused with the place where it is broken, or beyond what is read."""
    return _value(document.name, document.data, document.encoding)


@lru_cache(maxsize=2)
def _value(name: str, data: bytes, encoding: str) -> Any:
    text = text_of(Document(name=name, data=data, encoding=encoding))
    return _json(name, text) if is_json(text) else _Composer(name, text).document()


def _json(name: str, text: str) -> Any:
    if text.count(",") + text.count("[") + text.count("{") > MOST_VALUES:
        bare = _QUOTED.sub("", text)
        if bare.count(",") + bare.count("[") + bare.count("{") > MOST_VALUES:
            raise _refused(name, words.TOO_MANY_VALUES(limit=MOST_VALUES))
    reader = json.JSONDecoder(
        object_pairs_hook=_Pairs(name), parse_int=str, parse_float=str, parse_constant=str
    )
    try:
        made = reader.decode(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        line = text.splitlines()[error.lineno - 1] if error.lineno <= len(text.splitlines()) else ""
        message = words.NOT_JSON()
        raise Refused([_at(name, line, (error.lineno, error.colno), message)]) from None
    except RecursionError:
        raise _refused(name, yaml_words.TOO_DEEP(limit=MAX_DEPTH)) from None
    if _depth(made) > MAX_DEPTH:
        raise _refused(name, yaml_words.TOO_DEEP(limit=MAX_DEPTH))
    return made


class _Pairs:
    """Makes a mapping of pairs, none of whose keys may stand there twice."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise _refused(self.name, yaml_words.KEY_TWICE(key=twice))
        return made


def _depth(value: Any) -> int:
    deepest, level = 0, [value]
    while level and deepest <= MAX_DEPTH:
        level = [
            item
            for each in level
            if isinstance(each, (dict, list))
            for item in (each.values() if isinstance(each, dict) else each)
        ]
        deepest += 1
    return deepest


class _Composer:
    """Composes a YAML document of its events, and counts while it does."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.count = 0
        self._anchors: dict[str, tuple[Any, int]] = {}

    def document(self) -> Any:
        """Give the one document of the text. Raises Refused."""
        try:
            parser = _Parser(self.text).get_event if _Parser else None
            events = iter(parser, None) if parser else iter(yaml.parse(self.text, Loader=yaml.SafeLoader))
            return self._whole(events)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
            there = self._line(line)
            message, hint = not_yaml(getattr(error, "problem", None), there, column)
            raise Refused([_at(self.name, there, (line, column), message, hint=hint)]) from None

    def _whole(self, events: Iterator[Any]) -> Any:
        made: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._stop(event, yaml_words.SECOND_DOCUMENT())
            elif isinstance(event, yaml.NodeEvent):
                made = self._node(event, events, 1)
        return made

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        self._counted(event, 1)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise self._stop(event, yaml_words.NO_ANCHOR(name=str(event.anchor)))
            value, size = self._anchors[event.anchor]
            if size < 0:
                raise self._stop(event, yaml_words.ALIAS_INSIDE())
            self._counted(event, size)
            return value
        if event.tag is not None and event.tag != "!" and event.tag not in OWN_TAGS:
            raise self._stop(event, yaml_words.TAG(tag=event.tag))
        if depth > MAX_DEPTH:
            raise self._stop(event, yaml_words.TOO_DEEP(limit=MAX_DEPTH))
        before = self.count
        if event.anchor:
            self._anchors[event.anchor] = (None, -1)
        made = self._plain(event, events, depth)
        if event.anchor:
            self._anchors[event.anchor] = (made, self.count - before)
        return made

    def _plain(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            text = event.value
            written = event.style or (event.tag or "").endswith(":str")
            return _PLAIN.get(text, text) if not written else text
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(events, depth))
        return self._mapping(events, depth)

    def _items(self, events: Iterator[Any], depth: int) -> Iterator[Any]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, events, depth + 1)

    def _mapping(self, events: Iterator[Any], depth: int) -> dict[str, Any]:
        own: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise self._stop(event, yaml_words.KEY_PLAIN())
            key = event.value
            self._counted(event, 1)
            value = self._node(next(events), events, depth + 1)
            if key == _MERGE and not event.style and not merged:
                merged = self._merged(event, value)
            elif key in own or key == _MERGE:
                raise self._stop(event, yaml_words.KEY_TWICE(key=key))
            else:
                own[key] = value
        return {**merged, **own}

    def _merged(self, event: Any, value: Any) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for each in value if isinstance(value, list) else [value]:
            if not isinstance(each, dict):
                raise self._stop(event, words.MERGES_NO_MAPPING())
            self._counted(event, len(each))
            made = {**each, **made}
        return made

    def _counted(self, event: Any, more: int) -> None:
        self.count += more
        if self.count > MOST_VALUES:
            raise self._stop(event, words.TOO_MANY_VALUES(limit=MOST_VALUES))

    def _line(self, number: int) -> str:
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _stop(self, event: Any, message: Bilingual) -> Refused:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        return Refused([_at(self.name, self._line(line), (line, column), message)])


def _at(
    name: str, text: str, place: tuple[int, int], message: Bilingual, hint: Bilingual | None = None
) -> Problem:
    return pointed(Problem(path=name, line=place[0], column=place[1], message=message, hint=hint), text)


def _refused(name: str, message: Bilingual, hint: Bilingual | None = None) -> Refused:
    return Refused([at_file(name, message, hint)])

"""HTML that anyone may have written, as tags and texts in one linear pass: nothing is run, fetched or repaired."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

#: How far the end of a tag is looked for, which bounds the time that quotes without an end can take.
LONGEST_TAG: Final = 65_536
#: Elements whose content is no markup; what lies in those of `UNREAD` is not shown to a reader.
RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
UNREAD: Final = RAW - {"title", "textarea"}
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_NAME: Final = re.compile(r"/?[a-zA-Z][^\s/>]*")
_ATTRIBUTE: Final = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
STRUCK: Final = frozenset({"s", "strike", "del"})
#: The two shortest comments, which end where they begin.
_EMPTY_COMMENTS: Final = ("<!-->", "<!--->")


class Piece(NamedTuple):
    """A tag (`name`; `/name` closes), a text, or the content of an element that holds no markup (`name` and `text`)."""

    name: str
    text: str
    attributes: str
    start: int

    def attribute(self, name: str) -> str:
        """Give an attribute of a tag, its name where it has no value; empty where it is not there."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1].lower() == name:
                return unescape(found[2] or found[3] or found[4] or name)
        return ""


def _strikes(style: str) -> bool:
    """Tell whether a declaration of a style strikes text through."""
    declared = (each.partition(":") for each in style.split(";"))
    return any("text-decoration" in name and "line-through" in value for name, _, value in declared)


def pieces(text: str) -> Iterator[Piece]:
    """Give tags and texts of a page in their order; comments are left out."""
    lower = text.lower()
    at = 0
    while at < len(text):
        opens = text.find("<", at)
        if opens < 0:
            opens = len(text)
        if opens > at:
            yield Piece("", unescape(text[at:opens]), "", at)
        if opens >= len(text):
            return
        at = opens
        name = _NAME.match(text, opens + 1)
        if name is None:
            at = _aside(text, opens)
            if at == opens:
                yield Piece("", "<", "", opens)
                at += 1
            continue
        end = _end_of_tag(text, name.end())
        called = name[0].lower()
        yield Piece(called, "", text[name.end() : end], opens)
        at = end + 1
        if called in RAW:
            close = lower.find(f"</{called}", at)
            close = len(text) if close < 0 else close
            yield Piece(f"{called}#", text[at:close], "", at)
            at = close


def _aside(text: str, opens: int) -> int:
    """Give where a comment or a declaration ends; where it begins, if it is neither."""
    if text.startswith("<!--", opens):
        for empty in _EMPTY_COMMENTS:
            if text.startswith(empty, opens):
                return opens + len(empty)
        end = text.find("-->", opens + 4)
        return len(text) if end < 0 else end + 3
    if text.startswith(("<!", "<?"), opens):
        end = text.find(">", opens)
        return len(text) if end < 0 else end + 1
    return opens


def _end_of_tag(text: str, at: int) -> int:
    """Give where a tag ends; a sign of its end between quotes is none."""
    quote = ""
    for number in range(at, min(len(text), at + LONGEST_TAG)):
        sign = text[number]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == ">":
            return number
    end = text.find(">", at)
    return len(text) if end < 0 else end


class Seen:
    """Tells of each piece whether a reader of the page sees it, and whether it is struck through."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool, bool]] = []
        self._names: Counter[str] = Counter()
        self.hidden = 0
        self.struck = 0

    def take(self, piece: Piece) -> None:
        """Take a piece, in the order of the page."""
        name = piece.name
        if not name or name.endswith("#") or name in VOID:
            return
        if name.startswith("/"):
            self._close(name[1:])
            return
        if name in ("tr", "td", "th", "li"):
            self._imply(name)
        style = piece.attribute("style").lower()
        hidden = (
            piece.attribute("hidden") != ""
            or _HIDING.search(style) is not None
            or name in ("template", *UNREAD)
        )
        struck = name in STRUCK or _strikes(style)
        self._open.append((name, hidden, struck))
        self._names[name] += 1
        self.hidden += hidden
        self.struck += struck

    def _imply(self, name: str) -> None:
        """Close what a row, a cell or an item closes by beginning."""
        closed = ("td", "th") if name in ("td", "th") else ("td", "th", "tr") if name == "tr" else ("li",)
        while self._open and self._open[-1][0] in closed:
            self._pop()

    def _close(self, name: str) -> None:
        if not self._names[name]:
            return
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        name, hidden, struck = self._open.pop()
        self._names[name] -= 1
        self.hidden -= hidden
        self.struck -= struck
        return name

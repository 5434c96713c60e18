"""Scripts read as text, never run: their string literals without comments, and the addresses that pages and scripts call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from auditor.loading.captures.hosts import host_of
from auditor.loading.importing.lists.markup import Piece, pieces
from auditor.loading.importing.lists.words import listed

#: A regular expression of a script; where none ends within so many signs, there was none.
_REGEX: Final = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,100}\]){1,200}/")
#: After what a `/` begins a regular expression and not a division.
_BEFORE_REGEX: Final = frozenset("(,=:[!&|?{};+-*%<>~^")
_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.DOTALL
)
_PLAIN_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_ADDRESS: Final = re.compile(r"\s*(https?:|wss?:)?//((?:\{\{[^{}]*\}\}|[^/?#\\\s])*)", re.IGNORECASE)
#: A variable of a tag container in a text, and what a script puts into a text.
_VARIABLE: Final = re.compile(r"\{\{([^{}]*)\}\}|\$\{")
_KEY: Final = re.compile(r"(?:[{,]|\A)\s*([\w$]+)\s*:")
#: Links of a page that are fetched with it.
LOADED_LINKS: Final = frozenset(
    {
        "stylesheet",
        "preload",
        "modulepreload",
        "prefetch",
        "prerender",
        "preconnect",
        "dns-prefetch",
        "icon",
        "manifest",
    }
)
#: Kinds of scripts that browsers run, and that of a tag container; any other holds data.
RUN: Final = frozenset({"", "module", "text/gtmscript"})
_JAVASCRIPT: Final = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma|j)script\b")
#: Tags that fetch what an attribute names.
LOADS: Final = {
    "script": "src", "img": "src", "iframe": "src", "embed": "src", "audio": "src", "video": "src", "source": "src",
    "track": "src", "input": "src", "object": "data", "frame": "src",
}  # fmt: skip


class Literal(Struct, frozen=True):
    """A string literal: what it says, on which line, whether a script puts a value into it where it ends."""

    text: str
    line: int
    start: int
    open: bool = False


class Address(Struct, frozen=True):
    """An address that is called: its host, empty where variables make it (`variable` names one); its scheme, empty where none is told."""

    host: str
    scheme: str = ""
    variable: str = ""
    text: str = ""


class Script(Struct, frozen=True, kw_only=True):
    """A script as text: its literals, and its code with comments and literals blanked out, on the same lines."""

    literals: list[Literal]
    code: str


def read_script(text: str) -> Script:
    """Give the literals and the code of a script, in one pass."""
    literals: list[Literal] = []
    code: list[str] = []
    at, line, before = 0, 1, ""
    while at < len(text):
        sign = text[at]
        if sign in "\"'`":
            end, literal = _literal(text, at, line)
            literals.append(literal)
            code.append(f'"{len(literals) - 1}"' + "\n" * text.count("\n", at, end))
            before = '"'
        elif text.startswith("//", at):
            end = _end(text, "\n", at, keep=True)
        elif text.startswith("/*", at):
            end = _end(text, "*/", at + 2)
            code.append("\n" * text.count("\n", at, end))
        elif sign == "/" and (not before or before in _BEFORE_REGEX):
            end = _regex(text, at)
            before = '"'
        else:
            end = at + 1
            code.append(sign)
            before = before if sign.isspace() else sign
        line += text.count("\n", at, end)
        at = end
    return Script(literals=literals, code="".join(code))


def _end(text: str, mark: str, at: int, *, keep: bool = False) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found if keep else found + len(mark)


def _literal(text: str, at: int, line: int) -> tuple[int, Literal]:
    quote, start = text[at], at + 1
    position = start
    while position < len(text):
        sign = text[position]
        if sign == "\\":
            position += 3 if text.startswith("\r\n", position + 1) else 2
            continue
        if sign == quote or (sign == "\n" and quote != "`"):
            break
        position += 1
    raw = text[start : min(position, len(text))]
    inner = raw.partition("${")[0] if quote == "`" else raw
    return min(position + 1, len(text)), Literal(unescaped(inner), line, at, open=inner != raw)


def unescaped(text: str) -> str:
    """Give what a literal says, its escapes carried out."""
    return _ESCAPE.sub(_sign, text) if "\\" in text else text


def _sign(found: re.Match[str]) -> str:
    number = found[1] or found[2] or found[3]
    if number:
        code = int(number, 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return _PLAIN_ESCAPES.get(found[4], "" if found[4] in ("\n", "\r\n") else found[4])


def _regex(text: str, at: int) -> int:
    """Give where a regular expression ends; a line that ends before it does is a division after all."""
    found = _REGEX.match(text, at)
    return found.end() if found else at + 1


def address_of(text: str, *, open_end: bool = False) -> Address | None:
    """Give the address that a text begins with, None where it begins with none.

    `open_end` tells that a script goes on with a value of its own.
    """
    found = _ADDRESS.match(text)
    if found is None:
        return None
    scheme = (found[1] or "").rstrip(":").lower()
    place = found[2]
    held = _VARIABLE.search(place)
    if held is not None:
        return Address("", scheme, (held[1] or "").strip(), text)
    if not place:
        return Address("", scheme, "", text) if open_end or text.strip().endswith("//") else None
    host = host_of(place)
    if host in listed("tags")["names_only"] or (not host and not open_end):
        return None
    return (
        Address(host if "." in host or ":" in host else "", scheme, "", text)
        if host
        else Address("", scheme, "", text)
    )


def scripts_in(found: Iterable[Piece]) -> Iterator[Piece]:
    """Give the pieces of a page as they come, without the content of scripts that hold data and are not run."""
    kind = ""
    for piece in found:
        if piece.name == "script":
            stated = piece.attribute("type").strip().lower()
            kind = "" if stated == "type" else stated
        if piece.name != "script#" or kind in RUN or _JAVASCRIPT.match(kind):
            yield piece


def page_addresses(text: str) -> Iterator[Address]:
    """Give the addresses that a piece of a page calls: what its tags fetch, and the literals of its scripts that begin as addresses do."""
    for piece in scripts_in(pieces(text)):
        if piece.name == "script#":
            for literal in read_script(piece.text).literals:
                found = address_of(literal.text, open_end=literal.open)
                if found is not None:
                    yield found
        elif piece.name:
            fetched = _fetched(piece)
            found = address_of(fetched) if fetched else None
            if found is not None:
                yield found


def _fetched(piece: Piece) -> str:
    if piece.name == "link":
        kinds = piece.attribute("rel").lower().split()
        return piece.attribute("href") if LOADED_LINKS.intersection(kinds) else ""
    return piece.attribute(LOADS[piece.name]) if piece.name in LOADS else ""


def called_in(text: str, functions: Iterable[str]) -> list[str]:
    """Give which of some functions the scripts of a piece of a page call with a text or a number, each once: `fbq('track')`, `ttq.track('x')`."""
    named = "|".join(map(re.escape, functions))
    call = re.compile(rf"(?<![\w$.])(?:window\s*\.\s*)?({named})(?:\s*\.\s*\w+)?\s*\(\s*[\"0-9]")
    codes = (read_script(piece.text).code for piece in scripts_in(pieces(text)) if piece.name == "script#")
    return list(dict.fromkeys(name for code in codes for name in call.findall(code)))


def keys_in(text: str) -> list[str]:
    """Give the names that the scripts of a piece of a page give to values, in their order, each once."""
    found: dict[str, None] = {}
    for piece in scripts_in(pieces(text)):
        if piece.name == "script#":
            found.update(dict.fromkeys(_KEY.findall(_with_keys(read_script(piece.text)))))
    return list(found)


def _with_keys(script: Script) -> str:
    """Give the code of a script with the names that stand as literals before a colon."""
    return re.sub(r'"(\d+)"(?=\s*:)', lambda each: _word(script.literals[int(each[1])].text), script.code)


def _word(text: str) -> str:
    return text if re.fullmatch(r"[\w$]+", text) else '""'

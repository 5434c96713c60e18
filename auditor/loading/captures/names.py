"""Names of parameters and cookies, taken from requests; their values are measured and left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple
from urllib.parse import unquote_plus

from auditor.loading.files.json_text import anything
from auditor.model.capture import ParameterPlace

#: How much of a body is read for names, how deep, and how many names of one request are taken.
MOST_BODY: Final = 512 * 1024
MOST_DEEP: Final = 12
MOST_NAMES: Final = 400
#: How long a name is that is shown.
MOST_NAME: Final = 64

NAME: Final = re.compile(r"[\w$~!*.\[\]:@/ +-]*\Z")
#: What looks like a value where a name should be: many digits, a long hexadecimal or mixed word, an address.
VALUE: Final = re.compile(
    r"\d{5,}|(?=[0-9A-Fa-f-]*\d)[0-9A-Fa-f-]{12,}|(?=\w*\d)(?=\w*[A-Z])(?=\w*[a-z])\w{20,}|[^\s@]@[\w-]+\.\w|\w{33,}"
)
STEP: Final = re.compile(r"([.\[\]:])")
FIELD: Final = re.compile(r'form-data;[^\r\n]{0,200}?\bname="([^"\r\n]{0,200})"')
FORM: Final = "application/x-www-form-urlencoded"
#: What stands for a name that looks like a value.
MASKED: Final = "*"


class Found(NamedTuple):
    """A parameter as it is met: its place, its name as shown, its value (dropped as soon as it was looked at), where it stands."""

    place: ParameterPlace
    name: str
    value: str
    at: str


@lru_cache(8192)
def shown(name: str) -> str:
    """Give a name as it may be shown: each step of it that looks like a value is masked."""
    if len(name) > 8 * MOST_NAME or "@" in name[1:]:
        return MASKED
    steps = [part if part in ".[]:" else _shown(part) for part in STEP.split(name)]
    return "".join(steps) or MASKED


def _shown(step: str) -> str:
    if len(step) > MOST_NAME or not NAME.match(step) or VALUE.search(step):
        return MASKED
    return step


def in_query(query: str, listed: Any) -> Iterator[Found]:
    """Give the parameters of a query, by the list of them where the producer gives one, else as it stands in the URL."""
    if isinstance(listed, list) and listed:
        for number, each in enumerate(listed[:MOST_NAMES]):
            if isinstance(each, dict) and isinstance(each.get("name"), str):
                name, value = each["name"], each.get("value")
                text = value if isinstance(value, str) else ""
                bare = not text and f"{name}=" not in query
                yield Found("query", MASKED if bare else shown(_plain(name)), text, f"/queryString/{number}")
    elif query:
        for name, value, bare in _pairs(query):
            yield Found("query", MASKED if bare else shown(name), value, "/url")


def in_path(path: str) -> Iterator[Found]:
    """Give the parameters that stand in a path, after semicolons."""
    if ";" in path:
        for part in path.split(";")[1 : MOST_NAMES + 1]:
            name, equals, value = part.partition("=")
            if equals:
                yield Found("path", shown(unquote_plus(name)), unquote_plus(value), "/url")


def in_body(posted: Any) -> Iterator[Found]:
    """Give the parameters of a body: of a form, of JSON by their path, of parts."""
    if isinstance(posted, str):
        posted = {"text": posted}
    if not isinstance(posted, dict):
        return
    kind = posted.get("mimeType")
    kind = kind.lower() if isinstance(kind, str) else ""
    listed, text = posted.get("params"), posted.get("text")
    if isinstance(listed, list) and listed:
        for number, each in enumerate(listed[:MOST_NAMES]):
            if isinstance(each, dict) and isinstance(each.get("name"), str):
                value = each.get("value")
                at = f"/postData/params/{number}"
                yield Found("body", shown(_plain(each["name"])), value if isinstance(value, str) else "", at)
    elif isinstance(text, str) and text:
        yield from _in_text(text[:MOST_BODY], kind, whole=len(text) <= MOST_BODY)


def _in_text(text: str, kind: str, *, whole: bool) -> Iterator[Found]:
    at = "/postData/text"
    stripped = text.lstrip()
    if stripped[:1] in ("{", "["):
        for line in [stripped] if whole and anything(stripped) is not None else stripped.splitlines():
            value = anything(line)
            if value is not None:
                yield from (
                    Found("body", shown(name), told, at) for name, told in _leaves(value, "", MOST_DEEP)
                )
    elif kind.startswith("multipart/"):
        yield from (Found("body", shown(name), "", at) for name in FIELD.findall(text)[:MOST_NAMES])
    elif kind.startswith(FORM) or re.match(r"[\w.\[\]%$-]{1,64}=", stripped):
        for name, value, bare in _pairs(stripped):
            yield Found("body", MASKED if bare else shown(name), value, at)


def _leaves(value: Any, route: str, deep: int) -> Iterator[tuple[str, str]]:
    """Give each value that is no container with the names that lead to it, positions as `[]`."""
    left = MOST_NAMES
    waiting: list[tuple[Any, str, int]] = [(value, route, deep)]
    while waiting and left:
        at, name, levels = waiting.pop()
        if isinstance(at, dict) and levels:
            below = [
                (each, f"{name}.{shown(step)}" if name else shown(step), levels - 1)
                for step, each in at.items()
            ]
            waiting.extend(reversed(below[:MOST_NAMES]))
        elif isinstance(at, list) and levels:
            waiting.extend((each, f"{name}[]", levels - 1) for each in reversed(at[:20]))
        elif name:
            left -= 1
            yield name, "" if at is None else str(at) if not isinstance(at, (dict, list)) else ""


def _pairs(text: str) -> Iterator[tuple[str, str, bool]]:
    """Give names and values of a form or a query, and whether a part has no equals sign: its name may be a value."""
    for part in text.split("&", MOST_NAMES)[:MOST_NAMES]:
        name, equals, value = part.partition("=")
        if name or value:
            yield unquote_plus(name), unquote_plus(value[:MOST_BODY]), not equals


def _plain(name: str) -> str:
    return unquote_plus(name) if "%" in name else name


def cookies_sent(listed: Any, header: str, header_at: str) -> list[tuple[str, str]]:
    """Give the name of each cookie sent with where it stands: by the list, the object or the text of cookies, else the header."""
    found = _cookies(listed, "/cookies")
    if not found:
        names = (part.partition("=")[0].strip() for part in header.split(";")[:MOST_NAMES])
        found = [(shown(name) if name else MASKED, header_at) for name in names if name]
    return found


def cookies_set(listed: Any, headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the name of each cookie set with where it stands: by the list, else by the headers, given with where they stand."""
    found = _cookies(listed, "/cookies")
    if not found:
        for text, at in headers:
            lines = text.split("\n")[:MOST_NAMES]
            found += [(shown(line.partition("=")[0].strip()), at) for line in lines if "=" in line]
    return found


def _cookies(listed: Any, at: str) -> list[tuple[str, str]]:
    if isinstance(listed, dict):
        return [(shown(str(name)), at) for name in list(listed)[:MOST_NAMES]]
    if isinstance(listed, str):
        pairs = (part.partition("=") for part in listed.split(";")[:MOST_NAMES])
        return [(shown(name.strip()), at) for name, equals, _ in pairs if equals]
    if not isinstance(listed, list):
        return []
    return [
        (shown(each["name"]), f"{at}/{number}")
        for number, each in enumerate(listed[:MOST_NAMES])
        if isinstance(each, dict) and isinstance(each.get("name"), str) and each["name"]
    ]

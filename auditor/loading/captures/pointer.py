"""What a pointer into a capture leads to: the names in its entry, and, where it is asked for, one value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, Final

import msgspec

from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.captures.names import shown as masked
from auditor.loading.captures.opened import Opened
from auditor.loading.captures.reading import ENTRIES
from auditor.loading.captures.streamed import Cut, Streamed
from auditor.model.capture_pointer import PointedAt
from auditor.text.problems import capture as words

POINTER: Final = re.compile(r"sha256:([0-9a-f]{64})#((?:/[^/]*)*)")
#: How many steps a pointer may have.
MOST_STEPS: Final = 30


def parsed(pointer: str) -> tuple[str, list[str]]:
    """Give the SHA-256 of a pointer and its steps (RFC 6901). Raises UsageRefused where it is none."""
    found = POINTER.fullmatch(pointer)
    steps = [] if found is None else found[2].split("/")[1:]
    if found is None or len(steps) > MOST_STEPS:
        raise UsageRefused(words.NOT_A_POINTER(), words.POINTER_FORM())
    return found[1], [step.replace("~1", "/").replace("~0", "~") for step in steps]


def opened(pointer: str, files: list[Path]) -> PointedAt:
    """Give what `pointer` leads to in the one of `files` that has its SHA-256. Raises UsageRefused, Refused."""
    sha, steps = parsed(pointer)
    for path in files:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.is_file():
                read = Opened(file, file.as_posix())
                value = _value(read, steps)
                if read.sha256 == sha:
                    return _opens(read.name, pointer, value, steps)
    raise UsageRefused(words.NO_SUCH_CAPTURE(sha=sha))


def all_lead(path: Path, pointers: Sequence[str]) -> list[str]:
    """Give those of `pointers` into one file that lead nowhere; it is read once. Raises Refused."""
    read = Opened(path, path.as_posix())
    wanted: dict[str, list[tuple[str, list[str]]]] = {}
    for pointer in pointers:
        steps = parsed(f"sha256:{'0' * 64}#{pointer}")[1]
        inside = steps[:2] == list(ENTRIES) and len(steps) > 2
        key = steps[2] if inside else steps[0] if steps and steps[0].isdecimal() else ""
        wanted.setdefault(key, []).append((pointer, steps[3:] if inside else steps[1:] if key else steps))
    broken: list[str] = []
    seen: set[str] = set()
    for key, value in _parts(read, wanted):
        seen.add(key)
        broken += [pointer for pointer, steps in wanted[key] if _at(value, steps)[0] is _Nothing]
    return sorted([*broken, *(pointer for key in wanted.keys() - seen for pointer, _ in wanted[key])])


def _parts(read: Opened, wanted: Collection[str]) -> Iterator[tuple[str, Any]]:
    """Give the entries or the lines of a file that are wanted, by their number, and the rest of it by an empty one."""
    if any(key.isdecimal() for key in wanted) and not _is_object(read):
        yield from _lines(read.chunks(), wanted)
        return
    streamed = Streamed(read.name, ENTRIES)
    with suppress(Cut):
        for number, entry in streamed.items(read.chunks(), lambda: Opened(read.path, read.name).chunks()):
            if str(number) in wanted:
                yield str(number), entry
    if "" in wanted:
        yield "", streamed.root


def _lines(chunks: Iterable[bytes], wanted: Collection[str]) -> Iterator[tuple[str, Any]]:
    rest, number = b"", 0
    for chunk in chain(chunks, [b"\n"]):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if str(number) in wanted:
                yield str(number), _line(line, [])[0]
            number += 1


def _is_object(read: Opened) -> bool:
    """Tell whether a file is one object rather than lines."""
    head = next(iter(Opened(read.path, read.name).chunks()), b"").lstrip()
    first = head.partition(b"\n")[0]
    try:
        return head.startswith(b"{") and "message" not in msgspec.json.decode(first)
    except (msgspec.DecodeError, TypeError):
        return head.startswith(b"{")


class _Nothing:
    """What stands where a pointer leads nowhere."""


def _value(read: Opened, steps: list[str]) -> tuple[Any, Any]:
    """Give what stands at `steps`, and what holds it. The file is read to its end, for its hash."""
    chunks = read.chunks()
    entries = len(steps) > 2 and tuple(steps[:2]) == ENTRIES
    if steps and steps[0].isdecimal():
        return _in_line(chunks, steps)
    streamed = Streamed(read.name, ENTRIES)
    found: tuple[Any, Any] = (_Nothing, _Nothing)
    try:
        for number, entry in streamed.items(chunks, lambda: Opened(read.path, read.name).chunks()):
            if entries and steps[2] == str(number):
                found = _at(entry, steps[3:])
    except (Cut, Refused):
        pass
    for _ in chunks:
        pass
    return found if entries else _at(streamed.root, steps)


def _in_line(chunks: Iterator[bytes], steps: list[str]) -> tuple[Any, Any]:
    wanted, rest, number = int(steps[0][:12]), b"", 0
    found: tuple[Any, Any] = (_Nothing, _Nothing)
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        if number <= wanted < number + len(lines):
            found = _line(lines[wanted - number], steps[1:])
        number += len(lines)
    return _line(rest, steps[1:]) if number == wanted and rest else found


def _line(line: bytes, steps: list[str]) -> tuple[Any, Any]:
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        text = line.decode("utf-8", "replace").strip()
        return (text, text) if len(steps) < 3 and text else (_Nothing, _Nothing)
    return _at(value, steps)


def _at(value: Any, steps: list[str]) -> tuple[Any, Any]:
    holder = value
    for step in steps:
        holder = value
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdecimal() and int(step[:9]) < len(value):
            value = value[int(step[:9])]
        else:
            return _Nothing, _Nothing
    return value, holder


def _opens(name: str, pointer: str, found: tuple[Any, Any], steps: list[str]) -> PointedAt:
    value, holder = found
    if value is _Nothing:
        raise Refused([at_file(name, words.LEADS_NOWHERE(pointer="/" + "/".join(steps)))])
    shown = value if isinstance(value, dict) else holder
    names = [masked(str(each)) for each in shown] if isinstance(shown, dict) else []
    if isinstance(value, dict) and "name" in value:
        value = value.get("value", value["name"])
    text = value if isinstance(value, str) else msgspec.json.encode(value, enc_hook=str).decode()
    return PointedAt(name, pointer, names, text)

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
from auditor.loading.files.regular import hashed
from auditor.loading.files.repository import leads_out
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
            if _has(file, sha):
                return _opens(file.as_posix(), pointer, _value(Opened(file, file.as_posix()), steps), steps)
    raise UsageRefused(words.NO_SUCH_CAPTURE(sha=sha))


def _has(file: Path, sha: str) -> bool:
    """Tell whether what lies at `file` is a file of this SHA-256; one that cannot or may not be read is none."""
    try:
        return file.is_file() and not leads_out(file) and hashed(file) == sha
    except OSError:
        return False


def all_lead(path: Path, pointers: Sequence[str]) -> list[str]:
    """Give those of `pointers` into one file that lead nowhere; it is read once. Raises Refused."""
    read = Opened(path, path.as_posix())
    wanted: dict[tuple[str, str], list[tuple[str, list[str]]]] = {}
    for pointer in pointers:
        part, steps = _part(parsed(f"sha256:{'0' * 64}#{pointer}")[1])
        wanted.setdefault(part, []).append((pointer, steps))
    broken: list[str] = []
    seen: set[tuple[str, str]] = set()
    for part, value in _parts(read, wanted):
        seen.add(part)
        broken += [
            at for at, steps in wanted[part] if _within(value, steps, text=part[0] == "line")[0] is _Nothing
        ]
    return sorted([*broken, *(at for part in wanted.keys() - seen for at, _ in wanted[part])])


def _part(steps: list[str]) -> tuple[tuple[str, str], list[str]]:
    """Give the part of a file that steps lead into, an entry, a line, or the rest, and the steps within it."""
    if len(steps) > 2 and tuple(steps[:2]) == ENTRIES:
        return ("entry", steps[2]), steps[3:]
    if steps and steps[0].isdecimal():
        return ("line", steps[0]), steps[1:]
    return ("rest", ""), steps


def _within(value: Any, steps: list[str], *, text: bool) -> tuple[Any, Any]:
    """Give what stands at `steps` in `value`, and what holds it; a column of a line that is a `text` is that line."""
    return (value, value) if text and isinstance(value, str) and len(steps) < 2 else _at(value, steps)


def _parts(read: Opened, wanted: Collection[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], Any]]:
    """Give the entries, the lines and the rest of a file that are wanted."""
    if any(kind == "line" for kind, _ in wanted):
        yield from _lines(read.chunks(), wanted)
        return
    streamed = Streamed(read.name, ENTRIES)
    with suppress(Cut):
        for number, entry in streamed.items(read.chunks(), lambda: Opened(read.path, read.name).chunks()):
            if ("entry", str(number)) in wanted:
                yield ("entry", str(number)), entry
    if ("rest", "") in wanted:
        yield ("rest", ""), streamed.root


def _lines(
    chunks: Iterable[bytes], wanted: Collection[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], Any]]:
    begun: list[bytes] = []
    number = 0
    for chunk in chain(chunks, [b"\n"]):
        *lines, rest = chunk.split(b"\n")
        for line in lines:
            if ("line", str(number)) in wanted:
                yield ("line", str(number)), _line(b"".join([*begun, line]))
            begun = []
            number += 1
        begun.append(rest)


class _Nothing:
    """What stands where a pointer leads nowhere."""


def _value(read: Opened, steps: list[str]) -> tuple[Any, Any]:
    """Give what stands at `steps` of a file, and what holds it."""
    part, rest = _part(steps)
    held = next((value for found, value in _parts(read, {part}) if found == part), _Nothing)
    return _within(held, rest, text=part[0] == "line")


def _line(line: bytes) -> Any:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return line.decode("utf-8", "replace").strip() or _Nothing


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

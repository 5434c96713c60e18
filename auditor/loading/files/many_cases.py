"""The cases and captures that lie in folders, in order of their names; each folder is looked into once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from msgspec import Struct

from auditor.errors import UsageRefused
from auditor.loading.files.folder import base
from auditor.loading.files.overlooked import HEAD, SUFFIXES
from auditor.loading.files.regular import content
from auditor.loading.files.repository import ASIDE
from auditor.model.survey import ItemKind
from auditor.text.problems.survey import NESTED, SAME_NAME

#: What a file of a case has at its beginning or, in one line, anywhere: the head of the case.
CASE: Final = re.compile(rb"^[\"']?case[\"']?[ \t]*:|^\{[^\n]*\bcase\b[\"']?[ \t]*:", re.MULTILINE)
#: How captures are called that a folder is searched for; others are named one by one.
CAPTURES: Final = (".har", ".har.gz", ".har.zip")
#: What the folder of one visit holds.
INSPECTION: Final = "inspection.json"
#: The file of a case that is meant as one, even where nothing in it can be read.
USUAL: Final = "case.yaml"


class Item(Struct, frozen=True):
    """A case or a capture to be judged, by the name it is cited with; `notices` are the files beside a capture."""

    name: str
    kind: ItemKind
    path: Path
    notices: tuple[Path, ...] = ()


def order(name: str) -> tuple[str, ...]:
    """Give the place of a name among others: folder by folder."""
    return tuple(name.split("/"))


def items(paths: Sequence[Path]) -> Iterator[Item]:
    """Yield each case and capture at or below `paths`, in order of name; a path with none is an item of its own.

    Raises UsageRefused for paths that lie in one another or are called the same.
    """
    named = sorted(((_shown(path.name), path) for path in map(_full, paths)), key=lambda one: one[0])
    for (name, one), (other, two) in pairwise(named):
        if name == other and one != two:
            raise UsageRefused(SAME_NAME(name=name))
    full = {path for _, path in named}
    for name, path in named:
        outer = next((each for each in path.parents if each in full), None)
        if outer is not None:
            raise UsageRefused(NESTED(inner=name, outer=_shown(outer.name)))
    for name, path in dict(named).items():
        yield from _at(name, path)


def _full(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  links keep their own name


def _shown(name: str) -> str:
    """Give the name of a file as text: bytes of it that are none are shown as numbers."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _at(name: str, path: Path) -> Iterator[Item]:
    if not path.is_dir():
        is_case = path.name.endswith(SUFFIXES) or not path.exists()
        notices = () if is_case else _beside(path, {each.name: each for each in _files(path.parent)})
        yield Item(name, "case" if is_case else "capture", path, notices)
        return
    found = False
    for item in _below(name, path):
        found = True
        yield item
    if not found:
        yield Item(name, "case", path)


class _Folder:
    """What lies in one folder, hidden files, links to folders and what other commands read left aside."""

    def __init__(self, path: Path) -> None:
        there = _files(path)
        self.folders = {each.name: each for each in there if each.is_dir() and not each.is_symlink()}
        files = {each.name: each for each in there if not each.is_dir()}
        self.captures = {name: each for name, each in files.items() if name.lower().endswith(CAPTURES)}
        self.notices = {name: _beside(each, files) for name, each in self.captures.items()}
        taken = {each for found in self.notices.values() for each in found}
        self.yaml = {
            name: each
            for name, each in files.items()
            if name.endswith(SUFFIXES) and name not in ASIDE and each not in taken
        }
        self.visit = INSPECTION in files

    def is_case(self) -> bool:
        """Tell whether one of its files has the head of a case."""
        return any(CASE.search(_read(each)) is not None for each in self.yaml.values())

    def begun(self) -> list[str]:
        """Give the files that begin as those of a case do, or are called as such."""
        return [
            name
            for name, each in self.yaml.items()
            if name == USUAL or re.search(HEAD, _read(each)) is not None
        ]


def _below(name: str, path: Path) -> Iterator[Item]:
    """Yield what is in a folder: itself where it is a case or a visit, else its captures and what its folders hold."""
    here = _Folder(path)
    if here.is_case():
        yield Item(name, "case", path)
        yield from _cases_within(name, here)
        return
    if here.visit:
        yield Item(name, "capture", path, tuple(here.yaml.values()))
        return
    alone = here.begun() if here.captures else []
    found = False
    for each in sorted((*here.folders, *here.captures, *alone), key=_shown):
        inner = f"{name}/{_shown(each)}"
        if each in here.folders:
            inside = _below(inner, here.folders[each])
        elif each in here.captures:
            inside = iter([Item(inner, "capture", here.captures[each], here.notices[each])])
        else:
            inside = iter([Item(inner, "case", here.yaml[each])])
        for item in inside:
            found = True
            yield item
    if not found and here.begun():
        yield Item(name, "case", path)


def _cases_within(name: str, outer: _Folder) -> Iterator[Item]:
    """Yield the cases in folders of a case: what is broken or wrongly called a case above them does not hide them."""
    for each in sorted(outer.folders, key=_shown):
        for item in _below(f"{name}/{_shown(each)}", outer.folders[each]):
            if item.kind == "case" and _has_head(item.path):
                yield item


def _has_head(path: Path) -> bool:
    """Tell whether a folder or a file has the head of a case."""
    return _Folder(path).is_case() if path.is_dir() else CASE.search(_read(path)) is not None


def _files(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if not each.name.startswith(".")]
    except OSError:
        return []


def _beside(capture: Path, files: dict[str, Path]) -> tuple[Path, ...]:
    """Give the notice beside a capture: the YAML file that is called as it is."""
    low = capture.name.lower()
    suffix = next((each for each in CAPTURES if low.endswith(each)), "")
    stem = capture.name[: -len(suffix)] if suffix else capture.name.partition(".")[0]
    return tuple(files[stem + each] for each in SUFFIXES if stem + each in files)


def _read(file: Path) -> bytes:
    try:
        return content(file)
    except OSError:
        return b""


def cited(path: Path, name: str, text: str) -> str:
    """Give a text that speaks of files with them named as they are cited, and nothing of where they lie."""
    return text.replace(path.as_posix(), name).replace(base(path).as_posix() + "/", "")

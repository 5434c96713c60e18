"""The only place that reads the file system: the files of a case, of policies, and those shipped with the program."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from auditor.errors import NothingToCheck, Problem, Refused, at_file
from auditor.loading.files.overlooked import SUFFIXES, overlooked, walked
from auditor.loading.files.regular import MAX_BYTES, content
from auditor.loading.files.repository import leads_out
from auditor.model.materials import Input
from auditor.text import problems as words
from auditor.text.cleaned import cleaned
from auditor.text.grammar import both

File = tuple[str, bytes]
#: Spaces and comments from the beginning to the end.
_EMPTY: Final = re.compile(rb"\s*+(?:#[^\r\n]*+\s*+)*+\Z")
PACKAGE: Final = Path(__file__).resolve().parents[2]


def yaml_files(paths: Sequence[Path], aside: Collection[str] = ()) -> list[File]:
    """Give every YAML file named, or below a folder named, as (path with forward slashes, bytes), in order of path.

    Files called as in `aside` are left out, unless they lie deeper in a folder. Raises Refused for paths that do not exist or
    cannot be read, folders among them, and for what somebody meant to be read and is not: links out of the folder and to
    nowhere, pipes, names that only nearly end as those of YAML files, hidden files that begin as a part of a case does;
    NothingToCheck where there is no file with anything in it.
    """
    problems: list[Problem] = []
    found: dict[str, bytes] = {}
    for path in paths:
        if leads_out(path):
            problems.append(at_file(path.as_posix(), words.files.LEADS_OUT()))
            continue
        if not is_there(path):
            problems.append(at_file(path.as_posix(), words.files.NOT_THERE()))
            continue
        below = walked(path)
        below.files = [file for file in below.files if not _aside(file, path, aside)]
        problems += [at_file(_cited(file, path), said, hint) for file, said, hint in overlooked(below, path)]
        for file in below.files:
            cited = _cited(file, path)
            if not is_text(cited):
                problems.append(misnamed(cited))
                continue
            if cited in found:
                problems.append(at_file(cited, words.files.CITED_TWICE(), words.files.RENAME_FOLDER()))
                continue
            try:
                found[cited] = content(file)
            except OSError as error:
                problems.append(at_file(cited, words.system.system_says(error)))
    if problems:
        raise Refused(problems)
    if all(map(is_empty, found.values())):
        raise NothingToCheck(both(cleaned(", ".join(path.as_posix() for path in paths))))
    return sorted(found.items())


def _aside(file: Path, given: Path, names: Collection[str]) -> bool:
    return file.name in names and file in (given, given / file.name)


def is_empty(data: bytes) -> bool:
    """Tell whether there are only spaces and comments in a file."""
    return _EMPTY.match(data.removeprefix(BOM_UTF8)) is not None


def is_text(name: str) -> bool:
    """Tell whether the name of a file is text; one that is not UTF-8 comes with halves of characters in it."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def misnamed(name: str) -> Problem:
    """Return the problem of a file name that is no text, with its undecodable bytes shown as numbers; it cannot be cited."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    return at_file(shown, words.files.NAME_NOT_UTF8(), words.files.RENAME())


def not_read(paths: Sequence[Path]) -> list[str]:
    """Give what lies below `paths`, is called as YAML files or folders of them are, and is not read, as it is cited."""
    return sorted(_cited(file, path) for path in paths for file in walked(path).left_alone())


def links(path: Path, aside: Collection[str] = ()) -> list[str]:
    """Return the links at or below `path` that are named like YAML files, as cited: a git revision does not follow links."""
    if path.is_symlink() or not path.is_dir():
        return [_cited(path, path)] if path.is_symlink() else []
    found = []
    for folder, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        named = [
            Path(folder, name)
            for name in (*names, *files)
            if name.endswith(SUFFIXES) and not name.startswith(".")
        ]
        found += [
            file for file in named if file.is_symlink() and not (file.name in aside and file.parent == path)
        ]
    return sorted(_cited(file, path) for file in found)


def _cited(file: Path, given: Path) -> str:
    """Return the path as it is cited: relative to the folder that was given, whatever the current folder is."""
    return Path(os.path.abspath(file)).relative_to(base(given)).as_posix()  # noqa: PTH100  links keep their own name


def is_there(path: Path) -> bool:
    """Tell whether something is at `path`; what cannot be a path is not."""
    return os.path.exists(path)  # noqa: PTH110  the method of Path raises for names that are too long


def beside(path: Path, case: Path) -> str:
    """Give the path of a file beside or above `case` as it is cited: from where the files of the case are."""
    return Path(os.path.relpath(path, base(case))).as_posix()


def base(given: Path) -> Path:
    """Return the folder that cited paths start from: the parent of `given`, or of its folder if it is a file."""
    full = Path(os.path.abspath(given))  # noqa: PTH100
    return full.parent.parent if full.is_file() else full.parent


def openable(given: Sequence[Path]) -> Callable[[str], str]:
    """Give the function that turns a cited path into one that can be opened from the current folder."""
    bases = {_cited(path, path).partition("/")[0]: base(path) for path in given if is_there(path)}

    @cache
    def where(cited: str) -> str:
        found = bases.get(cited.partition("/")[0])
        return cited if found is None else Path(os.path.relpath(found / cited)).as_posix()

    return where


def one_file(path: Path, case: Path | None = None, most: int = MAX_BYTES + 1) -> File:
    """Give one file as (path as cited, its first `most` bytes), cited from where the files of `case` are.

    Raises Refused if it cannot be read, and for a link that leads out of the repository.
    """
    if leads_out(path):
        raise Refused([at_file(path.as_posix(), words.files.LEADS_OUT())])
    cited = _cited(path, path) if case is None else beside(path, case)
    if not is_text(cited):
        raise Refused([misnamed(cited)])
    try:
        return cited, content(path, most)
    except OSError as error:
        raise Refused([at_file(path.as_posix(), words.system.system_says(error))]) from None


@cache
def shipped(name: str) -> tuple[File, ...]:
    """Give the YAML files of `knowledge` or `policies` that come with the program, under paths that never change; read once."""
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return tuple((f"{name}/{file.name}", content(file)) for file in sorted(folder.glob("*.yaml")))
    return ()


def aside(name: str) -> bytes:
    """Give the bytes of a file that comes with the program below `knowledge`, none where it is not there."""
    file = PACKAGE / name
    return content(file) if file.is_file() else b""


def inputs(files: Sequence[File]) -> tuple[Input, ...]:
    """Give each file with the SHA-256 of its bytes."""
    return tuple(Input(path, sha256(data).hexdigest()) for path, data in files)

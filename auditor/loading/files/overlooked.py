"""What lies in a folder: the YAML files that are read, and what somebody may have meant to be read."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from auditor.loading.files.regular import MAX_BYTES, content, is_special
from auditor.loading.files.repository import leads_out, real
from auditor.model.bilingual import Bilingual
from auditor.text import problems as words

SUFFIXES: Final = (".yaml", ".yml")
#: How every file of a case begins: with the version of its format.
HEAD: Final = rb"(?m)^(?:\xef\xbb\xbf)?(?:\{[ \t]*)?[\"']?auditor[\"']?[ \t]*:[ \t]*[\"']?\d"
#: What names hold that a file of a case may go by without being read: `x.yaml.txt`, `x-yaml`, `x.yam`.
NEARLY: Final = r"(?i)ya?ml|\.yam"
#: What editors and merges add to the name of a file that they keep a copy of.
COPY: Final = r"(?:~|\.(?:bak|old|orig|save))$"
#: Comments, empty lines and directives, of which any number may stand before it.
LEADING: Final = rb"(?:(?:\xef\xbb\xbf)?(?:(?:[ \t]*#|%|---)[^\n]*(?:\n|\Z)|[ \t\r]*\n))*+"
#: How much of a file under another name is looked at, after those.
BEGINNING: Final = 65_536
GIT: Final = ".git"
#: A path, what is wrong with it, what may help.
Told = tuple[Path, Bilingual, Bilingual | None]


class Walked(Struct):
    """What was found below a path, in order: files to read, and files that are called as such but hidden or misspelt.

    `otherwise` are files whose name tells that they may be meant, under another ending, `copies` those that an editor kept of
    a file beside them. `unread` are folders that could not be looked into, `linked` folders that are links.
    """

    files: list[Path] = field(default_factory=list)
    hidden: list[Path] = field(default_factory=list)
    misspelt: list[Path] = field(default_factory=list)
    otherwise: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    linked: list[Path] = field(default_factory=list)
    unread: list[OSError] = field(default_factory=list)

    def left_alone(self) -> Iterator[Path]:
        """Give what is not read although nothing is wrong with it."""
        yield from self.hidden
        yield from self.copies
        yield from self.linked


def walked(path: Path) -> Walked:
    """Give what lies below `path`, or the file that it is; links to folders are not followed, and git's own is not looked into."""
    found = Walked()
    if not path.is_dir():
        found.files.append(path)
        return found
    for folder, names, files in os.walk(path, onerror=found.unread.append):
        hidden = any(part.startswith(".") for part in Path(folder).relative_to(path).parts)
        names[:] = sorted(name for name in names if name != GIT)
        found.linked += [
            Path(folder, name) for name in names if not hidden and Path(folder, name).is_symlink()
        ]
        for name in sorted(files):
            if name.endswith(SUFFIXES):
                (found.hidden if hidden or name.startswith(".") else found.files).append(Path(folder, name))
            elif misspelt(name):
                found.misspelt.append(Path(folder, name))
            elif re.search(NEARLY, name):
                (found.copies if copied(name, files) else found.otherwise).append(Path(folder, name))
    return found


def misspelt(name: str) -> bool:
    """Tell whether a name ends as that of a YAML file does but for capitals and spaces."""
    return not name.endswith(SUFFIXES) and name.strip().casefold().endswith(SUFFIXES)


def copied(name: str, beside: Collection[str]) -> bool:
    """Tell whether a file is the copy that an editor or a merge kept of a YAML file beside it."""
    kept = re.sub(COPY, "", name)
    return kept != name and kept in beside and kept.endswith(SUFFIXES)


def overlooked(below: Walked, given: Path) -> Iterator[Told]:
    """Take out of `below.files` what cannot be read, and give each with why; and what would wrongly be left out, too."""
    for error in below.unread:
        yield Path(error.filename), words.system.system_says(error), None
    for file in below.misspelt:
        yield file, words.files.MISSPELT(), words.files.RENAME_SUFFIX()
    for file in (file for file in below.hidden if _is_part(file)):
        yield file, words.files.HIDDEN(), words.files.HIDDEN_HINT()
    for file in (file for file in below.otherwise if _is_likely_part(file)):
        yield file, words.files.OTHERWISE_NAMED(), words.files.RENAME_OR_MOVE()
    for file in list(below.files):
        why = _link(file, given)
        if why is not None:
            below.files.remove(file)
            yield file, why, words.files.COPY_IT()


def _link(file: Path, given: Path) -> Bilingual | None:
    """Give why a link is not followed; None where it is, and for what is no link."""
    if leads_out(file):
        return words.files.LEADS_OUT()
    if not file.is_symlink() or file == given:
        return None
    if not os.path.exists(file):  # noqa: PTH110  the method of Path raises where a folder may not be read
        return words.files.LINK_NOWHERE()
    return None if real(file).is_relative_to(real(given)) else words.files.LINK_OUT_OF_FOLDER()


def begins_as_case(data: bytes) -> bool:
    """Tell whether a file under another name begins as a part of a case does, whatever comments stand before."""
    start = _led(data)
    return re.compile(HEAD).search(data, start, start + BEGINNING) is not None


def _led(data: bytes) -> int:
    """Give how much of the beginning of a file is comments, empty lines and directives."""
    found = re.match(LEADING, data)
    return found.end() if found else 0


def _is_part(file: Path) -> bool:
    try:
        return not is_special(file) and re.search(HEAD, content(file, MAX_BYTES)) is not None
    except OSError:
        return False


def _is_likely_part(file: Path) -> bool:
    try:
        data = b"" if is_special(file) else content(file, BEGINNING)
        if len(data) == BEGINNING and _led(data):
            data = content(file, MAX_BYTES)
    except OSError:
        return False
    return begins_as_case(data)

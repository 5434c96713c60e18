"""What stands beside or above a case: its git root, and the files of the same name for a whole repository."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.files.regular import content
from auditor.text import problems as words

#: Files in the folder of a case that are not part of the case.
CONFIGURATION: Final = "auditor.yaml"
EXCEPTIONS: Final = "exceptions.yaml"
BASELINE: Final = "baseline.yaml"
IMPORTS: Final = "imports.yaml"
PYPROJECT: Final = "pyproject.toml"
TABLE: Final = re.compile(
    rb"""^[ \t]*(?:(?:\[{1,2}[ \t]*)?["']?tool["']?[ \t]*\.[ \t]*["']?auditor["']?[ \t]*[\].=]"""
    rb"""|\[[ \t]*["']?tool["']?[ \t]*\]|["']?tool["']?[ \t]*=)""",
    re.MULTILINE,
)
ASIDE: Final = frozenset({CONFIGURATION, EXCEPTIONS, BASELINE, IMPORTS})


def git_root(path: Path) -> Path | None:
    """Give the nearest folder at or above `path` that git keeps; None where there is none."""
    full = Path(os.path.abspath(path))  # noqa: PTH100  links keep their own name
    return next((folder for folder in (full, *full.parents) if _keeps(folder)), None)


def _keeps(folder: Path) -> bool:
    """Tell whether git keeps a folder; one that may not be looked into is none."""
    return os.path.exists(folder / ".git")  # noqa: PTH110  the method of Path raises there


def folders(path: Path) -> Iterator[Path]:
    """Give the folder of a case and those above it, up to the git root; outside a repository, its own and its parent."""
    full = Path(os.path.abspath(path))  # noqa: PTH100
    first = full.parent if full.is_file() else full
    root = git_root(first)
    for number, folder in enumerate((first, *first.parents)):
        yield folder
        if folder == root or (root is None and number == 1):
            return


def nearest_file(path: Path, name: str) -> Path | None:
    """Give the file called `name` beside or above a case, the nearest one; None where there is none. Raises Refused for a link out."""
    return next((own(folder / name) for folder in folders(path) if (folder / name).is_file()), None)


def own(file: Path) -> Path:
    """Give a file of the tree, which no link leads out of: what is wrong in it will be shown, and it may be written to."""
    root = real(git_root(file.parent) or file.parent)
    if leads_out(file) or (file.is_symlink() and not real(file).is_relative_to(root)):
        raise Refused([at_file(Path(os.path.relpath(file)).as_posix(), words.files.LEADS_OUT())])
    return file


def leads_out(path: Path) -> bool:
    """Tell whether a path that lies in a repository by its name leads out of it through a link, whatever is there.

    In `link/../name`, `..` is the folder above what the link leads to: that is where the file would be opened.
    """
    full = Path(os.path.abspath(path))  # noqa: PTH100
    target = real(path)
    around = (folder for folder in full.parents if _keeps(folder))
    return any(not target.is_relative_to(real(folder)) for folder in around)


def real(path: Path) -> Path:
    """Give where a path leads, as far as there is something; a link that goes round in a circle leads to itself."""
    return Path(os.path.realpath(path))


def through_link(path: Path) -> bool:
    """Tell whether a path that lies in a repository by its name leads through a link below the root of it."""
    full = Path(os.path.abspath(path))  # noqa: PTH100
    target = real(path)
    around = [folder for folder in full.parents if _keeps(folder)]
    return any(target != real(folder) / full.relative_to(folder) for folder in around)


def find_settings(case: Path) -> Path | None:
    """Give the file of settings for a case: beside it or above, up to the git root; None where there is none."""
    for folder in folders(case):
        if (folder / CONFIGURATION).is_file():
            return own(folder / CONFIGURATION)
        if (folder / PYPROJECT).is_file() and TABLE.search(content(own(folder / PYPROJECT))):
            return folder / PYPROJECT
    return None

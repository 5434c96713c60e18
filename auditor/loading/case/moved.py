"""Where a case stood in a revision: it may have been moved since, but it keeps its id."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from auditor.errors import NothingToCheck, Refused
from auditor.loading.files.document import read
from auditor.loading.files.repository import ASIDE
from auditor.loading.files.revisions import Revision

#: How many files that may hold the head of the case are read.
MOST: Final = 200


def same_case(rev: Revision, name: str, near: Path) -> list[Path]:
    """Give the files in which a revision has the head of the case called `name`; no file where it has none.

    They are looked for under the top folder that `near` is in, and where none is there, in the whole revision. Raises Refused
    where the files under that folder cannot be read.
    """
    inside = Path(os.path.abspath(near)).relative_to(rev.root).parts  # noqa: PTH100
    top = rev.root / inside[0] if inside else rev.root
    if rev.has(top):
        found = _heads(rev, name, top)
        if found:
            return found
    try:
        return _heads(rev, name, rev.root)
    except Refused:
        return []


def _heads(rev: Revision, name: str, below: Path) -> list[Path]:
    try:
        files = rev.yaml_files([below], ASIDE)
    except NothingToCheck:
        return []
    said = re.compile(rb"""\bid["']?\s*:\s*["']?""" + re.escape(name.encode()) + rb"(?![\w-])")
    likely = [(below.parent / cited, data) for cited, data in files if said.search(data)]
    return [path for path, data in likely[:MOST] if _is_head(read(path.name, data).value, name)]


def _is_head(value: object, name: str) -> bool:
    head = value.get("case") if isinstance(value, dict) else None
    return isinstance(head, dict) and head.get("id") == name

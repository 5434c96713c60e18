"""A DNS file: which name is an alias of which, as somebody looked it up beside the capture; nothing is looked up here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.captures.hosts import host_like
from auditor.loading.files.folder import one_file
from auditor.text.problems import capture as words

#: The most lines that are read.
MOST_LINES: Final = 100_000


def aliases(path: Path) -> dict[str, str]:
    """Give the aliases of a file, by name: `name target` or `name. 300 IN CNAME target.` in each line. Raises Refused."""
    cited, data = one_file(path)
    found: dict[str, str] = {}
    problems = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines()[:MOST_LINES], 1):
        parts = line.partition("#")[0].partition(";")[0].replace(",", " ").split()
        if not parts or (len(parts) > 3 and "CNAME" not in parts):
            continue
        name, target = host_like(parts[0]), host_like(parts[-1])
        if len(parts) < 2 or not name or not target:
            problems.append(at_file(cited, words.NOT_AN_ALIAS(line=number), words.ALIAS_FORM()))
            continue
        found[name] = target
    if problems:
        raise Refused(problems[:20])
    return found

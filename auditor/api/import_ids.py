"""Under which ids documents are imported: as asked, as `imports.yaml` names them, or as their files are called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from auditor.errors import UsageRefused
from auditor.loading.captures.ends import id_of
from auditor.model.imports import SaidOfSources
from auditor.text.problems import importing as words


def ids_of(paths: Sequence[Path], given: str, into: Path, said: SaidOfSources) -> list[str]:
    """Give the id of each document.

    Raises UsageRefused where two would have the same, where `imports.yaml` names a file several times, and for an id that is none.
    """
    if given and len(paths) > 1:
        raise UsageRefused(words.ONE_FILE())
    if given and id_of(given) != given:
        raise UsageRefused(words.NOT_AN_ID(text=given))
    names = [given or _id_of(path, into, said) for path in paths]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise UsageRefused(words.SAME_NAME(name=twice))
    return names


def _id_of(path: Path, into: Path, said: SaidOfSources) -> str:
    """Give the id under which `imports.yaml` names a file, else that of its own name."""
    called = id_of(path.name.rpartition(".")[0] or path.name)
    if called in said.imports:
        return called
    place = os.path.realpath(path)
    named = sorted(
        name
        for name, entry in said.imports.items()
        if entry.file and os.path.realpath(into / entry.file) == place
    )
    if len(named) > 1:
        told = words.NAMED_SEVERAL_TIMES(path=path.as_posix(), names=", ".join(named))
        raise UsageRefused(told, words.CHOOSE_ONE())
    return named[0] if named else called

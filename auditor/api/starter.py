"""A starter case: commented and small, or made from documents; and a workbook to begin a record with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from auditor.errors import UsageRefused
from auditor.text.problems.usage import EXISTS, NEW_FOLDER
from auditor.text.starter import BODY, STARTER

SCHEMA: Final = "case.schema.json"


def files(lang: str) -> dict[str, bytes]:
    """Give the files of a starter case by name: the case, in `lang`, and the schema that editors complete it with."""
    from auditor.api.schema import schema

    words = {key: text.fr if lang == "fr" else text.en for key, text in STARTER.items()}
    return {"case.yaml": BODY.substitute(words).encode(), SCHEMA: schema("case")}


def from_documents(paths: Sequence[Path], folder: Path, lang: str) -> bytes:
    """Begin a case in a folder that is new or empty from documents, as importing does; give what it tells.

    Raises UsageRefused where something is in the folder, and as `importing.planned` does.
    """
    from auditor.api import importing
    from auditor.api.schema import schema
    from auditor.api.writing import write

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageRefused(EXISTS(path=folder.as_posix()), NEW_FOLDER())
    plans = importing.planned(paths, folder, importing.How())
    importing.put_in(plans, folder)
    write(folder / SCHEMA, schema("case"))
    return importing.told(plans, "text", lang, written=True)


def workbook(lang: str) -> bytes:
    """Give a workbook for those who have no record yet."""
    from auditor.rendering.exports.starter import starter_workbook

    return starter_workbook(lang)

"""Papers written in tests, and read back: their bytes, their rows, their pages."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import Any

from python_calamine import CalamineWorkbook

from auditor.api.export import export
from auditor.rendering.exports.dossier import Dossier, How

Pages = dict[str, list[list[str]]]


def written(dossier: Dossier, paper: str, form: str, lang: str, **how: Any) -> bytes:
    """Give a paper that is one file."""
    made = export(dossier, paper, form, How(lang=lang, **how))
    assert isinstance(made, bytes)
    return made


def rows(dossier: Dossier, lang: str, paper: str = "register", **how: Any) -> list[dict[str, str]]:
    """Give the rows of a paper as CSV."""
    text = written(dossier, paper, "csv", lang, **how).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";" if lang == "fr" else ","))


def pages(data: bytes) -> Pages:
    """Give the cells of a workbook, page by page, as another library reads them."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def beside(page: list[list[str]], label: str) -> list[str]:
    """Give what stands beside a label in the first column."""
    return [row[1] for row in page if row[0].replace("\u202f", " ").replace("\u00a0", " ") == label]


def block(page: list[list[str]], head: str) -> list[list[str]]:
    """Give the rows of a block, from below its head to the next empty row, without what is empty at their ends."""
    start = next(number for number, row in enumerate(page) if row[0] == head)
    found = []
    for row in page[start + 1 :]:
        if not any(row):
            break
        found.append([cell for cell in row[1:] if cell])
    return found


def assessments(dossier: Dossier, lang: str, **how: Any) -> dict[str, Any]:
    """Give the impact assessments by the id of their activity."""
    made = export(dossier, "pia", "json", How(lang=lang, **how))
    assert isinstance(made, dict)
    return {name.removeprefix("pia-").removesuffix(".json"): json.loads(data) for name, data in made.items()}

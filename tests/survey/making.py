"""Folders of captures and cases for surveys, and ways to run one without starting processes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.api.request import Request
from auditor.api.surveying import survey as surveying
from auditor.api.surveying.one import Answer, Work, work_through
from auditor.api.surveying.processes import Lot
from auditor.api.surveying.survey import Asked, survey
from auditor.model.survey import Survey
from tests.captures.making import entry, log

if TYPE_CHECKING:
    import pytest

CASE = """auditor: 1
known: documented
source: paper
case: {{id: {name}, as_of: 2026-01-01, title: "{title}", about: firm}}
sources: {{paper: {{kind: own-document, title: Paper, date: 2026-01-01}}}}
people: {{client: {{title: Clients}}}}
organisations: {{firm: {{name: Firm, country: FR, parent: none}}}}
activities: {{sales: {{title: Sales, people: client, data: contact, controller: firm, legal_basis: contract}}}}
hosts: {{shop: {{operator: firm}}}}
flows: {{order: {{for: sales, from: client, to: shop, transport: {transport}, content: none, network: public}}}}
"""


def har(site: str, *called: str, day: str = "2026-03-01") -> str:
    """A capture of one page that calls hosts."""
    page = {"id": "page_1", "title": f"https://{site}/", "startedDateTime": f"{day}T10:00:00.000Z"}
    urls = [f"https://{site}/", *(f"https://{host}/x" for host in called)]
    entries = [entry(url, startedDateTime=f"{day}T10:00:00.000Z") for url in urls]
    return json.dumps(log(*entries, pages=[page]))


def put(folder: Path, **files: str) -> Path:
    """Write files by name, `__` for a slash and `_` for the dot before the last suffix."""
    for name, content in files.items():
        stem, _, suffix = name.replace("__", "/").rpartition("_")
        file = folder / f"{stem}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def case(name: str = "shop", transport: str = "tls", title: str = "A shop") -> str:
    return CASE.format(name=name, transport=transport, title=title)


def asked(*paths: Path, out: Path, **further: Any) -> Asked:
    own = {name: further.pop(name) for name in Request.__struct_fields__ if name in further}
    return Asked(paths=paths, request=Request(**own), out=out, **further)


class Here:
    """Does lots in this process, and remembers which items were judged."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.judged: list[str] = []
        patch.setattr(surveying, "_answers", self._answers)

    def _answers(self, _: Asked, work: Work, lots: Iterator[Lot]) -> Iterator[Answer]:
        for lot in lots:
            answer = work_through(work, lot)
            self.judged += [each.name for each in answer.done if each.entry is not None]
            yield answer

    def survey(self, *paths: Path, out: Path, **further: Any) -> Survey:
        """Survey `paths`; `judged` are the items judged this time."""
        self.judged.clear()
        return survey(asked(*paths, out=out, **further), lambda _: None)


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}

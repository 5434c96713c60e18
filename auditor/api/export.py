"""Papers made from a result: register, impact assessment, transfer assessment; all starters, to be completed by people."""

from __future__ import annotations

from typing import Final

from auditor.errors import UsageRefused
from auditor.model.result import Result
from auditor.text.problems import usage as words
from auditor.text.problems.hints import ONE_OF

#: What can be exported, and in which formats, the usual one first.
PAPERS: Final = {"register": ("csv", "xlsx"), "transfers": ("csv", "xlsx"), "pia": ("json",)}


def export(result: Result, paper: str, form: str, lang: str) -> bytes:
    """Give a paper of `PAPERS` in one of its formats. Raises UsageRefused."""
    if form not in PAPERS[paper]:
        raise UsageRefused(
            words.NOT_WRITTEN_AS(paper=paper, form=form), ONE_OF(words=", ".join(PAPERS[paper]))
        )
    if paper == "pia":
        from auditor.rendering.exports.pia import pia

        return pia(result, lang)
    from auditor.rendering.exports import papers
    from auditor.rendering.exports.spreadsheet import as_csv, as_xlsx

    sheet = papers.register(result, lang) if paper == "register" else papers.transfers(result, lang)
    if form == "csv":
        return as_csv(sheet, lang)
    try:
        return as_xlsx([sheet])
    except ModuleNotFoundError:
        raise UsageRefused(words.NO_XLSXWRITER(), words.INSTALL_XLSX()) from None

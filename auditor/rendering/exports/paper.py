"""What a file of `rendering/exports/papers` declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.rendering.exports.spreadsheet import Spreadsheet, as_csv, as_xlsx

Writer = Callable[[Result, str], bytes]


class Paper(Struct, frozen=True, kw_only=True):
    """A paper made from a result: its writers by the name of the format, the default format first."""

    writers: Mapping[str, Writer]


def writers_of(sheet: Callable[[Result, str], Spreadsheet]) -> Mapping[str, Writer]:
    """Return what writes a sheet as CSV and as a workbook."""

    def csv(result: Result, lang: str) -> bytes:
        return as_csv(sheet(result, lang), lang)

    def xlsx(result: Result, lang: str) -> bytes:
        return as_xlsx([sheet(result, lang)])

    return {"csv": csv, "xlsx": xlsx}

"""The record of processing: as a workbook in the layout of regulators, as a document to sign, or as CSV with one row for each activity."""

from __future__ import annotations

from auditor.rendering.exports.paper import Paper, csv_of, writer_of
from auditor.rendering.exports.record.document import document
from auditor.rendering.exports.record.workbook import table, workbook

PAPER = Paper(
    writers={
        "csv": csv_of(table),
        "xlsx": writer_of(workbook, "xlsx"),
        "ods": writer_of(workbook, "ods"),
        "docx": document,
    },
    takes=frozenset({"activity", "blank", "since"}),
)

"""The transfer impact assessment, one for each exporter and importer."""

from __future__ import annotations

from auditor.rendering.exports.assessment import assessment_book, assessment_document
from auditor.rendering.exports.paper import Paper, writer_of

PAPER = Paper(
    writers={
        "xlsx": writer_of(assessment_book, "xlsx"),
        "ods": writer_of(assessment_book, "ods"),
        "docx": assessment_document,
    },
    takes=frozenset({"activity", "blank"}),
)

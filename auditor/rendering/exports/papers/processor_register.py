"""The record of a processor (GDPR art. 30(2)), of the organisation that the case is about or that is named."""

from __future__ import annotations

from auditor.rendering.exports.paper import Paper, csv_of, writer_of
from auditor.rendering.exports.record.processor import processor_book, processor_table

PAPER = Paper(
    writers={
        "csv": csv_of(processor_table),
        "xlsx": writer_of(processor_book, "xlsx"),
        "ods": writer_of(processor_book, "ods"),
    },
    takes=frozenset({"activity", "of", "blank"}),
)

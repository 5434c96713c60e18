"""The vendor sheet: each processor, and its contract against GDPR art. 28, point by point."""

from __future__ import annotations

from auditor.rendering.exports.paper import Paper, csv_of, writer_of
from auditor.rendering.exports.vendors import vendor_book, vendor_document, vendor_table

PAPER = Paper(
    writers={
        "csv": csv_of(vendor_table),
        "xlsx": writer_of(vendor_book, "xlsx"),
        "ods": writer_of(vendor_book, "ods"),
        "docx": vendor_document,
    },
    takes=frozenset({"activity", "blank"}),
)

"""The tables of a result, of which only those are made that are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from auditor.graph.derive import Derived
from auditor.judging.worded import Worded
from auditor.model.result.findings import Finding
from auditor.model.result.shown import NOT_MADE, TABLES, Table


def made_tables(worded: Worded, found: Sequence[Finding], wanted: frozenset[Table]) -> dict[Table, Any]:
    """Give each table of a result that is wanted, and `NOT_MADE` in the place of the others."""
    made: dict[Table, Any] = dict.fromkeys(sorted(TABLES), NOT_MADE)
    if "captures" in wanted:
        made["captures"] = _captures(worded.derived, found)
    if wanted - {"captures"}:
        makers = _makers(worded, found)
        made.update({name: make() for name, make in makers.items() if name in wanted})
    return made


def _captures(derived: Derived, found: Sequence[Finding]) -> Any:
    if not derived.estate.case.captures:
        return None
    from auditor.judging.captures import capture_tables

    return capture_tables(derived, found)


def _makers(worded: Worded, found: Sequence[Finding]) -> Mapping[Table, Callable[[], Any]]:
    from auditor.judging import annex, tables
    from auditor.judging.clauses import clauses
    from auditor.judging.transfers import transfers

    derived, names = worded.derived, worded.names
    return {
        "exposures": lambda: tables.exposures(worded),
        "control": lambda: tables.control(derived, names),
        "recipients": lambda: tables.recipients(derived),
        "transfers": lambda: transfers(worded),
        "flows": lambda: tables.flows(derived, found),
        "assumptions": lambda: tables.assumptions(derived, names),
        "clauses": lambda: clauses(derived.estate.materials, found, names),
        "places": lambda: annex.places(derived),
        "activities": lambda: annex.activities(derived),
        "agreements": lambda: annex.agreements(derived),
    }

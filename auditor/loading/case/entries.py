"""The entries of a case one by one, and those in which one case differs from another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from auditor.model.case.document import Case
from auditor.model.columns import Columns, recurring_columns

#: The entries of each section of a case by their names; the head of a case is the one entry of a section of its own.
Sections = Mapping[str, Mapping[str, Any]]
HEAD: Final = "case"
#: What the case that a scenario makes has none of, and to which nothing refers.
SCENARIOS: Final = "scenarios"


def every_entry(case: Case) -> Sections:
    """Give the head of a case, then the entries of each section."""
    return {HEAD: {"": case.case}, **{section: getattr(case, section) for section in _sections(case)}}


def entries_unlike(case: Case, other: Case) -> Sections:
    """Give the entries of a case that `other` has not, or has otherwise, and its head; all of them where one of `other` is gone.

    What an entry refers to is still there where none is gone.
    """
    every = every_entry(case)
    before = every_entry(other)
    if any(not every[section].keys() >= before[section].keys() for section in every if section != SCENARIOS):
        return every
    return {
        section: {
            name: entity
            for name, entity in entries.items()
            if section == HEAD or before[section].get(name) != entity
        }
        for section, entries in every.items()
    }


def columns_of(case: Case, section: str, entries: Mapping[str, Any]) -> Columns:
    """Give the columns of some entries of a section: those of all of them are told once for the case."""
    whole = section != HEAD and entries is getattr(case, section)
    return case.columns[section] if whole else recurring_columns(entries)


def way_to(section: str, name: str) -> tuple[str, ...]:
    """Give the way that leads to an entry: its section and its name, of the head of a case its section alone."""
    return (section, name) if name else (section,)


def _sections(case: Case) -> tuple[str, ...]:
    return tuple(section for section in case.__struct_fields__ if section != HEAD)

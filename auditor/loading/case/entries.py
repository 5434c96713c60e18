"""The entries of a case one by one, and those in which one case differs from another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from auditor.model.case.document import Case

#: An entry, and the way that leads to it: its section and its name, of the head of a case its section alone.
Entry = tuple[tuple[str, ...], Any]
HEAD: Final = "case"
#: What the case that a scenario makes has none of, and to which nothing refers.
SCENARIOS: Final = "scenarios"


def every_entry(case: Case) -> Iterator[Entry]:
    """Give the head of a case, then the entries of each section."""
    yield (HEAD,), case.case
    for section in case.__struct_fields__:
        if section != HEAD:
            for name, entity in getattr(case, section).items():
                yield (section, name), entity


def entries_unlike(case: Case, other: Case) -> Iterator[Entry]:
    """Give the entries of a case that `other` has not, or has otherwise; all of them where one of `other` is gone.

    What an entry refers to is still there where none is gone.
    """
    gone = any(
        not getattr(case, section).keys() >= getattr(other, section).keys()
        for section in case.__struct_fields__
        if section not in (HEAD, SCENARIOS)
    )
    for route, entity in every_entry(case):
        if gone or route == (HEAD,) or getattr(other, route[0]).get(route[1]) != entity:
            yield route, entity

"""The head of a case that has none yet, as an import writes it: its id, its date, whom and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from msgspec import Struct

from auditor.api.read import day_of
from auditor.loading.captures.ends import id_of
from auditor.loading.files.document import Document
from auditor.loading.importing.written import plain_file

#: The file of a head, and the one beside it where people keep something else in the first.
NAMES: Final = ("case.yaml", "case-head.yaml")


class Head(Struct, frozen=True):
    """The file of a head: its path as cited, its bytes, and the day that is assumed for want of any."""

    path: str
    data: bytes
    assumed_day: str = ""


def head_of(
    cited: str,
    documents: Iterable[Document],
    *,
    dates: tuple[str, str],
    knowledge_as_of: str,
    about: Mapping[str, str],
) -> Head | None:
    """Give the head of the case cited as `cited`, None where a document of it has one.

    `dates` are the day of what is imported and the one that somebody states; without either that of the knowledge is assumed. `about`
    are further fields. Raises UsageRefused for a day that is none.
    """
    there = list(documents)
    if any(isinstance(each.value, dict) and "case" in each.value for each in there):
        return None
    day = dates[0] or day_of(dates[1])
    as_of: Any = day or {"value": knowledge_as_of, "known": "assumed"}
    fields = {"id": id_of(cited), "as_of": as_of, **{key: value for key, value in about.items() if value}}
    paths = {each.path for each in there}
    name = next((name for name in NAMES if f"{cited}/{name}" not in paths), NAMES[-1])
    return Head(f"{cited}/{name}", plain_file({"case": fields}), "" if day else knowledge_as_of)

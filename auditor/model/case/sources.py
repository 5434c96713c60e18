"""The documents that facts come from."""

from typing import Annotated

from msgspec import Meta, Struct

from auditor.model.scalars import ID_PATTERN, Date, Text


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A document the facts come from."""

    kind: Annotated[str, Meta(pattern=ID_PATTERN)] = "document"
    title: Text = ""
    author: str = ""
    publisher: str = ""
    date: Date = ""
    url: str = ""
    archive: str = ""
    id: str = ""
    sha256: str = ""
    note: Text = ""

"""The documents that facts come from."""

from typing import Annotated

from msgspec import Meta, Struct

from auditor.model.scalars import ID_PATTERN, Date, Text


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A document the facts come from; `short` is how a sentence calls it (the article, the order of 12 March 2021)."""

    kind: Annotated[str, Meta(pattern=ID_PATTERN)] = "document"
    title: Text = ""
    short: Text = ""
    author: str = ""
    publisher: str = ""
    date: Date = ""
    url: str = ""
    archive: str = ""
    id: str = ""
    sha256: str = ""
    note: Text = ""

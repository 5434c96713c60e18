"""What a file of `importing/formats` declares: how a document is recognised by its content, and how it becomes facts of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.imports import SaidOfSource
from auditor.model.law import Knowledge

Tree = dict[str, Any]


class Document(Struct, frozen=True, kw_only=True):
    """A file to import: its name without folders, its bytes, its encoding and the fields of its labels as people say, the folder of its parts."""

    name: str
    data: bytes
    encoding: str = ""
    labels: Mapping[str, str] = {}
    folder: Path | None = None


class Asked(Struct, frozen=True, kw_only=True):
    """How a document is imported: its id in the case, who keeps it, what people say of it, what the case and earlier imports hold.

    `own` are the sections of the case that people wrote, `others` those that other imports made, `earlier` the tree of the file that this
    import wrote before. `beside` is a document that people say goes with this one.
    """

    name: str
    keeper: str
    said: SaidOfSource
    own: Mapping[str, Any]
    others: Mapping[str, Any]
    earlier: Mapping[str, Any]
    knowledge: Knowledge
    beside: Document | None = None


class Imported(Struct, frozen=True, kw_only=True):
    """What a document says, as trees of the sections of a case: one that all may see, one that is confidential.

    `date` is that of the document, empty where it bears none; `about` is the organisation that keeps it.
    """

    tree: Tree
    confidential: Tree
    date: str = ""
    about: str = ""


#: How sure it is that a document is of a format whose own keys it holds, beside words that others hold too.
BY_ITS_KEYS: Final = 2


class ImportFormat(Struct, frozen=True, kw_only=True):
    """A format: what it is, whether a document is one, and how it is read.

    `recognises` gives nothing where the content is none of this format, else how sure that is, from 1 up. `read` raises Refused, and
    NothingToCheck where there is nothing to import. `helps` gives what people may do where a document is not recognised.
    """

    title: Bilingual
    looked_for: Bilingual
    recognises: Callable[[Document], int]
    read: Callable[[Document, Asked], Imported]
    helps: Callable[[Document], Bilingual | None] = lambda document: None


def texts(values: Sequence[str]) -> str | list[str]:
    """Give a single text alone, several as a list: as people write them."""
    return values[0] if len(values) == 1 else list(values)

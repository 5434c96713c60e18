"""Entries that state little, kept in little: of many thousands of a kind, nearly all state the same few of its fields."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar, cast

from msgspec import Struct, defstruct

from auditor.model.structs import fields

Entry = TypeVar("Entry", bound=Struct)


def brief(kind: type[Entry], stating: Collection[str]) -> type[Entry]:
    """Give the kind of the entries of `kind` that state no field but `stating`, among which are those that none can be without.

    A brief entry has these fields alone, and reads as any entry of `kind`: every other field gives, from the class, what it holds where
    nobody states it. Who looks at the type of an entry, or at its list of fields, asks `kind_of` or `in_full`.
    """
    needed = len(kind.__struct_fields__) - len(kind.__struct_defaults__)
    blank = kind(*kind.__struct_fields__[:needed])
    unstated = {name: getattr(blank, name) for name in kind.__struct_fields__[needed:]}
    written = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
    config = kind.__struct_config__
    made = defstruct(
        kind.__name__,
        [
            (name, annotation, unstated[name]) if name in unstated else (name, annotation)
            for name, annotation in fields(kind).items()
            if name in stating
        ],
        namespace={
            "kind_in_full": kind,
            **{name: value for name, value in unstated.items() if name not in stating},
        },
        module=kind.__module__,
        rename={name: written[name] for name in stating},
        frozen=config.frozen,
        forbid_unknown_fields=config.forbid_unknown_fields,
        omit_defaults=config.omit_defaults,
        gc=config.gc,
    )
    return cast("type[Entry]", made)


def kind_of(entry: Any) -> Any:
    """Give the kind of an entry, which has all its fields, whether the entry is brief or not."""
    return getattr(entry, "kind_in_full", type(entry))


def in_full(entry: Any) -> Any:
    """Give an entry with all its fields, so that any of them may be stated."""
    kind = kind_of(entry)
    return entry if type(entry) is kind else kind(*(getattr(entry, name) for name in kind.__struct_fields__))

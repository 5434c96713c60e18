"""What-ifs: overlays of changes."""

from typing import Any

from msgspec import Struct

from auditor.model.scalars import SourceRef, Text


class Scenario(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A what-if: an overlay of changes, always labelled hypothetical. Values in `set` and `add` are as in the case."""

    title: Text = ""
    set: dict[str, Any] = {}
    add: dict[str, Any] = {}
    remove: list[str] = []
    source: SourceRef = ""
    note: Text = ""

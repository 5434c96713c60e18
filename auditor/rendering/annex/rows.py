"""Labelled rows of text, which a page shows and an export writes alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its entries; none where nothing is stated, or where nothing follows from what is (`derived`)."""

    label: str
    entries: tuple[str, ...]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled list of rows; `id` is unique within its list."""

    id: str
    title: str
    rows: tuple[Row, ...]

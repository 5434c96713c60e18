"""What captures of the same page show in common and what not; what one does not show may have been there all the same."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

#: Why captures of one page may differ without the page being another.
Why = Literal[
    "producer",
    "cut",
    "cookies",
    "parameters",
    "hosts-only",
    "filtered",
    "time",
    "site",
    "attempted",
    "cache",
    "chance",
    "noise",
    "values",
]


class Seen(Struct, frozen=True):
    """A thing and the captures that show it, by their position: `of` is the domain it belongs to, empty for a domain itself."""

    what: Literal["domain", "host", "kind", "parameter"]
    name: str
    of: str
    seen: list[int]


class Recurrence(Struct, frozen=True):
    """A recipient, who it seems to be, and the captures that show it, by their position."""

    domain: str
    operator: str
    seen: list[int]


class CapturesCompared(Struct, frozen=True):
    """Captures by name and tool, in which of them each recipient was seen, what all show, what only some do, and why that may be."""

    names: list[str]
    tools: list[str]
    recipients: list[Recurrence]
    common: dict[str, int]
    differing: list[Seen]
    why: list[Why]

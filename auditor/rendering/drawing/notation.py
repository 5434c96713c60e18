"""What a file of `rendering/drawing/notations` declares."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from auditor.model.result.document import Result


class Notation(Struct, frozen=True, kw_only=True):
    """A way to write the network of a result: how, in `fr` or `en`, its media type, and the usual suffix of its files."""

    render: Callable[[Result, str], bytes]
    media_type: str
    suffix: str

"""JSON that anyone may have written, read as a type or as it is."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from auditor.model.bilingual import Bilingual
from auditor.text.problems.hints import READER_SAYS, TOO_DEEP

T = TypeVar("T")


class NotRead(Exception):
    """The bytes are no JSON, or not of the type asked for; `why` says why."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


def decoded(data: bytes, kind: type[T]) -> T:
    """Give the value of `kind` that JSON holds. Raises NotRead."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotRead(READER_SAYS(words=str(error))) from None
    except RecursionError:
        raise NotRead(TOO_DEEP()) from None


def anything(data: bytes | str) -> Any:
    """Give the value that JSON holds, None where `data` is no JSON."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None

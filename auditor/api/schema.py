"""JSON Schemas, as bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from auditor.loading import schema as schemas

if TYPE_CHECKING:
    from auditor.loading.schema import SchemaName


def schema(kind: str) -> bytes:
    """Give the JSON Schema of a file people write (`case`, `policy`, `exceptions`, `baseline`, `config`, `knowledge`, `answers` to a form) or of a `result`."""
    return (
        json.dumps(schemas.schema(cast("SchemaName", kind)), indent=2, ensure_ascii=False) + "\n"
    ).encode()

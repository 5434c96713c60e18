"""`auditor schema`: JSON Schemas."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli.options import SchemaKind
from auditor.cli.output import put


def run(
    kind: Annotated[SchemaKind, typer.Argument(help="What the schema is of.", show_default=False)],
) -> None:
    """Print the JSON Schema of a file people write, or of a result."""
    from auditor.api.schema import schema as made

    put(made(kind.value))

"""`auditor schema`: JSON Schemas."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli.options import Lang, LangOption, SchemaKind
from auditor.cli.output import put


def run(
    kind: Annotated[SchemaKind, typer.Argument(show_default=False)],
    lang: LangOption = Lang.en,
) -> None:
    """Print the JSON Schema of a file people write, or of a result; it is in English whatever the language."""
    del lang
    from auditor.api.schema import schema as made

    put(made(kind.value))

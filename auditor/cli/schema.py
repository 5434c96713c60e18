"""`auditor schema`: JSON Schemas."""

from __future__ import annotations

from typing import Annotated

from auditor.cli.options import Lang, LangOption, SchemaKind
from auditor.cli.output import put
from auditor.cli.parameters import Argument


def run(
    *,
    kind: Annotated[SchemaKind, Argument(show_default=False)],
    lang: LangOption = Lang.en,
) -> None:
    """Print the JSON Schema of a file people write, or of a result; it is in English whatever the language."""
    del lang
    from auditor.api.schema import schema as made

    put(made(kind.value))
